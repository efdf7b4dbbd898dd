"""A visit: one page in a browser context of its own, which notes whatever it should not have done."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Dialog,
    Error,
    Frame,
    FrameLocator,
    Locator,
    Page,
    Request,
    expect,
)

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
CHROMIUM_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --accept-lang=nl-BE,nl"
).split()
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)
PIN = ".leaflet-marker-icon[data-pin]"
CROWD = ".leaflet-marker-icon.crowd"


@dataclass
class Visit:
    """A page of the app with the verbs of a visitor."""

    page: Page
    url: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @classmethod
    def begin(
        cls, browser: Browser, url: str, size: dict[str, int], *, dark: bool = False, locale: str = "nl-BE"
    ) -> "Visit":
        """Open a new context on that server; nothing is loaded yet."""
        context = browser.new_context(
            viewport={"width": size["width"], "height": size["height"]},
            color_scheme="dark" if dark else "light",
            locale=locale,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE_MS)
        visit = cls(context.new_page(), url)
        visit.page.on("request", visit._note_request)
        visit.page.on("console", visit._note_console)
        visit.page.on("pageerror", lambda error: visit.errors.append(f"uncaught: {error}"))
        visit.page.on("dialog", visit._note_dialog)
        return visit

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def _note_dialog(self, dialog: Dialog) -> None:
        self.errors.append(f"a dialog said {dialog.message!r}")
        dialog.dismiss()

    def go(self, path: str = "/") -> "Visit":
        """Load a screen and see that it stands."""
        self.page.goto(self.url + path)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        expect(self.page.locator(".hk-always")).to_be_attached()
        self.settle()
        return self

    @property
    def foreign(self) -> list[str]:
        """Requests that went to any other host."""
        hosts = ("", urlsplit(self.url).netloc)
        return [url for url in self.requests if urlsplit(url).netloc not in hosts]

    @property
    def ran(self) -> list[str]:
        """The frames in which a hostile script ran: see tests/hostile.py."""
        frames = [] if self.page.is_closed() else self.page.frames
        return [frame.url for frame in frames if _has_run(frame)]

    def end(self) -> None:
        """Close, and say what the page did that no page of ours may do."""
        cookies, ran = self.page.context.cookies(), self.ran
        self.page.context.close()
        done = {"requests to other hosts": self.foreign, "cookies": cookies, "errors in the console": self.errors}
        done["hostile scripts"] = ran
        assert not any(done.values()), {what: found for what, found in done.items() if found}

    # What a visitor does

    def type(self, label: str, text: str, *, understood: bool = True) -> None:
        """Type in a field and press Enter; what is understood changes the sentence above the list."""
        box = self.page.get_by_label(label)
        with self._changing(understood):
            box.fill(text)
            box.press("Enter")

    def press(self, name: str) -> None:
        """Press one of the choices of the question, and wait for the answer."""
        with self._changing(True):
            self.page.locator(".st-key-ask").get_by_text(name, exact=True).click()

    def settle(self) -> None:
        """Wait until the framework has drawn what it is told, also where it still holds a place free."""
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        expect(self.page.get_by_test_id("stSkeleton")).to_have_count(0)

    @contextmanager
    def _changing(self, sentence: bool) -> Iterator[None]:
        before = self.said.inner_text() if sentence else ""
        yield
        if sentence:
            expect(self.said).not_to_have_text(before)
            self.settle()

    # What a visitor sees

    @property
    def said(self) -> Locator:
        """The sentence above the list."""
        return self.page.locator(".hk-said")

    @property
    def count(self) -> int:
        """The number in that sentence."""
        found = re.match(r"\d+", self.said.inner_text())
        return int(found.group()) if found else 0

    @property
    def cards(self) -> Locator:
        """The cards of services, without the notices about names."""
        return self.page.locator("article.hk-card:not(.hk-notice)")

    def card(self, service: str) -> Locator:
        """The card of one service."""
        return self.page.locator(f"#hulp-{service}")

    def services(self) -> list[str]:
        """The ids of the services on the cards, in order."""
        return [str(i).removeprefix("hulp-") for i in self.cards.evaluate_all("cards => cards.map(c => c.id)")]

    @property
    def frame(self) -> Locator:
        """The element that holds the map."""
        return self.page.locator(".st-key-map iframe")

    @property
    def map(self) -> FrameLocator:
        """What is inside the map."""
        return self.page.frame_locator(".st-key-map iframe")

    def wait_for_map(self) -> None:
        """Wait until the map shows a sign."""
        expect(self.map.locator(f"{PIN}, {CROWD}").first).to_be_visible()

    def signs(self) -> list[str]:
        """What each pin and crowd on the map says, in order of the alphabet."""
        labels = self.map.locator(f"{PIN}, {CROWD}").evaluate_all("all => all.map(e => e.ariaLabel)")
        return sorted(str(label) for label in labels)

    def wait_for_other_signs(self, before: list[str]) -> None:
        """Wait until the map shows other signs than these."""
        deadline = time.monotonic() + PATIENCE_MS / 1000
        while self.signs() == before:
            assert time.monotonic() < deadline, "the signs on the map did not change"

    def reachable(self, signs: str) -> Locator | None:
        """The first of these signs that a pointer can hit, None when there is none."""
        found = self.map.locator(signs)
        number = found.evaluate_all(
            """all => all.findIndex(e => {
                const box = e.getBoundingClientRect();
                const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                return e.contains(document.elementFromPoint(x, y));
            })"""
        )
        return found.nth(number) if number >= 0 else None


def _has_run(frame: Frame) -> bool:
    """True when a hostile script ran in it; a map that was just replaced is no longer there to be asked."""
    try:
        return bool(frame.evaluate("window.__pwned"))
    except Error:
        if frame.is_detached():
            return False
        raise
