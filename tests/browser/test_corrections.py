"""From a card to a correction in the inbox, as a visitor does it; and nothing of it in an address or the log."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.visit import DESKTOP, PHONE

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
SMALLEST_TARGET = 44
TOO_WIDE = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
WORD = "xylofoonnummer"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("inbox")


@pytest.fixture(scope="module")
def taking(folder):
    """The app with an inbox."""
    with Server(HULPKAART_INBOX=str(folder)) as running:
        yield running


def kept(folder: Path) -> list[dict[str, str]]:
    """What the inbox holds, oldest first."""
    return [json.loads(line) for file in sorted(folder.glob("*")) for line in file.read_text().splitlines()]


def test_the_notice_of_an_organisation_without_a_service_leads_to_a_correction_of_it(open_page, taking, folder):
    visit = open_page(taking, PHONE).go()
    visit.type("Waarover?", "pasop")
    visit.page.locator(".hk-notice").get_by_role("link", name="Klopt dit niet?").click()
    page = visit.page
    page.get_by_label("Over wie gaat het?").fill("pasop")
    page.get_by_role("button", name="Zoek de naam").click()
    page.get_by_role("button", name="Pasop", exact=True).click()
    page.get_by_text("iets anders", exact=True).click()
    page.get_by_label("Wat moet het zijn?").fill(WORD)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
    sent = {name: text for name, text in kept(folder)[-1].items() if name != "time"}
    assert sent == {"organisation": "pasop", "part": "other", "should_be": WORD, "source": ""}


def test_from_a_card_on_a_phone_to_a_correction_that_is_kept(open_page, taking, folder):
    visit = open_page(taking, PHONE).go()
    visit.type("Waarover?", "awel")
    visit.card("awel-hulplijn").get_by_role("link", name="Klopt dit niet?").click()
    page = visit.page
    expect(page.get_by_role("heading", name="Dit is geen hulplijn")).to_be_visible()
    page.get_by_label("Over wie gaat het?").fill("awel")
    page.get_by_role("button", name="Zoek de naam").click()
    page.get_by_role("button", name="Awel", exact=True).click()
    page.get_by_text("een nummer", exact=True).click()
    page.get_by_label("Wat moet het zijn?").fill(WORD)
    page.get_by_label("Hoe weet je dat?").fill("hun site")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
    sent = {name: text for name, text in kept(folder)[-1].items() if name != "time"}
    assert sent == {"service": "awel-hulplijn", "part": "number", "should_be": WORD, "source": "hun site"}
    for url in visit.requests:
        assert not any(told in url.lower() for told in ("awel", WORD, "?naam", "?dienst"))
    assert urlsplit(page.url).path == "/licht/klopt-niet"
    assert page.title() == "Kaart"
    for told in (WORD, "awel"):
        assert told not in taking.log


def test_without_javascript_from_the_page_of_a_service_and_after_a_mistake(browser, taking, folder):
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{taking.url}/licht")
    page.get_by_label("Waarover?").fill("tele-onthaal")
    page.get_by_role("button", name="Zoek").click()
    page.get_by_role("button", name="Alles over").first.click()
    name = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("button", name="Klopt dit niet?").click()
    page.get_by_label("Wat moet het zijn?").fill("om 9 uur")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("group", name="Wat klopt er niet?")).to_contain_text("Kies wat er niet klopt")
    expect(page.get_by_label("Wat moet het zijn?")).to_have_value("om 9 uur")
    page.get_by_text("de uren", exact=True).click()
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", name="Dank je wel")).to_be_visible()
    assert (kept(folder)[-1]["part"], kept(folder)[-1]["should_be"]) == ("hours", "om 9 uur")
    page.get_by_role("button", name="Terug naar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("size", [NARROW, PHONE, DESKTOP], ids=lambda size: str(size["width"]))
def test_nothing_scrolls_sideways_and_everything_is_large_enough_to_press(browser, taking, size):
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(f"{taking.url}/licht/klopt-niet")
    assert not page.evaluate(TOO_WIDE)
    page.get_by_label("Over wie gaat het?").fill("jac")
    page.get_by_role("button", name="Zoek de naam").click()
    expect(page.get_by_role("heading", name="Wie bedoel je?")).to_be_visible()
    assert not page.evaluate(TOO_WIDE)
    page.locator(".doors button").first.click()
    page.get_by_role("button", name="Verstuur").click()
    expect(page.locator(".mend").first).to_be_visible()
    assert not page.evaluate(TOO_WIDE)
    for target in page.locator("main .box, main textarea, main input:visible:not([type=radio]), main button").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= SMALLEST_TARGET, target.inner_text()
    context.close()


def test_the_keyboard_chooses_what_is_wrong_and_shows_where_it_is(browser, taking):
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{taking.url}/licht/klopt-niet")
    page.get_by_label("Over wie gaat het?").fill("awel")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Awel", exact=True).press("Enter")
    page.get_by_role("radio", name="een nummer").focus()
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("radio", name="het adres")
    expect(chosen).to_be_checked()
    outline = "e => getComputedStyle(e.nextElementSibling).outlineStyle"
    assert chosen.evaluate(outline) == "solid"
    context.close()
