"""What the parts of the overview share: for which theme and age, and a file of each table."""

from dataclasses import dataclass

import streamlit as st

from directory.model.catalogue import Catalogue
from directory.wording.overview import Rows, as_csv


@dataclass(frozen=True, slots=True)
class Planned:
    """A theme and an age to plan for; None for any. `label` is the theme as people say it."""

    theme: str | None
    label: str | None
    age: int | None


def ask_theme_and_age(known: Catalogue) -> Planned:
    """Ask for which theme and age; the choice stands in the address, so that it can be shared."""
    themes = {t.id: t.label.nl for t in sorted(known.vocabulary.themes, key=lambda t: t.label.nl)}
    with st.container(key="plan_ask"):
        theme = st.selectbox(
            "Voor welk thema?",
            list(themes),
            index=None,
            placeholder="alle thema's",
            format_func=themes.__getitem__,
            key="thema",
            bind="query-params",
        )
        age = st.number_input(
            "Hoe oud?",
            min_value=0,
            max_value=120,
            value=None,
            step=1,
            placeholder="alle leeftijden",
            key="leeftijd",
            bind="query-params",
        )
    st.caption("Je keuze staat in het adres van deze pagina: zo kun je ze delen.")
    return Planned(theme, themes.get(theme or ""), age)


def download(table: Rows, name: str, key: str) -> None:
    """Offer a table as a file."""
    st.download_button("Download als CSV", as_csv(table), name, "text/csv", on_click="ignore", key=key)
