"""Out at once, from every state, and nothing of ours behind the Back or Forward button."""

import os
import signal
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import neutral
from tests.browser.exit_words import SECRET, SLEEPY_WORD
from tests.browser.neutral import Neutral
from tests.browser.server import Server
from tests.browser.visit import CHROMIUM_ARGUMENTS, PHONE

pytestmark = pytest.mark.browser

NO_NAVIGATION_API = "Object.defineProperty(window, 'navigation', {value: undefined})"
FORMS = "/oefen"
QUICKLY_MS = 5_000
LOST_MS = 6_000
"""How long until the framework says that it lost its line."""
Enter = Callable[..., Page]


@pytest.fixture(scope="module")
def weather() -> Iterator[Neutral]:
    with Neutral() as site:
        yield site


@pytest.fixture(scope="module")
def lasting(weather: Neutral) -> Iterator[Server]:
    """A server that outlives each test."""
    with Server("tests/browser/exit_app.py", HULPKAART_EXIT_TO=f"{weather.url}/weer") as running:
        yield running


@pytest.fixture
def mortal(weather: Neutral) -> Iterator[Server]:
    """A server that a test may stop."""
    with Server("tests/browser/exit_app.py", HULPKAART_EXIT_TO=f"{weather.url}/weer") as running:
        yield running


@pytest.fixture
def enter(browser: Browser, weather: Neutral) -> Iterator[Enter]:
    """Come from another site, to an address of ours."""
    contexts: list[BrowserContext] = []

    def visit(server: Server, path: str = "/", *, script: str = "", **options: object) -> Page:
        context = browser.new_context(**({"viewport": PHONE} | options))
        contexts.append(context)
        page = context.new_page()
        if script:
            page.add_init_script(script)
        page.goto(f"{weather.url}/start")
        page.goto(server.url + path)
        if path == "/" and options.get("java_script_enabled", True):
            expect(page.locator(".hk-said")).to_be_visible(timeout=20_000)
        return page

    yield visit
    for context in contexts:
        context.close()


def leave_by_press(page: Page) -> None:
    page.locator("#hk-exit").click(no_wait_after=True)


def leave_by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def expect_to_be_out(page: Page, weather: Neutral) -> None:
    page.wait_for_url(f"{weather.url}/weer", timeout=QUICKLY_MS)
    assert weather.referrers[-1] is None


def expect_nothing_of_ours(page: Page, weather: Neutral) -> None:
    """Look at where one is now: another site, nothing, or our blank page."""
    page.wait_for_timeout(400)
    text = page.evaluate("document.body ? document.body.innerText.trim() : ''")
    seen = (page.url, page.title(), text)
    if page.url.startswith(weather.url):
        assert seen[1:] == (neutral.TITLE, neutral.TEXT), seen
    elif page.url != "about:blank":
        assert page.url.endswith("/weg"), seen
        assert seen[1:] == ("Nieuw tabblad", ""), seen


def expect_no_way_back(page: Page, weather: Neutral) -> None:
    """Back once, Forward once, Back five times, Forward five times: and a look after each."""
    for step in ["back", "forward", *["back"] * 5, *["forward"] * 5]:
        page.evaluate(f"setTimeout(() => history.{step}())")
        expect_nothing_of_ours(page, weather)
    assert page.url == f"{weather.url}/weer"


@pytest.mark.parametrize(
    ("path", "leave"),
    [("/", leave_by_press), ("/", leave_by_shift), ("/overzicht", leave_by_press), (FORMS, leave_by_shift)],
)
def test_out_of_a_fresh_page(enter, lasting, weather, path, leave):
    page = enter(lasting, path)
    leave(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("script", ["", NO_NAVIGATION_API], ids=["today", "old browser"])
def test_out_of_the_screens_after_some_of_them(enter, lasting, weather, script):
    page = enter(lasting, script=script)
    for name in ("Overzicht", "Zoek hulp", "Overzicht"):
        page.get_by_role("link", name=name).click()
        page.wait_for_timeout(1500)
    page.go_back()
    page.wait_for_timeout(700)
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("script", ["", NO_NAVIGATION_API], ids=["today", "old browser"])
def test_out_of_the_screen_whose_address_holds_filters(enter, lasting, weather, script):
    page = enter(lasting, "/hulpverleners?waar=Gent", script=script)
    for name, word in (("Online", "online"), ("Bellen", "bellen")):
        page.locator(".st-key-desk_modes").get_by_role("button", name=name).click()
        expect(page.locator(".hk-said")).to_contain_text(word)
    page.get_by_role("link", name="Overzicht").click()
    expect(page.get_by_role("heading", level=1, name="Overzicht")).to_be_visible()
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_out_after_five_questions(enter, lasting, weather):
    page = enter(lasting)
    for word in ("pesten", "ruzie", "verliefd", "drugs", "school"):
        page.get_by_label("Waarover?").fill(word)
        page.get_by_label("Waarover?").press("Enter")
        expect(page.locator(".hk-said")).to_contain_text(word)
    leave_by_shift(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("leave", [leave_by_press, leave_by_shift])
def test_out_while_a_search_runs(enter, lasting, weather, leave):
    page = enter(lasting)
    page.get_by_label("Waarover?").fill(SLEEPY_WORD)
    page.get_by_label("Waarover?").press("Enter")
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "running")
    leave(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_out_with_a_menu_open(enter, lasting, weather):
    page = enter(lasting)
    page.get_by_text("Meer", exact=True).click()
    expect(page.get_by_text("Waarover nog?")).to_be_visible()
    expect(page.get_by_role("link", name="Verlaat deze site")).to_be_visible()
    leave_by_press(page)
    expect_to_be_out(page, weather)


def test_out_from_inside_the_map(enter, lasting, weather):
    page = enter(lasting, viewport={"width": 1280, "height": 900})
    inside = page.frame_locator(".st-key-map iframe")
    expect(inside.locator(".leaflet-container")).to_be_visible()
    inside.locator(".leaflet-container").focus()
    leave_by_shift(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["stopped", "frozen"])
@pytest.mark.parametrize("path", ["/", FORMS])
def test_out_while_the_server_is_down(enter, mortal, weather, path, how):
    page = enter(mortal, path)
    page.wait_for_timeout(1500)
    os.kill(mortal.pid, how)
    page.wait_for_timeout(LOST_MS)
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)
    os.kill(mortal.pid, signal.SIGKILL)


@pytest.mark.parametrize(("script", "posts"), [("", 2), (NO_NAVIGATION_API, 1)], ids=["today", "old browser"])
def test_out_of_pages_that_were_posted(enter, lasting, weather, posts, script):
    page = enter(lasting, FORMS, script=script)
    for depth in range(1, posts + 1):
        page.get_by_role("button").click()
        expect(page.get_by_role("heading")).to_have_text(f"{SECRET} {depth}")
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["stopped", "frozen"])
def test_out_of_posted_pages_while_the_server_is_down(enter, mortal, weather, how):
    page = enter(mortal, FORMS)
    page.get_by_role("button").click()
    expect(page.get_by_role("heading")).to_have_text(f"{SECRET} 1")
    page.wait_for_timeout(500)
    os.kill(mortal.pid, how)
    leave_by_press(page)
    expect_to_be_out(page, weather)
    page.evaluate("setTimeout(() => history.back())")
    expect_nothing_of_ours(page, weather)
    # Behind the blank page lies the first one, and nobody to send it again.
    os.kill(mortal.pid, signal.SIGKILL)
    page.evaluate("setTimeout(() => history.back())")
    page.wait_for_timeout(1500)
    assert SECRET not in page.title() + page.content()


def test_from_a_light_page_to_the_screens_and_out(enter, lasting, weather):
    page = enter(lasting, FORMS)
    page.get_by_role("link", name="naar de kaart").click()
    expect(page.locator(".hk-said")).to_be_visible()
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


@pytest.mark.parametrize("path", ["/", FORMS])
def test_without_javascript_it_is_a_link(enter, lasting, weather, path):
    page = enter(lasting, path, java_script_enabled=False)
    leave_by_press(page)
    expect_to_be_out(page, weather)


@pytest.mark.parametrize("posts", [0, 2])
def test_out_where_the_browser_keeps_whole_pages_in_memory(chromium, playwright_driver, lasting, weather, posts):
    """As every browser does to be quick; Playwright switches that off unless told."""
    browser = playwright_driver.chromium.launch(
        executable_path=chromium,
        args=CHROMIUM_ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    page = browser.new_page()
    page.goto(f"{weather.url}/start")
    page.goto(lasting.url + FORMS)
    for depth in range(1, posts + 1):
        page.get_by_role("button").click()
        expect(page.get_by_role("heading")).to_have_text(f"{SECRET} {depth}")
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)
    browser.close()


# Always in view, and the first stop


@pytest.mark.parametrize("path", ["/", "/overzicht", FORMS])
def test_it_is_the_first_stop_and_big_enough_for_a_thumb(enter, lasting, path):
    page = enter(lasting, path)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Verlaat deze site")
    expect(link).to_be_focused()
    box = link.bounding_box()
    assert box["width"] >= 44
    assert box["height"] >= 44


def test_it_stays_in_view_on_a_phone_however_far_one_scrolls_or_zooms(enter, lasting):
    page = enter(lasting, is_mobile=True, has_touch=True)
    page.locator(".hk-always").scroll_into_view_if_needed()
    expect(page.locator("#hk-exit")).to_be_in_viewport(ratio=1)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
    page.wait_for_timeout(300)
    devtools.send(
        "Input.synthesizeScrollGesture", {"x": 100, "y": 300, "xDistance": -150, "yDistance": -300, "speed": 4000}
    )
    page.wait_for_timeout(300)
    where = page.evaluate(
        """() => {
            const seen = visualViewport, box = document.getElementById('hk-exit').getBoundingClientRect();
            return {scale: seen.scale, moved: seen.offsetTop, top: box.top - seen.offsetTop,
                right: seen.offsetLeft + seen.width - box.right};
        }"""
    )
    assert where["scale"] == pytest.approx(2, abs=0.1)
    assert where["moved"] > 50
    assert 0 <= where["top"] <= 20
    assert 0 <= where["right"] <= 20


@pytest.mark.parametrize("path", ["/", "/overzicht", "/hulpverleners?waar=Gent"])
def test_nothing_lies_under_it_on_a_phone(enter, lasting, path):
    page = enter(lasting, path)
    expect(page.get_by_role("link", name="Overzicht")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    corner = page.locator("#hk-exit").bounding_box()
    for thing in (page.locator(".hk-brand"), *page.locator(".st-key-top a").all(), page.locator("h1")):
        box = thing.bounding_box()
        beside = box["x"] + box["width"] <= corner["x"] or box["y"] >= corner["y"] + corner["height"]
        assert beside, (thing, box, corner)


def test_shift_for_a_capital_or_far_apart_does_not_leave(enter, lasting):
    page = enter(lasting)
    page.get_by_label("Waarover?").focus()
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(2100)
    page.keyboard.press("Shift")
    page.wait_for_timeout(500)
    expect(page.get_by_label("Waarover?")).to_be_visible()
    assert page.url == f"{lasting.url}/"
