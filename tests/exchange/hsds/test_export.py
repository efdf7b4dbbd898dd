"""What stands where in an export."""

import json
from datetime import datetime, timedelta
from uuid import uuid5

import pytest

from directory.exchange.hsds.ids import NAMESPACE, uuid_of
from directory.exchange.hsds.mapping import BELOW, TABLE
from directory.exchange.hsds.profile import ATTRIBUTION, mapping_as_markdown, profile
from directory.exchange.hsds.withheld import withheld
from directory.model.channel import Channel, Kind, Mode
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.record import Record
from directory.model.service import Eligibility, Service, ServiceArea
from directory.model.text import Text
from directory.model.vocabulary import Vocabulary
from tests.examples import a_catalogue, a_channel, a_location, a_service, a_source, a_term, an_organisation
from tests.exchange.hsds.conftest import records
from tests.exchange.hsds.written import MOMENT, only, out, told

RECORDS = {"organisation": Organisation, "service": Service, "channel": Channel, "location": Location}
SHELTERED = {"street": "Geheimstraat", "number": "7", "lat": 51.05, "lon": 3.72, "precision": "address"}


def fields(model: type[Record], before: str = "") -> list[str]:
    """Every field of a record, by its way; those of a text or group one by one."""
    groups = (Text, Eligibility, ServiceArea)
    found = []
    for name, field in model.model_fields.items():
        inner = next((g for g in groups if g.__name__ in str(field.annotation)), None)
        if name not in BELOW:
            found += fields(inner, f"{name}.") if inner else [f"{before}{name}"]
    return found


@pytest.mark.parametrize("record", TABLE)
def test_the_mapping_has_every_field_of_ours_and_no_other(record):
    assert sorted(row.field for row in TABLE[record]) == sorted(fields(RECORDS[record]))


def test_the_profile_holds_the_mapping_and_the_attribution():
    assert mapping_as_markdown() in profile()
    assert all(f"- {line}" in profile() for line in ATTRIBUTION)


def test_our_uuids_are_those_that_python_makes():
    assert uuid_of("service", "awel-hulplijn") == str(uuid5(NAMESPACE, "service:awel-hulplijn"))
    assert uuid_of("term", "thema:éé🙂") == str(uuid5(NAMESPACE, "term:thema:éé🙂"))


def test_the_uuids_that_were_published_never_change():
    assert uuid_of("organisation", "awel") == "37c88b44-f6a5-5966-9555-4c709a3a1f1d"


def test_no_two_records_share_an_id_and_every_link_leads_somewhere(exported):
    seen: dict[str, str] = {}
    for file in sorted(exported.glob("*.csv")):
        for line in file.read_text(encoding="utf-8").splitlines()[1:]:
            identity = line.split(",")[0]
            if len(identity) == 36 and identity.count("-") == 4:
                assert identity not in seen, (file.name, seen[identity])
                seen[identity] = file.name
    terms = {term["id"] for term in records(exported, "taxonomy_terms")}
    for name in ("organizations", "services", "service_at_locations"):
        for record in records(exported, name):
            assert all(attribute["link_id"] in seen for attribute in record["attributes"])
            assert {attribute["taxonomy_term_id"] for attribute in record["attributes"]} <= terms


def test_the_same_catalogue_and_moment_give_the_same_bytes(tmp_path):
    catalogue = a_catalogue()
    one, other = out(catalogue, tmp_path / "one"), out(catalogue, tmp_path / "other")
    names = sorted(file.name for file in one.iterdir())
    assert names == sorted(file.name for file in other.iterdir())
    assert "services.json" in names
    assert all((one / name).read_bytes() == (other / name).read_bytes() for name in names)


def test_every_channel_is_a_service_at_location_and_only_visits_have_a_place(exported, shipped):
    channels = {uuid_of("channel", c.id): c for s in shipped.services for c in s.channels}
    written = records(exported, "service_at_locations")
    assert {record["id"] for record in written} == set(channels)
    hidden = withheld(shipped)
    for record in written:
        channel = channels[record["id"]]
        visited = channel.mode is Mode.IN_PERSON and channel.location is not None and channel.location not in hidden
        assert record["location"]["location_type"] == ("physical" if visited else "virtual")
        assert record["location"]["id"] == record["location_id"]


@pytest.mark.parametrize(
    ("kind", "value", "where"),
    [
        (Kind.PHONE, "+3280013500", lambda r: (r["phones"][0]["number"], r["phones"][0]["type"])),
        (Kind.SMS, "8640", lambda r: (r["phones"][0]["number"], r["phones"][0]["type"])),
        (Kind.EMAIL, "hallo@example.org", lambda r: r["contacts"][0]["email"]),
        (Kind.CHAT, "https://example.org/chat", lambda r: r["location"]["url"]),
        (Kind.CHAT, "https://example.org/gé", lambda r: (r["location"]["url"], told(r)["value"])),
        (Kind.EMAIL, "geen adres", lambda r: ("contacts" in r, told(r)["value"])),
        (Kind.OUTREACH, "https://example.org", lambda r: (r["location"]["location_type"], told(r)["value"])),
    ],
)
def test_a_channel_says_where_it_leads_in_the_place_that_is_for_it(tmp_path, kind, value, where):
    channel = a_channel(kind=kind, value=value)
    record = only(out(a_catalogue(an_organisation(services=[a_service(channels=[channel])])), tmp_path), LINES)
    expected = {
        "+3280013500": (value, "voice"),
        "8640": (value, "text"),
        "https://example.org/gé": ("https://example.org/g%C3%A9", [value]),
        "geen adres": (False, [value]),
        "https://example.org": ("virtual", [value]),
    }.get(value, value)
    assert where(record) == expected
    assert told(record)["channel"] == [kind.value]


LINES = "service_at_locations"


def test_a_line_of_a_house_has_hours_of_its_own_and_names_the_house(tmp_path):
    channel = a_channel(hours="Mo 09:00-12:00", location="house-gent")
    owner = an_organisation(services=[a_service(channels=[channel])], locations=[a_location()])
    record = only(out(a_catalogue(owner), tmp_path), LINES)
    assert [row["byday"] for row in record["schedules"]] == ["MO", "MO"]
    assert record["location"]["location_type"] == "virtual"
    assert told(record)["location"] == ["house-gent"]
    assert told(record)["hours"] == ["Mo 09:00-12:00"]


def test_notes_for_stewards_never_leave(tmp_path):
    secret = "enkel voor ons"
    owner = an_organisation(
        research_note=secret,
        services=[a_service(research_note=secret, channels=[a_channel(research_note=secret)])],
        locations=[a_location(research_note=secret)],
    )
    folder = out(a_catalogue(owner), tmp_path)
    assert not [file.name for file in folder.iterdir() if secret in file.read_text(encoding="utf-8")]


@pytest.mark.parametrize("decided", [{"confidential": True}, {}], ids=["confidential", "not decided"])
def test_a_hidden_place_leaves_with_its_municipality_only(tmp_path, decided):
    place = a_location(id="huis-geheimstraat", name="Huis De Eik", **SHELTERED | decided)
    visit = a_channel(id="line-door", kind="appointment", value="Geheimstraat 7", location=place.id)
    owner = an_organisation(services=[a_service(shelters=True, channels=[visit])], locations=[place])
    folder = out(a_catalogue(owner), tmp_path)
    text = "".join(file.read_text(encoding="utf-8") for file in folder.iterdir())
    for part in ("eheimstraat", "51.05", "3.72", "De Eik", uuid_of("location", place.id)):
        assert part not in text
    record = only(folder, LINES)
    assert record["description"] == "In Gent. Het adres is niet openbaar."
    assert record["location"]["location_type"] == "virtual"
    assert "locations" not in only(folder, "organizations")


def test_a_place_of_a_shelter_that_may_be_known_leaves(tmp_path):
    place = a_location(confidential=False)
    owner = an_organisation(services=[a_service(shelters=True)], locations=[place])
    written = only(out(a_catalogue(owner), tmp_path), "organizations")
    assert written["locations"][0]["addresses"][0]["address_1"] == "Veldstraat 1"
    assert told(written["locations"][0])["confidential"] == ["false"]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("active", "active"),
        ("unknown", "active"),
        ("closed", "defunct"),
        ("merged", "defunct"),
        ("renamed", "defunct"),
    ],
)
def test_an_organisation_that_is_gone_is_there_with_its_status(tmp_path, status, expected):
    owner = an_organisation(status=status, successor="later", also_known_as=["Vroeger", "Eerst"])
    folder = out(a_catalogue(owner), tmp_path)
    organisation, service = only(folder, "organizations"), only(folder, "services")
    assert told(organisation)["status"] == [status]
    assert told(organisation)["successor"] == ["later"]
    assert organisation["alternate_name"] == "Vroeger; Eerst"
    assert service["status"] == expected
    assert ("alert" in service) is (status == "unknown")


def test_only_what_was_compared_with_the_organisation_is_assured(tmp_path):
    checked = a_source(checked_on="2026-11-01", supports=["hours"])
    plain = only(out(a_catalogue(), tmp_path / "plain"), "services")
    assert "assured_date" not in plain
    assert "metadata" not in plain
    sure = only(
        out(a_catalogue(an_organisation(services=[a_service(sources=[checked])])), tmp_path / "sure"), "services"
    )
    assert sure["assured_date"] == "2026-11-01"
    (row,) = sure["metadata"]
    assert (row["last_action_type"], row["last_action_date"], row["field_name"]) == ("verify", "2026-11-01", "hours")
    assert json.loads(told(sure)["bron"][0])["checked_on"] == "2026-11-01"


def test_freshness_of_a_channel_is_that_of_the_source_of_its_hours(tmp_path):
    sources = [a_source(as_of="2020", supports=["hours"]), a_source(as_of="2026-10", supports=["value"])]
    channel = a_channel(hours="24/7", sources=sources)
    folder = out(a_catalogue(an_organisation(services=[a_service(channels=[channel])])), tmp_path)
    assert told(only(folder, LINES))["freshness"] == ["old"]
    assert told(only(folder, "services"))["freshness"] == ["fresh"]


def test_codes_of_open_eligibility_go_along_where_the_vocabulary_has_them(tmp_path):
    vocabulary = Vocabulary(themes=(a_term(open_eligibility="OE:1102"),))
    folder = out(a_catalogue(vocabulary=vocabulary), tmp_path)
    (attribute,) = [a for a in only(folder, "services")["attributes"] if a["link_type"] == "open_eligibility"]
    terms = {t["id"]: t for t in json.loads((folder / "taxonomy_terms.json").read_text(encoding="utf-8"))}
    assert terms[attribute["taxonomy_term_id"]]["code"] == "open-eligibility:OE:1102"


def test_a_second_export_replaces_the_first_and_leaves_nothing_unfinished(tmp_path):
    out(a_catalogue(an_organisation(), an_organisation(id="second", services=[])), tmp_path)
    out(a_catalogue(), tmp_path, datetime.fromisoformat("2026-12-01T00:00+01:00") + timedelta(days=1))
    assert only(tmp_path, "organizations")["name"] == "De Helpers"
    assert not list(tmp_path.glob("*.part"))


def test_an_empty_catalogue_is_an_empty_list(tmp_path):
    from directory.model.catalogue import Catalogue

    folder = out(Catalogue(), tmp_path, MOMENT)
    assert json.loads((folder / "services.json").read_text(encoding="utf-8")) == []
