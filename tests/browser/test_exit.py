"""Out at once, from every state, and nothing of ours behind the Back or Forward button."""

import os
import signal
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.browser.exit_words import FORMS, SECRET, SLEEPY_WORD
from tests.browser.leaving import (
    AT_LAST_MS,
    NO_NAVIGATION_API,
    Tab,
    expect_no_way_back,
    expect_nothing_of_ours,
    expect_to_be_out,
    leave_by_press,
    leave_by_shift,
)
from tests.browser.neutral import Neutral
from tests.browser.server import Server
from tests.browser.visit import CHROMIUM_ARGUMENTS, PATIENCE_MS

pytestmark = pytest.mark.browser

QUESTION = "Met wie kan ik praten?"
KEPT = "performance.getEntriesByName(location.origin + '/weg').some(fetched => fetched.responseEnd > 0)"


@pytest.fixture
def mortal(weather: Neutral) -> Iterator[Server]:
    """A server that a test may stop."""
    with Server("tests/browser/exit_app.py", HULPKAART_EXIT_TO=f"{weather.url}/weer") as running:
        yield running


@pytest.fixture(scope="module")
def remembering_browser(chromium: str | None, playwright_driver: Playwright) -> Iterator[Browser]:
    """One that keeps whole pages to go back to, as every browser does; Playwright switches that off unless told."""
    without = ["--disable-back-forward-cache"]
    running = playwright_driver.chromium.launch(
        executable_path=chromium, args=CHROMIUM_ARGUMENTS, ignore_default_args=without
    )
    yield running
    running.close()


def post(page: Page, times: int) -> None:
    """Send so many forms, each of which leads to a page of its own."""
    for depth in range(1, times + 1):
        page.get_by_role("button").click()
        expect(page.get_by_role("heading")).to_have_text(f"{SECRET} {depth}")


def wait_for_the_blank_page(page: Page) -> None:
    """Until the page that takes the place of ours is in the browser, and needs no server."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not page.evaluate(KEPT):
        assert time.monotonic() < deadline
        page.wait_for_timeout(20)


@pytest.mark.parametrize(
    ("path", "leave"),
    [("/", leave_by_press), ("/", leave_by_shift), ("/overzicht", leave_by_press), (FORMS, leave_by_shift)],
)
def test_out_of_a_fresh_page(enter, leaving, weather, path, leave):
    page = enter(leaving, path)
    leave(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("script", ["", NO_NAVIGATION_API], ids=["today", "old browser"])
def test_out_of_the_screens_after_some_of_them(enter, leaving, weather, script):
    page = enter(leaving, script=script)
    for name, title in (("Overzicht", "Overzicht"), ("Zoek hulp", QUESTION), ("Overzicht", "Overzicht")):
        page.get_by_role("link", name=name).click()
        expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1, name=QUESTION)).to_be_visible()
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("script", ["", NO_NAVIGATION_API], ids=["today", "old browser"])
def test_out_of_the_screen_whose_address_holds_filters(enter, leaving, weather, script):
    page = enter(leaving, "/hulpverleners?waar=Gent", script=script)
    for name, word in (("Online", "online"), ("Bellen", "bellen")):
        page.locator(".st-key-desk_modes").get_by_role("button", name=name).click()
        expect(page.locator(".hk-said")).to_contain_text(word)
    page.get_by_role("link", name="Overzicht").click()
    expect(page.get_by_role("heading", level=1, name="Overzicht")).to_be_visible()
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_out_after_five_questions(enter, leaving, weather):
    page = enter(leaving)
    for word in ("pesten", "ruzie", "verliefd", "drugs", "school"):
        page.get_by_label("Waarover?").fill(word)
        page.get_by_label("Waarover?").press("Enter")
        expect(page.locator(".hk-said")).to_contain_text(word)
    leave_by_shift(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("leave", [leave_by_press, leave_by_shift])
def test_out_while_a_search_runs(enter, leaving, weather, leave):
    page = enter(leaving)
    page.get_by_label("Waarover?").fill(SLEEPY_WORD)
    page.get_by_label("Waarover?").press("Enter")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "running")
    leave(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_out_with_a_menu_open(enter, leaving, weather):
    page = enter(leaving)
    page.get_by_text("Meer", exact=True).click()
    expect(page.get_by_text("Waarover nog?")).to_be_visible()
    expect(page.get_by_role("link", name="Verlaat deze site")).to_be_visible()
    leave_by_press(page)
    expect_to_be_out(page, weather)


def test_out_from_inside_the_map(enter, leaving, weather):
    page = enter(leaving, viewport={"width": 1280, "height": 900})
    inside = page.frame_locator(".st-key-map iframe")
    expect(inside.locator(".leaflet-container")).to_be_visible()
    inside.locator(".leaflet-container").focus()
    leave_by_shift(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["stopped", "frozen"])
def test_out_while_the_server_is_down(enter, mortal, weather, how):
    screen, form, posted = enter(mortal), enter(mortal, FORMS), enter(mortal, FORMS)
    post(posted, 1)
    for page in (screen, form, posted):
        wait_for_the_blank_page(page)
    os.kill(mortal.pid, how)
    if how == signal.SIGKILL:
        expect(screen.get_by_text("De kaart lukt nu niet")).to_be_visible()
    for page in (screen, form):
        leave_by_press(page)
        expect_to_be_out(page, weather)
        expect_no_way_back(page, weather)
    leave_by_press(posted)
    expect_to_be_out(posted, weather, AT_LAST_MS)
    tab = Tab(posted)
    tab.step("back")
    expect_nothing_of_ours(posted, weather)
    # Behind the blank page lies the first one, and nobody to send it again.
    os.kill(mortal.pid, signal.SIGKILL)
    tab.step("back")
    assert SECRET not in posted.title() + posted.content()


@pytest.mark.parametrize(("script", "posts"), [("", 2), (NO_NAVIGATION_API, 1)], ids=["today", "old browser"])
def test_out_of_pages_that_were_posted(enter, leaving, weather, posts, script):
    page = enter(leaving, FORMS, script=script)
    post(page, posts)
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_from_a_light_page_to_the_screens_and_out(enter, leaving, weather):
    page = enter(leaving, FORMS)
    page.get_by_role("link", name="naar de kaart").click()
    expect(page.locator(".hk-said")).to_be_visible()
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("path", ["/", FORMS])
def test_without_javascript_it_is_a_link(enter, leaving, weather, path):
    page = enter(leaving, path, java_script_enabled=False)
    leave_by_press(page)
    expect_to_be_out(page, weather)


@pytest.mark.parametrize("posts", [0, 2])
def test_out_where_the_browser_keeps_whole_pages_in_memory(enter, remembering_browser, leaving, weather, posts):
    page = enter(leaving, FORMS, by=remembering_browser)
    post(page, posts)
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)
