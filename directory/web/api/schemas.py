"""The forms of our answers as JSON Schema; those of HSDS follow the tables of the export."""

from typing import Any

from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.tables import CHILDREN, DATE, EMAIL, NUMBER, TABLES, TYPES, URI, Table
from directory.model.channel import Mode
from directory.model.organisation import Status
from directory.model.schedule import State
from directory.wording.messages import N_, _

_FORMATS = {URI: "uri", EMAIL: "email", DATE: "date"}
_ADDED = {"organization": {"services": "service"}}
"""What the API nests in a record and the export does not."""


def schemas() -> dict[str, Plain]:
    """Every schema by its name."""
    records = {table.name: _record(table) for table in TABLES}
    plain = {f"{table.name}_plain": _plain(table) for table in TABLES if table.name in CHILDREN}
    plain["service_at_location_plain"]["properties"]["location"] = _ref("location_plain")
    plain["organization_plain"]["properties"]["services"] = {"type": "array", "items": _ref("service")}
    records["service_at_location"]["properties"]["location"] = _ref("location")
    return records | plain | {"minimal": MINIMAL, "page": PAGE, "base": BASE, "row": said(ROW), "problem": PROBLEM}


def page_of(name: str, *, minimal: bool) -> Plain:
    """The schema of a page with records of this table."""
    forms = [_ref(f"{name}_plain"), _ref(name), *([_ref("minimal")] if minimal else [])]
    contents = {"type": "array", "items": {"anyOf": forms}}
    return {"allOf": [_ref("page")], "properties": {"contents": contents}, "required": ["contents"]}


def said(schema: Any) -> Any:
    """A schema with what it describes in the language that is spoken."""
    if isinstance(schema, list):
        return [said(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: _(value) if key == "description" else said(value) for key, value in schema.items()}


def _record(table: Table) -> Plain:
    """A record of a table, with all that is nested in it."""
    found = _plain(table)
    nested = CHILDREN.get(table.name, {}) | _ADDED.get(table.name, {})
    for name, child in nested.items():
        # Within an organisation its services may be plain.
        items = {"anyOf": [_ref(child), _ref(f"{child}_plain")]} if name == "services" else _ref(child)
        found["properties"][name] = {"type": "array", "items": items}
    return found


def _plain(table: Table) -> Plain:
    columns = table.columns.split()
    required = [column.rstrip("*") for column in columns if column.endswith("*")]
    properties = {field: _field(field) for field in table.fields}
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _field(name: str) -> Plain:
    if name == "id" or name.endswith("_id"):
        return {"type": "string", "format": "uuid"}
    kind = TYPES.get(name, "")
    if kind == NUMBER:
        return {"type": "number"}
    return {"type": "string"} | ({"format": _FORMATS[kind]} if kind else {})


def _ref(name: str) -> Plain:
    return {"$ref": f"#/components/schemas/{name}"}


def _object(required: tuple[str, ...], **properties: Any) -> Plain:
    return {"type": "object", "properties": properties, "required": list(required)}


_TEXT, _COUNT, _FLAG = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "boolean"}
_MAYBE = {"type": ["string", "null"]}
_TEXTS = {"type": "array", "items": _TEXT}
_ADDRESS = {"type": "string", "format": "uri"}
MINIMAL = _object(
    ("id",), id={"type": "string", "format": "uuid"}, modified_date={"type": "string", "format": "date"}
)
MINIMAL["additionalProperties"] = False
PAGE = _object(
    ("total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"),
    total_items=_COUNT,
    total_pages=_COUNT,
    page_number=_COUNT,
    size=_COUNT,
    first_page=_FLAG,
    last_page=_FLAG,
    empty=_FLAG,
)
BASE = _object(("version", "profile", "openapi_url"), version=_TEXT, profile=_ADDRESS, openapi_url=_ADDRESS)
ROW = _object(
    ("service", "organisation", "name", "modes", "open", "distance_km", "location", "reasons"),
    service=_MAYBE | {"description": N_("Ons id van de dienst; null voor een naam die hier geen dienst heeft.")},
    organisation=_TEXT | {"description": N_("Ons id van de organisatie.")},
    name=_TEXT,
    modes={"type": "array", "items": {"enum": [str(mode) for mode in Mode]}},
    open={"enum": [str(state) for state in State]},
    distance_km={"type": ["number", "null"], "description": N_("Van de gevraagde plaats tot de dichtste deur.")},
    location=_MAYBE
    | {"description": N_("Ons id van die deur; null als er geen is of niet iedereen haar mag kennen.")},
    other_doors=_COUNT,
    reasons=_TEXTS | {"description": N_("Waarom het erbij staat.")},
    status={"enum": [str(status) for status in Status]},
    successor=_MAYBE,
    today=_TEXTS | {"description": N_("Onze ids van wie dit vandaag doet.")},
)
PROBLEM = _object(
    ("type", "title", "status", "detail"),
    type=_TEXT,
    title=_TEXT,
    status={"type": "integer"},
    detail=_TEXT,
    errors={"type": "array", "items": _object(("name", "detail"), name=_TEXT, detail=_TEXT)},
)
