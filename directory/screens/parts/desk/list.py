"""My list on the screen: side by side, in an order, with a note of each, and handed over."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from directory.exchange.shortlist import Choice
from directory.finding.find import result_of
from directory.finding.query import Query
from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode
from directory.running import report
from directory.screens.parts.desk import mine
from directory.screens.parts.desk.handing import show_handing_over
from directory.screens.parts.page import literal
from directory.wording.card import Card
from directory.wording.card_builder import card
from directory.wording.comparison import compared
from directory.wording.fragment import note_html, render
from directory.wording.messages import N_, _
from directory.wording.overview import table_html
from directory.wording.places import address

SIDE_BY_SIDE = 6
EMPTY = N_("Je lijstje is nog leeg. Druk bij een dienst op het plusteken om ze hier te zetten.")
NOTHING_OF_A_CLIENT = N_(
    "Schrijf niets over wie je helpt. Een nota komt alleen op het blad: op papier of als PDF. "
    "Ze wordt niet bewaard, en is weg als je dit venster sluit."
)


def show_list(catalogue: Catalogue, query: Query, now: datetime) -> None:
    """The list, or how to begin one."""
    choices = mine.shortlist().choices
    if not choices:
        st.html(note_html(_(EMPTY)))
        return
    _compare(catalogue, choices[:SIDE_BY_SIDE], query, now)
    if len(choices) > SIDE_BY_SIDE:
        first = _(
            "Naast elkaar staan de eerste {number}. Verander de volgorde om andere te zien.", number=SIDE_BY_SIDE
        )
        st.html(note_html(first))
    st.header(_("Volgorde en nota's"), anchor=False)
    st.html(note_html(_(NOTHING_OF_A_CLIENT)))
    for number, choice in enumerate(choices, start=1):
        _choice(catalogue, choice, number, len(choices))
    show_handing_over(catalogue, now, query.place)


def _compare(catalogue: Catalogue, choices: Sequence[Choice], query: Query, now: datetime) -> None:
    asked = Query(place=query.place, within_km=query.within_km)
    cards = list[tuple[Result, Card]]()
    for choice in choices:
        try:
            result = result_of(catalogue, catalogue.service[choice.service], asked, now)
            cards.append((result, card(catalogue, result, asked, now, door=choice.door)))
        except Exception as error:
            report(error)
            st.warning(_("Een van de diensten kunnen we nu niet tonen."))
    with st.container(key="compare"):
        st.html(table_html(compared(catalogue, cards, now), _("Naast elkaar")))


def _choice(catalogue: Catalogue, choice: Choice, number: int, many: int) -> None:
    service = catalogue.service[choice.service]
    name = literal(service.name)
    with st.container(key=f"mine_{service.id}"):
        with st.container(key=f"mine_head_{service.id}", horizontal=True, vertical_alignment="center"):
            st.html(render("mine_head.html", number=number, name=service.name))
            st.button(
                _("Hoger: {service}", service=name),
                key=f"up_{service.id}",
                on_click=mine.move,
                args=(service.id, -1),
                disabled=number == 1,
            )
            st.button(
                _("Lager: {service}", service=name),
                key=f"down_{service.id}",
                on_click=mine.move,
                args=(service.id, 1),
                disabled=number == many,
            )
            st.button(
                _("Weg: {service}", service=name), key=f"away_{service.id}", on_click=mine.remove, args=(service.id,)
            )
        said = {
            "note": st.text_area(
                _("Nota bij {number}", number=number),
                choice.note,
                max_chars=600,
                height=68,
                # Only a field that holds something else can be told from one that is filled in, on paper.
                placeholder=" ",
                key=f"note_{service.id}",
            ).strip(),
            "door": _door(catalogue, choice),
        }
        with st.popover(_("Op het kaartje van de jongere")):
            said["label"] = st.text_input(
                _("Hoe noem je dit?"),
                choice.label,
                max_chars=60,
                placeholder=_("Gesprek {number}", number=number),
                key=f"label_{service.id}",
                autocomplete="off",
            ).strip()
            st.html(
                note_html(
                    _("Naam en site kunnen vertellen waarover het gaat. Ze staan er niet op, tenzij je dat kiest.")
                )
            )
            shown = {
                "named": st.checkbox(_("Zet de naam erop"), choice.named, key=f"named_{service.id}"),
                "with_sites": st.checkbox(_("Zet site en mail erop"), choice.with_sites, key=f"sites_{service.id}"),
            }
    changed = Choice.model_validate(choice.model_dump() | said | shown)
    if changed != choice:
        mine.change(changed)


def _door(catalogue: Catalogue, choice: Choice) -> str | None:
    """Which of several doors is meant."""
    service = catalogue.service[choice.service]
    doors = {
        place.id: ", ".join(part for part in (place.name, address(place)) if part)
        for channel in service.channels
        if channel.mode is Mode.IN_PERSON and (place := catalogue.door(channel))
    }
    if len(doors) < 2:
        return choice.door
    chosen: str | None = st.selectbox(
        _("Welke plek?"),
        list(doors),
        index=list(doors).index(choice.door) if choice.door in doors else None,
        format_func=doors.__getitem__,
        placeholder=_("de dichtste, of allemaal"),
        key=f"door_{service.id}",
    )
    return chosen
