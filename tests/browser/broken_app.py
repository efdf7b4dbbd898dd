"""The app with two faults put in, to see what a visitor keeps when something of ours breaks.

The card of one service raises, and so does every search for one word. Both errors hold what was typed,
as errors in real life do.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

import directory.finding.find as finding
import directory.wording.card_builder as wording
from directory.web.routes import routes
from directory.web.shell import around
from tests.browser.faults import BREAKING_WORD, BROKEN_SERVICE


def _breaks(whole: Callable[..., Any], when: Callable[[Any], bool]) -> Callable[..., Any]:
    def faulty(catalogue: Any, asked: Any, *rest: Any, **more: Any) -> Any:
        if when(asked):
            raise RuntimeError(f"broken on purpose while answering {asked} {rest}")
        return whole(catalogue, asked, *rest, **more)

    return faulty


# Before any screen is imported, so that each takes the faulty one.
wording.card = _breaks(wording.card, lambda result: result.service.id == BROKEN_SERVICE)
finding.find = _breaks(finding.find, lambda query: query.words == BREAKING_WORD)

SCREENS = Path(__file__).parents[2] / "directory" / "screens" / "main.py"
app = st.App(SCREENS, middleware=around(routes))
