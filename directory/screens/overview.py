"""The overview: who answers by chat or e-mail, now, and then in 2007-2008."""

import streamlit as st

from directory.finding.overview import answering, counts, then_and_now
from directory.running import clock
from directory.screens.parts.page import catalogue, never_empty, newer_data_refused, who_is_always_there
from directory.wording import overview as words
from directory.wording.fragment import note_html

st.html(
    '<header class="hk-lead"><h1>Overzicht</h1>'
    "<p>Wie in Vlaanderen en Brussel hulpvragen beantwoordt per chat of mail.</p></header>"
)

with never_empty():
    known = catalogue()
    if not_in_use := newer_data_refused():
        st.html(note_html(words.not_the_latest(not_in_use)))
    rows = answering(known)
    everywhere = tuple(r for r in rows if r.everywhere)

    st.header("Hoeveel en welke?", anchor=False)
    st.html(words.counts_html(counts(everywhere), counts(rows)))
    answers = words.answering_table(rows, clock().date())
    st.html(words.table_html(answers, "Wie antwoordt per chat of mail", first=counts(rows).chat))
    st.download_button(
        "Download als CSV",
        words.as_csv(answers),
        "hulpkaart-chat-en-mail.csv",
        "text/csv",
        on_click="ignore",
        key="csv_now",
    )
    st.markdown(words.HOW_WE_COUNT)

    st.header("Toen en nu", anchor=False)
    if known.study:
        st.html(words.study_intro_html(known.study))
        table = words.then_and_now_table(then_and_now(known))
        st.html(words.table_html(table, "Toen en nu"))
        st.download_button(
            "Download als CSV",
            words.as_csv(table),
            "hulpkaart-toen-en-nu.csv",
            "text/csv",
            on_click="ignore",
            key="csv_then",
        )
        st.markdown(words.HOW_WE_COMPARE)

with never_empty():
    who_is_always_there()
