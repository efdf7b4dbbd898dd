"""What somebody says is wrong about a service, for who runs the site to look at."""

from enum import StrEnum

from pydantic import AwareDatetime, Field

from directory.model.record import SLUG, Record

LONGEST_TEXT = 1000
LONGEST_SOURCE = 300
LONGEST_CONTACT = 120


class Part(StrEnum):
    """What of a service is wrong."""

    NUMBER = "number"
    ADDRESS = "address"
    HOURS = "hours"
    WEBSITE = "website"
    GONE = "gone"
    OTHER = "other"


class Correction(Record):
    """One correction, as it was sent. It holds nothing about who sent it but what they wrote themselves."""

    time: AwareDatetime = Field(description="When it was sent, to the minute.")
    service: str = Field(pattern=SLUG, description="Id of the service.")
    part: Part = Field(description="What of it is wrong.")
    should_be: str = Field(max_length=LONGEST_TEXT, description="What it should be, on one line; may be empty.")
    source: str = Field(default="", max_length=LONGEST_SOURCE, description="Where they know it from.")
    contact: str | None = Field(
        default=None, min_length=1, max_length=LONGEST_CONTACT, description="How to ask them more, only when given."
    )
