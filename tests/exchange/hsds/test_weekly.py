"""Opening hours as weekly rows, and such rows as opening hours again."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.exchange.hsds.rrules import hours_of
from directory.exchange.hsds.weekly import (
    CHANGING,
    CLOSED,
    CLOSED_ON_HOLIDAYS,
    HOLIDAYS_UNKNOWN,
    seasons,
    weekly_rows,
)
from directory.model.schedule import schedule

NOVEMBER = date(2026, 11, 26)


def rows(hours, day=NOVEMBER):
    return [(r.get("byday"), r.get("opens_at"), r.get("closes_at")) for r in weekly_rows(hours, day)]


def test_winter_and_summer_end_where_the_belgian_clock_changes():
    winter, summer = seasons(NOVEMBER)
    assert (winter.first, winter.last, winter.offset) == (date(2026, 10, 25), date(2027, 3, 27), 1)
    assert (summer.first, summer.last, summer.offset) == (date(2027, 3, 28), date(2027, 10, 30), 2)
    assert seasons(date(2027, 3, 28))[0] == summer


def test_a_row_a_season_with_its_difference_to_utc():
    first, second = weekly_rows("Mo-Th 13:00-19:00", NOVEMBER)
    assert (first["byday"], first["opens_at"], first["closes_at"]) == ("MO,TU,WE,TH", "13:00+01:00", "19:00+01:00")
    assert (first["timezone"], first["valid_from"], first["valid_to"]) == (1, "2026-10-25", "2027-03-27")
    assert (second["opens_at"], second["timezone"], second["valid_from"]) == ("13:00+02:00", 2, "2027-03-28")


@pytest.mark.parametrize(
    ("hours", "winter"),
    [
        ("Fr,Sa 22:00-06:00", [("FR,SA", "22:00+01:00", "06:00+01:00")]),
        ("Mo-Su 17:00-24:00", [("MO,TU,WE,TH,FR,SA,SU", "17:00+01:00", "00:00+01:00")]),
        ("24/7", [("MO,TU,WE,TH,FR,SA,SU", "00:00+01:00", "00:00+01:00")]),
        ("Mo 09:00-12:00,13:00-16:00", [("MO", "09:00+01:00", "12:00+01:00"), ("MO", "13:00+01:00", "16:00+01:00")]),
    ],
)
def test_nights_day_and_night_and_breaks(hours, winter):
    assert rows(hours)[: len(winter)] == winter


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("Mo-Fr 09:00-17:00; PH off", CLOSED_ON_HOLIDAYS),
        ("Mo-Fr 09:00-17:00", HOLIDAYS_UNKNOWN),
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "Op feestdagen open: 10:00-12:00."),
        ("24/7", "Dag en nacht open, ook op feestdagen."),
    ],
)
def test_holidays_are_told_in_words(hours, said):
    assert {row["notes"] for row in weekly_rows(hours, NOVEMBER)} == {said}


@pytest.mark.parametrize(
    "hours", ["Dec-Jan Mo 10:00-12:00", "week 1-53/2 Mo 10:00-12:00", "Mo 09:00-12:00; SH off", "zo"]
)
def test_what_weekly_rows_cannot_say_has_no_times(hours):
    assert {row["notes"] for row in weekly_rows(hours, NOVEMBER)} >= {CHANGING}
    assert any(r["description"] == hours for r in weekly_rows(hours, NOVEMBER) if r["notes"] == CHANGING)


day_sets = st.lists(st.sampled_from(["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]), min_size=1, max_size=7, unique=True)
times = st.tuples(st.integers(0, 11), st.integers(12, 23), st.sampled_from(["00", "15", "30"]))
weeks = st.lists(st.tuples(day_sets, times), min_size=1, max_size=3)


@settings(max_examples=25, deadline=None)
@given(weeks, st.dates(date(2025, 1, 1), date(2028, 1, 1)))
def test_the_rows_say_of_every_ordinary_day_what_the_hours_say_and_come_back_as_hours(week, today):
    hours = "; ".join(f"{','.join(days)} {a:02}:{m}-{b:02}:{m}" for days, (a, b, m) in week)
    back = hours_of(weekly_rows(hours, today), today)
    assert back.osm
    assert back.reasons == []
    for day in (today + timedelta(days=n) for n in range(14)):
        expected = schedule(hours).openings(day)
        if expected is not None:
            assert schedule(back.osm).openings(day) == expected


@pytest.mark.parametrize(
    ("row", "osm"),
    [
        ({"byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00"}, "Mo-Tu 09:00-17:00"),
        ({"byday": "MO", "opens_at": "08:00Z", "closes_at": "16:00Z"}, "Mo 09:00-17:00"),
        ({"byday": "MO", "opens_at": "09:00:00", "closes_at": "23:59:00"}, "Mo 09:00-24:00"),
        ({"dtstart": "2026-11-23", "freq": "WEEKLY", "opens_at": "9:00", "closes_at": "10:00"}, "Mo 09:00-10:00"),
        ({"description": "24/7, closed holidays"}, "24/7; PH off"),
        ({"description": "Mo-Fr 09:00-12:00"}, "Mo-Fr 09:00-12:00"),
        (
            {"byday": "MO", "opens_at": "09:00", "closes_at": "17:00", "notes": "Gesloten op feestdagen"},
            "Mo 09:00-17:00; PH off",
        ),
    ],
)
def test_rows_of_others_become_hours(row, osm):
    assert hours_of([row], NOVEMBER).osm == osm


@pytest.mark.parametrize(
    "row",
    [
        {"freq": "MONTHLY", "byday": "1MO", "opens_at": "09:00", "closes_at": "17:00"},
        {"byday": "MO", "interval": "2", "opens_at": "09:00", "closes_at": "17:00"},
        {"byday": "1MO", "opens_at": "09:00", "closes_at": "17:00"},
        {"opens_at": "09:00", "closes_at": "17:00"},
        {"byday": "MO", "opens_at": "nine", "closes_at": "five"},
        {"byday": "MO", "opens_at": "09:00", "closes_at": "09:00"},
        {"byday": "MO", "opens_at": "09:00", "closes_at": "17:00", "valid_to": "2020-01-01"},
        {"description": "usually in the morning"},
        {"id": "x"},
    ],
)
def test_rows_that_are_no_week_give_a_reason_and_no_hours(row):
    found = hours_of([row], NOVEMBER)
    assert found.osm is None
    assert found.reasons


def test_hours_that_change_with_the_season_are_those_of_today_and_the_others_are_told():
    winter = {
        "byday": "MO",
        "opens_at": "09:00",
        "closes_at": "12:00",
        "valid_from": "2026-10-01",
        "valid_to": "2027-03-31",
    }
    summer = winter | {"closes_at": "18:00", "valid_from": "2027-04-01", "valid_to": "2027-09-30"}
    found = hours_of([winter, summer], NOVEMBER)
    assert found.osm == "Mo 09:00-12:00"
    assert found.reasons == ["Other hours begin on 2027-04-01."]


WEEK = {"byday": "MO,TU", "opens_at": "09:00", "closes_at": "17:00"}
CHRISTMAS = {"valid_from": "2026-12-25", "valid_to": "2026-12-25"}


@pytest.mark.parametrize(
    ("row", "osm"),
    [
        (CHRISTMAS | {"description": "Gesloten"}, "Mo-Tu 09:00-17:00; 2026 Dec 25 off"),
        (CHRISTMAS | {"closed": True}, "Mo-Tu 09:00-17:00; 2026 Dec 25 off"),
        (
            CHRISTMAS | {"valid_to": "2027-01-03", "notes": "Closed."},
            "Mo-Tu 09:00-17:00; 2026 Dec 25-2027 Jan 03 off",
        ),
        (
            {"closed": "true", "start_date": "2026-12-25", "end_date": "2026-12-25"},
            "Mo-Tu 09:00-17:00; 2026 Dec 25 off",
        ),
    ],
)
def test_a_row_that_closes_days_by_name_stands_behind_the_hours(row, osm):
    found = hours_of([WEEK, row], NOVEMBER)
    assert (found.osm, found.reasons, found.said) == (osm, [], [])
    assert schedule(found.osm).closings


@pytest.mark.parametrize(
    "row",
    [
        CHRISTMAS | {"description": "Gesloten voor bezoek, bel gerust"},
        CHRISTMAS | {"closed": False},
        CHRISTMAS | {"closed": True, "valid_to": "2026-12-01"},
        {"closed": True, "start_date": "2020-12-25", "end_date": "2020-12-25"},
        {"closed": True},
    ],
)
def test_a_row_that_does_not_surely_close_a_day_to_come_is_told(row):
    found = hours_of([WEEK, row], NOVEMBER)
    assert found.osm == "Mo-Tu 09:00-17:00"
    assert found.reasons


def test_days_that_are_closed_say_nothing_of_when_it_is_open():
    found = hours_of([CHRISTMAS | {"closed": True}], NOVEMBER)
    assert found.osm is None
    assert found.reasons == ["It is closed from 2026-12-25 to 2026-12-25, and nothing says when it is open."]


@pytest.mark.parametrize("hours", ["Mo-Tu 09:00-17:00", "Fr-Sa 20:00-02:00", "Mo-Su,PH 00:00-24:00"])
def test_days_that_are_closed_by_name_have_a_row_of_their_own_and_come_back(hours):
    whole = f"{hours}; 2026 Nov 30 off; 2026 Dec 23-2026 Dec 25 off"
    rows = weekly_rows(whole, NOVEMBER)
    assert CHANGING not in {row["notes"] for row in rows}
    assert [(r["valid_from"], r["valid_to"]) for r in rows if r["notes"] == CLOSED] == [
        ("2026-11-30", "2026-11-30"),
        ("2026-12-23", "2026-12-25"),
    ]
    back = hours_of(rows, NOVEMBER)
    assert back.reasons == []
    for day in (NOVEMBER + timedelta(days=n) for n in range(40)):
        if (expected := schedule(whole).openings(day)) is not None and schedule(back.osm).openings(day) is not None:
            assert schedule(back.osm).openings(day) == expected
