"""List or map: one tap apart on a phone, side by side on a desktop."""

import streamlit as st

from directory.wording.messages import N_, Words, _

LIST, MAP = "list", "map"
NAMES = Words({LIST: N_("Lijst"), MAP: N_("Kaart")})
HIDDEN = {LIST: MAP, MAP: LIST}
"""What a phone does not show in each view; the map stays drawn, so that it is there at once."""


def list_or_map() -> None:
    """Show the switch, which only a narrow screen has, and follow it."""
    with st.container(key="view_row"):
        view = st.segmented_control(
            _("Lijst of kaart"),
            list(NAMES),
            default=LIST,
            format_func=NAMES.__getitem__,
            key="view",
            label_visibility="collapsed",
        )
    hidden = HIDDEN[view or LIST]
    st.html(f"<style>@media (max-width: 899px) {{ .st-key-{hidden} {{ display: none !important; }} }}</style>")


def go_to_map() -> None:
    """Bring up the map."""
    st.session_state["view"] = MAP


def go_to_list() -> None:
    """Bring up the list."""
    st.session_state["view"] = LIST
