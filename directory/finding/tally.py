"""How many services would be left with a filter chosen: counted for every choice at once, before any is made.

A count is what `find` then gives as its total, since both ask the same filters.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.finding.columns import Columns, Flags, Numbers, columns
from directory.finding.filters import (
    Filter,
    Moment,
    channel_criteria,
    channels_open,
    channels_that_fit,
    channels_within_reach,
    criteria,
    criterion,
    passing,
    services_without_channel,
)
from directory.finding.language import fold
from directory.finding.query import Query
from directory.finding.relevance import relevance
from directory.geography.place import Place
from directory.model.catalogue import Catalogue


class Order(StrEnum):
    """In which order services stand."""

    BEST = "best"
    NAME = "name"
    DISTANCE = "distance"
    AGE = "age"
    NEWEST = "newest"


class Tally:
    """One question at one moment (any zone; naive is Brussels time), with what every other choice would leave."""

    def __init__(self, catalogue: Catalogue, query: Query, now: datetime) -> None:
        """Hold every filter of the question against all services once."""
        self._columns = columns(catalogue)
        self._query = query
        self._leniently = query.model_copy(update={"or_unknown": True})
        self._moment = Moment(*self._columns.readings(query.open_at or now))
        self._worded = _worded(self._columns, query)
        self._answers = criteria(self._columns, query)
        self._reached = channels_within_reach(self._columns, query)

    @property
    def total(self) -> int:
        """How many services fit."""
        return int(self._fitting.sum())

    def count(self, name: Filter, **changes: Any) -> int:
        """How many services would fit with this filter asked so; `changes` are those of the fields of the query."""
        answers = criterion(self._columns, self._query.model_copy(update=changes), name)
        others = self._all_but(name) & self._reachable
        return int((others if answers is None else others & passing(answers, self._query)).sum())

    def count_not_known(self, name: Filter, **changes: Any) -> int:
        """Of how many that fit all the rest, or may, nobody says whether they fit this filter, asked so."""
        answers = criterion(self._columns, self._query.model_copy(update=changes), name)
        others = self._all_but(name, self._leniently) & self._reachable_leniently
        return 0 if answers is None else int((others & answers.unknown).sum())

    def count_ways(self, **changes: Any) -> int:
        """The same for modes, kinds, a wheelchair and whether it is open: what is asked of the channels."""
        query = self._query.model_copy(update=changes)
        return int((self._all_but() & self._in_reach(query, self._reached.usable)).sum())

    def count_places(self, places: Sequence[Place]) -> list[int]:
        """The same for being near each of these places, or in it when it is a province."""
        others = self._all_but()
        counts = []
        for place in places:
            query = self._query.model_copy(update={"place": place})
            counts.append(int((others & self._in_reach(query, self._usable_from(place))).sum()))
        return counts

    def count_organisations(self) -> dict[str, int]:
        """The same for every organisation by id, those left out that would leave nothing."""
        found = np.flatnonzero(self._all_but(Filter.ORGANISATION) & self._reachable)
        owners = np.bincount(self._columns.owner[found], minlength=len(self._columns.organisation_ids))
        named = {self._columns.organisation_ids[n]: int(owners[n]) for n in np.flatnonzero(owners)}
        for parent, members in self._columns.of_member.items():
            own = self._columns.of_organisation.get(parent, members[:0])
            if count := int(np.isin(np.union1d(members, own), found, assume_unique=True).sum()):
                named[parent] = count
        return named

    def not_known(self) -> dict[Filter, int]:
        """For each filter that is set, of how many services that fit all the rest, or may, nobody says it.

        A service of which nobody says two things counts for both; ages keep nobody out, so those are of who fits.
        """
        return {name: count for name, flags in self._unknown.items() if (count := int(flags.sum()))}

    def not_known_of(self, service: str) -> tuple[Filter, ...]:
        """The filters that are set of which nobody says whether this service fits them."""
        number = self._columns.number_of[service]
        return tuple(name for name, flags in self._unknown.items() if flags[number])

    @cached_property
    def _unknown(self) -> dict[Filter, Flags]:
        possible = self._all_but(None, self._leniently) & self._reachable_leniently
        unknown = {name: possible & answers.unknown for name, answers in self._answers.items()}
        if Filter.AGE in unknown:
            unknown[Filter.AGE] = self._fitting & self._columns.known.no_ages
        return unknown | {name: possible & flags for name, flags in self._reached_by_unknown().items()}

    @property
    def not_shown(self) -> int:
        """How many services do not fit only because nobody says whether they do: who is unknown is never lost."""
        possible = self._all_but(None, self._leniently) & self._reachable_leniently
        return int((possible & ~self._fitting).sum())

    def ordered(self, by: Order) -> list[str]:
        """The ids of the services that fit in this order; ties and what has no value come by name, last."""
        found = np.flatnonzero(self._fitting)
        value = self._values(by)
        keys = (self._columns.name_rank,) if value is None else (self._columns.name_rank, value)
        return [self._columns.services[n].id for n in found[np.lexsort([key[found] for key in keys])]]

    def _values(self, by: Order) -> NDArray[np.float64] | Numbers | None:
        known = self._columns.known
        match by:
            case Order.DISTANCE:
                return self._distance()
            case Order.AGE:
                return np.where(known.no_ages, np.inf, self._columns.min_age)
            case Order.NEWEST:
                return -known.newest
        return None

    def _distance(self) -> NDArray[np.float64]:
        distance = np.full(len(self._columns.services), np.inf)
        near = np.flatnonzero(channels_that_fit(self._columns, self._query) & ~np.isnan(self._reached.distance))
        np.minimum.at(distance, self._columns.service_of[near], self._reached.distance[near])
        return distance

    @cached_property
    def _fitting(self) -> Flags:
        return self._all_but() & self._reachable

    @cached_property
    def _reachable(self) -> Flags:
        return self._in_reach(self._query, self._reached.usable)

    @cached_property
    def _reachable_leniently(self) -> Flags:
        return self._in_reach(self._leniently, self._reached.usable)

    def _reached_by_unknown(self) -> dict[Filter, Flags]:
        """For each filter that is asked of channels, the services that no channel surely fits and this one may."""
        surely = self._in_reach(self._query.model_copy(update={"or_unknown": False}), self._reached.usable)
        usable = self._reached.usable & channels_that_fit(self._columns, self._leniently)
        found = {}
        for name, answers in channel_criteria(self._columns, self._query, self._moment).items():
            by_unknown = services_without_channel(self._columns, self._leniently)
            by_unknown[self._columns.service_of[usable & answers.unknown]] = True
            found[name] = by_unknown & ~surely
        return found

    def _all_but(self, left_out: Filter | None = None, query: Query | None = None) -> Flags:
        """The services that fit the question, or one that is as lenient as this, but for one filter."""
        others = [passing(a, query or self._query) for name, a in self._answers.items() if name is not left_out]
        together: Flags = np.logical_and.reduce([self._worded, *others])
        return together

    def _usable_from(self, place: Place) -> Flags:
        """The channels that can be used from a place: the same for every question, so it is worked out once."""
        key = (place, self._query.within_km)
        kept = self._columns.usable_from
        if key not in kept:
            asked = Query(place=place, within_km=self._query.within_km)
            kept[key] = channels_within_reach(self._columns, asked).usable
        return kept[key]

    def _in_reach(self, query: Query, usable: Flags) -> Flags:
        """Services with a channel that can be used so, or of which none is known and none is asked."""
        usable = usable & channels_that_fit(self._columns, query)
        if query.asks_when:
            usable &= passing(channels_open(self._columns, self._moment), query)
        found = services_without_channel(self._columns, query)
        found[self._columns.service_of[usable]] = True
        return found


def _worded(laid_out: Columns, query: Query) -> Flags:
    asked = relevance(laid_out, query)
    if asked is None:
        everything = bool(fold(query.words)) or not query.words.strip()
        return np.full(len(laid_out.services), everything)
    return asked.found
