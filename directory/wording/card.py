"""The card: all we say about a service, in one language, at one moment. Every door shows this value."""

from dataclasses import dataclass, field
from enum import StrEnum

from directory.model.channel import Kind, Mode
from directory.model.location import Role


class Light(StrEnum):
    """The state of a channel as people see it; something one can always write to is never 'open'."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    ANYTIME = "anytime"


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
    sure: bool
    links: tuple[Link, ...]
    state: str | None = None
    """Of a door that is only listed: its hours in words when they are sure, else None."""


@dataclass(frozen=True, slots=True)
class CardChannel:
    """One way to reach the service: the thing to press, its hours in words and its state."""

    id: str
    kind: Kind
    mode: Mode
    title: str
    link: Link | None
    details: tuple[str, ...]
    cost: str | None
    week: str | None
    """Its hours in an ordinary week, in words; None when no source gives them."""
    note: str | None
    light: Light
    state: str
    warning: str | None
    traces: str | None
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
    """All we say about a service. Texts are finished sentences; nothing is left to compute.

    Its hash is that of its plain texts, which is quick: cards are looked up among those made before. Why it is
    there is not the card itself.
    """

    service: str
    organisation: str
    title: str
    organisation_name: str | None
    """The name of the organisation where that of the service does not say it."""
    of_whom: str | None
    """The same behind the name of the service: 'van CAW Limburg'."""
    why: tuple[str, ...] = field(compare=False)
    description: str
    for_whom: str
    channels: tuple[CardChannel, ...] = field(hash=False)
    other_doors: tuple[CardDoor, ...] = field(hash=False)
    facts: tuple[str, ...]
    what_happens: str | None
    who_answers: str | None
    tells_others: str | None
    not_known: str | None
    is_police: bool
    notes: tuple[str, ...]
    history: str | None
    known_since: str
    sources: tuple[CardSource, ...] = field(hash=False)
    website: Link | None
