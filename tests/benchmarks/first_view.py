"""What the first view costs on a slow phone: bytes, requests and seconds, cold and again from the cache."""

import time
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.benchmarks.figures import percentile, show
from tests.benchmarks.filtering import chromium
from tests.browser.server import Server
from tests.browser.visit import PHONE

SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
CPU_TIMES_SLOWER = 4
PATIENCE_S = 120.0
REPEATS = 3


@dataclass
class Traffic:
    """What goes over the wire while a page loads."""

    requests: int = 0
    bytes: int = 0
    socket_bytes: int = 0
    addresses: dict[str, str] = field(default_factory=dict)
    heaviest: dict[str, int] = field(default_factory=dict)

    def listen(self, session: CDPSession) -> None:
        """Count from now on."""
        session.on("Network.responseReceived", self._answered)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.webSocketFrameReceived", self._framed)

    def _answered(self, event: dict[str, Any]) -> None:
        self.addresses[event["requestId"]] = event["response"]["url"].partition("?")[0].rpartition("/")[2]

    def _finished(self, event: dict[str, Any]) -> None:
        if event["requestId"] in self.addresses:
            size = int(event["encodedDataLength"])
            self.requests += size > 0
            self.bytes += size
            name = self.addresses[event["requestId"]]
            self.heaviest[name] = self.heaviest.get(name, 0) + size

    def _framed(self, event: dict[str, Any]) -> None:
        self.socket_bytes += len(event["response"]["payloadData"])


def measure(times: int) -> None:
    """Print what the first view costs, the median of a few loads; `times` below three does fewer."""
    with Server() as server, chromium() as browser:
        _load(browser, server.url, slow=False)  # the server reads its catalogue once
        loads = [_load(browser, server.url, slow=True) for _ in range(min(times, REPEATS))]
    rows = []
    for which, name in enumerate(("cold", "warm")):
        traffic = loads[-1][which][0]
        seconds = [percentile([load[which][1][i] for load in loads], 0.5) for i in range(4)]
        rows.append((name, traffic.requests, traffic.bytes / 1000, traffic.socket_bytes / 1000, *seconds))
    heaviest = sorted(loads[-1][0][0].heaviest.items(), key=lambda item: -item[1])[:8]
    show(
        "First view on a phone, slow 4G (1.6 Mbit/s, 150 ms), CPU 4 times slower",
        ("", "requests", "kB", "kB socket", "first paint s", "cards s", "filter usable s", "quiet s"),
        rows,
        "Heaviest, cold: " + ", ".join(f"{name} {size / 1000:.0f} kB" for name, size in heaviest),
    )


def _load(browser: Browser, url: str, *, slow: bool) -> list[tuple[Traffic, list[float]]]:
    """Load the search screen twice in one new context: without and with a cache."""
    context = browser.new_context(viewport={"width": PHONE["width"], "height": PHONE["height"]})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_TIMES_SLOWER})
    both = []
    for _ in ("cold", "warm"):
        traffic = Traffic()
        traffic.listen(session)
        times = _times(page, url, traffic)
        both.append((deepcopy(traffic), times))
        page.goto("about:blank")
    context.close()
    return both


def _times(page: Page, url: str, traffic: Traffic) -> list[float]:
    start = time.monotonic()
    page.goto(url, wait_until="commit", timeout=PATIENCE_S * 1000)
    page.locator("#root *").first.wait_for(state="attached", timeout=PATIENCE_S * 1000)
    page.locator(".hk-card").first.wait_for(timeout=PATIENCE_S * 1000)
    cards = time.monotonic() - start
    page.locator(".st-key-ask").get_by_text("Online", exact=True).wait_for(timeout=PATIENCE_S * 1000)
    usable = time.monotonic() - start
    quiet_since, seen = time.monotonic(), (0, 0)
    while time.monotonic() - quiet_since < 2:
        page.wait_for_timeout(100)
        if (now := (traffic.bytes, traffic.socket_bytes)) != seen:
            quiet_since, seen = time.monotonic(), now
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0") / 1000
    return [paint, cards, usable, quiet_since - start]
