"""What we say, in the language of who reads it: gettext catalogues whose keys are our Dutch sentences.

A language is a folder, `languages/<code>/LC_MESSAGES`, with `messages.po` and, where it has names of its own for our
towns, `places.po`; a setting may name a folder with more of them. The doors say in which language a visitor reads,
for as long as they answer him; all below only speaks.
"""

import gettext
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache, wraps
from io import BytesIO
from pathlib import Path
from typing import ParamSpec, TypeVar

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup

from directory import settings
from directory.plain_file import read_plain

DUTCH = "nl"
"""The language in which the sentences stand in the code: it needs no catalogue."""
ENGLISH = "en"
"""The language of programs and of who writes them, when they ask for no other."""
OURS = Path(__file__).parent / "languages"
HERE = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}
"""Where a language is spoken the way that we write its dates and numbers; others as they are by themselves."""
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"
"""What stands between these has the direction of its own first letter, without one that of Dutch (Unicode, UAX 9)."""
MOST_BYTES = 5_000_000
"""Of one catalogue: nearly fifty times the longest of ours."""
REVIEWED = "X-Reviewed-By"
"""The line in the head of a catalogue that says who read it that grew up with the language."""

Key = TypeVar("Key", bound=Hashable)
Asked = ParamSpec("Asked")
Said = TypeVar("Said")
_reading: ContextVar[str] = ContextVar("reading", default=DUTCH)


def languages() -> tuple[str, ...]:
    """The codes of the languages that we speak, Dutch first."""
    return (DUTCH, *_catalogues())


def language() -> str:
    """The code of the language that is spoken now."""
    return _reading.get()


def locale() -> Locale:
    """How dates, numbers and names of languages are written in the language that is spoken now."""
    return locale_of(language())


@cache
def locale_of(code: str) -> Locale:
    """How dates and numbers are written in this language."""
    return Locale.parse(HERE.get(code, code))


def is_reviewed() -> bool:
    """Whether somebody who grew up with the language spoken now has read what we say in it."""
    return language() == DUTCH or bool(_catalogues()[language()].reviewed_by)


def speak(code: str) -> None:
    """Speak this language from now on, in the thread or task that says so; Dutch for one that we do not know."""
    _reading.set(code if code in languages() else DUTCH)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak this language for as long as the `with` lasts; Dutch for one that we do not know."""
    before = _reading.set(code if code in languages() else DUTCH)
    try:
        yield
    finally:
        _reading.reset(before)


def language_for(asked: str | None, accepted: str | None, otherwise: str = DUTCH) -> str:
    """The language to speak: the one asked for, else the first we speak of an `Accept-Language`, else `otherwise`."""
    return first_spoken([asked or "", *_in_order(accepted or "")]) or otherwise


def first_spoken(wanted: Iterable[str]) -> str | None:
    """The code of the first of these languages that we speak, also of one as spoken somewhere (fr-BE); else None."""
    return next((code for each in wanted if (code := each.partition("-")[0].lower()) in languages()), None)


def _in_order(accepted: str) -> list[str]:
    """The languages of an `Accept-Language`, most wanted first (RFC 9110, 12.5.4); what is no number counts as 0."""
    weighed = []
    for part in accepted[:500].split(","):
        code, _, weight = part.partition(";")
        try:
            wanted = float(weight.partition("=")[2]) if weight else 1.0
        except ValueError:
            wanted = 0.0
        weighed.append((wanted, code.strip()))
    return [code for wanted, code in sorted(weighed, key=lambda one: -one[0]) if wanted > 0]


def _(message: str, **values: object) -> str:
    """This Dutch sentence in the language that is spoken now, with these values in its braces."""
    said = message if _reading.get() == DUTCH else _spoken().gettext(message)
    return said.format(**_each_apart(values)) if values else said


def pgettext(context: str, message: str, **values: object) -> str:
    """The same for a word that has two meanings: `context` says which, to who translates."""
    said = _spoken().pgettext(context, message)
    return said.format(**_each_apart(values)) if values else said


def ngettext(one: str, many: str, number: int, **values: object) -> str:
    """The sentence for this many; `{number}` in it is the number itself."""
    return _spoken().ngettext(one, many, number).format(number=number, **_each_apart(values))


def weave(message: str, **values: object) -> Markup:
    """The sentence as HTML: what is put in its braces is escaped, unless it is HTML itself."""
    return Markup(_spoken().gettext(message)).format(**_each_apart(values))


def apart(text: str) -> str:
    """A name or number that keeps its own order where lines begin on the right: 9000 Gent, 0800 13 500."""
    return f"{_ISOLATE}{text}{_END_OF_ISOLATE}" if _begins_right(language()) else text


def _each_apart(values: dict[str, object]) -> dict[str, object]:
    if not _begins_right(language()):
        return values
    # HTML of ours has elements that stand apart.
    is_text = {name: isinstance(value, str) and not isinstance(value, Markup) for name, value in values.items()}
    return {name: apart(str(value)) if is_text[name] else value for name, value in values.items()}


@cache
def _begins_right(code: str) -> bool:
    return locale_of(code).text_direction == "rtl"


def place_name(dutch: str) -> str:
    """A municipality, village, province, region or country in the language that is spoken now: Gent is Gand."""
    return _places().gettext(dutch)


def N_(message: str) -> str:  # noqa: N802 (the name that tools of gettext know)
    """Mark a sentence for the catalogues where it is written, to be said with `_` where it is used."""
    return message


class Sentence:
    """A sentence that `N_` marked, with what is filled in: `str` says it in the language that is spoken by then."""

    def __init__(self, message: str, /, **values: object) -> None:
        self._message, self._values = message, values

    def __str__(self) -> str:
        return _(self._message, **self._values)


class Words(Mapping[Key, str]):
    """Words for the values of something, each said in the language that is spoken when it is looked up.

    Made from a mapping of sentences that `N_` marked.
    """

    def __init__(self, words: Mapping[Key, str]) -> None:
        self._words = dict(words)

    def __getitem__(self, key: Key) -> str:
        return _(self._words[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


def kept_per_language(maxsize: int) -> Callable[[Callable[Asked, Said]], Callable[Asked, Said]]:
    """Remember so many answers of a function that says something, apart for each language."""

    def keep(function: Callable[Asked, Said]) -> Callable[Asked, Said]:
        @lru_cache(maxsize=maxsize)
        def kept(code: str, *asked: Asked.args, **named: Asked.kwargs) -> Said:  # noqa: ARG001 (a key)
            return function(*asked, **named)

        @wraps(function)
        def said(*asked: Asked.args, **named: Asked.kwargs) -> Said:
            return kept(language(), *asked, **named)  # type: ignore[arg-type]  # what is asked must be hashable

        return said

    return keep


class _Translations(gettext.GNUTranslations):
    """A catalogue that is spoken from, and who has read it."""

    def __init__(self, catalogue: Catalog) -> None:
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        super().__init__(compiled)
        self.reviewed_by = dict(catalogue.mime_headers).get(REVIEWED, "")


_AS_WRITTEN = gettext.NullTranslations()


def _spoken() -> gettext.NullTranslations:
    code = _reading.get()
    return _AS_WRITTEN if code == DUTCH else _catalogues()[code]


def _places() -> gettext.NullTranslations:
    return _place_names().get(_reading.get(), _AS_WRITTEN)


@cache
def _catalogues() -> dict[str, _Translations]:
    """The catalogue of each language but Dutch, by its code."""
    return _found("messages.po")


@cache
def _place_names() -> dict[str, _Translations]:
    return _found("places.po")


def _found(name: str) -> dict[str, _Translations]:
    """The catalogues of this name: ours first, then those of the operator."""
    folders = [OURS, *([Path(settings.LANGUAGES.value)] if settings.LANGUAGES.value else [])]
    files = [file for folder in folders for file in sorted(folder.glob(f"*/LC_MESSAGES/{name}"))]
    return {file.parts[-3]: _Translations(_read(file)) for file in files}


def _read(file: Path) -> Catalog:
    return read_po(BytesIO(read_plain(file, MOST_BYTES)), locale=file.parts[-3])
