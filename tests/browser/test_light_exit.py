"""The exit from the light pages: after any number of steps Back and Forward never show a page of ours."""

import pytest
from playwright.sync_api import expect

from tests.browser.leaving import expect_no_way_back, expect_to_be_out, leave_by_press, leave_by_shift

pytestmark = pytest.mark.browser

STEPS = ("Zoek", "Alles over", "Meer over", "Je sporen")


@pytest.mark.parametrize("steps", range(len(STEPS) + 1))
@pytest.mark.parametrize("leave", [leave_by_press, leave_by_shift])
def test_after_the_exit_neither_back_nor_forward_shows_a_page_of_ours(enter, leaving, weather, steps, leave):
    page = enter(leaving, "/licht")
    for name in STEPS[:steps]:
        page.get_by_role("button", name=name).first.click()
        page.get_by_role("heading", level=1).wait_for()
    expect(page.locator("#hk-exit")).to_have_attribute("data-stap", str(steps))
    leave(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)


def test_from_a_card_of_the_screens_over_its_correction_the_exit_leaves_nothing_behind(enter, leaving, weather):
    page = enter(leaving)
    page.get_by_role("link", name="Klopt dit niet?").first.click()
    page.get_by_role("heading", name="Dit is geen hulplijn").wait_for()
    leave_by_press(page)
    expect_to_be_out(page, weather)
    expect_no_way_back(page, weather)
