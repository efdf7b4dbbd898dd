"""The shortlist: an order of services that belongs to who made it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from directory.exchange.shortlist import MOST, Choice, Shortlist

names = st.from_regex(r"[a-z]{1,8}", fullmatch=True)
shortlists = st.lists(names, max_size=MOST, unique=True).map(lambda ids: Shortlist.of(*ids))


def test_a_service_is_added_once() -> None:
    assert Shortlist.of("a").added("b").added("a").services == ("a", "b")


def test_a_full_one_stays_as_it_is() -> None:
    full = Shortlist.of(*(f"s-{n}" for n in range(MOST)))
    assert full.is_full
    assert full.added("one-more") == full


def test_more_than_the_most_are_refused() -> None:
    with pytest.raises(ValidationError):
        Shortlist.of(*(f"s-{n}" for n in range(MOST + 1)))


def test_the_same_service_twice_is_refused() -> None:
    with pytest.raises(ValidationError, match="twice"):
        Shortlist(choices=(Choice(service="a"), Choice(service="a")))


def test_what_is_said_of_a_service_stays_in_its_place() -> None:
    said = Shortlist.of("a", "b", "c").changed(Choice(service="b", note="bel na 18 uur", label="Gesprek"))
    assert said.services == ("a", "b", "c")
    assert said.choices[1].note == "bel na 18 uur"


@given(shortlists, names, st.integers(-30, 30))
def test_moving_loses_and_doubles_nothing(shortlist: Shortlist, name: str, places: int) -> None:
    moved = shortlist.moved(name, places)
    assert sorted(moved.services) == sorted(shortlist.services)
    if name in shortlist.services:
        wanted = shortlist.services.index(name) + places
        assert moved.services.index(name) == max(0, min(len(shortlist.services) - 1, wanted))


@given(shortlists, names)
def test_what_is_added_and_removed_again_leaves_it_as_it_was(shortlist: Shortlist, name: str) -> None:
    if name not in shortlist.services:
        assert shortlist.added(name).removed(name) == shortlist
