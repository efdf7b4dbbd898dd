"""The map beside the list: the same results, pressed or looked at."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import streamlit as st
from streamlit_folium import st_folium

from directory import settings
from directory.cartography.assets import basemap_in_use
from directory.cartography.drawing import (
    MapTexts,
    Panel,
    Sign,
    View,
    draw_map,
    draw_results,
    view_around,
    view_of_everything,
)
from directory.cartography.results import location_of, municipalities_served, pins, service_of
from directory.finding.query import Query
from directory.finding.results import Answer, Result
from directory.geography.areas import municipal_areas
from directory.geography.place import PlaceKind
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.location import Point
from directory.screens.parts.chosen import choose, pressed_door
from directory.screens.parts.view import go_to_list
from directory.wording.messages import N_, Words, _, kept_per_language, language, locale, place_name
from directory.wording.shell import map_name
from directory.wording.summary import reachable_anywhere

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

MAP = "kaart"
KEY = Words(
    {
        Sign.WALK_IN: N_("binnenlopen"),
        Sign.APPOINTMENT: N_("op afspraak"),
        Sign.OTHER: N_("andere deur"),
        Sign.ROUGH: N_("ongeveer hier"),
        Sign.OFFICE: N_("kantoor, bel eerst"),
    }
)
CLOSE_M = 1200.0
"""How much of the surroundings of a chosen door is shown, in metres."""


def take_pressed_pin() -> None:
    """Note which pin was pressed since the last run: its card comes up.

    The map keeps returning the last pin ever pressed, so only a new one counts.
    """
    returned = st.session_state.get(MAP) or {}
    pressed = (returned.get("last_active_drawing") or {}).get("properties")
    if pressed and pressed != st.session_state.get("pressed"):
        st.session_state["pressed"] = pressed
        choose(service_of(pressed["id"]), location_of(pressed["id"]))
        go_to_list()


def show_map(
    catalogue: Catalogue,
    gazetteer: Gazetteer,
    answer: Answer,
    query: Query,
    numbers: Mapping[str, int],
    chosen: Result | None,
) -> None:
    """Draw the answer; filtering replaces the pins only, the map itself stays."""
    results = (*answer.results, *answer.uncertain)
    drawn = pins(
        catalogue,
        results,
        numbers,
        chosen.service.id if chosen else None,
        pressed_door(),
    )
    anywhere = reachable_anywhere(results)
    group = draw_results(
        drawn,
        ring=(query.place.point, query.within_km * 1000) if query.place else None,
        panel=Panel(*anywhere) if anywhere else None,
        key=KEY,
        areas=_areas(gazetteer, chosen) if chosen and not _has_pin(chosen) else None,
    )
    view = _view(query, chosen)
    st_folium(
        draw_map(basemap_in_use(), _texts(gazetteer)),
        key=MAP,
        height=600,
        use_container_width=True,
        returned_objects=["last_active_drawing"],
        feature_group_to_add=group,
        center=view.center,
        zoom=view.zoom,
    )


@kept_per_language(maxsize=8)
def _texts(gazetteer: Gazetteer) -> MapTexts:
    towns = {place.name for place in gazetteer if place.kind is PlaceKind.MUNICIPALITY}
    return MapTexts(
        name=map_name(),
        zoom_in=_("Dichterbij"),
        zoom_out=_("Verder weg"),
        crowd=_("{n} plekken dicht bij elkaar: druk om dichterbij te kijken"),
        language=language(),
        direction=locale().text_direction,
        names={name: said for name in sorted(towns) if (said := place_name(name)) != name},
    )


def _has_pin(result: Result) -> bool:
    return any(door.location.point for door in result.doors)


def _areas(gazetteer: Gazetteer, chosen: Result) -> "Sequence[Point] | GeoDataFrame":
    municipalities = [place for place in gazetteer if place.kind is PlaceKind.MUNICIPALITY]
    served = municipalities_served(chosen.service.service_area, municipalities)
    borders = municipal_areas(settings.basemap_folder())
    if borders is None:
        return [place.point for place in served]
    return borders[borders["refnis"].isin({place.refnis for place in served})]


def _view(query: Query, chosen: Result | None) -> View:
    if chosen and chosen.doors:
        door = pressed_door()
        if not door and not query.place and len({d.location.id for d in chosen.doors}) > 1:
            return view_of_everything()
        location = next((d.location for d in chosen.doors if d.location.id == door), chosen.doors[0].location)
        if location.point:
            return view_around(location.point, CLOSE_M if location.is_exact else 4 * CLOSE_M)
    if query.place:
        return view_around(query.place.point, query.within_km * 1000)
    return view_of_everything()
