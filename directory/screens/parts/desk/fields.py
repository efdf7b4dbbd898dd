"""The fields of the worker's question: what each holds, and the view that they make together."""

import re
from datetime import date
from typing import Any

import streamlit as st

from directory.exchange.address import HOW, View, read
from directory.finding.easing import Easing, eased
from directory.finding.query import Query
from directory.finding.tally import Order
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.provenance import a_year_before
from directory.model.service import ADMISSION
from directory.screens.parts.language import LANGUAGE

FLAGS = ("free", "anonymous", "wheelchair")
REFERRALS = ("without_referral", "through_professional")
DAYS = ("newer_than", "checked_after")
OR_UNKNOWN = "desk_or_unknown"
KEPT, SHOWN, LABELS = "desk_kept", "desk_shown", "desk_labels"
"""What was asked last; whether the fields were on the screen then, since the framework forgets those that were not;
and under which labels the values of lists were offered."""
_COUNT = re.compile(r" \(\d+\)$")


def open_fields(catalogue: Catalogue, gazetteer: Gazetteer, today: date) -> tuple[tuple[str, str], ...]:
    """Fill the fields unless they are on the screen already: from the address, or with what was asked before.

    Gives what of the address could not be used.
    """
    if st.session_state.get(SHOWN):
        return ()
    kept: View | None = st.session_state.get(KEPT)
    if kept:
        st.session_state.update(fields_of(kept))
        return ()
    parameters = {name: st.query_params.get_all(name) for name in st.query_params if name != LANGUAGE}
    opened = read(parameters, catalogue, gazetteer, today)
    st.session_state.update(fields_of(opened.view))
    return opened.left_out


def clear() -> None:
    """Empty every field."""
    st.session_state.update(fields_of(View(Query())))
    for key in ("chosen", "chosen_door"):
        st.session_state.pop(key, None)


def show_unknown(shown: bool) -> None:
    """Show also, or not any more, what nobody says of whether it fits."""
    st.session_state[OR_UNKNOWN] = shown


def let_go(by: Easing) -> None:
    """Take this out of the question."""
    kept: View = st.session_state[KEPT]
    where = "" if by is Easing.PLACE else kept.where
    st.session_state.update(fields_of(View(eased(kept.query, by), where, kept.order)))


def remember(key: str, label: str, value: object) -> None:
    """Note under which label a value was offered: see `_chosen`."""
    st.session_state.setdefault(LABELS, {})[key, label] = value


def _chosen(key: str) -> Any:
    """The value that is chosen in a list.

    A list in a panel that is shut goes on sending the label that it had when it was open, with another count in it
    than the label of now; the framework then gives that text for a value.
    """
    held = st.session_state[key]
    if isinstance(held, str) and _COUNT.search(held):
        held = st.session_state[key] = st.session_state.get(LABELS, {}).get((key, held))
    return held


def view_of_fields(gazetteer: Gazetteer, today: date) -> View:
    """The view that the fields make now."""
    held = st.session_state
    where = _COUNT.sub("", held["desk_where"] or "").strip()
    query = Query(
        words=held["desk_words"].strip(),
        place=gazetteer.find_place(where).best if where else None,
        within_km=held["desk_within"],
        modes=frozenset(held["desk_modes"]),
        kinds=frozenset(held["desk_kinds"]),
        themes=frozenset(held["desk_themes"]),
        audience=_chosen("desk_audience"),
        age=held["desk_age"],
        language=_chosen("desk_language"),
        run_by=_chosen("desk_run_by"),
        organisation=_chosen("desk_organisation"),
        open_now=bool(held["desk_open"]),
        or_unknown=held[OR_UNKNOWN],
        **{field: _chosen(f"desk_{field}") for field in ADMISSION},
        **{field: field in held["desk_facts"] for field in FLAGS},
        **{field: field in held["desk_referral"] for field in REFERRALS},
        **{field: a_year_before(today) if field in held["desk_facts"] else None for field in DAYS},
    )
    order = held["desk_order"]
    # Written even when it is the same: the framework forgets what a field holds that is not on the screen for once.
    held["desk_order"] = order if order and is_possible(order, query) else Order.BEST
    return View(query, where, held["desk_order"])


def is_possible(order: Order, query: Query) -> bool:
    """Whether rows can stand in this order: by distance only from a place that one can be near to."""
    return order is not Order.DISTANCE or (query.place is not None and not query.place.is_wide)


def fields_of(view: View) -> dict[str, Any]:
    """What each field holds for a view."""
    query = view.query
    return {
        "desk_words": query.words,
        "desk_where": view.where or None,
        "desk_within": query.within_km,
        "desk_modes": [mode for mode in HOW.values() if mode in query.modes],
        "desk_kinds": sorted(query.kinds),
        "desk_themes": sorted(query.themes),
        "desk_audience": query.audience,
        "desk_age": query.age,
        "desk_language": query.language,
        **{f"desk_{field}": getattr(query, field) for field in ADMISSION},
        "desk_run_by": query.run_by,
        "desk_organisation": query.organisation,
        "desk_open": ["open"] if query.open_now else [],
        OR_UNKNOWN: query.or_unknown,
        "desk_facts": [field for field in (*FLAGS, *DAYS) if getattr(query, field)],
        "desk_referral": [field for field in REFERRALS if getattr(query, field)],
        "desk_order": view.order,
    }
