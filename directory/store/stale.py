"""What to compare with an organisation's own site, riskiest first.

The order is that of the harm when the fact is wrong:

1. a chat or line for young people or in a crisis that counts as open by its hours: somebody waits for nobody
2. any other number or chat that people can use at once: somebody reaches a stranger, or gives up
3. e-mail addresses, forms and forums: an answer never comes
4. doors, and what is said of coming in: somebody stands at a closed door
5. offices and seats
6. what is said of services: ages, cost, anonymity, whom they tell
7. what is said of organisations

and within one of these: what nobody verified first, then what was never compared with the organisation
itself, then the oldest, undated before dated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind, Mode
from directory.model.location import Location, Role
from directory.model.organisation import Organisation, Status
from directory.model.provenance import Freshness, SourcedRecord, freshness_of
from directory.model.service import ADMISSION, Service


class Risk(IntEnum):
    """The harm when a fact is wrong; the lowest number is the worst."""

    COUNTS_AS_OPEN = 1
    ANSWERS_AT_ONCE = 2
    ANSWERS_LATER = 3
    DOOR = 4
    OFFICE = 5
    SERVICE = 6
    ORGANISATION = 7


class Reason(StrEnum):
    """Why a record has to be compared."""

    UNVERIFIED = "unverified"
    NEVER_CHECKED = "never_checked"
    UNDATED = "undated"
    OLD = "old"
    AGEING = "ageing"


@dataclass(frozen=True)
class StaleFact:
    """A record to compare, with what it says today and the page to compare it with."""

    organisation: str
    record: str
    fields: tuple[str, ...]
    value: str
    website: str
    risk: Risk
    why: tuple[Reason, ...]
    freshness: Freshness
    newest: date | None


CRISIS = frozenset({"crisis", "noodgeval", "suicide", "vergiftiging", "weglopen"})
"""Ids of the themes of what cannot wait."""

ADULT = 18
"""A service that admits people under this age is one for young people."""

_AT_ONCE = (Kind.PHONE, Kind.CHAT, Kind.SMS, Kind.WHATSAPP, Kind.VIDEO)
_FIELDS: dict[type[SourcedRecord], tuple[str, ...]] = {
    Channel: ("value", "hours", "hours_note", "cost_note", "traces"),
    Location: ("street", "number", "box", "postcode", "municipality", "wheelchair"),
    Service: (
        "description",
        "eligibility",
        "cost_eur",
        "anonymous",
        "referral",
        *ADMISSION,
        "intake_note",
        "tells_others",
    ),
    Organisation: ("name", "description", "website", "status", "successor"),
}


def stale(catalogue: Catalogue, today: date) -> list[StaleFact]:
    """Every record that is not fresh, was never compared with the organisation or is not verified."""
    facts = (fact for organisation in catalogue.organisations for fact in _of(organisation, catalogue, today))
    return sorted((fact for fact in facts if fact.why), key=_urgency)


def _urgency(fact: StaleFact) -> tuple[int, bool, bool, date, str]:
    verified, checked = Reason.UNVERIFIED not in fact.why, Reason.NEVER_CHECKED not in fact.why
    return fact.risk, verified, checked, fact.newest or date.min, fact.record


def _of(organisation: Organisation, catalogue: Catalogue, today: date) -> Iterator[StaleFact]:
    """The facts of one organisation; of a closed one there is nothing left to compare."""
    if organisation.status is Status.CLOSED:
        return
    site = _website(organisation, catalogue)

    def fact(record: SourcedRecord, risk: Risk, value: str, page: str | None = site) -> StaleFact:
        return _fact(organisation.id, record, risk, value, page, today=today)

    yield fact(organisation, Risk.ORGANISATION, organisation.name)
    for location in organisation.locations:
        risk = Risk.DOOR if location.role is Role.DOOR else Risk.OFFICE
        yield fact(location, risk, address(location))
    for service in organisation.services:
        yield fact(service, Risk.SERVICE, service.name)
        for channel in service.channels:
            page = channel.value if channel.value.startswith("https://") else site
            said = f"{channel.value} {channel.hours or ''}".strip()
            yield fact(channel, _risk(channel, service, today), said, page)


def _fact(
    organisation: str, record: SourcedRecord, risk: Risk, value: str, page: str | None, *, today: date
) -> StaleFact:
    fields = tuple(field for field in _FIELDS[type(record)] if getattr(record, field) is not None)
    newest = _newest(record, fields)
    freshness = freshness_of(newest, today)
    website = page or record.sources[0].url
    why = tuple(_reasons(record, newest, freshness))
    return StaleFact(organisation, record.id, fields, value, website, risk, why, freshness, newest)


def _newest(record: SourcedRecord, fields: tuple[str, ...]) -> date | None:
    """The date of the field that is oldest: a number of this year does not make hours of 2019 new."""
    dates = [record.newest(field) for field in fields]
    return None if None in dates else min((day for day in dates if day), default=None)


def _reasons(record: SourcedRecord, newest: date | None, freshness: Freshness) -> Iterator[Reason]:
    if not record.verified:
        yield Reason.UNVERIFIED
    if record.checked_on is None:
        yield Reason.NEVER_CHECKED
    if newest is None:
        yield Reason.UNDATED
    elif freshness is not Freshness.FRESH:
        yield Reason(freshness)


def _risk(channel: Channel, service: Service, today: date) -> Risk:
    if channel.mode is Mode.IN_PERSON:
        return Risk.DOOR
    if channel.kind not in _AT_ONCE:
        return Risk.ANSWERS_LATER
    # Hours that are old never count as open (DESIGN.md), so they send nobody anywhere.
    promises = channel.hours is not None and channel.freshness(today, "hours") is not Freshness.OLD
    return Risk.COUNTS_AS_OPEN if promises and _for_young_people_or_crisis(service) else Risk.ANSWERS_AT_ONCE


def _for_young_people_or_crisis(service: Service) -> bool:
    """True when it admits somebody under eighteen, or answers about what cannot wait.

    An age that is not known keeps nobody out, so a line without a youngest age is one for young people too.
    """
    youngest = service.eligibility.min_age
    return youngest is None or youngest < ADULT or not CRISIS.isdisjoint(service.themes)


def address(location: Location) -> str:
    """The address of a location on one line; of a confidential one only the municipality."""
    if location.confidential:
        return location.municipality
    street = " ".join(part for part in (location.street, location.number, location.box) if part)
    town = " ".join(part for part in (location.postcode, location.municipality) if part)
    return ", ".join(part for part in (street, town) if part)


def _website(organisation: Organisation, catalogue: Catalogue) -> str | None:
    """The site of the organisation or else of the one it is part of."""
    seen: set[str] = set()
    one: Organisation | None = organisation
    while one and one.id not in seen:
        if one.website:
            return one.website
        seen.add(one.id)
        one = catalogue.organisation.get(one.parent) if one.parent else None
    return None
