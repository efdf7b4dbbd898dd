"""What is handed over: the card of the screens, as of a moment, for who has only the paper."""

from collections.abc import Callable
from datetime import datetime

import pytest

from directory.exchange.handover import Handover, hand_over, plain, readable
from directory.exchange.message import message, neutral_message
from directory.exchange.sheet.printing import card_pdf, sheet_pdf
from directory.exchange.shortlist import Choice, Shortlist
from directory.exchange.table import csv_table, rows
from directory.exchange.vcard import neutral_vcards, vcards
from directory.finding.find import result_of
from directory.finding.query import Query
from directory.model.schedule import BRUSSELS
from directory.model.text import Language
from directory.wording.card_builder import card
from directory.wording.hours import week
from directory.wording.messages import speaking
from directory.wording.written import Written
from tests.examples import MONDAY_EVENING, a_catalogue, a_channel, a_location, a_place, a_service, an_organisation
from tests.exchange import paper
from tests.exchange.handed import a_house, handed, real_catalogue


def test_every_number_and_address_is_the_one_of_the_card() -> None:
    catalogue = real_catalogue()
    for service in catalogue.services:
        (entry,) = hand_over(Shortlist.of(service.id), catalogue, MONDAY_EVENING).entries
        shown = card(catalogue, result_of(catalogue, service, Query(), MONDAY_EVENING), Query(), MONDAY_EVENING)
        assert {way.href for way in entry.ways} == {c.link.href if c.link else None for c in shown.channels}
        assert (entry.card.title, entry.card.facts, entry.card.known_since) == (
            shown.title,
            shown.facts,
            shown.known_since,
        )


def test_for_whom_says_the_ages_that_the_screen_gives_as_a_reason() -> None:
    (entry,) = handed(a_house(eligibility={"min_age": 12, "max_age": 25})).entries
    assert entry.card.for_whom == "voor 12 tot 25 jaar · heel Vlaanderen"


def test_hours_on_paper_are_those_of_a_week_and_not_of_this_evening() -> None:
    (entry,) = handed(a_house()).entries
    assert [way.hours for way in entry.ways] == [
        "ma-vr 9-17 u",
        "uren niet gekend",
        "schrijven kan altijd",
        "uren niet gekend",
    ]


def test_the_order_on_paper_does_not_depend_on_the_hour() -> None:
    shortlist = Shortlist.of("awel-hulplijn")
    orders = {
        tuple(way.text for way in hand_over(shortlist, real_catalogue(), at).entries[0].ways)
        for at in (datetime(2026, 11, 23, hour, tzinfo=BRUSSELS) for hour in (3, 17, 20, 23))
    }
    assert len(orders) == 1


def test_hours_in_another_language_have_its_days() -> None:
    found = set()
    for language in Language:
        (entry,) = handed(a_house(), language=language).entries
        with speaking(language):
            assert entry.ways[0].hours == week("Mo-Fr 09:00-17:00", MONDAY_EVENING)
        found.add(entry.ways[0].hours)
    assert len(found) == len(Language)


def test_what_exists_in_a_language_is_said_in_it_and_the_rest_says_that_it_is_dutch() -> None:
    (entry,) = handed(a_house(), language=Language.FR).entries
    step, description = entry.card.what_happens, entry.card.description
    assert isinstance(step, Written)
    assert isinstance(description, Written)
    assert (step, step.language, description.language) == ("Appelez d’abord.", "fr", "nl")


def test_a_web_address_is_written_as_one_types_it() -> None:
    assert readable("https://www.example.org/chat/") == "example.org/chat"
    assert readable("mailto:hallo@example.org") == "hallo@example.org"


def test_ways_that_differ_only_in_what_is_told_of_them_are_one() -> None:
    channels = [
        a_channel(id=f"town-{n}", kind="appointment", value="https://example.org", hours_note={"nl": f"In stad {n}."})
        for n in range(3)
    ]
    (entry,) = handed(a_catalogue(an_organisation(services=[a_service(channels=channels)]))).entries
    assert [way.notes for way in entry.ways] == [("In stad 0.", "In stad 1.", "In stad 2.")]


def test_a_chosen_door_is_the_one_that_is_handed_over_else_the_nearest() -> None:
    doors = [
        a_channel(id=f"door-{n}", kind="walk_in", value="https://example.org", location=f"house-{n}")
        for n in range(9)
    ]
    houses = [a_location(id=f"house-{n}", lon=3.7 + n / 10, number=str(n)) for n in range(9)]
    catalogue = a_catalogue(an_organisation(services=[a_service(channels=doors)], locations=houses))
    (chosen,) = hand_over(
        Shortlist(choices=(Choice(service="line", door="house-7"),)), catalogue, MONDAY_EVENING
    ).entries
    assert [way.text for way in chosen.ways] == ["Veldstraat 7, 9000 Gent"]
    (near,) = hand_over(Shortlist.of("line"), catalogue, MONDAY_EVENING, near=a_place()).entries
    assert [way.text for way in near.ways] == ["Veldstraat 0, 9000 Gent"]
    assert len(near.other_places) == 8


def test_a_service_that_is_gone_is_left_out_and_named() -> None:
    given = hand_over(Shortlist.of("line", "gone"), a_house(), MONDAY_EVENING)
    assert [entry.card.service for entry in given.entries] == ["line"]
    assert given.missing == ("gone",)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("a\x00b\x07c", "a b c"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\u202eb", "a b"),
        ("a\ud800b", "a b"),
        ("  a \t b ", "a b"),
    ],
)
def test_what_cannot_be_printed_or_turns_the_text_around_is_left_out(text: str, printed: str) -> None:
    assert plain(text) == printed


NOTE = "Vraag naar de intake van dinsdag."


@pytest.mark.parametrize(
    "form",
    [
        message,
        neutral_message,
        vcards,
        neutral_vcards,
        csv_table,
        lambda given: str(rows(given)),
        lambda given: paper.text(card_pdf(given)),
    ],
)
def test_what_the_worker_notes_is_on_the_sheet_and_in_nothing_else(form: Callable[[Handover], str]) -> None:
    given = handed(a_house(), note=NOTE)
    assert NOTE in paper.text(sheet_pdf(given))
    assert NOTE not in form(given).replace("\r\n ", "")
    assert "Nota" not in form(given)
