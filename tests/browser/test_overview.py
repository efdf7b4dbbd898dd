"""The overview: who answers by chat or mail, now and in 2007-2008."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Download, expect

from tests.browser.test_every_screen import SIDEWAYS
from tests.browser.visit import PHONE, Visit

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


def test_no_column_of_a_table_is_cut_off_on_a_desktop(overview):
    expect_whole_tables(overview)
    for part in ("Toen en nu", "Nabijheid", "Uren"):
        overview.page.get_by_role("radio", name=part).click()
        expect(overview.page).to_have_url(re.compile(f"deel={part.split()[0]}"))
        overview.settle()
        expect_whole_tables(overview)


def expect_whole_tables(visit: Visit) -> None:
    tables = visit.page.locator(".hk-table:visible")
    expect(tables.first).to_be_visible()
    assert set(tables.evaluate_all("all => all.map(e => e.scrollWidth - e.clientWidth)")) == {0}


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
    overview.page.get_by_text("Toen en nu", exact=True).click()
    expect(overview.page.get_by_role("region", name="Toen en nu").first).to_be_visible()
    rows = rows_of(fetch(overview, "csv_then"))
    assert [next(iter(row.values())) for row in rows] == names_in(overview, "Toen en nu")
    assert len(rows) > 5


def choose(visit: Visit, theme: str) -> None:
    """Choose a theme, and wait until the part of the overview follows."""
    visit.page.get_by_label("Voor welk thema?").fill(theme)
    visit.page.get_by_role("option", name=theme, exact=True).click()
    expect(visit.said.first).to_contain_text(f"voor ‘{theme}’")
    visit.settle()


def test_the_choice_of_who_plans_stands_in_the_address_and_leaves_it_with_them(overview):
    overview.page.get_by_text("Nabijheid", exact=True).click()
    choose(overview, "School")
    expect(overview.page).to_have_url(re.compile(r"/overzicht\?deel=Nabijheid&thema=School$"))
    told = overview.said.inner_text()
    overview.go(overview.page.url.removeprefix(overview.url))
    assert overview.said.inner_text() == told
    overview.page.get_by_role("link", name="Zoek hulp").click()
    expect(overview.page.get_by_role("heading", level=1)).to_have_text("Met wie kan ik praten?")
    expect(overview.page).to_have_url(f"{overview.url}/")


def test_the_drawing_is_seen_and_its_file_has_a_row_for_each_municipality(open_page, server):
    visit = open_page(server).go("/overzicht?deel=Nabijheid&thema=School")
    drawing = visit.page.get_by_role("img", name="De tabel hieronder zegt hetzelfde.")
    expect(drawing).to_be_visible()
    assert drawing.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    rows = rows_of(fetch(visit, "csv_coverage"))
    assert len({row["NIS-code"] for row in rows}) == len(rows) == 304
    kilometres = [float(row["Afstand (km)"].replace(",", ".")) for row in rows]
    assert kilometres == sorted(kilometres, reverse=True)
    near = visit.page.get_by_role("row", name="binnen 5 km").inner_text()
    assert int(near.split()[3]) == sum(km <= 5 for km in kilometres)


def test_the_hours_of_the_week_come_as_the_table_shows_them(open_page, server):
    visit = open_page(server).go("/overzicht?deel=Uren&thema=School&leeftijd=15")
    expect(visit.page.get_by_label("Hoe oud?")).to_have_value("15")
    rows = [row for row in rows_of(fetch(visit, "csv_hours")) if row["Via"] == "chat"]
    signs = visit.page.get_by_role("region", name="Chat, uur na uur").locator("td").all_inner_texts()
    by_hour = sorted(rows, key=lambda row: int(row["Van (u)"]))
    assert [s if s.isdigit() else "" for s in signs] == [
        row["Zeker open"] if row["Heel het uur"] == "zeker open" else "" for row in by_hour
    ]
    assert "1" in signs


@pytest.mark.parametrize("part", ["Nabijheid", "Uren"])
def test_a_part_fits_a_phone(open_page, server, part):
    visit = open_page(server, PHONE, dark=part == "Uren").go(f"/overzicht?deel={part}")
    expect(visit.said.first).to_be_visible()
    assert visit.page.evaluate(SIDEWAYS) == []


def test_on_paper_nothing_is_left_to_press_and_the_ink_is_dark(open_page, server):
    visit = open_page(server, dark=True).go("/overzicht?deel=Uren&thema=School")
    visit.page.emulate_media(media="print")
    for gone in ("Download als CSV", "Verlaat deze site"):
        expect(visit.page.get_by_text(gone).first).to_be_hidden()
    expect(visit.page.get_by_label("Voor welk thema?")).to_be_hidden()
    expect(visit.said.first).to_have_css("color", "rgb(31, 41, 51)")
    expect(visit.page.get_by_test_id("stApp")).to_have_css("background-color", "rgb(255, 255, 255)")
