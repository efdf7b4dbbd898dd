"""What the worker's screen says: choices with their counts, what was left out, what is not known, and rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from directory.finding.filters import Filter
from directory.finding.query import Query
from directory.finding.results import Result
from directory.finding.tally import Order
from directory.model.catalogue import Catalogue
from directory.model.provenance import Freshness
from directory.model.schedule import State, in_brussels
from directory.model.service import Referral, RunBy, Service
from directory.wording import hours, labels
from directory.wording.card import Card, Light

Table = list[dict[str, str]]

ORDER = {
    Order.BEST: "Best passend",
    Order.NAME: "Naam",
    Order.DISTANCE: "Afstand",
    Order.AGE: "Leeftijd",
    Order.NEWEST: "Nieuwste bron",
}
RUN_BY = {
    RunBy.CARE: "Hulpverleners",
    RunBy.GOVERNMENT: "Overheid",
    RunBy.POLICE: "Politie",
    RunBy.VOLUNTEERS: "Vrijwilligers",
}
IN_ADDRESS = {
    "over": "waarover",
    "waar": "plek",
    "straal": "straal",
    "hoe": "hoe",
    "weg": "kanaal",
    "thema": "thema",
    "voor": "voor wie",
    "leeftijd": "leeftijd",
    "taal": "taal",
    "wie": "wie antwoordt",
    "van": "organisatie",
    "volgorde": "volgorde",
}
"""How the parameters of an address are called; any other one stands as it is."""
COLUMNS = ("Voor wie", "Hoe en waar", "Nu", "Verwijzen")
"""The heads of the table."""
REFERRAL = {
    Referral.SELF: "zelf contact",
    Referral.PROFESSIONAL: "via hulpverlener",
    Referral.BOTH: "zelf of via jou",
}
OF_WHOM = {
    Filter.FREE: "of het gratis is",
    Filter.ANONYMOUS: "of het anoniem kan",
    Filter.REFERRAL: "hoe je verwijst",
    Filter.AUDIENCE: "voor wie het is",
    Filter.LANGUAGE: "in welke taal",
    Filter.RUN_BY: "wie antwoordt",
    Filter.WHEELCHAIR: "of een rolstoel binnen kan",
    Filter.NEWER: "hoe oud de bron is",
}
MOST_NAMED = 4
LONGEST_NAMED = 30
IN_SHORT = 2
"""So many languages, ways or people stand in a row; the card tells the rest."""


def counted(label: str, count: int) -> str:
    """A choice with how many it would leave: 'Frans (8)'."""
    return f"{label} ({count})"


def left_out(parameters: Sequence[tuple[str, str]]) -> str | None:
    """What of an address could not be used, in a sentence; None when all of it was."""
    named = dict.fromkeys(_parameter(name, value) for name, value in parameters)
    if not named:
        return None
    shown = list(named)[:MOST_NAMED]
    more = [f"{len(named) - MOST_NAMED} andere"] if len(named) > MOST_NAMED else []
    return f"Niet alles in het adres konden we gebruiken. Weggelaten: {labels.listed([*shown, *more])}."


def _parameter(name: str, value: str) -> str:
    if name not in IN_ADDRESS:
        return f"“{name[:LONGEST_NAMED]}”"
    return f"{IN_ADDRESS[name]} “{value[:LONGEST_NAMED]}”" if value else f"een deel van {IN_ADDRESS[name]}"


def not_known(counts: Mapping[Filter, int], query: Query) -> list[str]:
    """Of how many services nobody says whether they fit, and whether those are shown: a sentence each."""
    of_age = counts.get(Filter.AGE, 0)
    others = [f"{count} waarvan we niet weten {OF_WHOM[name]}" for name, count in counts.items() if name in OF_WHOM]
    return [
        *([f"Van {of_age} hiervan is de leeftijd niet gekend."] if of_age else []),
        *([f"{'Ook' if query.or_unknown else 'Niet'} getoond: {labels.listed(others)}."] if others else []),
    ]


def unsure_hours(count: int) -> str:
    """That there are services whose hours are not sure, which 'open now' leaves out."""
    return f"Niet getoond: {count} waarvan de uren niet zeker zijn. Zonder “Nu open” zie je ze."


def not_all_on_map(most: int) -> str:
    """That the map shows only so many of what was found."""
    return f"Op de kaart staan de {most} die best passen, en wat in de tabel staat."


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: what it is called, what stands out, and what follows in small letters."""

    name: str
    text: str
    more: str = ""
    light: Light | None = None


def cells(catalogue: Catalogue, result: Result, now: datetime) -> tuple[Cell, ...]:
    """What decides whether a service is the right one, as the cells of its row."""
    service = result.service
    audiences = [catalogue.vocabulary.audience(a) for a in service.eligibility.audiences]
    people = _short(labels.within_sentence(term.label.nl) for term in audiences if term)
    ways = ", ".join(labels.MODE_SHORT[mode] for mode in result.modes) or "hoe: niet gekend"
    start = REFERRAL[service.referral] if service.referral else "verwijzen: niet gekend"
    spoken = _short(labels.spoken(code) for code in service.languages)
    open_now, light = state(result, now)
    about = " · ".join(part for part in (cost(service), spoken, source(result, now)) if part)
    return (
        Cell(COLUMNS[0], *_for_whom(service, people)),
        Cell(COLUMNS[1], ways, where(result)),
        Cell(COLUMNS[2], open_now, light=light),
        Cell(COLUMNS[3], start, about),
    )


def _for_whom(service: Service, people: str) -> tuple[str, str]:
    """The ages in short and the people, or the people and that no source gives ages."""
    low, high = service.eligibility.min_age, service.eligibility.max_age
    ages = f"{low}-{high} jaar" if low is not None and high is not None else labels.ages(low, high)
    return (ages, people) if ages else (people or labels.not_known(), "leeftijd niet gekend")


def where(result: Result) -> str:
    """The nearest door, or for which area it is: 'Gent, 4 km', 'heel Vlaanderen'."""
    door = result.nearest
    if door is None:
        return labels.area(result.service.service_area)
    exact = door.distance_m is not None and door.location.is_exact
    far = f", {labels.kilometres(door.distance_m)}" if exact and door.distance_m is not None else ""
    places = len({d.location.id for d in result.doors})
    more = f" en {places - 1} andere" if places > 1 else ""
    return f"{door.location.municipality}{far}{more}"


def state(result: Result, now: datetime) -> tuple[str, Light]:
    """Whether it can be reached now: in words, and the colour that goes with them."""
    fitting = [(c, r) for c, r in result.channels if c.id in result.fitting]
    open_ones = [r for c, r in fitting if r.state is State.OPEN and not c.kind.always_writable]
    if open_ones:
        last = max(open_ones, key=lambda r: (r.always, r.until.timestamp() if r.until else 0.0))
        return hours.state(last, now), Light.OPEN
    if fitting and all(c.kind.always_writable for c, _ in fitting):
        return "schrijven kan altijd", Light.ANYTIME
    if result.state is State.CLOSED:
        return "nu dicht", Light.CLOSED
    return "uren niet zeker", Light.UNKNOWN


def cost(service: Service) -> str:
    """What it costs: gratis, an amount, or that no source says."""
    if service.cost_eur is None:
        return "kost niet gekend"
    return f"{service.cost_eur:g} euro" if service.cost_eur else "gratis"


def source(result: Result, now: datetime) -> str:
    """How old the newest source of the service is."""
    newest = result.service.newest()
    if newest is None:
        return "bron zonder datum"
    old = result.service.freshness(in_brussels(now).date()) is Freshness.OLD
    return f"{'oude bron, ' if old else 'bron van '}{newest:%Y}"


def compared(catalogue: Catalogue, cards: Sequence[tuple[Result, Card]]) -> Table:
    """Services side by side, a column each, on what decides; what is not known says so."""
    columns = {
        f"{number}. {card.title}": _deciding(catalogue, result, card)
        for number, (result, card) in enumerate(cards, start=1)
    }
    names = next(iter(columns.values()), {})
    return [{"": name, **{title: said[name] for title, said in columns.items()}} for name in names]


def _deciding(catalogue: Catalogue, result: Result, card: Card) -> dict[str, str]:
    service = result.service
    audiences = [catalogue.vocabulary.audience(a) for a in service.eligibility.audiences]
    people = labels.listed([labels.within_sentence(term.label.nl) for term in audiences if term])
    states = dict.fromkeys(f"{labels.KIND[channel.kind]}: {channel.state}" for channel in card.channels)
    return {
        "Leeftijd": labels.ages(service.eligibility.min_age, service.eligibility.max_age) or labels.not_known(),
        "Voor wie": people or labels.not_known(),
        "Gebied": labels.area(service.service_area),
        "Waar": where(result) if result.doors else "geen plek om langs te gaan",
        "Verwijzen": labels.REFERRAL[service.referral] if service.referral else labels.not_known(),
        "Eerste stap": card.what_happens or labels.not_known(),
        "Kost": "gratis"
        if service.cost_eur == 0
        else labels.not_known()
        if service.cost_eur is None
        else cost(service),
        "Anoniem": {True: "ja", False: "nee", None: labels.not_known()}[service.anonymous],
        "Talen": labels.listed([labels.spoken(code) for code in service.languages]) or labels.not_known(),
        "Nu": "; ".join(states) or labels.not_known(),
        "Wie antwoordt": card.who_answers or labels.not_known(),
        "Hoe zeker": card.known_since,
    }


def _short(words: Iterable[str]) -> str:
    every = list(words)
    more = f" +{len(every) - IN_SHORT}" if len(every) > IN_SHORT else ""
    return f"{', '.join(every[:IN_SHORT])}{more}"
