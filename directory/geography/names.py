"""Names of places as people type them, brought to one form so that they can be compared."""

import re
import unicodedata
from dataclasses import dataclass

# Letters that Unicode does not take apart into a letter and an accent.
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ł": "l"})
_WORD = re.compile(r"[a-z0-9]+")
_TYPED = re.compile(r"[^\W_]+(?:['’.-]+[^\W_]+)*")
_SAINT = re.compile(r"^(?:st|ste|sinte|saint|sainte)$")


@dataclass(frozen=True, slots=True)
class Typed:
    """One word of a text as it was typed, its plain form, and where it stands: text[start:end]."""

    text: str
    plain: str
    start: int
    end: int


def typed_words(text: str) -> list[Typed]:
    """The words of a text in order; what is joined by a hyphen, an apostrophe or a full stop is one word."""
    found = _TYPED.finditer(text)
    return [Typed(m.group(), "".join(plain_words(m.group())), m.start(), m.end()) for m in found]


def words(text: str) -> list[str]:
    """The words of a name in lower case, without accents and signs; every form of 'saint' is 'sint'."""
    return [_SAINT.sub("sint", word) for word in plain_words(text)]


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents and signs."""
    if text.isascii():
        return _WORD.findall(text.lower())
    # NFKC first: it may yield letters that only casefold() makes small, or that are ligatures.
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_LIGATURES)
    letters = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return _WORD.findall(letters)


def folded(text: str) -> str:
    """The words of a name, joined: "St-Niklaas", "sint niklaas" and "Sint-Niklaas" are one and the same."""
    return "".join(words(text))
