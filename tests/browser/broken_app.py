"""The app with faults put in, to see what a visitor keeps, and what the log says, when something of ours breaks.

The card of one service raises, and so do every search for one word, on screens and light pages, and the button for
more, which the framework presses before the screen begins. All errors hold what was typed, as errors in real life do.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

import directory.finding.find as finding
from directory.screens.parts import cards
from directory.screens.parts.page import something_broke
from directory.web import light
from directory.web.routes import routes
from directory.web.shell import around
from tests.browser.faults import BREAKING_WORD, BROKEN_SERVICE


def _breaks(whole: Callable[..., Any], when: Callable[[Any], bool]) -> Callable[..., Any]:
    def faulty(catalogue: Any, asked: Any, *rest: Any, **more: Any) -> Any:
        if when(asked):
            raise RuntimeError(f"broken on purpose while answering {asked} {rest}")
        return whole(catalogue, asked, *rest, **more)

    return faulty


def _more() -> None:
    raise RuntimeError(f"broken on purpose while asking for more of {st.session_state['ask_words']}")


cards.card = _breaks(cards.card, lambda result: result.service.id == BROKEN_SERVICE)
cards.more = _more
# Before any screen is imported, so that it takes the faulty one.
finding.find = light.find = _breaks(finding.find, lambda query: query.words == BREAKING_WORD)

SCREENS = Path(__file__).parents[2] / "directory" / "screens" / "main.py"
app = st.App(SCREENS, middleware=around(routes), on_script_error=something_broke)
