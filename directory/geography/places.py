"""Belgium by name: from what somebody types to a place, and from a postcode to its municipalities."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from io import StringIO
from pathlib import Path

import geopandas as gpd

from directory.geography.lookup import NameIndex
from directory.geography.names import folded, words
from directory.geography.place import Outcome, Place, PlaceAnswer, PlaceKind, Region
from directory.geography.provinces import PROVINCES, province
from directory.model.location import Point
from directory.plain_file import read_plain

__all__ = ["Gazetteer", "Outcome", "Place", "PlaceAnswer", "PlaceKind", "Region"]

_CODE = re.compile(r"(?<![0-9])(?:\b[Bb][Ee]?[ -]*)?([0-9]{4})(?![0-9])")
_MANY_TIMES = 5  # a place so many times larger than its namesakes is meant, unless somebody says otherwise
_ALTERNATIVES = 8
_MOST_WORDS = 12
_MOST_BYTES = 20_000_000  # of one file: fifty times the list of all places of Belgium


def _size_class(place: Place) -> int:
    return len(str(place.population or 0))


def _largest_first(place: Place) -> tuple[int, bool, int, str, str]:
    # Our visitors speak Dutch: of two places of one size class they mean the one in Flanders or Brussel.
    return -_size_class(place), place.region is Region.WAL, -(place.population or 0), place.name, place.refnis


class Gazetteer:
    """All places of a data folder. Build it with `read` and keep it: it never changes."""

    def __init__(self, places: list[Place], others: list[tuple[str, int]], foreign: list[str]) -> None:
        """`others`: further names, each with the index of its place; `foreign`: names of cities abroad."""
        self._places = places
        named = [(i, p) for i, p in enumerate(places) if p.kind is not PlaceKind.POSTCODE]
        self._official = NameIndex((n, i) for i, p in named for n in (p.name, p.name_fr) if n)
        self._other = NameIndex(others)
        self._any = self._official | self._other
        self._with_municipality: dict[str, set[int]] = defaultdict(set)
        for i, p in named:
            if p.kind is PlaceKind.VILLAGE:
                village = folded(p.name)
                for town in {folded(p.municipality), folded(p.municipality_fr)}:
                    self._with_municipality[village + town].add(i)
                    self._with_municipality[town + village].add(i)
        self._foreign = NameIndex((name, i) for i, name in enumerate(foreign))
        self._by_code: dict[str, list[Place]] = defaultdict(list)
        for p in places:
            if p.kind is PlaceKind.POSTCODE and p.postcode:
                self._by_code[p.postcode].append(p)

    @classmethod
    def read(cls, folder: Path) -> "Gazetteer":
        """The gazetteer of a folder with places.csv, former.csv and foreign.csv, as data/geo has them.

        Raises:
            OSError: a file is not there.
            ValueError, KeyError: it is not as data/geo/README.md describes it.
        """
        rows = _rows(folder / "places.csv")
        places = [_place(row) for row in rows]
        provinces = [province(names, places) for names in PROVINCES]
        seats = {p.refnis: i for i, p in enumerate(places) if p.kind is PlaceKind.MUNICIPALITY}
        others = [(name, i) for i, row in enumerate(rows) for name in row["also"].split("|")]
        others += [(name, len(places) + i) for i, names in enumerate(PROVINCES) for name in names.also]
        others += [(row["name"], seats[row["refnis"]]) for row in _rows(folder / "former.csv")]
        foreign = [row["name"] for row in _rows(folder / "foreign.csv")]
        return cls([*places, *provinces], others, foreign)

    def __iter__(self) -> Iterator[Place]:
        """Every place: municipalities, postcodes, villages."""
        return iter(self._places)

    @cached_property
    def frame(self) -> gpd.GeoDataFrame:
        """All places, a column per field of Place but `point`, geometry in EPSG:4326 (lon, lat)."""
        fields = [f for f in Place.__slots__ if f != "point"]
        columns = {f: [getattr(p, f) for p in self._places] for f in fields}
        points = gpd.points_from_xy([p.point.lon for p in self._places], [p.point.lat for p in self._places])
        return gpd.GeoDataFrame(columns, geometry=points, crs="EPSG:4326")

    def postcode_exists(self, code: str) -> bool:
        """True for a postcode of a place in Belgium; those of single large firms are not known here."""
        return code in self._by_code

    def municipalities_of(self, postcode: str) -> frozenset[str]:
        """Dutch names of today of every municipality in which a postcode lies; empty when there is none."""
        return frozenset(p.municipality for p in self._by_code.get(postcode, ()))

    def postcode_point(self, code: str) -> Point | None:
        """The middle of the largest village of a postcode."""
        return self._by_code[code][0].point if code in self._by_code else None

    def municipality(self, name: str) -> Place | None:
        """The municipality of this name, Dutch or French, of today or from before a merger."""
        for index in (self._official, self._other):
            found = [p for p in self._ranked(index.exact(name)) if p.kind is PlaceKind.MUNICIPALITY]
            if found:
                return found[0]
        return None

    def find_place(self, text: str) -> PlaceAnswer:
        """The place that somebody means with a postcode, a name or both. Never raises."""
        plain = unicodedata.normalize("NFKC", text or "")
        if not plain.strip():
            return PlaceAnswer(outcome=Outcome.EMPTY)
        codes = _CODE.findall(plain)
        name = _CODE.sub(" ", plain)
        if not codes:
            digits_only = folded(plain).isdigit()
            return PlaceAnswer(outcome=Outcome.NOT_BELGIUM) if digits_only else self._by_name(plain)
        here = [p for code in codes[:1] for p in self._by_code.get(code, ())]
        if not folded(name):
            return _answer(here) if here else PlaceAnswer(outcome=Outcome.NOT_BELGIUM)
        named = self._by_name(name)
        if named.outcome is Outcome.NOT_BELGIUM or (not here and named.best is None):
            return PlaceAnswer(outcome=Outcome.NOT_BELGIUM)
        if not here:
            mended = Outcome.CORRECTED if named.outcome is Outcome.FOUND else named.outcome
            return PlaceAnswer(outcome=mended, best=named.best, alternatives=named.alternatives)
        return _agree(codes[0], here, named)

    def is_name(self, key: str) -> bool:
        """True for the folded name of a place, alone or with its municipality."""
        return bool(self._any.exact_key(key)) or key in self._with_municipality

    def exactly(self, text: str) -> PlaceAnswer | None:
        """The place that is called just so, alone or with its postcode or municipality; None when there is none."""
        code = _CODE.search(text)
        name = _CODE.sub(" ", text)
        found = self._any.exact(name) or self._with_municipality.get(folded(name), set())
        if not found:
            return None
        answer = _answer(self._ranked(found))
        return _agree(code[1], self._by_code[code[1]], answer) if code and code[1] in self._by_code else answer

    def _by_name(self, text: str) -> PlaceAnswer:
        official = self._official.exact(text)
        if official:
            longer = self._longer_names(text, official)
            answer = _answer(self._ranked(official | longer))
            return replace(answer, outcome=Outcome.CHOOSE) if longer else answer
        # "Halle (Zoersel)" and "Zoersel Halle" tell which Halle.
        both = self._with_municipality.get(folded(text))
        if both:
            return _answer(self._ranked(both))
        if self._foreign.exact(text):
            return PlaceAnswer(outcome=Outcome.NOT_BELGIUM)
        spoken = self._other.exact(text)
        if spoken:
            return _answer(self._ranked(spoken))
        if len(folded(text)) >= 4:
            begun = self._any.beginning(text, inside=False) or self._any.beginning(text, inside=True)
            if begun:
                return _answer(self._ranked(begun), Outcome.CORRECTED)
        return self._mended(text)

    def _mended(self, text: str) -> PlaceAnswer:
        wrong, near = self._any.alike(text)
        wrong_abroad, _ = self._foreign.alike(text)
        if wrong_abroad < wrong:
            return PlaceAnswer(outcome=Outcome.NOT_BELGIUM)
        return _answer(self._ranked(near), Outcome.CORRECTED) if near else self._within(text)

    def _longer_names(self, text: str, exact: set[int]) -> set[int]:
        """Who says Heist may mean Heist-op-den-Berg: municipalities whose name begins with a village's."""
        homes = {self._places[n].municipality for n in exact}
        if any(self._places[n].kind is PlaceKind.MUNICIPALITY for n in exact):
            return set()
        typed = words(text)
        begun = self._official.beginning(text, inside=False)
        towns = {n for n in begun if self._places[n].kind is PlaceKind.MUNICIPALITY}
        longer = {n for n in towns if words(self._places[n].name)[: len(typed)] == typed}
        return {n for n in longer if self._places[n].municipality not in homes}

    def _within(self, text: str) -> PlaceAnswer:
        """A name between other words, "Gent centrum": the longest run of words that is one."""
        parts = words(text)
        if not 1 < len(parts) <= _MOST_WORDS:
            return PlaceAnswer(outcome=Outcome.UNKNOWN)
        runs = [parts[i:j] for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)]
        for run in sorted(runs, key=len, reverse=True):
            name = " ".join(run)
            found = self._any.exact(name) if len(name) >= 4 else set()
            if found:
                return _answer(self._ranked(found), Outcome.CORRECTED)
            if self._foreign.exact(name):
                return PlaceAnswer(outcome=Outcome.NOT_BELGIUM)
        return PlaceAnswer(outcome=Outcome.UNKNOWN)

    def _ranked(self, numbers: set[int]) -> list[Place]:
        return sorted((self._places[n] for n in numbers), key=_largest_first)


def _answer(ranked: list[Place], outcome: Outcome = Outcome.FOUND) -> PlaceAnswer:
    """The first of a ranked list, or a question when no one of them is clearly meant."""
    best, rest = ranked[0], tuple(ranked[1 : _ALTERNATIVES + 1])
    clear = not rest or (best.population or 0) >= _MANY_TIMES * max(rest[0].population or 1, 1)
    return PlaceAnswer(outcome=outcome if clear else Outcome.CHOOSE, best=best, alternatives=rest)


def _agree(code: str, here: list[Place], named: PlaceAnswer) -> PlaceAnswer:
    """Postcode and name together: the place that fits both, else a question."""
    both = [p for p in (named.best, *named.alternatives) if p and code in p.postcodes]
    if both:
        # "9050 Gent" is the part of Gent with that postcode, not the middle of Gent.
        part = [p for p in here if p.municipality == both[0].municipality]
        best = part[0] if both[0].kind is PlaceKind.MUNICIPALITY and part else both[0]
        return PlaceAnswer(outcome=Outcome.FOUND, best=best)
    if named.best is None or named.outcome is Outcome.CORRECTED:
        return _answer(here)
    others = (*here[1:], named.best, *named.alternatives)[:_ALTERNATIVES]
    return PlaceAnswer(outcome=Outcome.CHOOSE, best=here[0], alternatives=others)


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(read_plain(path, _MOST_BYTES).decode("utf-8"), newline="")))


def _place(row: dict[str, str]) -> Place:
    return Place(
        kind=PlaceKind(row["kind"]), postcode=row["postcode"] or None,
        postcodes=tuple(row["postcodes"].split()), name=row["name"], name_fr=row["name_fr"] or None,
        municipality=row["municipality"],
        municipality_fr=row["municipality_fr"], refnis=row["refnis"], province=row["province"] or None,
        region=Region(row["region"]), point=Point(lon=float(row["lon"]), lat=float(row["lat"])),
        population=int(row["population"]) if row["population"] else None,
    )  # fmt: skip
