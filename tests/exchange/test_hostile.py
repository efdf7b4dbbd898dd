"""Hostile data, handed over in every form: it is text there too, and leads only where a card may lead."""

import csv
import io
import re

import pytest
import vobject
from openpyxl import load_workbook

from directory.exchange.handover import Handover, hand_over
from directory.exchange.message import message, neutral_message
from directory.exchange.sheet.printing import card_pdf, sheet_pdf
from directory.exchange.shortlist import Choice, Shortlist
from directory.exchange.table import csv_table, xlsx_table
from directory.exchange.vcard import neutral_vcards, vcards
from directory.model.catalogue import Catalogue
from directory.model.text import UNSEEN
from directory.store.files import read_catalogue
from tests.examples import MONDAY_EVENING
from tests.exchange import paper
from tests.hostile import TEXTS, write_folder

SITES = r"https://(www\.(hulp|luisterlijn)\.example|wa\.me|www\.openstreetmap\.org)(/.*)?"
LEADS = re.compile(rf"(tel|sms):\+?\d{{2,15}}|mailto:[\w.+-]+@[\w.-]+|geo:[\d.,]+\?q=[\d.,]+|{SITES}")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = tmp_path_factory.mktemp("hostile")
    write_folder(folder)
    return read_catalogue(folder)[0]


@pytest.fixture(params=range(0, len(TEXTS), 20), ids=str)
def handover(request, catalogue) -> Handover:
    """Twenty services of the hostile data, with hostile words of a worker."""
    some = range(request.param, min(request.param + 20, len(TEXTS)))
    choices = (Choice(service=f"kwaad-{n}", note=_sent(n), label=_sent(n)[:60], with_sites=True) for n in some)
    return hand_over(Shortlist(choices=tuple(choices)), catalogue, MONDAY_EVENING)


def _sent(number: int) -> str:
    """A hostile text as a form can send it."""
    return TEXTS[number].encode("utf-8", "replace").decode()


def test_a_table_holds_no_formula(handover):
    for row in csv.reader(io.StringIO(csv_table(handover).removeprefix("\ufeff"), newline=""), delimiter=";"):
        assert not [cell for cell in row if re.match(r"[\t\r\n]*[=+\-@＝＋－＠]", cell)]
    sheet = load_workbook(io.BytesIO(xlsx_table(handover))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []


@pytest.mark.parametrize("form", [vcards, neutral_vcards])
def test_a_contact_can_be_pressed_only_where_a_card_can(handover, form):
    contacts = list(vobject.readComponents(form(handover)))
    assert len(contacts) == len(handover.entries)
    for contact in contacts:
        found = contact.contents
        assert set(found) <= {"version", "n", "fn", "org", "tel", "email", "url", "adr", "note"}
        assert all(re.fullmatch(r"\+?\d{2,15}", each.value) for each in found.get("tel", []))
        assert all(re.fullmatch(r"[\w.+-]+@[\w.-]+", each.value) for each in found.get("email", []))
        assert all(re.fullmatch(SITES, each.value) for each in found.get("url", []))


@pytest.mark.parametrize("form", [sheet_pdf, card_pdf])
def test_a_sheet_leads_only_where_a_card_does(handover, form):
    pdf = form(handover)
    assert [link for link in paper.links(pdf) if not LEADS.fullmatch(link)] == []
    assert len(paper.pages(pdf)) >= 1


@pytest.mark.parametrize("form", [message, neutral_message])
def test_a_message_holds_no_sign_that_nobody_sees(handover, form):
    assert UNSEEN.findall(form(handover)) == []
