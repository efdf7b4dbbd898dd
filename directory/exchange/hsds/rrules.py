"""Weekly rows of HSDS as OSM opening_hours: the other direction of `weekly.py`, for the feeds of others.

What such hours cannot say, or what the rows leave open, comes back as a reason; nothing is guessed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone

from directory.exchange.hsds.hours_in_words import hours_of_words, osm_days
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.weekly import DAYS
from directory.model.closing import Closing, with_closings
from directory.model.schedule import BRUSSELS, UnreadableHoursError, schedule

NO_WEEK = ("byweekno", "bymonthday", "byyearday", "count")
_TIME = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?")
_NO_HOLIDAYS = re.compile(
    r"(closed|not open|gesloten|niet open)( on| op)?( public| alle| de| wettelijke)* (holidays|feestdagen)"
    r"|(feestdagen|holidays):? (gesloten|closed)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\W*(closed|gesloten|dicht|fermé)\W*", re.IGNORECASE)
_YES = ("true", "t", "yes", "y", "1", "1.0")
_WHOLE_DAY = ("00:00", "24:00")

Week = dict[int, tuple[tuple[str, str], ...]]
"""The openings of each day of the week; 0 is Monday."""


@dataclass(slots=True)
class Hours:
    """What the rows of a schedule come to."""

    osm: str | None = None
    said: list[str] = field(default_factory=list)
    """Texts about the hours, for a note."""
    reasons: list[str] = field(default_factory=list)
    """What could not be carried, one sentence each."""


def hours_of(rows: Iterable[Plain], today: date) -> Hours:
    """The opening hours that these rows come to on a day."""
    found = Hours()
    weeks: dict[tuple[str, str], list[tuple[int, str, str]]] = {}
    no_holidays = False
    closings: list[Closing] = []
    for row in rows:
        if (closing := closing_of(row)) is not None:
            closings.append(closing)
            continue
        texts = [str(row[name]) for name in ("description", "notes") if row.get(name)]
        no_holidays = no_holidays or any(_NO_HOLIDAYS.search(text) for text in texts)
        if not row.get("opens_at") and not row.get("closes_at"):
            _read_texts(texts, found)
            continue
        found.said += texts
        valid = str(row.get("valid_from") or ""), str(row.get("valid_to") or "")
        weeks.setdefault(valid, []).extend(_openings(row, today, found))
    osm = _osm_of(weeks, today, found)
    if osm:
        found.osm = osm
    if found.osm and no_holidays and "PH" not in found.osm:
        found.osm += "; PH off"
    _close(found, closings, today)
    return found


def closing_of(row: Plain) -> Closing | None:
    """The days on which a row says it is closed: a holiday of HSDS 1, or a row of HSDS 3 without times."""
    if row.get("opens_at") or row.get("closes_at") or row.get("freq") or row.get("byday"):
        return None
    first = _date(row.get("start_date") or row.get("valid_from"))
    last = _date(row.get("end_date") or row.get("valid_to"))
    says = str(row.get("description") or row.get("notes") or "")
    is_closed = str(row.get("closed", "")).lower() in _YES or ("closed" not in row and _CLOSED.fullmatch(says))
    return Closing(first, last) if is_closed and first and last and first <= last else None


def _close(found: Hours, closings: list[Closing], today: date) -> None:
    """Add the days on which it is closed to the hours; those that are over, or that no hours belong to, are told."""
    coming = [closing for closing in closings if closing.last >= today]
    found.reasons += [f"It was closed until {over.last}." for over in closings if over.last < today]
    if found.osm:
        found.osm = with_closings(found.osm, coming)
    else:
        found.reasons += [
            f"It is closed from {c.first} to {c.last}, and nothing says when it is open." for c in coming
        ]


def _read_texts(texts: list[str], found: Hours) -> None:
    """Hours in words, as far as every word of them is understood, and the notation of OSM itself."""
    for text in texts:
        if (hours := hours_of_words(text)) is not None:
            found.osm = found.osm or hours
        elif re.search(r"\d\d:\d\d", text) and _is_osm(text):
            found.osm = found.osm or text
        else:
            found.said.append(text)
            found.reasons.append(f"These hours are words and no times: {text!r}.")
    if not texts:
        found.reasons.append("There is a schedule without times.")


def _is_osm(text: str) -> bool:
    try:
        return bool(schedule(text))
    except UnreadableHoursError:
        return False


def _openings(row: Plain, today: date, found: Hours) -> Iterator[tuple[int, str, str]]:
    """The openings of one row, in Brussels time."""
    strange = [name for name in NO_WEEK if row.get(name)]
    if (
        strange
        or str(row.get("freq") or "WEEKLY").upper() != "WEEKLY"
        or str(row.get("interval") or 1) not in ("1", "1.0")
    ):
        found.reasons.append("There are hours that are not those of every week.")
        return
    opens, closes = (_local(row.get(name), row, today) for name in ("opens_at", "closes_at"))
    if opens is None or closes is None:
        found.reasons.append(f"{row.get('opens_at')!r} to {row.get('closes_at')!r} are no times.")
        return
    closes = "24:00" if closes in ("00:00", "23:59") else closes
    if opens == closes:
        found.reasons.append(f"It opens and closes at {opens}.")
        return
    days = [day.strip().upper() for day in str(row.get("byday") or _day_of(row.get("dtstart"))).split(",")]
    unknown = [day for day in days if day not in DAYS]
    if unknown:
        found.reasons.append("There are times without the days on which they hold.")
    yield from ((DAYS.index(day), opens, closes) for day in days if day in DAYS)


def _day_of(text: object) -> str:
    """The day of the week of a date, "" when it is none."""
    try:
        return DAYS[date.fromisoformat(str(text)[:10]).weekday()]
    except ValueError:
        return ""


def _local(text: object, row: Plain, today: date) -> str | None:
    """A time on the clock of Brussels: without an offset it is that already."""
    read = _TIME.fullmatch(str(text or "").strip())
    if read is None:
        return None
    hour, minute, offset = int(read[1]), int(read[2]), read[3]
    if offset is None or hour == 24:
        return f"{hour:02}:{minute:02}" if hour < 24 or minute == 0 else None
    sign = -1 if offset.startswith("-") else 1
    shift = timedelta() if offset == "Z" else timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])) * sign
    day = _date(row.get("valid_from")) or today
    moment = datetime.combine(day, time(hour, minute), timezone(shift))
    noon = datetime.combine(day + timedelta(days=1), time(12), BRUSSELS)
    return f"{moment + (noon.utcoffset() or timedelta()) - shift:%H:%M}"


def _date(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _osm_of(weeks: dict[tuple[str, str], list[tuple[int, str, str]]], today: date, found: Hours) -> str | None:
    """The one week that all seasons share; when they differ, that of today, and the others are told."""
    current, later = [], []
    for (first, last), openings in weeks.items():
        if not openings:
            continue
        starts, ends = _date(first), _date(last)
        if ends and ends < today:
            found.reasons.append(f"There are hours that held until {last}.")
        elif starts and starts > today:
            later.append((first, _week(openings)))
        else:
            current += openings
    if not current:
        if later:
            first, week = min(later)
            found.reasons.append(f"These hours begin on {first}." if len(later) == 1 else "All hours begin later.")
            return _written(week)
        return None
    now = _week(current)
    found.reasons += [f"Other hours begin on {first}." for first, week in sorted(later) if week != now]
    return _written(now)


def _week(openings: list[tuple[int, str, str]]) -> Week:
    week: dict[int, set[tuple[str, str]]] = {}
    for day, opens, closes in openings:
        week.setdefault(day, set()).add((opens, closes))
    return {day: tuple(sorted(times)) for day, times in sorted(week.items())}


def _written(week: Week) -> str:
    """A week in the notation of OSM: "Mo-Fr 09:00-12:00,13:00-17:00; Sa 10:00-12:00"."""
    if len(week) == 7 and set(week.values()) == {(_WHOLE_DAY,)}:
        return "24/7"
    days_of: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for day, times in week.items():
        days_of.setdefault(times, []).append(day)
    rules = (
        f"{osm_days(days)} {','.join(f'{opens}-{closes}' for opens, closes in times)}"
        for times, days in days_of.items()
    )
    return "; ".join(rules)
