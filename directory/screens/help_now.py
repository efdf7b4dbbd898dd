"""The main screen: who can I talk to, now or near me?"""

import streamlit as st

from directory.finding.find import find
from directory.screens.parts.cards import show_cards
from directory.screens.parts.filters import clear, show_filters
from directory.screens.parts.map import show_map, take_pressed_pin
from directory.screens.parts.page import catalogue, clock, gazetteer, never_empty, who_is_always_there
from directory.wording import summary
from directory.wording.fragment import notice_html
from directory.wording.notice import notice

AT_ONCE = 10
MOST_ON_MAP = 1000

st.html('<header class="hk-lead"><h1>Met wie kan ik praten?</h1>'
        "<p>Wij bewaren niets; je browser misschien wel.</p></header>")

with never_empty():
    known, places, now = catalogue(), gazetteer(), clock()
    take_pressed_pin()
    query = show_filters(known, places)
    answer = find(known, query, now, limit=MOST_ON_MAP)
    results = {r.service.id: r for r in (*answer.results, *answer.uncertain)}
    chosen = results.get(st.session_state.get("chosen", ""))
    in_order = sorted(answer.results, key=lambda r: r is not chosen)
    shown = in_order[: st.session_state.get("ask_many", AT_ONCE)]
    with_door = [r for r in (*shown, *answer.uncertain[:AT_ONCE]) if r.nearest and r.nearest.location.point]
    numbers = {r.service.id: n for n, r in enumerate(with_door, start=1)}

    with st.container(key="view_row"):
        view = st.segmented_control(
            "Lijst of kaart", ["Lijst", "Kaart"], default="Lijst", key="view", label_visibility="collapsed"
        )
    with st.container(key="map_first" if view == "Kaart" else "list_first"):
        number, rest = summary.sentence(answer, query, known.vocabulary)
        with st.container(key="list"):
            st.html(f'<h2 class="hk-said" role="status"><strong>{number}</strong>{rest}</h2>')
            st.button("Wis alles", on_click=clear, type="tertiary", key="clear")
            for organisation in answer.organisations:
                st.html(notice_html(notice(known, organisation)))
            show_cards(known, shown, query, now, numbers, chosen.service.id if chosen else None)
        with st.container(key="map"):
            show_map(known, places, answer, query, numbers, chosen)

with never_empty():
    who_is_always_there()
