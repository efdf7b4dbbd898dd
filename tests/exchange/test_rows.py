"""Any file is read as rows, whatever is in it: nothing breaks, and no row disappears in silence."""

import csv
import io

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.exchange.columns.converters import understood
from directory.exchange.columns.fields import Reading
from directory.exchange.columns.mapping_file import Column
from directory.exchange.rows import SEPARATORS, read_rows

CELLS = st.text(st.sampled_from("ab é\"\n,;\t|<>'=+@"), max_size=6)
ONE_FILE = settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ONE_FILE
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=6), st.sampled_from(SEPARATORS))
def test_what_is_well_written_comes_back_as_it_is(tmp_path, rows, separator):
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([("naam", "wat", "waar"), *rows])
    (tmp_path / "list.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    table = read_rows(tmp_path / "list.csv", separator)
    assert table.problems == []
    said = [{n: c.strip() for n, c in zip(table.columns, row, strict=True) if c.strip()} for row in rows]
    assert [row.cells for row in table.rows] == [cells for cells in said if cells]


@ONE_FILE
@given(st.binary(max_size=200))
def test_no_file_whatever_breaks_the_reading(tmp_path, content):
    (tmp_path / "list.csv").write_bytes(content)
    table = read_rows(tmp_path / "list.csv")
    assert all(row.cells and set(row.cells) <= set(table.columns) for row in table.rows)


@ONE_FILE
@given(st.lists(st.text(st.sampled_from('ab,"\n'), max_size=12), min_size=1, max_size=8))
def test_each_line_is_in_a_row_or_told(tmp_path, lines):
    (tmp_path / "list.csv").write_text("naam,wat\n" + "\n".join(lines), encoding="utf-8", newline="")
    table = read_rows(tmp_path / "list.csv", ",")
    filled = [line for line in "\n".join(lines).split("\n") if line.strip(', "')]
    assert bool(table.rows or table.problems) == bool(filled) or not filled


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=30), st.sampled_from(Reading), st.sampled_from(["BE", "US"]))
def test_every_cell_is_understood_or_told(text, reading, region):
    found = understood(text, Column(meant=("service name",)), reading, region)
    nothing = not text.strip() or reading in (Reading.AGES, Reading.HTML, Reading.LANGUAGE)
    assert found.values or found.told or nothing
