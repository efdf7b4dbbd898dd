"""Who says so, as of when: the sources of a fact and how old that makes it."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from directory.model.record import Record
from directory.web_address import WEB_ADDRESS

PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
HttpsUrl = Annotated[str, StringConstraints(pattern=WEB_ADDRESS, max_length=500)]


class SourceKind(StrEnum):
    """A page that was read, or general knowledge, which is weaker."""

    PAGE = "page"
    GENERAL_KNOWLEDGE = "general_knowledge"


class Freshness(StrEnum):
    """How old a fact is: under 12 months, under 24, or older (an undated fact counts as old)."""

    FRESH = "fresh"
    AGEING = "ageing"
    OLD = "old"


class Source(Record):
    """Where a fact was read."""

    url: HttpsUrl = Field(description="The page that says so.")
    publisher: str | None = Field(default=None, max_length=120, description="Who stands behind the page.")
    says: str = Field(min_length=1, max_length=300, description="What the page says, in our own words.")
    as_of: PartialDate | None = Field(default=None, description="Date of the page: year, month or day.")
    checked_on: date | None = Field(
        default=None, description="When one of us compared it with the organisation itself. Empty: never."
    )
    kind: SourceKind = Field(default=SourceKind.PAGE, description="A page, or general knowledge.")
    supports: tuple[str, ...] = Field(default=(), description="The fields it speaks of; empty means all.")

    def speaks_of(self, field: str) -> bool:
        """True when this source supports this field of its record."""
        return not self.supports or field in self.supports

    @property
    def dated(self) -> date | None:
        """The latest day on which this was certainly true: a month or year counts from its first day."""
        days = [self.checked_on] if self.checked_on else []
        if self.as_of:
            days.append(first_day(self.as_of))
        return max(days, default=None)

    @property
    def dated_as(self) -> str | None:
        """The same as exactly as it is known: a year, a month or a day; None without a date."""
        return self.checked_on.isoformat() if self.checked_on and self.checked_on == self.dated else self.as_of


class SourcedRecord(Record):
    """A record with a stable id and the sources of its facts."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80, description="Slug; it never changes.")
    sources: tuple[Source, ...] = Field(min_length=1, description="Who says so.")
    research_note: str | None = Field(
        default=None, max_length=1200, description="For stewards only: how it was found, what to check. Never shown."
    )
    verified: bool = Field(
        default=True, description="False when it rests on general knowledge or a page too old to trust."
    )

    def newest(self, field: str | None = None) -> date | None:
        """The date of the newest source (of this field, when one is named), None when none is dated."""
        dates = [s.dated for s in self.sources if field is None or s.speaks_of(field)]
        return max((d for d in dates if d), default=None)

    def freshness(self, today: date, field: str | None = None) -> Freshness:
        """How old this record is, or one field of it."""
        return freshness_of(self.newest(field), today)

    @property
    def checked_on(self) -> date | None:
        """When it was last compared with the organisation itself, None when it never was."""
        return latest(s.checked_on for s in self.sources)


def first_day(partial: str) -> date:
    """The first day of a year, month or day: the cautious reading of a partial date."""
    year, month, day = (*partial.split("-"), "1", "1")[:3]
    return date(int(year), int(month), int(day))


def freshness_of(newest: date | None, today: date) -> Freshness:
    """Fresh under 12 months, ageing under 24, old beyond that or without a date."""
    if newest is None:
        return Freshness.OLD
    months = (today.year - newest.year) * 12 + today.month - newest.month - (today.day < newest.day)
    if months < 12:
        return Freshness.FRESH
    return Freshness.AGEING if months < 24 else Freshness.OLD


def a_year_before(today: date) -> date:
    """The day such that what is dated after it is fresh today."""
    last_of_february = today.month == 2 and today.day == 29
    return today.replace(year=today.year - 1, day=28 if last_of_february else today.day)


def newest_of(records: Iterable[SourcedRecord]) -> Source | None:
    """The newest source of these records, of one day that which tells it most exactly; None when none is dated."""
    dated = [(day, len(s.dated_as or ""), s) for record in records for s in record.sources if (day := s.dated)]
    return max(dated, key=lambda one: one[:2], default=(None, 0, None))[2]


def latest(dates: Iterable[date | None]) -> date | None:
    """The latest of these dates, None when there is none."""
    return max((d for d in dates if d), default=None)
