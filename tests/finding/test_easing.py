"""When little is left, which filter to let go: each count is what is found without it."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from directory.finding.easing import Easing, eased, easings
from directory.finding.find import find
from directory.finding.query import Query
from directory.model.channel import Mode
from tests.examples import MONDAY_EVENING, a_catalogue, a_place, a_service, an_organisation
from tests.exchange.handed import real_catalogue

KNOWN = real_catalogue()
ASKED: dict[str, Any] = {
    "words": "drugs",
    "place": a_place(),
    "modes": frozenset({Mode.IN_PERSON}),
    "open_now": True,
    "age": 16,
    "language": "fr",
    "through_professional": True,
    "intake": False,
    "wheelchair": True,
}


def test_for_a_boy_who_speaks_french_only_it_says_what_there_is_in_another_language() -> None:
    services = [a_service(id=f"s-{n}", languages=["nl"], channels=[], anonymous=n == 1) for n in range(3)]
    catalogue = a_catalogue(an_organisation(services=services))
    asked = Query(language="fr", anonymous=True)
    assert easings(catalogue, asked, MONDAY_EVENING) == {Easing.LANGUAGE: 1}
    assert easings(catalogue, Query(language="fr"), MONDAY_EVENING) == {Easing.LANGUAGE: 3}


@settings(deadline=None, max_examples=40)
@given(names=st.sets(st.sampled_from(sorted(ASKED)), max_size=4))
def test_each_leaves_more_and_as_many_as_it_says_with_the_most_first(names: set[str]) -> None:
    query = Query(**{name: ASKED[name] for name in names})
    found = easings(KNOWN, query, MONDAY_EVENING)
    total = find(KNOWN, query, MONDAY_EVENING, limit=0).total
    assert list(found.values()) == sorted(found.values(), reverse=True)
    for by, count in found.items():
        assert find(KNOWN, eased(query, by), MONDAY_EVENING, limit=0).total == count > total


def test_who_asks_nothing_can_let_nothing_go() -> None:
    assert all(eased(Query(), by) == Query() for by in Easing)
