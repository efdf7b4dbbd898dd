"""The worker's screen: the right partner in a minute, and something to hand over."""

import streamlit as st

from directory.cartography.assets import asset_url
from directory.exchange.address import LIST, written
from directory.finding.query import Query
from directory.model.schedule import in_brussels
from directory.running import this_minute
from directory.screens.parts.desk import mine
from directory.screens.parts.desk.fields import KEPT, SHOWN, open_fields, view_of_fields
from directory.screens.parts.desk.list import show_list
from directory.screens.parts.desk.search import show_search
from directory.screens.parts.language import LANGUAGE, chosen
from directory.screens.parts.page import catalogue, gazetteer, never_empty, who_is_always_there
from directory.wording import desk as words
from directory.wording.fragment import lead_html, note_html
from directory.wording.messages import N_, Words, _

SEARCH, MINE = "zoeken", "lijst"
PARTS = Words({SEARCH: N_("Zoeken"), MINE: N_("Mijn lijstje")})

st.html(f'<style>@import url("{asset_url("desk.css")}");</style>')
st.html(
    lead_html(
        _("Voor hulpverleners"),
        _(
            "Het adres van deze pagina houdt je filters en je lijstje vast: stuur het door en een collega ziet "
            "hetzelfde. Het blijft ook in de geschiedenis van je browser: zet er geen naam in. Wij bewaren niets."
        ),
    )
)
always_shown = False
with never_empty():
    known, places, now = catalogue(), gazetteer(), in_brussels(this_minute())
    is_new = mine.SHORTLIST not in st.session_state
    not_opened = mine.open_shortlist(known)
    left_out = words.left_out(open_fields(known, places, now.date()))
    view = view_of_fields(places, now.date())
    st.session_state[KEPT] = view
    codes = mine.codes(known)
    parameters = written(view) | ({LIST: [codes]} if codes else {})
    parameters |= {LANGUAGE: [code]} if (code := chosen()) else {}
    if parameters != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(parameters)
    count = len(mine.shortlist().choices)
    if is_new and count and view.query == Query():
        st.session_state["desk_part"] = MINE
    st.session_state.setdefault("desk_part", SEARCH)
    with st.container(key="desk"):
        part = st.segmented_control(
            _("Zoeken of je lijstje"),
            list(PARTS),
            format_func=lambda one: words.counted(PARTS[one], count) if one == MINE and count else PARTS[one],
            key="desk_part",
            label_visibility="collapsed",
            required=True,
        )
        for said in (not_opened, left_out):
            if said:
                st.html(note_html(said))
        if part == MINE:
            st.session_state[SHOWN] = False
            show_list(known, view.query, now)
        else:
            always_shown = not show_search(known, places, view, now)

with never_empty():
    if not always_shown:
        who_is_always_there()
