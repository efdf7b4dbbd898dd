"""A feed of HSDS as its organisations and services, whatever form it came in.

A file of JSON (one record, a list, an API page with its `contents`, or one record a line), a folder of such files, or
a folder of tables. What cannot be read is told; the rest is read.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from directory.exchange.hsds.mapping import Placed, Plain, link_of
from directory.exchange.hsds.tabular import nested_tables, tables_in, terms_in
from directory.exchange.hsds.texts import files_in, read_text
from directory.store.problems import Problem, Severity, quoted

PAGE = "contents"
LISTS = ("organizations", "services", "service_at_locations", "locations", "taxonomies", "taxonomy_terms")
TERMS = "taxonomy_terms.json"
NOT_RECORDS = ("datapackage.json", "taxonomies.json", TERMS)


@dataclass(frozen=True, slots=True)
class Found:
    """A record of a feed and where it stands."""

    record: Plain
    file: str
    line: int
    called: str = ""
    """The record around it."""
    columns: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """What the file itself calls a field of a record, when it is not what HSDS calls it."""

    def inside(self, record: Plain) -> "Found":
        """A record inside this one, which may stand in a place of its own."""
        place = record if isinstance(record, Placed) else self
        return Found(record, place.file, place.line, str(self.record.get("name") or self.called), self.columns)

    def problem(self, kind: str, name: str, what: str, mend: str, severity: Severity = Severity.WARNING) -> Problem:
        """A problem with this record, in a field of it."""
        # Who wrote a table by other names did not write our ids.
        called = self.record.get("name") or (not self.columns and self.record.get("id")) or self.called
        column = self.columns.get((kind, name), name)
        return Problem(self.file, self.line, f"{kind} {quoted(called)}", column, what, mend, severity)


@dataclass(slots=True)
class Feed:
    """The records of a feed by their id, and what is wrong with them."""

    organisations: dict[str, Found] = field(default_factory=dict)
    services: dict[str, Found] = field(default_factory=dict)
    reached: dict[str, Found] = field(default_factory=dict)
    locations: dict[str, Found] = field(default_factory=dict)
    terms: dict[str, Plain] = field(default_factory=dict)
    """Terms of the taxonomies that the feed brings along, by their id."""
    problems: list[Problem] = field(default_factory=list)

    def add(self, found: Found) -> None:
        """Take in a record, and the organisation, services and channels inside it."""
        record = found.record
        kind = _kind(record)
        into = {
            "organisation": self.organisations,
            "service": self.services,
            "service_at_location": self.reached,
            "location": self.locations,
        }.get(kind)
        if into is None:
            what = "It is no organisation, service or service at a location."
            self.problems.append(found.problem("record", "", what, "Leave it out, or give it the fields of one."))
            return
        identity = link_of(record)
        if identity is None:
            what = 'There is no "id".'
            mend = "Give every record an id that stays the same."
            self.problems.append(found.problem(kind, "id", what, mend, Severity.MUST_MEND))
            return
        self._keep(into, identity, found, kind)
        self._inside(found)

    def _keep(self, into: dict[str, Found], identity: str, found: Found, kind: str) -> None:
        """Of two with one id the fuller one; when they differ in what both say, the first, which is told."""
        known = into.get(identity)
        if known is None or _is_less(known.record, found.record):
            into[identity] = found
        elif not _is_less(found.record, known.record):
            written = identity.rpartition("/")[2] if found.columns else identity
            what = f"The id {quoted(written)} is there twice, and they differ."
            mend = "Keep one of the two; the first was read."
            self.problems.append(found.problem(kind, "id", what, mend, Severity.MUST_MEND))

    def _inside(self, found: Found) -> None:
        record = found.record
        for name, owner in (("organization", None), ("services", "organization_id"), ("service", None)):
            inner = record.get(name)
            for each in inner if isinstance(inner, list) else [inner]:
                if isinstance(each, dict):
                    link = {owner: record["id"]} if owner and owner not in each else {}
                    self.add(replace(found.inside(each), record=each | link))


def read_feed(path: Path) -> Feed:
    """Everything in a file or folder that is HSDS."""
    feed = Feed()
    files = files_in(path, "*.json", feed.problems) if path.is_dir() else [path]
    lists = [file for file in files if file.name not in NOT_RECORDS]
    if path.is_dir() and (path / TERMS).is_file():
        terms = (found.record for found in _records(path / TERMS, feed.problems))
        feed.terms = {str(term.get("id")): term for term in terms}
    if path.is_dir() and not lists:
        feed.terms = {str(term.get("id")): term for term in terms_in(path, feed.problems)}
        for record, file, line in nested_tables(path, feed.problems):
            feed.add(Found(record, file, line))
        if not tables_in(path):
            what = "There is no file of HSDS in it."
            mend = "Give a folder with services.json or services.csv, or a file of JSON."
            feed.problems.append(Problem(str(path), 1, "", "", what, mend))
        return feed
    for one in lists:
        for found in _records(one, feed.problems):
            feed.add(found)
    return feed


def _records(file: Path, problems: list[Problem]) -> Iterator[Found]:
    """The records of a file of JSON, each with its line."""
    text = read_text(file, problems)
    for value, at in _values(text, file, problems):
        line = text.count("\n", 0, at) + 1
        for each in _unpacked(value):
            if isinstance(each, dict):
                yield Found(each, str(file), line)
            else:
                what = f"{quoted(json.dumps(each))} is no record."
                problems.append(Problem(str(file), line, "", "", what, "Leave it out, or write its fields."))


def _values(text: str, file: Path, problems: list[Problem]) -> Iterator[tuple[Any, int]]:
    """The values of a text one after the other, those of a list each on its own, with where they begin."""
    decoder, at = json.JSONDecoder(), 0
    end = len(text)
    while (at := _next(text, at)) < end:
        try:
            value, after = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            line = text.count("\n", 0, getattr(error, "pos", at)) + 1
            what = "This is not JSON; what stands before it was read."
            problems.append(Problem(str(file), line, "", "", what, "Correct it, or write the file again."))
            return
        yield value, at
        at = after


def _next(text: str, at: int) -> int:
    """The next sign that can begin a value: the marks of the outermost list are passed by."""
    while at < len(text) and (text[at].isspace() or text[at] in "[],"):
        at += 1
    return at


def _unpacked(value: Any) -> Iterator[Any]:
    """What an API page, or an object with a list for each kind, has inside."""
    if isinstance(value, dict) and isinstance(value.get(PAGE), list):
        yield from value[PAGE]
    elif isinstance(value, dict) and "id" not in value and any(isinstance(value.get(k), list) for k in LISTS):
        for kind in LISTS[:4]:
            yield from value.get(kind) or ()
    else:
        yield value


def _kind(record: Plain) -> str:
    """What a record is, by the fields that only it has."""
    if "location_type" in record or ("latitude" in record and "status" not in record):
        return "location"
    if "location" in record or "location_id" in record:
        return "service_at_location"
    if (
        "status" in record
        or "organization_id" in record
        or "organization" in record
        or "service_at_locations" in record
    ):
        return "service"
    return "organisation" if "name" in record else ""


def _is_less(one: Plain, other: Plain) -> bool:
    """True when one record says nothing that the other does not say: a summary of it."""
    return all(other.get(name) == value for name, value in one.items() if value not in (None, [], ""))
