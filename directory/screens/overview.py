"""The overview, for who plans help: who answers by chat or mail, how far a door is, and when nobody is there."""

import streamlit as st

from directory.screens.parts.answering import show_answering, show_then_and_now
from directory.screens.parts.coverage import show_coverage
from directory.screens.parts.page import catalogue, never_empty, newer_data_refused, who_is_always_there
from directory.screens.parts.planning import keep_in_address, open_from_address
from directory.screens.parts.week import show_week
from directory.wording import overview as words
from directory.wording.fragment import lead_html, note_html
from directory.wording.messages import N_, _

# By their names, in Dutch as an address has them. A text without a name would be shown by the framework.
PARTS = {
    N_("Chat en mail"): show_answering,
    N_("Toen en nu"): show_then_and_now,
    N_("Nabijheid"): show_coverage,
    N_("Uren"): show_week,
}
FIRST = next(iter(PARTS))

st.html(
    lead_html(
        _("Overzicht"),
        _("Wie in Vlaanderen en Brussel antwoordt, waar je kunt langsgaan, en wanneer er niemand is."),
    )
)

with never_empty():
    known = catalogue()
    if not_in_use := newer_data_refused():
        st.html(note_html(words.not_the_latest(not_in_use)))
    # Only one part at a time, so that who comes for one does not wait for the others. Who plans may share where
    # they look: unlike a search, that stands in the address.
    open_from_address("deel", {name: name for name in PARTS}, FIRST)
    part = st.segmented_control(_("Wat wil je zien?"), list(PARTS), format_func=_, required=True, key="deel")
    keep_in_address("deel", part if part != FIRST else None)
    PARTS[part or FIRST](known)

with never_empty():
    who_is_always_there()
