"""Bring what changed in a feed into a record that people edited here: a merge of three.

`before` is what the feed said last time, `here` what stands in the file, `there` what the feed says now. Where the
feed did not change, ours stays; where we did not change, theirs comes; where both did and differ, ours stays and it
is told. Records in a list go by their id, and other lists are one value.
"""

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
