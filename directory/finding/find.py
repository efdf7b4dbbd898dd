"""The question the directory exists for: (catalogue, query, now) in, results with their reasons out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import compress
from math import isnan

import numpy as np
from numpy.typing import NDArray

from directory.finding.columns import NOBODY, Columns, Flags, Numbers, columns
from directory.finding.filters import (
    Moment,
    Reached,
    channels_open,
    channels_that_fit,
    channels_within_reach,
    passing,
    services_that_fit,
    services_without_channel,
)
from directory.finding.language import fold, tokens, tokens_of_term
from directory.finding.query import Query
from directory.finding.ranking import (
    A_TRIP_M,
    BY_NAME,
    FOR_A_GROUP_M,
    NAMESAKE,
    NOT_WISHED,
    SPOKEN_APART,
    THERE,
    Standing,
    in_order,
)
from directory.finding.ranking import SPOKEN as OTHER_TONGUE
from directory.finding.reasons import Reasoning
from directory.finding.relevance import Relevance, relevance
from directory.finding.results import Answer, Door, Result
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode
from directory.model.organisation import Organisation, Status
from directory.model.schedule import Reading, State
from directory.model.service import Service

MANY = 20
MODES = tuple(Mode)
"""In the order in which they are told."""
IN_TOWN_M = 2_000
"""So far, in metres, we take a door to be of which only the town may be known."""
ONE_GENERATION = 30
"""A service whose ages lie no further apart, in years, is meant for those ages."""


def find(catalogue: Catalogue, query: Query, now: datetime, *, limit: int = MANY) -> Answer:
    """What fits a query at a moment (any zone; naive is Brussels time). Pure: same in, same out."""
    return _Search(columns(catalogue), query, now).answer(limit)


def result_of(catalogue: Catalogue, service: Service, query: Query, now: datetime) -> Result:
    """One service as a result, whether or not it fits the query."""
    laid_out = columns(catalogue)
    return _Search(laid_out, query, now).result(laid_out.services.index(service))


def every_result(catalogue: Catalogue, query: Query, now: datetime) -> Iterator[Result]:
    """Each service as a result, whether or not it fits the query, in the order of the catalogue."""
    search = _Search(columns(catalogue), query, now)
    yield from (search.result(number) for number in range(len(catalogue.services)))


@dataclass(frozen=True, slots=True)
class _Found:
    services: Flags
    channels: Flags


class _Search:
    """One question while it is being answered."""

    def __init__(self, laid_out: Columns, query: Query, now: datetime) -> None:
        self.columns = laid_out
        self.query = query
        self.moment = Moment(*laid_out.readings(now))
        self.wanted = Moment(*laid_out.readings(query.open_at)) if query.open_at else self.moment
        self.reached: Reached = channels_within_reach(laid_out, query)
        self.usable = channels_that_fit(laid_out, query) & self.reached.usable
        self.asked: Relevance | None = relevance(laid_out, query)
        self.reasoning = Reasoning(laid_out.catalogue, query, self.asked)

    def answer(self, limit: int) -> Answer:
        worded = self._worded()
        everything = self._found(services_that_fit(self.columns, self.query) & worded)
        if not self.query.asks_when:
            chosen, unsure = everything, None
        else:
            opened = channels_open(self.columns, self.wanted)
            chosen = self._narrowed(everything, passing(opened, self.query))
            unsure = self._narrowed(everything, opened.unknown)
            unsure = _Found(unsure.services & ~chosen.services, unsure.channels)
        return Answer(
            total=int(chosen.services.sum()),
            strength=self._strength(chosen),
            results=self._results(chosen, limit),
            uncertain_total=int(unsure.services.sum()) if unsure else 0,
            uncertain=self._results(unsure, limit) if unsure else (),
            organisations=(names := self._organisations(everything)),
            themes=tuple(sorted(self.query.themes | frozenset(self.asked.themes if self.asked else ()))),
            told=self.query.themes | (self.asked.told if self.asked else frozenset()),
            audience=self.asked.audience if self.asked else None,
            meant=self.asked.meant if self.asked else (),
            understood=bool(worded.any() or names),
        )

    def result(self, number: int, fitting: Flags | None = None) -> Result:
        """The service with this number as a result; `fitting` the channels that fit, by default the usable."""
        service, own = self.columns.services[number], self.columns.channels_of(number)
        owner = self.columns.catalogue.owner(service)
        readings = [self.moment.readings[n] for n in self.moment.number[own].tolist()]
        channels = tuple(zip(service.channels, readings, strict=True))
        fits = (self.usable if fitting is None else fitting)[own].tolist()
        chosen = list(compress(channels, fits))
        modes = set(compress(self.columns.mode_of[own], self.reached.usable[own].tolist()))
        doors = self._doors(service, own, fits)
        is_open = any(r.state is State.OPEN for _, r in chosen)
        why = self.reasoning.reasons(service, owner, is_open=is_open, nearest=doors[0] if doors else None)
        return Result(
            service=service,
            organisation=owner,
            channels=channels,
            fitting=frozenset(c.id for c, _ in chosen),
            modes=tuple(m for m in MODES if m in modes),
            state=service_state([r for c, r in chosen if not c.kind.always_writable]),
            doors=doors,
            reasons=tuple(why),
        )

    def _worded(self) -> Flags:
        if self.asked is None:
            count = len(self.columns.services)
            return np.full(count, bool(fold(self.query.words)) or not self.query.words.strip())
        return self.asked.found

    def _found(self, services: Flags) -> _Found:
        reachable = services_without_channel(self.columns, self.query)
        reachable[self.columns.service_of[self.usable]] = True
        services = services & reachable
        return _Found(services, self.usable & services[self.columns.service_of])

    def _narrowed(self, found: _Found, channels: Flags) -> _Found:
        kept = found.channels & channels
        services = np.zeros_like(found.services)
        services[self.columns.service_of[kept]] = True
        return _Found(services, kept)

    def _results(self, found: _Found, limit: int) -> tuple[Result, ...]:
        if not limit:
            return ()
        numbers = np.flatnonzero(found.services)
        ordered = in_order(
            self._standing(numbers, found.channels),
            need_is_known=bool(self.asked or self.query.themes),
            by_distance=self.query.place is not None and not self.query.place.is_wide,
        )
        if self.query.or_listens and (self.query.themes or self.query.audience):
            meant = services_that_fit(self.columns, self.query.model_copy(update={"or_listens": False}))
            ordered = ordered[np.argsort(~meant[numbers[ordered]], kind="stable")]
        return tuple(self.result(n, found.channels) for n in numbers[ordered[:limit]].tolist())

    def _standing(self, numbers: Numbers, channels: Flags) -> Standing:
        count = len(self.columns.services)
        distance = np.full(count, np.inf)
        near = np.flatnonzero(channels & ~np.isnan(self.reached.distance))
        np.minimum.at(distance, self.columns.service_of[near], self.reached.distance[near])
        in_town = self.columns.service_of[channels & self.reached.in_town]
        distance[in_town] = np.minimum(distance[in_town], IN_TOWN_M)
        open_now = np.zeros(count, dtype=bool)
        open_now[self.columns.service_of[channels & self.wanted.is_in(State.OPEN)]] = True
        spoken = np.zeros(count, dtype=bool)
        language = self.query.language or (self.asked.language if self.asked else self.query.reads)
        spoken[self.columns.with_language.get(language, NOBODY)] = True
        nothing = np.zeros(count)
        there = self._there(distance)
        if self.asked is None and not (self.query.themes or self.query.audience or self.query.modes):
            distance[self.columns.for_a_group] += FOR_A_GROUP_M
        return Standing(
            named=self._named(there, distance)[numbers],
            score=(self.asked.score[:count] if self.asked else nothing)[numbers],
            distance=distance[numbers],
            spoken=spoken[numbers],
            listening=self.columns.listening[numbers],
            open_now=open_now[numbers],
            themes=self.columns.theme_count[numbers],
            trusted=self.columns.trusted[numbers],
            wished=self._wished()[numbers],
            of_age=self._of_age()[numbers],
            there=there[numbers],
            wide=self.columns.wide_for(language)[numbers],
            by_wire=self.columns.by_wire[numbers],
            referred=self.columns.referred[numbers]
            & np.bool_(self.asked is None or not self.asked.for_professionals),
            unclear=self.asked is not None and self.asked.unclear,
            unspoken=SPOKEN_APART.get(language, OTHER_TONGUE),
            urgent=self.query.rather_open or (self.asked is not None and self.asked.urgent),
        )

    def _there(self, distance: NDArray[np.float64]) -> Flags:
        """The services that are near the place that the words name, have their home there, or are for it only."""
        count = len(self.columns.services)
        if not self.query.rather_there or self.query.place is None:
            return np.zeros(count, dtype=bool)
        there: Flags = np.isfinite(distance) | ~self.columns.wide | self.columns.of_brussels
        there[self.columns.at_home.get(self.query.place.municipality or "", NOBODY)] = True
        return there

    def _named(self, there: Flags, distance: NDArray[np.float64]) -> NDArray[np.float64]:
        """Per service how surely it is asked for by name: who asks a network in a town asks its member there."""
        count = len(self.columns.services)
        if self.asked is None:
            return np.zeros(count)
        named = self.asked.named[:count].copy()
        if there.any() and named.any():
            for network, members in self.columns.of_member.items():
                asked = named[self.columns.of_organisation.get(network, NOBODY)].max(initial=0)
                near = members[there[members]]
                named[near] = np.maximum(named[near], asked * THERE)
            named[there] = np.maximum(named[there], self.asked.named[:count][there] * THERE)
            # Of namesakes the nearest is meant, also when the region in its name makes it a longer one.
            best = named[there].max(initial=0)
            namesakes = there & (named >= NAMESAKE * best)
            named[namesakes] = best + np.exp(-distance[namesakes] / A_TRIP_M)
        return named

    def _strength(self, found: _Found) -> float:
        """How well the best of these fits the words; who was asked for by name fits better than any need."""
        if self.asked is None or not found.services.any():
            return 0.0
        count = len(found.services)
        named, score = self.asked.named[:count][found.services], self.asked.score[:count][found.services]
        return float(BY_NAME * named.max() if named.any() else score.max())

    def _of_age(self) -> Flags:
        """The services that are meant for the asked age, and not for everybody."""
        if self.query.age is None:
            return np.zeros(len(self.columns.services), dtype=bool)
        fits: Flags = (self.columns.min_age <= self.query.age) & (self.columns.max_age >= self.query.age)
        return fits & (self.columns.max_age - self.columns.min_age <= ONE_GENERATION)

    def _wished(self) -> NDArray[np.float64]:
        """Per service what is left of its score when it is not what was rather wanted."""
        left = np.ones(len(self.columns.services))
        for asked, fits in (
            (self.query.rather_free, self.columns.free),
            (self.query.rather_anonymous, self.columns.anonymous),
        ):
            left *= np.where(fits, 1, NOT_WISHED) if asked else 1
        return left

    def _doors(self, service: Service, own: slice, fits: list[bool]) -> tuple[Door, ...]:
        """The doors of a service that fit, nearest first."""
        modes = self.columns.mode_of[own]
        if Mode.IN_PERSON not in modes:
            return ()
        doors = []
        distances = self.reached.distance[own].tolist()
        for channel, fit, mode, metres in zip(service.channels, fits, modes, distances, strict=True):
            if fit and mode is Mode.IN_PERSON and (place := self.columns.catalogue.door(channel)):
                doors.append(Door(channel, place, None if isnan(metres) else metres))
        return tuple(sorted(doors, key=lambda d: (d.distance_m is None, d.distance_m or 0)))

    def _organisations(self, found: _Found) -> tuple[Organisation, ...]:
        """Names asked for that have no service here; a part of who is found already only by its whole name."""
        if self.asked is None:
            return ()
        value = self.asked.named[len(self.columns.services) :]
        best_first = sorted(np.flatnonzero(value), key=lambda n: -value[n])
        if not best_first:
            return ()
        owners = {self.columns.catalogue.owner(self.columns.services[n]).id for n in np.flatnonzero(found.services)}
        asked = set(tokens(self.query.words))
        organisations = [self.columns.without_service[n] for n in best_first]
        return tuple(
            o
            for o in organisations
            if o.parent not in owners
            or o.status is not Status.ACTIVE
            or any(set(tokens_of_term(name)) <= asked for name in o.names)
        )


def service_state(readings: Sequence[Reading]) -> State:
    """Open when one channel surely is, else not known when one is not known, else closed."""
    states = {r.state for r in readings}
    if State.OPEN in states:
        return State.OPEN
    return State.CLOSED if states == {State.CLOSED} else State.UNKNOWN
