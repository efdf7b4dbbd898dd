"""Filters in an address: a colleague gets the same view, whatever became of the address on the way."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from directory.exchange.address import FLAGS, MOST_VALUES, YES_OR_NO, Opened, View, read, written
from directory.finding.query import RADII_KM, Query
from directory.finding.tally import Order
from directory.geography.places import Gazetteer
from directory.model.channel import Kind, Mode
from directory.model.provenance import a_year_before
from directory.model.service import RunBy
from directory.settings import geo_folder
from directory.wording.desk import left_out
from tests.exchange.handed import real_catalogue
from tests.hostile import TEXTS

TODAY = date(2026, 11, 23)
KNOWN = real_catalogue()
PLACES = Gazetteer.read(geo_folder())
NAMES = (
    "over waar straal hoe weg thema voor leeftijd taal wie van gratis brief gesprek zelf via vers open volgorde "
    "lijst oud"
).split()


def opened(parameters: dict[str, Any]) -> Opened:
    return read({name: [v] if isinstance(v, str) else v for name, v in parameters.items()}, KNOWN, PLACES, TODAY)


@st.composite
def views(draw: st.DrawFn) -> View:
    where = draw(st.sampled_from(["", "Gent", "9050", "provincie Limburg", "1050 Elsene", "ghent"]))
    some = [t.id for t in KNOWN.vocabulary.themes]
    query = Query(
        words=draw(st.text(max_size=20).map(lambda text: opened({"over": text}).view.query.words)),
        place=PLACES.find_place(where).best if where else None,
        within_km=draw(st.sampled_from(RADII_KM)),
        modes=draw(st.frozensets(st.sampled_from(Mode))),
        kinds=draw(st.frozensets(st.sampled_from(Kind), max_size=3)),
        themes=draw(st.frozensets(st.sampled_from(some), max_size=3)),
        audience=draw(st.sampled_from([None, "jongeren", "ouders"])),
        age=draw(st.none() | st.integers(0, 120)),
        language=draw(st.none() | st.sampled_from(sorted(KNOWN.languages))),
        run_by=draw(st.none() | st.sampled_from(RunBy)),
        organisation=draw(st.none() | st.sampled_from(sorted(KNOWN.organisation))),
        newer_than=draw(st.sampled_from([None, a_year_before(TODAY)])),
        checked_after=draw(st.sampled_from([None, a_year_before(TODAY)])),
        **{field: draw(st.booleans()) for field in FLAGS.values()},
        **{field: draw(st.none() | st.booleans()) for field in YES_OR_NO.values()},
    )
    return View(query, where, draw(st.sampled_from(Order)))


@settings(deadline=None, max_examples=40)
@given(view=views())
def test_an_address_opens_the_view_that_was_put_in_it(view: View) -> None:
    address = urlencode(written(view), doseq=True)
    assert opened(parse_qs(address)) == Opened(view)


def test_a_view_without_filters_has_an_address_without_filters() -> None:
    assert written(View(Query())) == {}


@settings(deadline=None, max_examples=50)
@given(
    parameters=st.dictionaries(
        st.sampled_from(NAMES) | st.text(max_size=8),
        st.lists(
            st.text(max_size=12) | st.sampled_from(["ja", "online", "gent", "-1", "200", "15", *TEXTS]), max_size=4
        ),
        max_size=8,
    )
)
@example(parameters={"leeftijd": ["-1"], "straal": ["nan"], "taal": ["\ud800"]})
def test_whatever_stands_in_an_address_is_opened_as_far_as_it_can_be(parameters: dict[str, list[str]]) -> None:
    view = opened(parameters).view
    assert opened(written(view)) == Opened(view)
    said = left_out(opened(parameters).left_out)
    assert said is None or (said.endswith(".") and len(said) < 400)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"leeftijd": "-1"}, "leeftijd “-1”"),
        ({"leeftijd": "200"}, "leeftijd “200”"),
        ({"leeftijd": "١٢"}, "leeftijd “١٢”"),
        ({"leeftijd": ["12", "13"]}, "een deel van leeftijd"),
        ({"thema": ["school", "van-vroeger"]}, "thema “van-vroeger”"),
        ({"hoe": "duif"}, "hoe “duif”"),
        ({"straal": "9999"}, "straal “9999”"),
        ({"waar": "Ergenshuizen"}, "plek “Ergenshuizen”"),
        ({"gratis": "misschien"}, "“gratis”"),
        ({"brief": "misschien"}, "“brief”"),
        ({"filter_van_vroeger": "1", "utm_source": "x"}, "“filter_van_vroeger” en “utm_source”"),
        ({"thema": [f"oud-{n}" for n in range(9)]}, "“oud-3” en 5 andere"),
        ({"weg": ["chat"] * 5000}, "een deel van kanaal"),
    ],
)
def test_what_could_not_be_used_is_said_in_one_sentence(parameters: dict[str, Any], said: str) -> None:
    found = left_out(opened(parameters).left_out)
    assert found is not None
    assert f"{said}." in found
    assert found.startswith("Niet alles in het adres konden we gebruiken. Weggelaten: ")


def test_what_can_be_used_is_used_beside_what_can_not() -> None:
    found = opened({"thema": ["school", "weg"], "leeftijd": "200", "hoe": ["online", "x"]}).view.query
    assert found == Query(themes=frozenset({"school"}), modes=frozenset({Mode.ONLINE}))


def test_nobody_reads_further_than_so_many_values() -> None:
    found = opened({"thema": [*["x"] * MOST_VALUES, "school"]})
    assert not found.view.query.themes


def test_a_year_ago_is_counted_from_the_day_on_which_it_is_opened() -> None:
    later = read({"vers": ["ja"]}, KNOWN, PLACES, date(2027, 2, 1))
    assert later.view.query.newer_than == date(2026, 2, 1)
