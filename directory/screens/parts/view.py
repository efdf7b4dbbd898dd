"""List or map: one tap apart on a phone, side by side on a desktop."""

import streamlit as st

LIST, MAP = "Lijst", "Kaart"
HIDDEN = {LIST: "map", MAP: "list"}
"""What a phone does not show in each view; the map stays drawn, so that it is there at once."""


def list_or_map() -> None:
    """Show the switch, which only a narrow screen has, and follow it."""
    with st.container(key="view_row"):
        view = st.segmented_control(
            "Lijst of kaart", [LIST, MAP], default=LIST, key="view", label_visibility="collapsed"
        )
    hidden = HIDDEN[view or LIST]
    st.html(f"<style>@media (max-width: 899px) {{ .st-key-{hidden} {{ display: none !important; }} }}</style>")


def go_to_map() -> None:
    """Bring up the map."""
    st.session_state["view"] = MAP


def go_to_list() -> None:
    """Bring up the list."""
    st.session_state["view"] = LIST
