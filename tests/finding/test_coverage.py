"""How far it is to a door: measured right, by the rule of the search, whatever the catalogue holds."""

import io

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory import settings as app
from directory.finding.coverage import WITHIN_KM, Band, coverage, within
from directory.finding.reach import is_only_elsewhere
from directory.geography.distance import distance_m
from directory.geography.place import PlaceKind, Region
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.location import Point, Role
from directory.model.vocabulary import Vocabulary
from directory.store.files import read_catalogue
from directory.wording.coverage import coverage_file, coverage_table, sentence, within_table
from directory.wording.overview import as_csv
from tests.examples import a_catalogue, a_channel, a_location, a_place, a_service, a_term, an_organisation

SCALE = 1e-4
"""The projection stretches no length in Flanders by more than this part of it."""
SLACK_M = 0.01
THEMES = (a_term(id="school"), a_term(id="pesten", broader="school"), a_term(id="geld"))
GENT, AALST, HALLE, BRUSSEL, NAMEN = (
    a_place(
        name=name, municipality=name, refnis=code, province=province, region=region, point=Point(lon=lon, lat=lat)
    )
    for name, code, province, region, lon, lat in (
        ("Gent", "44021", "Oost-Vlaanderen", Region.VLG, 3.7174, 51.0543),
        ("Aalst", "41002", "Oost-Vlaanderen", Region.VLG, 4.0393, 50.9378),
        ("Halle", "23027", "Vlaams-Brabant", Region.VLG, 4.2374, 50.7339),
        ("Brussel", "21004", None, Region.BRU, 4.3517, 50.8466),
        ("Namen", "92094", "Namen", Region.WAL, 4.8675, 50.4669),
    )
)
FEW = Gazetteer([GENT, AALST, HALLE, BRUSSEL, NAMEN], [], [])


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return read_catalogue(app.ROOT / "data")[0]


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return Gazetteer.read(app.ROOT / "data" / "geo")


def a_house(name: str, lon: float = 3.72, lat: float = 51.05, **changes):
    """An organisation with one service, at one place where one can come."""
    place = {"id": f"{name}-place", "lon": lon, "lat": lat} | changes.pop("location", {})
    door = a_channel(id=f"{name}-door", kind="walk_in", value="kom binnen", location=place["id"])
    service = {"id": f"{name}-service", "themes": ["school"], "channels": [door]} | changes.pop("service", {})
    return an_organisation(
        id=name, name=name, services=[a_service(**service)], locations=[a_location(**place)], **changes
    )


def a_country(*houses) -> Catalogue:
    return a_catalogue(*houses, vocabulary=Vocabulary(themes=THEMES))


def distances(catalogue: Catalogue, theme: str | None = None, age: int | None = None, **more) -> dict[str, float]:
    found = coverage(catalogue, FEW, theme, age, **more)
    return {row.municipality.name: float("inf") if row.distance_m is None else row.distance_m for row in found.rows}


def test_every_municipality_of_flanders_and_brussels_is_there_once(shipped, places):
    rows = coverage(shipped, places, None, None).rows
    towns = [p for p in places if p.kind is PlaceKind.MUNICIPALITY and p.region is not Region.WAL]
    assert len(rows) == len(towns) == 304
    assert {row.municipality.refnis for row in rows} == {p.refnis for p in towns}


@pytest.mark.parametrize("theme", [None, "school", "verslaving"])
def test_the_distance_is_that_over_the_earth_to_the_nearest_door_that_counts(shipped, places, theme):
    rows = coverage(shipped, places, theme, None).rows
    themes = shipped.vocabulary.within(theme) if theme else None
    doors = [
        (service.service_area, place.point)
        for service in shipped.services
        if not shipped.owner(service).is_gone and (themes is None or themes & set(service.themes))
        for channel in service.channels
        if (place := shipped.door(channel))
        and channel.mode == "in_person"
        and place.role is Role.DOOR
        and place.point
    ]
    for row in rows[::20]:
        town = row.municipality
        nearest = min(distance_m(town.point, point) for area, point in doors if not is_only_elsewhere(area, town))
        assert row.distance_m == pytest.approx(nearest, rel=SCALE, abs=SLACK_M)
        assert distance_m(town.point, row.door.location.point) == pytest.approx(nearest, rel=2 * SCALE, abs=SLACK_M)


def test_the_farthest_come_first_and_who_has_no_door_before_them():
    only_brussels = {"service_area": {"level": "region", "names": ["Brussel"]}}
    rows = coverage(a_country(a_house("bij-ons", 4.35, 50.85, service=only_brussels)), FEW, None, None).rows
    assert [row.municipality.name for row in rows] == ["Aalst", "Gent", "Halle", "Brussel"]
    assert [row.band for row in rows] == [Band.NOWHERE] * 3 + [Band.NEAR]


def test_a_door_for_one_town_counts_for_its_neighbours_unless_asked_otherwise():
    own = {"service_area": {"level": "municipality", "names": ["Gent"]}}
    country = a_country(a_house("huis", service=own), a_house("ver", 4.24, 50.73, service={"id": "overal"}))
    assert distances(country)["Aalst"] == pytest.approx(distance_m(AALST.point, Point(lon=3.72, lat=51.05)), SCALE)
    strictly = distances(country, meant_only=True)
    assert strictly["Gent"] < 1000
    assert strictly["Aalst"] == pytest.approx(distance_m(AALST.point, Point(lon=4.24, lat=50.73)), SCALE)


def test_of_two_doors_at_one_place_the_first_in_the_catalogue_is_named():
    country = a_country(*(a_house(name) for name in ("tweede", "eerste", "derde")))
    assert {row.door.organisation.id for row in coverage(country, FEW, None, None).rows} == {"tweede"}


@pytest.mark.parametrize(
    ("changes", "hidden"),
    [({"role": "office"}, 0), ({"role": "seat"}, 0), ({"confidential": True}, 1), ({"lat": None, "lon": None}, 1)],
)
def test_where_one_cannot_come_or_whose_point_is_not_shown_nothing_is_measured(changes, hidden):
    found = coverage(a_country(a_house("huis", location=changes)), FEW, None, None)
    assert (found.doors, found.not_shown) == (0, hidden)
    assert all(row.distance_m is None for row in found.rows)


def test_who_stopped_and_who_is_only_called_has_no_door():
    stopped = a_house("weg", status="closed")
    called = an_organisation(id="lijn", services=[a_service(id="lijn-dienst", themes=["school"])])
    assert coverage(a_country(stopped, called), FEW, None, None).doors == 0


def test_a_theme_takes_in_the_narrower_ones_and_no_other():
    country = a_country(a_house("huis", service={"themes": ["pesten"]}))
    assert distances(country, "school")["Gent"] < 1000
    assert distances(country, "geld") == dict.fromkeys(("Gent", "Aalst", "Halle", "Brussel"), float("inf"))


@pytest.mark.parametrize("theme", ["geld", "bestaat-niet"])
def test_a_theme_without_any_door_is_said_in_a_sentence(theme):
    found = coverage(a_country(a_house("huis")), FEW, theme, None)
    assert {row.band for row in found.rows} == {Band.NOWHERE}
    assert "".join(sentence(found, "Geld", None)) == "Geen plek om langs te gaan voor ‘Geld’, alle leeftijden."
    assert within_table(within(found.rows, {}), people_known=False)[-1]["Gemeenten"] == "4 (100 %)"
    assert coverage_table(found.rows, None)[0]["Dichtste plek"] == "geen"


def test_an_age_that_nobody_takes_has_no_door():
    country = a_country(a_house("huis", service={"eligibility": {"min_age": 12, "max_age": 25}}))
    assert coverage(country, FEW, None, 12).doors == 1
    assert coverage(country, FEW, None, 120).doors == 0


def test_an_empty_catalogue_and_a_country_without_municipalities_give_an_answer():
    assert [row.distance_m for row in coverage(Catalogue(), FEW, None, None).rows] == [None] * 4
    nowhere = coverage(a_country(a_house("huis")), Gazetteer([], [], []), None, None)
    assert nowhere.rows == ()
    assert sentence(nowhere, None, None)[0] == "Geen gemeenten"
    assert within_table(within((), {}), people_known=True)[0]["Jongeren"] == "0"


POINTS = st.tuples(st.floats(2.5, 5.9), st.floats(50.68, 51.51))
AREAS = st.sampled_from(
    [("region", "Vlaanderen"), ("region", "Brussel"), ("province", "Oost-Vlaanderen"), ("municipality", "Halle")]
)
HOUSES = st.lists(st.tuples(POINTS, AREAS, st.sampled_from(["school", "pesten", "geld"])), max_size=6)


def built(houses) -> tuple:
    return tuple(
        a_house(f"h{n}", lon, lat, service={"themes": [theme], "service_area": {"level": level, "names": [name]}})
        for n, ((lon, lat), (level, name), theme) in enumerate(houses)
    )


@settings(max_examples=40, deadline=None)
@given(houses=HOUSES, more=HOUSES, meant_only=st.booleans())
def test_more_doors_never_make_a_municipality_farther(houses, more, meant_only):
    every = built([*houses, *more])
    few = distances(a_country(*every[: len(houses)]), meant_only=meant_only)
    many = distances(a_country(*every), meant_only=meant_only)
    assert all(many[name] <= few[name] for name in few)


@settings(max_examples=40, deadline=None)
@given(houses=HOUSES)
def test_a_filter_never_makes_a_municipality_nearer(houses):
    country = a_country(*built(houses))
    everything = distances(country)
    for filtered in (
        distances(country, "school"),
        distances(country, age=9),
        distances(country, meant_only=True),
    ):
        assert all(filtered[name] >= everything[name] for name in everything)


@settings(max_examples=40, deadline=None)
@given(houses=HOUSES, people=st.dictionaries(st.sampled_from(["44021", "41002", "23027"]), st.integers(0, 10**6)))
def test_everybody_is_counted_once_and_more_live_within_more_kilometres(houses, people):
    *near, rest = within(coverage(a_country(*built(houses)), FEW, None, None).rows, people)
    assert [row.km for row in near] == list(WITHIN_KM)
    assert [row.municipalities for row in near] == sorted(row.municipalities for row in near)
    assert near[-1].municipalities + rest.municipalities == 4
    assert near[-1].young_people + rest.young_people == sum(people.values())


def test_the_file_is_read_back_by_pandas_with_the_same_numbers(shipped, places):
    rows = coverage(shipped, places, "school", 15).rows
    people = {row.municipality.refnis: 1000 + n for n, row in enumerate(rows)}
    read = pd.read_csv(io.StringIO(as_csv(coverage_file(rows, people)).lstrip("\ufeff")), sep=";", decimal=",")
    assert read["NIS-code"].astype(str).tolist() == [row.municipality.refnis for row in rows]
    assert read["Afstand (km)"].tolist() == pytest.approx([row.distance_m / 1000 for row in rows], abs=0.00051)
    assert read["Jongeren"].tolist() == list(people.values())
    assert read["Gemeente"].tolist() == [row.municipality.name for row in rows]
