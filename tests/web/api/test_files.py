"""The open data as whole files."""

import csv
import io
from xml.etree import ElementTree as Xml

from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.profile import ATTRIBUTION
from directory.model.service import RunBy
from tests.web.api.conftest import SECRETS

ATOM = "{http://www.w3.org/2005/Atom}"
WHOLE = (
    "/api/services?full=true",
    "/api/organizations?full=true&full_service=true",
    "/api/service_at_locations?full=true",
    "/api/service_at_locations?format=ndjson&full=true",
    "/api/services?search=de",
    "/api/locations.geojson",
    "/api/services.csv",
    "/api/services.jsonld",
    "/api/changes.atom",
    "/api/find?in_person=true&place=9000",
    "/api/find?words=schuilplaats",
)


def to_send_to(catalogue):
    return [s for o in catalogue.organisations if not o.is_gone for s in o.services]


def test_every_public_place_with_a_point_is_on_the_map_once_longitude_first(client, shipped):
    found = client.get("/api/locations.geojson").json()
    places = {
        uuid_of("location", p.id): p
        for o in shipped.organisations
        if not o.is_gone
        for p in o.locations
        if p.point and not p.confidential
    }
    assert [feature["id"] for feature in found["features"]] == list(places)
    for feature in found["features"]:
        place = places[feature["id"]]
        assert feature["geometry"] == {"type": "Point", "coordinates": [place.lon, place.lat]}
        assert feature["properties"]["precision"] == place.precision
    services = {s for feature in found["features"] for s in feature["properties"]["services"]}
    assert services <= {uuid_of("service", s.id) for s in shipped.services}
    assert len(services) > 20
    assert found["attribution"] == list(ATTRIBUTION)
    assert [licence["name"] for licence in found["licenses"]] == ["CC-BY-4.0", "ODbL-1.0"]


def test_the_table_has_a_row_for_every_service_one_may_be_sent_to(client, shipped):
    answer = client.get("/api/services.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    expected = to_send_to(shipped)
    assert [row["Id"] for row in rows] == [uuid_of("service", s.id) for s in expected]
    assert {row["Dienst"] for row in rows} == {s.name for s in expected}
    assert all("CC BY 4.0" in row["Licentie"] for row in rows)
    awel = next(row for row in rows if row["Dienst"] == "Awel")
    assert "102" in awel["Bellen"]
    assert "chat" in awel["Online"]
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_only_what_government_runs_is_called_a_service_of_government(client, shipped):
    graph = client.get("/api/services.jsonld").json()["@graph"]
    kinds = {node["@id"]: node["@type"] for node in graph}
    dataset, *_ = graph
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert all(part in dataset["creditText"] for part in ATTRIBUTION)
    for service in to_send_to(shipped):
        is_public = service.run_by in (RunBy.GOVERNMENT, RunBy.POLICE)
        kind = kinds[f"urn:uuid:{uuid_of('service', service.id)}"]
        assert kind == ("GovernmentService" if is_public else "Service")
    assert "GovernmentService" in kinds.values()
    assert {node["provider"]["@id"] for node in graph if "provider" in node} <= set(kinds)


def test_a_description_in_linked_data_is_in_every_language_that_it_was_written_in(client, shipped):
    nodes = {node["@id"]: node for node in client.get("/api/services.jsonld").json()["@graph"]}
    for service in to_send_to(shipped):
        given, text = nodes[f"urn:uuid:{uuid_of('service', service.id)}"]["description"], service.description
        if isinstance(given, str):
            assert (given, None, None) == (text.nl, text.fr, text.en)
        else:
            said = {value["@language"]: value["@value"] for value in given}
            assert said == {name: value for name, value in text.model_dump().items() if value}


def test_the_feed_has_the_newest_sources_first_and_says_what_it_cannot_know(client):
    feed = Xml.fromstring(client.get("/api/changes.atom").content)
    entries = feed.findall(f"{ATOM}entry")
    dates = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    assert len(entries) == 100
    assert dates == sorted(dates, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == dates[0]
    assert "staat er niet in" in feed.findtext(f"{ATOM}subtitle", "")
    assert "CC BY 4.0" in feed.findtext(f"{ATOM}rights", "")
    ids = [entry.findtext(f"{ATOM}id", "") for entry in entries]
    assert len(set(ids)) == 100
    for entry in (entries[0], entries[-1]):
        link = entry.find(f"{ATOM}link").attrib["href"]
        assert client.get(link).json()["id"] == entry.findtext(f"{ATOM}id").removeprefix("urn:uuid:")


def test_nothing_tells_where_a_shelter_is_nor_what_stewards_noted(client, with_a_shelter):
    for path in WHOLE:
        answer = client.get(path)
        assert answer.status_code == 200
        for secret in (*SECRETS, uuid_of("location", "huis-geheimstraat")):
            assert secret not in answer.text, path
    # The shelter itself is there, with its municipality.
    (record,) = client.get("/api/services?full=true").json()["contents"]
    said = [channel.get("description") for channel in record["service_at_locations"]]
    assert "In Gent. Het adres is niet openbaar." in said
    assert "De Lijn" in client.get("/api/services.csv").text
    assert client.get("/api/locations.geojson").json()["features"] == []
    (row,) = client.get("/api/find?in_person=true&place=9000").json()
    assert (row["service"], row["location"], row["distance_km"]) == ("line", None, None)
