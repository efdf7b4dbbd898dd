"""Leaving this site: the ways out, and a look at all that Back and Forward show afterwards."""

from typing import Literal

from playwright.sync_api import Page

from tests.browser import neutral
from tests.browser.neutral import Neutral

NO_NAVIGATION_API = "Object.defineProperty(window, 'navigation', {value: undefined})"
QUICKLY_MS = 5_000
AT_LAST_MS = 20_000
"""Within this anybody is out: over a slow line, or where a server takes a question and is silent."""
NEW_TAB = "about:blank"
GONE_ON_MS = 100
"""After this a page that goes on by itself has done so: the blank one does it 20 ms after it was loaded."""
Way = Literal["back", "forward"]


def leave_by_press(page: Page) -> None:
    page.locator("#hk-exit").click(no_wait_after=True)


def leave_by_shift(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Shift")


def expect_to_be_out(page: Page, weather: Neutral, within_ms: int = QUICKLY_MS) -> None:
    page.wait_for_url(f"{weather.url}/weer", timeout=within_ms)
    assert weather.referrers[-1] is None


def expect_no_way_back(page: Page, weather: Neutral) -> None:
    """Back once, Forward once, Back five times, Forward five times: past us, and not for a moment a page of ours."""
    shown: list[str] = []
    page.on("framenavigated", lambda frame: shown.append(frame.url))
    tab = Tab(page)
    for way in ("back", "forward", *["back"] * 5):
        tab.step(way)
        expect_nothing_of_ours(page, weather)
    assert page.url == NEW_TAB
    for _ in range(5):
        tab.step("forward")
        expect_nothing_of_ours(page, weather)
    assert page.url == f"{weather.url}/weer"
    assert f"{weather.url}/start" in shown
    assert not [url for url in shown if not url.startswith((f"{weather.url}/", NEW_TAB)) and not url.endswith("/weg")]


def expect_nothing_of_ours(page: Page, weather: Neutral) -> None:
    """Look at where one is now: the other site, our blank page, or the empty tab in which it all began."""
    text = page.evaluate("document.body ? document.body.innerText.trim() : ''")
    seen = (page.url, page.title(), text)
    if page.url.startswith(weather.url):
        assert seen[1:] == (neutral.TITLE, neutral.TEXT), seen
    elif page.url != NEW_TAB:
        assert page.url.endswith("/weg"), seen
        assert seen[1:] == ("Nieuw tabblad", ""), seen


def expect_nothing_kept(page: Page, weather: Neutral) -> None:
    """Look at the list that a browser shows who holds its Back button: only other sites and our blank page."""
    kept = page.context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    urls = [entry["url"] for entry in kept]
    assert urls[-1] == f"{weather.url}/weer"
    assert not [url for url in urls if not url.startswith((f"{weather.url}/", NEW_TAB)) and not url.endswith("/weg")]


class Tab:
    """A tab that is on the last of its pages, to go back and forward from there."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._last = self._here = int(page.evaluate("history.length")) - 1

    def step(self, way: Way) -> None:
        """Go one page back or forward, and wait until it is there; beyond the first and the last there is none."""
        there = self._here + (1 if way == "forward" else -1)
        go = f"setTimeout(() => history.{way}())"
        if not 0 <= there <= self._last:
            self._page.evaluate(go)
            return
        with self._page.expect_event("framenavigated"):
            self._page.evaluate(go)
        self._here = there
        # A page that comes from the browser's memory was loaded long ago: no event tells that it stands.
        while self._page.evaluate("document.readyState") != "complete":
            self._page.wait_for_timeout(20)
        self._page.wait_for_timeout(GONE_ON_MS)
