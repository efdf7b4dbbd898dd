"""The naive app as a server: its screen, and beside it the files of Leaflet, for no others are asked."""

from pathlib import Path

import streamlit as st

from directory.web.routes import routes

SCREEN = Path(__file__).with_name("naive_screen.py")
app = st.App(SCREEN, routes=routes)
