"""Whatever the tab held before: out, and nothing of ours in the list of its pages."""

import re
import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.leaving import (
    AT_LAST_MS,
    NO_NAVIGATION_API,
    expect_no_way_back,
    expect_nothing_kept,
    expect_to_be_out,
    leave_by_press,
    leave_by_shift,
)
from tests.browser.visit import PATIENCE_MS

pytestmark = pytest.mark.browser

OLD_OR_NEW = pytest.mark.parametrize("script", ["", NO_NAVIGATION_API], ids=["today", "old browser"])
SLOW_MS = 1_700
AGAIN_MS = 700
LATE_S = 4
NO_PAGES = ["/api/", "/_stcore/health", "/suggesties/nl"]
"""What a browser shows without our script in it."""
NOT_THERE = ["/lichtt", "//licht", "/licht/%0d%0aX", "/_stcore/metrics"]


def press(page: Page, name: str) -> None:
    """A button of a light page, until the next page stands."""
    page.get_by_role("button", name=name).first.click()
    page.get_by_role("heading", level=1).wait_for()


def follow(page: Page, name: str) -> None:
    """A link to another page of ours, until it stands."""
    with page.expect_navigation():
        page.get_by_role("link", name=name).first.click()
    page.locator(".hk-said, #inhoud h1").first.wait_for()


def until_loaded(page: Page) -> None:
    """Until the page is there, and so only its address is kept."""
    page.wait_for_load_state()
    page.get_by_role("heading", level=1).wait_for()


# The first page in the tab


@OLD_OR_NEW
@pytest.mark.parametrize("more", [(), ("Wie is er altijd?",), ("Wie is er altijd?", "Je sporen")])
def test_out_of_a_tab_that_a_button_opened(enter, leaving, weather, script, more):
    page = enter(leaving, "/licht", script=script)
    press(page, "Zoek")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Alles over").first.click(modifiers=["Control"])
    tab = opened.value
    until_loaded(tab)
    for name in more:
        press(tab, name)
    leave_by_shift(tab)
    expect_to_be_out(tab, weather)
    expect_nothing_kept(tab, weather)


@OLD_OR_NEW
def test_back_or_a_reload_sends_nothing_again_and_always_shows_the_exit(enter, leaving, weather, script):
    page = enter(leaving, "/licht", script=script)
    page.get_by_label("Waarover?").fill("pesten")
    press(page, "Zoek")
    press(page, "Alles over")
    press(page, "Je sporen")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zo kan deze pagina niet open")
    page.go_back()
    expect(page.get_by_label("Waarover?")).to_have_value("")
    page.go_forward()
    page.reload()
    press(page, "Nieuwe vraag")
    expect(page.get_by_label("Waarover?")).to_be_visible()
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("path", NOT_THERE)
def test_out_after_an_address_that_is_not_there(enter, leaving, weather, path):
    page = enter(leaving, path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit vinden we niet")
    press(page, "Nieuwe vraag")
    press(page, "Zoek")
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("path", NO_PAGES)
def test_out_after_what_is_no_page_and_back_to_that_at_most(enter, leaving, weather, path):
    page = enter(leaving, path)
    page.goto(f"{leaving.url}/licht")
    press(page, "Zoek")
    leave_by_press(page)
    expect_to_be_out(page, weather)
    kept = page.context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    assert [entry["url"] for entry in kept][2:] == [leaving.url + path, f"{leaving.url}/weg", f"{weather.url}/weer"]


# A slow line


@pytest.mark.parametrize("times", [1, 3])
def test_out_over_a_slow_line_however_often_one_asks(enter, leaving, weather, times):
    page = enter(leaving, "/licht")
    press(page, "Zoek")
    press(page, "Alles over")
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    slow = {"offline": False, "latency": SLOW_MS, "downloadThroughput": 50_000, "uploadThroughput": 20_000}
    line.send("Network.emulateNetworkConditions", slow)
    for _ in range(times):
        leave_by_shift(page)
        page.wait_for_timeout(AGAIN_MS)
    expect_to_be_out(page, weather, AT_LAST_MS)
    expect_nothing_kept(page, weather)


def test_out_where_only_the_first_page_is_late(enter, leaving, weather):
    page = enter(leaving, "/licht")
    press(page, "Zoek")

    def late(route: Route) -> None:
        time.sleep(LATE_S)
        route.continue_()

    page.route(f"{leaving.url}/licht", late)
    leave_by_press(page)
    expect_to_be_out(page, weather, AT_LAST_MS)
    expect_nothing_kept(page, weather)


# Old browsers, which do not tell how many pages of ours lie behind


def test_an_old_browser_counts_over_the_link_to_the_map(enter, leaving, weather):
    page = enter(leaving, "/licht", script=NO_NAVIGATION_API)
    press(page, "Zoek")
    press(page, "Alles over")
    follow(page, "Zoeken met de kaart")
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_an_old_browser_counts_from_the_screens_over_a_light_page_and_back(enter, leaving, weather):
    page = enter(leaving, script=NO_NAVIGATION_API)
    page.get_by_role("link", name="Overzicht").click()
    expect(page.get_by_role("heading", level=1, name="Overzicht")).to_be_visible()
    follow(page, "Over deze site")
    press(page, "Je sporen")
    follow(page, "Zoeken met de kaart")
    page.go_back()
    page.get_by_role("heading", level=1, name="Je sporen").wait_for()
    press(page, "Wie is er altijd?")
    page.reload()
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_an_old_browser_counts_again_after_a_reload(enter, leaving, weather):
    page = enter(leaving, script=NO_NAVIGATION_API)
    follow(page, "Klopt dit niet?")
    page.reload()
    leave_by_shift(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_an_old_browser_skips_to_the_content_without_a_step(enter, leaving, weather):
    page = enter(leaving, "/licht", script=NO_NAVIGATION_API)
    press(page, "Zoek")
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    page.wait_for_url("**/licht#inhoud", timeout=PATIENCE_MS)
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('inhoud').contains(document.activeElement)")
    leave_by_shift(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_the_name_that_counts_is_gone_where_one_arrives(enter, leaving, weather):
    page = enter(leaving, "/licht", script=NO_NAVIGATION_API)
    follow(page, "Zoeken met de kaart")
    assert page.evaluate("window.name") == ""
    page.goto(f"{weather.url}/start")
    assert page.evaluate("window.name") == ""


# Once more, and over other sites


@OLD_OR_NEW
def test_out_a_second_time_after_back_to_the_blank_page(enter, leaving, weather, script):
    page = enter(leaving, "/licht", script=script)
    for _ in range(2):
        press(page, "Zoek")
        leave_by_press(page)
        expect_to_be_out(page, weather)
        page.go_back()
        page.wait_for_url("**/weg")
        page.goto(f"{leaving.url}/licht")
    leave_by_press(page)
    expect_to_be_out(page, weather)
    assert page.evaluate("window.name") == ""
    expect_no_way_back(page, weather)


def test_a_site_of_others_opens_beside_us_and_the_exit_still_takes_all_along(enter, leaving, weather):
    page = enter(leaving, "/licht")
    press(page, "Zoek")
    page.context.route(re.compile("^https://"), lambda route: route.fulfill(body="elsewhere"))
    with page.context.expect_page() as opened:
        page.locator("article a[rel]").first.click()
    expect(opened.value.get_by_text("elsewhere")).to_be_visible()
    assert opened.value.evaluate("history.length") == 1
    press(page, "Alles over")
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_where_the_exit_is_explained_it_says_what_it_cannot_do(enter, leaving):
    page = enter(leaving, "/licht/sporen")
    for said in ("sluit die dan eerst met Esc", "Sluit dan liever het tabblad"):
        expect(page.get_by_text(said)).to_be_visible()


def test_shift_leaves_once_an_open_list_is_closed(enter, leaving, weather):
    page = enter(leaving, "/licht")
    page.locator("#vraag summary").click()
    page.locator("#publiek").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    leave_by_shift(page)
    expect_to_be_out(page, weather)
