"""When a channel answers: OSM opening hours, judged at one moment on the clock of Brussels.

The syntax is the OpenStreetMap `opening_hours` specification, read by opening-hours-py with the public
holidays of Belgium. What a schedule does not say it does not get: on a public holiday without a PH rule,
on 11 July (day of the Flemish Community) and in school holidays that no calendar gives, it is not known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, ParserError  # type: ignore[attr-defined]
from opening_hours import State as OsmState

from directory.model.closing import parted

BRUSSELS = ZoneInfo("Europe/Brussels")
HORIZON = timedelta(days=8)
NIGHT_ENDS = timedelta(hours=8)
"""An opening that ends before this hour of the morning belongs to the evening before."""
_A_MINUTE = timedelta(minutes=1)
NEVER_CLOSED = {"24/7", "Mo-Su,PH"}
_COMMENT = re.compile(r'"[^"]*"')
_ON_HOLIDAYS_ONLY = "PH 00:00-24:00"
_DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)"
_DAYS_AND_TIMES = re.compile(rf"(?:{_DAY}(?=[-, ]|$)|\d\d:\d\d|off|closed|[-,; ])+", re.ASCII)
"""No month, year, week or sun: nothing that tells one week from another, but for holidays."""


class State(StrEnum):
    """Three answers, never two."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


_STATES = {OsmState.OPEN: State.OPEN, OsmState.CLOSED: State.CLOSED}


class Doubt(StrEnum):
    """Why a state is not known."""

    NO_HOURS = "no_hours"
    OLD = "old"
    UNVERIFIED = "unverified"
    HOLIDAY = "holiday"
    SCHOOL_HOLIDAYS = "school_holidays"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a schedule says at one moment.

    `until` is the end of the present opening, `opens` the next certain beginning, both Brussels time and
    None when not known. `probably` is what the hours would say if they could be trusted.
    """

    state: State
    doubt: Doubt | None = None
    probably: State | None = None
    until: datetime | None = None
    opens: datetime | None = None
    always: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """One opening of one day, Brussels time; `end` may lie after midnight."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Stretch:
    """How long one state lasts, Brussels time; `end` itself no longer belongs to it."""

    start: datetime
    end: datetime
    state: State


class UnreadableHoursError(ValueError):
    """Hours that are not written as the OSM specification asks; `position` counts from 1, or is None."""

    def __init__(self, hours: str, position: int | None) -> None:
        super().__init__(f"{hours!r} is not an opening_hours expression")
        self.hours = hours
        self.position = position


class Schedule:
    """The hours of one channel. `flemish` marks a service of the Flemish Community (11 July)."""

    def __init__(self, hours: str, *, flemish: bool = True) -> None:
        """Read an opening_hours expression.

        Raises:
            UnreadableHoursError: when the hours cannot be read.
        """
        self.hours = hours
        self._flemish = flemish
        self._said = _COMMENT.sub("", hours)
        self._osm = _parsed(hours)
        self.never_closes = str(self._osm.normalize()) in NEVER_CLOSED
        ordinary, self.closings = parted(hours)
        """`closings`: the days on which it is closed by name, which are always known."""
        self._no_day_in_doubt = self.never_closes or (
            bool(self.closings) and str(_parsed(ordinary).normalize()) in NEVER_CLOSED
        )
        self.is_weekly = bool(_DAYS_AND_TIMES.fullmatch(ordinary))
        """Whether every week without a holiday, a closing or a clock that changes is sure to be the same."""

    def at(self, now: datetime) -> Reading:
        """The state at a moment (any zone; a naive moment is Brussels time)."""
        moment = in_brussels(now)
        if self.never_closes:
            return Reading(State.OPEN, always=True)
        if "SH" in self._said:
            return Reading(State.UNKNOWN, Doubt.SCHOOL_HOLIDAYS)
        osm_state = self._osm.state(moment)[0]
        running = self._running(moment) if osm_state == OsmState.OPEN else None
        days = {moment.date(), running.start.date() if running else moment.date()}
        opens = None if running else self._next_opening(moment)
        if any(self._is_uncertain(day) for day in days):
            return Reading(State.UNKNOWN, Doubt.HOLIDAY, opens=opens)
        if osm_state == OsmState.UNKNOWN:
            return Reading(State.UNKNOWN, Doubt.CONDITION, opens=opens)
        if running:
            return Reading(State.OPEN, until=self._certain_end(running, moment))
        return Reading(State.CLOSED, opens=opens)

    def openings(self, day: date) -> tuple[Span, ...] | None:
        """The openings of a day, None when that day is not known."""
        if "SH" in self._said or self._is_uncertain(day):
            return None
        start = datetime.combine(day, time(), BRUSSELS)
        end = datetime.combine(day + timedelta(days=1), time(), BRUSSELS)
        # No more than it takes to see that an opening began the evening before, or that it lasts into the next day.
        spans = self._spans(start - _A_MINUTE, end + NIGHT_ENDS + _A_MINUTE)
        return tuple(piece for span in spans if (piece := _of_day(span, start, end)))

    def stretches(self, start: datetime, end: datetime) -> tuple[Stretch, ...]:
        """The states between two moments, without gaps: at each moment the one that `at` gives."""
        if self.never_closes:
            return (Stretch(start, end, State.OPEN),)
        if "SH" in self._said:
            return (Stretch(start, end, State.UNKNOWN),)
        found = []
        # An opening of which the beginning is cut off would not tell on which day it began.
        for piece in self._osm.intervals(_shifted(start, -timedelta(days=1)), end):
            for first, last in _days(max(piece[0], start), piece[1] or end):
                night_before = piece[2] == OsmState.OPEN and piece[0].date() < first.date()
                days = [first.date(), *([first.date() - timedelta(days=1)] if night_before else [])]
                known = _STATES.get(piece[2], State.UNKNOWN)
                found.append(Stretch(first, last, State.UNKNOWN if any(map(self._is_uncertain, days)) else known))
        return tuple(found)

    def is_closed_by_name(self, day: date) -> bool:
        """True on a day that the hours themselves name as closed."""
        return any(day in closing for closing in self.closings)

    def _running(self, moment: datetime) -> Span:
        spans = self._spans(_shifted(moment, -timedelta(days=1)), _shifted(moment, HORIZON))
        return next(s for s in spans if s.start <= moment < s.end)

    def _certain_end(self, running: Span, moment: datetime) -> datetime:
        """The end of an opening, cut at the midnight that begins a day of which nothing is known."""
        midnight = datetime.combine(moment.date() + timedelta(days=1), time(), BRUSSELS)
        while midnight < running.end and running.end - running.start > timedelta(days=1):
            if self._is_uncertain(midnight.date()):
                return midnight
            midnight += timedelta(days=1)
        return running.end

    def _next_opening(self, moment: datetime) -> datetime | None:
        starts = (s.start for s in self._spans(moment, _shifted(moment, HORIZON)) if s.start > moment)
        return next((s for s in starts if not self._is_uncertain(s.date())), None)

    def _spans(self, start: datetime, end: datetime) -> list[Span]:
        pieces = self._osm.intervals(start, end)
        return [Span(p[0], p[1] or end) for p in pieces if p[2] == OsmState.OPEN]

    def _is_uncertain(self, day: date) -> bool:
        if self._no_day_in_doubt or self.is_closed_by_name(day):
            return False
        return (self._flemish and is_flemish_day(day)) or ("PH" not in self._said and is_public_holiday(day))


def _of_day(span: Span, start: datetime, end: datetime) -> Span | None:
    """The part of an opening that people count as this day's: a night belongs to the day it begins on."""
    if span.start < start and span.end <= start + NIGHT_ENDS:
        return None
    if span.start >= end or span.end <= start:
        return None
    last = span.end if span.end <= end + NIGHT_ENDS else end
    return Span(max(span.start, start), last)


def _days(start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """The pieces of a stretch of time that lie on one day each; none when it is over before it begins."""
    while start < end:
        midnight = datetime.combine(start.date() + timedelta(days=1), time(), BRUSSELS)
        yield start, min(midnight, end)
        start = midnight


def in_brussels(moment: datetime) -> datetime:
    """A moment on the clock of Brussels; a naive one is taken to be Brussels time already.

    An hour that the clock skips in spring is read as the one that follows it.
    """
    known = moment.replace(tzinfo=BRUSSELS) if moment.tzinfo is None else moment
    return known.astimezone(UTC).astimezone(BRUSSELS)


def parse_moment(text: str) -> datetime:
    """A moment written as ISO 8601, on the clock of Brussels; without a zone it is Brussels time.

    Raises:
        ValueError: when it is no moment, or one so far away that no clock reaches it.
    """
    try:
        return in_brussels(datetime.fromisoformat(text))
    except OverflowError as error:
        raise ValueError(f"{text!r} lies beyond any clock") from error


def _shifted(moment: datetime, by: timedelta) -> datetime:
    """So much time later, through UTC: plain addition can land on an hour that the clock skips."""
    return (moment.astimezone(UTC) + by).astimezone(BRUSSELS)


@lru_cache(maxsize=4096)
def is_public_holiday(day: date) -> bool:
    """True on a Belgian public holiday."""
    noon = datetime.combine(day, time(12), BRUSSELS)
    return bool(_parsed(_ON_HOLIDAYS_ONLY).is_open(noon))


def is_flemish_day(day: date) -> bool:
    """True on 11 July, the day of the Flemish Community."""
    return (day.month, day.day) == (7, 11)


def ordinary_week(day: date) -> date:
    """The Monday of the first week, this one included, without a holiday or a clock that changes.

    Neither on the Sunday before it: what is open that night is open on its Monday.
    """
    monday = day - timedelta(days=day.weekday())
    while not _is_ordinary(monday):
        monday += timedelta(weeks=1)
    return monday


def _is_ordinary(monday: date) -> bool:
    days = [monday + timedelta(days=n) for n in range(-1, 8)]
    offsets = {datetime.combine(day, time(), BRUSSELS).utcoffset() for day in days}
    return len(offsets) == 1 and not any(is_public_holiday(day) or is_flemish_day(day) for day in days[:-1])


@lru_cache(maxsize=4096)
def schedule(hours: str, *, flemish: bool = True) -> Schedule:
    """The schedule of these hours, read once per process.

    Raises:
        UnreadableHoursError: when the hours cannot be read.
    """
    return Schedule(hours, flemish=flemish)


@lru_cache(maxsize=4096)
def _parsed(hours: str) -> OpeningHours:
    try:
        return OpeningHours(hours, timezone=BRUSSELS, country="BE")
    except ParserError as error:
        raise UnreadableHoursError(hours, _position(str(error))) from error


def _position(message: str) -> int | None:
    place = message.partition("--> 1:")[2].split("\n", 1)[0].strip()
    return int(place) if place.isdigit() else None
