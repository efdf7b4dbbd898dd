"""axe-core finds nothing against WCAG 2.2 A and AA: on no screen or page, in no state, size or scheme."""

import pytest

from tests.access import walks
from tests.access.axe import faults
from tests.access.guises import GUISES, LANGUAGES, guises_of
from tests.access.walks import Walk
from tests.browser.server import Server

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def taking(tmp_path_factory):
    """The app with an inbox."""
    with Server(HULPKAART_INBOX=str(tmp_path_factory.mktemp("inbox"))) as running:
        yield running


@pytest.fixture(scope="module")
def breaking():
    """The app with faults put in."""
    with Server("tests/browser/broken_app.py") as running:
        yield running


def expect_no_faults(walk: Walk, open_page, server: Server, language: str) -> None:
    visit = open_page(server, GUISES[0].size, language=language)
    found: dict[str, list[str]] = {}
    for number, state in enumerate(walk(visit)):
        for guise in guises_of(number):
            guise.put_on(visit.page)
            for fault in faults(visit.page):
                found.setdefault(str(fault), []).append(f"{state} ({guise})")
    assert not found, "\n".join(f"{fault}\n    in {'; '.join(states)}" for fault, states in found.items())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "walk",
    [walks.search, walks.overview, walks.desk, walks.light, walks.correction_closed, walks.no_line, walks.no_script],
    ids=lambda walk: walk.__name__,
)
def test_axe_finds_nothing(open_page, server, walk, language):
    expect_no_faults(walk, open_page, server, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_where_a_correction_is_sent(open_page, taking, language):
    expect_no_faults(walks.correction, open_page, taking, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_where_something_broke(open_page, breaking, language):
    expect_no_faults(walks.search_that_breaks, open_page, breaking, language)
