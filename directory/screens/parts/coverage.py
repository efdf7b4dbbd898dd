"""How far each municipality is from a door."""

import streamlit as st

from directory import settings
from directory.cartography.assets import basemap_in_use
from directory.cartography.plan import plan_html
from directory.finding.coverage import Coverage, coverage, within
from directory.geography.population import YoungPeople
from directory.model.catalogue import Catalogue
from directory.screens.parts.language import speak_to_visitor
from directory.screens.parts.page import gazetteer
from directory.screens.parts.planning import ask_theme_and_age, download
from directory.store import shelf
from directory.wording import coverage as words
from directory.wording.fragment import note_html, said_html
from directory.wording.messages import _
from directory.wording.overview import table_html

FIRST = 20
"""So many municipalities are shown unasked: the farthest."""


@st.fragment
def show_coverage(known: Catalogue) -> None:
    """Ask for whom, and show how far it is: in a sentence, in numbers, on a drawing and in a table."""
    speak_to_visitor()
    st.header(_("Hoe ver is een plek om langs te gaan?"), anchor=False)
    asked = ask_theme_and_age(known)
    strictly = st.checkbox(_("Enkel plekken die voor die gemeente zelf bedoeld zijn"), key="meant_only")
    found = coverage(known, gazetteer(), asked.theme, asked.age, meant_only=strictly)
    people, fault = shelf.young_people(settings.population_folder())
    number, rest = words.sentence(found, asked.label, asked.age)
    st.html(said_html(number, rest))
    if found.rows:
        st.html(note_html(_whom_we_count(found, people)))
    if fault:
        st.html(note_html(words.figures_refused(fault)))
    if not found.rows:
        return
    young = people.number if people else None
    near = words.within_table(within(found.rows, young or {}), people_known=people is not None)
    st.html(table_html(near, _("Hoeveel binnen welke afstand")))
    st.html(plan_html(basemap_in_use(), found.rows, number + rest))
    everything = st.toggle(_("Toon alle {number} gemeenten", number=len(found.rows)), key="all_municipalities")
    shown = found.rows if everything else found.rows[:FIRST]
    st.html(table_html(words.coverage_table(shown, young), _("Van ver naar dichtbij")))
    download(words.coverage_file(found.rows, young), "hulpkaart-nabijheid.csv", "csv_coverage")
    st.markdown(_(words.HOW_WE_MEASURE))
    if strictly:
        st.markdown(_(words.STRICTLY))


def _whom_we_count(found: Coverage, people: YoungPeople | None) -> str:
    """That the numbers are of municipalities alone or, where young people are counted, which and how."""
    if people is None:
        return _(words.NO_FIGURES)
    missing = sum(row.municipality.refnis not in people.number for row in found.rows)
    return words.people_note(people, missing)
