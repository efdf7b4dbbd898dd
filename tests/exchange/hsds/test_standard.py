"""What we write is HSDS 3.1 by its own schemas, and tables that a program for tables can read."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package, system
from frictionless import validate as validate_tables
from jsonschema import Draft202012Validator, FormatChecker

from tests.exchange.hsds.conftest import records

LISTS = {
    "service": "services",
    "organization": "organizations",
    "service_at_location": "service_at_locations",
}
AS_WE_FILL_IT = {"opens_at": "string", "closes_at": "string"}
"""The tables of the standard call these a time, and its text asks for a time with an offset, which is none there."""


def strict(schema: Any) -> Any:
    """The schema with no other fields than it names: a misspelled one is a fault."""
    if isinstance(schema, list):
        return [strict(inner) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {name: strict(inner) for name, inner in schema.items()}
    closed = {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else {}
    return changed | closed


def faults(schema: Any, found: list[dict[str, Any]]) -> Iterator[str]:
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for record in found:
        yield from (f"{error.json_path}: {error.message}" for error in validator.iter_errors(record))


@pytest.fixture(params=LISTS)
def schema(request: pytest.FixtureRequest, specification: Path) -> tuple[Any, str]:
    text = (specification / "schema" / f"{request.param}.json").read_text(encoding="utf-8")
    return json.loads(text), LISTS[request.param]


def test_every_record_is_valid_and_has_no_field_that_the_standard_does_not_know(schema, exported):
    found = records(exported, schema[1])
    assert found
    assert list(faults(schema[0], found)) == []
    assert list(faults(strict(schema[0]), found)) == []


def test_the_strict_schema_sees_a_misspelled_field_and_a_wrong_form(schema, exported):
    record = records(exported, schema[1])[0]
    assert list(faults(strict(schema[0]), [record | {"descripton": "x"}]))
    assert list(faults(schema[0], [record | {"id": "no uuid"}]))


def test_the_tables_are_read_without_a_fault(exported):
    with system.use_context(trusted=True):
        report = validate_tables(str(exported / "datapackage.json"))
    assert report.flatten(["title", "rowNumber", "fieldName", "note"]) == []
    assert report.valid
    assert report.stats["tasks"] == 16


def test_a_link_that_leads_nowhere_would_be_seen(exported, tmp_path):
    for file in exported.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    services = (tmp_path / "services.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "services.csv").write_text("".join(services[:-1]), encoding="utf-8")
    with system.use_context(trusted=True):
        report = validate_tables(str(tmp_path / "datapackage.json"))
    assert not report.valid


def test_the_tables_and_their_columns_are_those_of_the_standard(specification):
    theirs = json.loads((specification / "schema" / "datapackage.json").read_text(encoding="utf-8"))
    known = {r["name"]: r for r in theirs["resources"]}
    from directory.exchange.hsds.tables import TABLES

    for table in TABLES:
        resource = known[table.name]
        columns = {f["name"]: f for f in resource["schema"]["fields"]}
        assert resource["path"] == table.file
        assert set(table.fields) <= set(columns)
        required = {name for name, column in columns.items() if column.get("constraints", {}).get("required")}
        assert required <= set(table.fields), table.name
        for field in table.resource()["schema"]["fields"]:
            theirs_type = columns[field["name"]]["type"]
            assert field["type"] == AS_WE_FILL_IT.get(field["name"], theirs_type), field["name"]


def test_the_package_names_its_licences_and_who_made_it(exported):
    package = Package(str(exported / "datapackage.json"))
    assert [licence["name"] for licence in package.licenses] == ["CC-BY-4.0", "ODbL-1.0"]
    readme = (exported / "README.md").read_text(encoding="utf-8")
    assert package.sources
    assert all(source["title"] in readme for source in package.sources)
