"""What the worker's screen says: choices with their counts, what was left out, what is not known, and rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from babel.numbers import format_decimal

from directory.finding.easing import Easing
from directory.finding.filters import Filter
from directory.finding.query import Query
from directory.finding.results import Result
from directory.finding.tally import Order
from directory.model.catalogue import Catalogue
from directory.model.provenance import Freshness, freshness_of
from directory.model.schedule import State, in_brussels
from directory.model.service import Referral, RunBy, Service
from directory.wording import hours, labels
from directory.wording.card import Light
from directory.wording.messages import N_, Words, _, locale, ngettext, pgettext, place_name
from directory.wording.overview import how_old
from directory.wording.written import shortened, written

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
        Filter.OPEN: N_("uren"),
        Easing.WORDS: N_("waarover"),
        Easing.PLACE: N_("plek"),
        Easing.WAYS: N_("hoe"),
        Easing.WHEN: N_("nu open"),
        Easing.THEMES: N_("thema"),
        Easing.ORGANISATION: N_("organisatie"),
        Easing.CHECKED: N_("nagekeken"),
    }
)
"""What a filter asks, in a list of what nobody says, or of what can be let go."""
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
        return _("“{parameter}”", parameter=shortened(name, LONGEST_NAMED))
    if value:
        return _("{parameter} “{value}”", parameter=IN_ADDRESS[name], value=shortened(value, LONGEST_NAMED))
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


def in_doubt(filters: Iterable[Filter]) -> str | None:
    """What nobody says of a service that is shown all the same; its row says itself when that is the age."""
    said = [SAYS[name] for name in filters if name in SAYS and name is not Filter.AGE]
    return _("Niet geweten: {which}.", which=", ".join(said)) if said else None


def _in_a_row(counts: Mapping[Filter, int]) -> str:
    return ", ".join(counted(SAYS[name], count) for name, count in counts.items() if name in SAYS)


def show_unknown(count: int) -> str:
    """The offer to show so many services too, of which nobody says whether they fit."""
    return ngettext(
        "Toon ook {number} plek waarvan we het niet weten",
        "Toon ook {number} plekken waarvan we het niet weten",
        count,
    )


def without(by: Easing, count: int) -> str:
    """The offer to let go of something of the question, with how many services that would leave."""
    return _("Zonder “{filter}” ({number})", filter=SAYS[by], number=count)


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
    if not result.channels:
        return labels.not_known(), Light.UNKNOWN
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
    newest = service.newest_source
    is_old = freshness_of(service.dated, in_brussels(now).date()) is Freshness.OLD
    return how_old(hours.dated(newest.dated_as) if newest else None, is_old=is_old)


def _short(words: Iterable[str]) -> str:
    every = list(words)
    more = f" +{len(every) - IN_SHORT}" if len(every) > IN_SHORT else ""
    return f"{', '.join(every[:IN_SHORT])}{more}"
