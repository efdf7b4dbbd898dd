"""A server whose settings cannot be used says so once, and its visitors still find who answers, and the exit."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from directory import settings
from tests.browser.server import Server
from tests.browser.test_finding_help import expect_who_always_answers

pytestmark = pytest.mark.browser

UNUSABLE = {
    settings.GEO: "/nergens",
    settings.BASEMAP: "/nergens",
    settings.NOW: "straks",
    settings.EXIT_TO: "javascript:alert(1)",
    settings.CONTACT: "bel ons",
}
EXIT = f'a[href="{settings.EXIT_TO.default}"]'


@pytest.fixture(scope="module")
def careless_server() -> Iterator[Server]:
    """Nearly every setting is wrong."""
    with Server(**{setting.variable: value for setting, value in UNUSABLE.items()}) as running:
        yield running


@pytest.fixture(scope="module")
def server_without_facts() -> Iterator[Server]:
    with Server(HULPKAART_DATA="/nergens") as running:
        yield running


def test_each_setting_that_cannot_be_used_is_one_line_of_the_log(careless_server):
    for setting, value in UNUSABLE.items():
        assert careless_server.log.count(f"{setting.variable} is {value!r}: ") == 1


def test_with_wrong_settings_every_screen_and_page_works(open_page, careless_server):
    visit = open_page(careless_server).go()
    visit.type("Waar?", "9000")
    expect(visit.cards.first).to_be_visible()
    visit.wait_for_map()
    expect_who_always_answers(visit)
    expect(visit.page.locator(EXIT)).to_be_visible()
    visit.page.goto(f"{careless_server.url}/licht")
    expect(visit.page.locator(EXIT)).to_be_visible()
    visit.page.get_by_role("button", name="Zoek", exact=True).click()
    expect(visit.page.locator('button[name="dienst"]').first).to_be_visible()
    assert "Traceback" not in careless_server.log


@pytest.mark.parametrize("path", ["/", "/overzicht"])
def test_without_facts_a_screen_says_that_we_failed_and_shows_112(open_page, server_without_facts, path):
    visit = open_page(server_without_facts).go(path)
    expect(visit.page.get_by_text("Hier ging iets mis bij ons").first).to_be_visible()
    expect(visit.page.locator('.hk-always a[href="tel:112"]')).to_be_visible()
    expect(visit.page.locator(EXIT)).to_be_visible()
    assert "plekken" not in visit.page.get_by_role("main").inner_text()
    assert "Traceback" not in server_without_facts.log


def test_without_facts_a_light_page_says_that_we_failed_and_shows_112(browser, server_without_facts):
    page = browser.new_page()
    answer = page.goto(f"{server_without_facts.url}/licht")
    assert answer.status == 503
    expect(page.get_by_role("heading", name="Hier ging iets mis bij ons")).to_be_visible()
    expect(page.locator('.always a[href="tel:112"]')).to_be_visible()
    expect(page.locator(EXIT)).to_be_visible()
    page.close()
