"""The same for a client, on a card that may be found: how to reach somebody, and nothing of what it is about.

Names, web and mail addresses, descriptions and notes can tell the theme, so they are left out unless the worker
ticks them for one service. Numbers, streets and hours stay, and texts that are made here.
"""

from dataclasses import dataclass

from directory.exchange.handover import Entry, Handover, Way, in_its_language
from directory.model.channel import Kind, Mode
from directory.model.location import Location, Role
from directory.wording.messages import _
from directory.wording.places import address
from directory.wording.printed import HOW

MOST_WAYS = 6
"""So many ways fit on a quarter of a page, and more make a choice harder."""
MOST_DOORS = 4
"""Who has to choose among more places than this is not helped by a list of them."""


@dataclass(frozen=True, slots=True)
class NeutralWay:
    """One way to reach somebody; `told` is when, with whether that is sure, and what is missing of the address."""

    how: str
    text: str
    told: str
    href: str | None
    kind: Kind
    place: Location | None


@dataclass(frozen=True, slots=True)
class NeutralEntry:
    """One service on a client's card, under a name that tells nothing or that the worker chose."""

    label: str
    ways: tuple[NeutralWay, ...]
    site: str | None
    cost: str
    """That it is free, where a source says so; else empty."""

    @property
    def is_bare(self) -> bool:
        """True when nothing is left with which to reach somebody."""
        return not (self.ways or self.site)


@in_its_language
def neutral(handover: Handover) -> tuple[NeutralEntry, ...]:
    """The entries of a handover for a client's card, in the same order."""
    return tuple(_neutral(entry) for entry in handover.entries)


def _neutral(entry: Entry) -> NeutralEntry:
    found: dict[tuple[str, str], NeutralWay] = {}
    for way in (*(_way(entry, way) for way in entry.ways), *_doors(entry)):
        if way:
            found.setdefault((way.how, way.text), way)
    ways = tuple(found.values())[:MOST_WAYS]
    site = entry.site if entry.choice.with_sites else None
    return NeutralEntry(_label(entry, ways), ways, site, _("Gratis") if entry.service.cost_eur == 0 else "")


def _label(entry: Entry, ways: tuple[NeutralWay, ...]) -> str:
    if entry.choice.label:
        return entry.choice.label
    if entry.choice.named:
        return entry.card.title
    only_a_place = bool(ways) and all(way.place for way in ways)
    return _("Adres {number}", number=entry.number) if only_a_place else _("Gesprek {number}", number=entry.number)


def _way(entry: Entry, way: Way) -> NeutralWay | None:
    """A way without what may tell the theme, None when nothing of it is left."""
    hours = _("{hours}, niet zeker", hours=way.hours) if way.unsure else way.hours
    if way.kind.mode is Mode.IN_PERSON:
        text = _street(way.place, entry)
        how = _("Langsgaan") if way.kind is Kind.OUTREACH else way.how
        told = " · ".join(part for part in (_missing(way.place), hours) if part)
        return NeutralWay(how, text, told, None, way.kind, way.place) if text else None
    if way.is_site and not (entry.choice.with_sites and way.href):
        return None
    return NeutralWay(way.how, way.text, hours, way.href, way.kind, None)


def _doors(entry: Entry) -> list[NeutralWay | None]:
    """The other places of a service, when they are few."""
    if len(entry.other_doors) > MOST_DOORS:
        return []
    return [_door(place, entry) for place in entry.other_doors if place.role is Role.DOOR]


def _door(place: Location, entry: Entry) -> NeutralWay | None:
    """Another place; by appointment where one can come in no other way. None when its address is hidden."""
    kinds = {c.kind for c in entry.service.channels if c.location == place.id and c.mode is Mode.IN_PERSON}
    kind, how = Kind.WALK_IN, _("Langsgaan")
    if kinds == {Kind.APPOINTMENT}:
        kind, how = Kind.APPOINTMENT, HOW[Kind.APPOINTMENT]
    text = _street(place, entry)
    return NeutralWay(how, text, _missing(place), None, kind, place) if text else None


def _street(place: Location | None, entry: Entry) -> str | None:
    """Where it is, only when one can go there: that an address is hidden tells what it is."""
    if place is None or place.confidential or place.role is Role.SEAT:
        return None
    return f"{place.name}, {address(place)}" if place.name and entry.choice.named else address(place)


def _missing(place: Location | None) -> str:
    """What somebody who goes there has to ask first, empty when the whole address is known."""
    if place is None or place.number:
        return ""
    return _("huisnummer niet gekend") if place.street else _("straat niet gekend")
