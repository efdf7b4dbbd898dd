"""Texts of the facts as they are read: in the language spoken now where somebody wrote them, else in Dutch."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from directory.model.text import Language, Text
from directory.wording.messages import DUTCH, language, locale, locale_of

_OF_FACTS = {str(each): each for each in Language}


class Written(str):
    """A text of the facts, which knows the language it was written in: a screen reader must pronounce it well."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, code: str = DUTCH) -> "Written":
        """A text in the language with this code."""
        made = super().__new__(cls, text)
        made.language = code
        return made


def language_of_facts() -> Language:
    """The language that is spoken now, where facts can be written in it, else Dutch."""
    return _OF_FACTS.get(language(), Language.NL)


def written(text: Text) -> Written:
    """A text of the facts for who reads now; in Dutch where nobody wrote it in their language."""
    code = language_of_facts()
    return Written(text.in_language(code), code if getattr(text, code) else DUTCH)


def written_or_none(text: Text | None) -> Written | None:
    """The same for a text that may not be there."""
    return written(text) if text else None


def capitalised(text: str) -> str:
    """The text with a capital, in the language that it was in."""
    begun = text[:1].upper() + text[1:]
    return Written(begun, text.language) if isinstance(text, Written) else begun


def shortened(text: str, most: int) -> str:
    """What somebody typed, in at most so many signs: cut between two words, a word that is longer within it."""
    if len(text) <= most:
        return text
    whole = text[:most].rpartition(" ")[0].rstrip(" ,.;:")
    return f"{whole or text[: most - 1]}…"


def joined(texts: Iterable[str], between: str) -> str:
    """Texts in a row as HTML, each marked when its language is not the one spoken now."""
    texts = tuple(texts)
    if all(type(text) is str for text in texts):  # Ours, as most are: to be escaped as one.
        return escape(between.join(texts))
    return Markup(between).join(marked(text) for text in texts)


def language_of(text: str) -> str:
    """The code of the language that a text is in: what we say ourselves is in the one spoken now."""
    return getattr(text, "language", language())


def foreign(text: str) -> str | None:
    """The name of the language that a text is in, None when that is the one spoken now."""
    code = language_of(text)
    return None if code == language() else locale().languages.get(code, code)


def marked(text: str) -> str:
    """A text as HTML that says its language when that is not the one spoken now; other texts as they are."""
    return marked_as(text, str(text) if isinstance(text, Written) else text)


def marked_as(text: str, shown: str) -> str:
    """What is shown of a text, HTML or not, marked as `marked` does."""
    if not isinstance(text, Written) or (name := foreign(text)) is None:
        return shown
    code = language_of(text)
    turned = locale_of(code).text_direction
    said = Markup('<span lang="{}" dir="{}">{}</span>').format(code, turned, shown)
    return said + Markup(" <small>({})</small>").format(name)
