"""The question: what, how, where, now; and behind 'Meer' the rest."""

import streamlit as st

from directory.finding.query import DEFAULT_RADIUS_KM, LONGEST_QUESTION, RADII_KM, Query
from directory.geography.place import Place
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind
from directory.screens.parts.chosen import let_go
from directory.screens.parts.page import literal
from directory.wording import labels
from directory.wording.fragment import note_html
from directory.wording.messages import _, apart
from directory.wording.places import choice, place_answer
from directory.wording.written import language_of_facts, written

EMPTY: dict[str, object] = {
    "ask_words": "",
    "ask_themes": [],
    "ask_modes": [],
    "ask_where": "",
    "ask_open": [],
    "ask_more_themes": [],
    "ask_age": None,
    "ask_audience": None,
    "ask_kinds": [],
    "ask_language": None,
    "ask_within": DEFAULT_RADIUS_KM,
    "ask_free": False,
    "ask_anonymous": False,
    "ask_without_referral": False,
}
"""What each widget holds when nothing is asked."""
WHICH = "ask_which_"
"""What the key of the question which place was meant begins with."""


def clear() -> None:
    """Empty every field: the browser would keep the text of one that is only forgotten here."""
    st.session_state.update(EMPTY)
    let_go()
    st.session_state.pop("many", None)


def show_filters(catalogue: Catalogue, gazetteer: Gazetteer) -> Query:
    """Show every filter and give what is asked."""
    with st.container(key="ask"):
        words = st.text_input(
            _("Waarover?"),
            placeholder=_("Zeg het in je eigen woorden"),
            key="ask_words",
            max_chars=LONGEST_QUESTION,
            autocomplete="off",
        )
        themes = _theme_chips(catalogue)
        modes = st.segmented_control(
            _("Hoe?"), list(labels.HOW), format_func=labels.HOW.__getitem__, selection_mode="multi", key="ask_modes"
        )
        place = _place(gazetteer)
        with st.container(key="ask_row", horizontal=True, vertical_alignment="bottom"):
            open_now = bool(
                st.pills(
                    _("Wanneer?"),
                    ["open"],
                    format_func=lambda _open: _("Nu open"),
                    selection_mode="multi",
                    key="ask_open",
                    label_visibility="collapsed",
                )
            )
            with st.popover(_("Meer")):
                rest = _rest(catalogue)
    return Query(
        words=words,
        reads=language_of_facts(),
        place=place,
        modes=frozenset(modes),
        themes=frozenset(themes) | rest.themes,
        open_now=open_now,
        or_listens=open_now or bool(words.strip()),
        within_km=rest.within_km,
        kinds=rest.kinds,
        audience=rest.audience,
        age=rest.age,
        language=rest.language,
        free=rest.free,
        anonymous=rest.anonymous,
        without_referral=rest.without_referral,
    )


def _theme_chips(catalogue: Catalogue) -> list[str]:
    chips = {t.id: t for t in catalogue.vocabulary.chips}
    return st.pills(
        _("Thema's"),
        list(chips),
        format_func=lambda theme: literal(written(chips[theme].label)),
        selection_mode="multi",
        key="ask_themes",
        label_visibility="collapsed",
    )


def _place(gazetteer: Gazetteer) -> Place | None:
    with st.container(key="ask_place"):
        typed = st.text_input(
            _("Waar? (mag leeg blijven)"),
            placeholder=_("Postcode of gemeente"),
            key="ask_where",
            max_chars=80,
            autocomplete="off",
        )
        if not typed.strip():
            return None
        answer = gazetteer.find_place(typed)
        if (said := place_answer(typed, answer)) is not None:
            st.html(note_html(said))
        options = [p for p in (answer.best, *answer.alternatives) if p]
        if len(options) < 2:
            return answer.best
        # A key of its own for each text: a choice made for another text must not stick.
        return st.radio(
            _("Welke plek bedoel je?"),
            options[:6],
            format_func=lambda place: literal(apart(choice(place))),
            key=f"{WHICH}{hash(typed)}",
            horizontal=True,
        )


def _rest(catalogue: Catalogue) -> Query:
    vocabulary = catalogue.vocabulary
    # Not on the first screen: these can be read over a shoulder.
    harder = {t.id: t for t in vocabulary.discreet}
    themes = st.pills(
        _("Waarover nog?"),
        list(harder),
        format_func=lambda theme: literal(written(harder[theme].label)),
        selection_mode="multi",
        key="ask_more_themes",
    )
    age = st.number_input(_("Hoe oud?"), min_value=0, max_value=120, value=None, step=1, key="ask_age")
    audience = st.selectbox(
        _("Voor wie?"),
        [a.id for a in vocabulary.audiences],
        index=None,
        placeholder=_("maakt niet uit"),
        format_func=lambda audience: _audience_label(catalogue, audience),
        key="ask_audience",
    )
    kinds = st.pills(
        _("Langs welke weg?"),
        list(Kind),
        format_func=labels.KIND.__getitem__,
        selection_mode="multi",
        key="ask_kinds",
    )
    spoken = sorted(catalogue.languages, key=labels.spoken)
    language = st.selectbox(
        _("In welke taal?"),
        spoken,
        index=None,
        placeholder=_("maakt niet uit"),
        format_func=labels.spoken,
        key="ask_language",
    )
    within = how_far("ask_within")
    return Query(
        themes=frozenset(themes),
        age=age,
        audience=audience,
        kinds=frozenset(kinds),
        language=language,
        within_km=within,
        free=st.checkbox(_("Gratis"), key="ask_free"),
        anonymous=st.checkbox(_("Anoniem"), key="ask_anonymous"),
        without_referral=st.checkbox(_("Zonder doorverwijzing"), key="ask_without_referral"),
    )


def how_far(key: str) -> float:
    """The radius in km; the session holds it under this key."""
    # The slider takes its first stop, and sends that, when it is drawn later than its value was set, as in a panel
    # that was shut: so it is told its value each time.
    held = st.session_state.get(key, DEFAULT_RADIUS_KM)
    return float(st.select_slider(_("Hoe ver?"), RADII_KM, held, format_func=lambda km: apart(f"{km:g} km"), key=key))


def _audience_label(catalogue: Catalogue, audience: str) -> str:
    term = catalogue.vocabulary.audience(audience)
    return str(written(term.label)) if term else audience
