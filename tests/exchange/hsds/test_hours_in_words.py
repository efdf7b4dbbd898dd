"""Hours as people write them: read when every word is understood, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.exchange.hsds.hours_in_words import hours_of_words, span_of_words
from directory.model.schedule import schedule


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("24/7, closed holidays", "24/7; PH off"),
        ("Open 24 hours a day, 7 days a week", "24/7"),
        ("Mon-Fri 9am-5pm", "Mo-Fr 09:00-17:00"),
        ("Monday - Friday 8:30 AM to 5:00 PM; Sat 9am-12 noon", "Mo-Fr 08:30-17:00; Sa 09:00-12:00"),
        ("M-F 8:00a-4:30p", "Mo-Fr 08:00-16:30"),
        ("Mon, Wed, Fri 9-5pm", "Mo,We,Fr 09:00-17:00"),
        ("9am-5pm Mon-Fri, 10am-2pm Sat", "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
        ("Mon-Thu 9am-12pm, 1pm-5pm; Fri 9am-noon", "Mo-Th 09:00-12:00,13:00-17:00; Fr 09:00-12:00"),
        ("Mon-Fri 9am-5pm; closed weekends and holidays", "Mo-Fr 09:00-17:00; PH off"),
        ("daily 6pm-2am", "Mo-Su 18:00-02:00"),
        ("ma-vr: 9u tot 12u30 en 13u tot 17u", "Mo-Fr 09:00-12:30,13:00-17:00"),
        ("maandag 13:00-19:00; dinsdag gesloten", "Mo 13:00-19:00"),
    ],
)
def test_hours_that_are_written_out_are_read(words, hours):
    assert hours_of_words(words) == hours
    assert schedule(hours)


@pytest.mark.parametrize(
    "words",
    [
        "Mon-Fri 9-5",
        "1st Tuesday 10am-noon",
        "Crisis line 24/7, office Mon-Fri 9am-5pm",
        "Monday-Friday",
        "9am-5pm",
        "Mon-Fri 8am-10",
        "24/7 closed Sunday",
        "Mon 9am-5pm, Mon 6pm-8pm closed",
        "Varies. Call for hours.",
        "op afspraak",
        "",
    ],
)
def test_hours_that_could_mean_something_else_are_not_read(words):
    assert hours_of_words(words) is None


def test_the_times_of_a_row_are_read_whatever_the_clock():
    assert span_of_words("14:00", "4:00 PM") == ("14:00", "16:00")
    assert span_of_words("08:00", "17:00") == ("08:00", "17:00")
    assert span_of_words("9am", "03:00") is None
    assert span_of_words("9", "5") is None


PIECES = st.sampled_from(
    "mon fri - 9am 5pm 9 17:00 , ; closed holidays 24/7 noon midnight open sun daily en x".split()
)


@given(st.lists(PIECES, max_size=8))
def test_whatever_is_read_is_hours(words):
    hours = hours_of_words(" ".join(words))
    assert hours is None or schedule(hours)
