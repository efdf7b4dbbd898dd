"""Somebody types where they are, and we understand, ask, or say that we do not know."""

import time
from pathlib import Path

import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.geography.names import folded
from directory.geography.place import Outcome, Place, PlaceKind, Region
from directory.geography.places import Gazetteer

GEO = Path(__file__).resolve().parents[2] / "data" / "geo"
GAZETTEER = Gazetteer.read(GEO)


@pytest.mark.parametrize(
    ("typed", "outcome", "label", "municipality"),
    [
        ("9050", Outcome.FOUND, "9050 Gentbrugge", "Gent"),
        ("ledeberg", Outcome.FOUND, "9050 Ledeberg", "Gent"),
        ("9050 Ledeberg", Outcome.FOUND, "9050 Ledeberg", "Gent"),
        ("Gent", Outcome.FOUND, "9000 Gent", "Gent"),
        ("Gand", Outcome.FOUND, "9000 Gent", "Gent"),
        ("Gent 9000", Outcome.FOUND, "9000 Gent", "Gent"),
        ("B-9000 Gent", Outcome.FOUND, "9000 Gent", "Gent"),
        ("Kerkstraat 12, 9000 Gent", Outcome.FOUND, "9000 Gent", "Gent"),
        ("\uff19\uff10\uff10\uff10", Outcome.FOUND, "9000 Gent", "Gent"),
        ("Gent centrum", Outcome.CORRECTED, "9000 Gent", "Gent"),
        ("sint niklaas", Outcome.FOUND, "9100 Sint-Niklaas", "Sint-Niklaas"),
        ("St-Niklaas", Outcome.FOUND, "9100 Sint-Niklaas", "Sint-Niklaas"),
        ("St. Niklaas", Outcome.FOUND, "9100 Sint-Niklaas", "Sint-Niklaas"),
        ("antwerpn", Outcome.CORRECTED, "2000 Antwerpen", "Antwerpen"),
        ("Gnet", Outcome.CORRECTED, "9000 Gent", "Gent"),
        ("Oudnaarde", Outcome.CORRECTED, "9700 Oudenaarde", "Oudenaarde"),
        ("Molenbeek", Outcome.FOUND, "1080 Sint-Jans-Molenbeek", "Sint-Jans-Molenbeek"),
        ("Schaerbeek", Outcome.FOUND, "1030 Schaarbeek", "Schaarbeek"),
        ("Ixelles", Outcome.FOUND, "1050 Elsene", "Elsene"),
        ("Laeken", Outcome.FOUND, "1020 Laken", "Brussel"),
        ("1050", Outcome.CHOOSE, "1050 Elsene", "Elsene"),
        ("1050 Brussel", Outcome.FOUND, "1050 Brussel", "Brussel"),
        ("Halle", Outcome.CHOOSE, "1500 Halle", "Halle"),
        ("Halle (Zoersel)", Outcome.FOUND, "2980 Halle", "Zoersel"),
        ("Hal", Outcome.FOUND, "1500 Halle", "Halle"),
        ("3700", Outcome.FOUND, "3700 Tongeren", "Tongeren-Borgloon"),
        ("Tongeren", Outcome.FOUND, "3700 Tongeren", "Tongeren-Borgloon"),
        ("Heist", Outcome.CHOOSE, "2220 Heist-op-den-Berg", "Heist-op-den-Berg"),
        ("Lille", Outcome.FOUND, "2275 Lille", "Lille"),
        ("Rijkel", Outcome.FOUND, "3840 Rijkel", "Tongeren-Borgloon"),
        ("Luik", Outcome.FOUND, "4000 Luik", "Luik"),
    ],
)
def test_what_people_type_is_understood(typed: str, outcome: Outcome, label: str, municipality: str) -> None:
    answer = GAZETTEER.find_place(typed)
    assert answer.best is not None
    assert (answer.outcome, answer.best.label, answer.best.municipality) == (outcome, label, municipality)


@pytest.mark.parametrize(
    "typed",
    ["0000", "9999", "75001", "Parijs", "Parij", "1000 Parijs", "Londen", "Amsterdam", "Amsterdm",
     "Rotterdam", "Rijsel", "Keulen", "Berlin", "Berlijn", "new york", "Paris France"],
)  # fmt: skip
def test_what_is_not_in_belgium_gets_no_belgian_village(typed: str) -> None:
    answer = GAZETTEER.find_place(typed)
    assert (answer.outcome, answer.best, answer.alternatives) == (Outcome.NOT_BELGIUM, None, ())


@pytest.mark.parametrize("typed", ["gnt", "😀", "ik weet het niet", "None", "q" * 10_000, "\x00\x07", "!?"])
def test_what_nobody_can_place_is_unknown(typed: str) -> None:
    assert GAZETTEER.find_place(typed).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("typed", ["", "  ", "\n\t", "\u00a0"])
def test_nothing_typed_is_not_an_error(typed: str) -> None:
    assert GAZETTEER.find_place(typed).outcome is Outcome.EMPTY


@pytest.mark.parametrize(
    ("typed", "homes"),
    [
        ("1050", ["Elsene", "Brussel"]),
        ("Halle", ["Halle", "Zoersel"]),
        ("Heusden", ["Heusden-Zolder", "Destelbergen"]),
        ("Nieuwerkerken", ["Nieuwerkerken", "Aalst"]),
        ("Woluwe", ["Sint-Lambrechts-Woluwe", "Sint-Pieters-Woluwe"]),
        ("9000 Brugge", ["Gent", "Brugge"]),
    ],
)
def test_a_name_of_several_places_asks_which_largest_first(typed: str, homes: list[str]) -> None:
    answer = GAZETTEER.find_place(typed)
    assert answer.outcome is Outcome.CHOOSE
    assert answer.best is not None
    assert [p.municipality for p in (answer.best, *answer.alternatives)] == homes


def test_a_large_place_wins_and_still_names_its_small_namesake() -> None:
    answer = GAZETTEER.find_place("Aalst")
    assert answer.outcome is Outcome.FOUND
    assert [p.municipality for p in answer.alternatives] == ["Sint-Truiden"]


@given(st.one_of(st.text(), st.text("0123456789 -BbGent()"), st.characters().map(lambda c: c * 50)))
def test_no_text_breaks_it(text: str) -> None:
    answer = GAZETTEER.find_place(text)
    GAZETTEER.municipality(text)
    assert (answer.best is None) == (answer.outcome in (Outcome.EMPTY, Outcome.UNKNOWN, Outcome.NOT_BELGIUM))
    assert answer.best not in answer.alternatives


@given(st.sampled_from([p for p in GAZETTEER if p.kind is not PlaceKind.POSTCODE]))
def test_every_place_is_found_by_its_own_name(place: Place) -> None:
    for name in (place.name, place.name_fr or place.name, place.name.upper(), place.name.replace("-", " ")):
        answer = GAZETTEER.find_place(name)
        assert answer.best is not None
        found = (answer.best, *answer.alternatives)
        same = {folded(n) for p in found for n in (p.name, p.name_fr) if n}
        assert folded(name) in same


def test_a_municipality_with_a_letter_too_few_is_nearly_always_understood() -> None:
    names = [p.name for p in GAZETTEER if p.kind is PlaceKind.MUNICIPALITY and len(p.name) > 5]
    slips = [(n, n[:i] + n[i + 1 :]) for n in names for i in range(1, len(n))]
    lost = [slip for name, slip in slips if name not in _offered(slip)]
    assert len(lost) < len(slips) / 100


def _offered(typed: str) -> set[str]:
    answer = GAZETTEER.find_place(typed)
    return {n for p in (answer.best, *answer.alternatives) if p for n in (p.name, p.municipality)}


def test_every_postcode_finds_itself() -> None:
    for code in {p.postcode for p in GAZETTEER if p.postcode}:
        answer = GAZETTEER.find_place(code)
        assert answer.best is not None
        assert answer.best.postcode == code
        assert GAZETTEER.postcode_exists(code)
        assert GAZETTEER.postcode_point(code) == answer.best.point
        assert answer.best.municipality in GAZETTEER.municipalities_of(code)


def test_every_place_lies_in_belgium_and_has_a_home() -> None:
    for place in GAZETTEER:
        assert 2.5 < place.point.lon < 6.45
        assert 49.45 < place.point.lat < 51.55
        assert (place.province is None) == (place.region is Region.BRU)
        if place.is_wide:
            assert len(place.postcodes) > 50
            continue
        assert place.postcode in place.postcodes
        home = GAZETTEER.municipality(place.municipality)
        assert home is not None
        assert home.refnis == place.refnis


def test_all_municipalities_of_2025_are_there() -> None:
    homes = [p for p in GAZETTEER if p.kind is PlaceKind.MUNICIPALITY]
    by_region = {r: sum(p.region is r for p in homes) for r in Region}
    assert by_region == {Region.VLG: 285, Region.BRU: 19, Region.WAL: 261}


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("Tongeren", "Tongeren-Borgloon"), ("Tongres", "Tongeren-Borgloon"),
        ("Borgloon", "Tongeren-Borgloon"), ("Bilzen", "Bilzen-Hoeselt"),
        ("Hoeselt", "Bilzen-Hoeselt"), ("Kortessem", "Hasselt"),
        ("Beveren", "Beveren-Kruibeke-Zwijndrecht"), ("Kruibeke", "Beveren-Kruibeke-Zwijndrecht"),
        ("Zwijndrecht", "Beveren-Kruibeke-Zwijndrecht"), ("Galmaarden", "Pajottegem"),
        ("Gooik", "Pajottegem"),
        ("Herne", "Pajottegem"), ("Moerbeke", "Lokeren"), ("Melle", "Merelbeke-Melle"),
        ("Merelbeke", "Merelbeke-Melle"), ("Ham", "Tessenderlo-Ham"), ("Tessenderlo", "Tessenderlo-Ham"),
        ("Meulebeke", "Tielt"), ("Ruiselede", "Wingene"), ("De Pinte", "Nazareth-De Pinte"),
        ("Nazareth", "Nazareth-De Pinte"), ("Wachtebeke", "Lochristi"), ("Borsbeek", "Antwerpen"),
        ("Bertogne", "Bastenaken"), ("Nevele", "Deinze"), ("Meeuwen-Gruitrode", "Oudsbergen"),
    ],
)  # fmt: skip
def test_the_name_from_before_a_merger_finds_the_municipality_of_today(former: str, today: str) -> None:
    found = GAZETTEER.municipality(former)
    assert found is not None
    assert found.name == today
    assert found.kind is PlaceKind.MUNICIPALITY


def test_a_village_is_no_municipality() -> None:
    assert GAZETTEER.municipality("Ledeberg") is None
    assert GAZETTEER.municipality("") is None


def test_a_postcode_knows_every_municipality_in_which_it_lies() -> None:
    assert GAZETTEER.municipalities_of("1050") == {"Elsene", "Brussel"}
    assert GAZETTEER.municipalities_of("3840") == {"Tongeren-Borgloon"}
    assert GAZETTEER.municipalities_of("0000") == frozenset()
    assert GAZETTEER.postcode_point("0000") is None


def test_the_frame_holds_every_place_with_its_point() -> None:
    frame = GAZETTEER.frame
    assert isinstance(frame, gpd.GeoDataFrame)
    assert frame.crs == "EPSG:4326"
    assert len(frame) == len(list(GAZETTEER))
    gent = frame[(frame["kind"] == "municipality") & (frame["name"] == "Gent")].geometry.iloc[0]
    assert (gent.x, gent.y) == pytest.approx((3.72, 51.05), abs=0.02)


def test_it_is_read_within_a_moment() -> None:
    begin = time.perf_counter()
    Gazetteer.read(GEO)
    assert time.perf_counter() - begin < 1  # 0.12 s alone; a busy machine may take longer
