"""How far each municipality is from a door, as a drawing: plain SVG that prints, moves nothing and asks nobody.

A planner looks at the whole country at once and takes it to a meeting, on paper and in black and white. So this is
no map to pan: borders where the basemap has those of municipalities, else a sign at each centre on the provinces;
each distance has a pattern, and as a sign a size or shape of its own, beside its colour. It is an image with its own
style inside, since the framework lets no SVG into a page.
"""

from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import geopandas as gpd
import shapely

from directory.finding.coverage import METRIC, Band, Nearest
from directory.geography.areas import FILE, municipal_areas
from directory.geography.basemap import Basemap
from directory.running import report
from directory.wording import coverage as words
from directory.wording.fragment import render

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

PROVINCES = "provinces.geojson"
UNIT_M = 100
"""Metres in a unit of the drawing: what is smaller cannot be seen on it."""
SIMPLER_M = 300
MARGIN = 40
KEY_FRAME, MIDDLE_OF_KEY, WHOLE_KEY = (0, 0, 60, 60), (30, 30), "M0 0h60v60h-60z"
RADIUS = {Band.NEAR: 15, Band.MIDDLE: 21, Band.FAR: 27, Band.FARTHER: 27, Band.NOWHERE: 24}
"""Of the signs at centres, in units: what is farther is larger."""


@dataclass(frozen=True, slots=True)
class Outlines:
    """What a basemap gives to draw on: municipalities by refnis, else provinces behind signs."""

    municipalities: dict[str, str]
    provinces: str
    frame: tuple[int, int, int, int] | None
    """Left, top, width and height in units; None when the basemap has neither."""
    attribution: str


def plan_html(basemap: Basemap, rows: Sequence[Nearest], says: str) -> str:
    """The drawing with its key; `says` is what it shows, for who cannot see it. Empty without municipalities."""
    if not rows:
        return ""
    outlines = _outlines(basemap)
    centres = _centres(rows)
    in_band: dict[Band, list[str]] = {band: [] for band in Band}
    for row, (x, y) in zip(rows, centres, strict=True):
        border = outlines.municipalities.get(row.municipality.refnis)
        in_band[row.band].append(border or _sign(row.band, x, y))
    signs = not outlines.municipalities
    swatch = {band: _sign(band, *MIDDLE_OF_KEY) if signs else WHOLE_KEY for band in Band}
    return render(
        "plan.html",
        says=says,
        drawing=_image(
            frame=outlines.frame or _around(centres),
            land=outlines.provinces,
            shapes=[(band, " ".join(paths)) for band, paths in in_band.items() if paths],
            signs=signs,
        ),
        key=[
            (
                _image(frame=KEY_FRAME, land="", shapes=[(band, swatch[band])], signs=signs),
                words.BAND[band],
                len(paths),
            )
            for band, paths in in_band.items()
            if paths
        ],
        attribution=outlines.attribution,
    )


def _image(**values: object) -> str:
    """An SVG as the address of an image that holds itself."""
    return f"data:image/svg+xml;base64,{b64encode(render('plan.svg', **values).encode()).decode()}"


@lru_cache(maxsize=2)
def _outlines(basemap: Basemap) -> Outlines:
    for read in (_municipalities, _provinces):
        try:
            found = read(basemap)
        except Exception as error:
            # Whatever is wrong with a file that somebody provides: without borders there are signs.
            report(error)
            continue
        if found:
            return found
    return Outlines({}, "", None, "")


def _municipalities(basemap: Basemap) -> Outlines | None:
    areas = municipal_areas(basemap.folder)
    if areas is None:
        return None
    simpler = areas.to_crs(METRIC).geometry.simplify_coverage(SIMPLER_M)
    paths = dict(zip(areas["refnis"], map(_path, simpler), strict=True))
    return Outlines(paths, "", _frame(simpler), _credit(basemap, FILE) or basemap.attribution)


def _provinces(basemap: Basemap) -> Outlines | None:
    if _credit(basemap, PROVINCES) is None:
        return None
    provinces = gpd.read_file(basemap.folder / PROVINCES)
    own = provinces[provinces["region"] != "WAL"].to_crs(METRIC).geometry.simplify_coverage(SIMPLER_M)
    return Outlines({}, " ".join(map(_path, own)), _frame(own), _credit(basemap, PROVINCES) or "")


def _credit(basemap: Basemap, file: str) -> str | None:
    """Who made this layer; None when the basemap has no such layer."""
    return next((layer.attribution for layer in basemap.layers if layer.file == file), None)


def _frame(shapes: gpd.GeoSeries) -> tuple[int, int, int, int]:
    left, bottom, right, top = (round(edge / UNIT_M) for edge in shapes.total_bounds)
    return left - MARGIN, -top - MARGIN, right - left + 2 * MARGIN, top - bottom + 2 * MARGIN


def _around(centres: Sequence[tuple[int, int]]) -> tuple[int, int, int, int]:
    xs, ys = zip(*centres, strict=True)
    return min(xs) - MARGIN, min(ys) - MARGIN, max(xs) - min(xs) + 2 * MARGIN, max(ys) - min(ys) + 2 * MARGIN


def _centres(rows: Sequence[Nearest]) -> list[tuple[int, int]]:
    points = [row.municipality.point for row in rows]
    at = gpd.GeoSeries(gpd.points_from_xy([p.lon for p in points], [p.lat for p in points]), crs="EPSG:4326")
    projected = at.to_crs(METRIC)
    return [_units(x, y) for x, y in zip(projected.x, projected.y, strict=True)]


def _units(x: float, y: float) -> tuple[int, int]:
    """Metres as units of the drawing, in which down is more."""
    return round(x / UNIT_M), round(-y / UNIT_M)


def _path(shape: "BaseGeometry") -> str:
    """The rings of a polygon or of several, as an SVG path of whole steps."""
    rings = shapely.get_rings(shapely.get_parts(shape))
    return "".join(_ring([_units(x, y) for x, y in ring.coords]) for ring in rings)


def _ring(points: list[tuple[int, int]]) -> str:
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(points)]
    moves = " ".join(f"{x} {y}" for x, y in steps[:-1] if (x, y) != (0, 0))
    return f"M{points[0][0]} {points[0][1]}l{moves}z" if moves else ""


def _sign(band: Band, x: int, y: int) -> str:
    """A disc that grows with the distance; a square beyond the last one; a cross where there is no door."""
    r = RADIUS[band]
    if band is Band.NOWHERE:
        arm, rest = r // 4, r - r // 4
        # Lying down it would look like the sign of a hospital.
        upper = f"l{arm} {-arm} {rest} {rest} {rest} {-rest} {arm} {arm} {-rest} {rest} {rest} {rest}"
        return f"M{x - r} {y - rest}{upper} {-arm} {arm} {-rest} {-rest} {-rest} {rest} {-arm} {-arm} {rest} {-rest}z"
    if band is Band.FARTHER:
        return f"M{x - r} {y - r}h{2 * r}v{2 * r}h{-2 * r}z"
    return f"M{x - r} {y}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0z"
