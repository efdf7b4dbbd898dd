"""What the workers' screen says of a row, of choices, and of what it does not know."""

import re
from typing import Any

import pytest

from directory.finding.filters import Filter
from directory.finding.find import find, result_of
from directory.finding.query import Query
from directory.wording import hours
from directory.wording.card import Light
from directory.wording.card_builder import card
from directory.wording.comparison import compared
from directory.wording.desk import Cell, cells, counted, nobody_says, not_known, show_unknown
from directory.wording.overview import Reach
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
from tests.exchange.handed import real_catalogue


def row(**facts: Any) -> dict[str, Cell]:
    catalogue = a_catalogue(an_organisation(services=[a_service(**facts)], locations=[a_location()]))
    (result,) = find(catalogue, Query(place=a_place()), MONDAY_EVENING).results
    return {cell.name: cell for cell in cells(catalogue, result, MONDAY_EVENING)}


def test_a_row_says_what_decides() -> None:
    door = a_channel(kind="walk_in", value="https://example.org", location="house-gent", hours="24/7")
    facts = {
        "eligibility": {"min_age": 12, "max_age": 25},
        "referral": "both",
        "cost_eur": 0,
        "languages": ["nl", "fr"],
    }
    assert row(channels=[door], **facts) == {
        "Voor wie": Cell("Voor wie", "12-25 jaar"),
        "Hoe en waar": Cell("Hoe en waar", "in persoon", "Gent, 100 m"),
        "Nu": Cell("Nu", "dag en nacht open", light=Light.OPEN),
        "Verwijzen": Cell("Verwijzen", "zelf of via jou", "gratis · Nederlands, Frans · bron van okt 2026"),
    }


def test_what_is_not_known_says_so() -> None:
    said = row()
    assert (said["Voor wie"].text, said["Voor wie"].more) == ("niet gekend", "leeftijd niet gekend")
    assert said["Verwijzen"].text == "verwijzen: niet gekend"
    assert said["Verwijzen"].more.startswith("kost niet gekend · ")
    assert (said["Nu"].text, said["Nu"].light) == ("uren niet zeker", Light.UNKNOWN)


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ({"kind": "email", "value": "hallo@example.org"}, ("schrijven kan altijd", Light.ANYTIME)),
        ({"hours": "Mo-Su,PH 09:00-10:00"}, ("nu dicht", Light.CLOSED)),
        ({"hours": "Mo-Su,PH 09:00-22:00"}, ("open tot 22 u", Light.OPEN)),
    ],
)
def test_now_is_told_in_words_and_a_colour(channel: dict[str, Any], said: tuple[str, Light]) -> None:
    cell = row(channels=[a_channel(**channel)])["Nu"]
    assert (cell.text, cell.light) == said


def test_many_people_are_cut_with_how_many_more() -> None:
    people = [a_term(id=f"p-{n}", label={"nl": f"Groep {n}"}) for n in range(5)]
    catalogue = a_catalogue(
        an_organisation(services=[a_service(eligibility={"audiences": [term.id for term in people]})])
    )
    catalogue = a_catalogue(
        *catalogue.organisations, vocabulary=catalogue.vocabulary.model_copy(update={"audiences": tuple(people)})
    )
    (result,) = find(catalogue, Query(), MONDAY_EVENING).results
    assert cells(catalogue, result, MONDAY_EVENING)[0].text == "groep 0, groep 1 +3"


def test_a_choice_says_how_many_it_leaves() -> None:
    assert counted("Frans", 8) == "Frans (8)"


def test_before_a_filter_is_asked_it_says_of_how_many_nobody_knows_it() -> None:
    assert nobody_says({Filter.LETTER: 170, Filter.INTAKE: 0, Filter.PARENTS: 9}) == (
        "Niet geweten: verwijsbrief (170), zonder ouders (9)."
    )
    assert nobody_says({Filter.LETTER: 0}) is None


def test_who_is_unknown_is_said_with_whether_they_are_shown() -> None:
    counts = {Filter.AGE: 4, Filter.FREE: 3, Filter.LANGUAGE: 1}
    assert not_known(counts, Query()) == [
        "Niet geweten, wel getoond: leeftijd (4).",
        "Niet geweten, niet getoond: prijs (3), taal (1).",
    ]
    assert not_known(counts, Query(or_unknown=True)) == [
        "Niet geweten, wel getoond: leeftijd (4), prijs (3), taal (1)."
    ]
    assert not_known({}, Query()) == []
    assert show_unknown(1) == "Toon ook 1 plek waarvan we het niet weten"
    assert show_unknown(12) == "Toon ook 12 plekken waarvan we het niet weten"


def test_side_by_side_one_sees_what_to_dial_and_where_to_go_and_who_answers_now() -> None:
    line = a_channel(value="+3280013500", hours="Mo-Su,PH 09:00-22:00")
    mail = a_channel(id="mail", kind="email", value="hallo@example.org")
    chat = a_channel(id="chat", kind="chat", value="https://example.org/chat", hours="Mo 08:00-09:00; PH off")
    door = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-gent", hours=None)
    service = a_service(channels=[line, mail, chat, door])
    catalogue = a_catalogue(an_organisation(services=[service], locations=[a_location()]))
    result = result_of(catalogue, service, Query(place=a_place()), MONDAY_EVENING)
    shown = card(catalogue, result, Query(place=a_place()), MONDAY_EVENING)
    said = {row[""]: row["1. De Lijn"] for row in compared(catalogue, [(result, shown)], MONDAY_EVENING)}
    assert said["Nu"] == "open tot 22 u"
    assert said["Bellen"] == (Reach("0800 13 500", "tel:+3280013500", "open tot 22 u"),)
    assert said["Mailen"] == (Reach("hallo@example.org", "mailto:hallo@example.org", "schrijven kan altijd"),)
    (chatting,) = said["Online"]
    assert (chatting.text, chatting.href) == ("Chat op example.org", "https://example.org/chat")
    assert said["Waar"] == (Reach("Veldstraat 1, 9000 Gent", None, "100 m · uren niet gekend"),)
    empty = a_service(channels=[])
    catalogue = a_catalogue(an_organisation(services=[empty]))
    result = result_of(catalogue, empty, Query(), MONDAY_EVENING)
    shown = card(catalogue, result, Query(), MONDAY_EVENING)
    nothing = {row[""]: row["1. De Lijn"] for row in compared(catalogue, [(result, shown)], MONDAY_EVENING)}
    assert nothing["Bellen"] == "niet gekend"
    assert nothing["Waar"] == "geen plek om langs te gaan"


def test_every_service_can_stand_beside_any_other_one() -> None:
    catalogue, query = real_catalogue(), Query(place=a_place())
    offered = [service for service in catalogue.services if not catalogue.owner(service).is_gone]
    results = [result_of(catalogue, service, query, MONDAY_EVENING) for service in offered[:60]]
    cards = [(result, card(catalogue, result, query, MONDAY_EVENING)) for result in results]
    table = compared(catalogue, cards, MONDAY_EVENING)
    assert [row[""] for row in table][:2] == ["Leeftijd", "Voor wie"]
    assert all(cell for row in table for cell in row.values())
    assert len(table[0]) == len(results) + 1
    assert compared(catalogue, [], MONDAY_EVENING) == []


def test_of_one_service_every_door_gives_one_date_however_exactly_its_source_is_dated() -> None:
    catalogue = real_catalogue()
    for service in (s for s in catalogue.services if not catalogue.owner(s).is_gone):
        result = result_of(catalogue, service, Query(), MONDAY_EVENING)
        row = cells(catalogue, result, MONDAY_EVENING)[-1].more
        shown = card(catalogue, result, Query(), MONDAY_EVENING)
        dated = re.split(" van | bron, ", row.rpartition(" · ")[2])[-1]
        assert shown.known_since.startswith((f"Nieuwste bron: {dated} · ", "Bronnen zonder datum · "))
        said = {hours.dated(source.as_of) for record in service.records for source in record.sources}
        assert dated in {"bron zonder datum", *said}
