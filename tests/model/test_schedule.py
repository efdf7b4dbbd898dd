"""Hours at a moment: open, closed or not known."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.model.schedule import (
    BRUSSELS,
    Doubt,
    State,
    UnreadableHoursError,
    in_brussels,
    is_public_holiday,
    ordinary_week,
    schedule,
)

AWEL = "Mo-Sa 16:00-22:00; We 14:00-22:00; Su,PH off"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("hours", "moment", "state"),
    [
        (AWEL, "2026-11-23T15:59", State.CLOSED),
        (AWEL, "2026-11-23T16:00", State.OPEN),
        (AWEL, "2026-11-23T22:00", State.CLOSED),
        (AWEL, "2026-11-25T14:30", State.OPEN),
        (AWEL, "2026-11-22T20:00", State.CLOSED),
        ("Mo-Fr 20:00-02:00", "2026-11-24T01:30", State.OPEN),
        ("Mo-Fr 20:00-02:00", "2026-11-24T02:00", State.CLOSED),
        ("24/7", "2026-12-25T03:00", State.OPEN),
        ("Mo-Fr 09:00-17:00; PH off", "2026-11-11T10:00", State.CLOSED),
        ("Mo-Fr 09:00-17:00", "2026-11-11T10:00", State.UNKNOWN),
        ("Mo-Fr 09:00-17:00; PH off", "2026-07-10T10:00", State.OPEN),
        ("SH Mo-Fr 09:00-17:00", "2026-11-23T10:00", State.UNKNOWN),
        ("Mo-Fr 09:00-17:00 unknown", "2026-11-23T10:00", State.UNKNOWN),
    ],
)
def test_a_schedule_gives_one_of_three_answers(hours: str, moment: str, state: State) -> None:
    assert schedule(hours).at(at(moment)).state is state


def test_on_11_july_a_flemish_schedule_is_not_known_unless_it_never_closes() -> None:
    saturday = at("2026-07-11T20:00")
    assert schedule(AWEL, flemish=True).at(saturday).doubt is Doubt.HOLIDAY
    assert schedule(AWEL, flemish=False).at(saturday).state is State.OPEN
    assert schedule("24/7", flemish=True).at(saturday).state is State.OPEN


def test_an_open_line_says_until_when_and_a_closed_one_when_it_opens() -> None:
    assert schedule(AWEL).at(at("2026-11-23T20:00")).until == at("2026-11-23T22:00")
    assert schedule(AWEL).at(at("2026-11-23T23:00")).opens == at("2026-11-24T16:00")


def test_the_next_opening_skips_a_day_of_which_nothing_is_known() -> None:
    reading = schedule("Mo-Fr 09:00-17:00").at(at("2026-11-10T18:00"))
    assert reading.opens == at("2026-11-12T09:00")


def test_a_night_that_begins_on_a_day_not_known_stays_not_known_after_midnight() -> None:
    assert schedule("Mo-Su 20:00-02:00").at(at("2026-11-12T01:00")).state is State.UNKNOWN


@pytest.mark.parametrize("moment", ["2026-03-29T01:30", "2026-03-29T03:30", "2026-10-25T02:30", "2026-10-25T03:30"])
def test_the_night_of_a_clock_change_is_judged_on_the_clock_of_brussels(moment: str) -> None:
    assert schedule("24/7").at(at(moment)).state is State.OPEN
    assert schedule("Mo-Su 00:00-05:00").at(at(moment)).state is State.OPEN


def test_around_the_hour_that_the_clock_skips_every_moment_has_an_answer() -> None:
    start = datetime(2026, 3, 20)
    for minutes in range(0, 11 * 24 * 60, 10):
        assert schedule("Mo-Fr 09:00-17:00; PH off").at(start + timedelta(minutes=minutes)).state in State


def test_a_comment_that_holds_the_letters_of_a_holiday_is_no_rule_for_holidays() -> None:
    assert schedule('Mo-Fr 09:00-17:00 "PHONE first"').at(at("2026-12-25T10:00")).state is State.UNKNOWN


def test_a_moment_of_another_zone_is_read_on_the_clock_of_brussels() -> None:
    assert schedule(AWEL).at(datetime.fromisoformat("2026-11-23T15:30:00+00:00")).state is State.OPEN


def test_a_night_belongs_to_the_day_it_begins_on() -> None:
    spans = schedule("Mo-Fr 20:00-02:00").openings(at("2026-11-24T00:00").date())
    assert spans is not None
    assert [(s.start, s.end) for s in spans] == [(at("2026-11-24T20:00"), at("2026-11-25T02:00"))]


def test_christmas_is_a_holiday_and_the_day_before_is_not() -> None:
    assert is_public_holiday(at("2026-12-25T00:00").date())
    assert not is_public_holiday(at("2026-12-24T00:00").date())


def test_unreadable_hours_say_where_they_stop_making_sense() -> None:
    with pytest.raises(UnreadableHoursError) as error:
        schedule("Mo-Fr 9-17")
    assert error.value.position == 7


days = st.sampled_from(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su", "Mo-Fr", "Mo-Su", "Sa-Su"])
times = st.integers(0, 47).map(lambda half: f"{half // 2:02d}:{half % 2 * 30:02d}")
rules = st.builds(lambda d, a, b: f"{d} {a}-{b}", days, times, times)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(in_brussels)


@given(st.lists(rules, min_size=1, max_size=3).map("; ".join), moments)
def test_what_is_open_ends_later_and_what_opens_opens_later(hours: str, now: datetime) -> None:
    reading = schedule(hours).at(now)
    if reading.state is State.OPEN and not reading.always:
        assert reading.until is not None
        assert reading.until > now
        just_before = (reading.until.astimezone() - timedelta(minutes=1)).astimezone(BRUSSELS)
        assert schedule(hours).at(max(now, just_before)).state in (State.OPEN, State.UNKNOWN)
    if reading.opens:
        assert reading.opens > now
        assert schedule(hours).at(reading.opens).state in (State.OPEN, State.UNKNOWN)


@given(st.text(max_size=60))
def test_any_text_is_hours_or_is_refused_with_a_reason(text: str) -> None:
    try:
        schedule(text).at(at("2026-11-23T20:00"))
    except UnreadableHoursError as error:
        assert error.hours == text


@pytest.mark.parametrize(
    "hours",
    [
        AWEL,
        "24/7",
        "Mo-Fr 20:00-02:00",
        "Fr 20:00-24:00; Sa 00:00-24:00; Su 00:00-06:00",
        "SH Mo-Fr 09:00-17:00",
        "Mo-Fr 09:00-17:00 unknown",
        "Mo-Fr 09:00-17:00; PH off",
        "Mo 14:00-16:00 open, Tu 10:15-11:45 unknown",
    ],
)
@pytest.mark.parametrize("start", ["2026-11-09T00:00", "2026-11-12T00:00", "2026-07-09T13:30", "2026-11-23T00:00"])
def test_the_stretches_of_some_days_say_at_each_moment_what_the_schedule_says_then(hours: str, start: str) -> None:
    known, first = schedule(hours), at(start)
    found = known.stretches(first, first + timedelta(days=4))
    assert (found[0].start, found[-1].end) == (first, first + timedelta(days=4))
    assert all(a.end == b.start for a, b in pairwise(found))
    for stretch in found:
        moment = stretch.start
        while moment < stretch.end:
            assert stretch.state is known.at(moment).state, moment
            moment += timedelta(minutes=45)


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        ("2026-11-25", "2026-11-23"),
        ("2026-11-11", "2026-11-16"),
        ("2026-12-24", "2027-01-04"),
        ("2026-07-08", "2026-07-13"),
        ("2026-10-25", "2026-11-16"),
    ],
)
def test_an_ordinary_week_holds_no_holiday_and_no_change_of_the_clock(day: str, monday: str) -> None:
    assert ordinary_week(date.fromisoformat(day)) == date.fromisoformat(monday)


DAYS = st.sampled_from(["Mo", "Tu-Fr", "Sa,Su", "We,PH", "Mo-Su", "Fr-Mo", "PH"])
TIMES = st.sampled_from(["09:00-12:00,13:00-17:00", "20:00-02:00", "18:00-26:00", "00:00-24:00", "off", "closed"])
RULES = st.lists(st.tuples(DAYS, TIMES).map(" ".join), min_size=1, max_size=4)


@given(RULES, st.sampled_from(["; ", ", "]), st.dates(date(2026, 1, 1), date(2028, 12, 31)), st.integers(1, 60))
def test_of_weekly_hours_every_ordinary_week_is_the_same(rules, between, day, later) -> None:
    known = schedule(between.join(rules))
    assert known.is_weekly
    first = ordinary_week(day)
    other = ordinary_week(first + timedelta(weeks=later))

    def week(monday: date) -> list[list[tuple[str, str]]]:
        # What is open in the night before the first holiday after it can be cut short.
        openings = [known.openings(monday + timedelta(days=n)) or () for n in range(6)]
        return [[(f"{span.start:%H:%M}", f"{span.end:%H:%M}") for span in spans] for spans in openings]

    assert week(first) == week(other)


@pytest.mark.parametrize(
    "hours",
    [
        "Mo[1] 09:00-12:00",
        "week 1-52/2 Mo 09:00-12:00",
        "2026 Mo 09:00-12:00",
        "Jul-Aug Mo 09:00-12:00",
        "Mo 09:00-12:00; Dec 25 off",
        "easter off",
        "SH Mo 09:00-12:00",
        "PH +1 day off",
        "Mo sunrise-12:00",
        'Mo 09:00-12:00 "only if 2026"',
    ],
)
def test_hours_that_can_differ_from_week_to_week_are_not_called_weekly(hours: str) -> None:
    assert not schedule(hours).is_weekly
