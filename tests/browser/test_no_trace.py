"""What a visit leaves behind: nothing at another host, no cookie, nothing in the address or the log."""

import contextlib

import pytest
from playwright.sync_api import Error, expect

from tests.browser.visit import PHONE, Visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def looked_up(browser, server):
    """A visit in which words, a place and themes were asked for."""
    visit = Visit.begin(browser, server.url, PHONE).go()
    visit.type("Waarover?", "xylofoonangst", understood=False)
    visit.type("Waar?", "Koksijde")
    expect(visit.said).to_contain_text("xylofoonangst")
    expect(visit.said).to_contain_text("Koksijde")
    visit.press("School")
    visit.press("Online")
    yield visit
    visit.end()


def test_a_question_is_neither_in_the_address_nor_in_the_title(looked_up):
    assert looked_up.page.url == f"{looked_up.url}/"
    assert "xylofoonangst" not in looked_up.page.title()


def test_no_request_of_the_browser_names_what_was_asked(looked_up):
    for url in looked_up.requests:
        assert "xylofoonangst" not in url
        assert "Koksijde" not in url.removeprefix(looked_up.url)


def test_no_storage_of_the_browser_names_what_was_asked(looked_up):
    kept = looked_up.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "xylofoonangst" not in kept
    assert "Koksijde" not in kept


def test_the_log_of_the_server_names_no_look_up(looked_up, server):
    assert "xylofoonangst" not in server.log
    assert "Koksijde" not in server.log


def test_from_one_screen_to_the_other_and_back_nothing_is_left(looked_up):
    looked_up.page.get_by_role("link", name="Overzicht").click()
    expect(looked_up.page.get_by_role("heading", level=1, name="Overzicht")).to_be_visible()
    assert "xylofoonangst" not in looked_up.page.url
    looked_up.page.get_by_role("link", name="Zoek hulp").click()
    expect(looked_up.said).to_be_visible()
    assert looked_up.foreign == []
    assert looked_up.page.context.cookies() == []


def test_a_request_to_another_host_is_refused_and_would_be_seen(open_page, server):
    visit = open_page(server).go()
    visit.page.evaluate("fetch('http://127.0.0.2:9/').catch(() => null)")
    assert visit.foreign == []
    assert any("Content Security Policy" in error for error in visit.errors)
    visit.errors.clear()
    # Leaving for another host is a request that no policy of ours stops, and so the one to notice.
    with contextlib.suppress(Error):
        visit.page.goto("http://127.0.0.2:9/")
    assert visit.foreign == ["http://127.0.0.2:9/"]
    visit.page.wait_for_url("chrome-error://chromewebdata/")
    visit.requests.clear()
    visit.errors.clear()
