"""Numbers as people write them: what is clear is taken, and what may be wrong never is."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.exchange.hsds.dialling import dialled

CLEAR = [
    ("09 225 12 34", ("+3292251234",)),
    ("+32 (0)9 225 12 34", ("+3292251234",)),
    ("0032 9 225 12 34", ("+3292251234",)),
    ("T 09 225 12 34", ("+3292251234",)),
    ("tel:09/225.12.34", ("+3292251234",)),
    ("Tel09 225 12 34", ("+3292251234",)),
    ("09 225 12 34 of 0473/18.28.35", ("+3292251234", "+32473182835")),
    ("+33 1 23 45 67 89", ("+33123456789",)),
    *((code, (code,)) for code in ("100", "102", "112", "1712", "1813", "116000")),
]


@pytest.mark.parametrize(("text", "numbers"), CLEAR)
def test_what_is_clear_is_taken_without_a_word(text, numbers):
    read = dialled(text, "BE")
    assert (read.numbers, read.fault, read.beside) == (numbers, None, ())


BESIDE = ["(gratis)", "gratis", "/ 35", "(9u-17u)", "- J. Peeters", "toestel 5", "ext. 4", "x4", "vraag naar An"]


@pytest.mark.parametrize("more", BESIDE)
def test_what_stands_beside_a_number_is_told_and_the_number_taken(more):
    read = dialled(f"09 225 12 34 {more}", "BE")
    assert (read.numbers, read.fault) == (("+3292251234",), None)
    assert read.beside


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("02 555 12 1x", "x"),
        ("02 555 12 1 x", "x"),
        ("0473/18.28.3S", "S"),
        ("0473/18.28.35S", "S"),
        ("03 234 56 7a", "a"),
        ("0a9 222 33 44", "a"),
        ("O9 222 33 44", "O"),
        ("09 222 33 44l", "l"),
        ("57 5O", "O"),
        ("02 234 57 5O", "O"),
        ("l712", "l"),
        ("O2 S55 I2 3A", "O"),
        ("09 222 33 44 of 09 222 33 4Z", "Z"),
        ("bel ons op 02 555 12 1x", "x"),
    ],
)
def test_a_letter_inside_a_number_is_named_and_nothing_is_taken(text, letter):
    read = dialled(text, "BE")
    assert read.numbers == ()
    assert read.fault[0] == f'There is a letter in the number "{text}": "{letter}".'


@pytest.mark.parametrize("text", ["02/12/2026", "2/1/2026", "2026-12-02", "02-12-2026 00:00", "12/25/2026"])
def test_a_date_is_no_number(text):
    read = dialled(text, "BE")
    assert read.numbers == ()
    assert "is a date and no number of a telephone." in read.fault[0]


@pytest.mark.parametrize("text", ["02 555 12 1", "0473 18 28 3", "09 225 12 34 5", "09/225.12.34-35"])
def test_a_number_that_its_country_does_not_know_is_not_taken_and_the_reason_is_told(text):
    read = dialled(text, "BE")
    assert read.numbers == ()
    assert f'"{text}" is not a phone number we can dial: ' in read.fault[0]


@pytest.mark.parametrize("text", ["bel ons", "", "?", "elke dag van 9u tot 17u", "02 bel ons 1"])
def test_words_are_no_number_not_even_by_the_keys_that_they_stand_on(text):
    read = dialled(text, "BE")
    assert (read.numbers, read.fault[0]) == ((), f'"{text}" is no number of a telephone.')


@given(
    st.sampled_from(["02 555 12 12", "0473/18.28.35", "+32 9 222 33 44", "0800 13 500"]),
    st.integers(0, 30),
    st.characters(categories=["Lu", "Ll"]),
)
def test_whichever_digit_becomes_a_letter_no_other_number_comes_of_it(text, at, letter):
    places = [n for n, sign in enumerate(text) if sign.isdigit()]
    place = places[at % len(places)]
    read = dialled(text[:place] + letter + text[place + 1 :], "BE")
    assert read.numbers == ()
    assert read.fault


@given(st.text(alphabet="0123456789 +/.()-xOaT,;\n", max_size=30))
def test_whatever_is_taken_can_be_dialled(text):
    read = dialled(text, "BE")
    assert bool(read.numbers) is not bool(read.fault)
    for number in read.numbers:
        assert len(number) <= 6 or phonenumbers.is_valid_number(phonenumbers.parse(number))
