"""The same records as the tables of HSDS: a CSV file a table, and a datapackage.json that describes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TextIO

from directory.exchange.hsds.mapping import Plain

UUID, URI, EMAIL, NUMBER, DATE = "uuid", "uri", "email", "number", "date"
_EVERY = {"attributes": "attribute", "metadata": "metadata"}
CHILDREN: dict[str, dict[str, str]] = {
    "organization": {"locations": "location"} | _EVERY,
    "location": {"addresses": "address", "accessibility": "accessibility"} | _EVERY,
    "service": {
        "languages": "language",
        "cost_options": "cost_option",
        "service_areas": "service_area",
        "service_at_locations": "service_at_location",
    }
    | _EVERY,
    "taxonomy": {},
    "taxonomy_term": {},
    "service_at_location": {"phones": "phone", "contacts": "contact", "schedules": "schedule"} | _EVERY,
}
"""The lists inside the records of a table, and the table of what is in them."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of HSDS: its file, and the columns that we fill (a star marks those that are never empty)."""

    name: str
    file: str
    columns: str

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.rstrip("*") for column in self.columns.split())

    def resource(self) -> Plain:
        """The table as a Data Resource, with its columns and where their links lead."""
        fields = [_field(column) for column in self.columns.split()]
        links = [
            {"fields": name, "reference": {"resource": _named(self.name, target), "fields": "id"}}
            for name in self.fields
            if (target := LINKS.get(name))
        ]
        schema = {"fields": fields, "primaryKey": "id"} | ({"foreignKeys": links} if links else {})
        form = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
        profile = {"profile": "tabular-data-resource"}
        return {"name": self.name, "path": self.file, **form, **profile, "schema": schema}


TABLES = (
    Table(
        "organization",
        "organizations.csv",
        "id* name* alternate_name description* website year_incorporated parent_organization_id",
    ),
    Table(
        "service",
        "services.csv",
        "id* organization_id* name* description url email status* application_process fees_description "
        "eligibility_description minimum_age maximum_age assured_date alert",
    ),
    Table("service_at_location", "service_at_location.csv", "id* service_id* location_id* description"),
    Table(
        "location",
        "locations.csv",
        "id* location_type* url organization_id name description latitude longitude",
    ),
    Table(
        "address",
        "addresses.csv",
        "id* location_id address_1* address_2 city* state_province* postal_code* country* address_type*",
    ),
    Table("accessibility", "accessibility.csv", "id* location_id description"),
    Table("phone", "phones.csv", "id* service_at_location_id number* type"),
    Table("contact", "contacts.csv", "id* service_at_location_id email"),
    Table(
        "schedule",
        "schedules.csv",
        "id* service_at_location_id valid_from valid_to timezone freq byday description opens_at closes_at "
        "attending_type notes",
    ),
    Table("service_area", "service_areas.csv", "id* service_id name"),
    Table("language", "languages.csv", "id* service_id name code"),
    Table("cost_option", "cost_options.csv", "id* service_id* option currency amount"),
    Table("taxonomy", "taxonomies.csv", "id* name* description* uri"),
    Table(
        "taxonomy_term",
        "taxonomy_terms.csv",
        "id* code name* description* parent_id taxonomy language taxonomy_id",
    ),
    Table(
        "attribute",
        "attributes.csv",
        "id* link_id* taxonomy_term_id* link_type link_entity* value label",
    ),
    Table(
        "metadata",
        "metadata.csv",
        "id* resource_id* resource_type* last_action_date* last_action_type* field_name* previous_value* "
        "replacement_value* updated_by*",
    ),
)
TYPES = {
    "website": URI,
    "url": URI,
    "uri": URI,
    "email": EMAIL,
    "year_incorporated": NUMBER,
    "minimum_age": NUMBER,
    "maximum_age": NUMBER,
    "latitude": NUMBER,
    "longitude": NUMBER,
    "timezone": NUMBER,
    "amount": NUMBER,
    "assured_date": DATE,
    "valid_from": DATE,
    "valid_to": DATE,
    "last_action_date": DATE,
}
LINKS = {
    "organization_id": "organization",
    "parent_organization_id": "organization",
    "service_id": "service",
    "location_id": "location",
    "service_at_location_id": "service_at_location",
    "taxonomy_id": "taxonomy",
    "taxonomy_term_id": "taxonomy_term",
    "parent_id": "taxonomy_term",
}


def rows_of(table: str, record: Plain) -> Iterator[tuple[str, list[Plain]]]:
    """A record and all records inside it, by table."""
    yield table, [record]
    for name, child in CHILDREN[table].items():
        inner = record.get(name)
        if not inner:
            continue
        if child in CHILDREN:
            for each in inner:
                yield from rows_of(child, each)
        else:
            yield child, inner
    # A place that is physical stands with its organisation already.
    location = record.get("location")
    if location and location["location_type"] == "virtual":
        yield "location", [location]


class TableWriter:
    """One CSV file that grows (RFC 4180, lines end with a line feed)."""

    def __init__(self, table: Table, file: TextIO) -> None:
        """Begin with the names of the columns."""
        self._file = file
        self._fields = table.fields
        self._commas = len(self._fields) - 1
        # Three rows in four are attributes, and none of them leaves a column empty.
        self._whole = itemgetter(*self._fields) if table.name == "attribute" else None
        file.write(",".join(self._fields) + "\n")

    def write(self, records: list[Plain]) -> None:
        """Add rows; what the table has no column for is left to other tables.

        Python's `csv` looks at every sign of every cell, which takes as long as all the rest of an export.
        """
        lines = []
        for record in records:
            cells = self._whole(record) if self._whole else [str(record.get(name, "")) for name in self._fields]
            line = ",".join(cells)
            if line.count(",") != self._commas or '"' in line or "\n" in line or "\r" in line:
                line = ",".join(_cell(cell) for cell in cells)
            lines.append(f"{line}\n")
        self._file.writelines(lines)


def _cell(text: str) -> str:
    """A cell, between quotation marks when something in it would end it."""
    if "," in text or '"' in text or "\n" in text or "\r" in text:
        doubled = text.replace('"', '""')
        return f'"{doubled}"'
    return text


def _field(column: str) -> dict[str, Any]:
    name = column.rstrip("*")
    is_id = name == "id" or name.endswith("_id")
    kind = UUID if is_id else TYPES.get(name, "")
    described: dict[str, Any] = {"name": name}
    described |= {"type": kind} if kind in (NUMBER, DATE) else {"type": "string"}
    if kind in (UUID, URI, EMAIL):
        described["format"] = kind
    constraints = {"required": True} if column.endswith("*") else {}
    if name == "id":
        constraints["unique"] = True
    return described | ({"constraints": constraints} if constraints else {})


def _named(table: str, target: str) -> str:
    """How Data Package names the table that a link leads to: "" for the very same one."""
    return "" if target == table else target
