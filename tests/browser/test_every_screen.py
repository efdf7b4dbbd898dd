"""What holds for every screen: sizes, keyboard, colours, a quiet console."""

import pytest
from playwright.sync_api import expect

from tests.browser.visit import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser

SCREENS = ("/", "/overzicht", "/hulpverleners")
SIDEWAYS = """() => [document.scrollingElement, ...document.querySelectorAll('main, section, [data-testid=stMain]')]
    .filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
        && !['hidden', 'clip'].includes(getComputedStyle(e).overflowX))
    .map(e => `${e.tagName}.${e.className}: ${e.scrollWidth} > ${e.clientWidth}`)"""
FOCUSED = """() => {
    const e = document.activeElement;
    const inside = (selector) => e.closest(selector) !== null;
    if (inside('.st-key-ask_words')) return 'words';
    if (inside('.st-key-ask_themes')) return 'chips';
    if (inside('.st-key-ask_modes')) return 'how';
    if (inside('.st-key-ask_where')) return 'where';
    if (inside('.st-key-ask_row')) return 'when';
    if (inside('.hk-card') && e.tagName === 'A') return 'card';
    return '';
}"""
MOST_TABS = 60


def expect_no_sideways_scrolling(visit: Visit) -> None:
    assert visit.page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_fits_a_phone_and_has_one_heading_a_title_that_tells_nothing_and_a_foot(open_page, server, path):
    visit = open_page(server, PHONE).go(path)
    expect_no_sideways_scrolling(visit)
    expect(visit.page.get_by_role("heading", level=1)).to_have_count(1)
    for word in ("hulp", "help", "geweld", "seks"):
        assert word not in visit.page.title().lower()
    visit.page.get_by_role("link", name="Wat bewaren we?").click()
    expect(visit.page.get_by_role("heading", level=1, name="Wat bewaren we?")).to_be_visible()
    assert visit.page.url == f"{server.url}/privacy"
    assert len(visit.page.context.pages) == 1


def test_results_the_map_and_no_results_do_not_scroll_sideways_on_a_phone(phone):
    phone.type("Waar?", "1050")
    expect_no_sideways_scrolling(phone)
    phone.page.locator(".st-key-view").get_by_text("Kaart", exact=True).click()
    expect(phone.frame).to_be_visible()
    phone.wait_for_map()
    expect_no_sideways_scrolling(phone)
    phone.type("Waarover?", "xyzzyqwerty")
    expect(phone.said).to_contain_text("Geen plekken")
    expect_no_sideways_scrolling(phone)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_keyboard_goes_from_the_question_to_the_cards(open_page, server, size):
    visit = open_page(server, size).go()
    for name in ("Bellen", "School", "Nu open"):
        expect(visit.page.get_by_role("button", name=name)).to_be_visible()
    passed: list[str] = []
    for _ in range(MOST_TABS):
        visit.page.keyboard.press("Tab")
        stop = visit.page.evaluate(FOCUSED)
        if stop and stop not in passed:
            passed.append(stop)
        if stop == "card":
            break
    if size == PHONE:
        assert passed == ["words", "chips", "how", "where", "when", "card"]
    else:
        assert passed == ["words", "how", "where", "when", "chips", "card"]


@pytest.mark.parametrize("path", SCREENS)
def test_the_dark_scheme_is_dark_and_quiet(open_page, server, path):
    visit = open_page(server, dark=True).go(path)
    colour = visit.page.locator("[data-testid=stApp]").evaluate("e => getComputedStyle(e).backgroundColor")
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    assert red + green + blue < 3 * 64
    if path == "/":
        visit.wait_for_map()
        expect(visit.map.locator("html")).to_have_attribute("data-scheme", "dark")
