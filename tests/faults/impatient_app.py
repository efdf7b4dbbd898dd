"""The app with little patience, so that no test waits for minutes."""

from pathlib import Path

import streamlit as st

from directory.web import server
from directory.web.routes import routes
from directory.web.shell import around

server.PATIENCE_S = 5.0
SCREENS = Path(__file__).parents[2] / "directory" / "screens" / "main.py"
app = st.App(SCREENS, middleware=around(routes))
