"""Days that hours name as closed: written, read back, and judged."""

from datetime import date, datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from directory.model.closing import Closing, parted, with_closings
from directory.model.schedule import BRUSSELS, State, schedule

HOURS = st.sampled_from(["24/7", "Mo-Fr 09:00-17:00", "Mo-Su 10:00-18:00; PH off", "Mo-Su 20:00-02:00"])
DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))
CLOSINGS = st.lists(st.builds(lambda d, n: Closing(d, d + timedelta(days=n)), DAYS, st.integers(0, 40)), max_size=3)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=BRUSSELS)


@given(HOURS, CLOSINGS)
@example("24/7", [Closing(date(2026, 7, 1), date(2026, 7, 9))])
def test_on_each_day_that_is_named_it_is_certainly_closed_and_on_others_as_before(hours, closings):
    before, after = schedule(hours), schedule(with_closings(hours, closings))
    assert after.closings == tuple(sorted(set(closings)))
    named = {c.first + timedelta(days=n) for c in closings for n in range((c.last - c.first).days + 1)}
    around = {day + timedelta(days=n) for c in closings for day in (c.first, c.last) for n in (-2, -1, 1, 2)}
    for day in named:
        assert after.openings(day) == ()
        assert after.at(noon(day)).state is State.CLOSED
    for day in around - named:
        if not {day - timedelta(days=1), day + timedelta(days=1)} & named and not before.never_closes:
            assert after.openings(day) == before.openings(day)
        assert after.at(noon(day)).state is before.at(noon(day)).state


def test_a_closing_is_written_as_openstreetmap_has_it():
    closings = [Closing(date(2026, 12, 24), date(2027, 1, 2)), Closing(date(2026, 7, 21), date(2026, 7, 21))]
    hours = with_closings("Mo-Fr 09:00-17:00", closings)
    assert hours == "Mo-Fr 09:00-17:00; 2026 Jul 21 off; 2026 Dec 24-2027 Jan 02 off"
    assert parted(hours) == ("Mo-Fr 09:00-17:00", tuple(sorted(closings)))


def test_a_closing_that_a_later_rule_can_undo_is_none():
    assert parted("2026 Dec 25 off; Mo-Fr 09:00-17:00")[1] == ()
    assert parted("Mo-Fr 09:00-17:00; 2026 Feb 30 off")[1] == ()
