"""The filters of the worker's screen: each choice says how many services it would leave."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import Any, TypeVar

import streamlit as st

from directory.exchange.address import LONGEST_PLACE, View
from directory.finding.filters import Filter
from directory.finding.query import LONGEST_QUESTION
from directory.finding.tally import Tally
from directory.geography.place import Place, PlaceKind
from directory.geography.places import Gazetteer
from directory.geography.provinces import PROVINCES
from directory.model.catalogue import Catalogue
from directory.model.location import Role
from directory.model.provenance import a_year_before
from directory.model.service import ADMISSION
from directory.screens.parts.desk.fields import DAYS, FLAGS, REFERRALS, SHOWN, remember
from directory.screens.parts.filters import how_far
from directory.screens.parts.page import literal
from directory.wording import labels
from directory.wording.desk import RUN_BY, counted, nobody_says
from directory.wording.fragment import note_html
from directory.wording.messages import N_, Words, _, pgettext, place_name
from directory.wording.places import choice, place_answer
from directory.wording.written import written

T = TypeVar("T")
MOST_TOWNS = 60
"""So many towns are offered, those with most doors; any other place can be typed."""
MOST_ORGANISATIONS = 300
ANY = N_("maakt niet uit")
FACTS = Words(
    {
        "free": N_("Gratis"),
        "anonymous": N_("Anoniem"),
        "wheelchair": N_("Met een rolstoel"),
        "newer_than": N_("Bron van het laatste jaar"),
        "checked_after": N_("Het laatste jaar nagekeken"),
    }
)
OF_FACT = {
    "free": Filter.FREE,
    "anonymous": Filter.ANONYMOUS,
    "newer_than": Filter.NEWER,
    "checked_after": Filter.CHECKED,
}
REFERRAL = Words({"without_referral": N_("Zelf contact opnemen"), "through_professional": N_("Via een hulpverlener")})


def show_filters(catalogue: Catalogue, gazetteer: Gazetteer, view: View, tally: Tally, today: date) -> None:
    """Show every filter with its counts."""
    st.session_state[SHOWN] = True
    with st.container(key="desk_ask"):
        st.text_input(
            _("Waarover?"),
            placeholder=pgettext("to a worker", "Zeg het in je eigen woorden"),
            key="desk_words",
            max_chars=LONGEST_QUESTION,
            autocomplete="off",
        )
        _place(catalogue, gazetteer, view, tally)
        st.number_input(_("Leeftijd"), min_value=0, max_value=120, step=1, key="desk_age")
        _select(
            _("Voor wie?"),
            "desk_audience",
            {a.id: written(a.label) for a in catalogue.vocabulary.audiences},
            lambda audience: tally.count(Filter.AUDIENCE, audience=audience),
        )
        _pills(_("Hoe?"), "desk_modes", labels.HOW, lambda mode: tally.count_ways(modes=frozenset({mode})))
        with st.container(key="desk_row", horizontal=True, vertical_alignment="bottom"):
            _pills(
                _("Wanneer?"),
                "desk_open",
                {"open": _("Nu open")},
                lambda _open: tally.count_ways(open_now=True),
                labelled=False,
            )
            with st.popover(_more_label(view)):
                _rest(catalogue, tally, today)


def _rest(catalogue: Catalogue, tally: Tally, today: date) -> None:
    themes = {t.id: written(t.label) for t in catalogue.vocabulary.themes}
    counts = {theme: tally.count(Filter.THEME, themes=frozenset({theme})) for theme in themes}
    st.multiselect(
        _("Thema's"),
        list(themes),
        format_func=lambda theme: counted(themes[theme], counts[theme]),
        placeholder=_(ANY),
        key="desk_themes",
    )
    _select(
        _("Taal"),
        "desk_language",
        {code: labels.spoken(code) for code in sorted(catalogue.languages, key=labels.spoken)},
        lambda code: tally.count(Filter.LANGUAGE, language=code),
    )
    _pills(
        _("Hoe verwijs je?"),
        "desk_referral",
        REFERRAL,
        lambda field: tally.count(Filter.REFERRAL, **(dict.fromkeys(REFERRALS, False) | {field: True})),
    )
    _admission(tally)
    asked: dict[str, Any] = dict.fromkeys(FLAGS, True) | dict.fromkeys(DAYS, a_year_before(today))
    _pills(_("Kost en zekerheid"), "desk_facts", FACTS, lambda fact: _with_fact(tally, fact, asked[fact]))
    st.html(note_html(_("Met een rolstoel: wie je kunt bellen, mailen of chatten, of waar je zeker binnen kunt.")))
    _pills(_("Langs welke weg?"), "desk_kinds", labels.KIND, lambda kind: tally.count_ways(kinds=frozenset({kind})))
    _select(_("Wie antwoordt?"), "desk_run_by", RUN_BY, lambda who: tally.count(Filter.RUN_BY, run_by=who))
    _organisation(catalogue, tally)
    how_far("desk_within")


def _admission(tally: Tally) -> None:
    """Whether the client will be taken: each choice with its count, and of how many no source says it."""
    with st.container(key="desk_admission"):
        for field in ADMISSION:
            _select(
                labels.ADMISSION[field],
                f"desk_{field}",
                {True: _("ja"), False: _("nee")},
                partial(_admitting, tally, field),
            )
        unknown = {Filter(field): tally.count_not_known(Filter(field), **{field: True}) for field in ADMISSION}
        if (said := nobody_says(unknown)) is not None:
            st.html(note_html(said))


def _with_fact(tally: Tally, fact: str, asked: Any) -> int:
    return tally.count(OF_FACT[fact], **{fact: asked}) if fact in OF_FACT else tally.count_ways(**{fact: asked})


def _admitting(tally: Tally, field: str, wanted: bool) -> int:
    return tally.count(Filter(field), **{field: wanted})


def _more_label(view: View) -> str:
    """'Meer filters', with how many of them are set."""
    query = view.query
    behind = (query.themes, query.language, query.kinds, query.run_by, query.organisation)
    flags = (getattr(query, field) for field in (*REFERRALS, *FLAGS, *DAYS))
    admission = (getattr(query, field) is not None for field in ADMISSION)
    number = sum(map(bool, (*behind, *flags, *admission)))
    return counted(_("Meer filters"), number) if number else _("Meer filters")


def _place(catalogue: Catalogue, gazetteer: Gazetteer, view: View, tally: Tally) -> None:
    offered = _offered(catalogue, gazetteer)
    counts = dict(zip(offered, tally.count_places(list(offered.values())), strict=True))
    with st.container(key="desk_place"):
        st.selectbox(
            _("Waar?"),
            list(offered),
            index=None,
            format_func=lambda name: (
                counted(place_name(name), counts[name]) if name in counts else name[:LONGEST_PLACE]
            ),
            accept_new_options=True,
            placeholder=_("Postcode of gemeente"),
            key="desk_where",
        )
        if not view.where:
            return
        answer = gazetteer.find_place(view.where)
        if (said := place_answer(view.where, answer)) is not None:
            st.html(note_html(said))
        for number, place in enumerate(answer.alternatives[:5]):
            other = _("Bedoel je {place}?", place=literal(choice(place)))
            st.button(other, key=f"desk_other_{number}", on_click=_take, args=(place.label,))


def _take(where: str) -> None:
    st.session_state["desk_where"] = where


@lru_cache(maxsize=2)
def _offered(catalogue: Catalogue, gazetteer: Gazetteer) -> dict[str, Place]:
    """The provinces, and the towns with most doors in order of the alphabet: each by a name that finds it."""
    doors = [p.municipality for p in catalogue.location.values() if p.role is Role.DOOR]
    towns = sorted(name for name, _number in Counter(doors).most_common(MOST_TOWNS))
    named = {name: gazetteer.find_place(name).best for name in (*(p.dutch for p in PROVINCES), *towns)}
    wanted = (PlaceKind.MUNICIPALITY, PlaceKind.PROVINCE)
    return {name: place for name, place in named.items() if place and place.kind in wanted}


def _organisation(catalogue: Catalogue, tally: Tally) -> None:
    counts = tally.count_organisations()
    chosen = st.session_state.get("desk_organisation")
    most = sorted(counts, key=lambda organisation: -counts[organisation])[:MOST_ORGANISATIONS]
    names = {o: catalogue.organisation[o].name for o in {*most, *([chosen] if chosen else [])}}
    _select(
        _("Organisatie"),
        "desk_organisation",
        {o: names[o] for o in sorted(names, key=lambda o: names[o].casefold())},
        lambda organisation: counts.get(organisation, 0),
    )


def _select(label: str, key: str, names: Mapping[T, str], count: Callable[[T], int]) -> None:
    counts = {value: count(value) for value in names}
    chosen = st.session_state.get(key)
    if chosen in counts:
        remember(key, counted(names[chosen], counts[chosen]), chosen)
    st.selectbox(
        label,
        list(names),
        index=None,
        placeholder=_(ANY),
        format_func=lambda value: counted(names[value], counts[value]),
        key=key,
    )


def _pills(label: str, key: str, names: Mapping[T, str], count: Callable[[T], int], *, labelled: bool = True) -> None:
    counts = {value: count(value) for value in names}
    st.pills(
        label,
        list(names),
        format_func=lambda value: literal(counted(names[value], counts[value])),
        selection_mode="multi",
        label_visibility="visible" if labelled else "collapsed",
        key=key,
    )
