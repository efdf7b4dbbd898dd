"""The screens: what they share, and which there are."""

import streamlit as st

from directory.screens.parts.chosen import let_go
from directory.screens.parts.desk.fields import SHOWN
from directory.screens.parts.language import speak_to_visitor
from directory.screens.parts.page import foot, never_empty, style_sheet, who_is_always_there
from directory.screens.parts.switch import show_switch
from directory.wording import shell
from directory.wording.fragment import speaks_html
from directory.wording.messages import _

speak_to_visitor()
st.set_page_config(page_title=shell.title(), layout="wide", initial_sidebar_state="collapsed")
style_sheet()

PAGES = [
    st.Page("help_now.py", title=_("Zoek hulp"), default=True),
    st.Page("overview.py", title=_("Overzicht"), url_path="overzicht"),
    st.Page("desk.py", title=_("Voor hulpverleners"), url_path="hulpverleners"),
]
chosen = st.navigation(PAGES, position="hidden")
if st.session_state.get("screen") != chosen.url_path:
    st.session_state["screen"] = chosen.url_path
    st.session_state.pop(SHOWN, None)
    let_go()
with st.container(key="top", horizontal=True, vertical_alignment="center"):
    st.html(speaks_html(), width="content")
    for page in PAGES:
        st.page_link(page)
    show_switch()
finished = False
with never_empty():
    chosen.run()
    finished = True
if not finished:
    with never_empty():
        who_is_always_there()
foot()
