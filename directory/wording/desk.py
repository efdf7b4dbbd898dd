"""What the worker's screen says: choices with their counts, what was left out, what is not known, and rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from babel.numbers import format_decimal

from directory.finding.filters import Filter
from directory.finding.query import Query
from directory.finding.results import Result
from directory.finding.tally import Order
from directory.model.catalogue import Catalogue
from directory.model.provenance import Freshness
from directory.model.schedule import State, in_brussels
from directory.model.service import ADMISSION, Referral, RunBy, Service
from directory.wording import hours, labels
from directory.wording.card import Card, Light
from directory.wording.messages import N_, Words, _, locale, ngettext, pgettext, place_name
from directory.wording.overview import Table, how_old
from directory.wording.written import written

ORDER = Words(
    {
        Order.BEST: N_("Best passend"),
        Order.NAME: N_("Naam"),
        Order.DISTANCE: N_("Afstand"),
        Order.AGE: N_("Leeftijd"),
        Order.NEWEST: N_("Nieuwste bron"),
    }
)
RUN_BY = Words(
    {
        RunBy.CARE: N_("Hulpverleners"),
        RunBy.GOVERNMENT: N_("Overheid"),
        RunBy.POLICE: N_("Politie"),
        RunBy.VOLUNTEERS: N_("Vrijwilligers"),
    }
)
IN_ADDRESS = Words(
    {
        "over": N_("waarover"),
        "waar": N_("plek"),
        "straal": N_("straal"),
        "hoe": N_("hoe"),
        "weg": N_("kanaal"),
        "thema": N_("thema"),
        "voor": N_("voor wie"),
        "leeftijd": N_("leeftijd"),
        "taal": N_("taal"),
        "wie": N_("wie antwoordt"),
        "van": N_("organisatie"),
        "volgorde": N_("volgorde"),
    }
)
"""How the parameters of an address are called; any other one stands as it is."""
REFERRAL = Words(
    {
        Referral.SELF: N_("zelf contact"),
        Referral.PROFESSIONAL: N_("via hulpverlener"),
        Referral.BOTH: N_("zelf of via jou"),
    }
)
SAYS = Words(
    {
        Filter.AGE: N_("leeftijd"),
        Filter.FREE: N_("prijs"),
        Filter.ANONYMOUS: N_("anoniem"),
        Filter.REFERRAL: N_("hoe je verwijst"),
        **{Filter(field): said for field, said in labels.ADMISSION_IN_SHORT.items()},
        Filter.AUDIENCE: N_("voor wie"),
        Filter.LANGUAGE: N_("taal"),
        Filter.RUN_BY: N_("wie antwoordt"),
        Filter.WHEELCHAIR: N_("rolstoel"),
        Filter.NEWER: N_("ouderdom van de bron"),
    }
)
"""What a filter asks, in a list of what nobody says."""
MOST_NAMED = 4
LONGEST_NAMED = 30
IN_SHORT = 2
"""So many languages, ways or people stand in a row; the card tells the rest."""


def columns() -> tuple[str, str, str, str]:
    """The heads of the table."""
    return _("Voor wie"), _("Hoe en waar"), pgettext("head of a column", "Nu"), _("Verwijzen")


def counted(label: str, count: int) -> str:
    """A choice with how many it would leave: 'Frans (8)'."""
    return f"{label} ({count})"


def left_out(parameters: Sequence[tuple[str, str]]) -> str | None:
    """What of an address could not be used, in a sentence; None when all of it was."""
    named = dict.fromkeys(_parameter(name, value) for name, value in parameters)
    if not named:
        return None
    shown = list(named)[:MOST_NAMED]
    rest = len(named) - MOST_NAMED
    more = [ngettext("{number} andere", "{number} andere", rest)] if rest > 0 else []
    return _(
        "Niet alles in het adres konden we gebruiken. Weggelaten: {parameters}.",
        parameters=labels.listed([*shown, *more]),
    )


def _parameter(name: str, value: str) -> str:
    if name not in IN_ADDRESS:
        return _("“{parameter}”", parameter=name[:LONGEST_NAMED])
    if value:
        return _("{parameter} “{value}”", parameter=IN_ADDRESS[name], value=value[:LONGEST_NAMED])
    return _("een deel van {parameter}", parameter=IN_ADDRESS[name])


def not_known(counts: Mapping[Filter, int], query: Query) -> list[str]:
    """Of how many services nobody says whether they fit, in a list of what is shown and one of what is not."""
    # Ages that nobody states keep nobody out.
    shown = {name: count for name, count in counts.items() if query.or_unknown or name is Filter.AGE}
    hidden = {name: count for name, count in counts.items() if name not in shown}
    lists = (
        (shown, _("Niet geweten, wel getoond: {which}.")),
        (hidden, _("Niet geweten, niet getoond: {which}.")),
    )
    return [said.format(which=_in_a_row(some)) for some, said in lists if some]


def nobody_says(counts: Mapping[Filter, int]) -> str | None:
    """Of how many nobody says what a filter would ask, before it is asked; None when all of it is known."""
    known = {name: count for name, count in counts.items() if count}
    return _("Niet geweten: {which}.", which=_in_a_row(known)) if known else None


def _in_a_row(counts: Mapping[Filter, int]) -> str:
    return ", ".join(counted(SAYS[name], count) for name, count in counts.items() if name in SAYS)


def unsure_hours(count: int) -> str:
    """That there are services whose hours are not sure, which 'open now' leaves out."""
    return ngettext(
        "Niet getoond: {number} waarvan de uren niet zeker zijn. Zonder “Nu open” zie je ze.",
        "Niet getoond: {number} waarvan de uren niet zeker zijn. Zonder “Nu open” zie je ze.",
        count,
    )


def not_all_on_map(most: int) -> str:
    """That the map shows only so many of what was found."""
    return _("Op de kaart staan de {most} die best passen, en wat in de tabel staat.", most=most)


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
    people = _short(labels.within_sentence(written(term.label)) for term in audiences if term)
    ways = ", ".join(labels.MODE_SHORT[mode] for mode in result.modes) or _("hoe: niet gekend")
    start = REFERRAL[service.referral] if service.referral else _("verwijzen: niet gekend")
    spoken = _short(labels.spoken_within_sentence(code) for code in service.languages)
    open_now, light = state(result, now)
    about = " · ".join(part for part in (cost(service), spoken, source(result, now)) if part)
    for_whom, how, at_this_moment, refer = columns()
    return (
        Cell(for_whom, *_for_whom(service, people)),
        Cell(how, ways, where(result)),
        Cell(at_this_moment, open_now, light=light),
        Cell(refer, start, about),
    )


def _for_whom(service: Service, people: str) -> tuple[str, str]:
    """The ages in short and the people, or the people and that no source gives ages."""
    low, high = service.eligibility.min_age, service.eligibility.max_age
    is_range = low is not None and high is not None
    ages = _("{low}-{high} jaar", low=low, high=high) if is_range else labels.ages(low, high)
    return (ages, people) if ages else (people or labels.not_known(), _("leeftijd niet gekend"))


def where(result: Result) -> str:
    """The nearest door, or for which area it is: 'Gent, 4 km', 'heel Vlaanderen'."""
    door = result.nearest
    if door is None:
        return labels.area(result.service.service_area)
    place = place_name(door.location.municipality)
    if door.distance_m is not None and door.location.is_exact:
        place = _("{place}, {distance}", place=place, distance=labels.kilometres(door.distance_m))
    more = len({d.location.id for d in result.doors}) - 1
    return ngettext("{place} en {number} andere", "{place} en {number} andere", more, place=place) if more else place


def state(result: Result, now: datetime) -> tuple[str, Light]:
    """Whether it can be reached now: in words, and the colour that goes with them."""
    fitting = [(c, r) for c, r in result.channels if c.id in result.fitting]
    open_ones = [r for c, r in fitting if r.state is State.OPEN and not c.kind.always_writable]
    if open_ones:
        last = max(open_ones, key=lambda r: (r.always, r.until.timestamp() if r.until else 0.0))
        return hours.state(last, now), Light.OPEN
    if fitting and all(c.kind.always_writable for c, _ in fitting):
        return _("schrijven kan altijd"), Light.ANYTIME
    if result.state is State.CLOSED:
        return _("nu dicht"), Light.CLOSED
    return _("uren niet zeker"), Light.UNKNOWN


def cost(service: Service) -> str:
    """What it costs: gratis, an amount, or that no source says."""
    if service.cost_eur is None:
        return _("kost niet gekend")
    amount = format_decimal(service.cost_eur, locale=locale())
    return _("{amount} euro", amount=amount) if service.cost_eur else _("gratis")


def source(result: Result, now: datetime) -> str:
    """How old the newest source of the service is."""
    service = result.service
    return how_old(service.newest(), is_old=service.freshness(in_brussels(now).date()) is Freshness.OLD)


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
    people = labels.listed([labels.within_sentence(written(term.label)) for term in audiences if term])
    ways = dict.fromkeys(channel.title for channel in card.channels)
    states = dict.fromkeys(f"{labels.KIND[channel.kind]}: {channel.state}" for channel in card.channels)
    return {
        _("Leeftijd"): labels.ages(service.eligibility.min_age, service.eligibility.max_age) or labels.not_known(),
        _("Voor wie"): people or labels.not_known(),
        _("Gebied"): labels.area(service.service_area),
        pgettext("head of a column", "Waar"): where(result) if result.doors else _("geen plek om langs te gaan"),
        _("Verwijzen"): labels.REFERRAL[service.referral] if service.referral else labels.not_known(),
        **{labels.ADMISSION[field]: _yes_or_no(getattr(service, field)) for field in ADMISSION},
        _("Eerste stap"): card.what_happens or labels.not_known(),
        _("Kost"): labels.not_known() if service.cost_eur is None else cost(service),
        _("Anoniem"): _yes_or_no(service.anonymous),
        _("Talen"): labels.listed(list(map(labels.spoken_within_sentence, service.languages))) or labels.not_known(),
        _("Zo bereik je hen"): "; ".join(ways) or labels.not_known(),
        pgettext("head of a column", "Nu"): "; ".join(states) or labels.not_known(),
        _("Wie antwoordt"): card.who_answers or labels.not_known(),
        _("Hoe zeker"): card.known_since,
    }


def _yes_or_no(said: bool | None) -> str:
    return {True: _("ja"), False: _("nee"), None: labels.not_known()}[said]


def _short(words: Iterable[str]) -> str:
    every = list(words)
    more = f" +{len(every) - IN_SHORT}" if len(every) > IN_SHORT else ""
    return f"{', '.join(every[:IN_SHORT])}{more}"
