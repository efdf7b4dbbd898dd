"""The light pages on a real server in a browser without JavaScript: the whole journey, small and plain."""

import re
import shutil
import urllib.parse

import pytest
from playwright.sync_api import expect

from tests.access.colours import contrast, luminance
from tests.browser.visit import CHROMIUM_ARGUMENTS, PHONE

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 900}
WORD = "xylofoonpraten"
PLACE = "Koksijde"
TOO_WIDE = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
SMALLEST_TARGET = 44


class Reader:
    """A page without JavaScript, with the verbs of a visitor; it remembers all that could give somebody away."""

    def __init__(self, browser, server, size, *, dark=False, script=False):
        self.context = browser.new_context(
            viewport=size, color_scheme="dark" if dark else "light", java_script_enabled=script, locale="nl-BE"
        )
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.server = server
        self.requests, self.noise, self.titles = [], [], []
        self.page.on("request", lambda request: self.requests.append((request.url, request.headers.get("referer"))))
        self.page.on("console", lambda message: self.noise.append(message.text))
        self.page.on("pageerror", lambda error: self.noise.append(str(error)))
        self.page.on("load", lambda page: self.titles.append(page.title()))
        self.page.goto(f"{server.url}/licht")

    def ask(self, words="", place="", *choices):
        self.page.get_by_label("Waarover?").fill(words)
        self.page.get_by_label("Waar?").fill(place)
        for choice in choices:
            self.page.get_by_text(choice, exact=True).click()
        self.press("Zoek")

    def press(self, name):
        self.page.get_by_role("button", name=name).first.click()
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def every_page(self):
        """From page to page of the whole site, the name of each."""
        yield "ask"
        self.ask("praten", "Gent")
        yield "results"
        self.press("Alles over")
        yield "service"
        self.press("Meer over")
        yield "organisation"
        self.press("Nieuwe vraag")
        self.ask("pasop", "Nergenshuizen")
        yield "mend"
        for name in ("Wie is er altijd?", "Wat bewaren we?", "Je sporen", "Over deze site"):
            self.press(name)
            yield name

    def end(self):
        cookies = self.context.cookies()
        self.context.close()
        assert not cookies
        assert not self.noise
        assert set(self.titles) == {"Kaart"}
        for url, referrer in self.requests:
            assert url.startswith(self.server.url)
            assert "?" not in url
            assert not referrer


@pytest.fixture
def read(browser, server):
    begun = []

    def begin(size=PHONE, **options):
        begun.append(Reader(browser, server, size, **options))
        return begun[-1]

    yield begin
    for reader in begun:
        reader.end()


def test_from_a_question_to_a_number_to_call_without_javascript(read):
    reader = read()
    reader.ask("praten", "Gent", "Bellen", "Nu open")
    assert "plek" in reader.page.get_by_role("heading", level=1).inner_text()
    reader.press("Alles over")
    expect(reader.page.get_by_role("heading", name="Wat gebeurt er daarna?")).to_be_visible()
    number = reader.page.get_by_role("main").locator("a[href^='tel:']").first
    expect(number).to_be_visible()
    assert re.fullmatch(r"tel:\+?\d+", number.get_attribute("href"))
    reader.press("Naar wat je vond")
    expect(reader.page.get_by_role("button", name="Alles over").first).to_be_visible()
    expect(reader.page.get_by_label("Waar?")).to_have_value("Gent")


def test_nothing_that_was_looked_up_is_in_an_address_a_title_a_referrer_or_the_log(read, server):
    reader = read()
    reader.ask(WORD, PLACE, "In de buurt")
    reader.press("Nieuwe vraag")
    reader.ask("tele-onthaal")
    reader.press("Alles over")
    reader.press("Meer over")
    for url, _ in reader.requests:
        assert urllib.parse.urlsplit(url).path in ("/licht", "/licht/dienst", "/licht/organisatie", "/weg")
    for looked_up in (WORD, PLACE, "tele-onthaal"):
        assert looked_up not in server.log


@pytest.mark.parametrize("size", [NARROW, PHONE, DESKTOP], ids=lambda size: str(size["width"]))
def test_nothing_scrolls_sideways_and_everything_is_large_enough_to_press(read, size):
    reader = read(size, script=True)
    for name in reader.every_page():
        assert not reader.page.evaluate(TOO_WIDE), name
        small = reader.page.evaluate(
            """least => [...document.querySelectorAll('main button, main summary, footer button, .always a')]
                .filter(e => e.offsetHeight && e.offsetHeight < least).map(e => e.outerHTML)""",
            SMALLEST_TARGET,
        )
        assert small == [], name


def test_text_at_twice_the_size_still_fits_a_phone(browser, server, tmp_path):
    preferences = tmp_path / "Default" / "Preferences"
    preferences.parent.mkdir()
    preferences.write_text('{"webkit": {"webprefs": {"default_font_size": 32}}}')
    context = browser.browser_type.launch_persistent_context(
        tmp_path,
        executable_path=_path_of(browser),
        args=CHROMIUM_ARGUMENTS,
        viewport=PHONE,
    )
    try:
        page = context.new_page()
        page.goto(f"{server.url}/licht")
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert not page.evaluate(TOO_WIDE)
        page.get_by_label("Waarover?").fill("praten")
        page.get_by_role("button", name="Zoek").click()
        page.get_by_role("button", name="Alles over").first.wait_for()
        assert not page.evaluate(TOO_WIDE)
        brand, leave = page.locator(".hk-brand").bounding_box(), page.locator("#hk-exit").bounding_box()
        assert brand["x"] + brand["width"] <= leave["x"]
        assert leave["x"] + leave["width"] <= PHONE["width"]
    finally:
        context.close()


def _path_of(browser):
    """The very Chromium that the other tests use."""
    return shutil.which("chromium") or browser.browser_type.executable_path


def test_the_dark_scheme_is_dark_and_its_text_stands_out(read):
    reader = read(dark=True, script=True)
    for name in reader.every_page():
        paper, ink = reader.page.evaluate("(s => [s.backgroundColor, s.color])(getComputedStyle(document.body))")
        assert luminance(paper) < 0.03, name
        assert contrast(ink, paper) > 12


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_has_contrast_enough(read, dark):
    reader = read(dark=dark, script=True)
    for name in reader.every_page():
        pairs = reader.page.evaluate(
            """() => [...document.querySelectorAll('body *')].filter(e => e.offsetHeight > 2
                && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())).map(e => {
                let under = e;
                while (getComputedStyle(under).backgroundColor === 'rgba(0, 0, 0, 0)' && under.parentElement)
                    under = under.parentElement;
                return [getComputedStyle(e).color, getComputedStyle(under).backgroundColor,
                    e.tagName + '.' + e.className];
            })"""
        )
        for ink, paper, which in pairs:
            assert contrast(ink, paper) >= 4.5, (name, which, ink, paper)


def test_the_keyboard_meets_the_exit_first_then_the_way_to_the_content(read):
    reader = read(script=True)
    stops = []
    for _ in range(3):
        reader.page.keyboard.press("Tab")
        stops.append(reader.page.evaluate("document.activeElement.innerText.trim()"))
    assert stops[0].startswith("Verlaat deze site")
    assert stops[1] == "Naar de inhoud"


def test_on_paper_there_are_cards_and_numbers_but_no_form(read):
    reader = read(script=True)
    reader.ask("praten")
    reader.page.emulate_media(media="print")
    expect(reader.page.get_by_role("heading", level=2).first).to_be_visible()
    for hidden in ("form.ask", "#hk-exit", "footer", ".again summary"):
        expect(reader.page.locator(hidden).first).to_be_hidden()
