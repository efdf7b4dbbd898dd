"""A mistake in the data costs the field that holds it, and takes no question and no page down."""

from datetime import datetime
from pathlib import Path

import pytest

from directory.cartography.results import pins
from directory.finding.always import always_there
from directory.finding.find import find
from directory.finding.overview import answering, then_and_now
from directory.finding.query import Query
from directory.model.schedule import BRUSSELS
from directory.store.files import read_catalogue
from directory.store.withholding import usable
from directory.wording.card_builder import card
from directory.wording.fragment import card_html
from tests.examples import a_catalogue, a_channel, a_location, a_place, a_service, an_organisation

NOW = datetime(2026, 11, 25, 20, 0, tzinfo=BRUSSELS)
BROKEN = sorted(f for f in (Path(__file__).parent.parent / "broken").iterdir() if f.is_dir())


@pytest.mark.parametrize("folder", BROKEN, ids=lambda f: f.name)
def test_every_question_is_answered_on_a_broken_folder(folder: Path) -> None:
    catalogue, _ = read_catalogue(folder)
    for query in (Query(), Query(words="hulp"), Query(open_now=True)):
        answer = find(catalogue, query, NOW)
        for result in answer.results:
            assert card_html(card(catalogue, result, query, NOW))
        pins(catalogue, answer.results, {})
    assert always_there(catalogue, NOW) is not None
    assert answering(catalogue) is not None
    assert then_and_now(catalogue) is not None


def test_hours_that_cannot_be_read_are_not_known() -> None:
    service = a_service(channels=[a_channel(hours="ma-vr 9u-17u")])
    (kept,) = usable([an_organisation(services=[service])])
    assert kept.services[0].channels[0].hours is None


@pytest.mark.parametrize(("lat", "lon"), [(510.5, 3.7), (3.7, 51.05), (51.05, None)])
def test_a_point_that_cannot_be_is_not_drawn(lat: float, lon: float | None) -> None:
    (kept,) = usable([an_organisation(locations=[a_location(lat=lat, lon=lon)])])
    assert kept.locations[0].point is None


@pytest.mark.parametrize("postcode", ["B-9000", "+1+1", "900", "９０００", "90000"])
def test_a_postcode_that_is_none_is_not_known_and_takes_no_question_down(postcode: str) -> None:
    door = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-gent")
    owner = an_organisation(services=[a_service(channels=[door])], locations=[a_location(postcode=postcode)])
    (kept,) = usable([owner])
    assert kept.locations[0].postcode is None
    assert find(a_catalogue(kept), Query(place=a_place()), NOW).total == 1


def test_the_address_of_a_shelter_stays_hidden_until_somebody_decides() -> None:
    shelter = a_service(shelters=True)
    for decided, shown in ((None, False), (True, False), (False, True)):
        place = a_location(confidential=decided)
        (kept,) = usable([an_organisation(services=[shelter], locations=[place])])
        assert (kept.locations[0].street is not None) is shown
        assert (kept.locations[0].point is not None) is shown


def test_a_place_of_another_organisation_that_a_shelter_uses_stays_hidden_too() -> None:
    door = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-gent")
    shelter = an_organisation(id="shelter", services=[a_service(shelters=True, channels=[door])])
    host = an_organisation(id="host", services=[], locations=[a_location()])
    assert usable([shelter, host])[1].locations[0].street is None


def test_an_id_that_is_used_twice_costs_the_second_organisation() -> None:
    kept = usable([an_organisation(id="first"), an_organisation(id="second")])
    assert [o.id for o in kept] == ["first"]


def test_a_service_and_a_location_may_have_the_same_id():
    owner = an_organisation(services=[a_service(id="gent")], locations=[a_location(id="gent")])
    assert usable([owner]) == (owner,)
