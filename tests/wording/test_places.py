"""Places in words, in the language of who reads."""

import pytest

from directory import settings
from directory.geography.place import Place
from directory.store import shelf
from directory.wording.messages import speaking
from directory.wording.places import choice, named


def place(typed: str) -> Place:
    found = shelf.gazetteer(settings.geo_folder()).find_place(typed).best
    assert found
    return found


def test_a_town_is_called_as_its_reader_does() -> None:
    with speaking("fr"):
        assert named(place("9000 Gent")) == "9000 Gand"


def test_a_village_that_is_called_like_a_town_elsewhere_keeps_its_name() -> None:
    with speaking("fr"):
        assert named(place("2980 Halle")) == "2980 Halle"
        assert named(place("1500 Halle")) == "1500 Hal"


@pytest.mark.parametrize(
    "typed", ["2980 Halle", "3800 Aalst", "2430 Vorst", "1780 Bever", "9000 Gent", "provincie Antwerpen"]
)
def test_who_presses_a_place_in_french_gets_that_place(typed: str) -> None:
    with speaking("fr"):
        assert place(choice(place(typed))) == place(typed)
