"""The main screen: who can I talk to, now or near me?"""

import streamlit as st

from directory.finding.asking import ask
from directory.finding.results import Answer
from directory.running import this_minute
from directory.screens.parts.cards import more, show_cards, show_more
from directory.screens.parts.chosen import chosen_among, let_go, pressed_door
from directory.screens.parts.filters import clear, show_filters
from directory.screens.parts.language import asked as in_language
from directory.screens.parts.map import show_map, take_pressed_pin
from directory.screens.parts.page import catalogue, gazetteer, never_empty, who_is_always_there
from directory.screens.parts.understood import show_understood, taken_back
from directory.screens.parts.view import list_or_map
from directory.wording import summary
from directory.wording.fragment import apart_html, before_html, lead_html, note_html, notice_html, said_html
from directory.wording.messages import _
from directory.wording.notice import notice
from directory.wording.shell import danger

MOST_ON_MAP = 1000

st.html(
    lead_html(
        _("Met wie kan ik praten?"),
        _("Wij bewaren niets; je browser misschien wel."),
        href=f"/privacy{in_language()}",
        danger=danger(),
    )
)

answer: Answer | None = None
with never_empty():
    known, places, now = catalogue(), gazetteer(), this_minute()
    take_pressed_pin()
    question = show_filters(known, places)
    asked = ask(known, places, question, now, without=taken_back(question.words), limit=MOST_ON_MAP)
    answer, query = asked.answer, asked.query
    found = (*answer.results, *answer.uncertain)
    chosen = chosen_among(found, question)
    is_asked = bool(summary.asked(query, known.vocabulary))
    sure, unsure = show_more(answer, asked=is_asked)
    listed = [*sure, *unsure]
    if chosen and chosen not in listed:
        listed.append(chosen)
    numbered = [r for r in listed if r.nearest and r.nearest.location.point]
    numbers = {r.service.id: number for number, r in enumerate(numbered, start=1)}

    if warning := summary.content_note(answer, known.vocabulary):
        st.html(before_html(warning))
    list_or_map()
    with st.container(key="both"):
        with st.container(key="list"):
            number, rest = summary.sentence(answer, query, known.vocabulary)
            st.html(said_html(number, rest))
            show_understood(asked)
            if is_asked:
                st.button(_("Wis alles"), on_click=clear, type="tertiary", key="clear")
            if not answer.results:
                st.html(note_html(summary.nothing_found(query, is_understood=answer.understood)))
                who_is_always_there()
            for organisation in answer.organisations:
                st.html(notice_html(notice(known, organisation), asked=in_language()))
            if chosen and pressed_door():
                st.button(_("Toon weer de hele lijst"), on_click=let_go, key="whole_list", width="stretch")
                sure, unsure = [chosen], []
            show_cards(known, sure, query, now, numbers, chosen)
            if unsure:
                st.html(apart_html(summary.unsure(answer)))
                show_cards(known, unsure, query, now, numbers, chosen)
            if not pressed_door() and (shown := len(sure) + len(unsure)) < len(found):
                st.button(_("Toon meer"), on_click=more, args=(shown,), key="more", width="stretch")
        with st.container(key="map"):
            show_map(known, places, answer, query, numbers, chosen)

with never_empty():
    if answer is None or answer.results:
        who_is_always_there()
