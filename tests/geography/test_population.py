"""The figures on young people: read as people save them, and a clear word on what cannot be used."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.geography.population import PopulationError, read_young_people
from directory.store import shelf

HEAD = "refnis,young_people\n"


def write(folder: Path, content: str | bytes) -> Path:
    data = content if isinstance(content, bytes) else content.encode()
    (folder / "young-people.csv").write_bytes(data)
    return folder


@given(
    people=st.dictionaries(st.integers(10000, 99999).map(str), st.integers(0, 9_999_999), min_size=1), data=st.data()
)
def test_what_is_written_is_read_whatever_the_separator_and_the_line_ends(tmp_path_factory, people, data):
    separator, end = data.draw(st.sampled_from(",;")), data.draw(st.sampled_from(["\n", "\r\n"]))
    rows = [("name", "refnis", "young_people"), *(("x", code, str(number)) for code, number in people.items())]
    text = data.draw(st.sampled_from(["", "\ufeff"])) + end.join(separator.join(row) for row in rows)
    assert read_young_people(write(tmp_path_factory.mktemp("people"), text)).number == people


def test_the_file_says_itself_whom_it_counts(tmp_path):
    rows = "refnis,young_people,about\n11001,5,12 tot 25 jaar\n11002,6,12 tot 25 jaar\n11004,7,\n"
    assert read_young_people(write(tmp_path, rows)).about == "12 tot 25 jaar"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEAD + "11001,12\n1100,13\n", "row 3, refnis: '1100' is no code of a municipality. Write its five digits."),
        (HEAD + "11001,1.200\n", "row 2, young_people: '1.200' is no number of people. Write it in digits alone."),
        (HEAD + "11001,-1\n", "row 2, young_people: '-1' is no number of people. Write it in digits alone."),
        (HEAD + "11001\n", "row 2, young_people: '' is no number of people. Write it in digits alone."),
        (HEAD + "11001,1\n11001,2\n", "row 3, refnis: 11001 is there twice. Keep one row of it."),
        ("refnis,people\n11001,1\n", "row 1: there is no column young_people. Add it."),
        ("", "row 1: there is no column refnis. Add it."),
        (HEAD, "row 2: there is no row with numbers. Add one for each municipality."),
        (b"\xff\xfe\x00", "it cannot be read (UnicodeDecodeError). Save it as UTF-8."),
    ],
)
def test_what_cannot_be_used_is_told_with_its_row_and_field_and_nothing_else_breaks(tmp_path, caplog, content, told):
    with pytest.raises(PopulationError) as raised:
        read_young_people(write(tmp_path, content))
    assert str(raised.value).removeprefix("young-people.csv").lstrip(": ") == told
    assert shelf.young_people(tmp_path) == (None, str(raised.value))
    assert told in caplog.text


def test_a_folder_without_the_file_and_no_folder_at_all_give_no_figures(tmp_path):
    assert "cannot be read (FileNotFoundError)" in shelf.young_people(tmp_path)[1]
    assert shelf.young_people(None) == (None, "")
