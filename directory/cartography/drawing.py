"""From results to a map. The only place where latitude comes before longitude."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium

from directory.cartography.assets import drawn_layers, layer_url
from directory.cartography.elements import AreaShading, KeyBox, LocalMap, PanelBox, Pins, Ring, UrlLayer
from directory.geography.basemap import Basemap
from directory.model.location import Point

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

LatLon = tuple[float, float]
FLANDERS = Point(lon=4.2, lat=51.03)
FLANDERS_ZOOM = 8
SIMPLER_DEGREES = 0.002
"""How far a shaded border may stray from the true one: about 200 m, unseen up to zoom 11."""


class PinShape(StrEnum):
    """How sure a visitor may be of the place, and whether to come at all."""

    DOOR = "door"
    ROUGH_POSTCODE = "rough_postcode"
    ROUGH_MUNICIPALITY = "rough_municipality"
    OFFICE = "office"


class Sign(StrEnum):
    """What the key explains: three outlines of a door, a rough place, an office."""

    WALK_IN = "walk_in"
    APPOINTMENT = "appointment"
    OTHER = "other"
    ROUGH = "rough"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Pin:
    """One place of a result. Pressing it gives back its id, so ids are unique within a drawing."""

    id: str
    point: Point
    shape: PinShape
    glyph: str
    """The kind of door: a `channel.Kind`. Walk-in and appointment have an outline of their own."""
    number: int | None
    """The number of the card in the list, shown inside; without one the glyph is shown."""
    label: str
    """What a pointer or a screen reader is told, as plain text."""
    chosen: bool = False

    @property
    def sign(self) -> Sign:
        """The sign by which the key explains this pin."""
        if self.shape is PinShape.OFFICE:
            return Sign.OFFICE
        if self.shape is not PinShape.DOOR:
            return Sign.ROUGH
        return Sign(self.glyph) if self.glyph in (Sign.WALK_IN, Sign.APPOINTMENT) else Sign.OTHER


@dataclass(frozen=True, slots=True)
class Panel:
    """What can be reached from anywhere, as plain text: what stands out and what follows."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class MapTexts:
    """The words of the map's own controls, in one language; another language is another map."""

    name: str
    zoom_in: str
    zoom_out: str
    crowd: str
    """What a sign for several places says; {n} stands for how many."""
    language: str = "nl"
    direction: str = "ltr"
    """Where its lines begin: ltr or rtl."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Names of places that are others than in Dutch."""


@dataclass(frozen=True, slots=True)
class View:
    """Where the map looks, as st_folium wants it."""

    center: LatLon
    zoom: float


def draw_map(basemap: Basemap, texts: MapTexts) -> LocalMap:
    """The empty map: always the same script for the same arguments, so that a rerun never rebuilds it."""
    words = asdict(texts)
    words |= {"zoomIn": words.pop("zoom_in"), "zoomOut": words.pop("zoom_out")}
    drawn = LocalMap(list(_lat_lon(FLANDERS)), FLANDERS_ZOOM, words, f"Leaflet · {basemap.attribution}")
    for layer in drawn_layers(basemap):
        UrlLayer({"name": Path(layer.file).stem, "url": layer_url(basemap, layer)}).add_to(drawn)
    return drawn


def draw_results(
    pins: Sequence[Pin],
    *,
    ring: tuple[Point, float] | None = None,
    panel: Panel | None = None,
    key: Mapping[Sign, str] | None = None,
    areas: "Sequence[Point] | GeoDataFrame | None" = None,
) -> folium.FeatureGroup:
    """Everything that changes with a question, for `feature_group_to_add`.

    `ring` is the asked place and a radius in metres. `key` has a text for each sign; only signs that
    occur are explained. `areas` are centres of municipalities, or a frame of their polygons in WGS 84.
    """
    group = folium.FeatureGroup(name="results")
    if areas is not None and len(areas):
        AreaShading(_shading(areas)).add_to(group)
    if ring is not None:
        point, metres = ring
        Ring({"at": _lat_lon(point), "metres": round(metres)}).add_to(group)
    if pins:
        Pins([_row(pin) for pin in pins]).add_to(group)
    if panel is not None:
        PanelBox({"title": panel.title, "text": panel.text}).add_to(group)
    present = {pin.sign for pin in pins}
    if entries := [[sign, key[sign]] for sign in Sign if key and sign in key and sign in present]:
        KeyBox(entries).add_to(group)
    return group


def view_around(point: Point, metres: float, pixels: int = 340) -> View:
    """The view in which a ring of that radius in metres just fits in so many pixels; the map has half zooms.

    Web Mercator has 156,543 metres a pixel at zoom 0 on the equator, times the cosine of the latitude.
    """
    span = 2 * max(metres, 1) / pixels
    zoom = math.log2(156_543.034 * math.cos(math.radians(point.lat)) / span)
    return View(center=_lat_lon(point), zoom=max(7, min(14, math.floor(2 * zoom) / 2)))


def view_of_everything() -> View:
    """The view with which the map opens: Flanders and Brussels."""
    return View(center=_lat_lon(FLANDERS), zoom=FLANDERS_ZOOM)


def _lat_lon(point: Point) -> LatLon:
    """Leaflet's order, rounded to about a metre."""
    return (round(point.lat, 5), round(point.lon, 5))


def _row(pin: Pin) -> list[object]:
    return [*_lat_lon(pin.point), pin.shape, pin.glyph, pin.id, pin.number, pin.label, pin.chosen]


def _shading(areas: "Sequence[Point] | GeoDataFrame") -> dict[str, object]:
    if isinstance(areas, Sequence):
        return {"dots": [_lat_lon(point) for point in areas]}
    whole = areas.geometry.union_all().simplify(SIMPLER_DEGREES)
    shape = whole.__geo_interface__
    return {"shape": {"type": shape["type"], "coordinates": _rounded(shape["coordinates"])}}


def _rounded(coordinates: Any) -> Any:
    """Nested GeoJSON coordinates to about ten metres: what a simplified border deserves."""
    if isinstance(coordinates, float):
        return round(coordinates, 4)
    return [_rounded(part) for part in coordinates]
