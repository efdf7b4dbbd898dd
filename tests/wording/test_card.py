"""The card: what is known, what is not, and how old it is."""

from dataclasses import replace
from typing import Any

import pytest

from directory.finding.find import find
from directory.finding.query import Query
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode
from directory.wording.card import Card, Light
from directory.wording.card_builder import card
from directory.wording.fragment import card_html
from directory.wording.places import named as named_place
from tests.examples import (
    MONDAY_EVENING,
    a_catalogue,
    a_channel,
    a_location,
    a_place,
    a_service,
    an_organisation,
)


def the_card(catalogue: Catalogue, **question: Any) -> Card:
    query = Query(**question)
    (result,) = find(catalogue, query, MONDAY_EVENING).results
    return card(catalogue, result, query, MONDAY_EVENING)


def with_channel(**changes: Any) -> Card:
    return the_card(a_catalogue(an_organisation(services=[a_service(channels=[a_channel(**changes)])])))


def test_what_no_source_says_is_called_not_known() -> None:
    shown = with_channel()
    assert shown.facts[:3] == ("Kost: niet gekend", "Anoniem: niet gekend", "Hoe beginnen: niet gekend")
    assert shown.not_known == (
        "Wie antwoordt, of ze het aan iemand doorvertellen en wat anderen ervan kunnen zien: "
        "niet gekend: vraag het hun eerst."
    )


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"letter_needed": True}, "Met een verwijsbrief"),
        ({"letter_needed": False}, "Zonder verwijsbrief"),
        ({"intake": True}, "Eerst een gesprek"),
        ({"intake": False}, "Zonder eerst een gesprek"),
        ({"without_parents": True}, "Onder 18: mag zonder je ouders"),
        ({"without_parents": False}, "Onder 18: met je ouders"),
    ],
)
def test_whether_one_will_be_taken_stands_among_the_facts_where_a_source_says_it(
    facts: dict[str, bool], said: str
) -> None:
    known = the_card(a_catalogue(an_organisation(services=[a_service(**facts)])))
    not_known = the_card(a_catalogue())
    assert set(known.facts) - set(not_known.facts) == {said}


def test_a_telephone_number_can_be_pressed() -> None:
    (channel,) = with_channel(value="+3280013500").channels
    assert channel.link is not None
    assert (channel.link.text, channel.link.href) == ("0800 13 500", "tel:+3280013500")


def test_old_hours_say_from_when_they_are_and_what_to_do() -> None:
    source = {"url": "https://example.org", "says": "hours", "as_of": "2021", "supports": ["hours"]}
    (channel,) = with_channel(hours="24/7", sources=[source]).channels
    assert channel.light is Light.UNKNOWN
    assert channel.state == "waarschijnlijk open"
    assert channel.warning == "Uren uit een bron van 2021: kijk eerst op hun site."


def test_undated_hours_say_so() -> None:
    source = {"url": "https://example.org", "says": "hours"}
    (channel,) = with_channel(hours="24/7", sources=[source]).channels
    assert channel.warning == "Uren uit een bron zonder datum: kijk eerst op hun site."


def test_what_rests_on_general_knowledge_says_so() -> None:
    (channel,) = with_channel(verified=False, hours="24/7").channels
    assert channel.light is Light.UNKNOWN
    assert channel.warning == "Niet bevestigd: kijk eerst op hun site."


def test_mail_is_written_at_any_hour_and_never_open() -> None:
    (channel,) = with_channel(kind="email", value="a@example.org", hours="24/7").channels
    assert channel.light is Light.ANYTIME
    assert channel.state == "schrijven kan altijd"


def test_what_nobody_compared_with_the_organisation_says_so() -> None:
    assert the_card(a_catalogue()).known_since == "Nieuwste bron: okt 2026 · nog niet nagekeken bij de organisatie"


def test_a_confidential_place_shows_its_municipality_only() -> None:
    door = a_channel(kind="appointment", value="https://example.org", location="hidden")
    hidden = a_location(id="hidden", confidential=True, street=None, number=None, lat=None, lon=None)
    shown = the_card(a_catalogue(an_organisation(services=[a_service(channels=[door])], locations=[hidden])))
    assert shown.channels[0].door is not None
    assert shown.channels[0].door.address == "Gent, adres niet openbaar"
    assert shown.channels[0].door.links == ()


def test_a_point_that_is_not_exact_gets_no_link_to_a_map() -> None:
    door = a_channel(kind="walk_in", value="https://example.org", location="house-gent")
    for precision, links in (("address", 2), ("postcode", 0)):
        place = a_location(precision=precision)
        shown = the_card(a_catalogue(an_organisation(services=[a_service(channels=[door])], locations=[place])))
        assert shown.channels[0].door is not None
        assert len(shown.channels[0].door.links) == links


def many_houses() -> Catalogue:
    doors = [
        a_channel(id=f"door-{n}", kind="walk_in", value="https://example.org", location=f"house-{n}")
        for n in range(40)
    ]
    houses = [a_location(id=f"house-{n}", lon=3.7 + n / 100, name=f"Huis {n}") for n in range(40)]
    return a_catalogue(an_organisation(services=[a_service(channels=doors)], locations=houses))


def test_a_service_with_many_doors_is_one_card_with_its_nearest_door() -> None:
    shown = the_card(many_houses(), place=a_place(), within_km=100)
    assert [c.door.name for c in shown.channels if c.door] == ["Huis 2"]
    assert len(shown.other_doors) == 39


def test_without_a_place_many_doors_are_a_list_and_none_is_called_nearest() -> None:
    shown = the_card(many_houses())
    assert not shown.channels
    assert len(shown.other_doors) == 40


def test_the_card_of_a_door_that_was_named_tells_of_that_door_first() -> None:
    catalogue = many_houses()
    query = Query(place=a_place(), within_km=100)
    (result,) = find(catalogue, query, MONDAY_EVENING).results
    nearest, named = result.doors[0].location.id, result.doors[20].location.id
    assert nearest != named
    shown = card(catalogue, result, query, MONDAY_EVENING, door=named)
    first = shown.channels[0].door
    assert first is not None
    assert first.location == named
    told = [part for part in shown.why if " van " in part]
    assert told == [f"{first.distance} van {named_place(a_place())}"]
    assert nearest in {door.location for door in shown.other_doors}


def test_a_door_of_somebody_else_changes_nothing_in_a_card() -> None:
    catalogue = many_houses()
    query = Query(place=a_place(), within_km=100)
    (result,) = find(catalogue, query, MONDAY_EVENING).results
    plain = card(catalogue, result, query, MONDAY_EVENING)
    assert card(catalogue, result, query, MONDAY_EVENING, door="house-elsewhere") == plain


def test_of_a_door_that_is_too_far_away_no_other_distance_is_told() -> None:
    catalogue = many_houses()
    query = Query(place=a_place(), within_km=5)
    (result,) = find(catalogue, query, MONDAY_EVENING).results
    assert "house-39" not in {door.location.id for door in result.doors}
    shown = card(catalogue, result, query, MONDAY_EVENING, door="house-39")
    assert shown.channels[0].door is not None
    assert shown.channels[0].door.location == "house-39"
    assert not [part for part in shown.why if " van " in part]


def test_who_answers_now_stands_first_then_who_answers_live_and_what_is_written_last() -> None:
    ways = [
        ("forum", "https://example.org", None),
        ("email", "mail@example.org", None),
        ("chat", "https://later.example.org", "Tu 18:00-22:00"),
        ("whatsapp", "+32470000000", "Tu 09:00-12:00"),
        ("sms", "8686", None),
        ("phone", "102", "Mo-Su 18:00-22:00"),
    ]
    channels = [
        a_channel(id=f"way-{n}", kind=kind, value=value, hours=hours) for n, (kind, value, hours) in enumerate(ways)
    ]
    shown = the_card(a_catalogue(an_organisation(services=[a_service(channels=channels)])))
    assert [c.kind for c in shown.channels] == ["phone", "sms", "whatsapp", "chat", "forum", "email"]


def test_a_place_that_two_channels_share_is_told_once() -> None:
    channels = [
        a_channel(id=kind.replace("_", "-"), kind=kind, value="https://example.org", location="house-gent")
        for kind in ("walk_in", "appointment")
    ]
    shown = the_card(a_catalogue(an_organisation(services=[a_service(channels=channels)], locations=[a_location()])))
    assert [c.door is not None for c in shown.channels] == [True, False]


def test_police_says_that_it_is_police() -> None:
    police = a_catalogue(an_organisation(services=[a_service(run_by="police")]))
    assert the_card(police).is_police
    assert "Dit is politie." in card_html(the_card(police))


@pytest.mark.parametrize("hostile", ["<script>alert(1)</script>", '"><img src=x>', "{{ 7*7 }}", "' onclick='x"])
def test_whatever_stands_in_a_fact_comes_out_as_text(hostile: str) -> None:
    html = card_html(replace(the_card(a_catalogue()), title=hostile, description=hostile, notes=(hostile,)))
    assert "<script" not in html
    assert "<img" not in html
    assert "onclick='x" not in html
    assert hostile == "{{ 7*7 }}" or "{{" not in html


@pytest.mark.parametrize("hostile", ["javascript:alert(1)", "data:text/html,x", "JaVaScRiPt:x", "//evil.example"])
def test_a_link_that_is_not_safe_to_press_is_no_link(hostile: str) -> None:
    (channel,) = with_channel(kind="chat", value=hostile).channels
    assert channel.link is None


def test_who_asked_for_a_telephone_sees_a_number_however_many_doors_there_are() -> None:
    catalogue = many_houses()
    (service,) = catalogue.services
    phones = [a_channel(id=f"phone-{n}", location=f"house-{n}") for n in range(40)]
    changed = service.model_copy(update={"channels": (*service.channels, *phones)})
    organisation = catalogue.organisations[0].model_copy(update={"services": (changed,)})
    shown = the_card(a_catalogue(organisation), modes=frozenset({Mode.PHONE}))
    assert any(c.fits and c.link for c in shown.channels)
    assert len({door.location for door in shown.other_doors}) == len(shown.other_doors) == 40


def test_of_a_rough_place_the_town_is_said_and_no_distance() -> None:
    door = a_channel(kind="walk_in", value="https://example.org", location="house-gent")
    place = a_location(precision="postcode")
    shown = the_card(
        a_catalogue(an_organisation(services=[a_service(channels=[door])], locations=[place])), place=a_place()
    )
    assert "in Gent" in shown.why
    assert [c.door.distance for c in shown.channels if c.door] == [None]


def test_a_listed_door_says_when_it_is_surely_open() -> None:
    catalogue = many_houses()
    (service,) = catalogue.services
    channels = [c.model_copy(update={"hours": "24/7"} if c.id == "door-7" else {}) for c in service.channels]
    changed = service.model_copy(update={"channels": tuple(channels)})
    organisation = catalogue.organisations[0].model_copy(update={"services": (changed,)})
    shown = the_card(a_catalogue(organisation))
    assert {door.state for door in shown.other_doors} == {None, "dag en nacht open"}
    assert "dag en nacht open" in card_html(shown)
