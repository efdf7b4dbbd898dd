"""Filters: each result fits what was asked, and asking for more never finds more."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.finding.find import find
from directory.finding.query import Query
from directory.finding.results import Answer, ReasonKind
from directory.geography.place import Place, Region
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind, Mode
from directory.model.location import Point
from directory.model.schedule import State
from directory.model.service import ADMISSION
from directory.model.vocabulary import Vocabulary
from tests.examples import (
    MONDAY_EVENING,
    a_catalogue,
    a_channel,
    a_location,
    a_place,
    a_service,
    a_term,
    an_organisation,
)

GENT = a_place()
ANTWERPEN = a_place(
    name="Antwerpen", municipality="Antwerpen", province="Antwerpen", point=Point(lon=4.40, lat=51.22)
)
POPERINGE = a_place(
    name="Poperinge", municipality="Poperinge", province="West-Vlaanderen", point=Point(lon=2.73, lat=50.86)
)
VOEREN = a_place(name="Voeren", municipality="Voeren", province="Limburg", point=Point(lon=5.8, lat=50.75))
BRUSSEL = a_place(
    name="Brussel",
    municipality="Brussel",
    province=None,
    region=Region.BRU,
    point=Point(lon=4.3517, lat=50.8466),
)


def ids(answer: Answer) -> set[str]:
    return {r.service.id for r in answer.results}


def ask(catalogue: Catalogue, **question: Any) -> Answer:
    return find(catalogue, Query(**question), MONDAY_EVENING, limit=1000)


def in_area(level: str, *names: str) -> Catalogue:
    return a_catalogue(an_organisation(services=[a_service(service_area={"level": level, "names": names})]))


@pytest.mark.parametrize("place", [POPERINGE, VOEREN, GENT, BRUSSEL])
def test_a_line_for_all_of_flanders_is_found_from_every_corner_and_from_brussel(place: Place) -> None:
    assert ids(ask(in_area("region", "Vlaanderen"), place=place)) == {"line"}


def test_a_line_for_brussel_only_is_not_offered_in_gent() -> None:
    brussels = in_area("region", "Brussel")
    assert ids(ask(brussels, place=BRUSSEL)) == {"line"}
    assert not ids(ask(brussels, place=GENT))


def test_a_door_of_brussel_only_is_not_nearby_in_gent_however_far_one_looks() -> None:
    door = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-gent")
    service = a_service(service_area={"level": "region", "names": ["Brussel"]}, channels=[door])
    place = a_location(municipality="Brussel", postcode="1000", lon=4.3517, lat=50.8466)
    catalogue = a_catalogue(an_organisation(services=[service], locations=[place]))
    assert not ids(ask(catalogue, place=GENT, within_km=200))
    assert ids(ask(catalogue, place=BRUSSEL)) == {"line"}


def test_a_province_and_a_municipality_are_served_by_name() -> None:
    assert ids(ask(in_area("province", "Limburg"), place=VOEREN)) == {"line"}
    assert not ids(ask(in_area("province", "Limburg"), place=GENT))
    assert ids(ask(in_area("municipality", "Gent", "Aalst"), place=GENT)) == {"line"}
    assert not ids(ask(in_area("municipality", "Aalst"), place=GENT))


def test_a_neighbour_may_use_the_door_and_the_telephone_of_the_town_next_door() -> None:
    door = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-gent")
    service = a_service(service_area={"level": "municipality", "names": ["Gent"]}, channels=[door, a_channel()])
    catalogue = a_catalogue(an_organisation(services=[service], locations=[a_location()]))
    melle = a_place(name="Melle", municipality="Merelbeke-Melle", point=Point(lon=3.80, lat=51.00))
    (result,) = ask(catalogue, place=melle).results
    assert set(result.modes) == {Mode.PHONE, Mode.IN_PERSON}
    assert 8_000 < (result.nearest.distance_m if result.nearest else 0) < 9_000  # type: ignore[operator]


def test_an_office_is_no_help_in_person() -> None:
    visit = a_channel(id="visit", kind="appointment", value="https://example.org", location="house-gent")
    office = a_location(role="office")
    catalogue = a_catalogue(an_organisation(services=[a_service(channels=[visit])], locations=[office]))
    assert not ids(ask(catalogue, modes={Mode.IN_PERSON}))


def test_a_confidential_place_has_no_distance_but_serves_its_area() -> None:
    visit = a_channel(id="visit", kind="appointment", value="https://example.org", location="hidden")
    hidden = a_location(id="hidden", confidential=True, street=None, number=None, lat=None, lon=None, precision=None)
    catalogue = a_catalogue(an_organisation(services=[a_service(channels=[visit])], locations=[hidden]))
    (result,) = ask(catalogue, place=GENT, modes={Mode.IN_PERSON}).results
    assert result.nearest is not None
    assert result.nearest.distance_m is None


def test_hours_from_an_old_source_never_make_a_line_open() -> None:
    old = [{"url": "https://example.org", "says": "hours", "as_of": "2021", "supports": ["hours"]}]
    channel = a_channel(hours="Mo-Su 08:00-23:00", sources=old)
    answer = ask(a_catalogue(an_organisation(services=[a_service(channels=[channel])])), open_now=True)
    assert not answer.results
    (unsure,) = answer.uncertain
    assert unsure.state is State.UNKNOWN
    assert unsure.channels[0][1].probably is State.OPEN


def test_a_new_source_that_does_not_state_the_hours_does_not_make_them_new() -> None:
    sources = [
        {"url": "https://example.org/a", "says": "hours", "as_of": "2021", "supports": ["hours"]},
        {"url": "https://example.org/b", "says": "the number", "as_of": "2026-10", "supports": ["value"]},
    ]
    channel = a_channel(hours="24/7", sources=sources)
    answer = ask(a_catalogue(an_organisation(services=[a_service(channels=[channel])])), open_now=True)
    assert (answer.total, answer.uncertain_total) == (0, 1)


def test_a_chat_without_hours_is_not_closed_but_not_known() -> None:
    chat = a_channel(id="chat", kind="chat", value="https://example.org/chat")
    (result,) = ask(a_catalogue(an_organisation(services=[a_service(channels=[chat])]))).results
    assert result.state is State.UNKNOWN


def test_mail_is_never_open() -> None:
    mail = a_channel(id="mail", kind="email", value="a@example.org")
    catalogue = a_catalogue(an_organisation(services=[a_service(channels=[mail])]))
    answer = ask(catalogue, open_now=True)
    assert (answer.total, answer.uncertain_total) == (0, 0)


def test_adults_only_is_understood_from_the_audience_when_no_age_is_given() -> None:
    vocabulary = Vocabulary(
        themes=(a_term(),),
        audiences=(a_term(id="volwassenen", label={"nl": "Volwassenen"}, min_age=18), a_term(id="ouders")),
    )
    for_adults = a_service(id="adults", eligibility={"audiences": ["volwassenen"]})
    for_both = a_service(id="both", eligibility={"audiences": ["volwassenen", "ouders"]})
    catalogue = a_catalogue(an_organisation(services=[for_adults, for_both]), vocabulary=vocabulary)
    assert ids(ask(catalogue, age=14)) == {"both"}
    assert ids(ask(catalogue, age=20)) == {"adults", "both"}


def test_in_person_results_come_nearest_first_and_lines_stay_beside_them() -> None:
    def house(n: int) -> tuple[Any, Any]:
        door = a_channel(id=f"door-{n}", kind="walk_in", value="https://example.org", location=f"house-{n}")
        service = a_service(id=f"house-{n}-help", name=f"Huis {n}", channels=[door])
        return service, a_location(id=f"house-{n}", lon=3.7174 + n / 100, lat=51.0543)

    houses = [house(n) for n in (5, 1, 4, 2, 3)]
    organisation = an_organisation(services=[s for s, _ in houses], locations=[p for _, p in houses])
    lines = an_organisation(id="lines", services=[a_service(id=f"line-{n}") for n in range(3)])
    answer = ask(a_catalogue(organisation, lines), place=GENT)
    distances = [r.nearest.distance_m for r in answer.results if r.nearest]
    assert distances == sorted(distances)  # type: ignore[type-var]
    assert sum(r.nearest is None for r in answer.results[:4]) == 2


# A random small world, asked random questions.
kinds = st.sampled_from(["phone", "chat", "email", "walk_in", "appointment"])
hours = st.sampled_from([None, "24/7", "Mo-Fr 09:00-17:00; PH off", "Mo-Su 18:00-23:00", "SH 10:00-12:00"])
areas = st.sampled_from(
    [
        {"level": "region", "names": ["Vlaanderen"]},
        {"level": "region", "names": ["Brussel"]},
        {"level": "country", "names": ["België"]},
        {"level": "province", "names": ["Limburg"]},
        {"level": "municipality", "names": ["Gent"]},
    ]
)
dates = st.sampled_from([None, "2021", "2025-06", "2026-10"])
unknown_or = st.none() | st.booleans()


@st.composite
def worlds(draw: st.DrawFn) -> Catalogue:
    organisations = []
    for n in range(draw(st.integers(1, 5))):
        channels = [
            a_channel(
                id=f"c-{n}-{m}",
                kind=(kind := draw(kinds)),
                value="a@example.org" if kind == "email" else "https://example.org",
                location=f"l-{n}" if kind in ("walk_in", "appointment") else None,
                hours=draw(hours),
                sources=[{"url": "https://example.org", "says": "x", "as_of": draw(dates)}],
            )
            for m in range(draw(st.integers(0, 3)))
        ]
        service = a_service(
            id=f"s-{n}",
            themes=draw(st.lists(st.sampled_from(["wonen", "school"]), min_size=1, max_size=2, unique=True)),
            eligibility={"min_age": draw(st.none() | st.integers(0, 20)), "audiences": ["jongeren"]},
            languages=draw(st.sampled_from([["nl"], ["fr"], ["nl", "fr"]])),
            cost_eur=draw(st.none() | st.just(0)),
            anonymous=draw(unknown_or),
            referral=draw(st.sampled_from([None, "self", "professional", "both"])),
            **{field: draw(unknown_or) for field in ADMISSION},
            service_area=draw(areas),
            channels=channels,
        )
        place = a_location(
            id=f"l-{n}",
            lon=draw(st.floats(3.5, 4.5)),
            lat=draw(st.floats(50.8, 51.3)),
            role=draw(st.sampled_from(["door", "office"])),
        )
        organisations.append(an_organisation(id=f"o-{n}", services=[service], locations=[place]))
    themes = (a_term(id="wonen", words={"nl": ["huis"]}), a_term(id="school", words={"nl": ["les"]}))
    return a_catalogue(*organisations, vocabulary=Vocabulary(themes=themes, audiences=(a_term(id="jongeren"),)))


STRICTER: dict[str, st.SearchStrategy[Any]] = {
    "words": st.sampled_from(["helpers", "huis", "praten", "niets hiervan"]),
    "place": st.sampled_from([GENT, ANTWERPEN, BRUSSEL]),
    "modes": st.sets(st.sampled_from(list(Mode)), min_size=1).map(frozenset),
    "kinds": st.sets(st.sampled_from(list(Kind)), min_size=1).map(frozenset),
    "themes": st.sets(st.sampled_from(["wonen", "school"]), min_size=1).map(frozenset),
    "age": st.integers(0, 30),
    "language": st.sampled_from(["nl", "fr"]),
    "free": st.just(value=True),
    "anonymous": st.just(value=True),
    "without_referral": st.just(value=True),
    **{field: st.booleans() for field in ADMISSION},
    "open_now": st.just(value=True),
}
questions = st.fixed_dictionaries({}, optional=STRICTER)
moments = st.integers(0, 60 * 24 * 60).map(lambda m: MONDAY_EVENING + timedelta(minutes=m))


@settings(max_examples=40, deadline=None)
@given(worlds(), questions, st.sampled_from(sorted(STRICTER)), st.data(), moments)
def test_a_stricter_filter_never_adds_a_result(
    world: Catalogue, question: dict[str, Any], extra: str, data: st.DataObject, now: Any
) -> None:
    loose = {k: v for k, v in question.items() if k != extra}
    strict = {**loose, extra: data.draw(STRICTER[extra])}
    found = ids(find(world, Query(**loose), now, limit=1000))
    assert ids(find(world, Query(**strict), now, limit=1000)) <= found


@settings(max_examples=40, deadline=None)
@given(worlds(), st.sampled_from([GENT, BRUSSEL]), st.floats(1, 50), st.floats(1, 50), moments)
def test_a_smaller_radius_never_adds_a_result(
    world: Catalogue, place: Place, one: float, other: float, now: Any
) -> None:
    near, far = sorted((one, other))
    found = ids(find(world, Query(place=place, within_km=far), now, limit=1000))
    assert ids(find(world, Query(place=place, within_km=near), now, limit=1000)) <= found


@settings(max_examples=40, deadline=None)
@given(worlds(), questions, moments)
def test_each_result_truly_fits_each_filter(world: Catalogue, question: dict[str, Any], now: Any) -> None:
    query = Query(**question)
    for result in find(world, query, now, limit=1000).results:
        service = result.service
        fitting = [(c, r) for c, r in result.channels if c.id in result.fitting]
        asks_for_a_channel = query.modes or query.kinds or query.open_now
        assert fitting or not (service.channels or asks_for_a_channel)
        assert not query.modes or {c.mode for c, _ in fitting} <= query.modes
        assert not query.kinds or {c.kind for c, _ in fitting} <= query.kinds
        assert not query.themes or query.themes & set(service.themes)
        assert query.age is None or service.eligibility.admits_age(query.age)
        assert not query.language or query.language in service.languages
        assert not query.free or service.cost_eur == 0
        assert not query.anonymous or service.anonymous is True
        assert not query.without_referral or service.referral in ("self", "both")
        for field in ADMISSION:
            assert getattr(query, field) is None or getattr(service, field) is getattr(query, field)
        assert not query.open_now or all(r.state is State.OPEN for _, r in fitting)
        if query.place and result.nearest:
            assert result.nearest.distance_m is not None
            assert result.nearest.distance_m <= query.within_km * 1000


@settings(max_examples=40, deadline=None)
@given(worlds(), questions, moments)
def test_the_same_question_gives_the_same_answer(world: Catalogue, question: dict[str, Any], now: Any) -> None:
    again = replace(world)
    first, second = (find(w, Query(**question), now, limit=1000) for w in (world, again))
    assert [r.service.id for r in first.results] == [r.service.id for r in second.results]


@given(st.text(max_size=2000))
@settings(deadline=None)
def test_any_text_may_be_asked(text: str) -> None:
    assert ask(a_catalogue(), words=text).total in (0, 1)


def test_a_door_without_a_point_counts_in_its_own_town_only() -> None:
    door = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-gent")
    place = a_location(lat=None, lon=None, precision=None)
    catalogue = a_catalogue(an_organisation(services=[a_service(channels=[door])], locations=[place]))
    assert ids(ask(catalogue, place=GENT, modes={Mode.IN_PERSON})) == {"line"}
    assert not ids(ask(catalogue, place=ANTWERPEN, modes={Mode.IN_PERSON}))


def test_nobody_is_sent_to_who_has_stopped() -> None:
    answer = ask(a_catalogue(an_organisation(status="closed")), words="helpers")
    assert not answer.results
    assert [o.id for o in answer.organisations] == ["helpers"]


def test_a_wide_audience_holds_the_narrower_ones() -> None:
    vocabulary = Vocabulary(audiences=(a_term(id="slachtoffers"), a_term(id="getuigen", broader="slachtoffers")))
    service = a_service(eligibility={"audiences": ["getuigen"]})
    catalogue = a_catalogue(an_organisation(services=[service]), vocabulary=vocabulary)
    assert ids(ask(catalogue, audience="slachtoffers")) == {"line"}


def lines_of_all_kinds(**ages: int) -> Catalogue:
    """A specialist, a line that listens to anybody, one with a theme of its own too, and a door."""
    terms = tuple(a_term(id=term) for term in ("pesten", "luisterend-oor", "wonen"))
    audiences = (
        a_term(id="jongeren"),
        a_term(id="lgbti"),
        a_term(id="ouderen", min_age=65),
        a_term(id="ouders", on_behalf=True),
    )
    door = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-gent", hours="24/7")
    line = [a_channel(id="phone-of-listeners", hours="24/7")]
    services = [
        a_service(id="door", channels=[door]),
        a_service(
            id="listeners",
            channels=line,
            eligibility={"audiences": ["jongeren"], **ages},
        ),
        a_service(
            id="housing", themes=["wonen", "luisterend-oor"], channels=[a_channel(id="of-housing", hours="24/7")]
        ),
        a_service(
            id="specialist",
            themes=["pesten"],
            eligibility={"audiences": ["lgbti", "ouders", "ouderen"]},
            channels=[a_channel(id="of-specialist", hours="24/7")],
        ),
    ]
    owner = an_organisation(services=services, locations=[a_location()])
    return a_catalogue(owner, vocabulary=Vocabulary(themes=terms, audiences=audiences))


def in_order(catalogue: Catalogue, **question: Any) -> list[str]:
    return [r.service.id for r in ask(catalogue, **question).results]


@pytest.mark.parametrize("question", [{"themes": {"pesten"}}, {"audience": "lgbti"}])
def test_who_listens_to_anybody_stands_under_the_specialists_and_says_why(question: dict[str, Any]) -> None:
    catalogue = lines_of_all_kinds()
    assert in_order(catalogue, **question) == ["specialist"]
    assert in_order(catalogue, or_listens=True, open_now=True, **question) == ["specialist", "listeners"]
    last = ask(catalogue, or_listens=True, **question).results[-1]
    assert ReasonKind.LISTENS in {reason.kind for reason in last.reasons}


@pytest.mark.parametrize("audience", ["ouders", "ouderen"])
def test_who_listens_to_the_young_is_no_line_for_who_asks_for_another_or_is_old(audience: str) -> None:
    catalogue = lines_of_all_kinds(min_age=6, max_age=25)
    assert in_order(catalogue, or_listens=True, audience=audience) == ["specialist"]


def test_every_other_filter_holds_for_who_listens_to_anybody() -> None:
    catalogue = lines_of_all_kinds(min_age=6, max_age=25)
    for other in ({"modes": {Mode.ONLINE}}, {"age": 40}, {"free": True}, {"language": "fr"}):
        found = in_order(catalogue, or_listens=True, themes={"pesten"}, **other)
        assert "listeners" not in found, other


def test_words_that_nobody_can_read_find_nothing_rather_than_everything() -> None:
    assert ask(a_catalogue(), words="допомога").total == 0
