"""What the parts of the overview share: for which theme and age, and a file of each table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from directory.model.catalogue import Catalogue
from directory.wording.messages import _
from directory.wording.overview import Rows, as_csv
from directory.wording.written import written

T = TypeVar("T")
OLDEST = 120


@dataclass(frozen=True, slots=True)
class Planned:
    """A theme and an age to plan for; None for any. `label` is the theme as people say it."""

    theme: str | None
    label: str | None
    age: int | None


def open_from_address(name: str, values: Mapping[str, T], otherwise: T | None = None) -> None:
    """Fill a field that is not on the screen yet from the address, where its values stand by these names."""
    if name not in st.session_state:
        st.session_state[name] = values.get(st.query_params.get(name, ""), otherwise)


def keep_in_address(name: str, value: str | None) -> None:
    """Write in the address what a field holds, in the same words for every language; None is left out."""
    if value is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != value:
        st.query_params[name] = value


def ask_theme_and_age(known: Catalogue) -> Planned:
    """Ask for which theme and age; the choice stands in the address, so that it can be shared."""
    themes = {t.id: t.label for t in known.vocabulary.themes}
    open_from_address("thema", {label.nl: theme for theme, label in themes.items()})
    open_from_address("leeftijd", {str(age): age for age in range(OLDEST + 1)})
    with st.container(key="plan_ask"):
        theme = st.selectbox(
            _("Voor welk thema?"),
            sorted(themes, key=lambda theme: written(themes[theme])),
            index=None,
            placeholder=_("alle thema's"),
            format_func=lambda theme: str(written(themes[theme])),
            key="thema",
        )
        age = st.number_input(
            _("Hoe oud?"),
            min_value=0,
            max_value=OLDEST,
            value=None,
            step=1,
            placeholder=_("alle leeftijden"),
            key="leeftijd",
        )
    keep_in_address("thema", themes[theme].nl if theme else None)
    keep_in_address("leeftijd", None if age is None else str(age))
    st.caption(_("Je keuze staat in het adres van deze pagina: zo kun je ze delen."))
    return Planned(theme, written(themes[theme]) if theme else None, age)


def download(table: Rows, name: str, key: str) -> None:
    """Offer a table as a file."""
    st.download_button(_("Download als CSV"), as_csv(table), name, "text/csv", on_click="ignore", key=key)
