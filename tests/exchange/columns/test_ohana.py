"""Tables of HSDS 1 and of the Ohana API come in, linked as they are; what is broken costs itself and is told."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.exchange.columns.made import organisations, run, table, written

Tables = dict[str, list[dict[str, str]]]
OHANA: Tables = {
    "organizations.csv": [
        {"id": "1", "name": "Hulp Gent", "description": "Wij helpen.", "date_incorporated": "01/02/1970"}
    ],
    "locations.csv": [
        {"id": "1", "organization_id": "1", "name": "Het Huis", "languages": "Dutch, French", "virtual": "false"}
    ],
    "addresses.csv": [
        {
            "id": "1",
            "location_id": "1",
            "address_1": "Veldstraat 12a",
            "city": "Gent",
            "postal_code": "9000",
            "country": "BE",
        }
    ],
    "services.csv": [
        {
            "id": "1",
            "location_id": "1",
            "name": "Onthaal",
            "description": "Kom langs.",
            "service_areas": "Gent",
            "taxonomy_ids": "101",
            "status": "active",
            "fees": "Free",
        }
    ],
    "phones.csv": [
        {"id": "1", "location_id": "1", "number": "9 225 12 34", "country_prefix": "32", "number_type": "voice"},
        {"id": "2", "contact_id": "1", "number": "0800 13 500", "number_type": "voice"},
        {"id": "3", "service_id": "1", "number": "0800 13 501", "number_type": "fax"},
    ],
    "contacts.csv": [{"id": "1", "location_id": "1", "name": "An Peeters", "email": "hallo@example.org"}],
    "regular_schedules.csv": [
        {"id": "1", "location_id": "1", "weekday": "Monday", "opens_at": "9am", "closes_at": "4:30 PM"},
        {"id": "2", "location_id": "1", "weekday": "2", "opens_at": "09:00", "closes_at": "12:00"},
    ],
    "taxonomy.csv": [{"taxonomy_id": "101", "name": "Praten"}],
}


@pytest.fixture
def bring(tmp_path):
    def done(tables: Tables, *options: str, **how: str) -> Result:
        for name, rows in tables.items():
            table(tmp_path / "feed" / name, *rows, **how)
        arguments = (str(tmp_path / "feed"), str(tmp_path / "data"), "--source", "https://feed.example.org")
        return run("import", "ohana", *arguments, *options)

    return done


def changed(name: str, *rows: dict[str, str]) -> Tables:
    return OHANA | {name: [*OHANA.get(name, []), *rows]}


def only(folder: Path):
    return organisations(folder / "data")["hulp-gent"]


def test_tables_of_ohana_come_in_with_all_that_belongs_together(bring, tmp_path):
    done = bring(OHANA)
    assert done.exit_code == 0, done.stderr
    organisation = only(tmp_path)
    (service,) = organisation.services
    (place,) = organisation.locations
    assert organisation.founded == "1970"
    assert (service.themes, service.languages, service.cost_eur) == (("praten",), ("nl", "fr"), 0)
    assert (place.name, place.street, place.number, place.municipality) == ("Het Huis", "Veldstraat", "12a", "Gent")
    assert {(str(c.kind), c.value): c.hours for c in service.channels} == {
        ("appointment", "https://feed.example.org"): "Mo 09:00-16:30; Tu 09:00-12:00",
        ("phone", "+3292251234"): None,
        ("phone", "+3280013500"): None,
        ("email", "hallo@example.org"): None,
    }
    assert "Peeters" not in written(tmp_path / "data") + done.stderr
    assert "is a fax" in done.stderr


def test_tables_of_hsds_1_are_linked_by_services_at_location(bring, tmp_path):
    service = {"id": "1", "organization_id": "1", "name": "Onthaal", "description": "Kom.", "status": "active"}
    tables = OHANA | {
        "services.csv": [service],
        "services_at_location.csv": [{"id": "5", "service_id": "1", "location_id": "1"}],
        "service_taxonomy.csv": [{"id": "1", "service_id": "1", "taxonomy_id": "101"}],
        "languages.csv": [{"id": "1", "service_id": "1", "language": "English"}],
        "service_areas.csv": [{"id": "1", "service_id": "1", "service_area": "Gent"}],
    }
    done = bring(tables)
    assert done.exit_code == 0, done.stderr
    (found,) = only(tmp_path).services
    assert (found.themes, found.languages, found.service_area.names) == (("praten",), ("en",), ("Gent",))
    assert {c.location for c in found.channels if c.location} == {"hulp-gent-het-huis"}


def test_a_datapackage_says_which_file_is_which_and_how_it_is_cut(bring, tmp_path):
    tables = {name: rows for name, rows in OHANA.items() if name != "organizations.csv"}
    table(tmp_path / "feed" / "wie.csv", *OHANA["organizations.csv"], delimiter="^")
    resource = {"name": "organization", "path": "wie.csv", "dialect": {"delimiter": "^"}}
    (tmp_path / "feed" / "datapackage.json").write_text(json.dumps({"resources": [resource]}), encoding="utf-8")
    assert bring(tables).exit_code == 0
    assert only(tmp_path).name == "Hulp Gent"


BROKEN = [
    (
        "services.csv",
        {"id": "2", "location_id": "77", "name": "Los"},
        'services.csv line 3, service "Los", location_id: '
        'The location "77" is not there. Add it, or correct location_id.',
    ),
    (
        "services.csv",
        {"id": "1", "location_id": "1", "name": "Dubbel"},
        'services.csv line 3, service "Dubbel", id: '
        'The id "1" is there twice, and they differ. Keep one of the two; the first was read.',
    ),
    (
        "locations.csv",
        {"id": "1", "organization_id": "1", "name": "Dubbel"},
        'locations.csv line 3, location "Dubbel", id: '
        'The id "1" is there twice, and they differ. Keep one of the two; the first was read.',
    ),
    (
        "locations.csv",
        {"id": "2", "organization_id": "9", "name": "Los"},
        'locations.csv line 3, location "Los", '
        'organization_id: "9" is not there. Add that record, or correct the link.',
    ),
    (
        "phones.csv",
        {"id": "9", "number": "1"},
        'phones.csv line 5, phone "9", organization_id: '
        "It does not say what it belongs to. Add that record, or correct the link.",
    ),
    (
        "phones.csv",
        {"id": "9", "location_id": "1", "number": "bel ons"},
        'phones.csv line 5, location "Het Huis", phones '
        '(warning): "bel ons" is no number of a telephone. Write it as +32… or as a short code.',
    ),
    (
        "holiday_schedules.csv",
        {"id": "1", "location_id": "1", "closed": "true"},
        'location "Het Huis", holiday_schedules (warning): There is no place for it here (1).',
    ),
    ("vreemd.csv", {"a": "b"}, "vreemd.csv line 1 (warning): This is no table of HSDS 1: it was not read."),
    (
        "services.csv",
        {"id": "2", "location_id": "1", "name": "Extra", "audience": "Iedereen"},
        'services.csv line 3, service "Extra", audience (warning): There is no place for it here: "Iedereen".',
    ),
]


@pytest.mark.parametrize(("name", "row", "sentence"), BROKEN)
def test_what_is_broken_costs_itself_only_and_is_told_where_it_is(bring, tmp_path, name, row, sentence):
    done = bring(changed(name, row))
    assert sentence in done.stderr.replace(f"{tmp_path}/feed/", "")
    assert only(tmp_path).services[0].name == "Onthaal"
    assert {c.value for c in only(tmp_path).services[0].channels} >= {"+3292251234", "hallo@example.org"}


@pytest.mark.parametrize(
    "changes",
    [
        {"locations.csv": [OHANA["locations.csv"][0] | {"PhysicalAddressIsPrivate": "True"}]},
        {"services.csv": [OHANA["services.csv"][0] | {"description": "Emergency shelter for women."}]},
    ],
)
def test_nothing_of_a_hidden_place_is_written_or_told(bring, tmp_path, changes):
    done = bring(OHANA | changes)
    assert done.exit_code == 1
    assert "Veldstraat" not in written(tmp_path / "data") + done.stderr
    assert "locations.csv line 2" in done.stderr


def test_numbers_are_of_the_country_that_the_addresses_are_in(bring, tmp_path):
    address = OHANA["addresses.csv"][0] | {"city": "Chicago", "postal_code": "60601", "country": "United States"}
    phone = {"id": "1", "service_id": "1", "number": "(312) 555-0142"}
    bring(OHANA | {"addresses.csv": [address], "phones.csv": [phone]})
    assert "+13125550142" in {c.value for c in only(tmp_path).services[0].channels}


def test_one_list_with_the_names_of_hsds_is_read_too(tmp_path):
    row = {
        "Organization Name": "Hulp Gent",
        "service_name": "Onthaal",
        "description": "Kom.",
        "address_1": "Veldstraat 1",
        "city": "Gent",
        "country": "BE",
        "phone": "0800 13 500",
        "hours": "Mon-Fri 9am-5pm",
        "Fax": "0800 13 501",
        "PhysicalAddressIsPrivate": "no",
        "vreemd": "x",
    }
    file = table(tmp_path / "list.csv", row, encoding="latin-1", delimiter=";")
    done = run("import", "ohana", str(file), str(tmp_path / "data"), "--source", "https://a.be")
    assert done.exit_code == 0, done.stderr
    assert {c.value: c.hours for c in only(tmp_path).services[0].channels} == {
        "https://a.be": "Mo-Fr 09:00-17:00",
        "+3280013500": None,
    }
    assert only(tmp_path).locations[0].confidential is False
    assert "vreemd (warning): " in done.stderr


def test_what_is_no_feed_is_told(tmp_path):
    file = table(tmp_path / "list.csv", {"wat": "x"})
    done = run("import", "ohana", str(file), str(tmp_path / "data"))
    assert (done.exit_code, "No column has the name of an organisation or a service" in done.stderr) == (1, True)
    (tmp_path / "leeg").mkdir()
    assert (
        "There is no table of HSDS 1 in it." in run("import", "ohana", str(tmp_path / "leeg"), str(tmp_path)).stderr
    )
    wrong = run("import", "ohana", str(file), str(tmp_path), "--country", "Atlantis")
    assert (wrong.exit_code, "is no country" in wrong.stderr) == (2, True)


def test_holidays_that_close_a_place_stand_behind_its_hours(bring, tmp_path):
    christmas = {
        "id": "1",
        "location_id": "1",
        "closed": "true",
        "start_date": "2026-12-25",
        "end_date": "2026-12-26",
    }
    done = bring(OHANA | {"holiday_schedules.csv": [christmas, christmas | {"id": "2", "closed": "false"}]})
    assert done.exit_code == 0, done.stderr
    hours = {c.hours for c in only(tmp_path).services[0].channels if c.hours}
    assert hours == {"Mo 09:00-16:30; Tu 09:00-12:00; 2026 Dec 25-2026 Dec 26 off"}
    assert "holiday_schedules (warning): There is no place for it here (1)." in done.stderr


def test_holidays_of_a_service_hold_wherever_it_is(bring, tmp_path):
    closed = {"id": "1", "service_id": "1", "closed": "t", "start_date": "2026-12-31", "end_date": "2026-12-31"}
    done = bring(OHANA | {"holiday_schedules.csv": [closed]})
    hours = {c.hours for c in only(tmp_path).services[0].channels if c.hours}
    assert hours == {"Mo 09:00-16:30; Tu 09:00-12:00; 2026 Dec 31 off"}
    assert "holiday_schedules" not in done.stderr
