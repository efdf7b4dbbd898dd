"""What all tests share: which tools are there, what is said when one is not, and a server and browser for all."""

import importlib.util
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.server import Server

# Playwright itself is imported where it is used: without it this file still loads, and its tests are left out.
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

    from tests.browser.visit import Visit

HERE = Path(__file__).parent
NOTHING_SKIPPED = os.environ.get("HULPKAART_NOTHING_SKIPPED") == "1"
WANTED = {
    "hypothesis": "properties of parsers and filters",
    "playwright": "the app in a real browser",
    "axe_playwright_python": "whether everybody can use it, by axe-core",
    "httpx": "the routes beside the screens",
    "pypdf": "what stands on a sheet",
    "pypdfium2": "how a sheet looks",
    "zxingcpp": "the QR codes on a sheet",
    "vcard": "contacts, judged by their standard",
    "openapi_spec_validator": "the document of the API, judged by its standard",
    "schemathesis": "the API, tried with all that its document allows and forbids",
    "jsonschema": "open data, judged by the schemas of HSDS",
    "frictionless": "open data as tables",
    "pyphen": "how plain our words are",
}
MISSING = {name: use for name, use in WANTED.items() if importlib.util.find_spec(name) is None}
NEEDED_BY = {name: name for name in WANTED} | {"httpx": "starlette.testclient"}


def _needs_missing_tool(file: Path, seen: frozenset[Path] = frozenset()) -> bool:
    """True when a test cannot be imported: for what it imports itself, or through another module of tests."""
    if file in seen or not file.exists():
        return False
    text = file.read_text(encoding="utf-8")
    if any(f"from {NEEDED_BY[name]}" in text for name in MISSING):
        return True
    imported = {HERE.parent / f"{name.replace('.', '/')}.py" for name in _OF_TESTS.findall(text)}
    own_fixtures = set() if seen else {file.parent / "conftest.py"} - {HERE / "conftest.py"}
    return any(_needs_missing_tool(other, seen | {file}) for other in imported | own_fixtures)


def _left_out() -> list[Path]:
    """The tests that cannot run here; a folder whose fixtures cannot be imported as a whole."""
    if not MISSING:
        return []
    folders = [f.parent for f in HERE.rglob("conftest.py") if f.parent != HERE and _needs_missing_tool(f)]
    files = [f for f in HERE.rglob("test_*.py") if f.parent not in folders and _needs_missing_tool(f)]
    return [*folders, *files]


_OF_TESTS = re.compile(r"^\s*from (tests(?:\.\w+)+) import", re.MULTILINE)
collect_ignore = [str(path) for path in _left_out()]


def pytest_report_header() -> list[str]:
    """Say what is left out for want of a tool, and how to get it."""
    if MISSING and NOTHING_SKIPPED:
        raise pytest.UsageError(f"not installed: {', '.join(MISSING)}. pip install -r tests/requirements.txt")
    return [
        f"left out, {name} is not installed: {use} (pip install -r tests/requirements.txt)"
        for name, use in MISSING.items()
    ] + [f"left out: {Path(file).relative_to(HERE)}" for file in collect_ignore]


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """The path of Debian's Chromium; None means Playwright's own; skips when there is neither.

    The one without windows is the same engine, and takes a quarter less of the processor.
    """
    if found := shutil.which("chromium-headless-shell") or shutil.which("chromium"):
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).exists():
            return None
    if NOTHING_SKIPPED:
        pytest.fail("no Chromium: apt-get install chromium, or playwright install chromium")
    pytest.skip("no Chromium: apt-get install chromium, or playwright install chromium")


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
