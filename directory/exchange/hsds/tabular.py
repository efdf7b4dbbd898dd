"""The tables of HSDS as nested records: every row inside the record that it belongs to."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from directory.exchange.hsds.mapping import Placed, Plain
from directory.exchange.rows import read_rows
from directory.plain_file import read_plain
from directory.store.problems import Problem, quoted

FILES = {
    "organization": ("organizations.csv", "organization.csv"),
    "service": ("services.csv", "service.csv"),
    "location": ("locations.csv", "location.csv"),
    "service_at_location": ("service_at_location.csv", "services_at_location.csv", "service_at_locations.csv"),
    "phone": ("phones.csv",),
    "contact": ("contacts.csv",),
    "address": ("addresses.csv",),
    "accessibility": ("accessibility.csv", "accessibility_for_disabilities.csv"),
    "schedule": ("schedules.csv",),
    "language": ("languages.csv",),
    "cost_option": ("cost_options.csv",),
    "service_area": ("service_areas.csv",),
    "required_document": ("required_documents.csv",),
    "funding": ("funding.csv",),
    "attribute": ("attributes.csv",),
    "metadata": ("metadata.csv",),
    "taxonomy_term": ("taxonomy_terms.csv",),
}
"""The names that each table goes by, when no datapackage.json says it."""
INSIDE = {
    "phone": ("phones", ("service_at_location_id", "contact_id", "location_id", "service_id", "organization_id")),
    "contact": ("contacts", ("service_at_location_id", "location_id", "service_id", "organization_id")),
    "address": ("addresses", ("location_id",)),
    "accessibility": ("accessibility", ("location_id",)),
    "schedule": ("schedules", ("service_at_location_id", "location_id", "service_id")),
    "language": ("languages", ("phone_id", "location_id", "service_id")),
    "cost_option": ("cost_options", ("service_id",)),
    "service_area": ("service_areas", ("service_at_location_id", "service_id")),
    "required_document": ("required_documents", ("service_id",)),
    "funding": ("funding", ("service_id", "organization_id")),
    "attribute": ("attributes", ("link_id",)),
    "metadata": ("metadata", ("resource_id",)),
}
"""In which list of a record the rows of a table stand, and the columns that may name that record."""

MOST_DESCRIPTION = 2_000_000
"""Bytes; that of HSDS itself, with every table and column, has 120,000."""

Row = tuple[Plain, str, int]


def read_description(folder: Path) -> Any:
    """What the datapackage.json of a folder says.

    Raises:
        OSError, ValueError: there is none that can be read.
    """
    return json.loads(read_plain(folder / "datapackage.json", MOST_DESCRIPTION).decode("utf-8-sig"))


def tables_in(folder: Path) -> dict[str, Path]:
    """The file of each table that is in this folder."""
    found = {table: folder / name for table, names in FILES.items() for name in names if (folder / name).is_file()}
    try:
        described = read_description(folder)
        named = {r["name"]: folder / r["path"] for r in described["resources"] if r["name"] in FILES}
    except (OSError, ValueError, KeyError, TypeError):
        named = {}
    return found | {table: file for table, file in named.items() if file.is_file() and file.parent == folder}


def nested_tables(folder: Path, problems: list[Problem]) -> Iterator[Row]:
    """Each organisation, service, location and service_at_location of a folder, with its file and line."""
    tables = {
        table: list(_rows(file, problems)) for table, file in tables_in(folder).items() if table != "taxonomy_term"
    }
    by_id: dict[str, Plain] = {}
    for rows in tables.values():
        for record, _, _ in rows:
            by_id.setdefault(str(record.get("id")), record)
    for table, (name, links) in INSIDE.items():
        for row in tables.get(table, ()):
            _put_inside(row, name, links, by_id, problems)
    for row in tables.get("service_at_location", ()):
        _put_inside(row, "service_at_locations", ("service_id",), by_id, problems)
        place = by_id.get(str(row[0].get("location_id")))
        if place:
            row[0]["location"] = place
    places = (row for row in tables.get("location", ()) if row[0].get("organization_id"))
    for row in places:
        # What one need not go to stands with its channel only.
        if row[0].get("location_type") != "virtual":
            _put_inside(row, "locations", ("organization_id",), by_id, problems)
    for table in ("organization", "service"):
        yield from tables.get(table, ())


def terms_in(folder: Path, problems: list[Problem]) -> list[Plain]:
    """The terms of the taxonomies of a folder of tables."""
    file = tables_in(folder).get("taxonomy_term")
    return [record for record, _, _ in _rows(file, problems)] if file else []


def _rows(file: Path, problems: list[Problem]) -> Iterator[Row]:
    """The rows of a table, without their empty cells."""
    table = read_rows(file)
    problems += table.problems
    for row in table.rows:
        yield Placed(row.cells, table.file, row.line), table.file, row.line


def _put_inside(
    row: Row, name: str, links: tuple[str, ...], by_id: dict[str, Plain], problems: list[Problem]
) -> None:
    record, file, line = row
    link = next((link for link in links if record.get(link)), None)
    owner = by_id.get(record[link]) if link else None
    if owner is not None:
        owner.setdefault(name, []).append(record)
        return
    what = f"{quoted(record[link])} is not there." if link else "It does not say what it belongs to."
    mend = "Add that record, or correct the link."
    problems.append(Problem(file, line, f"record {quoted(record.get('id', ''))}", link or links[0], what, mend))
