"""Around the screens: nothing asked of others, nothing kept, nothing said in an address or a log, and a way on."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, WebSocketRoute, expect

from tests.browser.server import ROOT, Server, free_port
from tests.browser.visit import CROWD, DESKTOP, PHONE, PIN, Visit

pytestmark = pytest.mark.browser

WORDS = ("zebravink", "9032", "kwikstaart")
KEPT = "JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
FIELDS = """() => [...document.querySelectorAll('input, textarea')]
    .filter(e => e.autocomplete !== 'off' || e.getAttribute('spellcheck') !== 'false')
    .map(e => e.outerHTML)"""
VIOLATIONS = """addEventListener('securitypolicyviolation', event => {
    if (event.blockedURI !== 'wasm-eval') console.error('refused: ' + event.blockedURI);
}, true)"""
"""A script of the framework tries WebAssembly, and does without."""


def look_up_everything(visit: Visit) -> None:
    """Words, a place, a filter, what is behind a menu, a card and a pin."""
    visit.type("Waarover?", WORDS[0])
    visit.type("Waar?", WORDS[1])
    visit.press("Online")
    visit.type("Waarover?", WORDS[2])
    visit.press("Online")
    visit.type("Waarover?", "")
    visit.page.get_by_text("Meer", exact=True).click()
    expect(visit.page.get_by_text("Waarover nog?")).to_be_visible()
    assert visit.page.evaluate(FIELDS) == []
    visit.page.keyboard.press("Escape")
    visit.page.get_by_role("button", name="Toon op de kaart").first.click()
    visit.settle()
    visit.wait_for_map()
    sign = visit.reachable(PIN) or visit.reachable(CROWD)
    assert sign is not None
    sign.click()
    visit.settle()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_visit_leaves_nothing(open_page, server, size):
    visit = open_page(server, size)
    visit.page.add_init_script(VIOLATIONS)
    visit.go()
    assert visit.page.evaluate(FIELDS) == []
    length, title = visit.page.evaluate("history.length"), visit.page.title()
    look_up_everything(visit)
    assert visit.page.url == f"{server.url}/"
    assert visit.page.title() == title == "Kaart"
    assert visit.page.evaluate("history.length") == length
    assert visit.page.evaluate(KEPT) == '[{},{},""]'
    assert visit.foreign == []
    assert visit.page.context.cookies() == []
    for word in WORDS:
        assert not any(word in url.removeprefix(server.url) for url in visit.requests)
        assert word not in server.log


@pytest.mark.parametrize("path", ["/", "/overzicht", "/hulpverleners"])
def test_a_screen_opened_by_its_address_asks_for_nothing_in_vain(open_page, server, path):
    visit = open_page(server)
    failed: list[str] = []
    visit.page.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
    visit.go(path)
    assert visit.page.evaluate("document.documentElement.lang") == "nl"
    assert failed == []
    assert not any("/static/media/" in url for url in visit.requests)


def test_one_line_leads_to_the_server_whether_or_not_the_first_one_breaks(open_page, server):
    for breaks in (False, True):
        visit = open_page(server)
        lines: list[WebSocketRoute] = []

        def answer(line: WebSocketRoute, *, lines: list[WebSocketRoute] = lines, breaks: bool = breaks) -> None:
            lines.append(line)
            if breaks and len(lines) == 1:
                line.close()
            else:
                line.connect_to_server()

        visit.page.route_web_socket(re.compile("/_stcore/stream$"), answer)
        visit.go()
        visit.press("Online")
        assert len(lines) == (2 if breaks else 1)


def test_without_javascript_the_screens_offer_the_light_pages(browser: Browser, server):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(server.url)
    offer = page.locator("noscript .hk-offer")
    expect(offer).to_be_visible()
    assert "Deze kaart heeft JavaScript nodig" in offer.inner_text()
    leads = offer.locator("a").evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert leads == ["tel:112", "tel:101", "/licht"]
    expect(page.get_by_role("link", name="Verlaat deze site")).to_be_visible()
    page.context.close()


def test_a_screen_whose_socket_cannot_open_offers_the_light_pages(browser: Browser, server):
    page = browser.new_page()
    page.route_web_socket(re.compile("/_stcore/stream"), lambda socket: socket.close())
    page.goto(server.url)
    expect(page.get_by_text("De kaart lukt nu niet")).to_be_visible(timeout=15_000)
    assert page.get_by_role("link", name="Open de lichte pagina").get_attribute("href") == "/licht"
    page.close()


def test_a_screen_that_works_offers_nothing_until_its_line_is_lost(browser: Browser):
    with Server() as mortal:
        page = browser.new_page()
        page.goto(mortal.url)
        expect(page.locator(".hk-said")).to_be_visible(timeout=20_000)
        page.wait_for_timeout(6_000)
        expect(page.get_by_text("De kaart lukt nu niet")).to_be_hidden()
        os.kill(mortal.pid, signal.SIGKILL)
        expect(page.get_by_text("De kaart lukt nu niet")).to_be_visible(timeout=20_000)
        expect(page.get_by_role("link", name="Verlaat deze site")).to_be_visible()
        expect(page.get_by_role("link", name="Open de lichte pagina")).to_be_visible()
        expect(page.get_by_text("Connection error")).to_have_count(0)
        page.close()


# Started in the other way, which does keep a log of addresses


@pytest.fixture(scope="module")
def logging_server() -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The app under plain uvicorn, told to log every address."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "uvicorn", "tests.web.talkative_app:app", "--port", str(port), "--no-server-header"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    url = f"http://localhost:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=2)
        except OSError:
            time.sleep(0.1)
        else:
            break
    yield url, process
    if process.poll() is None:
        process.kill()
        process.wait()


def test_a_log_of_addresses_holds_no_look_up(browser: Browser, logging_server):
    url, process = logging_server
    visit = Visit.begin(browser, url, DESKTOP).go()
    look_up_everything(visit)
    visit.page.get_by_role("link", name="Overzicht").click()
    expect(visit.page.get_by_role("heading", level=1, name="Overzicht")).to_be_visible()
    headers = urllib.request.urlopen(url).headers
    visit.end()
    process.terminate()
    log, _ = process.communicate(timeout=20)
    assert '"GET / HTTP/1.1" 200' in log
    assert "server" not in headers
    for word in WORDS:
        assert word not in log
