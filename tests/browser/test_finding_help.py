"""From a question to somebody who answers, as a visitor does it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

pytestmark = pytest.mark.browser

EVERYWHERE = re.compile(r"plekken in heel Vlaanderen en Brussel")
ALWAYS = ("tel:112", "tel:106", "tel:1813", "tel:116000")

BELOW = """all => all.filter(line => {
    const [name, number] = [line.firstElementChild, line.lastElementChild].map(e => e.getBoundingClientRect());
    return number.top >= name.bottom;
}).length"""
"""Of how many lines the number stands below its name."""


def expect_who_always_answers(visit: Visit) -> None:
    for number in ALWAYS:
        expect(visit.page.locator(f'.hk-always a[href="{number}"]')).to_be_visible()


@pytest.mark.parametrize("how", ["Bellen", "In de buurt"])
def test_a_postcode_and_one_press_on_a_phone_lead_to_a_number_to_call(phone, how):
    phone.type("Waar?", "9050")
    phone.press(how)
    expect(phone.said).to_contain_text("9050 Gentbrugge")
    call = phone.cards.locator('a[href^="tel:"]').first
    call.scroll_into_view_if_needed()
    expect(call).to_be_visible()
    assert re.fullmatch(r"tel:(\+32\d{8,9}|\d{3,6})", call.get_attribute("href") or "")


def test_who_always_answers_stands_under_an_unasked_question(phone):
    expect_who_always_answers(phone)


def test_each_card_after_choosing_online_has_an_online_way(desktop):
    before = desktop.count
    desktop.press("Online")
    assert 0 < desktop.count < before
    assert desktop.cards.count() > 0
    for card in desktop.cards.all():
        expect(card.locator(".hk-channels .hk-online").first).to_be_attached()


def test_a_theme_chip_narrows_the_list_and_pressing_it_again_widens_it(desktop):
    whole = desktop.said.inner_text()
    desktop.press("School")
    assert desktop.said.inner_text() != whole
    desktop.press("School")
    expect(desktop.said).to_have_text(whole)


def test_looking_behind_more_changes_nothing(desktop):
    desktop.type("Waar?", "8500")
    expect(desktop.said).to_contain_text("tot 15 km")
    desktop.page.get_by_role("button", name="Meer").first.click()
    expect(desktop.page.get_by_text("Hoe ver?")).to_be_visible()
    desktop.settle()
    desktop.page.keyboard.press("Escape")
    desktop.press("In de buurt")
    expect(desktop.said).to_contain_text("tot 15 km")


@pytest.mark.parametrize("path", ["/", "/overzicht", "/hulpverleners?over=zelfmoord"])
def test_on_a_phone_no_number_breaks_and_each_stands_beside_its_name(phone, path):
    phone.go(path)
    numbers = phone.page.locator("a[href^='tel:']:visible")
    assert numbers.count() >= 4
    assert set(numbers.evaluate_all("all => all.map(a => a.getClientRects().length)")) == {1}
    lines = phone.page.locator(".hk-always li")
    assert lines.evaluate_all(BELOW) == 0


def test_nothing_found_still_shows_who_always_answers(phone):
    phone.type("Waarover?", "xyzzyqwerty")
    expect(phone.said).to_contain_text("Geen plekken")
    expect(phone.cards).to_have_count(0)
    expect(phone.page.locator(".st-key-list").get_by_text("We begrepen dit niet")).to_be_visible()
    expect_who_always_answers(phone)


def test_words_without_a_meaning_are_not_blamed_on_a_filter(phone):
    for words in ("\N{SLIGHTLY SMILING FACE}", "???", "xyzzyqwerty"):
        phone.type("Waarover?", words)
        expect(phone.page.locator(".st-key-list")).to_contain_text("We begrepen dit niet. Kies een onderwerp")
        expect(phone.page.locator(".st-key-list")).not_to_contain_text("filter")
        expect_who_always_answers(phone)


def expect_whom_to_call_in_danger(phone: Visit) -> None:
    for number in ("112", "101"):
        link = phone.page.locator(f'.hk-danger a[href="tel:{number}"]')
        expect(link).to_be_in_viewport(ratio=1)
        box = link.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_whom_to_call_in_danger_is_seen_at_once_before_and_after_a_question(open_page, server):
    phone = open_page(server, {"width": 390, "height": 700}).go()
    expect_whom_to_call_in_danger(phone)
    phone.type("Waarover?", "mijn vader slaat me")
    expect_whom_to_call_in_danger(phone)


def test_what_is_said_of_danger_stands_above_the_list_and_above_the_map(phone):
    phone.type("Waarover?", "mijn vader slaat me")
    for view in ("Lijst", "Kaart"):
        switch = phone.page.locator(".st-key-view_row").get_by_text(view, exact=True)
        switch.click()
        phone.settle()
        note = phone.page.locator(".hk-before")
        expect(note).to_contain_text("Ben je nu in gevaar?")
        expect(note.get_by_role("link", name="112")).to_be_in_viewport(ratio=1)
        assert note.bounding_box()["y"] < switch.bounding_box()["y"]


def test_clearing_brings_everything_back(phone):
    phone.type("Waarover?", "xyzzyqwerty")
    expect(phone.said).to_contain_text("Geen plekken")
    phone.page.get_by_role("button", name="Wis alles").click()
    expect(phone.said).to_contain_text(EVERYWHERE)
    expect(phone.page.get_by_label("Waarover?")).to_have_value("")


def test_a_postcode_of_two_municipalities_asks_which(desktop):
    desktop.type("Waar?", "1050")
    which = desktop.page.get_by_role("radiogroup", name="Welke plek bedoel je?")
    expect(which).to_be_visible()
    expect(desktop.page.get_by_text("kan meer dan één plek zijn")).to_be_visible()
    which.get_by_text("1050 Brussel", exact=True).click()
    expect(desktop.said).to_contain_text("1050 Brussel")


def test_a_city_abroad_gets_a_sentence_and_no_results_are_lost(desktop):
    before = desktop.count
    desktop.type("Waar?", "Parijs", understood=False)
    expect(desktop.page.get_by_text("Parijs ligt niet in België")).to_be_visible()
    assert desktop.count == before


def test_a_place_nobody_knows_gets_a_sentence(desktop):
    desktop.type("Waar?", "Qwertyland", understood=False)
    expect(desktop.page.get_by_text("Wij kennen Qwertyland niet")).to_be_visible()


def test_a_former_name_gives_notice_and_who_does_it_today(desktop):
    desktop.type("Waarover?", "pasop")
    notice = desktop.page.locator(
        ".hk-notice", has=desktop.page.get_by_role("heading", name=re.compile("Pasop", re.I))
    )
    expect(notice).to_contain_text("Violett")
    expect(desktop.card("violett-hulp")).to_be_visible()


def test_the_way_to_a_door_opens_in_a_map_of_ones_own(phone):
    phone.type("Waar?", "9000")
    phone.press("In de buurt")
    door = phone.cards.filter(has=phone.page.locator(".hk-there")).first
    link = door.get_by_role("link", name="in je kaart-app").first
    expect(link).to_have_attribute("href", re.compile(r"^geo:5\d\.\d+,\d\.\d+\?q="))
    expect(door.get_by_role("link", name="op OpenStreetMap").first).to_be_visible()


def test_more_cards_come_when_asked_for(desktop):
    shown = desktop.cards.count()
    desktop.page.get_by_role("button", name="Toon meer").click()
    expect(desktop.cards).to_have_count(shown + 10)


def test_open_now_shows_only_what_is_surely_open_above_what_is_not_sure(desktop):
    desktop.press("Nu open")
    more = desktop.page.get_by_role("button", name="Toon meer")
    if more.is_visible():
        more.click()
    apart = desktop.page.locator(".hk-apart")
    expect(apart).to_be_attached()
    sure = desktop.page.locator("article.hk-card").evaluate_all(
        """cards => { const line = document.querySelector('.hk-apart');
        return cards.filter(c => c.compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING)
            .map(c => c.innerText); }"""
    )
    assert sure
    for text in sure:
        assert re.search("open tot|dag en nacht|nu open", text)
