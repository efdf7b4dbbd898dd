"""What was chosen on the map, or to be looked at there: until it is let go, or something else is asked."""

from collections.abc import Iterable

import streamlit as st

from directory.finding.asking import NOTHING
from directory.finding.query import Query
from directory.finding.results import Result

SERVICE, DOOR, QUESTION = "chosen", "chosen_door", "chosen_for"


def choose(service: str, door: str | None = None) -> None:
    """Choose a service by its id; `door` is the id of the place that was pressed."""
    st.session_state.update({SERVICE: service, DOOR: door, QUESTION: None})


def let_go() -> None:
    """Choose nothing."""
    for key in (SERVICE, DOOR, QUESTION):
        st.session_state.pop(key, None)


def pressed_door() -> str | None:
    """The id of the place that was pressed; None when nothing is chosen, or not by a press on its place."""
    door: str | None = st.session_state.get(DOOR)
    return door


def chosen_among(results: Iterable[Result], question: Query) -> Result | None:
    """The chosen one of these, None when it is not among them; what was chosen for another question is let go.

    In another language it is the same question.
    """
    held, asked = st.session_state, question.model_copy(update={"reads": NOTHING.reads})
    if held.get(QUESTION) is None:
        held[QUESTION] = asked
    elif held[QUESTION] != asked:
        let_go()
    return next((r for r in results if r.service.id == held.get(SERVICE)), None)
