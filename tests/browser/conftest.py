"""One server and one browser for all tests in a browser, and a watched page for each."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.neutral import Neutral
from tests.browser.server import Server

# Playwright itself is imported where it is used: without it this file still loads, and its tests are left out.
if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

    from tests.browser.visit import Visit


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The app as `streamlit run app.py` gives it, on a Monday evening."""
    with Server() as running:
        yield running


@pytest.fixture(scope="session")
def playwright_driver() -> "Iterator[Playwright]":
    """What drives every browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(chromium: str | None, playwright_driver: "Playwright") -> "Iterator[Browser]":
    """One Chromium; every page gets a context of its own in it."""
    from tests.browser.visit import CHROMIUM_ARGUMENTS

    running = playwright_driver.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
    yield running
    running.close()


@pytest.fixture
def open_page(browser: "Browser") -> "Iterator[Callable[..., Visit]]":
    """Begin visits; at the end each must have asked no other host, set no cookie, logged no error."""
    from tests.browser.visit import DESKTOP, Visit

    visits: list[Visit] = []

    def begin(
        server: Server, size: dict[str, int] = DESKTOP, *, dark: bool = False, locale: str = "nl-BE"
    ) -> "Visit":
        visits.append(Visit.begin(browser, server.url, size, dark=dark, locale=locale))
        return visits[-1]

    yield begin
    for visit in visits:
        visit.end()


@pytest.fixture
def phone(open_page: "Callable[..., Visit]", server: Server) -> "Visit":
    """The search screen on a phone."""
    from tests.browser.visit import PHONE

    return open_page(server, PHONE).go()


@pytest.fixture
def desktop(open_page: "Callable[..., Visit]", server: Server) -> "Visit":
    """The search screen on a desktop."""
    return open_page(server).go()


@pytest.fixture(scope="session")
def weather() -> Iterator[Neutral]:
    """The site that the exit leads to."""
    with Neutral() as site:
        yield site


@pytest.fixture(scope="session")
def leaving(weather: Neutral) -> Iterator[Server]:
    """A server to leave from: see exit_app.py."""
    with Server("tests/browser/exit_app.py", HULPKAART_EXIT_TO=f"{weather.url}/weer") as running:
        yield running


@pytest.fixture
def enter(browser: "Browser", weather: Neutral) -> "Iterator[Callable[..., Page]]":
    """Come from another site, to an address of ours."""
    from playwright.sync_api import expect

    from tests.browser.visit import PHONE

    contexts: list[BrowserContext] = []

    def visit(
        server: Server, path: str = "/", *, script: str = "", by: "Browser" = browser, **options: object
    ) -> "Page":
        context = by.new_context(**({"viewport": PHONE} | options))
        contexts.append(context)
        page = context.new_page()
        if script:
            page.add_init_script(script)
        page.goto(f"{weather.url}/start")
        page.goto(server.url + path)
        if path == "/" and options.get("java_script_enabled", True):
            expect(page.locator(".hk-said")).to_be_visible()
        return page

    yield visit
    for context in contexts:
        context.close()
