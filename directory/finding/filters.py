"""One function a filter: each says, for all services or all channels at once, which ones fit.

A stricter question never lets more through, and what is not known never counts as a yes, except for age:
a service whose ages nobody states keeps nobody out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from directory.finding.columns import NOT_IN_A_TOWN, Columns, Flags, Numbers
from directory.finding.known import UNDATED, Answers
from directory.finding.query import Query
from directory.finding.reach import is_only_elsewhere, serves
from directory.geography.distance import distances_m
from directory.geography.place import Place
from directory.model.schedule import Reading, State
from directory.model.service import ADMISSION

OLDEST = 120
"""Years: nobody is older."""
DEGREE_M = 111_000
"""Metres in a degree of latitude, rounded down as a first sieve before distances are measured."""


@dataclass(frozen=True, slots=True)
class Reached:
    """Per channel: can it be used from the asked place, and how far is its door (metres, NaN: none)?

    `in_town` are the doors without a public point that are in the asked municipality.
    """

    usable: Flags
    distance: NDArray[np.float64]
    in_town: Flags


@dataclass(frozen=True, slots=True)
class Moment:
    """Per channel: the number of its reading at the asked moment."""

    readings: list[Reading]
    number: Numbers

    def is_in(self, state: State) -> Flags:
        """The channels in this state."""
        fits = np.array([r.state is state for r in self.readings], dtype=bool)
        return fits[self.number] if len(fits) else np.zeros(len(self.number), dtype=bool)


class Filter(StrEnum):
    """The filters that are asked of a service itself; wheelchair and open are asked of its channels."""

    AGE = "age"
    FREE = "free"
    ANONYMOUS = "anonymous"
    REFERRAL = "referral"
    LETTER = "letter_needed"
    INTAKE = "intake"
    PARENTS = "without_parents"
    THEME = "theme"
    AUDIENCE = "audience"
    LANGUAGE = "language"
    RUN_BY = "run_by"
    WHEELCHAIR = "wheelchair"
    ORGANISATION = "organisation"
    NEWER = "newer"
    CHECKED = "checked"
    AMONG = "among"
    OPEN = "open"


def services_that_fit(columns: Columns, query: Query) -> Flags:
    """Services that fit what is asked of the service itself."""
    fits = np.ones(len(columns.services), dtype=bool)
    for answers in criteria(columns, query).values():
        fits &= passing(answers, query)
    return fits


def passing(answers: Answers, query: Query) -> Flags:
    """Who stays with a filter: who surely fits and, when that is asked, of whom it is not known."""
    return answers.yes | answers.unknown if query.or_unknown else answers.yes


def criteria(columns: Columns, query: Query) -> dict[Filter, Answers]:
    """The answer of every service to each filter that is set."""
    return {name: answers for name, ask in _ASK.items() if (answers := ask(columns, query)) is not None}


def criterion(columns: Columns, query: Query, name: Filter) -> Answers | None:
    """The answer of every service to one filter, None when it is not set."""
    return _ASK[name](columns, query)


def _age(columns: Columns, query: Query) -> Answers | None:
    if query.age is None:
        return None
    return _sure((columns.min_age <= query.age) & (columns.max_age >= query.age))


def _referral(columns: Columns, query: Query) -> Answers | None:
    known = columns.known
    asked = [known.by_oneself] if query.without_referral else []
    asked += [known.through_professional] if query.through_professional else []
    if not asked:
        return None
    return Answers(np.logical_and.reduce([one.yes for one in asked]), asked[0].unknown)


def _admission(field: str) -> Callable[[Columns, Query], Answers | None]:
    def ask(columns: Columns, query: Query) -> Answers | None:
        wanted: bool | None = getattr(query, field)
        return None if wanted is None else columns.known.admission[field][wanted]

    return ask


def _themes(columns: Columns, query: Query) -> Answers | None:
    if not query.themes:
        return None
    vocabulary = columns.catalogue.vocabulary
    wanted = frozenset(narrower for theme in query.themes for narrower in vocabulary.within(theme))
    about = _any_of(columns.with_theme, wanted, len(columns.services))
    return _sure(about | columns.for_any_need if query.or_listens else about)


def _audience(columns: Columns, query: Query) -> Answers | None:
    if not query.audience:
        return None
    vocabulary = columns.catalogue.vocabulary
    meant = _any_of(columns.with_audience, vocabulary.within(query.audience), len(columns.services))
    term = vocabulary.audience(query.audience)
    if query.or_listens and term and not term.on_behalf:
        ages = (columns.max_age >= (term.min_age or 0)) & (columns.min_age <= (term.max_age or OLDEST))
        meant |= columns.for_any_need & ages
    return Answers(meant, columns.known.no_audience)


def _language(columns: Columns, query: Query) -> Answers | None:
    if not query.language:
        return None
    spoken = _any_of(columns.with_language, {query.language}, len(columns.services))
    return Answers(spoken, columns.known.no_language)


def _organisation(columns: Columns, query: Query) -> Answers | None:
    if not query.organisation:
        return None
    count, asked = len(columns.services), {query.organisation}
    return _sure(_any_of(columns.of_organisation, asked, count) | _any_of(columns.of_member, asked, count))


def _newer(columns: Columns, query: Query) -> Answers | None:
    if query.newer_than is None:
        return None
    newest = columns.known.newest
    return Answers(newest > query.newer_than.toordinal(), newest == UNDATED)


def _checked(columns: Columns, query: Query) -> Answers | None:
    if query.checked_after is None:
        return None
    return _sure(columns.known.checked > query.checked_after.toordinal())


def _among(columns: Columns, query: Query) -> Answers | None:
    if query.among is None:
        return None
    among = np.zeros(len(columns.services), dtype=bool)
    among[[columns.number_of[service] for service in query.among if service in columns.number_of]] = True
    return _sure(among)


def _sure(yes: Flags) -> Answers:
    """A filter to which every service has an answer."""
    return Answers(yes, np.zeros(len(yes), dtype=bool))


_ASK: dict[Filter, Callable[[Columns, Query], Answers | None]] = {
    Filter.AGE: _age,
    Filter.FREE: lambda columns, query: columns.known.free if query.free else None,
    Filter.ANONYMOUS: lambda columns, query: columns.known.anonymous if query.anonymous else None,
    Filter.REFERRAL: _referral,
    **{Filter(field): _admission(field) for field in ADMISSION},
    Filter.THEME: _themes,
    Filter.AUDIENCE: _audience,
    Filter.LANGUAGE: _language,
    Filter.RUN_BY: lambda columns, query: columns.known.run_by[query.run_by] if query.run_by else None,
    Filter.ORGANISATION: _organisation,
    Filter.NEWER: _newer,
    Filter.CHECKED: _checked,
    Filter.AMONG: _among,
}


def channels_that_fit(columns: Columns, query: Query) -> Flags:
    """Channels of an asked mode and an asked kind, none asked means all; with a wheelchair what one can use so."""
    fits = np.full(len(columns.pairs), not query.modes)
    for mode in query.modes:
        fits |= columns.in_mode[mode]
    if query.kinds:
        of_kind = np.zeros_like(fits)
        for kind in query.kinds:
            of_kind |= columns.of_kind[kind]
        fits &= of_kind
    if query.wheelchair:
        fits &= passing(columns.enterable, query)
    return fits


def channels_open(columns: Columns, moment: Moment) -> Answers:
    """Whether each channel is open at a moment: surely not when that is probable, or when one can only write."""
    written = np.zeros(len(columns.pairs), dtype=bool)
    for kind, of_kind in columns.of_kind.items():
        written |= of_kind & kind.always_writable
    probably_shut = np.array([r.probably is State.CLOSED for r in moment.readings], dtype=bool)
    shut = probably_shut[moment.number] if len(probably_shut) else written
    return Answers(moment.is_in(State.OPEN), moment.is_in(State.UNKNOWN) & ~written & ~shut)


def channel_criteria(columns: Columns, query: Query, moment: Moment) -> dict[Filter, Answers]:
    """The answer of every channel to each filter that is set and that a channel may leave open."""
    asked = {Filter.WHEELCHAIR: columns.enterable} if query.wheelchair else {}
    return asked | ({Filter.OPEN: channels_open(columns, moment)} if query.asks_when else {})


def channels_within_reach(columns: Columns, query: Query) -> Reached:
    """Channels that can be used from the asked place; without a place all of them.

    A door counts within the radius (of a province: inside it), unless its service is meant for another region
    only; a door without a public point counts in its own municipality. Every other channel counts when the service
    is meant for that place, or when it has a door nearby.
    """
    count = len(columns.pairs)
    distance = np.full(count, np.nan)
    if query.place is None:
        return Reached(np.ones(count, dtype=bool), distance, np.zeros(count, dtype=bool))
    meant = np.array([serves(area, query.place) for area in columns.areas], dtype=bool)
    elsewhere = np.array([is_only_elsewhere(area, query.place) for area in columns.areas], dtype=bool)
    area = columns.area[columns.service_of]
    if query.place.is_wide:
        near = np.isin(columns.postcode, [int(code) for code in query.place.postcodes]) & ~elsewhere[area]
    else:
        distance = _distances(columns, query.place, query.within_km)
        near = (distance <= query.within_km * 1000) & ~elsewhere[area]
    has_door_near = np.zeros(len(columns.services), dtype=bool)
    has_door_near[columns.service_of[near]] = True
    has_point = ~np.isnan(columns.lon)
    has_town_only = columns.town != NOT_IN_A_TOWN
    in_town = has_town_only & (columns.town == columns.town_number.get(query.place.municipality, NOT_IN_A_TOWN))
    anywhere = ~has_point & ~has_town_only & (meant[area] | has_door_near[columns.service_of])
    usable = near | in_town | anywhere
    return Reached(usable, distance, in_town)


def services_without_channel(columns: Columns, query: Query) -> Flags:
    """Services of which no channel is known: found when nothing is asked that only a channel can fit."""
    found = np.ones(len(columns.services), dtype=bool)
    found[columns.service_of] = False
    must_enter = query.wheelchair and not query.or_unknown
    if query.modes or query.kinds or query.asks_when or must_enter:
        found[:] = False
    if query.place:
        meant = np.array([serves(area, query.place) for area in columns.areas], dtype=bool)
        found &= meant[columns.area]
    return found


def _distances(columns: Columns, place: Place, within_km: float) -> NDArray[np.float64]:
    distance = np.full(len(columns.pairs), np.nan)
    degrees = within_km * 1000 / DEGREE_M * 1.01
    north_south = np.abs(columns.lat - place.point.lat) <= degrees
    east_west = np.abs(columns.lon - place.point.lon) <= degrees / np.cos(np.radians(52))
    near = np.flatnonzero(north_south & east_west)
    if len(near):
        distance[near] = distances_m(place.point, columns.lon[near], columns.lat[near])
    return distance


def _any_of(numbers: dict[str, Numbers], keys: frozenset[str] | set[str], count: int) -> Flags:
    fits = np.zeros(count, dtype=bool)
    for key in keys:
        if key in numbers:
            fits[numbers[key]] = True
    return fits
