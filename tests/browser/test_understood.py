"""What the words say beside the need: seen on the screen, taken back with a press, and suggested while typing."""

import json
import re
import urllib.parse
import urllib.request

import pytest
from playwright.sync_api import expect

from tests.browser.server import MONDAY_EVENING
from tests.command import run

pytestmark = pytest.mark.browser

QUESTIONS = (
    "jac in kortrijk",
    "ik ben 14 en word gepest",
    "slachtofer chat, nu",
)


def test_a_place_in_the_words_is_searched_and_one_press_takes_it_back(phone):
    phone.type("Waarover?", "zwanger in kortrijk")
    expect(phone.said).to_contain_text("8500 Kortrijk")
    phone.page.get_by_role("button", name="in 8500 Kortrijk").click()
    expect(phone.said).not_to_contain_text("8500 Kortrijk")
    expect(phone.page.get_by_label("Waarover?")).to_have_value("zwanger in kortrijk")


def test_what_was_taken_back_comes_back_with_other_words(desktop):
    desktop.type("Waarover?", "zwanger in kortrijk")
    desktop.page.get_by_role("button", name="in 8500 Kortrijk").click()
    expect(desktop.said).not_to_contain_text("8500 Kortrijk")
    desktop.type("Waarover?", "abortus in kortrijk")
    expect(desktop.said).to_contain_text("8500 Kortrijk")


def test_a_mended_word_is_said(desktop):
    desktop.type("Waarover?", "zwangeer")
    expect(desktop.page.get_by_text("We lazen “zwangeer” als “zwange")).to_be_visible()


def test_suggestions_are_a_list_of_the_browser_and_no_keystroke_is_sent(desktop):
    field = desktop.page.get_by_label("Waarover?")
    field.click()
    expect(field).to_have_attribute("list", "ask_words-nl")
    offered = desktop.page.locator("#ask_words-nl option").evaluate_all("all => all.map(one => one.value)")
    assert {"Boysproject", "Awel", "Zwanger"} <= set(offered)
    asked = len(desktop.requests)
    field.press_sequentially("zwan")
    assert desktop.requests[asked:] == []
    desktop.page.get_by_label("Waar?").click()
    towns = desktop.page.locator("#ask_where-nl option").evaluate_all("all => all.map(one => one.value)")
    assert {"Kortrijk", "Elsene"} <= set(towns)


def on_a_light_page(server, words):
    form = urllib.parse.urlencode({"woorden": words}).encode()
    with urllib.request.urlopen(f"{server.url}/licht", form, timeout=60) as answer:
        return re.findall(r'name="dienst" value="([\w-]+)"', answer.read().decode())


def from_the_command_line(words):
    told = run("find", words, "--json", "--at", MONDAY_EVENING).stdout
    return [row["service"] for row in json.loads(told) if row.get("service")]


@pytest.mark.parametrize("words", QUESTIONS)
def test_screen_light_page_and_command_line_give_the_same_answer(desktop, server, words):
    desktop.type("Waarover?", words)
    seen = desktop.services()[:5]
    assert seen == on_a_light_page(server, words)[:5]
    # The command line lists who is surely open; on the pages those whose hours are not sure come after them.
    told = from_the_command_line(words)[:5]
    assert told
    assert told == seen[: len(told)]
