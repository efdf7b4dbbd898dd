"""The search screen, opened on a phone and on a desktop."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.neutral import Neutral
from tests.browser.server import Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from tests.browser.visit import Visit


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
