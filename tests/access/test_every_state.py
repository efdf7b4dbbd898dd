"""Everybody can use every screen and page, in every state: by axe-core, read aloud, enlarged, and pressed.

Each state in one guise: four states of a walk meet every size and scheme, and the walks take turns in the languages.
HULPKAART_EVERY_GUISE=1 tries all states in all of them.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.access import walks
from tests.access.axe import broken_rules
from tests.access.guises import GUISES, LANGUAGES, ONE_LANGUAGE, guises_of, in_turn
from tests.access.sizes import enlargements_of, small_targets
from tests.access.tree import untold
from tests.access.walks import Walk
from tests.browser.server import Server

pytestmark = pytest.mark.browser

CHECKS: tuple[Callable[[Page], list[str]], ...] = (broken_rules, untold, small_targets)


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with faults put in, and with an inbox."""
    inbox = tmp_path_factory.mktemp("inbox")
    with Server("tests/browser/broken_app.py", HULPKAART_INBOX=str(inbox)) as running:
        yield running


def expect_no_faults(walk: Walk, open_page, server: Server, language: str) -> None:
    visit = open_page(server, GUISES[0].size, locale=LANGUAGES[language])
    found: dict[str, list[str]] = {}
    for number, state in enumerate(walk(visit)):
        for guise in guises_of(number):
            guise.put_on(visit.page)
            for check in CHECKS:
                for fault in check(visit.page):
                    found.setdefault(fault, []).append(f"{state} ({guise})")
        for enlarge in enlargements_of(number):
            for fault in enlarge(visit.page):
                found.setdefault(fault, []).append(state)
    assert not found, "\n".join(f"{fault}\n    in {'; '.join(states)}" for fault, states in found.items())


WALKS = (
    walks.search,
    walks.overview,
    walks.light,
    walks.desk,
    walks.no_line,
    walks.no_script,
    walks.correction_closed,
)


@pytest.mark.parametrize(
    ("walk", "language"), in_turn(WALKS), ids=lambda each: each if isinstance(each, str) else each.__name__
)
def test_everybody_can_use_every_state(open_page, server, walk, language):
    expect_no_faults(walk, open_page, server, language)


@pytest.mark.parametrize("language", ONE_LANGUAGE)
def test_everybody_can_correct_a_fact(open_page, faulty, language):
    expect_no_faults(walks.correction, open_page, faulty, language)


@pytest.mark.parametrize("language", ONE_LANGUAGE)
def test_everybody_can_use_what_is_left_when_something_broke(open_page, faulty, language):
    expect_no_faults(walks.search_that_breaks, open_page, faulty, language)
