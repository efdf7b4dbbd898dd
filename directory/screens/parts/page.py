"""What every screen shares: its style, the catalogue in use, the clock and who always answers."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import streamlit as st

from directory import settings
from directory.cartography.assets import asset_url
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.running import report, this_minute
from directory.screens.parts.language import asked, speak_to_visitor
from directory.store import shelf
from directory.wording.always import always_lines
from directory.wording.fragment import always_html, foot_html, speaks_html
from directory.wording.messages import N_, _, kept_per_language

BROKEN = N_("Hier ging iets mis bij ons. Probeer het opnieuw, of bel een van deze nummers.")


def style_sheet() -> None:
    """Ask the browser for our own style sheet, once: its address names its content."""
    st.html(f'<style>@import url("{asset_url("screen.css")}");</style>')


def catalogue() -> Catalogue:
    """The catalogue in use."""
    return shelf.catalogue(settings.data_folder())


def newer_data_refused() -> tuple[str, ...]:
    """The files for which the data folder as it is now is not in use; empty when it is."""
    return tuple(dict.fromkeys(Path(p.file).name for p in shelf.refused(settings.data_folder())))


def gazetteer() -> Gazetteer:
    """The places of Belgium, read once per process."""
    return shelf.gazetteer(settings.geo_folder())


def who_is_always_there() -> None:
    """The lines that answer day and night, whatever else happens on the screen: 112 when no facts can be read."""
    try:
        shown = _always(catalogue(), this_minute())
    except Exception as error:
        report(error)
        shown = always_html(())
    st.html(shown)


def foot() -> None:
    """Who runs the site, and what it keeps."""
    st.html(foot_html(settings.OPERATOR.value, asked=asked()))


@kept_per_language(maxsize=8)
def _always(known: Catalogue, minute: datetime) -> str:
    return always_html(always_lines(known, minute))


@contextmanager
def never_empty() -> Iterator[None]:
    """Whatever goes wrong inside, the visitor still learns who always answers.

    The log names the error and its place, never what was looked up.
    """
    try:
        yield
    except Exception as error:
        report(error)
        st.warning(_(BROKEN))


def something_broke(error: Exception) -> bool:
    """What is shown when not even a screen could be begun; True: nothing of the framework's own beside it."""
    report(error)
    speak_to_visitor()
    st.html(speaks_html())
    style_sheet()
    st.warning(_(BROKEN))
    who_is_always_there()
    foot()
    return True


def literal(label: str) -> str:
    """A label as it stands: the framework reads one as Markdown, with pictures and formulas.

    What it still draws by itself is harmless: an arrow for `->`, and its own sign for its own name in colons.
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", label)
