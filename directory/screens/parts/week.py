"""When somebody answers, hour by hour."""

import streamlit as st

from directory.finding.week import week
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind
from directory.running import clock
from directory.screens.parts.language import speak_to_visitor
from directory.screens.parts.planning import ask_theme_and_age, download
from directory.wording import week as words
from directory.wording.coverage import question
from directory.wording.fragment import said_html
from directory.wording.messages import _
from directory.wording.overview import table_html

KINDS = (Kind.CHAT, Kind.PHONE)
FIRST = 15
"""So many services are shown unasked: who is longest there."""


@st.fragment
def show_week(known: Catalogue) -> None:
    """Ask for whom, and show in which hours some chat and some telephone answers."""
    speak_to_visitor()
    st.header(_("Wanneer is er iemand?"), anchor=False)
    asked = ask_theme_and_age(known)
    today = clock().date()
    weeks = [week(known, kind, asked.theme, asked.age, today) for kind in KINDS]
    for found in weeks:
        st.html(said_html(*words.sentence(found, question(asked.label, asked.age))))
    with st.container(key="weeks"):
        for found in weeks:
            st.html(words.week_html(found))
    st.caption(words.week_of(weeks[0].monday))
    download(words.hours_file(weeks), "hulpkaart-uren.csv", "csv_hours")
    st.markdown(_(words.HOW_WE_JUDGE))
    if table := words.services_table(weeks, known, today):
        st.header(_("Wie is er wanneer?"), anchor=False)
        st.html(table_html(table, _("Wie is er wanneer"), first=FIRST))
        download(table, "hulpkaart-wie-wanneer.csv", "csv_services")
