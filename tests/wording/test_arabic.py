"""A new language is a folder: Arabic, which has six forms of a plural and lines that begin on the right."""

from collections.abc import Iterator

import pytest

from directory.wording.labels import listed
from directory.wording.messages import _, apart, is_reviewed, languages, pgettext, place_name, speaking, weave
from directory.wording.summary import count
from tests.wording.pseudo import BESIDE, spoken_from


@pytest.fixture(autouse=True)
def _in_arabic() -> Iterator[None]:
    with spoken_from(BESIDE), speaking("ar"):
        yield


def test_the_folder_is_spoken_and_says_that_nobody_reviewed_it() -> None:
    assert languages() == ("nl", "en", "fr", "ar")
    assert not is_reviewed()
    assert pgettext("exit", "Verlaat deze site") == "مغادرة الموقع"
    assert place_name("Vlaanderen") == "فلاندرز"
    assert place_name("Gent") == "Gent"


def test_what_the_folder_does_not_say_is_said_in_dutch() -> None:
    assert _("Wat wil je zien?") == "Wat wil je zien?"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "لا أماكن"),
        (1, "مكان واحد"),
        (2, "مكانان"),
        (3, "3 أماكن"),
        (10, "10 أماكن"),
        (11, "11 مكانًا"),
        (99, "99 مكانًا"),
        (100, "100 مكان"),
        (103, "103 أماكن"),
        (111, "111 مكانًا"),
        (202, "202 مكان"),
    ],
)
def test_a_number_of_places_has_the_form_that_goes_with_it(number: int, said: str) -> None:
    assert count(number) == said


@pytest.mark.parametrize("name", ["9000 Gent", "0800 13 500", "brievenbus@awel.be", "Drabstraat 5, 9000 Gent"])
def test_what_is_no_arabic_keeps_its_own_order_in_a_sentence(name: str) -> None:
    assert _("van {name}", name=name) == f"من \u2068{name}\u2069"
    assert weave("Deze site is van {operator}.", operator=name).endswith(f"\u2068{name}\u2069.")
    assert listed([name, "Awel"], "or") == f"\u2068{name}\u2069 أو \u2068Awel\u2069"


def test_html_in_a_sentence_stands_as_it_is_and_text_in_it_stays_escaped() -> None:
    link = weave("<i>Bel</i> {number}", number="<112>")
    assert link == "<i>اتصال بالرقم</i> \u2068&lt;112&gt;\u2069"
    assert weave("Hun site: {link}", link=link) == f"موقعهم: {link}"


@pytest.mark.parametrize("code", ["nl", "fr", "en"])
def test_where_lines_begin_on_the_left_nothing_is_put_around_a_name(code: str) -> None:
    with speaking(code):
        assert apart("9000 Gent") == "9000 Gent"
        assert _("van {name}", name="Awel").endswith("Awel")
