"""Every number that a sentence names can be pressed, and nothing else becomes a number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from directory import settings
from directory.model.channel import Kind
from directory.store import shelf
from directory.wording import labels
from directory.wording.called import called
from directory.wording.messages import speaking
from directory.wording.written import Written


def pressed(text: str) -> list[str]:
    return re.findall(r'href="tel:([^"]+)"', called(text))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Ben je nu in gevaar? Bel 101 of 112.", ["101", "112"]),
        ("En français : 0800 32 123, jour et nuit.", ["+3280032123"]),
        ("Bel 116 000, of 116000.", ["116000", "116000"]),
        ("Bel 02 279 75 39 of +32 2 279 75 39.", ["+3222797539", "+3222797539"]),
        ("0476 58 35 07", ["+32476583507"]),
        ("In 2012, met 1120 euro, 13 tot 17 jaar", []),
        ("1000 Brussel, sinds 1995, op www.1712.be, 116000@childfocus.org, 12-101", []),
    ],
)
def test_a_number_is_a_link_and_a_year_a_postcode_or_an_address_is_not(text: str, numbers: list[str]) -> None:
    assert pressed(text) == numbers


def test_each_number_of_the_catalogue_is_one_as_people_write_it() -> None:
    catalogue = shelf.catalogue(settings.data_folder())
    values = {c.value for s in catalogue.services for c in s.channels if c.kind is Kind.PHONE}
    belgian = {value for value in values if value.startswith("+32") or not value.startswith("+")}
    assert len(belgian) > 50
    assert {value for value in belgian if pressed(f"Bel {labels.phone(value)}.") != [value]} == set()


def test_a_text_in_another_language_still_says_so() -> None:
    with speaking("fr"):
        said = called(Written("Bel 112.", "nl"))
    assert re.match(r'<span lang="nl" dir="ltr">Bel <a href="tel:112">112</a>\.</span> <small>', said)


@given(st.text())
def test_whatever_is_written_stays_text(text: str) -> None:
    without_links = re.sub(r'<a href="tel:\+?\d+">([\d +./\u00a0]+)</a>', r"\1", str(escape(called(text))))
    assert without_links == str(escape(text))
