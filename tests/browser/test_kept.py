"""What a visit leaves in a browser, what the framework would leave there, and how long the server remembers."""

import re
import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import WebSocketRoute, expect
from streamlit import config

from tests.browser.server import Server
from tests.browser.visit import DESKTOP, Visit

pytestmark = pytest.mark.browser

STORES = """async () => ({
    local: {...localStorage}, session: {...sessionStorage}, cookie: document.cookie, name: window.name,
    databases: (await indexedDB.databases()).map(each => each.name), caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length})"""
EMPTY = {"local": {}, "session": {}, "cookie": "", "name": "", "databases": [], "caches": [], "workers": 0}
CACHED = re.compile(
    r"/(assets|basemap)/[0-9a-f]{12}/|/static/|/component/[^?]*/static/|/weg$|/suggesties/[a-z]+$|/_stcore/health$"
)
"""Addresses that name their content, the blank page of the exit, what one may mean while one types (all of it), and
the word that the server is well."""
UNGUARDED = "window.__streamlit = {BACKEND_BASE_URL: location.origin + '/'};"
"""What the script of our page does besides keeping the framework from keeping."""
TTL = "server.disconnectedSessionTTL"


def look_around(visit: Visit) -> None:
    visit.go()
    visit.type("Waarover?", "praten")
    visit.wait_for_map()
    visit.page.get_by_role("link", name="Overzicht").click()
    expect(visit.page.get_by_role("heading", level=1, name="Overzicht")).to_be_visible()
    visit.settle()


@pytest.mark.parametrize("path", ["/licht", "/privacy", None], ids=str)
def test_no_store_of_the_browser_holds_anything(open_page, server, path):
    visit = open_page(server)
    if path:
        visit.page.goto(server.url + path)
    else:
        look_around(visit)
    for frame in visit.page.frames:
        assert frame.evaluate(STORES) == EMPTY


def test_the_framework_would_keep_the_theme_and_nothing_else(open_page, server):
    visit = open_page(server)
    visit.page.route(
        re.compile(r"/shell\.js$"), lambda route: route.fulfill(body=UNGUARDED, content_type="text/javascript")
    )
    look_around(visit)
    (frame,) = {frame.parent_frame or frame for frame in visit.page.frames}
    kept = frame.evaluate(STORES)
    assert list(kept.pop("local")) == ["stActiveTheme-/-v2"]
    assert kept == {name: nothing for name, nothing in EMPTY.items() if name != "local"}


def test_a_browser_may_keep_only_what_is_the_same_for_everybody(open_page, server):
    visit = open_page(server)
    kept: list[str] = []
    visit.page.on(
        "response",
        lambda answer: kept.append(answer.url) if answer.headers.get("cache-control", "") != "no-store" else None,
    )
    look_around(visit)
    visit.page.goto(f"{server.url}/licht")
    visit.page.get_by_role("button", name="Zoek", exact=True).click()
    expect(visit.page.locator('button[name="dienst"]').first).to_be_visible()
    assert kept
    assert [url for url in kept if not CACHED.search(urlsplit(url).path)] == []


def test_a_site_that_is_opened_from_here_is_not_told_so(open_page, server):
    visit = open_page(server).go()
    asked: list[dict[str, str]] = []
    visit.page.context.route(
        re.compile("^https://"), lambda route: (asked.append(route.request.headers), route.fulfill(body="elsewhere"))
    )
    link = visit.cards.locator('.hk-facts a[target="_blank"]').first
    with visit.page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_load_state()
    assert opened.value.evaluate("[document.referrer, window.opener]") == ["", None]
    visit.page.goto(f"{server.url}/licht")
    visit.page.get_by_role("button", name="Zoek", exact=True).click()
    with visit.page.context.expect_page() as opened:
        visit.page.locator("article a[rel]").first.click()
    expect(opened.value.get_by_text("elsewhere")).to_be_visible()
    assert opened.value.evaluate("[document.referrer, window.opener]") == ["", None]
    assert len(asked) >= 2
    assert not [headers for headers in asked if "referer" in headers or "cookie" in headers]
    visit.requests.clear()


@pytest.mark.parametrize(("remembers_s", "cards"), [(600, 15), (1, 5)], ids=["within", "after"])
def test_what_was_chosen_is_forgotten_some_time_after_the_line_is_lost(browser, remembers_s, cards):
    with Server(options={TTL: str(remembers_s)}) as forgetful:
        visit = Visit.begin(browser, forgetful.url, DESKTOP)
        lines: list[WebSocketRoute] = []
        back_at = 0.0

        def connect(line: WebSocketRoute) -> None:
            if time.monotonic() < back_at:
                line.close()
            else:
                line.connect_to_server()
                lines.append(line)

        visit.page.route_web_socket(re.compile("/_stcore/stream"), connect)
        visit.go()
        visit.page.get_by_role("button", name="Toon meer").click()
        expect(visit.cards).to_have_count(15)
        back_at = time.monotonic() + 3
        lines[0].close()
        state = visit.page.get_by_test_id("stApp")
        expect(state).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        expect(state).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=30_000)
        visit.press("School")
        visit.press("School")
        expect(visit.cards).to_have_count(cards)
        visit.page.context.close()


def test_the_server_remembers_a_lost_line_for_two_minutes():
    assert config.get_option(TTL) == 120
