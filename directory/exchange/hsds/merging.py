"""Bring what changed in a feed into a record that people edited here: a merge of three.

`before` is what the feed said last time, `here` what stands in the file, `there` what the feed says now. Where the
feed did not change, ours stays; where we did not change, theirs comes; where both did and differ, ours stays and it
is told. Records in a list go by their id, and other lists are one value.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from directory.exchange.hsds.mapping import Plain

Way = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both changed: the way to it, and what each says."""

    way: Way
    here: Any
    there: Any


def merged(before: Any, here: Any, there: Any) -> tuple[Any, tuple[Conflict, ...]]:
    """The record as it should be now, and what both changed; None stands for what is not there."""
    conflicts: list[Conflict] = []
    return _merged(before, here, there, (), conflicts), tuple(conflicts)


def _merged(before: Any, here: Any, there: Any, way: Way, conflicts: list[Conflict]) -> Any:
    if there in (here, before):
        return here
    if here == before:
        return there
    if isinstance(here, dict) and isinstance(there, dict):
        return _dicts(before if isinstance(before, dict) else {}, here, there, way, conflicts)
    if _are_records(here) and _are_records(there):
        known = _by_id(before) if _are_records(before) else {}
        both = _dicts(known, _by_id(here), _by_id(there), way, conflicts)
        return list(both.values())
    conflicts.append(Conflict(way, here, there))
    return here


def _dicts(before: Plain, here: Plain, there: Plain, way: Way, conflicts: list[Conflict]) -> Plain:
    """In our order, with what is new of theirs at the end; what came out as nothing is left out."""
    names = dict.fromkeys([*here, *there])
    values = {
        name: _merged(before.get(name), here.get(name), there.get(name), (*way, name), conflicts) for name in names
    }
    return {name: value for name, value in values.items() if value is not None}


def _are_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) and "id" in v for v in value)


def _by_id(records: list[Plain]) -> Plain:
    return {record["id"]: record for record in records}


def with_what_was_lost(before: Plain, there: Plain, hidden: Collection[str]) -> Plain:
    """What a feed says now of an organisation, with the records that it had before and that are missing.

    For a feed of which something could not be read: nobody knows then whether they are gone. `hidden` are the ids of
    locations that may not come back; those of who shelters people do not either.
    """
    services = _with_missing(before, there, "services")
    known = _by_id(before.get("services", []))
    whole = [
        service | _list("channels", _with_missing(known.get(service["id"], {}), service, "channels"))
        for service in services
    ]
    shelters = any(service.get("shelters") for service in services)
    locations = there.get("locations", []) if shelters else _with_missing(before, there, "locations")
    shown = [place for place in locations if place["id"] not in hidden]
    return there | _list("services", whole) | _list("locations", shown)


def _with_missing(before: Plain, there: Plain, name: str) -> list[Plain]:
    """The records in a list of theirs, and behind them those that are missing."""
    now = _by_id(there.get(name, []))
    missing = {identity: each for identity, each in _by_id(before.get(name, [])).items() if identity not in now}
    return [*now.values(), *missing.values()]


def _list(name: str, records: list[Plain]) -> Plain:
    """A field with these records; none of them is no field."""
    return {name: records} if records else {}
