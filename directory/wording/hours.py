"""Hours and states as sentences, the way Flanders says them: 16.30 u, ma-za 18-22 u."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby

from babel.dates import format_date

from directory.model.provenance import first_day
from directory.model.schedule import (
    Doubt,
    Reading,
    Schedule,
    Span,
    State,
    UnreadableHoursError,
    in_brussels,
    is_flemish_day,
    is_public_holiday,
    schedule,
)
from directory.wording.labels import DUTCH

DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
ALWAYS = "dag en nacht"
MANY_HOURS = 4096
"""So many sentences are kept: many services share their hours, and a day or a week lasts."""

_DOUBT = {
    Doubt.NO_HOURS: "uren niet gekend",
    Doubt.OLD: "uren niet zeker",
    Doubt.UNVERIFIED: "uren niet zeker",
    Doubt.HOLIDAY: "feestdag: uren niet zeker",
    Doubt.SCHOOL_HOLIDAYS: "schoolvakanties: uren niet zeker",
    Doubt.CONDITION: "uren niet zeker",
}


def clock(moment: datetime) -> str:
    """A time of the day: 16 u, 16.30 u."""
    return f"{moment.hour} u" if moment.minute == 0 else f"{moment.hour}.{moment.minute:02d} u"


def state(reading: Reading, now: datetime) -> str:
    """The three states in words: open until, closed and opens, not known."""
    if reading.state is State.UNKNOWN:
        return _unknown(reading)
    if reading.state is State.CLOSED:
        return f"dicht, opent {when(reading.opens, now)}" if reading.opens else "nu dicht"
    return f"{ALWAYS} open" if reading.always else f"open tot {_until(reading, now)}"


def _unknown(reading: Reading) -> str:
    if reading.probably is State.OPEN:
        return "waarschijnlijk open"
    if reading.probably is State.CLOSED:
        return "waarschijnlijk dicht"
    return _DOUBT[reading.doubt] if reading.doubt else "uren niet gekend"


def _until(reading: Reading, now: datetime) -> str:
    if reading.until is None:
        return "later"
    if reading.until.date() == in_brussels(now).date() or reading.until.hour < 6:
        return _end(reading.until)
    return when(reading.until, now).removeprefix("om ")


def when(moment: datetime, now: datetime) -> str:
    """A coming moment as one says it: om 16 u, morgen om 9 u, wo om 13.15 u."""
    days = (moment.date() - in_brussels(now).date()).days
    if days == 0:
        return f"om {clock(moment)}"
    if days == 1:
        return f"morgen om {clock(moment)}"
    return f"{'volgende ' if days >= 7 else ''}{DAYS[moment.weekday()]} om {clock(moment)}"


def today(hours: str | None, now: datetime, *, flemish: bool) -> str | None:
    """The hours of today in words, None when no source gives them."""
    return _day(hours, in_brussels(now).date(), flemish) if hours else None


@lru_cache(maxsize=MANY_HOURS)
def _day(hours: str, asked: date, flemish: bool) -> str:
    known = schedule(hours, flemish=flemish)
    if known.never_closes:
        return ALWAYS
    spans = known.openings(asked)
    if spans is None:
        return "vandaag: niet gekend"
    return f"vandaag {_spans(spans)}" if spans else "vandaag dicht"


def week(hours: str | None, now: datetime) -> str | None:
    """An ordinary week in words: 'ma-za 16-22 u, wo 14-22 u'; None when no source gives hours."""
    today = in_brussels(now).date()
    return _week(hours, today - timedelta(days=today.weekday())) if hours else None


@lru_cache(maxsize=MANY_HOURS)
def _week(hours: str, monday: date) -> str | None:
    try:
        known = schedule(hours, flemish=False)
    except UnreadableHoursError:
        return None
    if known.never_closes:
        return ALWAYS
    by_day = [_spans(_ordinary(known, monday + timedelta(days=n))) for n in range(7)]
    if not any(by_day):
        return None
    wordings = list(dict.fromkeys(text for text in by_day if text))
    return ", ".join(f"{_days([n for n in range(7) if by_day[n] == text])} {text}" for text in wordings)


def dated(as_of: str | None) -> str:
    """The date of a source in words: okt. 2026, 2021, zonder datum."""
    if not as_of:
        return "zonder datum"
    if len(as_of) == 4:
        return as_of
    return format_date(first_day(as_of), "MMM y" if len(as_of) == 7 else "d MMM y", locale=DUTCH)


def day(moment: date) -> str:
    """A day in words: 25 nov. 2026."""
    return format_date(moment, "d MMM y", locale=DUTCH)


def _ordinary(known: Schedule, day_asked: date) -> tuple[Span, ...]:
    """The openings of a weekday in the first week in which it is no holiday."""
    for weeks in range(8):
        day = day_asked + timedelta(weeks=weeks)
        spans = None if is_public_holiday(day) or is_flemish_day(day) else known.openings(day)
        if spans is not None:
            return spans
    return ()


def _spans(spans: tuple[Span, ...]) -> str:
    return " en ".join(_span(s) for s in spans)


def _span(span: Span) -> str:
    return f"{clock(span.start).removesuffix(' u')}-{_end(span.end)}"


def _end(moment: datetime) -> str:
    return "24 u" if (moment.hour, moment.minute) == (0, 0) else clock(moment)


def _days(numbers: list[int]) -> str:
    runs = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [n for _, n in group]
        runs.append(DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}")
    return ", ".join(runs)
