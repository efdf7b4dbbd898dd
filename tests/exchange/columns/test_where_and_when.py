"""Where a row is and when: a village is brought home, and hours go with what they are of or are told."""

from datetime import date
from pathlib import Path

import pytest

from directory.geography.places import Gazetteer
from directory.model.channel import Kind
from directory.model.organisation import Organisation
from directory.settings import ROOT
from directory.store.checks import check_folder
from directory.store.problems import Severity
from tests.exchange.columns.made import organisations, run, table, written

TODAY = date(2026, 11, 26)

MAPPING = """\
source: https://gids.example.org
columns:
  Naam: organisation name
  Wat: service description
  Tel: phone
  Mail: email
  Straat: street
  Postcode: postcode
  Gemeente: town
  Geheim: address hidden
  Open: hours
  Van: youngest age
  Tot: oldest age
  Thema: themes
"""
ROW = {
    "Naam": "Hulp Gent",
    "Wat": "Kom langs",
    "Straat": "Veldstraat 12",
    "Postcode": "9000",
    "Gemeente": "Gent",
    "Open": "ma-vr 9u-17u",
    "Thema": "praten",
}


@pytest.fixture
def bring(tmp_path):
    """Bring rows in: what is told, and the organisation that is there by then."""

    def done(*rows: dict[str, str]) -> tuple[str, Organisation]:
        file = table(
            tmp_path / "list.csv", *(dict.fromkeys(["Tel", "Mail", "Geheim", "Van", "Tot"], "") | r for r in rows)
        )
        (tmp_path / "list.yaml").write_text(MAPPING, encoding="utf-8")
        ran = run("import", "csv", str(file), str(tmp_path / "data"), "--mapping", str(tmp_path / "list.yaml"))
        return ran.stderr.replace(str(tmp_path), ""), organisations(tmp_path / "data")["hulp-gent"]

    return done


def refused(folder: Path) -> list[str]:
    """What check refuses of the records that were brought in."""
    problems = check_folder(folder / "data", Gazetteer.read(ROOT / "data" / "geo"), TODAY)
    return [str(p) for p in problems if p.record and p.severity is Severity.MUST_MEND]


def visit(organisation: Organisation):
    return next(c for s in organisation.services for c in s.channels if c.kind is Kind.APPOINTMENT)


@pytest.mark.parametrize("hidden", ["ja", "misschien"])
@pytest.mark.parametrize(
    ("town", "postcode", "note"),
    [
        ("Gent", "9000", "In Gent. Het adres is niet openbaar."),
        ("Ledeberg", "9050", "In Gent. Het adres is niet openbaar."),
        ("Ledeberg", "", "In Gent. Het adres is niet openbaar."),
        ("", "9050", "In Gent. Het adres is niet openbaar."),
        ("Nergens", "", "Het adres is niet openbaar."),
        ("Nergens", "9999", "Het adres is niet openbaar."),
    ],
)
def test_the_hours_of_a_hidden_place_stay_with_all_that_may_be_said_of_where_it_is(
    bring, tmp_path, hidden, town, postcode, note
):
    told, organisation = bring(ROW | {"Geheim": hidden, "Gemeente": town, "Postcode": postcode})
    channel = visit(organisation)
    assert (channel.hours, channel.hours_note.nl, channel.location) == ("Mo-Fr 09:00-17:00", note, None)
    assert not [secret for secret in ("Ledeberg", "Nergens", "Veldstraat") if secret in written(tmp_path / "data")]
    assert "Veldstraat" not in told


def test_a_row_without_a_town_lies_where_its_postcode_does(bring):
    told, organisation = bring(ROW | {"Gemeente": ""})
    assert organisation.locations[0].municipality == "Gent"
    assert visit(organisation).hours == "Mo-Fr 09:00-17:00"
    assert "Gemeente (warning): There is no town; Gent was taken, where its postcode lies. Look at it." in told


def test_the_hours_of_a_place_that_cannot_come_in_are_told(bring):
    told, organisation = bring(ROW | {"Gemeente": "", "Postcode": ""})
    assert organisation.locations == ()
    assert "Gemeente: There is no town. Add it; the location was not brought in." in told
    assert (
        'list.csv line 2, service_at_location "Hulp Gent", Open (warning): These are hours of nothing one can' in told
    )


def test_hours_of_a_service_that_one_can_only_write_to_are_told(bring):
    told, _ = bring(ROW | {"Straat": "", "Postcode": "", "Gemeente": "", "Mail": "a@b.be"})
    assert "Open (warning): These are hours of nothing one can reach. Add a phone or location." in told


@pytest.mark.parametrize(
    ("town", "postcode", "municipality", "place"),
    [
        ("Ledeberg", "9050", "Gent", "Ledeberg"),
        ("ledeberg", "", "Gent", "Ledeberg"),
        ("Halle", "2980", "Zoersel", "Halle"),
        ("Nevele", "9850", "Deinze", "Nevele"),
        ("Meulenhoek", "9050", "Gent", "Meulenhoek"),
    ],
)
def test_a_village_comes_in_as_part_of_its_municipality_and_check_has_nothing_against_it(
    bring, tmp_path, town, postcode, municipality, place
):
    told, organisation = bring(ROW | {"Gemeente": town, "Postcode": postcode})
    (location,) = organisation.locations
    assert (location.municipality, location.place) == (municipality, place)
    assert organisation.services[0].service_area.names == (municipality,)
    assert f'"{town}" is no municipality: it was taken as a village or quarter of {municipality}.' in told
    assert not [sentence for sentence in refused(tmp_path) if "municipality" in sentence or "area" in sentence]


@pytest.mark.parametrize(("town", "municipality"), [("Gent", "Gent"), ("Gand", "Gent"), ("Halle", "Halle")])
def test_a_municipality_comes_in_without_a_word(bring, town, municipality):
    told, organisation = bring(ROW | {"Gemeente": town, "Postcode": ""})
    assert (organisation.locations[0].municipality, organisation.locations[0].place) == (municipality, None)
    assert "Gemeente" not in told


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"Gemeente": "Nergens", "Postcode": ""}, 'Gemeente: There is no municipality "Nergens" in Belgium.'),
        ({"Gemeente": "Brugge"}, "Postcode: 9000 lies in Gent, not in Brugge."),
        ({"Postcode": "9999"}, 'Postcode (warning): "9999" is no Belgian postcode.'),
        ({"Van": "16", "Tot": "12"}, "Van: The ages are upside down: from 16 to 12."),
        ({"Thema": ""}, 'It has theme "niet-ingedeeld", which `check` refuses: choose one of ours.'),
        ({"Thema": "Xyz"}, "Choose a theme, or add it to the vocabulary: `check` refuses it until then."),
    ],
)
def test_what_check_would_refuse_is_told_with_its_row_and_column(bring, changes, sentence):
    told, _ = bring(ROW | changes)
    assert sentence in told
    assert "list.csv line 2, " in told


def test_ages_that_are_upside_down_shut_nobody_out(bring):
    _, organisation = bring(ROW | {"Van": "16", "Tot": "12"})
    limits = organisation.services[0].eligibility
    assert (limits.min_age, limits.max_age) == (None, None)


def test_rows_of_one_place_bring_all_their_numbers(bring):
    _, organisation = bring(ROW | {"Tel": "09 225 12 34"}, ROW | {"Tel": "09 225 12 35"})
    numbers = {c.value for s in organisation.services for c in s.channels if c.kind is Kind.PHONE}
    assert numbers == {"+3292251234", "+3292251235"}
