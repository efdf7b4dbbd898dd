"""The card: all we say about a service, in one language, at one moment. Every door shows this value."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from directory.finding.availability import is_flemish
from directory.finding.query import Query
from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind, Mode
from directory.model.location import Location, Role
from directory.model.organisation import Organisation, Status
from directory.model.provenance import Freshness, Source, SourcedRecord, SourceKind, latest
from directory.model.schedule import Doubt, Reading, in_brussels, schedule
from directory.model.service import RunBy, Service
from directory.wording import hours, labels, links
from directory.wording.places import ROLE_NOTE, address
from directory.wording.reasons import reasons


class Light(StrEnum):
    """The state of a channel as people see it; something one can always write to is never 'open'."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    ANYTIME = "anytime"


A_FEW_DOORS = 3
"""A service with up to this many places shows them all; one with more asks where you are."""


@dataclass(frozen=True, slots=True)
class Link:
    """A thing to press: words and where it leads (tel:, mailto:, https:, geo:)."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class CardDoor:
    """A place to go to, as far as it is known and public."""

    location: str
    name: str | None
    address: str
    distance: str | None
    role: Role
    notes: tuple[str, ...]
    doubt: str | None
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CardChannel:
    """One way to reach the service: the thing to press, its hours in words and its state."""

    id: str
    kind: Kind
    mode: Mode
    title: str
    link: Link | None
    details: tuple[str, ...]
    note: str | None
    light: Light
    state: str
    warning: str | None
    traces: str
    door: CardDoor | None
    fits: bool


@dataclass(frozen=True, slots=True)
class CardSource:
    """Who says so, and as of when."""

    name: str
    href: str
    dated: str
    says: str


@dataclass(frozen=True, slots=True)
class Card:
    """All we say about a service. Texts are finished sentences; nothing is left to compute."""

    service: str
    organisation: str
    title: str
    organisation_name: str | None
    why: tuple[str, ...]
    description: str
    for_whom: str
    channels: tuple[CardChannel, ...]
    other_doors: tuple[CardDoor, ...]
    facts: tuple[str, ...]
    what_happens: str
    who_answers: str
    tells_others: str
    is_police: bool
    notes: tuple[str, ...]
    history: str | None
    known_since: str
    sources: tuple[CardSource, ...]
    website: Link | None


def card(catalogue: Catalogue, result: Result, query: Query, now: datetime, *, door: str | None = None) -> Card:
    """The card of a result, in Dutch, at a moment; of many doors it shows the nearest, or `door` when named."""
    service, owner = result.service, result.organisation
    today = in_brussels(now).date()
    shown, elsewhere = _split_by_place(result, door)
    shown.sort(key=lambda pair: pair[0].id not in result.fitting)
    why = tuple(reasons(result, query, catalogue.vocabulary, now))
    return Card(
        service=service.id,
        organisation=owner.id,
        title=service.name,
        organisation_name=owner.name if owner.name not in service.name else None,
        why=why,
        description=service.description.nl,
        for_whom=_for_whom(catalogue, service, why),
        channels=_channels(catalogue, result, shown, now),
        other_doors=_other_doors(catalogue, result, elsewhere),
        facts=_facts(service),
        what_happens=service.intake_note.nl if service.intake_note else labels.ASK_THEM,
        who_answers=labels.RUN_BY[service.run_by] if service.run_by else labels.ASK_THEM,
        tells_others=service.tells_others.nl if service.tells_others else labels.ASK_THEM,
        is_police=service.run_by is RunBy.POLICE,
        notes=tuple(_notes(service, owner, today)),
        history=owner.status_note.nl if owner.status_note and owner.status is not Status.UNKNOWN else None,
        known_since=_known_since(result),
        sources=_sources(catalogue, result.service, shown),
        website=Link(labels.host(owner.website), owner.website) if owner.website else None,
    )


def _split_by_place(
    result: Result, door: str | None
) -> tuple[list[tuple[Channel, Reading]], list[tuple[Channel, Reading]]]:
    """The channels to show in full, and those at other places, one a place.

    In full: everything without a place, and the named door, else the nearest when distances are known,
    else every door of a service that has only a few.
    """
    places = list(dict.fromkeys(d.location.id for d in result.doors))
    places += [c.location for c, _ in result.channels if c.location and c.location not in places]
    nearest_known = result.nearest is not None and result.nearest.distance_m is not None
    if door in places:
        first = [door]
    elif nearest_known:
        first = places[:1]
    else:
        first = places if len(places) <= A_FEW_DOORS else []
    here = [(c, r) for c, r in result.channels if c.location is None or c.location in first]
    elsewhere = {c.location: (c, r) for c, r in reversed(result.channels) if c.location not in (None, *first)}
    return here, [elsewhere[place] for place in places if place in elsewhere]


def _channels(
    catalogue: Catalogue, result: Result, shown: list[tuple[Channel, Reading]], now: datetime
) -> tuple[CardChannel, ...]:
    """The channels in the order to try them; a place that several share is told with the first."""
    told: set[str] = set()
    channels = []
    for channel, reading in shown:
        place = catalogue.door(channel) if channel.mode is Mode.IN_PERSON else None
        new = place if place and place.id not in told else None
        channels.append(_channel(result, channel, reading, now, new))
        told |= {place.id} if place else set()
    return tuple(channels)


def _other_doors(
    catalogue: Catalogue, result: Result, elsewhere: list[tuple[Channel, Reading]]
) -> tuple[CardDoor, ...]:
    distance = {d.location.id: d.distance_m for d in result.doors}
    places = [place for c, _ in elsewhere if (place := catalogue.door(c)) and c.mode is Mode.IN_PERSON]
    return tuple(_door(place, distance.get(place.id)) for place in places)


def _channel(
    result: Result, channel: Channel, reading: Reading, now: datetime, place: Location | None
) -> CardChannel:
    distance = next((d.distance_m for d in result.doors if d.channel.id == channel.id), None)
    always = channel.kind.always_writable
    link = links.press(channel, result.organisation)
    return CardChannel(
        id=channel.id,
        kind=channel.kind,
        mode=channel.mode,
        title=links.title(channel),
        link=Link(*link) if link else None,
        details=tuple(_details(result.service, channel, reading, now)),
        note=channel.hours_note.nl if channel.hours_note else None,
        light=Light.ANYTIME if always else Light(reading.state),
        state="schrijven kan altijd" if always else hours.state(reading, now),
        warning=_warning(channel, reading),
        traces=channel.traces.nl if channel.traces else labels.ASK_THEM,
        door=_door(place, distance) if place else None,
        fits=channel.id in result.fitting,
    )


def _details(service: Service, channel: Channel, reading: Reading, now: datetime) -> list[str]:
    """Cost and hours in words, without what the state or the line below the channels says already."""
    cost = channel.cost_note.nl if channel.cost_note else None
    if service.cost_eur == 0 and cost == "gratis":
        cost = None
    if reading.always or (reading.probably and schedule(channel.hours or "").never_closes):
        return [cost] if cost else []
    week = hours.week(channel.hours, now)
    today = hours.today(channel.hours, now, flemish=is_flemish(service))
    return [text for text in (cost, today, week) if text]


def _warning(channel: Channel, reading: Reading) -> str | None:
    """What to say of hours or a number that may no longer be true, and what to do instead."""
    if reading.doubt is Doubt.OLD:
        newest = channel.newest("hours")
        age = f"uit een bron van {newest.year}" if newest else "uit een bron zonder datum"
        return f"Uren {age}: kijk eerst op hun site."
    if reading.doubt is Doubt.UNVERIFIED or not channel.verified:
        return "Niet bevestigd: kijk eerst op hun site of bel."
    return None


def _door(place: Location, distance_m: float | None) -> CardDoor:
    notes = [
        ROLE_NOTE.get(place.role, ""),
        "" if place.is_exact or place.confidential else "De juiste plek is niet gekend.",
        {True: "Rolstoel kan binnen.", False: "Niet met een rolstoel.", None: ""}[place.wheelchair],
        "" if place.verified else "Dit adres is niet bevestigd: vraag het eerst na.",
    ]
    return CardDoor(
        location=place.id,
        name=place.name,
        address=address(place),
        distance=labels.kilometres(distance_m) if distance_m is not None else None,
        role=place.role,
        notes=tuple(n for n in notes if n),
        doubt=place.note.nl[0].upper() + place.note.nl[1:] if place.note else None,
        links=tuple(Link(text, href) for text, href in links.to_place(place)),
    )


def _for_whom(catalogue: Catalogue, service: Service, why: tuple[str, ...]) -> str:
    """Ages, people and area, without what the reasons say already."""
    terms = [catalogue.vocabulary.audience(a) for a in service.eligibility.audiences]
    people = labels.listed([t.label.nl.lower() for t in terms if t])
    ages = labels.ages(service.eligibility.min_age, service.eligibility.max_age)
    parts = (ages, f"voor {people}" if people and not ages else people, labels.area(service.service_area))
    return " · ".join(part for part in parts if part and part not in why and f"voor {part}" not in why)


def _facts(service: Service) -> tuple[str, ...]:
    cost = "Kost: niet gekend" if service.cost_eur is None else f"{service.cost_eur:g} euro"
    cost = "Gratis" if service.cost_eur == 0 else cost
    anonymous = {True: "Anoniem", False: "Niet anoniem", None: "Anoniem: niet gekend"}[service.anonymous]
    start = labels.REFERRAL[service.referral] if service.referral else "Hoe beginnen: niet gekend"
    spoken = labels.listed([labels.language(code) for code in service.languages])
    return tuple(f for f in (cost, anonymous, start, spoken) if f)


def _notes(service: Service, owner: Organisation, today: date) -> list[str]:
    notes = []
    if owner.status is Status.UNKNOWN:
        notes.append(
            " ".join(["Niet gekend of dit nog bestaat.", *([owner.status_note.nl] if owner.status_note else [])])
        )
    if not service.verified or not owner.verified:
        notes.append("Dit steunt op algemene kennis of een oude pagina, niet op een bron die we konden nakijken.")
    elif service.freshness(today) is Freshness.OLD and owner.freshness(today) is Freshness.OLD:
        newest = latest((service.newest(), owner.newest()))
        age = f"van {newest.year}" if newest else "zonder datum"
        notes.append(f"Wat we hiervan weten, komt uit een bron {age}.")
    if not service.channels:
        notes.append("Hoe je hen bereikt, vonden we niet: kijk op hun site.")
    return notes


def _known_since(result: Result) -> str:
    records: list[SourcedRecord] = [result.service, *(c for c, _ in result.channels)]
    newest = latest(record.newest() for record in records)
    checked = latest(record.checked_on for record in records)
    known = f"Nieuwste bron: {hours.dated(f'{newest:%Y-%m}')}" if newest else "Bronnen zonder datum"
    if checked:
        return f"{known} · nagekeken bij de organisatie op {hours.day(checked)}"
    return f"{known} · nog niet nagekeken bij de organisatie"


def _sources(catalogue: Catalogue, service: Service, shown: list[tuple[Channel, Reading]]) -> tuple[CardSource, ...]:
    places = [catalogue.door(c) for c, _ in shown]
    records = [service, *(c for c, _ in shown), *(p for p in places if p)]
    newest_first = sorted((s for r in records for s in r.sources), key=lambda s: s.as_of or "", reverse=True)
    pages = {(s.url, s.as_of): s for s in reversed(newest_first)}
    return tuple(card_source(s) for s in reversed(pages.values()))


def card_source(source: Source) -> CardSource:
    """A source in words."""
    name = source.publisher or labels.host(source.url)
    if source.kind is SourceKind.GENERAL_KNOWLEDGE:
        name = f"algemene kennis ({name})"
    return CardSource(name=name, href=source.url, dated=hours.dated(source.as_of), says=source.says)
