"""Looking for the right partner: filters, what was found, the table and the map in step."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from directory.exchange.address import View
from directory.finding.easing import easings
from directory.finding.find import find
from directory.finding.query import Query
from directory.finding.results import Answer, Result
from directory.finding.tally import Order, Tally
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.screens.parts.desk.fields import clear, let_go, show_unknown
from directory.screens.parts.desk.filters import show_filters
from directory.screens.parts.desk.rows import page_of, show_order, show_pages, show_rows
from directory.screens.parts.language import asked
from directory.screens.parts.map import show_map, take_pressed_pin
from directory.screens.parts.page import who_is_always_there
from directory.screens.parts.view import list_or_map
from directory.wording import desk as words
from directory.wording import summary
from directory.wording.fragment import note_html, notice_html, said_html
from directory.wording.messages import _
from directory.wording.notice import notice

MOST_ON_MAP = 1000
FEW, MOST_OFFERED = 3, 4
"""With so few services it is said which filters would leave more without them, and of how many of these."""


def show_search(catalogue: Catalogue, gazetteer: Gazetteer, view: View, now: datetime) -> bool:
    """The whole search for this view at this moment; False when nothing fits, and who is always there is shown."""
    take_pressed_pin()
    query = view.query
    tally = Tally(catalogue, query, now)
    show_filters(catalogue, gazetteer, view, tally, now.date())
    answer = find(catalogue, query, now, limit=MOST_ON_MAP)
    services = _ordered(answer, tally, view.order)
    shown = page_of(services, view)
    results = _results(catalogue, answer, shown, query, now)
    numbers = {service: services.index(service) + 1 for service in shown}
    chosen = next((r for r in results if r.service.id == st.session_state.get("chosen")), None)
    list_or_map()
    with st.container(key="both"):
        with st.container(key="list"):
            _say(catalogue, answer, query, tally)
            if len(services) <= FEW:
                _offer_more(catalogue, query, now)
            if len(services) > 1:
                show_order(query)
            if services:
                in_doubt = {one: words.in_doubt(tally.not_known_of(one)) for one in shown}
                show_rows(catalogue, _with_the_pressed_first(results), query, now, numbers, in_doubt)
                show_pages(services, shown)
            else:
                st.html(note_html(summary.nothing_found(query)))
                who_is_always_there()
        with st.container(key="map"):
            show_map(catalogue, gazetteer, _with(answer, results), query, numbers, chosen)
            if answer.total > MOST_ON_MAP:
                st.html(note_html(words.not_all_on_map(MOST_ON_MAP)))
    return bool(services)


def _with_the_pressed_first(results: list[Result]) -> list[Result]:
    """The rows, that of the pin which was pressed on top: farther down nobody would see that it came up."""
    pressed = st.session_state.get("chosen") if st.session_state.get("chosen_door") else None
    return sorted(results, key=lambda result: result.service.id != pressed)


def _ordered(answer: Answer, tally: Tally, by: Order) -> list[str]:
    """The ids of all that was found in this order; past what was looked up in the best order, by name."""
    if by is not Order.BEST:
        return tally.ordered(by)
    best = [result.service.id for result in answer.results]
    if answer.total == len(best):
        return best
    return list(dict.fromkeys((*best, *tally.ordered(Order.NAME))))


def _results(
    catalogue: Catalogue, answer: Answer, services: Sequence[str], query: Query, now: datetime
) -> list[Result]:
    """The results of these services, in this order; those that were not looked up yet are now."""
    found = {result.service.id: result for result in answer.results}
    if missing := frozenset(services) - found.keys():
        more = find(catalogue, query.model_copy(update={"among": missing}), now, limit=len(missing))
        found |= {result.service.id: result for result in more.results}
    return [found[service] for service in services if service in found]


def _with(answer: Answer, results: Sequence[Result]) -> Answer:
    """The answer for the map: what is best, and every row that is shown; not what only may be open."""
    known = {result.service.id for result in answer.results}
    more = tuple(result for result in results if result.service.id not in known)
    return Answer(total=answer.total, results=(*answer.results, *more))


def _say(catalogue: Catalogue, answer: Answer, query: Query, tally: Tally) -> None:
    number, rest = summary.sentence(answer, query, catalogue.vocabulary)
    st.html(said_html(number, rest))
    for said in words.not_known(tally.not_known(), query):
        st.html(note_html(said))
    if query.or_unknown:
        st.button(_("Toon enkel wat zeker past"), on_click=show_unknown, args=(False,), key="desk_only_known")
    elif tally.not_shown:
        st.button(words.show_unknown(tally.not_shown), on_click=show_unknown, args=(True,), key="desk_unknown")
    if query != Query():
        st.button(_("Wis alles"), on_click=clear, type="tertiary", key="clear")
    for organisation in answer.organisations:
        st.html(notice_html(notice(catalogue, organisation), asked=asked()))


def _offer_more(catalogue: Catalogue, query: Query, now: datetime) -> None:
    """The filters without which most would be found, each to let go in one press."""
    with st.container(key="desk_easings", horizontal=True):
        for by, count in list(easings(catalogue, query, now).items())[:MOST_OFFERED]:
            st.button(words.without(by, count), key=f"without_{by}", on_click=let_go, args=(by,))
