"""The overview: who answers by chat or mail, now and in 2007-2008."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import Download, expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser


@pytest.fixture
def overview(open_page, server) -> Visit:
    """The overview on a desktop."""
    return open_page(server).go("/overzicht")


def rows_of(download: Download) -> list[dict[str, str]]:
    with Path(download.path()).open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.readline(), delimiters=";,")
        file.seek(0)
        return list(csv.DictReader(file, dialect=dialect))


def fetch(visit: Visit, key: str) -> Download:
    with visit.page.expect_download() as waiting:
        visit.page.locator(f".st-key-{key} button").click()
    return waiting.value


def test_the_counts_are_numbers_and_both_is_never_more_than_either(overview):
    numbers = [int(n) for n in overview.page.locator(".hk-counts dd strong").all_inner_texts()]
    chat, mail, both, either = numbers
    assert 0 < both <= min(chat, mail)
    assert either == chat + mail - both


def names_in(visit: Visit, table: str) -> list[str]:
    """The first column of every part of a table, unfolded or not."""
    return [
        str(name).strip()
        for name in visit.page.locator(f'[role=region][aria-label^="{table}"] tbody th').evaluate_all(
            "cells => cells.map(cell => cell.textContent)"
        )
    ]


def test_the_list_of_today_comes_as_csv_with_the_same_rows_as_the_table(overview):
    expect(overview.page.get_by_role("region", name="Wie antwoordt per chat of mail").first).to_be_visible()
    download = fetch(overview, "csv_now")
    rows = rows_of(download)
    assert download.suggested_filename == "hulpkaart-chat-en-mail.csv"
    assert [row["Organisatie"] for row in rows] == names_in(overview, "Wie antwoordt per chat of mail")
    everywhere = [row for row in rows if row["Voor"] == "heel Vlaanderen"]
    chat = sum(row["Chat"] == "ja" for row in everywhere)
    assert chat == int(overview.page.locator(".hk-counts dd strong").first.inner_text())
    assert "Awel" in {row["Organisatie"] for row in rows}


def test_then_and_now_comes_as_csv_with_the_same_rows_as_the_table(overview):
    expect(overview.page.get_by_role("region", name="Toen en nu").first).to_be_visible()
    rows = rows_of(fetch(overview, "csv_then"))
    assert [next(iter(row.values())) for row in rows] == names_in(overview, "Toen en nu")
    assert len(rows) > 5
