"""What all tests share: which tools are there, and what is said when one is not."""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NOTHING_SKIPPED = os.environ.get("HULPKAART_NOTHING_SKIPPED") == "1"
WANTED = {
    "hypothesis": "properties of parsers and filters",
    "playwright": "the app in a real browser",
    "httpx": "the routes beside the screens",
}
MISSING = {name: use for name, use in WANTED.items() if importlib.util.find_spec(name) is None}
NEEDED_BY = {"hypothesis": "hypothesis", "playwright": "playwright", "httpx": "starlette.testclient"}


def _needs_missing_tool(file: Path) -> bool:
    text = file.read_text(encoding="utf-8")
    return any(f"from {NEEDED_BY[name]}" in text for name in MISSING)


collect_ignore = [str(file) for file in HERE.rglob("test_*.py") if MISSING and _needs_missing_tool(file)]


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
    """The path of Debian's Chromium; None means Playwright's own; skips when there is neither."""
    if found := shutil.which("chromium"):
        return found
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        if Path(playwright.chromium.executable_path).exists():
            return None
    if NOTHING_SKIPPED:
        pytest.fail("no Chromium: apt-get install chromium, or playwright install chromium")
    pytest.skip("no Chromium: apt-get install chromium, or playwright install chromium")
