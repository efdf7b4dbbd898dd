"""What is handed over: the cards of a shortlist, with every way to reach somebody in writing.

Every form (sheet, contact, table, message) is made from this value, and this from the card of the screens.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from directory.exchange.shortlist import Choice, Shortlist
from directory.finding.find import result_of
from directory.finding.query import Query
from directory.geography.place import Place
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind, Mode
from directory.model.location import Location
from directory.model.schedule import in_brussels
from directory.model.service import Service
from directory.model.text import without_unseen
from directory.wording import labels, printed
from directory.wording.card import Card, CardChannel, CardDoor, Light
from directory.wording.card_builder import card
from directory.wording.messages import _, speaking
from directory.wording.messages import language as spoken
from directory.wording.written import Written, written

AS_FAR_AS_IT_IS_KM = 1000.0
"""Who names a place wants the nearest door, however far it is."""
_UNPRINTABLE = re.compile(
    r"[^\S\n]+|[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]+"
)


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach a service, as it is written down for who has only the paper."""

    kind: Kind
    how: str
    text: str
    href: str | None
    hours: str
    unsure: bool
    """True when these hours, or this number or address, may no longer be right."""
    cost: str | None
    place: Location | None
    notes: tuple[str, ...]

    @property
    def is_site(self) -> bool:
        """True when it is a web or mail address, which tells whose it is."""
        return self.kind.mode is Mode.ONLINE and self.kind not in (Kind.SMS, Kind.WHATSAPP)


@dataclass(frozen=True, slots=True)
class Entry:
    """One service that is handed over, `number` counted from 1."""

    number: int
    choice: Choice
    service: Service
    card: Card
    ways: tuple[Way, ...]
    other_places: tuple[str, ...]
    """Places that are only listed: which of them is the nearest, nobody said."""
    other_doors: tuple[Location, ...]
    themes: tuple[Written, ...]

    @property
    def site(self) -> str | None:
        """The web address of the organisation, None when there is none or a way names it already."""
        if self.card.website is None:
            return None
        own = self.card.website.href
        return None if any(way.text == readable(own) for way in self.ways) else own


@dataclass(frozen=True, slots=True)
class Handover:
    """All that is handed over, as of a moment, in one language; `missing` are the ids that nobody has (any more)."""

    entries: tuple[Entry, ...]
    moment: datetime
    language: str
    """The code of its language."""
    dated: str
    """When it was looked up, in words."""
    caution: str
    missing: tuple[str, ...] = ()


Asked = ParamSpec("Asked")
Form = TypeVar("Form")


def in_its_language(
    form: Callable[Concatenate[Handover, Asked], Form],
) -> Callable[Concatenate[Handover, Asked], Form]:
    """Let a form of a handover be made while the language of that handover is spoken."""

    @wraps(form)
    def made(handover: Handover, /, *asked: Asked.args, **named: Asked.kwargs) -> Form:
        with speaking(handover.language):
            return form(handover, *asked, **named)

    return made


def hand_over(
    shortlist: Shortlist,
    catalogue: Catalogue,
    now: datetime,
    *,
    language: str | None = None,
    near: Place | None = None,
) -> Handover:
    """The entries of a shortlist at a moment; of a service with many doors the chosen one, else the nearest.

    In the language with this code, else in the one that is spoken now.
    """
    known = [choice for choice in shortlist.choices if choice.service in catalogue.service]
    moment = in_brussels(now)
    with speaking(language or spoken()):
        return Handover(
            entries=tuple(_entry(n, choice, catalogue, now, near) for n, choice in enumerate(known, start=1)),
            moment=moment,
            language=spoken(),
            dated=printed.looked_up(moment),
            caution=printed.caution(),
            missing=tuple(s for s in shortlist.services if s not in catalogue.service),
        )


def plain(text: str) -> str:
    """A text without control characters or marks that turn its direction: what is printed is what is read."""
    return without_unseen(_UNPRINTABLE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))).strip()


def readable(href: str) -> str:
    """An address as one copies it from paper: without https:// and without a slash at the end."""
    return re.sub(r"^(https?://(www\.)?|mailto:)", "", href).rstrip("/")


def _entry(number: int, choice: Choice, catalogue: Catalogue, now: datetime, near: Place | None) -> Entry:
    service = catalogue.service[choice.service]
    query = Query(place=near, within_km=AS_FAR_AS_IT_IS_KM)
    result = replace(result_of(catalogue, service, query, now), reasons=())
    shown = card(catalogue, result, query, now, door=choice.door)
    return Entry(
        number=number,
        choice=choice,
        service=service,
        card=shown,
        ways=_together([_way(each, value, catalogue) for each, value in _as_in_data(shown, service)]),
        other_places=tuple(_place(door) for door in shown.other_doors),
        other_doors=tuple(catalogue.location[door.location] for door in shown.other_doors),
        themes=tuple(written(term.label) for theme in service.themes if (term := catalogue.vocabulary.theme(theme))),
    )


def _as_in_data(shown: Card, service: Service) -> list[tuple[CardChannel, str]]:
    """The channels with their values in the order of the data: what is open first now is not so on paper."""
    on_card = {channel.id: channel for channel in shown.channels}
    return [(on_card[channel.id], channel.value) for channel in service.channels if channel.id in on_card]


def _together(ways: list[Way]) -> tuple[Way, ...]:
    """The ways in their order; those that differ only in their notes as one, with the notes of each."""
    found: dict[Way, tuple[str, ...]] = {}
    for way in ways:
        alike = replace(way, notes=())
        found[alike] = tuple(dict.fromkeys((*found.get(alike, ()), *way.notes)))
    return tuple(replace(alike, notes=notes) for alike, notes in found.items())


def _way(channel: CardChannel, value: str, catalogue: Catalogue) -> Way:
    place = catalogue.location.get(channel.door.location) if channel.door else None
    return Way(
        kind=channel.kind,
        how=printed.HOW[channel.kind],
        text=_text(channel, value),
        href=channel.link.href if channel.link else None,
        hours=_hours(channel),
        unsure=channel.warning is not None or (channel.week is not None and channel.light is Light.UNKNOWN),
        cost=channel.cost,
        place=place,
        notes=tuple(note for note in (*_about(channel.door), channel.note, channel.traces, channel.warning) if note),
    )


def _hours(channel: CardChannel) -> str:
    """When it answers in an ordinary week: what is open at this moment is no longer so on paper."""
    if channel.light is Light.ANYTIME:
        return _("schrijven kan altijd")
    return channel.week or _("uren niet gekend")


def _text(channel: CardChannel, value: str) -> str:
    """What is dialled, typed or walked to."""
    if channel.mode is Mode.IN_PERSON:
        contact = readable(channel.link.href) if channel.link else ""
        return _place(channel.door) if channel.door else contact
    if channel.kind in (Kind.SMS, Kind.WHATSAPP):
        return labels.phone(value)
    return channel.title if channel.kind is Kind.PHONE or channel.link is None else readable(channel.link.href)


def _place(door: CardDoor) -> str:
    return f"{door.name}, {door.address}" if door.name else door.address


def _about(door: CardDoor | None) -> tuple[str | None, ...]:
    return (*door.notes, door.doubt) if door else ()
