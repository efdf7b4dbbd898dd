"""The overview, for who plans help: who answers by chat or mail, how far a door is, and when nobody is there."""

import streamlit as st

from directory.screens.parts.answering import show_answering, show_then_and_now
from directory.screens.parts.coverage import show_coverage
from directory.screens.parts.page import catalogue, never_empty, newer_data_refused, who_is_always_there
from directory.screens.parts.week import show_week
from directory.wording import overview as words
from directory.wording.fragment import note_html

PARTS = {
    "Chat en mail": show_answering,
    "Toen en nu": show_then_and_now,
    "Nabijheid": show_coverage,
    "Uren": show_week,
}

st.html(
    '<header class="hk-lead"><h1>Overzicht</h1>'
    "<p>Wie in Vlaanderen en Brussel antwoordt, waar je kunt langsgaan, en wanneer er niemand is.</p></header>"
)

with never_empty():
    known = catalogue()
    if not_in_use := newer_data_refused():
        st.html(note_html(words.not_the_latest(not_in_use)))
    # Only one part at a time, so that who comes for one does not wait for the others. Who plans may share where
    # they look: unlike a search, that stands in the address.
    part = st.segmented_control(
        "Wat wil je zien?", list(PARTS), default="Chat en mail", required=True, key="deel", bind="query-params"
    )
    PARTS[part](known)

with never_empty():
    who_is_always_there()
