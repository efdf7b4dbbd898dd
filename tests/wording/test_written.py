"""What somebody typed is said again in short, and whole words stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.finding.query import Query
from directory.model.vocabulary import Vocabulary
from directory.wording.summary import asked
from directory.wording.written import shortened


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ik ben zestien", "ik ben zestien"),
        ("ik ben zestien jaar", "ik ben zestien…"),
        ("ik ben zes, maar jong", "ik ben zes…"),
        ("levensbedreigendheid", "levensbedreige…"),
    ],
)
def test_a_text_is_cut_between_words_and_says_that_it_goes_on(text: str, said: str) -> None:
    assert shortened(text, 15) == said


@given(text=st.text(), most=st.integers(2, 60))
def test_what_is_cut_is_a_beginning_and_never_too_long(text: str, most: int) -> None:
    said = shortened(text, most)
    assert len(said) <= most
    assert said == text or text.startswith(said.removesuffix("…"))


def test_the_sentence_of_a_search_ends_no_word_halfway() -> None:
    words = "ik ben een jongen van zestien en ik verkoop seks in het centrum van de stad"
    assert asked(Query(words=words), Vocabulary()) == (
        "over “ik ben een jongen van zestien en ik verkoop seks in het…”"
    )
