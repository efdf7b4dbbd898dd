"""The exit is always in view, the first stop of a keyboard, and is not pressed by chance."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.exit_words import FORMS
from tests.browser.visit import PATIENCE_MS

pytestmark = pytest.mark.browser

WHERE = """() => {
    const seen = visualViewport, box = document.getElementById('hk-exit').getBoundingClientRect();
    return {scale: seen.scale, moved: seen.offsetTop, top: box.top - seen.offsetTop,
        right: seen.offsetLeft + seen.width - box.right};
}"""
"""How far a phone is zoomed in, how far down, and how far the exit is from the corner of what is seen."""


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
    page.locator(".hk-always").scroll_into_view_if_needed()
    expect(page.locator("#hk-exit")).to_be_in_viewport(ratio=1)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setPageScaleFactor", {"pageScaleFactor": 2})
    until(page, lambda where: where["scale"] == pytest.approx(2, abs=0.1))
    devtools.send(
        "Input.synthesizeScrollGesture", {"x": 100, "y": 300, "xDistance": -150, "yDistance": -300, "speed": 4000}
    )
    until(page, lambda where: where["moved"] > 50)
    until(page, lambda where: 0 <= where["top"] <= 20 and 0 <= where["right"] <= 20)


@pytest.mark.parametrize("path", ["/", "/overzicht", "/hulpverleners?waar=Gent"])
def test_nothing_lies_under_it_on_a_phone(enter, leaving, path):
    page = enter(leaving, path)
    expect(page.get_by_role("link", name="Overzicht")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    corner = page.locator("#hk-exit").bounding_box()
    for thing in (page.locator(".hk-brand"), *page.locator(".st-key-top a").all(), page.locator("h1")):
        box = thing.bounding_box()
        beside = box["x"] + box["width"] <= corner["x"] or box["y"] >= corner["y"] + corner["height"]
        assert beside, (thing, box, corner)


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
