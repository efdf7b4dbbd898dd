"""Cards in a list: each one on its own, so that a broken one never takes the others down."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from directory.finding.query import Query
from directory.finding.results import Answer, Result
from directory.model.catalogue import Catalogue
from directory.running import report
from directory.screens.parts.language import asked
from directory.screens.parts.view import go_to_map
from directory.wording.card import Card
from directory.wording.card_builder import card
from directory.wording.fragment import card_html
from directory.wording.messages import _

AT_ONCE = 10


def show_more(answer: Answer, chosen: Result | None) -> tuple[list[Result], list[Result]]:
    """The results to show for now, the chosen one first: what is sure, and apart what is not."""
    many = st.session_state.get("many", AT_ONCE)
    sure = sorted(answer.results, key=lambda r: r is not chosen)[:many]
    unsure = sorted(answer.uncertain, key=lambda r: r is not chosen)[: many - len(sure)]
    if chosen in answer.uncertain and chosen not in unsure:
        unsure = [chosen] if chosen else []
    return sure, unsure


def more() -> None:
    """Show more cards from now on."""
    st.session_state["many"] = st.session_state.get("many", AT_ONCE) + AT_ONCE


def show_cards(
    catalogue: Catalogue,
    results: Sequence[Result],
    query: Query,
    now: datetime,
    numbers: Mapping[str, int],
    chosen: Result | None,
) -> None:
    """The cards of these results; `numbers` are those of their pins, by service id."""
    for result in results:
        number = numbers.get(result.service.id)
        with st.container(key=f"card_{result.service.id}"):
            try:
                shown = card(catalogue, result, query, now, door=st.session_state.get("chosen_door"))
                st.html(card_html(shown, number=number, chosen=result is chosen, asked=asked()))
                _show_ways_there(shown, has_pin=number is not None)
            except Exception as error:
                report(error)
                st.warning(_("Deze plek kunnen we nu niet tonen."))


def _show_ways_there(shown: Card, *, has_pin: bool) -> None:
    st.button(
        _("Toon op de kaart") if has_pin else _("Toon voor welk gebied"),
        key=f"show_{shown.service}",
        on_click=_choose,
        args=(shown.service,),
        type="tertiary",
    )
    links = {link.text: link.href for channel in shown.channels if channel.door for link in channel.door.links}
    if links:
        # Not in the card itself: there the framework takes geo: links out.
        st.markdown(" · ".join(f"[{text}]({href})" for text, href in links.items()))


def _choose(service: str) -> None:
    st.session_state["chosen"] = service
    st.session_state["chosen_door"] = None
    go_to_map()
