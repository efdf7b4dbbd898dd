"""Question 3a of the study: who answers by chat or e-mail, now and in 2007-2008."""

import streamlit as st

from directory.finding.overview import answering, counts, counts_then_and_now, then_and_now
from directory.model.catalogue import Catalogue
from directory.running import clock
from directory.screens.parts.planning import download
from directory.wording import overview as words
from directory.wording.fragment import note_html
from directory.wording.messages import _


def show_answering(known: Catalogue) -> None:
    """How many and which, and in which languages."""
    rows = answering(known)
    everywhere = tuple(r for r in rows if r.everywhere)
    st.header(_("Hoeveel en welke?"), anchor=False)
    st.html(words.counts_html(counts(everywhere), counts(rows)))
    answers = words.answering_table(rows, clock().date())
    st.html(words.table_html(answers, _("Wie antwoordt per chat of mail"), first=counts(rows).chat))
    download(answers, "hulpkaart-chat-en-mail.csv", "csv_now")
    st.markdown(_(words.HOW_WE_COUNT))

    st.header(_("In welke talen?"), anchor=False)
    languages = words.languages_table({code: counts(answering(known, code)) for code in known.languages})
    st.html(words.table_html(languages, _("In welke talen")))
    download(languages, "hulpkaart-talen.csv", "csv_languages")
    st.markdown(_(words.HOW_WE_COUNT_LANGUAGES))


def show_then_and_now(known: Catalogue) -> None:
    """What became of those in the study."""
    st.header(_("Toen en nu"), anchor=False)
    if known.study is None:
        st.html(note_html(_(words.NO_STUDY)))
        return
    named = then_and_now(known)
    st.html(words.study_intro_html(known.study))
    helping = sum(row.participant.gives_help for row in named)
    st.markdown(words.then_and_now_sentence(*counts_then_and_now(named), helping))
    table = words.then_and_now_table(named)
    st.html(words.table_html(table, _("Toen en nu")))
    download(table, "hulpkaart-toen-en-nu.csv", "csv_then")
    st.markdown(_(words.HOW_WE_COMPARE))
