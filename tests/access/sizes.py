"""How large what is pressed is, and whether a page still fits when its letters or all of it are enlarged."""

from collections.abc import Callable, Sequence

from playwright.sync_api import Page

from tests.access.guises import EVERY_GUISE

LEAST, MAIN = 24, 44
"""CSS pixels: of every target (WCAG 2.2, 2.5.8), and of those that one comes for (2.5.5)."""
MAIN_TARGETS = """#hk-exit, .hk-always a, .always a, .hk-press, .channels div > a:first-child, .stButtonGroup button,
    .stTextInput input, .stPopover button, .stDownloadButton button, .st-key-top a, .st-key-more button,
    .main, .more, .pick, .box, select, .leaflet-bar a"""
TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=option]"
SMALL = """([least, main, targets, mainTargets]) => [...document.querySelectorAll(targets)].flatMap(e => {
    // What neither a hand nor a key can come to is there for Enter in a field alone.
    if (e.ariaHidden === 'true' && e.tabIndex < 0) return [];
    if (e.disabled || !e.checkVisibility({visibilityProperty: true})) return [];
    // A field may be for screen readers alone, and what is seen and pressed around it.
    const target = e.closest('label') || (e.type === 'range' ? e.closest('div:not([style*=clip])') : e);
    if (target.parentElement.offsetWidth < 2) return [];
    const box = target.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return [];
    const around = e.parentElement.innerText.trim(), own = e.innerText.trim();
    const inText = e.tagName === 'A' && getComputedStyle(e).display === 'inline' && around.length > own.length;
    const wanted = e.matches(mainTargets) ? main : inText ? 0 : least;
    // Half a pixel more or less is how the browser rounds.
    return Math.min(box.width, box.height) + 0.5 < wanted
        ? [`${Math.round(box.width)} by ${Math.round(box.height)}, not ${wanted}: ${e.outerHTML.slice(0, 160)}`] : [];
})"""
PATIENCE = 20
ZOOMED = {"width": 320, "height": 225}
"""1280 by 900 at 400 %, in CSS pixels."""
WIDE = {"width": 1280, "height": 900}
TWICE = """() => {
    const root = document.documentElement;
    root.style.setProperty('font-size', 2 * parseFloat(getComputedStyle(root).fontSize) + 'px', 'important');
}"""
ONCE = "() => document.documentElement.style.removeProperty('font-size')"
BEYOND = """() => [...document.querySelectorAll('body *')].flatMap(e => {
    const text = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!text && !e.matches('a[href], button, input, select, textarea')) return [];
    const box = e.getBoundingClientRect();
    if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true})) return [];
    if (box.width < 2 || box.height < 2 || box.right <= innerWidth + 1 && box.left >= -1) return [];
    for (let around = e; around !== document.body; around = around.parentElement) {
        const look = getComputedStyle(around);
        if (['auto', 'scroll'].includes(look.overflowX) && around.tagName !== 'MAIN') return [];
        if ([look.clipPath, look.clip].join() !== 'none,auto') return [];
    }
    const [left, right] = [Math.round(box.left), Math.round(box.right)];
    return [`from ${left} to ${right} of ${innerWidth}: ${e.outerHTML.slice(0, 160)}`];
})"""
SIDEWAYS = """() => [document.scrollingElement, ...document.querySelectorAll('main')]
    .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'hidden')
    .map(e => `${e.tagName} scrolls sideways, ${e.scrollWidth} in ${e.clientWidth}`)"""


def small_targets(page: Page) -> list[str]:
    """What is smaller than it should be, in the page and its frames."""
    frames = [frame for frame in page.frames if not frame.is_detached()]
    return [each for frame in frames for each in frame.evaluate(SMALL, [LEAST, MAIN, TARGETS, MAIN_TARGETS])]


def lost_at_400_percent(page: Page) -> list[str]:
    """What cannot be seen without scrolling sideways when all is four times as large; then as before."""
    before = page.viewport_size or WIDE
    page.set_viewport_size(ZOOMED)
    lost = [f"at 400 %: {each}" for each in _lost(page)]
    page.set_viewport_size(before)
    return lost


def lost_with_large_letters(page: Page) -> list[str]:
    """The same with letters of twice the size; then as before."""
    before = page.viewport_size or WIDE
    page.set_viewport_size(WIDE)
    page.evaluate(TWICE)
    lost = [f"letters at 200 %: {each}" for each in _lost(page)]
    page.evaluate(ONCE)
    page.set_viewport_size(before)
    return lost


def enlargements_of(number: int) -> Sequence[Callable[[Page], list[str]]]:
    """How the state of this number along a walk is enlarged: in turn, or in both ways."""
    both = (lost_at_400_percent, lost_with_large_letters)
    return both if EVERY_GUISE else (both[number % 2],)


def _lost(page: Page) -> list[str]:
    """What is lost once the page has settled in its new size."""
    for _ in range(PATIENCE):
        lost = [*page.evaluate(SIDEWAYS), *page.evaluate(BEYOND)]
        if not lost:
            return []
        page.wait_for_timeout(100)
    return lost
