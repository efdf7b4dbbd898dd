"""The hours of a week: three answers and nobody, as the cards would say at each moment."""

import io
from datetime import date, datetime, time, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory import settings as app
from directory.finding.availability import availability
from directory.finding.week import EMERGENCY, WEEK, Answered, week
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind
from directory.model.schedule import BRUSSELS, State
from directory.store.files import read_catalogue
from directory.wording.overview import as_csv
from directory.wording.week import hours_file, sentence, services_table, week_html
from tests.examples import a_catalogue, a_channel, a_service, a_source, an_organisation

TODAY = date(2026, 11, 25)
MONDAY = date(2026, 11, 23)
OLD = [a_source(as_of="2019")]


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return read_catalogue(app.ROOT / "data")[0]


def a_line(*hours: str | None, **changes) -> Catalogue:
    """A catalogue of one service with a telephone for each of these hours."""
    return a_catalogue(an_organisation(services=[a_service(channels=phones(*hours, **changes))]))


def phones(*hours: str | None, **changes) -> list:
    return [a_channel(id=f"phone-{n}", hours=h, **changes) for n, h in enumerate(hours)]


def of_phones(catalogue: Catalogue, theme: str | None = None, age: int | None = None):
    return week(catalogue, Kind.PHONE, theme, age, TODAY)


def test_sure_hours_are_sure_and_outside_them_there_is_nobody():
    found = of_phones(a_line("Mo-Fr 09:00-17:00; PH off"))
    assert found.monday == MONDAY
    assert found.minutes == {
        Answered.SURELY: 40 * 60,
        Answered.PROBABLY: 0,
        Answered.UNKNOWN: 0,
        Answered.NOBODY: 128 * 60,
    }
    assert [hour.least for hour in found.hours[0]] == [Answered.NOBODY] * 9 + [Answered.SURELY] * 8 + [
        Answered.NOBODY
    ] * 7


@pytest.mark.parametrize("doubt", [{"sources": OLD}, {"verified": False}])
def test_old_or_unverified_hours_make_nobody_surely_open_and_all_else_nobody(doubt):
    found = of_phones(a_line("Mo-Su 18:00-22:00", **doubt))
    assert found.minutes[Answered.SURELY] == found.minutes[Answered.UNKNOWN] == 0
    assert found.minutes[Answered.PROBABLY] == 28 * 60


def test_who_gives_no_hours_makes_every_other_hour_unknown():
    found = of_phones(a_line("Mo 10:00-11:00", None))
    assert found.minutes == {
        Answered.SURELY: 60,
        Answered.PROBABLY: 0,
        Answered.UNKNOWN: WEEK - 60,
        Answered.NOBODY: 0,
    }


def test_two_numbers_of_one_service_are_one_service():
    found = of_phones(a_line("Mo 10:00-12:00", "Mo 11:00-13:00"))
    assert found.surely.max() == 1
    assert found.minutes[Answered.SURELY] == 3 * 60


def test_half_an_hour_is_told_apart_from_a_whole_one():
    found = of_phones(a_line("Mo 10:30-12:00"))
    half, whole = found.hours[0][10], found.hours[0][11]
    assert (half.least, half.most, half.surely) == (Answered.NOBODY, Answered.SURELY, 0)
    assert (whole.least, whole.most, whole.surely) == (Answered.SURELY, Answered.SURELY, 1)
    assert "½" in week_html(found)


def test_the_night_of_sunday_is_found_on_monday():
    assert of_phones(a_line("Su 22:00-03:00")).hours[0][2].least is Answered.SURELY


@pytest.mark.parametrize(("theme", "age"), [("bestaat-niet", None), (None, 120)])
def test_without_any_service_there_is_nobody_all_week_and_that_is_said(theme, age):
    catalogue = a_catalogue(an_organisation(services=[a_service(eligibility={"max_age": 25})]))
    found = of_phones(catalogue, theme, age)
    assert found.minutes[Answered.NOBODY] == WEEK
    assert sentence(found, "voor iets")[0] == "Geen telefoon"
    assert services_table([found], catalogue, TODAY) == []
    assert of_phones(Catalogue()).minutes[Answered.NOBODY] == WEEK


@pytest.mark.parametrize("kind", [Kind.CHAT, Kind.PHONE])
@settings(max_examples=40, deadline=None)
@given(minute=st.integers(0, WEEK - 1))
def test_at_any_minute_the_week_says_what_the_cards_say(shipped, kind, minute):
    found = week(shipped, kind, None, None, TODAY)
    moment = datetime.combine(found.monday, time(), BRUSSELS) + timedelta(minutes=minute)
    surely = probably = unknown = 0
    emergencies = shipped.vocabulary.within(EMERGENCY)
    for service in shipped.services:
        if shipped.owner(service).is_gone or (service.themes and emergencies.issuperset(service.themes)):
            continue
        channels = [c for c in service.channels if c.kind is kind]
        readings = [availability(service, c, moment) for c in channels]
        is_open = any(r.state is State.OPEN for r in readings)
        may_be = any(r.probably is State.OPEN for r in readings)
        surely += is_open
        probably += may_be and not is_open
        unsaid = any(r.state is State.UNKNOWN and r.probably is None for r in readings)
        unknown += unsaid and not may_be and not is_open
    assert (found.surely[minute], found.probably[minute], found.unknown[minute]) == (surely, probably, unknown)


def test_a_number_for_emergencies_alone_counts_for_that_theme_only(shipped):
    anything, danger = (week(shipped, Kind.CHAT, theme, None, TODAY) for theme in (None, EMERGENCY))
    assert "noodnummers" not in {answers.service.id for answers in anything.services}
    assert "noodnummers" in {answers.service.id for answers in danger.services}


HOURS = st.sampled_from(
    [None, "24/7", "Mo-Fr 09:00-17:00; PH off", "Sa-Su 10:15-12:45", "Mo-Su 20:00-02:00", "SH Mo 10:00-12:00"]
)
SERVICES = st.lists(st.lists(HOURS, min_size=1, max_size=2), max_size=4)


def built(services: list[list[str | None]]) -> Catalogue:
    made = [a_service(id=f"s{n}", channels=phones(*hours)) for n, hours in enumerate(services)]
    return a_catalogue(an_organisation(services=made))


@settings(max_examples=40, deadline=None)
@given(services=SERVICES, more=SERVICES)
def test_the_answers_make_up_the_week_and_more_services_never_make_one_less_sure(services, more):
    few, many = of_phones(built(services)), of_phones(built([*services, *more]))
    assert sum(few.minutes.values()) == sum(many.minutes.values()) == WEEK
    assert bool(np.all(many.state <= few.state))


def test_the_file_of_the_hours_is_read_back_by_pandas(shipped):
    weeks = [week(shipped, kind, "school", 15, TODAY) for kind in (Kind.CHAT, Kind.PHONE)]
    read = pd.read_csv(io.StringIO(as_csv(hours_file(weeks)).lstrip("\ufeff")), sep=";")
    assert len(read) == 2 * 168
    chat = read[read["Via"] == "chat"]
    assert chat["Zeker open"].tolist() == [hour.surely for day in weeks[0].hours for hour in day]
    assert set(read["Heel het uur"]) <= {"zeker open", "waarschijnlijk open", "niet gekend", "niemand"}
