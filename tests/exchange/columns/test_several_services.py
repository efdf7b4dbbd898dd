"""A row with several services beside each other: each comes in as one of its own, and stays the same one."""

import pytest

from tests.exchange.columns.made import organisations, run, table

MAPPING = """\
source: https://gids.example.org
columns:
  Agency: organisation name
  Street: street
  Zip: postcode
  City: town
  Speaks: languages
services:
  - Service1: service name
    Phone1: phone
    Private1: phone hidden
    Open1: hours
  - Service2: service name
    Phone2: phone
    Private2: phone hidden
    Open2: hours
"""
SHARED = {"Agency": "Hulp Gent", "Street": "Veldstraat 12", "Zip": "9000", "City": "Gent", "Speaks": "Nederlands"}
FIRST = {"Service1": "Onthaal", "Phone1": "09 225 12 34", "Private1": "No", "Open1": "Mon-Fri 9am-5pm"}
SECOND = {"Service2": "Praatgroep", "Phone2": "09 225 12 35", "Private2": "No", "Open2": "Sat 10am-12pm"}
NOTHING = dict.fromkeys([*FIRST, *SECOND], "")


@pytest.fixture
def bring(tmp_path):
    """Bring rows in; what the command did, and the services that are there by then."""

    def done(*rows, mapping=MAPPING):
        file = table(tmp_path / "list.csv", *(SHARED | NOTHING | row for row in rows))
        (tmp_path / "list.yaml").write_text(mapping, encoding="utf-8")
        ran = run("import", "csv", str(file), str(tmp_path / "data"), "--mapping", str(tmp_path / "list.yaml"))
        found = organisations(tmp_path / "data") if (tmp_path / "data").exists() else {}
        return ran, [service for owner in found.values() for service in owner.services]

    return done


def numbers(service):
    return {c.value for c in service.channels if c.value.startswith("+")}


def test_each_service_has_its_own_columns_and_those_that_they_share(bring):
    ran, (first, second) = bring(FIRST | SECOND)
    assert ran.exit_code == 0, ran.stderr
    assert (first.name, numbers(first)) == ("Onthaal", {"+3292251234"})
    assert (second.name, numbers(second)) == ("Praatgroep", {"+3292251235"})
    assert first.languages == second.languages == ("nl",)
    assert {c.location for s in (first, second) for c in s.channels} == {"hulp-gent-gent"}
    assert {c.hours for c in second.channels if c.hours} == {"Sa 10:00-12:00"}


@pytest.mark.parametrize("filled", [FIRST, SECOND])
def test_an_empty_one_gives_no_service_also_when_it_says_that_its_number_is_not_hidden(bring, filled):
    ran, (only,) = bring({"Private1": "No", "Private2": "No"} | filled)
    assert ran.exit_code == 0, ran.stderr
    assert only.name in filled.values()


def test_a_service_keeps_its_id_when_its_neighbour_is_filled_in_or_emptied_or_it_moves(bring):
    moved = {"Service1": SECOND["Service2"], "Phone1": SECOND["Phone2"], "Private1": "No", "Open1": SECOND["Open2"]}
    seen = []
    for row in (SECOND, FIRST | SECOND, SECOND, moved):
        ran, services = bring(row)
        assert ran.exit_code == 0, ran.stderr
        seen += [{(s.id, tuple(c.id for c in s.channels)) for s in services if s.name == "Praatgroep"}]
    assert seen[0]
    assert all(found == seen[0] for found in seen)


def test_a_row_without_any_service_is_told(bring):
    ran, services = bring({})
    assert services == []
    assert "list.csv line 2 (warning): No service is filled in: the row gave none." in ran.stderr


def test_a_service_without_its_name_is_told_with_its_column_and_the_other_comes_in(bring):
    ran, (only,) = bring(FIRST | SECOND | {"Service2": ""})
    assert ran.exit_code == 1
    said = "list.csv line 2, Service2: It says something of this service, and not its name. Add it; the service was"
    assert said in ran.stderr
    assert only.name == "Onthaal"


def test_what_is_not_understood_is_told_with_the_column_of_its_own_service(bring):
    ran, _ = bring(FIRST | SECOND | {"Phone2": "bel ons", "Open2": "soms"})
    assert 'line 2, service_at_location "Praatgroep", Phone2 + Private2 (warning): "bel ons"' in ran.stderr
    assert 'line 2, service "Praatgroep", Open2 (warning): These hours are words' in ran.stderr
    assert "Phone1" not in ran.stderr
    assert "Open1" not in ran.stderr


WRONG = [
    ("  - Phone1: phone\n", 9, "None of these columns is the name of the service."),
    ("  - Service1: servce name\n", 9, '"servce name" is nothing that a column can be. Write "service name".'),
    ("  - Servise1: service name\n", 9, '"list.csv" has no column "Servise1". Write "Service1".'),
    ("  - Service1: service name\n    Agency: phone\n", 10, 'The column "Agency" is there twice.'),
    (
        "  - Service1: service name\n    Phone1: organisation website\n",
        10,
        '"organisation website" is nothing of one',
    ),
    ("  - Service1: service name\n    Phone1: languages\n    Open1: street\n    Phone2: town\n", 12, 'are "town"'),
    ("  - Service1: service name\n  - Service1: service name\n", 10, 'The column "Service1" is there twice.'),
    ("  - Service1: {is: service name, spilt: x}\n", 9, '"spilt" is not a field of a column. Write "split"'),
    ("  Service1: service name\n", 8, '"services" is not a list.'),
]


@pytest.mark.parametrize(("services", "line", "sentence"), WRONG)
def test_a_wrong_mapping_is_refused_with_its_line(bring, services, line, sentence):
    head = MAPPING.partition("  - ")[0]
    ran, _ = bring(FIRST, mapping=head + services)
    assert ran.exit_code == 2
    assert f"list.yaml line {line}" in ran.stderr
    assert sentence in ran.stderr


def test_services_without_an_organisation_are_refused(bring):
    ran, _ = bring(FIRST, mapping=MAPPING.replace("  Agency: organisation name\n", ""))
    assert ran.exit_code == 2
    assert "Nothing says which organisation the services of a row belong to." in ran.stderr
