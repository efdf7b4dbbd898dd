"""Whole journeys with Tab, Enter, the space bar and the arrows: seen at every stop, and never trapped."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from directory.settings import exit_address
from tests.access.guises import LANGUAGES, ONE_LANGUAGE
from tests.access.keyboard import Keyboard
from tests.browser.neutral import PAGE, TEXT
from tests.browser.server import Server
from tests.browser.visit import DESKTOP, PHONE, PIN, Visit

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("language", ONE_LANGUAGE)]


@pytest.fixture
def leaving(browser: Browser, server: Server) -> Iterator[Callable[..., Visit]]:
    """Begin visits that may end on the site that the exit leads to, played here."""
    visits: list[Visit] = []

    def begin(size: dict[str, int], language: str) -> Visit:
        visits.append(Visit.begin(browser, server.url, size, locale=LANGUAGES[language]))
        weather = exit_address()
        visits[-1].page.route(weather, lambda route: route.fulfill(body=PAGE, content_type="text/html"))
        return visits[-1].go()

    yield begin
    for visit in visits:
        assert visit.errors == []
        visit.page.context.close()


def ask(visit: Visit, keys: Keyboard, text: str) -> None:
    """Write in the field that has the focus, and wait for another sentence."""
    before = visit.said.inner_text()
    keys.write(text)
    expect(visit.said).not_to_have_text(before)
    visit.settle()


def test_from_a_question_on_a_phone_over_the_map_to_a_card_and_out(leaving, language):
    visit = leaving(PHONE, language)
    keys = Keyboard(visit.page)
    keys.tab_to(".st-key-ask_words input")
    ask(visit, keys, "drugs")
    keys.tab_to(".st-key-ask_where input")
    ask(visit, keys, "9000")
    keys.tab_to(".st-key-view button")
    keys.press("ArrowRight", "Enter")
    expect(visit.frame).to_be_visible()
    visit.wait_for_map()
    visit.settle()
    keys.tab_to("iframe")
    inside = "document.activeElement && document.activeElement.dataset.pin || ''"
    (frame,) = (frame for frame in visit.page.frames if frame.parent_frame)
    pins = visit.map.locator(PIN)
    expect(pins.first).to_be_visible()
    for _ in range(20):
        if pressed := frame.evaluate(inside):
            break
        keys.press("Tab")
    assert pressed
    outline = frame.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(outline.removesuffix("px")) >= 2
    keys.press("Enter")
    expect(visit.card(pressed.partition("/")[0])).to_be_visible()
    visit.settle()
    visit.page.evaluate("document.activeElement.blur()")
    keys.press("Shift", "Shift", "Shift")
    expect(visit.page.get_by_text(TEXT)).to_be_visible()
    assert keys.faults == []


def test_from_a_filter_behind_more_to_a_card_and_out_by_the_first_stop(leaving, language):
    visit = leaving(DESKTOP, language)
    keys = Keyboard(visit.page)
    keys.tab_to(".st-key-ask_themes button")
    keys.press("ArrowRight")
    before = visit.said.inner_text()
    keys.press("Space")
    expect(visit.said).not_to_have_text(before)
    visit.settle()
    more = ".st-key-ask_row .stPopover button"
    keys.press("Shift+Tab")
    assert keys.is_on(more)
    keys.press("Enter")
    expect(visit.page.locator(".st-key-ask_age input")).to_be_visible()
    if not keys.is_on("[data-testid=stPopoverBody] *"):
        keys.tab_to("[data-testid=stPopoverBody] *", most=1)
    keys.press("Shift+Tab")
    assert keys.is_on(more)
    keys.tab_to("[data-testid=stPopoverBody] *", most=1)
    keys.tab_to(".st-key-ask_age input")
    ask(visit, keys, "16")
    keys.tab_to(".st-key-ask_within input")
    before = visit.said.inner_text()
    keys.press("ArrowRight")
    keys.tab_to(".st-key-ask_free input")
    keys.press("Space")
    expect(visit.page.locator(".st-key-ask_free input")).to_be_checked()
    visit.settle()
    keys.tab_to(".hk-card a, .st-key-clear button")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    keys.tab_to(more, back=True)
    keys.press("Enter")
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    keys.press("Escape")
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    assert keys.is_on(more)
    keys.tab_to(".hk-card summary")
    keys.press("Enter")
    expect(visit.page.locator(".hk-card details[open]")).to_have_count(1)
    keys.tab_to("#hk-exit", back=True)
    keys.press("Enter")
    expect(visit.page.get_by_text(TEXT)).to_be_visible()
    assert keys.faults == []


def test_from_a_need_on_the_workers_screen_to_paper(open_page, server, language):
    visit = open_page(server, locale=LANGUAGES[language]).go("/hulpverleners")
    keys = Keyboard(visit.page)
    keys.tab_to(".st-key-desk_words input")
    ask(visit, keys, "drugs")
    keys.tab_to("[class*='st-key-pick_'] button")
    keys.press("Enter")
    expect(visit.cards).to_have_count(1)
    visit.settle()
    keys.tab_to("[class*='st-key-on_'] button")
    keys.press("Space")
    expect(visit.page.locator("[class*='st-key-off_']")).to_have_count(1)
    visit.settle()
    keys.tab_to(".st-key-desk_part button", back=True)
    keys.press("ArrowRight", "Enter")
    expect(visit.page.get_by_role("table")).to_be_visible()
    visit.settle()
    keys.tab_to("[class*='st-key-note_'] textarea")
    keys.press("a")
    keys.tab_to(".st-key-hand_worker_row .stDownloadButton button")
    with visit.page.expect_download() as waiting:
        keys.press("Enter")
    assert re.fullmatch(r"\w+\.pdf", waiting.value.suggested_filename)
    assert keys.faults == []


def test_from_a_question_to_an_answer_and_back_on_the_light_pages(open_page, server, language):
    visit = open_page(server, PHONE, locale=LANGUAGES[language])
    visit.page.goto(f"{server.url}/licht")
    keys = Keyboard(visit.page)
    keys.tab_to("#hk-exit", most=1)
    keys.tab_to(".skip", most=1)
    keys.press("Enter")
    keys.tab_to("#woorden", most=1)
    keys.page.keyboard.type("praten")
    keys.tab_to("[name=hoe]")
    keys.press("Space")
    keys.tab_to("summary")
    keys.press("Enter")
    keys.tab_to("#publiek")
    keys.tab_to("form.ask .main")
    keys.press("Enter")
    expect(visit.page.locator("[name=dienst]").first).to_be_visible()
    keys.tab_to("[name=dienst]")
    keys.press("Enter")
    expect(visit.page.locator("[name=organisatie]")).to_be_visible()
    keys.tab_to("main .as-link")
    keys.press("Enter")
    expect(visit.page.locator("[name=dienst]").first).to_be_visible()
    assert keys.stops() > 20
    assert keys.faults == []


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_tab_goes_through_the_question_in_the_order_in_which_it_is_read(open_page, server, size, language):
    visit = open_page(server, size, locale=LANGUAGES[language]).go()
    keys = Keyboard(visit.page)
    keys.tab_to(".st-key-ask_words input")
    places = []
    while keys.is_on(".st-key-ask *"):
        places.append(keys.place())
        keys.press("Tab")
    assert len(places) >= 6
    for before, after in pairwise(places):
        assert after["top"] >= before["bottom"] or after["left"] > before["left"], (before, after)
        assert after["bottom"] > before["top"], (before, after)


@pytest.mark.parametrize("path", ["/", "/overzicht", "/hulpverleners"])
def test_no_stop_of_a_screen_is_a_trap_or_without_a_ring(open_page, server, path, language):
    visit = open_page(server, PHONE, dark=True, locale=LANGUAGES[language]).go(path)
    keys = Keyboard(visit.page)
    assert keys.stops() > 20
    assert keys.faults == []
