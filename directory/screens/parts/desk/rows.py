"""The table: a row a service, sorted over all that was found, with the card under the row that is pressed."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from directory.exchange.address import View
from directory.exchange.shortlist import Shortlist
from directory.finding.query import Query
from directory.finding.results import Result
from directory.finding.tally import Order
from directory.model.catalogue import Catalogue
from directory.running import report
from directory.screens.parts.desk import mine
from directory.screens.parts.desk.fields import is_possible
from directory.screens.parts.language import asked
from directory.screens.parts.page import literal
from directory.screens.parts.view import go_to_map
from directory.wording import desk as words
from directory.wording.card_builder import card
from directory.wording.fragment import card_html, note_html, render
from directory.wording.messages import _

ON_A_PAGE = 12
PAGE, BEFORE = "desk_page", "desk_before"
"""Which page of the table is shown, from 0, and the view and the chosen service of the last run."""


def show_order(query: Query) -> None:
    """Ask in which order the rows stand."""
    st.segmented_control(
        _("Volgorde"),
        [order for order in Order if is_possible(order, query)],
        format_func=words.ORDER.__getitem__,
        key="desk_order",
        label_visibility="collapsed",
        required=True,
    )


def page_of(services: Sequence[str], view: View) -> list[str]:
    """The services of the page that is shown: the first of another view, that of a service that was just chosen."""
    held = st.session_state
    chosen = held.get("chosen")
    view_before, chosen_before = held.get(BEFORE, (view, None))
    if chosen != chosen_before and chosen in services:
        held[PAGE] = services.index(chosen) // ON_A_PAGE
    elif view != view_before:
        held[PAGE] = 0
    held[BEFORE] = (view, chosen)
    first = ON_A_PAGE * held.get(PAGE, 0)
    return list(services[first : first + ON_A_PAGE] or services[:ON_A_PAGE])


def show_pages(services: Sequence[str], shown: Sequence[str]) -> None:
    """Which of the rows these are, and the way to the others."""
    if len(services) <= ON_A_PAGE:
        return
    first = services.index(shown[0])
    page, last = first // ON_A_PAGE, first + len(shown)
    with st.container(key="desk_pages", horizontal=True, vertical_alignment="center"):
        st.button(_("Vorige"), key="desk_previous", on_click=_turn_to, args=(page - 1,), disabled=page == 0)
        st.html(
            note_html(_("{first}-{last} van {number}", first=first + 1, last=last, number=len(services))),
            width="content",
        )
        st.button(_("Volgende"), key="desk_next", on_click=_turn_to, args=(page + 1,), disabled=last == len(services))


def _turn_to(page: int) -> None:
    st.session_state[PAGE] = page


def show_rows(
    catalogue: Catalogue,
    results: Sequence[Result],
    query: Query,
    now: datetime,
    numbers: Mapping[str, int],
    in_doubt: Mapping[str, str | None],
) -> None:
    """The rows of these results.

    By service id, `numbers` are those of their pins, and `in_doubt` says what nobody says of whether they fit.
    """
    st.html(render("row_head.html", columns=words.columns()))
    chosen = st.session_state.get("chosen")
    picked = mine.shortlist()
    for result in results:
        service = result.service
        with st.container(key=f"row_{service.id}"):
            try:
                doubt = in_doubt[service.id]
                _row(catalogue, result, now, numbers[service.id], doubt, chosen == service.id, picked)
                if chosen == service.id:
                    _card(catalogue, result, query, now, numbers[service.id], picked)
            except Exception as error:
                report(error)
                st.warning(_("Deze rij kunnen we nu niet tonen."))


def _row(
    catalogue: Catalogue,
    result: Result,
    now: datetime,
    number: int,
    doubt: str | None,
    is_chosen: bool,
    picked: Shortlist,
) -> None:
    service = result.service
    owner = result.organisation.name
    st.button(
        f"{number}\\. {literal(service.name)}",
        key=f"pick_{service.id}",
        type="tertiary",
        on_click=_pick,
        args=(service.id,),
    )
    st.html(
        render(
            "row.html",
            organisation=None if owner in service.name else owner,
            doubt=doubt,
            cells=words.cells(catalogue, result, now),
            chosen=is_chosen,
        )
    )
    name = literal(service.name)
    on, off = _("Op mijn lijstje: {service}", service=name), _("Van mijn lijstje: {service}", service=name)
    _put_on_list(result, picked, on, off)


def _card(catalogue: Catalogue, result: Result, query: Query, now: datetime, number: int, picked: Shortlist) -> None:
    door = st.session_state.get("chosen_door")
    shown = card(catalogue, result, query, now, door=door)
    st.html(card_html(shown, number=number, chosen=True, asked=asked()))
    # A card is long: on a phone the sign of its row is far above.
    with st.container(key="desk_under_card", horizontal=True):
        _put_on_list(result, picked, _("Zet op mijn lijstje"), _("Haal van mijn lijstje"), key="card_")
        st.button(_("Toon op de kaart"), key="desk_to_map", on_click=go_to_map, type="tertiary")


def _put_on_list(result: Result, picked: Shortlist, on: str, off: str, key: str = "") -> None:
    """A button that puts the service on the list, with the door of the pin that was pressed, or takes it off."""
    service = result.service.id
    if service in picked.services:
        st.button(off, key=f"{key}off_{service}", on_click=mine.remove, args=(service,))
    else:
        put = (service, _pressed_door(result))
        st.button(on, key=f"{key}on_{service}", on_click=mine.add, args=put, disabled=picked.is_full)


def _pressed_door(result: Result) -> str | None:
    """The door of this service of which the pin was pressed last, None for an office or without one."""
    held = st.session_state
    door = held.get("chosen_door") if held.get("chosen") == result.service.id else None
    return door if door in {d.location.id for d in result.doors} else None


def _pick(service: str) -> None:
    """Choose a row, or let go of the chosen one."""
    is_chosen = st.session_state.get("chosen") == service
    st.session_state["chosen"] = None if is_chosen else service
    st.session_state["chosen_door"] = None
