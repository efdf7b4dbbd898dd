"""A table of others as a feed, by a mapping: rows that belong together become organisations with services."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b

from directory.exchange.columns.entries import Entry, Reader
from directory.exchange.columns.fields import field_called
from directory.exchange.columns.mapping_file import Mapping
from directory.exchange.hsds.feed import Feed, Found
from directory.exchange.hsds.hints import is_withheld, shelters
from directory.exchange.hsds.mapping import Placed, Plain
from directory.exchange.hsds.naming import slug
from directory.exchange.rows import Rows
from directory.store.problems import Severity, quoted

Columns = dict[tuple[str, str], str]
_ALSO = {
    ("service", "themes"): (("service", "attributes"),),
    ("service", "audiences"): (("service", "attributes"),),
    ("service", "ages"): (("service", "minimum_age"), ("service", "maximum_age")),
    ("service", "phones"): (("service_at_location", "phones"),),
    ("service", "email"): (("service_at_location", "email"),),
    ("service", "schedules"): (("service_at_location", "schedules"),),
    ("location", "point"): (("location", "latitude"), ("location", "longitude")),
    ("organisation", "id"): (("service", "organization_id"),),
    ("location", "confidential"): (("organisation", "locations"),),
}
"""Where else in HSDS a field can be told of; a column of its own goes before."""
_AT_A_PLACE = ("phones", "contacts", "schedules")


def mapped_feed(table: Rows, mapping: Mapping) -> Feed:
    """What the rows of a table are by a mapping, and what is wrong with them."""
    feed = Feed(problems=table.problems)
    if not table.rows:
        what = "There is no row below the names of the columns that could be read."
        table.tell(table.header_line, "", what, "Look whether it is the right file.", Severity.WARNING)
    _tell_what_nothing_is_said_of(table, mapping)
    places = [Found({}, table.file, 0, columns=columns_of(each)) for each in mapping.of_each_service()]
    for identity, some in _by_organisation(_entries(table, mapping)).items():
        _Organisation(identity, some, feed, places).add()
    return feed


def _entries(table: Rows, mapping: Mapping) -> Iterator[Entry]:
    """Every service of every row."""
    readers = [
        Reader(each, table.file, table.problems, number=number, own=own)
        for number, (each, own) in enumerate(zip(mapping.of_each_service(), mapping.services or (None,), strict=True))
    ]
    for row in table.rows:
        found = [reader for reader in readers if reader.finds_something(row)]
        if not found:
            table.tell(
                row.line,
                "",
                "No service is filled in: the row gave none.",
                "Nothing, when that is right.",
                Severity.WARNING,
            )
        yield from (entry for reader in found if (entry := reader.entry(row)) is not None)


def columns_of(mapping: Mapping) -> Columns:
    """What the table calls each field of a record."""
    found: Columns = {}
    fields = [
        (field, name) for name, c in mapping.columns.items() for meant in c.meant if (field := field_called(meant))
    ]
    for field, name in fields:
        key = field.record, field.place
        found[key] = f"{found[key]} + {name}" if key in found else name
    for key, others in _ALSO.items():
        for other in others if key in found else ():
            found.setdefault(other, found[key])
    return found


def _tell_what_nothing_is_said_of(table: Rows, mapping: Mapping) -> None:
    filled = Counter(name for row in table.rows for name in row.cells)
    known = {*mapping.leave_out, *(name for _, name, _ in mapping.named())}
    for name in table.columns:
        if name not in known and filled[name]:
            rows = "1 row says" if filled[name] == 1 else f"{filled[name]} rows say"
            what = f"The mapping does not name this column, and {rows} something in it."
            mend = 'Say what it is, or put it under "leave out".'
            table.tell(table.header_line, name, what, mend, Severity.WARNING)


def _by_organisation(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        own = entry.organisation
        identity = f"organisation/{own['id']}" if own.get("id") else f"organisation named/{slug(own['name'])}"
        found.setdefault(identity, []).append(entry)
    return found


class _Organisation:
    """The rows of one organisation as its records."""

    def __init__(self, identity: str, entries: list[Entry], feed: Feed, places: list[Found]) -> None:
        """`places` has the file and what it calls its fields, for each service of a row."""
        self._identity, self._entries, self._feed, self._found_in = identity, entries, feed, places
        self._sheltering = any(shelters(record) for e in entries for record in (e.organisation, e.service))
        self._places: dict[str, str] = {}
        """The ids of places by their address."""

    def add(self) -> None:
        """Put the organisation and its services into the feed."""
        first, *others = self._entries
        record = first.organisation | {"id": self._identity}
        for other in others:
            for name, value in other.organisation.items():
                if record.setdefault(name, value) != value and name != "id":
                    what = f"Another row says {quoted(record[name])} of the same organisation."
                    self._tell(other, "organisation", name, what, "Make them the same; the first was taken.")
        self._feed.add(self._found(record, first))
        for identity, some in self._services().items():
            self._service(identity, some)

    def _services(self) -> dict[str, list[Entry]]:
        """The rows of each service. Without ids, rows that share a name are one service when they say the same."""
        named: dict[str, list[Entry]] = {}
        for entry in self._entries:
            given = entry.service.get("id")
            identity = (
                f"service/{given}" if given else f"{self._identity}/service named/{slug(entry.service['name'])}"
            )
            named.setdefault(identity, []).append(entry)
        found: dict[str, list[Entry]] = {}
        for identity, some in named.items():
            if some[0].service.get("id") or all(each.service == some[0].service for each in some):
                found[identity] = some
                continue
            for number, entry in enumerate(some, start=1):
                found[identity if number == 1 else f"{identity}/{number}"] = [entry]
            what = f"{len(some)} rows of one organisation have this name and no id."
            mend = "Give each service an id, so that a later import knows which is which."
            self._tell(some[0], "service", "name", what, mend)
        return found

    def _service(self, identity: str, entries: list[Entry]) -> None:
        first = entries[0]
        reached: list[Plain] = []
        record = first.service | {"id": identity, "organization_id": self._identity}
        for entry in entries:
            if entry.service != first.service:
                what = f"The id {quoted(entry.service['id'])} is there twice, and they differ."
                self._tell(
                    entry, "service", "id", what, "Keep one of the two; the first was read.", Severity.MUST_MEND
                )
            elif entry.place:
                reached.append(self._at_place(identity, entry))
            else:
                for name, records in entry.reached.items():
                    record.setdefault(name, []).extend(self._placed(each, entry) for each in records)
        record["service_at_locations"] = _each_place_once(reached)
        self._feed.add(self._found(record, first))

    def _at_place(self, service: str, entry: Entry) -> Plain:
        location = self._placed(entry.place | {"id": self._place_id(entry)}, entry)
        record = {"id": f"{service}/{location['id']}", "location": location}
        return self._placed(
            record | {name: entry.reached[name] for name in _AT_A_PLACE if name in entry.reached}, entry
        )

    def _place_id(self, entry: Entry) -> str:
        """What a place is known by. It is kept in the data folder: of a hidden one it must not tell the address."""
        if entry.place.get("id"):
            return f"{self._identity}/place/{entry.place['id']}"
        address = "|".join(f"{name}={text}" for name, text in sorted(entry.place["addresses"][0].items())).casefold()
        hidden = is_withheld(entry.place, sheltering=self._sheltering)
        number = f"hidden {len(self._places) + 1}"
        digest = blake2b(address.encode(), digest_size=8).hexdigest()
        return f"{self._identity}/place/{self._places.setdefault(address, number if hidden else digest)}"

    def _placed(self, record: Plain, entry: Entry) -> Placed:
        return Placed(record, self._found_in[entry.number].file, entry.line)

    def _found(self, record: Plain, entry: Entry) -> Found:
        return replace(self._found_in[entry.number], record=record, line=entry.line)

    def _tell(
        self, entry: Entry, kind: str, name: str, what: str, mend: str, severity: Severity = Severity.WARNING
    ) -> None:
        record = entry.organisation if kind == "organisation" else entry.service
        self._feed.problems.append(self._found(record, entry).problem(kind, name, what, mend, severity))


def _each_place_once(reached: Iterable[Plain]) -> list[Plain]:
    """The places of a service: what several rows say of how to reach one of them is taken together."""
    found: dict[str, Plain] = {}
    for each in reached:
        place = found.setdefault(each["id"], each)
        for name in _AT_A_PLACE if place is not each else ():
            known = place.get(name, [])
            if more := [record for record in each.get(name, ()) if record not in known]:
                place[name] = [*known, *more]
    return list(found.values())
