"""Arabic in a real browser: a page that is turned around, with Dutch names and numbers that are not."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.test_every_screen import SIDEWAYS
from tests.browser.visit import DESKTOP, PHONE
from tests.wording.pseudo import BESIDE

pytestmark = pytest.mark.browser

ORDER = """(e, wanted) => {
    const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
    for (let node; node = walker.nextNode();) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        return wanted.split(' ').map(part => {
            const from = at + wanted.indexOf(part);
            range.setStart(node, from); range.setEnd(node, from + part.length);
            return range.getBoundingClientRect().x;
        });
    }
    return [];
}"""
"""Where each word of a text stands, in px from the left."""


@pytest.fixture(scope="module")
def arabic():
    """The app with a folder of languages beside its own."""
    with Server(HULPKAART_LANGUAGES=str(BESIDE)) as running:
        yield running


def stand_from_left_to_right(element, text: str) -> bool:
    """Whether the words of a text, within an element, stand on one line in the order of Dutch."""
    places = element.evaluate(ORDER, text)
    return len(places) == len(text.split()) and places == sorted(places)


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_search_screen_is_turned_around_and_its_switch_keeps_what_was_typed(open_page, arabic, size):
    visit = open_page(arabic, size, locale="ar").go()
    page, root, leave = visit.page, visit.page.locator("html"), visit.page.locator("#hk-exit")
    expect(root).to_have_attribute("lang", "ar")
    expect(root).to_have_attribute("dir", "rtl")
    expect(page.locator("h1")).to_have_text("مع من يمكنني التحدث؟")
    expect(page.locator(".hk-foot")).to_contain_text("لم يراجع هذه الترجمة بعد")
    expect(leave).to_contain_text("مغادرة الموقع")
    visit.type("أين؟ (يمكن تركه فارغًا)", "9050")
    assert page.evaluate(SIDEWAYS) == []
    expect(leave).to_be_in_viewport(ratio=1)
    box, brand = leave.bounding_box(), page.locator(".hk-brand").bounding_box()
    assert box["x"] + box["width"] < brand["x"]
    assert brand["x"] > size["width"] / 2
    assert stand_from_left_to_right(visit.said, "9050 Gentbrugge")
    assert stand_from_left_to_right(page.locator(".hk-always"), "116 000")
    door = page.locator(".hk-door").filter(has_text=re.compile(r"9\d{3} [A-Z]")).first
    assert stand_from_left_to_right(door, re.search(r"9\d{3} [A-Z]\w+", door.inner_text())[0])
    page.get_by_label("عن ماذا؟").fill("pesten")
    page.get_by_role("button", name="Nederlands", exact=True).click()
    expect(root).to_have_attribute("dir", "ltr")
    expect(page.get_by_label("Waarover?")).to_have_value("pesten")
    expect(page.get_by_label("Waar? (mag leeg blijven)")).to_have_value("9050")
    page.get_by_role("button", name="العربية", exact=True).click()
    expect(root).to_have_attribute("dir", "rtl")
    expect(page.get_by_label("عن ماذا؟")).to_have_value("pesten")
    expect(visit.said).to_contain_text("pesten")


def test_on_a_light_page_nothing_lies_below_the_exit(open_page, arabic):
    page = open_page(arabic, PHONE).page
    page.goto(f"{arabic.url}/licht?lang=ar")
    leave, brand = page.locator("#hk-exit").bounding_box(), page.locator(".hk-brand i").bounding_box()
    assert leave["x"] == 16
    assert brand["x"] > leave["x"] + leave["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert stand_from_left_to_right(page.locator(".always"), "116 000")
