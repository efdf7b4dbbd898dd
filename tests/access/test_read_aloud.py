"""What a screen reader is told beyond the names of things: what is found, where one is, and nothing in English."""

import pytest
from playwright.sync_api import expect

from directory.wording.messages import speaking
from directory.wording.shell import words_of_the_framework
from tests.access.guises import LANGUAGES, ONE_LANGUAGE
from tests.access.tree import nodes
from tests.access.walks import write
from tests.browser.visit import CROWD, DESKTOP, PHONE, PIN

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("language", ONE_LANGUAGE)]

SPOKEN = """() => [
    ...[...document.querySelectorAll('button[aria-label]')].map(e => e.ariaLabel),
    ...[...document.querySelectorAll('[data-live-announcer] div, [role=listbox], [data-testid=stSkipToContent]')]
        .map(e => e.textContent),
].map(text => text.trim()).filter(Boolean)"""


def test_what_is_found_is_announced_with_its_number(open_page, server, language):
    visit = open_page(server, PHONE, locale=LANGUAGES[language]).go()
    aloud = visit.page.get_by_role("status").first
    expect(aloud).to_have_text(visit.said.inner_text())
    aloud.evaluate("e => { e.kept = true }")
    write(visit, "ask_words", "drugs")
    expect(aloud).to_have_text(visit.said.inner_text())
    assert str(visit.count) in aloud.inner_text()
    # Only what stays in the page while its words change is read.
    assert aloud.evaluate("e => e.kept")
    told = [node for node in nodes(visit.page) if "status" in node.within and node.role == "StaticText"]
    assert visit.said.inner_text() in {node.name for node in told}
    assert {node.told.get("live") for node in nodes(visit.page) if node.role == "status"} == {"polite"}


def test_the_map_has_a_name_and_all_that_is_on_it_is_in_the_list_too(open_page, server, language):
    visit = open_page(server, DESKTOP, locale=LANGUAGES[language]).go()
    write(visit, "ask_words", "drugs")
    write(visit, "ask_where", "9000")
    while (more := visit.page.locator(".st-key-more button")).count():
        shown = visit.cards.count()
        more.click()
        expect(visit.cards).not_to_have_count(shown)
        visit.settle()
    visit.wait_for_map()
    told = nodes(visit.page)
    assert [node.name for node in told if node.role == "Iframe"] == [visit.frame.get_attribute("title")]
    signs = {node.name for node in told if node.role == "button"}
    assert set(visit.signs()) <= signs
    pins = visit.map.locator(PIN).evaluate_all("all => all.map(e => e.dataset.pin)")
    assert pins or visit.map.locator(CROWD).count()
    assert {pin.partition("/")[0] for pin in pins} <= set(visit.services())


def test_the_screen_that_one_is_on_is_told(open_page, server, language):
    visit = open_page(server, locale=LANGUAGES[language]).go("/overzicht")
    links = visit.page.locator(".st-key-top a")
    for number in (1, 2, 0):
        links.nth(number).click()
        expect(links.nth(number)).to_have_attribute("aria-current", "page")
        expect(visit.page.locator("[aria-current]")).to_have_count(1)


def test_nothing_of_the_framework_is_said_in_english(open_page, server, language):
    visit = open_page(server, DESKTOP, locale=LANGUAGES[language]).go("/hulpverleners")
    heard = set(visit.page.evaluate(SPOKEN))
    where = visit.page.locator(".st-key-desk_where input")
    for typed in ("", "Gen", "~~~"):
        where.press("ArrowDown")
        where.fill(typed)
        expect(visit.page.get_by_role("option").first).to_be_visible()
        heard |= set(visit.page.evaluate(SPOKEN))
    where.press("Escape")
    visit.page.locator(".st-key-desk_row .stPopover button").click()
    themes = visit.page.locator(".st-key-desk_themes input")
    themes.scroll_into_view_if_needed()
    themes.click()
    expect(visit.page.get_by_role("option").first).to_be_visible()
    for typed in ("ab", "~~~"):
        themes.fill(typed)
        expect(visit.page.get_by_role("listbox")).to_be_visible()
        visit.page.wait_for_timeout(300)
        heard |= set(visit.page.evaluate(SPOKEN))
    with speaking(language):
        ours = words_of_the_framework()
    english = {said for said, own in ours.items() if "{}" not in said and own != said}
    endings = [said.rpartition("{}")[2] for said in ours if said.startswith("{}")]
    beginnings = [said.partition("{}")[0] for said in ours if not said.startswith("{}") and "{}" in said]
    assert any(ours["No results"] in said for said in heard)
    for said in heard:
        assert said not in english
        assert not said.endswith(tuple(endings)), said
        assert not said.startswith(tuple(beginnings)), said
