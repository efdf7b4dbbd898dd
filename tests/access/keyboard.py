"""A visit by the keyboard alone: each stop has a ring that is seen, and none is a trap."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.access.colours import contrast

THINNEST_PX, FAINTEST = 2, 3
"""Of the ring around what has the focus (WCAG 2.2, 2.4.13 and 1.4.11)."""
AT = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    let ring = null, owner = at;
    for (let e = at, up = 0; e && up < 5 && !ring; e = e.parentElement, up++) {
        for (const near of up ? [e, e.previousElementSibling, e.nextElementSibling] : [e, e.nextElementSibling]) {
            const look = near && getComputedStyle(near);
            if (!look || look.outlineStyle === 'none' || parseFloat(look.outlineWidth) < 1) continue;
            const seen = near.getBoundingClientRect();
            if (seen.width < 5 || near.parentElement.offsetWidth < 2 || ring) continue;  // for no eye
            ring = [parseFloat(look.outlineWidth), look.outlineColor];
            owner = near;
        }
    }
    const below = [];
    for (let e = owner.parentElement; e; e = e.parentElement) {
        const paper = getComputedStyle(e).backgroundColor;
        if (!paper.startsWith('rgba')) below.push(paper);
    }
    const box = at.getBoundingClientRect(), bar = document.querySelector('.hk-bar').getBoundingClientRect();
    const hidden = at.id !== 'hk-exit' && box.top >= bar.top && box.bottom <= bar.bottom;
    return {what: at.outerHTML.slice(0, 120), ring: ring, below: below[0] || 'rgb(255, 255, 255)', hidden: hidden};
}"""
MATCHES = "selector => document.activeElement !== null && document.activeElement.matches(selector)"


@dataclass
class Keyboard:
    """The keys of a page, and what was wrong at the stops that they passed."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def tab_to(self, selector: str, *, back: bool = False, most: int = 60) -> None:
        """Press Tab, or Shift and Tab, until what matches has the focus."""
        self.page.locator(selector).first.wait_for(state="attached")
        for _ in range(most):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            self._look()
            if self.page.evaluate(MATCHES, selector):
                return
        raise AssertionError(f"{most} times Tab does not come to {selector}")

    def press(self, *keys: str) -> None:
        """Press these keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Write in the field that has the focus, and send it."""
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def is_on(self, selector: str) -> bool:
        """True when what matches has the focus."""
        return bool(self.page.evaluate(MATCHES, selector))

    def place(self) -> dict[str, float]:
        """Where what has the focus stands on the page: its edges, in px."""
        box: dict[str, float] = self.page.evaluate("document.activeElement.getBoundingClientRect().toJSON()")
        return box

    def stops(self, most: int = 200) -> int:
        """How many times Tab it takes from the top of the page until it leaves it; fails when it never does."""
        self.page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
        for passed in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("document.activeElement === document.body"):
                return passed
            self._look()
            if passed and self.is_on("#hk-exit"):
                return passed
        raise AssertionError(f"after {most} times Tab the page is not left")

    def _look(self) -> None:
        at = self.page.evaluate(AT)
        if at is None or at["what"].startswith("<iframe"):
            return
        if at["hidden"]:
            self.faults.append(f"under the exit: {at['what']}")
        width, colour = at["ring"] or (0, at["below"])
        if width < THINNEST_PX or contrast(colour, at["below"]) < FAINTEST:
            self.faults.append(f"a ring of {width} px, {colour} on {at['below']}: {at['what']}")
