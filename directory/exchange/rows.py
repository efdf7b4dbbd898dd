"""A CSV file of others as rows by the name of their column, each with its line.

The separator is found out; letters are UTF-8, UTF-16 when the file says so, else Windows-1252. A row that is broken
costs itself, and is told; so is one with more cells than there are columns, since nobody knows which of them moved.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from directory.exchange.hsds.texts import read_text
from directory.store.problems import Problem, Severity, listed, quoted

SEPARATORS = (",", ";", "\t", "|")
LONGEST_CELL = 200_000
"""Signs; a cell that is longer has a quotation mark that nobody closed."""
_LINES_TO_TRY = 50
_SAYS_SEPARATOR = "sep="


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row that say something, by the name of their column."""

    cells: dict[str, str]
    line: int


@dataclass(slots=True)
class Rows:
    """A table: the names of its columns, its rows, and what is wrong with its form."""

    file: str
    columns: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    header_line: int = 1
    problems: list[Problem] = field(default_factory=list)

    def tell(self, line: int, column: str, what: str, mend: str, severity: Severity = Severity.MUST_MEND) -> None:
        """Add a problem with a row."""
        self.problems.append(Problem(self.file, line, "", column, what, mend, severity))


def read_rows(file: Path, separator: str | None = None) -> Rows:
    """The rows of a CSV file; without a separator it is found out."""
    table = Rows(str(file))
    lines = list(io.StringIO(read_text(file, table.problems).replace("\0", ""), newline=""))
    before = 0
    if lines and lines[0].lower().startswith(_SAYS_SEPARATOR) and len(lines[0].strip()) == len(_SAYS_SEPARATOR) + 1:
        separator, before = separator or lines[0].strip()[-1], 1
    records = _records(lines, before, separator or _separator(lines[before:]), table)
    line, header = next(((line, cells) for line, cells in records if any(cells)), (1, []))
    if not header:
        mend = "Give one with the names of its columns on the first line."
        table.tell(1, "", "The file is empty.", mend)
        return table
    table.header_line, table.columns = line, _named(header, line, table)
    for line, cells in records:
        _add(cells, line, table)
    return table


def _records(lines: list[str], at: int, separator: str, table: Rows) -> Iterator[tuple[int, list[str]]]:
    """The cells of each record with its line; after a broken one it goes on with the line behind its first."""
    csv.field_size_limit(LONGEST_CELL)
    while at < len(lines):
        reader = csv.reader(islice(lines, at, None), delimiter=separator, strict=True, skipinitialspace=True)
        start = at
        try:
            for cells in reader:
                yield start + 1, [cell.strip() for cell in cells]
                start = at + reader.line_num
            return
        except csv.Error as error:
            what = f"This row is not CSV: {error}."
            mend = "Close each quotation mark, and double those inside a cell; the row was left out."
            table.tell(start + 1, "", what, mend)
            at = start + 1


def _separator(lines: list[str]) -> str:
    """The sign that cuts the first rows into the most columns, as many in each."""

    def columns(separator: str) -> tuple[int, int]:
        try:
            rows = [len(row) for row in csv.reader(lines[:_LINES_TO_TRY], delimiter=separator) if row]
        except csv.Error:
            return 0, 0
        width = rows[0] if rows else 0
        return (sum(row == width for row in rows) if width > 1 else 0), width

    return max(SEPARATORS, key=columns)


def _named(header: list[str], line: int, table: Rows) -> tuple[str, ...]:
    """The names of the columns: those without one by their number, those with the same one counted."""
    seen: Counter[str] = Counter()
    names: list[str] = []
    for number, cell in enumerate(header, start=1):
        name = " ".join(cell.split()) or f"column {number}"
        seen[name] += 1
        while seen[name] > 1 and f"{name} ({seen[name]})" in header:
            seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    for name, times in seen.items():
        if times > 1:
            called = listed([quoted(n) for n in names if n == name or n.startswith(f"{name} (")]).replace(
                " or ", " and "
            )
            what = f"{times} columns are called {quoted(name)}."
            table.tell(line, name, what, f"They are read as {called}.", Severity.WARNING)
    return tuple(names)


def _add(cells: list[str], line: int, table: Rows) -> None:
    width = len(table.columns)
    if not any(cells):
        return
    if any(cells[width:]):
        what = f"It has {len(cells)} cells, and there are {width} columns."
        table.tell(
            line, "", what, "Put a cell that holds the separator between quotation marks; the row was left out."
        )
        return
    if len(cells) < width:
        what = f"It has {len(cells)} cells, and there are {width} columns."
        table.tell(line, "", what, "Look whether its last cells are meant to be empty.", Severity.WARNING)
    table.rows.append(Row({name: cell for name, cell in zip(table.columns, cells, strict=False) if cell}, line))
