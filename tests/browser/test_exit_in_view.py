"""The exit is always in view, the first stop of a keyboard, and is not pressed by chance."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.exit_words import FORMS
from tests.browser.visit import DESKTOP, PATIENCE_MS, PHONE

pytestmark = pytest.mark.browser

WHERE = """() => {
    const seen = visualViewport, box = document.getElementById('hk-exit').getBoundingClientRect();
    return {scale: seen.scale, moved: seen.offsetTop, top: box.top - seen.offsetTop,
        right: seen.offsetLeft + seen.width - box.right};
}"""
"""How far a phone is zoomed in, how far down, and how far the exit is from the corner of what is seen."""

IN_THE_BAR = """down => {
    (document.querySelector('.stMain') || document.scrollingElement).scrollTo(0, down);
    const bar = document.querySelector('.hk-bar'), box = bar.getBoundingClientRect();
    const leave = document.getElementById('hk-exit').getBoundingClientRect();
    const wrong = [];
    if (!/^rgb\\(/.test(getComputedStyle(bar).backgroundColor)) wrong.push('one can see through it');
    const wide = document.documentElement.clientWidth;
    if (box.top > 0 || box.left > 0 || box.right < wide) wrong.push('it does not go across');
    if (leave.top < box.top || leave.bottom > box.bottom) wrong.push('the exit stands out of it');
    for (let x = 1; x < box.right; x += 13) for (let y = 1; y < box.bottom - 1; y += 6) {
        const there = document.elementFromPoint(x, y);
        if (!bar.contains(there)) wrong.push(`${x}, ${y}: ${there && there.outerHTML.slice(0, 80)}`);
    }
    return wrong;
}"""
"""What is wrong with the bar of the exit once one has scrolled so far down: nothing else may show in it."""


def until(page: Page, seen: Callable[[dict[str, float]], bool]) -> None:
    """Wait until the exit is seen so."""
    deadline = time.monotonic() + PATIENCE_MS / 1000
    while not seen(where := page.evaluate(WHERE)):
        assert time.monotonic() < deadline, where
        page.wait_for_timeout(20)


@pytest.mark.parametrize("path", ["/", "/overzicht", FORMS])
def test_it_is_the_first_stop_and_big_enough_for_a_thumb(enter, leaving, path):
    page = enter(leaving, path)
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Verlaat deze site")
    expect(link).to_be_focused()
    box = link.bounding_box()
    assert box["width"] >= 44
    assert box["height"] >= 44


def test_it_stays_in_view_on_a_phone_however_far_one_scrolls_or_zooms(enter, leaving):
    page = enter(leaving, is_mobile=True, has_touch=True)
    expect(page.locator(".hk-foot")).to_be_attached()
    page.locator(".stMain").evaluate("e => e.scrollTo(0, 1e6)")
    expect(page.locator("#hk-exit")).to_be_in_viewport(ratio=1)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
    until(page, lambda where: where["scale"] == pytest.approx(2, abs=0.1))
    # What the first fingers move may still be the page, which is at its end.
    fingers = {"x": 100, "y": 300, "xDistance": -150, "yDistance": -300, "speed": 4000}
    for _ in range(3):
        if page.evaluate(WHERE)["moved"] <= 50:
            devtools.send("Input.synthesizeScrollGesture", fingers)
    until(page, lambda where: where["moved"] > 50)
    until(page, lambda where: 0 <= where["top"] <= 20 and 0 <= where["right"] <= 20)


@pytest.mark.parametrize("path", ["/", "/overzicht", "/hulpverleners?waar=Gent", "/licht", "/licht/sporen"])
def test_nothing_lies_beside_or_under_it_wherever_one_has_scrolled_to(enter, leaving, path):
    page = enter(leaving, path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        for scrolled in range(0, 1200, 97):
            assert page.evaluate(IN_THE_BAR, scrolled) == [], scrolled


@pytest.mark.parametrize("path", ["/", "/overzicht"])
def test_the_last_line_of_a_screen_can_be_read(enter, leaving, path):
    page = enter(leaving, path)
    last = page.locator(".hk-foot a").last
    expect(last).to_be_attached()
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        page.locator(".stMain").evaluate("e => e.scrollTo(0, 1e6)")
        expect(last).to_be_in_viewport(ratio=1)


def test_shift_for_a_capital_or_far_apart_does_not_leave(enter, leaving):
    page = enter(leaving)
    page.get_by_label("Waarover?").focus()
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.wait_for_timeout(2100)
    page.keyboard.press("Shift")
    # To leave covers the page within the press.
    expect(page.get_by_label("Waarover?")).to_be_visible()
    assert page.url == f"{leaving.url}/"
