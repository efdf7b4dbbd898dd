"""Hours and states as sentences; in Dutch the way Flanders says them: 16.30 u, ma-za 18-22 u."""

from datetime import date, datetime, time, timedelta
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
from directory.wording.labels import listed
from directory.wording.messages import N_, Words, _, kept_per_language, locale, pgettext

MANY_HOURS = 4096
"""So many sentences are kept: many services share their hours, and a day or a week lasts."""

_DOUBT = Words(
    {
        Doubt.NO_HOURS: N_("uren niet gekend"),
        Doubt.OLD: N_("uren niet zeker"),
        Doubt.UNVERIFIED: N_("uren niet zeker"),
        Doubt.HOLIDAY: N_("feestdag: uren niet zeker"),
        Doubt.SCHOOL_HOLIDAYS: N_("schoolvakanties: uren niet zeker"),
        Doubt.CONDITION: N_("uren niet zeker"),
    }
)


def always() -> str:
    """What never closes."""
    return _("dag en nacht")


def days() -> list[str]:
    """The days of the week as short as can be, Monday first: ma, di, …"""
    return _("ma di wo do vr za zo").split()


def clock(moment: datetime | time) -> str:
    """A time of the day: 16 u, 16.30 u."""
    if moment.minute == 0:
        return _("{hour} u", hour=moment.hour)
    return _("{hour}.{minute} u", hour=moment.hour, minute=f"{moment.minute:02d}")


def state(reading: Reading, now: datetime) -> str:
    """The three states in words: open until, closed and opens, not known."""
    if reading.state is State.UNKNOWN:
        return _unknown(reading)
    if reading.state is State.CLOSED:
        return _("dicht, opent {when}", when=when(reading.opens, now)) if reading.opens else _("nu dicht")
    return _("dag en nacht open") if reading.always else _until(reading, now)


def _unknown(reading: Reading) -> str:
    if reading.probably is State.OPEN:
        return _("waarschijnlijk open")
    if reading.probably is State.CLOSED:
        return _("waarschijnlijk dicht")
    return _DOUBT[reading.doubt] if reading.doubt else _("uren niet gekend")


def _until(reading: Reading, now: datetime) -> str:
    end = reading.until
    if end is None:
        return _("open tot later")
    if end.date() == in_brussels(now).date() or end.hour < 6:
        return _("open tot {time}", time=_end(end))
    return _on_day(
        end,
        now,
        _("open tot morgen om {time}"),
        _("open tot {day} om {time}"),
        _("open tot volgende {day} om {time}"),
    )


def when(moment: datetime, now: datetime) -> str:
    """A coming moment as one says it: om 16 u, morgen om 9 u, wo om 13.15 u."""
    if moment.date() == in_brussels(now).date():
        return _("om {time}", time=clock(moment))
    return _on_day(moment, now, _("morgen om {time}"), _("{day} om {time}"), _("volgende {day} om {time}"))


def _on_day(moment: datetime, now: datetime, tomorrow: str, this_week: str, next_week: str) -> str:
    """The sentence that fits how far away a moment is."""
    away = (moment.date() - in_brussels(now).date()).days
    said = tomorrow if away == 1 else this_week if away < 7 else next_week
    return said.format(day=days()[moment.weekday()], time=clock(moment))


def today(hours: str | None, now: datetime, *, flemish: bool) -> str | None:
    """The hours of today in words, None when no source gives them."""
    return _day(hours, in_brussels(now).date(), flemish)[0] if hours else None


def is_told_by(week: str | None, hours: str | None, now: datetime, *, flemish: bool) -> bool:
    """Whether the words of a week already say all there is to say of today."""
    spans = _day(hours, in_brussels(now).date(), flemish)[1] if hours else ""
    return bool(week and spans and week.endswith(spans) and "," not in week)


@kept_per_language(maxsize=MANY_HOURS)
def _day(hours: str, asked: date, flemish: bool) -> tuple[str, str]:
    """The hours of a day as a sentence that calls it today, and as bare times where there are any."""
    known = schedule(hours, flemish=flemish)
    if known.never_closes:
        return always(), always()
    spans = known.openings(asked)
    if spans is None:
        return _("vandaag: niet gekend"), ""
    said = _spans(spans) if spans else ""
    return (_("vandaag {hours}", hours=said) if said else _("vandaag dicht")), said


def week(hours: str | None, now: datetime) -> str | None:
    """An ordinary week in words: 'ma-za 16-22 u, wo 14-22 u'; None when no source gives hours."""
    today = in_brussels(now).date()
    return _week(hours, today - timedelta(days=today.weekday())) if hours else None


@kept_per_language(maxsize=MANY_HOURS)
def _week(hours: str, monday: date) -> str | None:
    try:
        known = schedule(hours, flemish=False)
    except UnreadableHoursError:
        return None
    if known.never_closes:
        return always()
    by_day = [_spans(_ordinary(known, monday + timedelta(days=n))) for n in range(7)]
    if not any(by_day):
        return None
    wordings = list(dict.fromkeys(text for text in by_day if text))
    return ", ".join(f"{_days([n for n in range(7) if by_day[n] == text])} {text}" for text in wordings)


def dated(as_of: str | None) -> str:
    """The date of a source in words: okt. 2026, 2021, zonder datum."""
    if not as_of:
        return _("zonder datum")
    if len(as_of) == 4:
        return as_of
    return format_date(first_day(as_of), "MMM y" if len(as_of) == 7 else "d MMM y", locale=locale())


def day(moment: date) -> str:
    """A day in words: 25 nov. 2026."""
    return format_date(moment, "d MMM y", locale=locale())


def _ordinary(known: Schedule, day_asked: date) -> tuple[Span, ...]:
    """The openings of a weekday in the first week in which it is no holiday, nor closed for once."""
    for weeks in range(8):
        day = day_asked + timedelta(weeks=weeks)
        is_other = is_public_holiday(day) or is_flemish_day(day) or known.is_closed_by_name(day)
        spans = None if is_other else known.openings(day)
        if spans is not None:
            return spans
    return ()


def _spans(spans: tuple[Span, ...]) -> str:
    return listed([_span(s) for s in spans])


def _span(span: Span) -> str:
    return pgettext("hours", "{start}-{end}", start=_begin(span.start), end=_end(span.end))


def _begin(moment: datetime) -> str:
    """The first of two times, in Dutch without the word that follows the second."""
    if moment.minute == 0:
        return pgettext("begin of hours", "{hour}", hour=moment.hour)
    return pgettext("begin of hours", "{hour}.{minute}", hour=moment.hour, minute=f"{moment.minute:02d}")


def _end(moment: datetime) -> str:
    return _("{hour} u", hour=24) if (moment.hour, moment.minute) == (0, 0) else clock(moment)


def _days(numbers: list[int]) -> str:
    named, runs = days(), []
    for _each, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [n for _, n in group]
        runs.append(
            named[run[0]]
            if len(run) == 1
            else pgettext("days", "{first}-{last}", first=named[run[0]], last=named[run[-1]])
        )
    return ", ".join(runs)
