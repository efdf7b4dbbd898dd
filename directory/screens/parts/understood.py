"""What was read in the words: each thing with a way to take it back."""

import streamlit as st

from directory.finding.asking import Asked
from directory.screens.parts.page import literal
from directory.wording import understood
from directory.wording.fragment import note_html
from directory.wording.messages import _


def taken_back(words: str) -> frozenset[str]:
    """The names of what somebody took back of these very words; other words begin anew."""
    of_words, names = st.session_state.get("taken_back", ("", frozenset()))
    return names if of_words == words else frozenset()


def show_understood(asked: Asked) -> None:
    """Say what was read in the words, what was let go, and which words were read as others."""
    for said in (understood.mended(asked.answer.meant), understood.let_go(asked.unmet)):
        if said:
            st.html(note_html(said))
    if not asked.understood.heard:
        return
    with st.container(key="heard", horizontal=True, vertical_alignment="center"):
        st.html(note_html(_(understood.HEARD)))
        for one in asked.understood.heard:
            st.button(
                f"✕ {literal(understood.heard(one))}",
                key=f"heard_{one.name}",
                on_click=_take_back,
                args=(asked.understood.words, one.name),
            )


def _take_back(words: str, name: str) -> None:
    st.session_state["taken_back"] = (words, taken_back(words) | {name})
