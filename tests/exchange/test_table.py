"""Tables: what a worker wants in columns, and nothing that a spreadsheet would run."""

import csv
import io
import zipfile

import pandas as pd
import pytest
from openpyxl import load_workbook

from directory.exchange.handover import hand_over
from directory.exchange.shortlist import Shortlist
from directory.exchange.table import LONGEST_CELL, csv_table, rows, xlsx_table
from tests.examples import MONDAY_EVENING
from tests.exchange.handed import HOSTILE, a_house, handed, real_catalogue

FORMULAS = ('=HYPERLINK("https://example.org")', "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1")


def read_csv(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_a_row_has_what_a_worker_compares() -> None:
    (row,) = rows(handed(a_house(cost_eur=0, eligibility={"min_age": 12})))
    assert row["Dienst"] == "De Lijn"
    assert row["Organisatie"] == "De Helpers"
    assert row["Voor wie"] == "vanaf 12 jaar · heel Vlaanderen"
    assert row["Bellen"] == "0800 13 500 (ma-vr 9-17 u)"
    assert row["Ter plaatse"].startswith("Binnenlopen: Huis De Helpers, Veldstraat 1, 9000 Gent")
    assert row["Goed om te weten"].startswith("Gratis")
    assert row["Bronnen"] == "example.org (okt 2026) https://example.org/page"


@pytest.mark.parametrize("formula", FORMULAS)
def test_nothing_in_a_csv_begins_as_a_formula(formula: str) -> None:
    (row,) = read_csv(csv_table(handed(a_house(name=f"x{formula}"[1:], description={"nl": formula}))))
    assert not any(cell[:1] in tuple("=+-@\t\r") for cell in row.values())


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_in_a_workbook_is_text(formula: str) -> None:
    book = xlsx_table(handed(a_house(description={"nl": formula})))
    cells = [cell for row in load_workbook(io.BytesIO(book)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}
    inside = zipfile.ZipFile(io.BytesIO(book))
    assert not any("<f>" in inside.read(name).decode() for name in inside.namelist() if "sheet" in name)


@pytest.mark.parametrize("hostile", [*HOSTILE, "regel\nregel", "a\x00b\x0bc", "; \" '"])
def test_whatever_is_written_comes_back_from_both(hostile: str) -> None:
    given = handed(a_house(description={"nl": hostile}))
    (row,) = rows(given)
    frame = pd.read_excel(io.BytesIO(xlsx_table(given)), dtype=str, keep_default_na=False)
    assert frame.iloc[0].to_dict() == row
    assert read_csv(csv_table(given))[0]["Wat"] == row["Wat"]


def test_the_whole_catalogue_comes_back_from_both() -> None:
    ids = list(real_catalogue().service)
    for first in range(0, len(ids), 20):
        given = hand_over(Shortlist.of(*ids[first : first + 20]), real_catalogue(), MONDAY_EVENING)
        frame = pd.read_excel(io.BytesIO(xlsx_table(given)), dtype=str, keep_default_na=False)
        assert frame["Dienst"].to_list() == [entry.card.title for entry in given.entries]
        assert [row["Dienst"] for row in read_csv(csv_table(given))] == frame["Dienst"].to_list()
        assert max(len(value) for row in rows(given) for value in row.values()) < LONGEST_CELL


def test_the_head_of_a_workbook_stays_in_view() -> None:
    sheet = load_workbook(io.BytesIO(xlsx_table(handed(a_house())))).active
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.bold


def test_nothing_picked_is_an_empty_table() -> None:
    empty = hand_over(Shortlist(), a_house(), MONDAY_EVENING)
    assert rows(empty) == []
    assert load_workbook(io.BytesIO(xlsx_table(empty))).active.max_row <= 1
