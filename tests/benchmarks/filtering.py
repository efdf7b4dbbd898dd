"""From the press of a filter to the frame in which sentence and pins both show the answer, beside the naive way.

Both are real apps in a real Chromium with the same catalogue, the same ten cards and the same basemap. Ours is
`app.py` as it is. The naive one (naive_screen.py) builds a whole folium map at each run, its basemap embedded,
and gives that to st_folium. For 3,000 pins both read a data folder in which every door of the real catalogue
has so many branches that the map of the unasked question holds about 3,000.
"""

import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from directory import settings
from directory.cartography.results import pins
from directory.finding.find import find
from directory.finding.query import Query
from directory.geography.places import Gazetteer
from directory.store.files import read_catalogue
from tests.benchmarks.figures import percentile, show
from tests.benchmarks.finding import NOW
from tests.benchmarks.synthetic import many, write
from tests.browser.server import ROOT, Server
from tests.browser.visit import CHROMIUM_ARGUMENTS, DESKTOP, Visit

PRESSES = ("In de buurt", "Bellen", "Online", "Bellen", "Online", "In de buurt")
"""On, on, on, off, off, off: every state but the unasked one includes in person, so nearly all pins stay."""
DOORS_EACH = 18
RICHER = ROOT.parent / "shared" / "geo"
NAIVE = "tests/benchmarks/naive_app.py"
QUIET_MS = 500
PATIENCE_S = 60.0

WATCH = """
if (window.top === window) {
    const now = () => performance.timeOrigin + performance.now();
    const afterFrame = (action) => requestAnimationFrame(() => setTimeout(action));
    const sentence = () => document.querySelector('.hk-said')?.textContent ?? '';
    window.seen = {start: 0, said: 0, pins: 0, text: ''};
    document.addEventListener('pointerdown', () => {
        window.seen = {start: now(), said: 0, pins: 0, text: sentence()};
    }, true);
    new MutationObserver(() => {
        if (window.seen.said || !window.seen.start || ['', window.seen.text].includes(sentence())) return;
        window.seen.said = -1;
        afterFrame(() => { window.seen.said = now(); });
    }).observe(document, {subtree: true, childList: true, characterData: true});

    const isSign = (node) => node.classList?.contains('leaflet-marker-icon') && !node.classList.contains('place');
    let watched = null, asked = false;
    const drawn = (changes) => {
        if (asked || !changes.some((change) => [...change.addedNodes].some(isSign))) return;
        asked = true;
        afterFrame(() => { asked = false; window.seen.pins = now(); });
    };
    const watch = () => {  // the document of the frame is another one once it is loaded, and after a rebuild
        const inside = document.querySelector('.st-key-map iframe')?.contentDocument;
        if (inside && inside !== watched) {
            watched = inside;
            new MutationObserver(drawn).observe(inside, {subtree: true, childList: true});
        }
        requestAnimationFrame(watch);
    };
    watch();
}
"""


def measure(times: int) -> None:
    """Print how long a filter change takes, ours and naive: as shipped, on a richer basemap, with 3,000 pins."""
    rows = []
    few = min(times, 12)
    with chromium() as browser, TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        count = _write_many_doors(data)
        cases = [("as shipped", {}, times), (f"{count:,} pins", {"HULPKAART_DATA": str(data)}, few)]
        if (RICHER / "layers.json").exists():
            cases.insert(1, ("richer basemap", {"HULPKAART_BASEMAP": str(RICHER)}, few))
        for name, environment, naive_times in cases:
            ours = filter_changes(browser, "app.py", environment, times)
            naive = filter_changes(browser, NAIVE, environment, naive_times)
            ratio = percentile(naive, 0.5) / percentile(ours, 0.5)
            for way, taken, slower in (("ours", ours, ""), ("naive", naive, f"{ratio:.1f}")):
                spread = [min(taken), percentile(taken, 0.5), percentile(taken, 0.95)]
                rows.append((name, way, len(taken), *spread, slower))
    show(
        "A filter changes: from pointer down to the frame with the new sentence and the new pins",
        ("data", "map", "times", "least ms", "p50 ms", "p95 ms", "times slower"),
        rows,
    )


@contextmanager
def chromium() -> Iterator[Browser]:
    """A Chromium as the browser tests use it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


def _write_many_doors(folder: Path) -> int:
    shipped, _ = read_catalogue(settings.data_folder())
    gazetteer = Gazetteer.read(settings.geo_folder())
    catalogue = many(shipped, gazetteer, len(shipped.services), doors=DOORS_EACH)
    write(catalogue, settings.data_folder(), folder)
    return _pins_of(folder)


def _pins_of(folder: Path) -> int:
    """How many pins the map of the unasked question holds, with the data of this folder."""
    catalogue, problems = read_catalogue(folder)
    assert not problems, problems[:3]
    answer = find(catalogue, Query(), NOW, limit=1000)
    return len(pins(catalogue, answer.results, {}))


def filter_changes(
    browser: Browser,
    script: str,
    environment: dict[str, str],
    times: int,
    *,
    path: str = "/",
    within: str = ".st-key-ask",
) -> list[float]:
    """How long each of so many changes takes on the screen at that path; what is pressed stands `within`."""
    with Server(script, **environment) as server:
        visit = Visit.begin(browser, server.url, DESKTOP)
        visit.page.add_init_script(WATCH)
        visit.page.set_default_timeout(PATIENCE_S * 1000)
        visit.page.goto(visit.url + path)
        visit.map.locator(".leaflet-marker-icon:not(.place)").first.wait_for()
        _wait_for_quiet(visit.page)
        taken = []
        for number in range(times):
            how = re.compile(rf"^{PRESSES[number % len(PRESSES)]}( \(\d+\))?$")
            visit.page.locator(within).get_by_text(how).click()
            _wait_for_quiet(visit.page)
            seen = visit.page.evaluate("window.seen")
            taken.append(max(seen["said"], seen["pins"]) - seen["start"])
        visit.page.context.close()
        return taken


def _wait_for_quiet(page: Page) -> None:
    """Wait until sentence and pins have both changed and then stay for a while."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        done = page.evaluate(
            """quiet => { const s = window.seen, now = performance.timeOrigin + performance.now();
            return (s.start === 0 || s.said > 0) && s.pins > s.start && now - Math.max(s.pins, s.said) > quiet; }""",
            QUIET_MS,
        )
        if done:
            return
        page.wait_for_timeout(50)
    raise TimeoutError(f"no new list and map within {PATIENCE_S:g} s: {page.evaluate('window.seen')}")
