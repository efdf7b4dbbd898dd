"""The page that says what is kept: each of its lines, and the test that would fail were it not true."""

import gc
import html
import re
import secrets
from types import FrameType
from typing import Any

import pytest

from directory.settings import ROOT
from directory.web.light import routes
from tests.web.light import Seen

pytestmark = pytest.mark.usefixtures("monday_evening")

OF_OTHERS = ()
"""What browsers, keyboards, telephones and other sites do by themselves: no test of ours can show it."""
BACKING: dict[str, tuple[str, ...]] = {
    "Niets van wat je zoekt.": ("browser/test_log.py::test_no_file_of_the_server_names_what_was_typed",),
    "We vragen je naam niet": ("web/test_privacy.py::test_no_form_asks_who_somebody_is",),
    "We schrijven niet op wat je zoekt": (
        "browser/test_log.py::test_the_log_names_the_errors_and_nothing_that_was_typed_or_chosen",
        "browser/test_log.py::test_no_file_of_the_server_names_what_was_typed",
        "web/test_light_log.py::test_the_access_log_of_uvicorn_names_no_look_up",
    ),
    "Je vraag gaat naar onze server": (
        "web/test_privacy.py::test_once_a_question_is_answered_nothing_of_it_is_left_in_memory",
        "browser/test_log.py::test_the_server_writes_to_its_log_and_talks_to_its_visitors_alone",
    ),
    "We tellen je bezoek niet": (
        "browser/test_kept.py::test_no_store_of_the_browser_holds_anything",
        "web/test_shell.py::test_what_nobody_needs_is_closed_without_a_word",
    ),
    "We geven niets door aan anderen": (
        "browser/test_log.py::test_the_server_writes_to_its_log_and_talks_to_its_visitors_alone",
        "browser/test_shell.py::test_a_visit_leaves_nothing",
    ),
    "Zeg je ons dat er iets niet klopt": (
        "web/test_corrections.py::test_nothing_about_who_sent_it_is_kept",
        "web/test_corrections.py::test_contact_is_kept_only_when_it_is_given",
        "store/test_inbox.py::test_a_record_holds_what_was_sent_and_nothing_more",
    ),
    "Deze pagina’s laden niets": (
        "web/test_every_light_page.py::test_it_loads_nothing_and_links_only_where_a_visitor_may_want_to_go",
    ),
    "We zetten geen cookies": ("browser/test_kept.py::test_no_store_of_the_browser_holds_anything",),
    "Gaat er bij ons iets stuk": (
        "browser/test_log.py::test_the_log_names_the_errors_and_nothing_that_was_typed_or_chosen",
        "house/test_errors.py::test_no_logger_of_any_library_writes_the_text_of_an_error",
    ),
    "Een server ziet altijd je IP-adres": (
        "browser/test_log.py::test_the_log_names_no_visitor",
        "web/test_light_log.py::test_as_it_comes_the_log_of_uvicorn_names_no_visitor",
    ),
    "Je browser kan onthouden": OF_OTHERS,
    "In het adres en de titel": (
        "browser/test_no_trace.py::test_a_question_is_neither_in_the_address_nor_in_the_title",
        "browser/test_desk.py::test_filters_stay_when_one_comes_back_and_never_reach_the_other_screens",
        "browser/test_light.py::test_nothing_that_was_looked_up_is_in_an_address_a_title_a_referrer_or_the_log",
        "browser/test_overview.py::test_the_choice_of_who_plans_stands_in_the_address_and_leaves_it_with_them",
    ),
    "We vragen je browser": (
        "web/test_every_light_page.py::test_its_headers_keep_nothing_and_tell_nobody",
        "web/test_every_light_page.py::test_it_is_sound",
        "web/test_shell.py::test_no_screen_is_kept",
        "browser/test_shell.py::test_a_visit_leaves_nothing",
    ),
    "Hij houdt wel ons lettertype": (
        "browser/test_kept.py::test_a_browser_may_keep_only_what_is_the_same_for_everybody",
    ),
    "Een toetsenbord of een app": OF_OTHERS,
    "Als je teruggaat": OF_OTHERS,
    "Die is gemaakt met Streamlit.": (
        "browser/test_kept.py::test_no_store_of_the_browser_holds_anything",
        "browser/test_shell.py::test_a_visit_leaves_nothing",
    ),
    "Streamlit wil in je browser onthouden": (
        "browser/test_kept.py::test_the_framework_would_keep_the_theme_and_nothing_else",
        "browser/test_kept.py::test_no_store_of_the_browser_holds_anything",
    ),
    "Zolang ze openstaat": (
        "browser/test_kept.py::test_what_was_chosen_is_forgotten_some_time_after_the_line_is_lost",
        "browser/test_kept.py::test_the_server_remembers_a_lost_line_for_two_minutes",
    ),
    "Een site van een organisatie": ("browser/test_kept.py::test_a_site_that_is_opened_from_here_is_not_told_so",),
    "Een oproep, sms of mail": OF_OTHERS,
    "Wat we daarvan weten": ("wording/test_card.py::test_what_no_source_says_is_called_not_known",),
    "Dit is een proefversie": ("web/test_light_pages.py::test_who_runs_the_site_is_said_or_that_nobody_does",),
}
"""The beginning of each line of the page, and what backs it."""
FIELDS = {
    "woorden",
    "plek",
    "leeftijd",
    "thema",
    "hoe",
    "open",
    "gratis",
    "anoniem",
    "zelf",
    "publiek",
    "taal",
    "straal",
}


def lines_of(page: str) -> list[str]:
    """Each sentence or two that the page makes a point of."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return [" ".join(html.unescape(line).split()) for line in re.findall(r"<(?:li|p)>(.*?)</", main, re.DOTALL)]


def test_every_line_is_backed(light):
    lines = lines_of(light.get("/privacy").text)
    assert len(lines) > 15
    for line in lines:
        assert [beginning for beginning in BACKING if line.startswith(beginning)], f"nothing backs {line!r}"
    for beginning in BACKING:
        assert [line for line in lines if line.startswith(beginning)], f"no line begins with {beginning!r}"


@pytest.mark.parametrize("named", sorted({test for tests in BACKING.values() for test in tests}))
def test_what_backs_a_line_is_a_test(named):
    file, _, test = named.partition("::")
    assert f"\ndef {test}(" in (ROOT / "tests" / file).read_text(encoding="utf-8")


def test_its_old_address_leads_there_with_the_number_of_pages_that_lie_behind(light):
    assert light.get("/licht/privacy", follow_redirects=False).status_code == 308
    for answer in (light.get("/licht/privacy"), light.post("/licht/privacy", data={"stap": "3"})):
        assert answer.url.path == "/privacy"
        assert lines_of(answer.text)
    assert Seen(answer.text).all("a")[0]["data-stap"] == "3"


def test_every_light_page_leads_to_it(light):
    pages = [light.get(route.path) for route in routes if "{" not in route.path]
    for page in (*pages, light.post("/licht", data={}), light.get("/licht/nergens")):
        assert "/privacy" in [form["action"] for form in Seen(page.text).all("form")]


def test_no_form_asks_who_somebody_is(light):
    from directory.screens.parts.filters import EMPTY

    asked = {a.get("name") for tag in ("input", "select") for a in Seen(light.get("/licht").text).all(tag)}
    assert asked - {"stap", "hier"} == FIELDS
    assert set(EMPTY) == {
        f"ask_{what}"
        for what in "words themes modes where open more_themes age audience kinds language within free anonymous "
        "without_referral".split()
    }


def test_once_a_question_is_answered_nothing_of_it_is_left_in_memory(light):
    backwards = f"q{secrets.token_hex(8)}"
    assert ask(light, backwards[::-1]) == 2
    gc.collect()
    left = [
        type(holder) for holder in gc.get_objects() if not isinstance(holder, FrameType) and holds(holder, backwards)
    ]
    assert left == []


def ask(light, word: str) -> int:
    """Ask with that word, and wrongly too; how often it is answered."""
    told = light.post("/licht", data={"woorden": word, "plek": word, "leeftijd": word})
    light.post("/licht/dienst", data={"dienst": "awel-hulplijn", "woorden": word})
    return min(2, told.text.count(word))


def holds(holder: Any, backwards: str) -> bool:
    return any(type(held) is str and backwards[::-1] in held for held in gc.get_referents(holder))
