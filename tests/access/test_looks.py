"""What is seen: signs that stand out, colours of one's own, no movement for who wants none, a page that scrolls."""

import pytest
from playwright.sync_api import Frame, expect

from tests.access.colours import contrast
from tests.access.guises import GUISES
from tests.browser.visit import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser

SIGN, LETTER = 3, 4.5
"""The least contrast of a sign and of a letter (WCAG 2.2, 1.4.11 and 1.4.3)."""
PAPER_UNDER = """e => {
    for (let under = e; under; under = under.parentElement) {
        const paper = getComputedStyle(under).backgroundColor;
        if (!paper.startsWith('rgba')) return paper;
    }
    return 'rgb(255, 255, 255)';
}"""
EDGES = f"""selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e =>
    [e.outerHTML.slice(0, 120), getComputedStyle(e).borderTopColor, ({PAPER_UNDER})(e.parentElement)])"""
OF_SCREENS = """[data-testid=stTextInputRootElement], [data-testid=stNumberInputContainer], .stSelectbox [role=group],
    .stMultiSelect [role=group], .stButtonGroup button, .stPopover button"""
OF_LIGHT_PAGES = "input:not([type=checkbox], [type=radio], [type=hidden]), select, .box > span"
MOVING = """() => [...document.querySelectorAll('.stApp *, [data-testid=stPopoverBody] *')].flatMap(e => {
    const look = getComputedStyle(e);
    const lasts = Math.max(...`${look.transitionDuration}, ${look.animationDuration}`.split(', ').map(parseFloat));
    return lasts > 0.01 ? [`${lasts} s: ${e.outerHTML.slice(0, 120)}`] : [];
})"""


def frame_of_map(visit: Visit) -> Frame:
    (frame,) = (frame for frame in visit.page.frames if frame.parent_frame)
    return frame


def expect_edges(visit: Visit, of: str) -> None:
    found = visit.page.evaluate(EDGES, of)
    assert found
    assert [edge for edge in found if contrast(edge[1], edge[2]) < SIGN] == []


def test_the_signs_of_the_map_stand_out_from_all_that_is_drawn_under_them(open_page, server):
    visit = open_page(server, DESKTOP).go()
    visit.wait_for_map()
    expect_signs_to_stand_out(visit)
    GUISES[-1].put_on(visit.page)
    expect(visit.map.locator("html")).to_have_attribute("data-scheme", "dark")
    expect_signs_to_stand_out(visit)


def expect_signs_to_stand_out(visit: Visit) -> None:
    palette, sea, pin, on_pin, card, ink = frame_of_map(visit).evaluate(
        """() => [hulpkaart.palette(), ...['--sea', '--in-person', '--on-pin', '--card', '--ink'].map(
            name => getComputedStyle(document.documentElement).getPropertyValue(name).trim())]"""
    )
    grounds = [palette[name] for name in ("land", "abroad", "builtup", "water", "river", "road")]
    for ground in (*grounds, sea, card):
        assert contrast(pin, ground) >= SIGN, ground
        assert contrast(ink, ground) >= SIGN, ground
    assert contrast(on_pin, pin) >= LETTER
    assert contrast(pin, card) >= LETTER


def test_every_field_and_choice_has_an_edge_that_is_seen_and_every_icon_stands_out(open_page, server):
    visit = open_page(server, DESKTOP).go("/hulpverleners")
    visit.page.locator(".st-key-desk_row .stPopover button").click()
    expect(visit.page.locator(".st-key-desk_themes input")).to_be_visible()
    for guise in (GUISES[-1], GUISES[-2]):
        guise.put_on(visit.page)
        expect_edges(visit, OF_SCREENS)
    visit.go()
    expect_icons(visit)
    GUISES[-1].put_on(visit.page)
    expect_icons(visit)
    visit.page.goto(f"{server.url}/licht")
    for guise in (GUISES[-1], GUISES[-2]):
        guise.put_on(visit.page)
        expect_edges(visit, OF_LIGHT_PAGES)


def expect_icons(visit: Visit) -> None:
    icons = visit.page.locator(".hk-sign").evaluate_all(
        "all => all.map(e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor])"
    )
    assert len(icons) > 10
    assert [icon for icon in icons if contrast(*icon) < SIGN] == []


def test_in_colours_of_ones_own_icons_choices_and_the_keyboard_are_still_seen(open_page, server):
    visit = open_page(server, PHONE)
    visit.page.emulate_media(forced_colors="active", color_scheme="dark")
    visit.go()
    expect(visit.page.locator(".hk-sign .icon").first).to_be_attached()
    icons = visit.page.locator(".hk-sign .icon").evaluate_all(
        f"all => all.map(e => [getComputedStyle(e).backgroundColor, ({PAPER_UNDER})(e.parentElement)])"
    )
    assert [icon for icon in icons if contrast(*icon) < SIGN] == []
    expect(visit.page.locator(".st-key-view button")).to_have_count(2)
    chosen, other = visit.page.locator(".st-key-view button").evaluate_all(
        "both => both.map(e => getComputedStyle(e).backgroundColor)"
    )
    assert contrast(chosen, other) >= SIGN
    visit.page.keyboard.press("Tab")
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    visit.page.goto(f"{server.url}/licht")
    chat = visit.page.locator(".ways .box").first
    chat.click()
    sign = chat.locator("span").evaluate("e => getComputedStyle(e, '::before').content")
    assert sign == '"✓"'


def test_nothing_moves_for_who_wants_no_movement(open_page, server):
    visit = open_page(server, PHONE).go()
    visit.page.locator(".st-key-ask_row .stPopover button").click()
    expect(visit.page.locator(".st-key-ask_age input")).to_be_visible()
    assert visit.page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
    assert visit.page.evaluate(MOVING) == []
    visit.page.keyboard.press("Escape")
    visit.page.locator(".st-key-view button").last.click()
    visit.wait_for_map()
    assert visit.map.locator(".leaflet-zoom-anim, .leaflet-fade-anim").count() == 0


def test_who_scrolls_past_the_map_scrolls_the_page_and_with_ctrl_the_map_comes_nearer(open_page, server):
    visit = open_page(server, DESKTOP).go()
    visit.wait_for_map()
    box = visit.frame.bounding_box()
    assert box is not None
    scrolled = "document.querySelector('.stMain').scrollTop"
    signs = visit.signs()
    visit.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visit.page.mouse.wheel(0, 300)
    for _ in range(50):
        if visit.page.evaluate(scrolled) > 100:
            break
        visit.page.wait_for_timeout(100)
    assert visit.page.evaluate(scrolled) > 100
    assert visit.signs() == signs
    visit.page.keyboard.down("Control")
    visit.page.mouse.wheel(0, -300)
    visit.page.keyboard.up("Control")
    visit.wait_for_other_signs(signs)


def test_on_a_phone_the_exit_covers_nothing_of_the_panel_behind_more(open_page, server):
    visit = open_page(server, PHONE).go()
    visit.page.locator(".st-key-ask_row .stPopover button").click()
    panel = visit.page.get_by_role("dialog")
    expect(visit.page.locator(".st-key-ask_age input")).to_be_visible()
    leave = visit.page.locator("#hk-exit").bounding_box()
    for place in ("0", "1e6"):
        panel.evaluate(f"e => e.scrollTo(0, {place})")
        box = panel.bounding_box()
        assert box["y"] >= leave["y"] + leave["height"]
        assert box["y"] + box["height"] <= PHONE["height"]
