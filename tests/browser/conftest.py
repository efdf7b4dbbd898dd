"""One server and one browser for all tests in a browser, and a watched page for each."""

from collections.abc import Callable, Iterator

import pytest

pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.browser.server import Server
from tests.browser.visit import CHROMIUM_ARGUMENTS, DESKTOP, PATIENCE_MS, PHONE, Visit

Open = Callable[..., Visit]
expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The app as `streamlit run app.py` gives it, on a Monday evening."""
    with Server() as running:
        yield running


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    """What drives every browser."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(chromium: str | None, playwright_driver: Playwright) -> Iterator[Browser]:
    """One Chromium; every page gets a context of its own in it."""
    running = playwright_driver.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
    yield running
    running.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Begin visits; at the end each must have asked no other host, set no cookie, logged no error."""
    visits: list[Visit] = []

    def begin(server: Server, size: dict[str, int] = DESKTOP, *, dark: bool = False) -> Visit:
        visits.append(Visit.begin(browser, server.url, size, dark=dark))
        return visits[-1]

    yield begin
    for visit in visits:
        visit.end()


@pytest.fixture
def phone(open_page: Open, server: Server) -> Visit:
    """The search screen on a phone."""
    return open_page(server, PHONE).go()


@pytest.fixture
def desktop(open_page: Open, server: Server) -> Visit:
    """The search screen on a desktop."""
    return open_page(server, DESKTOP).go()
