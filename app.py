"""The app as one ASGI application: the screens, the shell around them, and beside them the files of the map."""

from pathlib import Path

import streamlit as st

from directory.screens.parts.page import something_broke
from directory.web.life import life
from directory.web.routes import routes
from directory.web.shell import around

SCREENS = Path(__file__).parent / "directory" / "screens" / "main.py"
# `streamlit run` looks for a line that begins just so.
app = st.App(SCREENS, middleware=around(routes), lifespan=life, on_script_error=something_broke)
