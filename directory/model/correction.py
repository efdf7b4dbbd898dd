"""What somebody says is wrong about a service or an organisation, for who runs the site to look at."""

from enum import StrEnum
from typing import Self

from pydantic import AwareDatetime, Field, model_validator

from directory.model.record import SLUG, Record

LONGEST_TEXT = 1000
LONGEST_SOURCE = 300
LONGEST_CONTACT = 120


class Part(StrEnum):
    """What of it is wrong."""

    NUMBER = "number"
    ADDRESS = "address"
    HOURS = "hours"
    WEBSITE = "website"
    GONE = "gone"
    OTHER = "other"


class Correction(Record):
    """One correction, as it was sent. It holds nothing about who sent it but what they wrote themselves."""

    time: AwareDatetime = Field(description="When it was sent, to the minute.")
    service: str | None = Field(default=None, pattern=SLUG, description="Id of the service, when it is about one.")
    organisation: str | None = Field(
        default=None, pattern=SLUG, description="Id of the organisation, when it is about the organisation itself."
    )
    part: Part = Field(description="What of it is wrong.")
    should_be: str = Field(max_length=LONGEST_TEXT, description="What it should be, on one line; may be empty.")
    source: str = Field(default="", max_length=LONGEST_SOURCE, description="Where they know it from.")
    contact: str | None = Field(
        default=None, min_length=1, max_length=LONGEST_CONTACT, description="How to ask them more, only when given."
    )

    @model_validator(mode="after")
    def _one_subject(self) -> Self:
        if (self.service is None) is (self.organisation is None):
            raise ValueError("a correction is about a service or about an organisation")
        return self

    @property
    def about(self) -> str:
        """The id of what it is about."""
        return self.service or self.organisation or ""
