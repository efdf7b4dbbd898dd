"""Services side by side, a column each, on what decides and on how to reach them."""

from collections.abc import Sequence
from datetime import datetime

from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind, Mode
from directory.model.service import ADMISSION
from directory.wording import labels
from directory.wording.card import Card, CardChannel, CardDoor
from directory.wording.desk import cost, state, where
from directory.wording.messages import _, ngettext, pgettext
from directory.wording.overview import Cell, Reach, Site
from directory.wording.written import written

ONLINE = tuple(kind for kind in Kind if kind.mode is Mode.ONLINE and kind is not Kind.EMAIL)


def compared(catalogue: Catalogue, cards: Sequence[tuple[Result, Card]], now: datetime) -> list[dict[str, Cell]]:
    """Services side by side, a column each, on what decides; what is not known says so."""
    columns = {
        f"{number}. {card.title}": _deciding(catalogue, result, card, now)
        for number, (result, card) in enumerate(cards, start=1)
    }
    names = next(iter(columns.values()), {})
    return [{"": name, **{title: said[name] for title, said in columns.items()}} for name in names]


def _deciding(catalogue: Catalogue, result: Result, card: Card, now: datetime) -> dict[str, Cell]:
    service = result.service
    audiences = [catalogue.vocabulary.audience(a) for a in service.eligibility.audiences]
    people = labels.listed([labels.within_sentence(written(term.label)) for term in audiences if term])
    return {
        _("Leeftijd"): labels.ages(service.eligibility.min_age, service.eligibility.max_age) or labels.not_known(),
        _("Voor wie"): people or labels.not_known(),
        _("Gebied"): labels.area(service.service_area),
        pgettext("head of a column", "Nu"): state(result, now)[0],
        _("Bellen"): _reached(card, Kind.PHONE) or labels.not_known(),
        _("Online"): _reached(card, *ONLINE) or labels.not_known(),
        _("Mailen"): _reached(card, Kind.EMAIL) or labels.not_known(),
        pgettext("head of a column", "Waar"): _doors(result, card),
        _("Site"): Site(card.website.href) if card.website else labels.not_known(),
        _("Verwijzen"): labels.REFERRAL[service.referral] if service.referral else labels.not_known(),
        **{labels.ADMISSION[field]: _yes_or_no(getattr(service, field)) for field in ADMISSION},
        _("Eerste stap"): card.what_happens or labels.not_known(),
        _("Kost"): labels.not_known() if service.cost_eur is None else cost(service),
        _("Anoniem"): _yes_or_no(service.anonymous),
        _("Talen"): labels.listed(list(map(labels.spoken_within_sentence, service.languages))) or labels.not_known(),
        _("Wie antwoordt"): card.who_answers or labels.not_known(),
        _("Vertellen ze het door?"): card.tells_others or labels.not_known(),
        _("Hoe zeker"): card.known_since,
    }


def _reached(card: Card, *kinds: Kind) -> tuple[Reach, ...]:
    """The channels of these kinds: what to dial, type or press, and whether somebody answers now."""
    return tuple(
        Reach(channel.title, channel.link.href if channel.link else None, _with_doubt(channel.state, channel))
        for channel in card.channels
        if channel.kind in kinds
    )


def _doors(result: Result, card: Card) -> Cell:
    """The places that the card shows in full, how many others there are, or that one cannot go there."""
    ways = tuple(_door(door, channel) for channel in card.channels if (door := channel.door))
    if not ways:
        return where(result) if result.doors else _("geen plek om langs te gaan")
    more = len(card.other_doors)
    others = ngettext("en {number} andere plek", "en {number} andere plekken", more)
    return (*ways, Reach(others, None, "")) if more else ways


def _door(door: CardDoor, channel: CardChannel) -> Reach:
    told = (door.distance, _with_doubt(channel.state, channel), *door.notes)
    return Reach(door.address, None, " · ".join(part for part in told if part))


def _with_doubt(said: str, channel: CardChannel) -> str:
    return f"{said} · {channel.warning}" if channel.warning else said


def _yes_or_no(said: bool | None) -> str:
    return {True: _("ja"), False: _("nee"), None: labels.not_known()}[said]
