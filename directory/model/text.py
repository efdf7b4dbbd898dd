"""Text that people read, in the languages of the directory."""

import re
from enum import StrEnum

from pydantic import Field

from directory.model.record import Record

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff\ud800-\udfff]"
)
"""Signs that nobody sees or types on purpose, and that change how the rest is read: they turn it around, hide a
word from the search, or give an order to a terminal. Not the joiners (U+200C, U+200D), which scripts and emoji need.
"""


class Language(StrEnum):
    """A language in which the directory itself speaks (ISO 639-1)."""

    NL = "nl"
    FR = "fr"
    EN = "en"


class Text(Record):
    """One text in one to three languages. Dutch is always there, the others where somebody wrote them."""

    nl: str = Field(min_length=1, max_length=600, description="The text in plain Dutch.")
    fr: str | None = Field(default=None, max_length=600, description="The text in French.")
    en: str | None = Field(default=None, max_length=600, description="The text in English.")

    def in_language(self, language: Language) -> str:
        """The text in this language, or in Dutch where it was not written in it."""
        return getattr(self, language) or self.nl


def without_unseen(text: str) -> str:
    """The text without the signs that nobody sees."""
    return UNSEEN.sub("", text)


def with_unseen_written_out(text: str) -> str:
    """The text with each of those signs as a code, as JSON writes it: `\\u202e`. A terminal can show it as it is."""
    return UNSEEN.sub(_code, text)


def _code(sign: re.Match[str]) -> str:
    units = sign[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
