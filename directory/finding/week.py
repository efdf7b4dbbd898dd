"""When somebody answers: how many services are open at each minute of an ordinary week, by chat or by telephone.

Judged as on the cards: hours that are old or not verified make nobody open, only probably open; of who gives no
hours it is not known. So an hour has three answers, and only where every service is surely shut a fourth: nobody.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from directory.finding.availability import Evidence, evidence
from directory.finding.columns import Columns, columns
from directory.finding.filters import services_that_fit
from directory.finding.query import Query
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind
from directory.model.schedule import BRUSSELS, State, ordinary_week, schedule
from directory.model.service import Service

DAY = 24 * 60
WEEK = 7 * DAY
"""Minutes."""
EMERGENCY = "noodgeval"
"""The theme of numbers for emergencies alone, with all below it: that they answer at night helps nobody who wants to
talk."""
Minutes = NDArray[np.bool_]
"""Of a week that begins on Monday at midnight, shape (WEEK,)."""
Counts = NDArray[np.int64]


class Answered(StrEnum):
    """Whether anybody answers, the surest first."""

    SURELY = "surely"
    PROBABLY = "probably"
    UNKNOWN = "unknown"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Hour:
    """One hour of the week: `least` is what holds all through it, `most` what holds for some of it.

    `surely` are the services that are surely open, at least so many all hour; `probably` those that would be.
    """

    least: Answered
    most: Answered
    surely: int
    probably: int


@dataclass(frozen=True, slots=True)
class Answers:
    """One service by one kind of channel, with what it contributes, in minutes a week."""

    service: Service
    channels: tuple[Channel, ...]
    surely: int
    probably: int


@dataclass(frozen=True, eq=False)
class Week:
    """How many services are surely open, probably open and not known, minute by minute."""

    monday: date
    kind: Kind
    services: tuple[Answers, ...]
    surely: Counts
    probably: Counts
    unknown: Counts

    @cached_property
    def state(self) -> NDArray[np.int64]:
        """At each minute the place of its answer in `Answered`."""
        best = np.select([self.surely > 0, self.probably > 0, self.unknown > 0], [0, 1, 2], 3)
        return np.asarray(best, dtype=np.int64)

    @cached_property
    def minutes(self) -> dict[Answered, int]:
        """How many minutes of the week each answer holds; together the whole week."""
        return {answer: int((self.state == n).sum()) for n, answer in enumerate(Answered)}

    @cached_property
    def hours(self) -> tuple[tuple[Hour, ...], ...]:
        """The hours, a row for each day."""
        states = list(Answered)
        by_hour = (7, 24, 60)
        least, most = self.state.reshape(by_hour).max(axis=2), self.state.reshape(by_hour).min(axis=2)
        surely = self.surely.reshape(by_hour).min(axis=2)
        probably = self.probably.reshape(by_hour).min(axis=2)
        return tuple(
            tuple(
                Hour(states[least[d, h]], states[most[d, h]], int(surely[d, h]), int(probably[d, h]))
                for h in range(24)
            )
            for d in range(7)
        )


def week(catalogue: Catalogue, kind: Kind, theme: str | None, age: int | None, today: date) -> Week:
    """Who answers by this kind of channel for a theme and an age (None: any), in the first ordinary week from today.

    The same answer for the same catalogue, question and day is worked out once.
    """
    return _week(catalogue, kind, theme, age, today)


@lru_cache(maxsize=64)
def _week(catalogue: Catalogue, kind: Kind, theme: str | None, age: int | None, today: date) -> Week:
    laid_out = columns(catalogue)
    fits = services_that_fit(laid_out, Query(themes=frozenset([theme] if theme else []), age=age))
    monday = ordinary_week(today)
    emergencies = catalogue.vocabulary.within(EMERGENCY)
    surely, probably, unknown = (np.zeros(WEEK, dtype=np.int64) for _ in range(3))
    answering = []
    for number in np.unique(laid_out.service_of[laid_out.of_kind[kind] & fits[laid_out.service_of]]):
        service = laid_out.services[number]
        if theme is None and service.themes and emergencies.issuperset(service.themes):
            continue
        channels = _channels(laid_out, int(number), kind)
        open_, maybe, not_known = _of_service([evidence(service, c, today) for c in channels], monday)
        surely += open_
        probably += maybe
        unknown += not_known
        answering.append(Answers(service, channels, int(open_.sum()), int(maybe.sum())))
    return Week(monday, kind, tuple(answering), surely, probably, unknown)


def _channels(laid_out: Columns, service: int, kind: Kind) -> tuple[Channel, ...]:
    return tuple(channel for _, channel in laid_out.pairs[laid_out.channels_of(service)] if channel.kind is kind)


def _of_service(known: list[Evidence], monday: date) -> tuple[Minutes, Minutes, Minutes]:
    """When a service is surely open, else probably, else not known: never two of them at one minute."""
    each = [_of_evidence(one, monday) for one in known]
    surely, probably, unknown = (np.logical_or.reduce([one[n] for one in each]) for n in range(3))
    return surely, probably & ~surely, unknown & ~probably & ~surely


@lru_cache(maxsize=4096)
def _of_evidence(known: Evidence, monday: date) -> tuple[Minutes, Minutes, Minutes]:
    """As `availability.judge`, for a whole week at once."""
    surely, probably, unknown = (np.zeros(WEEK, dtype=bool) for _ in range(3))
    if known.hours is None:
        unknown[:] = True
        return surely, probably, unknown
    start = datetime.combine(monday, time(), BRUSSELS)
    open_ = probably if known.doubt else surely
    for stretch in schedule(known.hours, flemish=known.flemish).stretches(start, start + timedelta(days=7)):
        here = slice(_minute(stretch.start, start), _minute(stretch.end, start))
        if stretch.state is State.OPEN:
            open_[here] = True
        elif stretch.state is State.UNKNOWN:
            unknown[here] = True
    return surely, probably, unknown


def _minute(moment: datetime, start: datetime) -> int:
    return round((moment - start).total_seconds() / 60)
