"""What a visitor keeps, and what the log says, when something of ours breaks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.faults import BREAKING_WORD, BROKEN_SERVICE
from tests.browser.server import Server
from tests.browser.test_finding_help import expect_who_always_answers

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def broken_server() -> Iterator[Server]:
    """The app with faults put in: see broken_app.py."""
    with Server("tests/browser/broken_app.py") as running:
        yield running


def test_a_broken_card_leaves_the_others_and_who_always_answers(open_page, broken_server):
    visit = open_page(broken_server).go()
    visit.type("Waarover?", "eenzaam gevoel")
    expect(visit.said).to_contain_text("eenzaam gevoel")
    broken = visit.page.locator(f".st-key-card_{BROKEN_SERVICE}")
    expect(broken).to_contain_text("Deze plek kunnen we nu niet tonen")
    expect(visit.card(BROKEN_SERVICE)).to_have_count(0)
    assert visit.cards.count() > 1
    expect_who_always_answers(visit)
    visit.wait_for_map()
    assert "RuntimeError at " in broken_server.log
    assert "eenzaam" not in broken_server.log


def test_a_broken_search_leaves_the_question_and_who_always_answers(open_page, broken_server):
    visit = open_page(broken_server).go()
    visit.type("Waarover?", BREAKING_WORD, understood=False)
    expect(visit.page.get_by_text("Hier ging iets mis bij ons")).to_be_visible()
    expect(visit.page.get_by_label("Waarover?")).to_have_value(BREAKING_WORD)
    expect_who_always_answers(visit)
    visit.type("Waarover?", "pesten", understood=False)
    expect(visit.cards.first).to_be_visible()
    assert "RuntimeError at " in broken_server.log
    assert BREAKING_WORD not in broken_server.log


def test_a_button_that_breaks_leaves_who_always_answers(open_page, broken_server):
    visit = open_page(broken_server).go()
    visit.type("Waarover?", "wielewaal praten")
    visit.page.get_by_role("button", name="Toon meer").click()
    expect(visit.page.get_by_text("Hier ging iets mis bij ons")).to_be_visible()
    expect_who_always_answers(visit)
    expect(visit.page.get_by_role("link", name="Verlaat deze site")).to_be_visible()
    assert "RuntimeError" not in visit.page.get_by_role("main").inner_text()
    assert "RuntimeError at " in broken_server.log
    assert "wielewaal" not in broken_server.log
