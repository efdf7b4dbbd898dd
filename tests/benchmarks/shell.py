"""The first view on an old phone with a slow line: python -m tests.benchmarks.shell [--times N].

Slow 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms) and a processor four times slower, in Chromium; cold with
nothing kept, warm with what the first visit left in the browser's cache.
"""

import argparse
import shutil
from dataclasses import dataclass
from time import perf_counter, sleep

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tests.benchmarks.figures import percentile, show
from tests.browser.server import Server
from tests.browser.visit import CHROMIUM_ARGUMENTS, CROWD, PHONE, PIN

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER = 4
FILTER = ".st-key-ask_modes button"
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
WARMING_UP_S = 4
"""What the server compresses once, before it is measured."""


@dataclass
class View:
    """One loading of the search screen, in seconds and kilobytes over the line."""

    paint: float
    usable: float
    drawn: float
    kilobytes: float
    requests: int


def measure(times: int) -> None:
    """Print how long a first view takes."""
    cold, warm = [], []
    with Server() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_ARGUMENTS)
        _visit(browser, server.url)
        sleep(WARMING_UP_S)
        for _ in range(times):
            first, again = _visit(browser, server.url)
            cold.append(first)
            warm.append(again)
        browser.close()
    rows = [(name, *_row(views)) for name, views in (("cold", cold), ("warm", warm))]
    show(
        "First view of the search screen on slow 4G, processor 4 times slower",
        ("", "kB", "requests", "first paint s", "filters usable s", "worst", "map drawn s"),
        rows,
        f"{times} times each, median; 390 pixels wide, the map shown.",
    )


def _row(views: list[View]) -> tuple[object, ...]:
    def middle(values: list[float]) -> float:
        return percentile(values, 0.5)

    return (
        round(middle([v.kilobytes for v in views])),
        round(middle([v.requests for v in views])),
        middle([v.paint for v in views]),
        middle([v.usable for v in views]),
        max(v.usable for v in views),
        middle([v.drawn for v in views]),
    )


def _visit(browser: Browser, url: str) -> tuple[View, View]:
    context = browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", SLOW_4G)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    views = _load(page, devtools, url), _load(page, devtools, url)
    context.close()
    return views


def _load(page: Page, devtools: CDPSession, url: str) -> View:
    sizes: list[float] = []

    def note(event: dict[str, float]) -> None:
        sizes.append(event["encodedDataLength"])

    page.goto("about:blank")
    devtools.on("Network.loadingFinished", note)
    begun = perf_counter()
    page.goto(url, wait_until="commit", timeout=60_000)
    page.locator(FILTER).first.wait_for(timeout=60_000)
    usable = perf_counter() - begun
    page.locator(".st-key-view").get_by_text("Kaart", exact=True).click()
    page.frame_locator(".st-key-map iframe").locator(f"{PIN}, {CROWD}").first.wait_for(timeout=60_000)
    drawn = perf_counter() - begun
    paint = float(page.evaluate(FIRST_PAINT)) / 1000
    page.wait_for_timeout(1000)
    devtools.remove_listener("Network.loadingFinished", note)
    return View(paint, usable, drawn, sum(sizes) / 1000, len(sizes))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.shell", description=__doc__)
    parser.add_argument("--times", type=int, default=5, help="how often (default 5)")
    measure(parser.parse_args().times)
