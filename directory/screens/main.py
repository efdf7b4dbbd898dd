"""The screens: what they share, and which there are."""

import streamlit as st

from directory.screens.parts.page import style_sheet

st.set_page_config(page_title="Kaart", layout="wide", initial_sidebar_state="collapsed")
style_sheet()

PAGES = [
    st.Page("help_now.py", title="Zoek hulp", default=True),
    st.Page("overview.py", title="Overzicht", url_path="overzicht"),
]
st.navigation(PAGES, position="top").run()
