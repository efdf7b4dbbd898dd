"""Text that people read, in the languages of the directory."""

from enum import StrEnum

from pydantic import Field

from directory.model.record import Record


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
