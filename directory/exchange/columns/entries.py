"""One row of a table, read by a mapping: what it says of an organisation, a service and a place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from directory.exchange.columns.converters import understood
from directory.exchange.columns.fields import FIELDS, OF_A_PLACE, phone_of
from directory.exchange.columns.mapping_file import Column, Mapping
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.themes import OF_AUDIENCES
from directory.exchange.rows import Row
from directory.store.problems import Problem, Severity, quoted

_GONE = "defunct"

_OF_ANOTHER = frozenset({"hidden", "kind", "keep out", "active"})
"""What the last word, or all of them, of a field is that tells of another fact whether, or how, it holds."""

Values = dict[str, list[str]]
"""What a row says, by what its columns are."""
Mapped = dict[str, Column]
"""Columns by their name."""


@dataclass(slots=True)
class Entry:
    """The parts of one row, as records of HSDS without their links."""

    line: int
    number: int = 0
    """Which of the services of its row it is, from 0."""
    organisation: Plain = field(default_factory=dict)
    service: Plain = field(default_factory=dict)
    place: Plain = field(default_factory=dict)
    reached: Plain = field(default_factory=dict)
    """Phones, mail addresses and hours: of the service at its place, or of the service when it has none."""


class Reader:
    """Reads one service of each row by its mapping; what is wrong with them is added to `problems`."""

    def __init__(
        self, mapping: Mapping, file: str, problems: list[Problem], *, number: int = 0, own: Mapped | None = None
    ) -> None:
        """`own` are the columns of this service only, which is the one with this `number` of several in a row."""
        self._mapping, self._file, self._problems = mapping, file, problems
        self._number, self._own = number, own
        self._always = {name: Column(meant=(name,)) for name in mapping.always}

    def finds_something(self, row: Row) -> bool:
        """Whether a row says anything of this service. That a number is hidden, or a fax, says nothing by itself."""
        if self._own is None:
            return True
        return any(
            c in row.cells and not _OF_ANOTHER.issuperset(_last(m) for m in is_.meant) for c, is_ in self._own.items()
        )

    def entry(self, row: Row) -> Entry | None:
        """What a row says; None when it says nothing that may come in, which is told."""
        if called := self._without_name(row):
            what = "It says something of this service, and not its name."
            self._tell(row, "", called, what, "Add it; the service was left out.", Severity.MUST_MEND)
            return None
        values: Values = {}
        said = [*self._said(row)]
        name = self._name(row)
        for column, meant, called, text in said:
            read = understood(text, column, column.read_as(meant), self._mapping.country)
            if not read.values and (meant.endswith("hidden") or meant == "keep out"):
                # A word that is not understood keeps something in that can be let out by hand.
                read.values.append("true")
            values.setdefault(meant, []).extend(read.values)
            for what, mend in read.told:
                self._tell(row, name, called, what if meant not in OF_A_PLACE else _unquoted(what), mend)
        if not name:
            self._tell(row, "", "", "There is no name.", "Add it; the row was left out.", Severity.MUST_MEND)
            return None
        if _one(values, "keep out") == "true":
            self._tell(
                row, name, "", "It says to keep it out: it was not brought in.", "Nothing, when that is right."
            )
            return None
        phones = [*self._phones(row, name, values)]
        return Entry(
            row.line,
            self._number,
            _organisation(values, name),
            _service(values, name),
            _place(values, self._mapping.country),
            _reached(values, phones),
        )

    def _said(self, row: Row) -> Iterator[tuple[Column, str, str, str]]:
        """Each cell with what it is and what it is called; what is always so stands where a row says nothing."""
        filled: set[str] = set()
        for called, column in self._mapping.columns.items():
            if called in row.cells:
                filled.update(column.meant)
                yield from ((column, meant, called, row.cells[called]) for meant in column.meant)
        for meant, text in self._mapping.always.items():
            if meant not in filled:
                yield self._always[meant], meant, "", text

    def _without_name(self, row: Row) -> str:
        """The column that should hold the name of this service, one of several, when it is empty; else nothing."""
        names = [called for called, column in (self._own or {}).items() if "service name" in column.meant]
        return next((called for called in names if called not in row.cells), "")

    def _name(self, row: Row) -> str:
        """What the row is about, as it stands in its cells."""
        found = {
            meant: text for _, meant, _, text in self._said(row) if meant in ("service name", "organisation name")
        }
        return found.get("service name") or found.get("organisation name") or ""

    def _phones(self, row: Row, name: str, values: Values) -> Iterator[Plain]:
        for meant in [meant for meant in values if meant.startswith("phone") and phone_of(meant)[1] == ""]:
            if _one(values, f"{meant} hidden") == "true":
                called = next((c for c, is_ in self._mapping.columns.items() if f"{meant} hidden" in is_.meant), "")
                what = "The number is hidden: it was not brought in."
                self._tell(row, name, called, what, "Nothing, when that is right.")
                continue
            kind = _one(values, f"{meant} kind")
            yield from ({"number": number} | ({"type": kind} if kind else {}) for number in values[meant])

    def _tell(
        self, row: Row, name: str, called: str, what: str, mend: str, severity: Severity = Severity.WARNING
    ) -> None:
        record = f"service {quoted(name)}" if name else ""
        self._problems.append(Problem(self._file, row.line, record, called, what, mend, severity))


def _last(meant: str) -> str:
    return meant if meant in _OF_ANOTHER else meant.rpartition(" ")[2]


def _organisation(values: Values, name: str) -> Plain:
    own = _fields(values, "organisation")
    return own | {"name": _one(values, "organisation name") or name}


def _service(values: Values, name: str) -> Plain:
    own = _fields(values, "service") | {
        "name": name,
        "status": _GONE if _one(values, "active") == "false" else "active",
    }
    youngest, oldest = (values.get("ages") or ["", ""])[:2]
    ages = {"minimum_age": youngest, "maximum_age": oldest}
    themes = [{"taxonomy_term": {"name": theme}} for theme in values.get("themes", ())]
    audiences = [{"link_type": OF_AUDIENCES, "taxonomy_term": {"name": each}} for each in values.get("audiences", ())]
    lists = {
        "attributes": [*themes, *audiences],
        "languages": [{"code": code} for code in dict.fromkeys(values.get("languages", ()))],
        "service_areas": [{"name": name} for name in dict.fromkeys(values.get("area", ()))],
    }
    return {**{age: said for age, said in ages.items() if said}, **own, **lists}


def _place(values: Values, country: str) -> Plain:
    """The place of a row; nothing when it has no address."""
    address = _fields(values, "address")
    if not address:
        return {}
    address.setdefault("country", country)
    lat, lon = (values.get("point") or ["", ""])[:2]
    point = {"latitude": lat, "longitude": lon} if lat else {}
    hidden = {"confidential": _one(values, "address hidden")} if values.get("address hidden") else {}
    return {**point, **_fields(values, "location"), **hidden, "location_type": "physical", "addresses": [address]}


def _reached(values: Values, phones: list[Plain]) -> Plain:
    found = {
        "phones": phones,
        "contacts": [{"email": email} for email in dict.fromkeys(values.get("email", ()))],
        "schedules": [{"description": hours} for hours in values.get("hours", ())],
    }
    return {name: records for name, records in found.items() if records}


_SHAPED = frozenset(
    "themes|audiences|ages|languages|area|hours|active|email|point|keep out|address hidden".split("|")
)
"""What does not stand as one text in one field of HSDS."""


def _fields(values: Values, record: str) -> Plain:
    """What stands as one text in one field of this record."""
    found: Plain = {}
    for name, field_ in FIELDS.items():
        if field_.record == record and name not in _SHAPED and not name.startswith("phone") and values.get(name):
            found[field_.place] = _together(values[name])
    return found


def _together(texts: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(texts))


def _one(values: Values, name: str) -> str | None:
    return next((value for value in values.get(name, ()) if value), None)


def _unquoted(what: str) -> str:
    """The sentence without what stands in the cell, which may tell where a hidden place is."""
    before, mark, rest = what.partition('"')
    return f"{before}This{rest.rpartition(mark)[2]}" if mark else what
