"""In which language a visitor reads, and whether he chose it: what he chose goes along from page to page."""

from collections.abc import Iterable
from dataclasses import dataclass

from directory.wording.labels import own_name
from directory.wording.messages import DUTCH, first_spoken, language_for, languages, locale_of

CHOSEN = "lang"
"""The field of a form, or the part of an address, that says which language was chosen."""
SWITCH = "naar"
"""The field that comes when another language is chosen: the same page is then shown again, and nothing else done."""


@dataclass(frozen=True, slots=True)
class Reader:
    """The language of who reads a page."""

    language: str = DUTCH
    has_chosen: bool = False
    """False when we only follow what his browser says."""

    def to(self, path: str) -> str:
        """The address of another page of ours, in the language that was chosen."""
        return f"{path}?{CHOSEN}={self.language}" if self.has_chosen else path

    @property
    def tag(self) -> str:
        """The language as a page states it (BCP 47): nl-BE."""
        return str(locale_of(self.language)).replace("_", "-")

    @property
    def direction(self) -> str:
        """Where lines begin: ltr or rtl."""
        return locale_of(self.language).text_direction

    @property
    def others(self) -> list[tuple[str, str, str]]:
        """The other languages that we speak: code, own name, where its lines begin."""
        return [
            (code, own_name(code), locale_of(code).text_direction) for code in languages() if code != self.language
        ]


def reader_of(chosen: Iterable[str], accepted: str) -> Reader:
    """Who reads, by the first that was chosen of the languages we speak, else by an `Accept-Language`."""
    code = first_spoken(chosen)
    return Reader(code or language_for(None, accepted), has_chosen=code is not None)
