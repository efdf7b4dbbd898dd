"""Hours and states, the way Flanders says them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.model.schedule import BRUSSELS, Doubt, Reading, State, schedule
from directory.wording.hours import dated, state, today, week, when


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BRUSSELS)


WEDNESDAY = at("2026-11-25T20:00")


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("Mo-Sa 16:00-22:00; We 14:00-22:00; Su,PH off", "ma-di, do-za 16-22 u, wo 14-22 u"),
        ("We 13:15-17:15", "wo 13.15-17.15 u"),
        ("Mo-Fr 09:00-12:00,13:00-16:30", "ma-vr 9-12 u en 13-16.30 u"),
        ("Mo-Su 17:00-24:00", "ma-zo 17-24 u"),
        ("Mo-Fr 20:00-02:00", "ma-vr 20-2 u"),
        ("24/7", "dag en nacht"),
        (None, None),
    ],
)
def test_an_ordinary_week_in_words(hours: str | None, said: str | None) -> None:
    assert week(hours, WEDNESDAY) == said


@pytest.mark.parametrize(
    ("hours", "moment", "said"),
    [
        ("Mo-Su 18:00-22:00", "2026-11-25T20:00", "open tot 22 u"),
        ("Mo-Su 18:00-22:00", "2026-11-25T10:00", "dicht, opent om 18 u"),
        ("Mo-Su 18:00-22:00", "2026-11-25T23:00", "dicht, opent morgen om 18 u"),
        ("We 13:15-17:15", "2026-11-26T10:00", "dicht, opent wo om 13.15 u"),
        ("24/7", "2026-12-25T03:00", "dag en nacht open"),
        ("Mo-Fr 09:00-17:00", "2026-11-11T10:00", "feestdag: uren niet zeker"),
        ("Mo-Fr 20:00-02:00", "2026-11-25T23:00", "open tot 2 u"),
    ],
)
def test_the_three_states_in_words(hours: str, moment: str, said: str) -> None:
    assert state(schedule(hours).at(at(moment)), at(moment)) == said


def test_hours_that_are_not_known_are_never_called_closed() -> None:
    assert state(Reading(State.UNKNOWN, Doubt.NO_HOURS), WEDNESDAY) == "uren niet gekend"
    assert state(Reading(State.UNKNOWN, Doubt.OLD, State.OPEN), WEDNESDAY) == "waarschijnlijk open"
    assert state(Reading(State.UNKNOWN, Doubt.OLD, State.CLOSED), WEDNESDAY) == "waarschijnlijk dicht"


def test_today_is_said_apart_from_the_week() -> None:
    hours = "Mo-Sa 16:00-22:00; We 14:00-22:00; Su,PH off"
    assert today(hours, WEDNESDAY, flemish=True) == "vandaag 14-22 u"
    assert today(hours, at("2026-11-29T20:00"), flemish=True) == "vandaag dicht"
    assert today("Mo-Fr 09:00-17:00", at("2026-11-11T10:00"), flemish=True) == "vandaag: niet gekend"


@pytest.mark.parametrize(
    ("as_of", "said"),
    [(None, "zonder datum"), ("2021", "2021"), ("2026-10", "okt 2026"), ("2026-08-06", "6 aug 2026")],
)
def test_the_date_of_a_source_in_words(as_of: str | None, said: str) -> None:
    assert dated(as_of).replace(".", "") == said


@given(st.datetimes(datetime(2025, 1, 1), datetime(2027, 1, 1)), st.integers(0, 7 * 24 * 60))
def test_a_coming_moment_always_names_its_hour(now: datetime, minutes: int) -> None:
    start = now.replace(tzinfo=BRUSSELS)
    assert " u" in when(datetime.fromtimestamp(start.timestamp() + minutes * 60, BRUSSELS), start)


@pytest.mark.parametrize("now", ["2026-11-11T10:00", "2026-12-24T10:00", "2026-07-09T10:00", "2026-11-25T10:00"])
def test_an_ordinary_week_is_the_same_in_a_week_with_a_holiday(now: str) -> None:
    assert week("Mo-Fr 09:00-17:00; PH off", at(now)) == "ma-vr 9-17 u"


def test_the_same_weekday_a_week_later_is_called_next() -> None:
    assert when(at("2026-12-02T13:00"), WEDNESDAY) == "volgende wo om 13 u"
