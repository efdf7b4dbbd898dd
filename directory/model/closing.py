"""Days that OSM opening hours name as closed, at their end: "Mo-Fr 09:00-17:00; 2026 Dec 25 off"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY = rf"(\d{{4}}) ({'|'.join(_MONTHS)}) (\d\d?)"
_CLOSING = rf"; {_DAY}(?:-{_DAY})? off"
# What stands behind a rule can undo it, so only those at the end are sure to hold.
_AT_THE_END = re.compile(rf"(?:{_CLOSING})+$", re.ASCII)
_DAY_AND_NIGHT, _ALL_DAYS = "24/7", "Mo-Su,PH 00:00-24:00"


@dataclass(frozen=True, slots=True, order=True)
class Closing:
    """The days from the first to the last, both included."""

    first: date
    last: date

    def __str__(self) -> str:
        """As OSM has it."""
        until = "" if self.last == self.first else f"-{_osm_day(self.last)}"
        return f"{_osm_day(self.first)}{until} off"

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def with_closings(hours: str, closings: Iterable[Closing]) -> str:
    """The hours with the days on which it is closed all the same."""
    found = sorted(set(closings))
    # What is open day and night is so on holidays too; once a day is left out, that has to be said.
    base = _ALL_DAYS if found and hours == _DAY_AND_NIGHT else hours
    return "; ".join([base, *map(str, found)])


def parted(hours: str) -> tuple[str, tuple[Closing, ...]]:
    """The hours without the closings at their end, and those; a date that does not exist leaves them as they are."""
    end = _AT_THE_END.search(hours)
    if end is None:
        return hours, ()
    try:
        found = [_closing(*read.groups()) for read in re.finditer(_CLOSING, end[0])]
    except ValueError:
        return hours, ()
    return hours[: end.start()], tuple(found)


def _closing(*parts: str | None) -> Closing:
    first, last = (_date(*parts[n : n + 3]) for n in (0, 3))
    if first is None:
        raise ValueError
    return Closing(first, last or first)


def _date(year: str | None, month: str | None, day: str | None) -> date | None:
    if year is None or month is None or day is None:
        return None
    return date(int(year), _MONTHS.index(month) + 1, int(day))


def _osm_day(day: date) -> str:
    return f"{day.year:04} {_MONTHS[day.month - 1]} {day.day:02}"
