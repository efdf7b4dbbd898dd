"""Cards in a list: each one on its own, so that a broken one never takes the others down."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from directory.finding.query import Query
from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.screens.parts.page import report
from directory.wording.card import Card, card
from directory.wording.fragment import card_html


def show_cards(
    catalogue: Catalogue,
    results: Sequence[Result],
    query: Query,
    now: datetime,
    numbers: Mapping[str, int],
    chosen: str | None,
) -> None:
    """The cards of these results; `numbers` are those of their pins, by service id."""
    for result in results:
        service = result.service.id
        with st.container(key=f"card_{service}"):
            try:
                shown = card(catalogue, result, query, now)
                st.html(card_html(shown, number=numbers.get(service), chosen=service == chosen))
                _show_ways_there(shown, on_map=service in numbers)
            except Exception as error:  # noqa: BLE001 - the other cards may be the ones somebody needs
                report(error)
                st.warning("Deze plek kunnen we nu niet tonen.")


def _show_ways_there(shown: Card, *, on_map: bool) -> None:
    links = [link for channel in shown.channels if channel.door for link in channel.door.links]
    if not on_map and not links:
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"way_{shown.service}"):
        if on_map:
            st.button(
                "Toon op de kaart",
                key=f"show_{shown.service}",
                on_click=choose,
                args=(shown.service,),
                type="tertiary",
            )
        unique = dict.fromkeys((link.text, link.href) for link in links)
        # Not in the card itself: there the framework takes geo: links out.
        st.markdown(" · ".join(f"[{text}]({href})" for text, href in list(unique)[:2]))


def choose(service: str) -> None:
    """Remember which card was chosen, so that the map goes there."""
    st.session_state["chosen"] = service
    st.session_state["chosen_door"] = None
    st.session_state["go_there"] = True
    st.session_state["view"] = "Kaart"
