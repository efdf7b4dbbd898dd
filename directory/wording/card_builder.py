"""From a result to its card: every sentence of it is made here."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from math import inf

from babel.numbers import format_decimal

from directory.finding.availability import is_flemish
from directory.finding.query import Query
from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind, Mode
from directory.model.location import Location
from directory.model.organisation import Status
from directory.model.provenance import Freshness, Source, SourceKind, freshness_of
from directory.model.schedule import Doubt, Reading, State, in_brussels, schedule
from directory.model.service import RunBy, Service
from directory.wording import hours, labels, links
from directory.wording.admission import admission
from directory.wording.card import Card, CardChannel, CardDoor, CardSource, Light, Link
from directory.wording.messages import _, kept_per_language, locale
from directory.wording.places import ROLE_NOTE, address
from directory.wording.reasons import reasons
from directory.wording.written import capitalised, written, written_or_none

A_FEW_DOORS = 3
"""A service with up to this many places shows them all; one with more asks where you are."""
MANY_CARDS = 2048
"""So many cards are remembered: within a minute most who ask are shown the same ones."""
ORDER = (Light.OPEN, Light.UNKNOWN, Light.CLOSED, Light.ANYTIME)
"""Who answers now stands first, then who may; what is written, and answered nobody knows when, last."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """All of a question that shows in a card, but for its reasons: equal shapes have equal cards."""

    catalogue: Catalogue
    service: str
    minute: datetime
    fitting: frozenset[str]
    distances: tuple[tuple[str, float | None], ...]
    door: str | None
    result: Result = field(compare=False)


def card(catalogue: Catalogue, result: Result, query: Query, now: datetime, *, door: str | None = None) -> Card:
    """The card of a result at a moment, in the language spoken now.

    Of many doors it shows the nearest, or the one with the id `door` when that is one of its own.
    """
    if door and all(c.location != door or c.mode is not Mode.IN_PERSON for c, _ in result.channels):
        door = None
    why = tuple(reasons(result, query, catalogue.vocabulary, now, door=door))
    distances = tuple((d.location.id, d.distance_m) for d in result.doors)
    minute = now.replace(second=0, microsecond=0)
    shape = _Shape(catalogue, result.service.id, minute, result.fitting, distances, door, result)
    shown, for_whom = _without_reasons(shape)
    # What the reasons say already is not said twice.
    rest = " · ".join(part for part, as_reason in for_whom if part not in why and as_reason not in why)
    return replace(shown, why=why, for_whom=rest)


@kept_per_language(maxsize=MANY_CARDS)
def _without_reasons(shape: _Shape) -> tuple[Card, tuple[tuple[str, str], ...]]:
    """The card but for its reasons, and the parts of for whom it is, each also as a reason would say it."""
    catalogue, result, now = shape.catalogue, shape.result, shape.minute
    service, owner = result.service, result.organisation
    shown, elsewhere = _split_by_place(result, shape.door)
    unsaid = owner.name if owner.name not in service.name else None
    made = Card(
        service=service.id,
        organisation=owner.id,
        title=service.name,
        organisation_name=unsaid,
        of_whom=_("van {name}", name=unsaid) if unsaid else None,
        why=(),
        description=written(service.description),
        for_whom="",
        channels=_channels(catalogue, result, _in_turn(shown, result.fitting, shape.door), now),
        other_doors=_other_doors(catalogue, result, elsewhere, now),
        facts=_facts(service, [c for c, _ in shown]),
        what_happens=written_or_none(service.intake_note),
        who_answers=labels.RUN_BY[service.run_by] if service.run_by else None,
        tells_others=written_or_none(service.tells_others),
        not_known=_not_known(service, [c for c, _ in shown]),
        is_police=service.run_by is RunBy.POLICE,
        notes=tuple(_notes(result, in_brussels(now).date())),
        history=None if owner.status is Status.UNKNOWN else written_or_none(owner.status_note),
        known_since=_known_since(service),
        sources=_sources(catalogue, service, shown),
        website=Link(labels.host(owner.website), owner.website) if owner.website else None,
    )
    return made, tuple((part, _("voor {whom}", whom=part)) for part in _for_whom(catalogue, service))


def _split_by_place(
    result: Result, door: str | None
) -> tuple[list[tuple[Channel, Reading]], list[tuple[Channel, Reading]]]:
    """The channels to show in full, and those at other places, one a place.

    In full: everything without a place, and the named door, else the nearest when distances are known,
    else every door of a service that has only a few.
    """
    visits = [c.location for c, _ in result.channels if c.location and c.mode is Mode.IN_PERSON]
    places = list(dict.fromkeys([*(d.location.id for d in result.doors), *visits]))
    nearest_known = result.nearest is not None and result.nearest.distance_m is not None
    if door:
        first = [door]
    elif nearest_known:
        first = places[:1]
    else:
        first = places if len(places) <= A_FEW_DOORS else []
    asked = {c.id for c, _ in result.channels if c.id in result.fitting and c.mode is not Mode.IN_PERSON}
    lines = asked if not first else set()
    here = [(c, r) for c, r in result.channels if c.location is None or c.location in first or c.id in lines]
    elsewhere = {c.location: (c, r) for c, r in reversed(result.channels) if c.mode is Mode.IN_PERSON}
    return here, [elsewhere[place] for place in places if place not in first]


def _in_turn(
    shown: list[tuple[Channel, Reading]], fitting: frozenset[str], door: str | None
) -> list[tuple[Channel, Reading]]:
    """The channels in the order to try them: those of the named door, then those that fit, by who answers soonest."""

    def turn(one: tuple[Channel, Reading]) -> tuple[bool, bool, int, float]:
        channel, reading = one
        is_there = door is not None and channel.mode is Mode.IN_PERSON and channel.location == door
        opens = reading.opens.timestamp() if reading.state is State.CLOSED and reading.opens else inf
        return not is_there, channel.id not in fitting, ORDER.index(_light(channel, reading)), opens

    return sorted(shown, key=turn)


def _light(channel: Channel, reading: Reading) -> Light:
    return Light.ANYTIME if channel.kind.always_writable else Light(reading.state)


def _channels(
    catalogue: Catalogue, result: Result, shown: list[tuple[Channel, Reading]], now: datetime
) -> tuple[CardChannel, ...]:
    """These channels; a place that several share is told with the first."""
    told: set[str] = set()
    channels: list[CardChannel] = []
    for channel, reading in shown:
        place = catalogue.door(channel) if channel.mode is Mode.IN_PERSON else None
        new = place if place and place.id not in told else None
        channels.append(_channel(result, channel, reading, now, new))
        told |= {place.id} if place else set()
    return tuple(channels)


def _other_doors(
    catalogue: Catalogue, result: Result, elsewhere: list[tuple[Channel, Reading]], now: datetime
) -> tuple[CardDoor, ...]:
    """The doors that are only listed, each with its state when that is sure."""
    distance = {d.location.id: d.distance_m for d in result.doors}
    doors = [(place, r) for c, r in elsewhere if (place := catalogue.door(c)) and c.mode is Mode.IN_PERSON]
    return tuple(
        replace(_door(place, distance.get(place.id)), state=_sure_state(reading, now)) for place, reading in doors
    )


def _sure_state(reading: Reading, now: datetime) -> str | None:
    return None if reading.state is State.UNKNOWN else hours.state(reading, now)


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
        cost=_cost(result.service, channel),
        week=hours.week(channel.hours, now),
        note=written_or_none(channel.hours_note),
        light=_light(channel, reading),
        state=_("schrijven kan altijd") if always else hours.state(reading, now),
        warning=_warning(channel, reading, in_brussels(now).date()),
        traces=written_or_none(channel.traces),
        door=_door(place, distance) if place else None,
        fits=channel.id in result.fitting,
    )


def _details(service: Service, channel: Channel, reading: Reading, now: datetime) -> list[str]:
    """Cost and hours in words, without what the state or the line below the channels says already."""
    cost = _cost(service, channel)
    if reading.always or (reading.probably and schedule(channel.hours or "").never_closes):
        return [cost] if cost else []
    week = hours.week(channel.hours, now)
    flemish = is_flemish(service)
    told = hours.is_told_by(week, channel.hours, now, flemish=flemish)
    today = None if told else hours.today(channel.hours, now, flemish=flemish)
    return [text for text in (cost, today, week) if text]


def _cost(service: Service, channel: Channel) -> str | None:
    """What this channel costs, None when that is not known or the facts of the service say it already."""
    said_already = service.cost_eur == 0 and channel.cost_note and channel.cost_note.nl == "gratis"
    return None if said_already else written_or_none(channel.cost_note)


def _warning(channel: Channel, reading: Reading, today: date) -> str | None:
    """What to say of hours, a number or an address that may no longer be true, and what to do instead."""
    if reading.doubt is Doubt.OLD:
        dated = _("Uren uit een bron van {year}: kijk eerst op hun site.")
        undated = _("Uren uit een bron zonder datum: kijk eerst op hun site.")
        return _of_year(channel.newest("hours"), dated, undated)
    if not channel.verified or reading.doubt is Doubt.UNVERIFIED:
        return _("Niet bevestigd: kijk eerst op hun site.")
    if channel.mode is not Mode.IN_PERSON and channel.freshness(today) is Freshness.OLD:
        return _old(channel)
    return None


def _old(channel: Channel) -> str:
    newest = channel.newest()
    match channel.kind:
        case Kind.PHONE:
            return _of_year(newest, _("Nummer uit een bron van {year}."), _("Nummer uit een bron zonder datum."))
        case Kind.EMAIL:
            return _of_year(newest, _("Adres uit een bron van {year}."), _("Adres uit een bron zonder datum."))
    return _of_year(newest, _("Dit komt uit een bron van {year}."), _("Dit komt uit een bron zonder datum."))


def _of_year(newest: date | None, dated: str, undated: str) -> str:
    """The sentence for a source with a date, its year filled in, or the one for a source without."""
    return dated.format(year=newest.year) if newest else undated


def _door(place: Location, distance_m: float | None) -> CardDoor:
    notes = [
        ROLE_NOTE.get(place.role, ""),
        _how_exact(place),
        {True: _("Rolstoel kan binnen."), False: _("Niet met een rolstoel."), None: ""}[place.wheelchair],
        "" if place.verified else _("Dit adres is niet bevestigd: vraag het eerst na."),
    ]
    return CardDoor(
        location=place.id,
        name=place.name,
        address=address(place),
        distance=_distance(place, distance_m),
        role=place.role,
        notes=tuple(n for n in notes if n),
        doubt=capitalised(written(place.note)) if place.note else None,
        sure=place.verified,
        links=tuple(Link(text, href) for text, href in links.to_place(place)),
    )


def _how_exact(place: Location) -> str:
    if place.is_exact or place.confidential:
        return ""
    return _("Op de kaart staat het ongeveer.") if place.street else _("De juiste plek is niet gekend.")


def _distance(place: Location, metres: float | None) -> str | None:
    """How far, None when only the town is known: a distance to its middle would say too much."""
    return labels.kilometres(metres) if metres is not None and place.is_exact else None


def _for_whom(catalogue: Catalogue, service: Service) -> Iterator[str]:
    """Ages, people and area, as far as they are known."""
    terms = [catalogue.vocabulary.audience(a) for a in service.eligibility.audiences]
    people = labels.listed([labels.within_sentence(written(t.label)) for t in terms if t])
    ages = labels.ages(service.eligibility.min_age, service.eligibility.max_age)
    parts = (
        ages,
        _("voor {whom}", whom=people) if people and not ages else people,
        labels.area(service.service_area),
    )
    return (part for part in parts if part)


def _facts(service: Service, channels: list[Channel]) -> tuple[str, ...]:
    told_by_channels = any(c.cost_note for c in channels)
    if service.cost_eur is None:
        cost = "" if told_by_channels else _("Kost: niet gekend")
    else:
        cost = _cost_in_words(service.cost_eur)
    anonymous = {True: _("Anoniem"), False: _("Niet anoniem"), None: _("Anoniem: niet gekend")}[service.anonymous]
    spoken = capitalised(labels.listed([labels.spoken_within_sentence(code) for code in service.languages]))
    return tuple(f for f in (cost, anonymous, *admission(service), spoken) if f)


def _cost_in_words(euros: float) -> str:
    return _("{amount} euro", amount=format_decimal(euros, locale=locale())) if euros else _("Gratis")


def _not_known(service: Service, channels: list[Channel]) -> str | None:
    """What no source says of what happens next, in one sentence with what to do about it."""
    from_afar = [c for c in channels if c.mode is not Mode.IN_PERSON]
    missing = [
        "" if service.run_by else _("wie antwoordt"),
        "" if service.tells_others else _("of ze het aan iemand doorvertellen"),
        "" if all(c.traces for c in from_afar) else _("wat anderen ervan kunnen zien"),
    ]
    named = labels.listed([m for m in missing if m])
    return capitalised(_("{what}: niet gekend: vraag het hun eerst.", what=named)) if named else None


def _notes(result: Result, today: date) -> Iterator[str]:
    """What has to be said before somebody relies on the card."""
    service, owner = result.service, result.organisation
    if owner.status is Status.UNKNOWN:
        yield _("Niet gekend of dit nog bestaat.")
        if owner.status_note:
            yield written(owner.status_note)
    if not service.verified or not owner.verified:
        yield _("Dit steunt op algemene kennis of een oude pagina, niet op een bron die we konden nakijken.")
    elif freshness_of(service.dated, today) is Freshness.OLD:
        dated = _("Alles wat we hiervan weten, komt uit een bron van {year}.")
        yield _of_year(service.dated, dated, _("Alles wat we hiervan weten, komt uit een bron zonder datum."))
    if not service.channels:
        if owner.website:
            yield _("Hoe je hen bereikt, vonden we niet: kijk op hun site.")
        else:
            yield _("Hoe je hen bereikt, vonden we niet.")


def _known_since(service: Service) -> str:
    """How new the newest source is, and whether the organisation itself was asked: about all, or a part."""
    newest = service.newest_source
    known = _("Nieuwste bron: {date}", date=hours.dated(newest.dated_as)) if newest else _("Bronnen zonder datum")
    if checked := service.wholly_checked_on:
        asked = _("nagekeken bij de organisatie op {day}", day=hours.day(checked))
    elif any(record.checked_on for record in service.records):
        asked = _("deels nagekeken bij de organisatie")
    else:
        asked = _("nog niet nagekeken bij de organisatie")
    return f"{known} · {asked}"


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
        name = _("algemene kennis ({name})", name=name)
    return CardSource(name=name, href=source.url, dated=hours.dated(source.as_of), says=source.says)
