"""The light pages on an old phone: how many bytes they are, and when results can be read."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from tests.benchmarks.figures import percentile, show
from tests.browser.server import Server
from tests.browser.visit import CHROMIUM_ARGUMENTS, PHONE

KILOBITS_A_SECOND = 400
ROUND_TRIP_MS = 400
TIMES_SLOWER = 4
QUESTIONS = {
    "nothing asked": {},
    "words": {"woorden": "ik word gepest op school"},
    "place": {"plek": "9000"},
    "words + place": {"woorden": "praten", "plek": "Antwerpen"},
    "by phone, open now": {"hoe": ["phone"], "open": ["ja"]},
    "in person, 50 km": {"hoe": ["in_person"], "plek": "Brussel", "straal": "50"},
}
PAINTED = """() => new Promise(done => new PerformanceObserver(all => done(all.getEntries()[0].startTime))
    .observe({type: 'paint', buffered: true}))"""
FILL = """asked => {
    for (const [name, given] of Object.entries(asked))
        for (const field of document.getElementsByName(name))
            if (field.type === 'checkbox') field.checked = given.includes(field.value);
            else field.value = given;
}"""


def measure(times: int) -> None:
    """Print a table of bytes and times for each question."""
    rows = []
    with Server() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_ARGUMENTS)
        for name, asked in QUESTIONS.items():
            taken = [_ask(browser, server.url, asked) for _ in range(max(3, times // 6))]
            answers, over_the_wire = taken[0][1:]
            painted = [ms for ms, _, _ in taken]
            rows.append((name, answers, over_the_wire, percentile(painted, 0.5), percentile(painted, 0.95)))
        browser.close()
    show(
        f"Light pages: {KILOBITS_A_SECOND} kbit/s, {ROUND_TRIP_MS} ms, processor {TIMES_SLOWER} times slower",
        ("question", "results", "bytes", "readable, ms", "p95"),
        rows,
        "Bytes over the wire, headers too; from the press on Zoek to the first paint of the results.",
    )


def _ask(browser: Browser, url: str, asked: dict[str, object]) -> tuple[float, int, int]:
    """First paint of the results in ms after the press on Zoek, how many there are, and their bytes."""
    with _slow_phone(browser) as page:
        page.goto(f"{url}/licht")
        page.evaluate(FILL, asked)
        sizes: list[int] = []
        page.on("requestfinished", lambda r: sizes.append(_size(r.sizes())) if r.method == "POST" else None)
        page.get_by_role("button", name="Zoek").click()
        page.wait_for_load_state("load")
        painted = float(page.evaluate(PAINTED))
        return painted, page.locator("button[name=dienst]").count(), sizes[0]


def _size(sizes: dict[str, int]) -> int:
    return sizes["responseBodySize"] + sizes["responseHeadersSize"]


@contextmanager
def _slow_phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE, locale="nl-BE", bypass_csp=True)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    rate = KILOBITS_A_SECOND * 1000 / 8
    line = {"offline": False, "latency": ROUND_TRIP_MS, "downloadThroughput": rate, "uploadThroughput": rate}
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", line)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
    yield page
    context.close()


if __name__ == "__main__":
    measure(30)
