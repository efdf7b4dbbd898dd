"""The files of the overview: what a spreadsheet makes of them is what stands in the table."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.wording.overview import as_csv
from tests.hostile import TEXTS

RUN_BY_A_SPREADSHEET = re.compile("[\t\r\n]*[=+\\-@＝＋－＠]")
PIECES = st.text(alphabet=st.sampled_from("=+-@\t\r\n;,|\"' ax＝")) | st.sampled_from(TEXTS)


def cells(written: str, separator: str) -> list[str]:
    rows = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), delimiter=separator)
    return [cell for row in rows for cell in row]


@given(one=PIECES, other=PIECES)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_no_cell_is_a_formula_whatever_a_program_takes_for_the_separator(separator, one, other):
    written = as_csv([{"Organisatie": one, "Diensten": other}])
    assert not [cell for cell in cells(written, separator) if RUN_BY_A_SPREADSHEET.match(cell)]


@given(text=st.text(alphabet=st.characters(exclude_characters="=+-@\t\r\n＝＋－＠", exclude_categories=["Cs"])))
def test_a_text_without_such_signs_comes_back_as_it_was(text):
    assert cells(as_csv([{"Organisatie": text}]), ";") == ["Organisatie", text]
