"""Switching the language in a real browser: what is typed stays, and the page around the screens goes along."""

import re

from playwright.sync_api import expect

from tests.browser.visit import PHONE


def test_what_is_typed_on_a_light_page_is_there_after_the_switch_and_enter_searches(open_page, server):
    page = open_page(server, PHONE).page
    page.goto(f"{server.url}/licht")
    page.locator("#woorden").fill("ik kan niet slapen")
    page.locator("#plek").fill("Gent")
    page.get_by_role("button", name="Français").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr-BE")
    expect(page.locator("#woorden")).to_have_value("ik kan niet slapen")
    assert page.url == f"{server.url}/licht"
    page.locator("#plek").press("Enter")
    expect(page.locator("h1.said")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "fr-BE")
    page.locator(".again summary").first.click()
    page.locator("#woorden").fill("ik ben bang")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    assert page.locator("#woorden").input_value() == "ik ben bang"
    assert page.url == f"{server.url}/licht"


def test_the_page_around_a_screen_goes_along_with_what_the_screen_speaks(open_page, server):
    visit = open_page(server).go()
    page, leave = visit.page, visit.page.locator("#hk-exit")
    frame = page.locator('iframe[src*="streamlit_folium"]')
    named = "Kaart met de gevonden hulp"
    expect(frame).to_have_attribute("title", named)
    before = leave.inner_text()
    for name, code in (("Français", "fr"), ("Nederlands", "nl")):
        page.get_by_role("button", name=name).click()
        expect(page.locator("html")).to_have_attribute("lang", code)
        expect(page.locator("html")).to_have_attribute("dir", "ltr")
        expect(frame.content_frame.locator("html")).to_have_attribute("lang", code)
        # The offer is there, unseen, for when the line is lost.
        assert page.locator("#hk-slow a").get_attribute("href") == f"/licht?lang={code}"
        assert (leave.inner_text() == before) == (code == "nl")
        assert (frame.get_attribute("title") == named) == (code == "nl")
        assert frame.content_frame.locator("#map_div").get_attribute("aria-label") == frame.get_attribute("title")
    assert re.fullmatch(r"Verlaat deze site\. .+Shift.+", leave.text_content() or "")


def test_a_language_in_the_address_is_spoken_from_the_first_byte_to_the_light_page(open_page, server):
    visit = open_page(server).go("/?lang=fr")
    assert visit.page.locator("html").get_attribute("lang") == "fr"
    leads = visit.page.locator('a[href^="/licht"]').evaluate_all("all => all.map(link => link.getAttribute('href'))")
    assert leads
    assert [link for link in leads if "lang=fr" not in link] == []
