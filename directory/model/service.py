"""What help is given, for whom, and how to get in."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from directory.model.channel import Channel
from directory.model.provenance import Source, SourcedRecord, newest_of
from directory.model.record import Record
from directory.model.text import Text


class Referral(StrEnum):
    """Who may make the first contact."""

    SELF = "self"
    PROFESSIONAL = "professional"
    BOTH = "both"


class RunBy(StrEnum):
    """Who answers: it matters to somebody who fears what happens next."""

    CARE = "care"
    GOVERNMENT = "government"
    POLICE = "police"
    VOLUNTEERS = "volunteers"


class AreaLevel(StrEnum):
    """The level of a service area. 'region' Vlaanderen is the Flemish Community: Brussel included."""

    COUNTRY = "country"
    REGION = "region"
    PROVINCE = "province"
    MUNICIPALITY = "municipality"


class ServiceArea(Record):
    """For whom a service is meant, by place."""

    level: AreaLevel = Field(description="Country, region, province or municipality.")
    names: tuple[str, ...] = Field(min_length=1, description="Dutch names, as they are today.")


class Eligibility(Record):
    """For whom a service is meant, by age and by audience. Ages in whole years, both ends included."""

    min_age: int | None = Field(default=None, ge=0, le=120, description="Youngest age. Empty: not known.")
    max_age: int | None = Field(default=None, ge=0, le=120, description="Oldest age. Empty: not known.")
    audiences: tuple[str, ...] = Field(default=(), description="Ids of audiences of the vocabulary.")

    def admits_age(self, age: int) -> bool:
        """True unless a source says that this age is outside; unknown limits keep nobody out."""
        return (self.min_age is None or age >= self.min_age) and (self.max_age is None or age <= self.max_age)


ADMISSION = ("letter_needed", "intake", "without_parents")
"""The fields of a service that tell, with yes or no, whether a client will be taken."""


class Service(SourcedRecord):
    """A form of help of an organisation, with the channels by which it can be reached."""

    name: str = Field(min_length=1, max_length=120, description="Its name, as people would ask for it.")
    description: Text = Field(description="What one finds there, in one or two plain sentences.")
    themes: tuple[str, ...] = Field(min_length=1, description="Ids of themes of the vocabulary.")
    eligibility: Eligibility = Field(default=Eligibility(), description="For whom.")
    languages: tuple[str, ...] = Field(default=(), description="Languages of the help (ISO 639-1).")
    cost_eur: float | None = Field(default=None, ge=0, description="0: a source says free. Empty: not known.")
    anonymous: bool | None = Field(default=None, description="May one stay unknown? Empty: not known.")
    referral: Referral | None = Field(default=None, description="Who may make contact. Empty: not known.")
    letter_needed: bool | None = Field(
        default=None, description="Is a letter of referral needed to be taken? Empty: not known."
    )
    intake: bool | None = Field(
        default=None, description="Is there a first talk before help begins? Empty: not known."
    )
    without_parents: bool | None = Field(
        default=None, description="May a minor come without parents, and without their consent? Empty: not known."
    )
    intake_note: Text | None = Field(default=None, description="What happens first.")
    service_area: ServiceArea = Field(description="For whom it is meant, by place.")
    shelters: bool = Field(default=False, description="People live or hide here: addresses need a decision.")
    run_by: RunBy | None = Field(default=None, description="Who answers. Empty: not known.")
    tells_others: Text | None = Field(
        default=None, description="When they tell parents, police or others, in their words."
    )
    channels: tuple[Channel, ...] = Field(default=(), description="How to reach it.")

    @property
    def records(self) -> tuple[SourcedRecord, ...]:
        """It and its channels: how new and how sure it is, is said of these together."""
        return (self, *self.channels)

    @property
    def newest_source(self) -> Source | None:
        """The newest source of all that is said of it; None when none is dated."""
        return newest_of(self.records)

    @property
    def dated(self) -> date | None:
        """The day of its newest source, None when none is dated."""
        return newest.dated if (newest := self.newest_source) else None

    @property
    def wholly_checked_on(self) -> date | None:
        """Since when all of it is compared with the organisation itself, None as long as a part never was."""
        days = [record.checked_on for record in self.records]
        return min(day for day in days if day) if all(days) else None
