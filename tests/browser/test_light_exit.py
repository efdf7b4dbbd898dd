"""The exit from the light pages: after any number of steps Back and Forward never show a page of ours."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tests.browser.server import Server
from tests.browser.visit import PHONE

pytestmark = pytest.mark.browser

STEPS = ("Zoek", "Alles over", "Meer over", "Je sporen")


class Weather(BaseHTTPRequestHandler):
    """A site that nobody wonders about."""

    def do_GET(self) -> None:
        body = b"<!doctype html><title>Weer</title><h1>Morgen zon</h1>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def weather() -> Iterator[str]:
    site = ThreadingHTTPServer(("127.0.0.1", 0), Weather)
    Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}/"
    site.shutdown()


@pytest.fixture(scope="module")
def leaving(weather: str) -> Iterator[Server]:
    with Server(HULPKAART_EXIT_TO=weather) as running:
        yield running


@pytest.mark.parametrize("steps", range(len(STEPS) + 1))
@pytest.mark.parametrize("way", ["press", "shift"])
def test_after_the_exit_neither_back_nor_forward_shows_a_page_of_ours(browser, leaving, weather, steps, way):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(weather)
    page.goto(f"{leaving.url}/licht")
    for name in STEPS[:steps]:
        page.get_by_role("button", name=name).first.click()
        page.get_by_role("heading", level=1).wait_for()
    assert page.locator("#hk-exit").get_attribute("data-stap") == str(steps)
    if way == "press":
        page.locator("#hk-exit").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.get_by_text("Morgen zon").wait_for()
    for move in (*[page.go_back] * 5, *[page.go_forward] * 6):
        move(wait_until="load")
        assert page.title() in ("Weer", "Nieuw tabblad", "")
        assert "/licht" not in page.url
        assert "Kaart" not in page.content()
    context.close()


def test_from_a_card_of_the_screens_over_its_correction_the_exit_leaves_nothing_behind(browser, leaving, weather):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(weather)
    page.goto(leaving.url)
    page.get_by_role("link", name="Klopt dit niet?").first.click()
    page.get_by_role("heading", name="Dit is geen hulplijn").wait_for()
    page.locator("#hk-exit").click()
    page.get_by_text("Morgen zon").wait_for()
    for move in (*[page.go_back] * 4, *[page.go_forward] * 5):
        move(wait_until="load")
        assert page.title() in ("Weer", "Nieuw tabblad", "")
        assert "/licht" not in page.url
        assert "Kaart" not in page.content()
    context.close()
