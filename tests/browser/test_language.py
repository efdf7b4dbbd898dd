"""The screens in the language of who visits: of the browser, of the address, or chosen, with all that was there."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.server import Server
from tests.browser.test_desk import button, link_to, my_list, part, rows, write
from tests.browser.test_every_screen import SIDEWAYS
from tests.browser.visit import DESKTOP, PHONE, Visit
from tests.wording.pseudo import RIGHT_TO_LEFT, write_language

pytestmark = pytest.mark.browser

OTHERS = ("fr", "en")
PATHS = ("/", "/overzicht", "/hulpverleners")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The app with one language more, whose lines begin on the right; each message says that it is one."""
    folder = tmp_path_factory.mktemp("languages")
    for code in (*OTHERS, RIGHT_TO_LEFT):
        write_language(folder, code)
    with Server(HULPKAART_LANGUAGES=str(folder)) as running:
        yield running


def page_speaks(visit: Visit, code: str, direction: str = "ltr") -> None:
    root = visit.page.locator("html")
    expect(root).to_have_attribute("lang", re.compile(f"^{code}"))
    expect(root).to_have_attribute("dir", direction)


def switch(visit: Visit, name: str) -> None:
    """Press a language, and wait until the screen speaks it."""
    before = visit.page.locator("h1").inner_text()
    visit.page.locator(".st-key-speak").get_by_role("button", name=name, exact=True).click()
    expect(visit.page.locator("h1")).not_to_have_text(before)
    visit.settle()


def pressed(visit: Visit, field: str) -> list[int]:
    """Which of the choices of a field are chosen, by their place."""
    return list(
        visit.page.locator(f".st-key-{field} button").evaluate_all(
            "all => all.flatMap((e, i) => [e.ariaPressed, e.ariaChecked].includes('true') ? [i] : [])"
        )
    )


def field(visit: Visit, key: str) -> Locator:
    return visit.page.locator(f".st-key-{key} :is(input, textarea)").first


@pytest.mark.parametrize("path", PATHS)
def test_a_screen_speaks_what_the_browser_asks_for(open_page, server, path):
    visit = open_page(server, locale="fr-BE").go(path)
    page_speaks(visit, "fr")
    expect(visit.page.locator(".st-key-speak").get_by_role("button")).to_have_text(["Nederlands", "English", "فارسی"])
    expect(visit.page.locator("#hk-exit")).to_contain_text("⟦Verlaat deze site⟧")
    assert "lang" not in visit.page.url


def test_a_language_of_the_address_goes_before_that_of_the_browser_and_along_to_light_pages(open_page, server):
    visit = open_page(server, locale="fr-BE").go("/?lang=en")
    page_speaks(visit, "en")
    links = visit.page.locator(".hk-foot a").evaluate_all("all => all.map(a => a.search)")
    assert set(links) == {"?lang=en"}
    visit.page.locator(".st-key-top a").nth(1).click()
    expect(visit.page).to_have_url(re.compile("/overzicht$"))
    page_speaks(visit, "en")


def test_the_switch_on_the_search_screen_keeps_all_that_was_asked(open_page, server):
    visit = open_page(server).go()
    visit.type("Waarover?", "ruzie")
    visit.type("Waar? (mag leeg blijven)", "1050")
    visit.page.locator(".stRadio label[data-baseweb], .stRadio [role=radiogroup] label").nth(1).click()
    visit.settle()
    visit.press("In de buurt")
    visit.page.get_by_role("button", name="Meer", exact=True).click()
    visit.page.get_by_label("Hoe oud?").fill("15")
    visit.page.get_by_label("Hoe oud?").press("Enter")
    expect(visit.said).to_contain_text("15 jaar")
    visit.page.keyboard.press("Escape")
    visit.settle()
    service = visit.services()[1]
    visit.page.locator(f".st-key-show_{service} button").click()
    expect(visit.card(service)).to_have_class(re.compile("hk-chosen"))
    visit.settle()
    visit.wait_for_map()
    kept = (visit.services(), pressed(visit, "ask_modes"), field(visit, "ask_words").input_value())
    number = visit.count
    switch(visit, "English")
    page_speaks(visit, "en")
    expect(visit.said).to_contain_text(f"⟦{number} plekken⟧")
    assert kept == (visit.services(), pressed(visit, "ask_modes"), field(visit, "ask_words").input_value())
    expect(field(visit, "ask_where")).to_have_value("1050")
    expect(visit.card(service)).to_have_class(re.compile("hk-chosen"))
    expect(visit.map.locator(".pin-chosen")).to_have_count(1)
    assert urlsplit(visit.page.url)[2:4] == ("/", "")
    switch(visit, "Nederlands")
    expect(visit.page.locator(".stRadio input").nth(1)).to_be_checked()
    assert visit.count == number


def test_words_that_were_typed_and_not_yet_sent_are_kept_by_the_switch(open_page, server):
    visit = open_page(server).go()
    field(visit, "ask_words").fill("pesten")
    switch(visit, "English")
    expect(field(visit, "ask_words")).to_have_value("pesten")
    expect(visit.said).to_contain_text("pesten")


def test_the_switch_on_the_desk_keeps_filters_list_and_notes(open_page, server):
    visit = open_page(server).go(link_to("awel-hulplijn", "jac-limburg"))
    note = field(visit, "note_jac-limburg")
    note.fill("Vraag naar dinsdag.")
    switch(visit, "Français")
    page_speaks(visit, "fr")
    assert my_list(visit) == ["awel-hulplijn", "jac-limburg"]
    expect(field(visit, "note_jac-limburg")).to_have_value("Vraag naar dinsdag.")
    assert "lang=fr" in visit.page.url
    switch(visit, "Nederlands")
    expect(field(visit, "note_jac-limburg")).to_have_value("Vraag naar dinsdag.")
    part(visit, "Zoeken")
    write(visit, "Waarover?", "drugs")
    write(visit, "Waar?", "Gent")
    found = rows(visit)
    switch(visit, "Français")
    assert rows(visit) == found
    expect(field(visit, "desk_words")).to_have_value("drugs")
    expect(field(visit, "desk_where")).to_have_value(re.compile(r"^Gand( \(\d+\))?$"))
    button(visit, "on", found[0]).click()
    button(visit, "off", found[0]).wait_for()
    address = visit.page.url.removeprefix(server.url)
    colleague = open_page(server).go(address)
    page_speaks(colleague, "fr")
    assert rows(colleague) == found
    expect(colleague.page.get_by_text("lang")).to_have_count(0)


def test_the_map_speaks_too(open_page, server):
    visit = open_page(server).go()
    visit.wait_for_map()
    switch(visit, "English")
    visit.wait_for_map()
    expect(visit.map.locator(".leaflet-container")).to_have_attribute("lang", "en")
    expect(visit.map.locator(".leaflet-control-zoom-in")).to_have_attribute("title", "⟦Dichterbij⟧")
    expect(visit.map.locator(".crowd").first).to_have_attribute("aria-label", re.compile("^⟦"))
    expect(visit.map.locator(".place", has_text=re.compile("^Antwerp$"))).to_be_attached()
    expect(visit.frame).to_have_attribute("title", "⟦Kaart met de gevonden hulp⟧")


@pytest.mark.parametrize("path", [*PATHS[1:], "/overzicht?deel=Uren"])
def test_lines_that_begin_on_the_right_turn_the_screen_around(open_page, server, path):
    visit = open_page(server, PHONE, locale="fa").go(path)
    page_speaks(visit, "fa", "rtl")
    for size in (PHONE, DESKTOP):
        visit.page.set_viewport_size({"width": size["width"], "height": size["height"]})
        middle = size["width"] / 2
        title, brand = visit.page.locator("h1"), visit.page.locator(".hk-brand")
        assert title.evaluate("e => getComputedStyle(e).direction") == "rtl"
        box, leave = brand.bounding_box(), visit.page.locator("#hk-exit").bounding_box()
        assert box
        assert leave
        assert box["x"] > middle
        assert leave["x"] + leave["width"] < middle + 60
        assert visit.page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize("locale", ["nl-BE", "fr-BE", "en-GB"])
def test_every_language_of_the_switch_can_be_hit_beside_the_exit(open_page, server, locale):
    visit = open_page(server, locale=locale).go()
    for width in (320, 360, 390, 1280):
        visit.page.set_viewport_size({"width": width, "height": 844})
        for one in visit.page.locator(".st-key-speak button").all():
            box = one.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 24
            one.click(trial=True)
