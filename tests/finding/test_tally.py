"""Counts before choosing: each is what is found after choosing, and who is unknown is never lost in silence."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.finding.filters import Filter
from directory.finding.find import find
from directory.finding.query import RADII_KM, Query
from directory.finding.tally import Order, Tally
from directory.geography.place import PlaceKind
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind, Mode
from directory.model.provenance import Freshness, a_year_before, freshness_of
from directory.model.service import ADMISSION, RunBy
from tests.examples import (
    MONDAY_EVENING,
    a_catalogue,
    a_channel,
    a_location,
    a_place,
    a_service,
    a_source,
    an_organisation,
)
from tests.exchange.handed import real_catalogue

A_YEAR_AGO = a_year_before(MONDAY_EVENING.date())
GENT = a_place()
LIMBURG = a_place(
    kind=PlaceKind.PROVINCE,
    postcode=None,
    postcodes=("3500", "3600", "3900"),
    name="provincie Limburg",
    province="Limburg",
)
KNOWN = real_catalogue()
THEMES = [t.id for t in KNOWN.vocabulary.themes]
AUDIENCES = [a.id for a in KNOWN.vocabulary.audiences]
CHOICES: dict[Filter, st.SearchStrategy[dict[str, Any]]] = {
    Filter.AGE: st.fixed_dictionaries({"age": st.integers(0, 99)}),
    Filter.FREE: st.just({"free": True}),
    Filter.ANONYMOUS: st.just({"anonymous": True}),
    Filter.REFERRAL: st.sampled_from([{"without_referral": True}, {"through_professional": True}]),
    **{Filter(field): st.fixed_dictionaries({field: st.booleans()}) for field in ADMISSION},
    Filter.THEME: st.fixed_dictionaries({"themes": st.sampled_from(THEMES).map(lambda theme: frozenset({theme}))}),
    Filter.AUDIENCE: st.fixed_dictionaries({"audience": st.sampled_from(AUDIENCES)}),
    Filter.LANGUAGE: st.fixed_dictionaries({"language": st.sampled_from(sorted(KNOWN.languages))}),
    Filter.RUN_BY: st.fixed_dictionaries({"run_by": st.sampled_from(RunBy)}),
    Filter.ORGANISATION: st.fixed_dictionaries({"organisation": st.sampled_from(sorted(KNOWN.organisation))}),
    Filter.NEWER: st.just({"newer_than": A_YEAR_AGO}),
    Filter.CHECKED: st.just({"checked_after": A_YEAR_AGO}),
}
WAYS = st.one_of(
    st.sampled_from(Mode).map(lambda mode: {"modes": frozenset({mode})}),
    st.sampled_from(Kind).map(lambda kind: {"kinds": frozenset({kind})}),
    st.just({"open_now": True}),
    st.just({"wheelchair": True}),
)
UNSAID: dict[str, st.SearchStrategy[Any]] = {
    "cost_eur": st.sampled_from([None, 0, 20]),
    "anonymous": st.sampled_from([None, True, False]),
    "referral": st.sampled_from([None, "self", "professional"]),
    "languages": st.sampled_from([(), ("fr",), ("nl",)]),
    **{field: st.sampled_from([None, True, False]) for field in ADMISSION},
}
"""What a source may say of a service or leave unsaid."""
DOORS = st.sampled_from([None, True, False])
HOURS = st.sampled_from([None, "24/7", "Mo-Su,PH 08:00-09:00"])
"""Not known, open and shut at the moment of these tests."""


@st.composite
def half_known(draw: st.DrawFn) -> Catalogue:
    """A few services of which much is not known, each with a telephone, a door, both or none."""
    services, places = [], []
    for number in range(draw(st.integers(1, 4))):
        line = a_channel(id=f"phone-{number}", hours=draw(HOURS))
        door = a_channel(
            id=f"door-{number}",
            kind="walk_in",
            value="https://example.org",
            location=f"at-{number}",
            hours=draw(HOURS),
        )
        places.append(a_location(id=f"at-{number}", wheelchair=draw(DOORS)))
        facts = {field: draw(said) for field, said in UNSAID.items()}
        channels = draw(st.sampled_from([[line], [door], [line, door], []]))
        services.append(a_service(id=f"s-{number}", channels=channels, **facts))
    return a_catalogue(an_organisation(services=services, locations=places))


ASKED_OF_FACTS: dict[str, Any] = {
    "free": True,
    "anonymous": True,
    "without_referral": True,
    "language": "fr",
    **dict.fromkeys(ADMISSION, False),
    "wheelchair": True,
    "open_now": True,
    "place": GENT,
    "modes": frozenset({Mode.IN_PERSON}),
}


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """A question with some filters set."""
    asked: dict[str, Any] = {
        "words": draw(st.sampled_from(["", "drugs", "ik word gepest op school", "awel", "!!!"])),
        "place": draw(st.sampled_from([None, None, GENT, LIMBURG])),
        "within_km": draw(st.sampled_from(RADII_KM)),
        "or_unknown": draw(st.booleans()),
    }
    for name in draw(st.lists(st.sampled_from(Filter), max_size=3, unique=True)):
        asked |= draw(CHOICES[name]) if name in CHOICES else {}
    return asked | (draw(WAYS) if draw(st.booleans()) else {})


def total(asked: dict[str, Any], catalogue: Catalogue = KNOWN) -> int:
    return find(catalogue, Query(**asked), MONDAY_EVENING, limit=0).total


def tally(asked: dict[str, Any], catalogue: Catalogue = KNOWN) -> Tally:
    return Tally(catalogue, Query(**asked), MONDAY_EVENING)


@settings(deadline=None, max_examples=40)
@given(asked=questions(), data=st.data())
def test_the_count_of_a_choice_is_what_is_found_after_choosing_it(asked: dict[str, Any], data: st.DataObject) -> None:
    counted = tally(asked)
    assert counted.total == total(asked)
    name = data.draw(st.sampled_from(sorted(CHOICES)))
    choice = data.draw(CHOICES[name])
    without = dict.fromkeys(("without_referral", "through_professional"), False) if name is Filter.REFERRAL else {}
    assert counted.count(name, **(without | choice)) == total(asked | without | choice)
    way = data.draw(WAYS)
    assert counted.count_ways(**way) == total(asked | way)


@settings(deadline=None, max_examples=20)
@given(asked=questions())
def test_the_counts_of_places_and_organisations_are_what_is_found_there(asked: dict[str, Any]) -> None:
    places = [GENT, LIMBURG]
    assert tally(asked).count_places(places) == [total(asked | {"place": place}) for place in places]
    counts = tally(asked).count_organisations()
    for organisation in list(KNOWN.organisation)[::20]:
        assert counts.get(organisation, 0) == total(asked | {"organisation": organisation})


@settings(deadline=None, max_examples=30)
@given(asked=questions(), by=st.sampled_from(Order))
def test_every_order_holds_exactly_what_is_found(asked: dict[str, Any], by: Order) -> None:
    found = find(KNOWN, Query(**asked), MONDAY_EVENING, limit=1000)
    assert sorted(tally(asked).ordered(by)) == sorted(result.service.id for result in found.results)


def test_the_orders_are_those_of_names_ages_distances_and_sources() -> None:
    door = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-gent")
    services = [
        a_service(id="a", name="Éen", eligibility={"min_age": 18}, channels=[a_channel(id="a-1")]),
        a_service(id="b", name="twee", sources=[a_source(as_of="2020")], channels=[door]),
        a_service(id="c", name="Drie", eligibility={"min_age": 6}, sources=[a_source(as_of=None)], channels=[]),
    ]
    catalogue = a_catalogue(an_organisation(services=services, locations=[a_location()]))
    near = tally({"place": GENT}, catalogue)
    assert near.ordered(Order.NAME) == ["c", "a", "b"]
    assert near.ordered(Order.AGE) == ["c", "a", "b"]
    assert near.ordered(Order.DISTANCE) == ["b", "c", "a"]
    assert near.ordered(Order.NEWEST) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("asked", "name", "yes", "no"),
    [
        ({"free": True}, Filter.FREE, {"cost_eur": 0}, {"cost_eur": 20}),
        ({"anonymous": True}, Filter.ANONYMOUS, {"anonymous": True}, {"anonymous": False}),
        ({"through_professional": True}, Filter.REFERRAL, {"referral": "both"}, {"referral": "self"}),
        ({"without_referral": True}, Filter.REFERRAL, {"referral": "self"}, {"referral": "professional"}),
        ({"language": "fr"}, Filter.LANGUAGE, {"languages": ["fr"]}, {"languages": ["nl"]}),
        ({"run_by": "police"}, Filter.RUN_BY, {"run_by": "police"}, {"run_by": "care"}),
        *(
            ({field: wanted}, Filter(field), {field: wanted}, {field: not wanted})
            for field in ADMISSION
            for wanted in (True, False)
        ),
    ],
)
def test_three_answers_yes_no_and_unknown_which_is_counted_and_can_be_shown(
    asked: dict[str, Any], name: Filter, yes: dict[str, Any], no: dict[str, Any]
) -> None:
    unknown = {field: () if field == "languages" else None for field in yes}
    services = [
        a_service(id=each, channels=[a_channel(id=f"{each}-line")], **facts)
        for each, facts in (("yes", yes), ("no", no), ("unknown", unknown))
    ]
    catalogue = a_catalogue(an_organisation(services=services))
    assert tally(asked, catalogue).ordered(Order.NAME) == ["yes"]
    assert tally(asked, catalogue).not_known() == {name: 1}
    assert tally({}, catalogue).count_not_known(name, **asked) == 1
    both = asked | {"or_unknown": True}
    assert set(tally(both, catalogue).ordered(Order.NAME)) == {"yes", "unknown"}
    assert tally(both, catalogue).not_known() == {name: 1}
    assert total(both, catalogue) == 2


@settings(deadline=None, max_examples=50)
@given(catalogue=half_known(), names=st.sets(st.sampled_from(sorted(ASKED_OF_FACTS)), max_size=5))
def test_whatever_is_asked_nobody_is_lost_in_silence_for_a_fact_that_is_not_known(
    catalogue: Catalogue, names: set[str]
) -> None:
    asked = {name: ASKED_OF_FACTS[name] for name in names}
    counted, both = tally(asked, catalogue), tally(asked | {"or_unknown": True}, catalogue)
    assert counted.not_shown == total(asked | {"or_unknown": True}, catalogue) - total(asked, catalogue)
    assert set(counted.ordered(Order.NAME)) <= set(both.ordered(Order.NAME))
    named = counted.not_known()
    assert sum(named.values()) >= counted.not_shown >= max(named.values(), default=0)
    assert both.not_shown == 0
    assert both.not_known() == named


def test_a_service_of_which_two_asked_facts_are_not_known_counts_for_both_and_once_in_all() -> None:
    catalogue = a_catalogue(an_organisation(services=[a_service(letter_needed=None, intake=None)]))
    counted = tally({"letter_needed": False, "intake": False}, catalogue)
    assert (counted.total, counted.not_shown) == (0, 1)
    assert counted.not_known() == {Filter.LETTER: 1, Filter.INTAKE: 1}
    assert counted.not_known_of("line") == (Filter.LETTER, Filter.INTAKE)
    assert counted.count_not_known(Filter.PARENTS, without_parents=True) == 1


def test_hours_that_are_not_sure_are_a_fact_that_is_not_known_too() -> None:
    catalogue = a_catalogue(an_organisation(services=[a_service(channels=[a_channel(hours=None)])]))
    assert tally({"open_now": True}, catalogue).not_known() == {Filter.OPEN: 1}
    shown = find(catalogue, Query(open_now=True, or_unknown=True), MONDAY_EVENING)
    assert (shown.total, shown.uncertain_total) == (1, 0)


def test_in_a_wheelchair_one_can_call_chat_and_mail_or_be_visited() -> None:
    ways = {"phone": "102", "chat": "https://example.org", "email": "a@example.org", "home_visit": "102"}
    services = [
        a_service(id=f"s-{n}", name=kind, channels=[a_channel(id=f"c-{n}", kind=kind, value=value)])
        for n, (kind, value) in enumerate({**ways, "walk_in": "https://example.org"}.items())
    ]
    catalogue = a_catalogue(an_organisation(services=services))
    found = tally({"wheelchair": True}, catalogue)
    assert found.ordered(Order.NAME) == ["s-1", "s-2", "s-3", "s-0"]
    assert found.not_known() == {Filter.WHEELCHAIR: 1}


def test_who_asks_for_a_door_in_a_wheelchair_gets_no_line_of_a_house_that_one_cannot_enter() -> None:
    door = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-gent")
    steps = a_location(wheelchair=False)
    catalogue = a_catalogue(an_organisation(services=[a_service(channels=[a_channel(), door])], locations=[steps]))
    (result,) = find(catalogue, Query(wheelchair=True), MONDAY_EVENING).results
    assert not result.doors
    assert total({"wheelchair": True, "modes": frozenset({Mode.IN_PERSON})}, catalogue) == 0


def test_a_door_is_for_a_wheelchair_when_that_is_said_and_not_known_when_nothing_is() -> None:
    services = [
        a_service(id=f"s-{said}", channels=[a_channel(id=f"c-{said}", kind="walk_in", location=f"place-{said}")])
        for said in ("true", "false", "none")
    ]
    places = [
        a_location(id="place-true", wheelchair=True),
        a_location(id="place-false", wheelchair=False),
        a_location(id="place-none"),
    ]
    catalogue = a_catalogue(an_organisation(services=services, locations=places))
    assert tally({"wheelchair": True}, catalogue).ordered(Order.NAME) == ["s-true"]
    assert tally({"wheelchair": True}, catalogue).not_known() == {Filter.WHEELCHAIR: 1}


def test_an_organisation_is_chosen_with_those_that_are_part_of_it() -> None:
    network = an_organisation(id="network", name="Net", services=[])
    member = an_organisation(parent="network")
    other = an_organisation(id="other", services=[a_service(id="other-line", channels=[])])
    catalogue = a_catalogue(network, member, other)
    assert tally({"organisation": "network"}, catalogue).ordered(Order.NAME) == ["line"]
    assert tally({}, catalogue).count_organisations() == {"helpers": 1, "network": 1, "other": 1}


@given(today=st.dates(date(2000, 1, 1), date(2040, 1, 1)), newest=st.dates(date(1999, 1, 1), date(2040, 1, 1)))
def test_fresh_is_what_is_dated_after_this_day_a_year_before(today: date, newest: date) -> None:
    assert (newest > a_year_before(today)) == (freshness_of(newest, today) is Freshness.FRESH)


def test_only_those_that_are_named_are_looked_up() -> None:
    some = frozenset(list(KNOWN.service)[:7:2])
    found = find(KNOWN, Query(among=some | {"no-such-service"}), MONDAY_EVENING)
    assert {result.service.id for result in found.results} == some
