"""Opening hours as the weekly rows of HSDS, as far as such rows can say them.

HSDS has one fixed difference to UTC a row, so a schedule has rows for winter and rows for summer. A row says only
what holds in every week of its season. Public holidays are told in words, and days that are closed by name have a row
without times. Hours that change within a season get a
row without times that says so; the opening_hours string stays beside them in any case.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from directory.exchange.hsds.mapping import Plain
from directory.model.schedule import BRUSSELS, Schedule, Span, UnreadableHoursError, is_public_holiday, schedule
from directory.wording.labels import listed

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
CHANGING = "Deze uren zijn niet elke week dezelfde: zie de notatie van OpenStreetMap."
DAY_AND_NIGHT = "Dag en nacht open, ook op feestdagen."
CLOSED = "Gesloten."
CLOSED_ON_HOLIDAYS = "Gesloten op feestdagen."
HOLIDAYS_UNKNOWN = "Of er op feestdagen iemand is, weten we niet."
_ONE_DAY = timedelta(days=1)
_LONGEST_SEASON = 366

Times = tuple[str, str]
"""Opens and closes, "13:00" and "19:00"; what closes at or before it opens, closes the next day."""
Week = dict[Times, list[int]]
"""Openings and the days on which they hold; 0 is Monday."""


@dataclass(frozen=True, slots=True)
class Season:
    """The days between two changes of the clock, both included, and the difference to UTC on them, in hours."""

    first: date
    last: date
    offset: float

    @property
    def suffix(self) -> str:
        """The difference as a time carries it: "+01:00"."""
        hours, minutes = divmod(round(abs(self.offset) * 60), 60)
        return f"{'-' if self.offset < 0 else '+'}{hours:02}:{minutes:02}"

    def days(self) -> Iterator[date]:
        """Each of its days."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


@lru_cache(maxsize=64)
def _holidays(season: Season) -> tuple[date, ...]:
    """The public holidays in a season."""
    return tuple(day for day in season.days() if is_public_holiday(day))


@lru_cache(maxsize=64)
def seasons(day: date) -> tuple[Season, Season]:
    """The season of this day and the one after it: about a year, by the clock of Brussels."""
    now = _season(day)
    return now, _season(now.last + _ONE_DAY)


@lru_cache(maxsize=4096)
def weekly_rows(hours: str, day: date) -> tuple[Plain, ...]:
    """The rows of these hours in the seasons around a day, without ids; the caller must not change them."""
    try:
        read = schedule(hours)
    except UnreadableHoursError:
        return ({"description": hours, "notes": CHANGING},)
    around = seasons(day)
    same = _week(read, around[0]) if read.is_weekly else None
    rows = [row for season in around for row in _rows(read, season, same or _week(read, season))]
    for closing in read.closings:
        if closing.last >= around[0].first and closing.first <= around[-1].last:
            valid = {"valid_from": closing.first.isoformat(), "valid_to": closing.last.isoformat()}
            rows.append(valid | {"description": CLOSED, "notes": CLOSED})
    return tuple(rows)


def _season(day: date) -> Season:
    offset = _offset(day)
    first = last = day
    while _offset(first - _ONE_DAY) == offset and (day - first).days < _LONGEST_SEASON:
        first -= _ONE_DAY
    while _offset(last + _ONE_DAY) == offset and (last - day).days < _LONGEST_SEASON:
        last += _ONE_DAY
    return Season(first, last, offset)


def _offset(day: date) -> float:
    """The difference to UTC at noon: on the day of a change it is that of the new season already."""
    known = datetime.combine(day, time(12), BRUSSELS).utcoffset()
    return known.total_seconds() / 3600 if known is not None else 0.0


def _rows(read: Schedule, season: Season, week: Week) -> Iterator[Plain]:
    valid = {"valid_from": season.first.isoformat(), "valid_to": season.last.isoformat()}
    if not week:
        yield valid | {"description": read.hours, "notes": CHANGING}
        return
    notes = DAY_AND_NIGHT if read.never_closes else _on_holidays(read, season)
    for (opens, closes), days in week.items():
        yield valid | {
            "freq": "WEEKLY",
            "byday": ",".join(DAYS[day] for day in days),
            "opens_at": opens + season.suffix,
            "closes_at": closes + season.suffix,
            "timezone": round(season.offset) if season.offset.is_integer() else season.offset,
            "notes": notes,
        }


def _week(read: Schedule, season: Season) -> Week:
    """The openings of an ordinary week; empty when there is no such week."""
    if read.never_closes:
        return {("00:00", "00:00"): list(range(7))}
    seen: dict[int, list[Times]] = {}
    for day in season.days():
        if read.is_weekly and len(seen) == len(DAYS):
            break
        if _is_special(day, season, read):
            continue
        spans = read.openings(day)
        if spans is None:
            continue
        times = [_times(span) for span in spans]
        if seen.setdefault(day.weekday(), times) != times:
            return {}
    week: dict[Times, list[int]] = {}
    for day_of_week in sorted(seen):
        for opening in seen[day_of_week]:
            week.setdefault(opening, []).append(day_of_week)
    return week


def _is_special(day: date, season: Season, read: Schedule) -> bool:
    """Nights beside a holiday, a closing or a change of the clock can be cut short: they tell of no ordinary ones."""
    beside = (day - _ONE_DAY, day, day + _ONE_DAY)
    is_near = any(is_public_holiday(near) or read.is_closed_by_name(near) for near in beside)
    return is_near or day in (season.first, season.last)


def _on_holidays(read: Schedule, season: Season) -> str:
    found = Counter(
        None if spans is None else tuple(_times(span) for span in spans)
        for spans in (read.openings(day) for day in _holidays(season))
    )
    if None in found or not found:
        return HOLIDAYS_UNKNOWN
    if list(found) == [()]:
        return CLOSED_ON_HOLIDAYS
    said = sorted({f"{opens}-{_midnight(closes)}" for times in found if times for opens, closes in times})
    sometimes = "Op sommige feestdagen" if len(found) > 1 else "Op feestdagen"
    return f"{sometimes} open: {listed(said)}."


def _times(span: Span) -> Times:
    return span.start.time().isoformat("minutes"), span.end.time().isoformat("minutes")


def _midnight(closes: str) -> str:
    """The end of a day as people write it."""
    return "24:00" if closes == "00:00" else closes
