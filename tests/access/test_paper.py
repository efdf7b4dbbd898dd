"""A sheet as a screen reader reads it: PDF/UA-1, in which every text has a place in the order."""

import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.browser.server import MONDAY_EVENING, ROOT
from tests.exchange import paper

SERVICES = ("awel-hulplijn", "jac-limburg", "1712-lijn")
HOLDS_TEXT = {"/P", "/H1", "/H2", "/Title", "/Link", "/Figure", "/Span", "/Caption", "/Lbl", "/LBody"}


@pytest.fixture(scope="module", params=["sheet", "card"])
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What `python -m directory sheet` writes: the sheet with its form, and the card."""
    out = tmp_path_factory.mktemp("paper") / "contactgegevens.pdf"
    variant = "--neutral" if request.param == "card" else "--form"
    command = [sys.executable, "-m", "directory", "sheet", *SERVICES, "--out", str(out), variant]
    subprocess.run(command, cwd=ROOT, check=True, env={"HULPKAART_NOW": MONDAY_EVENING, "PATH": ""})
    return Path(out).read_bytes()


def test_it_says_that_it_is_accessible_what_it_is_called_and_in_which_language(pdf):
    read = paper.reader(pdf)
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata is not None
    assert read.metadata.title
    assert "<pdfuaid:part>1</pdfuaid:part>" in paper.metadata(pdf)


def test_its_headings_are_in_order(pdf):
    levels = [int(tag[2:]) for tag in paper.tags(pdf) if tag.startswith("/H")]
    assert levels[: len(SERVICES)] == [1] * len(SERVICES)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_text_is_a_paragraph_a_heading_a_link_or_a_figure(pdf):
    assert bare_texts(paper.reader(pdf).trailer["/Root"]["/StructTreeRoot"]) == []


def test_every_figure_says_what_it_shows(pdf):
    assert all(str(figure.get("/Alt", "")) for figure in elements(pdf) if figure.get("/S") == "/Figure")


def test_every_page_is_read_in_the_order_of_its_structure(pdf):
    assert {str(page["/Tabs"]) for page in paper.reader(pdf).pages if "/Annots" in page} == {"/S"}


def elements(pdf: bytes) -> list[Any]:
    """Every element of the structure."""
    waiting, found = [paper.reader(pdf).trailer["/Root"]["/StructTreeRoot"]], []
    while waiting:
        element = waiting.pop()
        found.append(element)
        waiting += paper.children(element)
    return found


def bare_texts(element: Any, within: tuple[str, ...] = ()) -> list[str]:
    """Where pieces of a page stand in none of the kinds that hold text; a number is such a piece."""
    kind = str(element.get("/S", ""))
    below = element.get("/K", [])
    below = below.get_object() if hasattr(below, "get_object") else below
    pieces = below if isinstance(below, list) else [below]
    path = (*within, kind)
    in_text = any(each in HOLDS_TEXT - {"/Span"} for each in path)
    own = [" ".join(path)] if not in_text and any(isinstance(piece, int) for piece in pieces) else []
    return own + [bare for child in paper.children(element) for bare in bare_texts(child, path)]
