"""The map beside the list: pressed, looked at, and never rebuilt."""

import re

import pytest
from playwright.sync_api import expect

from directory.cartography.assets import drawn_layers
from directory.geography.basemap import read_basemap
from tests.browser.server import ROOT, Server
from tests.browser.visit import CROWD, PIN, Visit

pytestmark = pytest.mark.browser

RICHER = ROOT.parent / "shared" / "geo"
MARK = "e => { e.dataset.mark = 'still here'; }"
PRESSES = 8


def mark_map(visit: Visit) -> None:
    """Put a mark on the map and on its frame that a new one would not have."""
    visit.wait_for_map()
    visit.frame.evaluate(MARK)
    visit.map.locator(".leaflet-container").evaluate(MARK)


def expect_same_map(visit: Visit) -> None:
    for element in (visit.frame, visit.map.locator(".leaflet-container")):
        expect(element).to_have_attribute("data-mark", "still here")


def layers_fetched(visit: Visit) -> list[str]:
    return sorted(url for url in visit.requests if "/basemap/" in url)


def press_a_pin(visit: Visit) -> str:
    """Press crowds until a pin can be pressed, press it, and give the id of its service."""
    for _ in range(PRESSES):
        pin = visit.reachable(PIN)
        if pin:
            service = (pin.get_attribute("data-pin") or "").partition("/")[0]
            pin.click()
            return service
        before = visit.signs()
        crowd = visit.reachable(CROWD)
        assert crowd, "neither a pin nor a crowd can be pressed"
        crowd.click()
        visit.wait_for_other_signs(before)
    raise AssertionError(f"no pin after {PRESSES} crowds")


def test_pressing_a_pin_brings_its_card_up_first_on_the_same_map(desktop):
    desktop.type("Waar?", "9000")
    mark_map(desktop)
    service = press_a_pin(desktop)
    expect(desktop.cards.first).to_have_id(f"hulp-{service}")
    expect(desktop.card(service)).to_have_class("hk-card hk-chosen")
    expect(desktop.page.locator(".hk-chosen")).to_have_count(1)
    expect(desktop.map.locator(".pin-chosen")).to_have_attribute("data-pin", re.compile(f"^{service}/"))
    expect_same_map(desktop)


def test_after_a_pin_the_whole_list_comes_back_in_its_order_also_by_keyboard(desktop):
    desktop.type("Waar?", "9000")
    desktop.wait_for_map()
    before = desktop.services()
    service = press_a_pin(desktop)
    expect(desktop.cards).to_have_count(1)
    whole = desktop.page.get_by_role("button", name="Toon weer de hele lijst")
    whole.focus()
    desktop.page.keyboard.press("Enter")
    expect(desktop.cards).to_have_count(len(before))
    assert desktop.services() == before
    expect(desktop.page.locator(".hk-chosen")).to_have_count(0)
    again = desktop.map.locator(f'{PIN}[data-pin^="{service}/"]').first
    again.focus()
    again.press("Enter")
    expect(desktop.card(service)).to_have_class("hk-card hk-chosen")


def test_another_question_lets_go_of_the_pin_that_was_pressed(desktop):
    desktop.type("Waar?", "9000")
    desktop.wait_for_map()
    press_a_pin(desktop)
    expect(desktop.cards).to_have_count(1)
    desktop.press("In de buurt")
    expect(desktop.page.locator(".hk-chosen")).to_have_count(0)
    assert desktop.cards.count() > 1


def test_the_card_of_a_pin_tells_of_the_very_place_that_was_pressed(desktop):
    desktop.type("Waar?", "9300")
    desktop.press("In de buurt")
    desktop.wait_for_map()
    farther = desktop.map.locator(f"{PIN}.pin-door:not(:has(b))")
    for _ in range(PRESSES):
        if farther.count():
            break
        before = desktop.signs()
        desktop.reachable(CROWD).click()
        desktop.wait_for_other_signs(before)
    assert farther.count()
    for pin in farther.evaluate_all("all => all.map(pin => pin.dataset.pin)"):
        sign = desktop.map.locator(f'[data-pin="{pin}"]')
        street = sign.get_attribute("aria-label").split(", ")[-2]
        sign.focus()
        sign.press("Enter")
        expect(desktop.card(pin.partition("/")[0])).to_have_class("hk-card hk-chosen")
        door = desktop.page.locator(".hk-chosen .hk-channel").first.locator(".hk-door")
        expect(door).to_contain_text(street)
        distance = re.search(r"\((\d[^)]*)\)", door.inner_text())
        assert distance, door.inner_text()
        expect(desktop.page.locator(".hk-chosen .hk-why")).to_contain_text(f"{distance[1]} van 9300 Aalst")


def test_a_pin_can_be_pressed_with_the_keyboard(desktop):
    desktop.type("Waar?", "9000")
    desktop.wait_for_map()
    pin = desktop.map.locator(PIN).first
    service = (pin.get_attribute("data-pin") or "").partition("/")[0]
    pin.focus()
    pin.press("Enter")
    expect(desktop.card(service)).to_have_class("hk-card hk-chosen")


def test_a_crowd_says_how_many_it_holds_and_opens_when_pressed(desktop):
    desktop.wait_for_map()
    before = desktop.signs()
    assert any("plekken dicht bij elkaar" in sign for sign in before)
    crowd = desktop.reachable(CROWD)
    assert crowd
    crowd.click()
    desktop.wait_for_other_signs(before)


def test_a_card_brings_up_its_place_on_the_map(desktop):
    desktop.type("Waar?", "9000")
    desktop.press("In de buurt")
    mark_map(desktop)
    show = desktop.page.get_by_role("button", name="Toon op de kaart").first
    card = show.locator("xpath=ancestor::*[contains(@class, 'st-key-card_')][1]//article")
    service = (card.get_attribute("id") or "").removeprefix("hulp-")
    show.click()
    expect(desktop.card(service)).to_have_class("hk-card hk-chosen")
    chosen = desktop.map.locator(".pin-chosen")
    expect(chosen).to_be_in_viewport()
    middle = chosen.evaluate(
        """e => { const pin = e.getBoundingClientRect();
        const map = document.querySelector('.leaflet-container').getBoundingClientRect();
        return [(pin.x + pin.width / 2) / map.width, pin.bottom / map.height]; }"""
    )
    assert middle == pytest.approx([0.5, 0.5], abs=0.2)
    expect_same_map(desktop)


def test_on_a_desktop_the_map_stays_in_view_beside_a_long_list(desktop):
    desktop.wait_for_map()
    desktop.page.locator(".stMain").evaluate("e => e.scrollTo(0, 1500)")
    expect(desktop.frame).to_be_in_viewport(ratio=0.95)


def test_on_a_phone_a_card_brings_up_the_map_and_a_pin_brings_back_the_list(phone):
    phone.press("In de buurt")
    expect(phone.frame).to_be_hidden()
    phone.page.get_by_role("button", name="Toon op de kaart").first.click()
    expect(phone.frame).to_be_visible()
    expect(phone.cards.first).to_be_hidden()
    expect(phone.map.locator(".pin-chosen")).to_be_visible()
    other = phone.map.locator(f"{PIN}:not(.pin-chosen)")
    if other.count() == 0:
        phone.map.get_by_role("button", name="Verder weg").click()
    service = press_a_pin(phone)
    expect(phone.card(service)).to_be_visible()
    expect(phone.frame).to_be_hidden()


def test_choosing_online_takes_the_pins_of_who_can_only_be_visited_away(desktop):
    desktop.wait_for_map()
    before = desktop.signs()
    desktop.press("Online")
    expect(desktop.map.locator(".leaflet-marker-icon.pin-door")).to_have_count(0)
    assert desktop.signs() != before


def test_a_filter_never_rebuilds_the_map_nor_fetches_the_basemap_again(desktop):
    mark_map(desktop)
    layers = len(drawn_layers(read_basemap(ROOT / "data" / "geo" / "basemap")))
    for how in ("Online", "Bellen", "In de buurt"):
        desktop.press(how)
        expect_same_map(desktop)
    fetched = layers_fetched(desktop)
    assert len(fetched) == layers
    assert len(set(fetched)) == layers


def test_a_phone_that_never_opens_the_map_does_not_fetch_the_basemap(phone):
    phone.press("Bellen")
    assert layers_fetched(phone) == []


def test_another_folder_of_layers_gives_a_richer_map(open_page):
    if not (RICHER / "layers.json").exists():
        pytest.skip("no folder shared/geo beside the repository")
    with Server(HULPKAART_BASEMAP=str(RICHER)) as server:
        visit = open_page(server)
        answered: dict[str, int] = {}
        visit.page.on("response", lambda answer: answered.update({answer.url: answer.status}))
        visit.go()
        visit.wait_for_map()
        expect(visit.map.locator(".leaflet-basemap-pane canvas")).to_be_attached()
        expect(visit.map.locator(".place").first).to_be_attached()
        names = {layer.file for layer in drawn_layers(read_basemap(RICHER))}
        for _ in range(200):
            layers = {url.split("/", 5)[5]: status for url, status in answered.items() if "/basemap/" in url}
            if len(layers) >= len(names):
                break
            visit.page.wait_for_timeout(100)
        assert layers == dict.fromkeys(names, 200)
        # Before its server goes: a page that asks a server that is gone says so in the console.
        visit.page.close()
