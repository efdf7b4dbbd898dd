"""An organisation of ours out of our own profile: the other direction of `records.py`, by the same table."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from directory.exchange.hsds.channels import DIALLED
from directory.exchange.hsds.mapping import BY_LINK, TABLE, Plain, Row, Way, put
from directory.exchange.hsds.terms import OF_FIELD, field_term, term_id
from directory.model.channel import Kind, Mode

Slugs = dict[str, str]
"""Our ids of organisations and locations, by UUID."""


def slug_of(record: Plain, kind: str) -> str | None:
    """The id that we gave this record, None when it is not of our profile."""
    ours = field_term(kind, "id")
    return next((a.get("value") for a in _list(record, "attributes") if a.get("taxonomy_term_id") == ours), None)


def slugs_in(organisations: Iterable[Plain]) -> Slugs:
    """The ids of all organisations and of their locations."""
    found: Slugs = {}
    for record in organisations:
        for inner, kind in ((record, "organisation"), *((p, "location") for p in _list(record, "locations"))):
            if slug := slug_of(inner, kind):
                found[str(inner.get("id"))] = slug
    return found


def restored(organisation: Plain, services: Iterable[Plain], slugs: Slugs) -> Plain:
    """The organisation with its services and locations, as a file of ours has it."""
    plain = _facts(organisation, "organisation", slugs)
    plain["services"] = [_service(service, slugs) for service in services]
    plain["locations"] = [_facts(place, "location", slugs) for place in _list(organisation, "locations")]
    return plain


def _service(record: Plain, slugs: Slugs) -> Plain:
    plain = _facts(record, "service", slugs)
    plain["channels"] = [_facts(channel, "channel", slugs) for channel in _list(record, "service_at_locations")]
    return plain


def _facts(record: Plain, kind: str, slugs: Slugs) -> Plain:
    """The fields of a record: what an attribute says, else what HSDS has a place for."""
    told = dict(_told(record, kind))
    for row in TABLE[kind]:
        if row.field not in told and row.way is Way.COLUMN and record.get(row.place) is not None:
            told[row.field] = str(record[row.place]) if row.field == "founded" else record[row.place]
    for field, value in _SHAPES[kind](record, told, slugs):
        if field not in told and value is not None:
            told[field] = value
    plain: Plain = {}
    for field, value in told.items():
        put(plain, field, value)
    return plain


def _told(record: Plain, kind: str) -> Iterator[tuple[str, Any]]:
    """What the attributes of our profile say, field by field."""
    lists: dict[str, list[Any]] = {}
    for attribute in _list(record, "attributes"):
        row = BY_LINK[kind].get(str(attribute.get("link_type")))
        value = attribute.get("value")
        if row is None or value is None or attribute.get("taxonomy_term_id") != _term(kind, row, value):
            continue
        if row.many:
            lists.setdefault(row.field, []).append(_source(value) if row.field == "sources" else value)
        else:
            yield row.field, value
    yield from lists.items()


def _term(kind: str, row: Row, value: str) -> str:
    return term_id(OF_FIELD[row.field], value) if row.way is Way.TERM else field_term(kind, row.link)


def _source(value: str) -> Any:
    """A source as the record it is; what is no JSON stays as it stands, for the model to refuse."""
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return value


def _of_organisation(record: Plain, _told: Plain, slugs: Slugs) -> Iterator[tuple[str, Any]]:
    yield "parent", slugs.get(str(record.get("parent_organization_id")))


def _of_service(record: Plain, _told: Plain, _slugs: Slugs) -> Iterator[tuple[str, Any]]:
    yield "languages", [language.get("code") for language in _list(record, "languages")] or None
    yield "cost_eur", next((cost.get("amount") for cost in _list(record, "cost_options")), None)
    yield "service_area.names", [area.get("name") for area in _list(record, "service_areas")] or None


def _of_channel(record: Plain, told: Plain, slugs: Slugs) -> Iterator[tuple[str, Any]]:
    kind = str(told.get("kind"))
    location = record.get("location") or {}
    if kind in DIALLED:
        yield "value", next((phone.get("number") for phone in _list(record, "phones")), None)
    elif kind == Kind.EMAIL:
        yield "value", next((contact.get("email") for contact in _list(record, "contacts")), None)
    elif kind in (*Kind,) and Kind(kind).mode is Mode.ONLINE:
        yield "value", location.get("url")
    yield "location", slugs.get(str(record.get("location_id")))


def _of_location(record: Plain, told: Plain, _slugs: Slugs) -> Iterator[tuple[str, Any]]:
    address = next(iter(_list(record, "addresses")), {})
    first = address.get("address_1")
    if first is not None:
        number = told.get("number")
        yield "street", first.removesuffix(f" {number}") if number else first
    yield "box", address.get("address_2")
    yield "postcode", address.get("postal_code")
    yield "municipality", address.get("city")


_SHAPES: dict[str, Callable[[Plain, Plain, Slugs], Iterator[tuple[str, Any]]]] = {
    "organisation": _of_organisation,
    "service": _of_service,
    "channel": _of_channel,
    "location": _of_location,
}


def _list(record: Plain, name: str) -> list[Plain]:
    """The records in a list of a record; what is no record in it is passed by."""
    inner = record.get(name)
    return [each for each in inner if isinstance(each, dict)] if isinstance(inner, list) else []
