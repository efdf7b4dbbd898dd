"""Cards in a list: each one on its own, so that a broken one never takes the others down."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from directory.finding.query import Query
from directory.finding.results import Answer, Result
from directory.model.catalogue import Catalogue
from directory.running import report
from directory.screens.parts.chosen import choose, pressed_door
from directory.screens.parts.language import asked
from directory.screens.parts.view import go_to_map
from directory.wording.card import Card
from directory.wording.card_builder import card
from directory.wording.fragment import card_html
from directory.wording.messages import _

AT_FIRST, AT_ONCE = 5, 10
"""How many cards stand there while nothing is asked, which a slow phone has to draw before its fields; and else."""


def show_more(answer: Answer, *, asked: bool) -> tuple[Sequence[Result], Sequence[Result]]:
    """The results to show for now: what is sure, and apart what is not."""
    many = st.session_state.get("many", AT_ONCE if asked else AT_FIRST)
    sure = answer.results[:many]
    return sure, answer.uncertain[: many - len(sure)]


def more(shown: int) -> None:
    """Show more cards than these from now on."""
    st.session_state["many"] = shown + AT_ONCE


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
                door = pressed_door() if result is chosen else None
                shown = card(catalogue, result, query, now, door=door)
                st.html(card_html(shown, number=number, chosen=result is chosen, asked=asked()))
                _show_button(shown, has_pin=number is not None)
            except Exception as error:
                report(error)
                st.warning(_("Deze plek kunnen we nu niet tonen."))


def _show_button(shown: Card, *, has_pin: bool) -> None:
    st.button(
        _("Toon op de kaart") if has_pin else _("Toon voor welk gebied"),
        key=f"show_{shown.service}",
        on_click=_choose,
        args=(shown.service,),
        type="tertiary",
    )


def _choose(service: str) -> None:
    choose(service)
    go_to_map()
