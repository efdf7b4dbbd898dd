"""The app with a log that is told to write down all that uvicorn can tell."""

import logging

import streamlit.config

from app import app

__all__ = ["app"]

streamlit.config.get_option("logger.level")  # What is set here holds only once the settings of Streamlit are read.
for name in ("uvicorn.access", "uvicorn.error"):
    logging.getLogger(name).setLevel(logging.INFO)
