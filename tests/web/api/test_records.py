"""The listings of HSDS: the records of the export, page by page, and what one may choose of them."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from starlette.testclient import TestClient

from directory.exchange.hsds.ids import uuid_of
from tests.exchange.hsds.conftest import records
from tests.exchange.hsds.test_standard import strict

LISTS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")
WHOLE = {"services": "&full=true", "organizations": "&full=true", "service_at_locations": "&full=true"}
PLAIN = {"services": "service", "organizations": "organization", "service_at_locations": "service_at_location"}


def pages(client: TestClient, name: str, asked: str = "", per_page: int = 100) -> Iterator[dict[str, Any]]:
    """Every page of a listing, until one says that it is the last."""
    for number in range(1, 1000):
        answer = client.get(f"/api/{name}?page={number}&per_page={per_page}{asked}")
        assert answer.status_code == 200, answer.text
        page = answer.json()
        yield page
        if page["last_page"]:
            return


def everything(client: TestClient, name: str, asked: str = "") -> list[dict[str, Any]]:
    return [record for page in pages(client, name, asked) for record in page["contents"]]


def ids(client: TestClient, name: str, asked: str = "") -> list[str]:
    return [record["id"] for record in everything(client, name, asked)]


@pytest.fixture(scope="module")
def found(client):
    """The whole records of each listing."""
    return {name: everything(client, name, WHOLE.get(name, "")) for name in LISTS}


@pytest.mark.parametrize("name", LISTS)
def test_a_listing_has_the_very_records_of_the_export_in_its_order(found, exported, name):
    given = [{k: v for k, v in r.items() if (name, k) != ("organizations", "services")} for r in found[name]]
    assert given
    assert given == records(exported, name)


@pytest.mark.parametrize("name", LISTS)
def test_a_record_by_its_id_is_the_whole_record(client, found, name):
    for record in (found[name][0], found[name][-1]):
        for identity in (record["id"], record["id"].upper()):
            assert client.get(f"/api/{name}/{identity}").json() == record


def test_an_organisation_names_its_services_and_gives_them_whole_when_asked(client, found):
    owner = next(o for o in found["organizations"] if len(o["services"]) > 1)
    services = {s["id"]: s for s in found["services"] if s["organization_id"] == owner["id"]}
    assert [s["id"] for s in owner["services"]] == list(services)
    whole = client.get(f"/api/organizations/{owner['id']}?full_service=true").json()
    assert whole["services"] == list(services.values())


@pytest.mark.parametrize("name", LISTS)
def test_without_full_a_listing_has_the_plain_fields_only(client, found, name):
    plain = {r["id"]: r for r in everything(client, name)}
    for record in found[name]:
        kept = {k: v for k, v in record.items() if not isinstance(v, list | dict)}
        given = plain[record["id"]]
        assert {k: v for k, v in given.items() if k != "location"} == kept
        assert not [v for v in given.get("location", {}).values() if isinstance(v, list | dict)]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("per_page", [3, 41, 100])
def test_the_pages_together_are_all_records_once_and_each_says_where_it_is(client, found, name, per_page):
    seen = list(pages(client, name, per_page=per_page))
    assert [r["id"] for page in seen for r in page["contents"]] == [r["id"] for r in found[name]]
    for number, page in enumerate(seen, start=1):
        assert page["page_number"] == number
        assert page["size"] == len(page["contents"]) <= per_page
        assert page["total_items"] == len(found[name])
        assert page["total_pages"] == len(seen)
        assert page["first_page"] == (number == 1)
        assert page["empty"] is False
    beyond = client.get(f"/api/{name}?page={len(seen) + 1}&per_page={per_page}").json()
    assert (beyond["empty"], beyond["last_page"], beyond["contents"]) == (True, True, [])


@pytest.mark.parametrize("name", LISTS)
def test_as_lines_it_is_all_records_at_once(client, found, name):
    answer = client.get(f"/api/{name}?format=ndjson{WHOLE.get(name, '')}")
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert [json.loads(line) for line in answer.text.splitlines()] == found[name]


def test_minimal_has_all_services_on_one_page_with_the_day_of_the_newest_source(client, shipped):
    page = client.get("/api/services?minimal=true").json()
    assert (page["total_pages"], page["size"]) == (1, len(shipped.services))
    dates = {record["id"]: record.get("modified_date") for record in page["contents"]}
    for service in shipped.services:
        newest = max((d for r in (service, *service.channels) if (d := r.newest())), default=None)
        assert dates[uuid_of("service", service.id)] == (newest.isoformat() if newest else None)


# Choosing


def holds(value: Any, terms: set[str]) -> bool:
    """True when one of these terms stands anywhere in a record."""
    if isinstance(value, list):
        return any(holds(each, terms) for each in value)
    if isinstance(value, dict):
        return value.get("taxonomy_term_id") in terms or any(holds(each, terms) for each in value.values())
    return False


@pytest.mark.parametrize("code", ["kanaal:chat", "thema:pesten", "doelgroep:ouders", "veld:service.anonymous"])
def test_a_term_chooses_what_has_it_itself_or_in_what_is_nested_in_it(client, found, code):
    term = next(t["id"] for t in found["taxonomy_terms"] if t["code"] == code)
    services = [r["id"] for r in found["services"] if holds(r, {term})]
    assert ids(client, "services", f"&taxonomy_term_id={term}") == services != []
    owners = {r["organization_id"] for r in found["services"] if r["id"] in services}
    assert owners <= set(ids(client, "organizations", f"&taxonomy_term_id={term}"))
    own = {r["id"]: {a["taxonomy_term_id"] for a in r["attributes"]} for r in found["services"]}
    channels = [r["id"] for r in found["service_at_locations"] if holds(r, {term}) or term in own[r["service_id"]]]
    assert ids(client, "service_at_locations", f"&taxonomy_term_id={term}") == channels != []


def test_a_taxonomy_chooses_what_has_any_of_its_terms(client, found):
    taxonomy = next(t["id"] for t in found["taxonomies"] if t["name"] == "Kanaal")
    terms = {t["id"] for t in found["taxonomy_terms"] if t["taxonomy_id"] == taxonomy}
    expected = [r["id"] for r in found["services"] if holds(r, terms)]
    assert ids(client, "services", f"&taxonomy_id={taxonomy}") == expected
    assert 0 < len(expected) < len(found["services"])
    assert set(ids(client, "taxonomy_terms", f"&taxonomy_id={taxonomy}")) == terms


def test_terms_are_chosen_by_the_one_above_them(client, found):
    child = next(t for t in found["taxonomy_terms"] if "parent_id" in t)
    expected = [t["id"] for t in found["taxonomy_terms"] if t.get("parent_id") == child["parent_id"]]
    assert ids(client, "taxonomy_terms", f"&parent_id={child['parent_id']}") == expected


def test_what_has_an_older_source_only_is_not_modified_after_a_day_and_what_is_not_dated_may_be(client, shipped):
    days = {r["id"]: r.get("modified_date") for r in client.get("/api/services?minimal=true").json()["contents"]}
    expected = [identity for identity, day in days.items() if day is None or day >= "2026-01-01"]
    assert ids(client, "services", "&modified_after=2026-01-01") == expected
    assert ids(client, "services", "&modified_after=2026-01-01T10:00:00%2B01:00") == expected
    assert 0 < len(expected) < len(days)
    assert None in days.values() or len(shipped.services) == len(days)


def test_every_word_of_a_search_must_begin_a_word_of_its_names_or_descriptions(client, found):
    awel = next(r["id"] for r in found["services"] if r["name"] == "Awel")
    assert awel in ids(client, "services", "&search=awel")
    assert awel in ids(client, "services", "&search=AW%C3%89L")
    assert ids(client, "services", "&search=wel+xyzzy") == []
    assert ids(client, "services", "&search=%21%21") == []


FILTERS = {
    "organization_id": st.sampled_from(["awel", "tele-onthaal", "sensoa"]).map(lambda i: uuid_of("organisation", i)),
    "taxonomy_term_id": st.sampled_from(["thema:luisterend-oor", "kanaal:chat", "kanaal:phone"]).map(
        lambda code: uuid_of("term", code)
    ),
    "taxonomy_id": st.sampled_from(["open-eligibility", "kanaal"]).map(lambda key: uuid_of("taxonomy", key)),
    "modified_after": st.sampled_from(["2024-01-01", "2026-06-01"]),
    "search": st.sampled_from(["praten", "jongeren", "hulp voor"]),
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.fixed_dictionaries({}, optional=FILTERS), name=st.sampled_from(["services", "service_at_locations"]))
def test_filters_together_choose_what_each_of_them_chooses(client, asked, name):
    each = [set(ids(client, name, f"&{key}={value}")) for key, value in asked.items()]
    together = ids(client, name, "".join(f"&{key}={value}" for key, value in asked.items()))
    assert together == [identity for identity in ids(client, name) if all(identity in some for some in each)]


# Shape


@pytest.mark.parametrize("form", ["plain", "whole"])
@pytest.mark.parametrize("name", LISTS)
def test_every_record_is_as_our_own_document_says(client, found, name, form):
    document = client.get("/api/openapi.json").json()
    table = document["paths"][f"/api/{name}/{{id}}"]["get"]["responses"]["200"]["content"]["application/json"]
    reference = table["schema"]["$ref"] + ("_plain" if form == "plain" else "")
    schema = {"$ref": reference, "components": document["components"]}
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    given = found[name] if form == "whole" else everything(client, name)
    assert [error.message for record in given for error in validator.iter_errors(record)] == []


@pytest.mark.parametrize("name", PLAIN)
def test_every_page_and_record_is_as_the_standard_says(client, found, specification, name):
    def standard(file: str) -> Draft202012Validator:
        text = (specification / "schema" / f"{file}.json").read_text(encoding="utf-8")
        return Draft202012Validator(strict(json.loads(text)), format_checker=FormatChecker())

    whole, plain = standard(PLAIN[name]), standard(f"{PLAIN[name]}_list")
    assert [e.message for record in found[name] for e in whole.iter_errors(record)] == []
    assert [e.message for record in everything(client, name) for e in plain.iter_errors(record)] == []
    text = (specification / "schema" / "openapi.json").read_text(encoding="utf-8")
    page = json.loads(text)["components"]["schemas"]["Page"]
    given = client.get(f"/api/{name}").json()
    assert set(given) == {*page["properties"], "contents"}
    Draft202012Validator(page).validate(given)


def test_the_beginning_says_which_standard_and_where_it_is_described(client):
    base = client.get("/api/").json()
    assert base["version"] == "3.1"
    assert client.get("/api").json() == base
    for address in (base["profile"], base["openapi_url"]):
        assert client.get(address).status_code == 200
