"""The switch to another language, which keeps all that was typed and chosen."""

import streamlit as st

from directory.exchange.address import View
from directory.finding.query import Query
from directory.screens.parts.desk.fields import fields_of
from directory.screens.parts.filters import EMPTY, WHICH
from directory.screens.parts.language import choose
from directory.wording.labels import own_name
from directory.wording.messages import language, languages

FIELDS = frozenset({*EMPTY, *fields_of(View(Query())), "view", "deel", "thema", "leeftijd"})


def show_switch() -> None:
    """The other languages, each by its own name."""
    with st.container(key="speak", horizontal=True, width="content"):
        for code in languages():
            if code != language():
                st.button(own_name(code), key=f"speak_{code}", on_click=_turn_to, args=(code,), type="tertiary")


def _turn_to(code: str) -> None:
    """Speak another language from now on.

    A browser tells choices by their words, which change: each is put back by its value.
    """
    held = st.session_state
    held.update({key: held[key] for key in held if key in FIELDS or str(key).startswith(WHICH)})
    choose(code)
