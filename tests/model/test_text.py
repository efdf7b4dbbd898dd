"""Signs that nobody sees: left out of what is read, written out where a terminal would obey them."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.model.text import UNSEEN, with_unseen_written_out, without_unseen
from tests.hostile import SEEN_TEXTS, UNSEEN_TEXTS


@pytest.mark.parametrize("text", SEEN_TEXTS.values(), ids=SEEN_TEXTS)
def test_what_a_reader_sees_stays(text):
    assert without_unseen(text) == with_unseen_written_out(text) == text


@pytest.mark.parametrize("text", UNSEEN_TEXTS.values(), ids=UNSEEN_TEXTS)
def test_a_sign_that_nobody_sees_goes_and_nothing_else(text):
    assert without_unseen(text) == "".join(sign for sign in text if not UNSEEN.match(sign)) != text


@given(st.characters())
def test_what_orders_a_terminal_or_turns_a_text_around_is_never_seen(sign):
    orders = unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") and sign not in "\t\n"
    turns = unicodedata.bidirectional(sign) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    assert bool(UNSEEN.match(sign)) >= (orders or turns)
    assert not (unicodedata.category(sign)[0] in "LNPS" and UNSEEN.match(sign))


@given(st.text())
def test_json_with_them_written_out_says_the_same(text):
    assert json.loads(with_unseen_written_out(json.dumps(text, ensure_ascii=False))) == text
