"""A mapping: a YAML file that says of each column of a table what it is.

source: https://gids.example.org
columns:
  Naam: organisation name
  Talen: {is: languages, split: ";"}
leave out: [Nota]
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

import phonenumbers
from pydantic import BeforeValidator, ConfigDict, Field, ValidationError

from directory.exchange.columns.fields import FIELDS, Reading, field_called
from directory.exchange.hsds.hints import may_say_hidden
from directory.model.provenance import HttpsUrl
from directory.model.record import Record
from directory.store.document import Document, Trail, read_document
from directory.store.faults import faults
from directory.store.problems import Problem, listed, quoted

WORDS_OF_AN_ADDRESS = ("address", "location", "adres", "place", "plaats")
_NAMES = ("organisation name", "service name")
_OWN_PAGES = ("organisation website", "service page")


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _as_column(value: Any) -> Any:
    return {"is": value} if isinstance(value, str | list) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class Column(Record):
    """What a column is and how it is read."""

    model_config = ConfigDict(str_strip_whitespace=False, populate_by_name=True)

    meant: Texts = Field(alias="is", min_length=1, description="What the column is, such as service name.")
    reading: str | None = Field(default=None, alias="as", description="How its cells are read, such as html.")
    split: str | None = Field(default=None, min_length=1, description="The sign between the values in a cell.")
    table: dict[str, str] = Field(default={}, description="What to make of each value.")
    otherwise: str = Field(default="leave out", description="What is not in the table: leave out, or keep.")
    yes: Texts = Field(default=(), description="The words that mean yes.")
    no: Texts = Field(default=(), description="The words that mean no.")
    written: str | None = Field(default=None, description="The order of a date, such as day/month/year.")
    order: str = Field(default="lat lon", description="The order of the numbers of a point.")

    def read_as(self, meant: str) -> Reading:
        """How its cells are read, for one of the things that it is."""
        field = field_called(meant)
        return Reading(self.reading) if self.reading else field.reading if field else Reading.TEXT


class Mapping(Record):
    """What the columns of a table are."""

    model_config = ConfigDict(populate_by_name=True)

    source: HttpsUrl | None = Field(default=None, description="The page of the list: who says so.")
    country: str = Field(default="BE", description="The country of numbers and addresses that name none, such as US.")
    separator: str | None = Field(default=None, min_length=1, max_length=1, description="The sign between the cells.")
    columns: dict[str, Annotated[Column, BeforeValidator(_as_column)]] = Field(
        min_length=1, description="What each column is."
    )
    services: tuple[dict[str, Annotated[Column, BeforeValidator(_as_column)]], ...] = Field(
        default=(), description="The columns of each service, when a row has several."
    )
    always: dict[str, str] = Field(default={}, description="What is the same for every row.")
    leave_out: Texts = Field(default=(), alias="leave out", description="The columns to pass by.")

    def named(self) -> Iterator[tuple[Trail, str, Column]]:
        """Every column that it says something of, with where it stands."""
        yield from ((("columns", name), name, column) for name, column in self.columns.items())
        for number, own in enumerate(self.services):
            yield from ((("services", number, name), name, column) for name, column in own.items())

    def of_each_service(self) -> tuple["Mapping", ...]:
        """What holds for each service of a row: its own columns and those that all of them share."""
        if not self.services:
            return (self,)
        return tuple(self.model_copy(update={"columns": self.columns | own, "services": ()}) for own in self.services)


@dataclass(frozen=True, slots=True)
class MappingFile:
    """A mapping and the document it stands in, for who says what is wrong in it."""

    mapping: Mapping
    document: Document


def read_mapping(file: Path, published_at: str | None = None) -> tuple[MappingFile | None, tuple[Problem, ...]]:
    """The mapping in a file, None with the reasons when it does not hold; `published_at` is the page of the list."""
    document, problems = read_document(file, "mapping")
    if problems:
        return None, problems
    if not isinstance(document.values, dict):
        what = "This is no mapping: it has no fields."
        return None, (document.problem((), what, 'Begin with "columns:", and below it a line for each column.'),)
    try:
        mapping = Mapping.model_validate(document.values)
    except ValidationError as error:
        return None, tuple(faults(document, (), Mapping, error))
    found = MappingFile(mapping.model_copy(update={"source": published_at or mapping.source}), document)
    wrong = tuple(dict.fromkeys(_Wrong(found).all()))
    return (None, wrong) if wrong else (found, ())


def misfits(found: MappingFile, columns: Sequence[str], table: str) -> Iterator[Problem]:
    """What of a mapping does not fit the table with these columns."""
    mapping, document = found.mapping, found.document
    for trail, name in _columns_named(mapping):
        if name not in columns:
            near = get_close_matches(name, columns, n=1)
            mend = f"Write {quoted(near[0])}." if near else f"The columns are {_some(columns)}."
            yield document.problem(trail, f"{quoted(table)} has no column {quoted(name)}.", mend)
    known = {name for _, name, _ in mapping.named()}
    for name in columns:
        passed_by = name in mapping.leave_out
        if not may_say_hidden(name) or name in known:
            continue
        of_address = any(word in name.casefold() for word in WORDS_OF_AN_ADDRESS)
        if not passed_by or of_address:
            what = f"The column {quoted(name)} may say that something has to stay hidden, and nobody says what."
            mend = 'Say that it is "address hidden", "phone hidden" or "keep out"'
            mend += "." if of_address else ', or put it under "leave out".'
            yield document.problem(("leave out",) if passed_by else ("columns",), what, mend)


def _columns_named(mapping: Mapping) -> Iterator[tuple[Trail, str]]:
    yield from ((trail, name) for trail, name, _ in mapping.named())
    yield from ((("leave out", number), name) for number, name in enumerate(mapping.leave_out))


class _Wrong:
    """What is wrong in a mapping, whatever the table."""

    def __init__(self, found: MappingFile) -> None:
        self._mapping, self._document = found.mapping, found.document

    def all(self) -> Iterator[Problem]:
        """Every problem."""
        mapping = self._mapping
        trails: dict[str, Trail] = {}
        for trail, name, column in mapping.named():
            yield from self._column(trail, column)
            if trails.setdefault(name, trail) != trail:
                what = f"The column {quoted(name)} is there twice."
                yield self._document.problem(
                    trail, what, "Keep one of the two; what all services share is in columns."
                )
        for name in mapping.always:
            yield from self._field(("always", name), name)
        for number, name in enumerate(mapping.leave_out):
            if name in trails:
                what = f"The column {quoted(name)} is something, and left out."
                yield self._document.problem(("leave out", number), what, "Keep one of the two.")
        if mapping.country not in phonenumbers.SUPPORTED_REGIONS:
            what = f"{quoted(mapping.country)} is no country."
            yield self._document.problem(("country",), what, "Write its two letters, such as BE or US.")
        for each in mapping.of_each_service():
            yield from self._together(each, trails)
        yield from self._services()

    def _column(self, trail: Trail, column: Column) -> Iterator[Problem]:
        for meant in column.meant:
            yield from self._field(trail, meant)
        choices = (
            ("as", column.reading, tuple(map(str, Reading))),
            ("written", column.written, ("year-month-day", "day/month/year", "month/day/year")),
            ("order", column.order, ("lat lon", "lon lat")),
            ("otherwise", column.otherwise, ("leave out", "keep")),
        )
        for option, said, allowed in choices:
            if said is not None and said not in allowed:
                near = get_close_matches(said, allowed, n=1)
                mend = f"Write {quoted(near[0])}." if near else f"Choose {listed(allowed)}."
                yield self._document.problem(
                    (*trail, option), f"{quoted(said)} is no word for {quoted(option)}.", mend
                )
        both = {word.casefold() for word in column.yes} & {word.casefold() for word in column.no}
        for word in sorted(both):
            what = f"{quoted(word)} is both yes and no."
            yield self._document.problem((*trail, "no"), what, "Keep one of the two.")

    def _field(self, trail: Trail, name: str) -> Iterator[Problem]:
        if field_called(name) is None:
            near = get_close_matches(name.casefold(), FIELDS, n=1)
            mend = (
                f"Write {quoted(near[0])}." if near else "directory/exchange/columns/README.md lists what it can be."
            )
            yield self._document.problem(trail, f"{quoted(name)} is nothing that a column can be.", mend)

    def _services(self) -> Iterator[Problem]:
        """What is wrong with the services of a row, when it has several."""
        said = {*self._mapping.always, *(meant for c in self._mapping.columns.values() for meant in c.meant)}
        if self._mapping.services and "organisation name" not in said:
            what = "Nothing says which organisation the services of a row belong to."
            yield self._document.problem(("services",), what, 'Say in columns which one is the "organisation name".')
        for number, own in enumerate(self._mapping.services):
            meant_by = {meant: name for name, column in own.items() for meant in column.meant}
            if "service name" not in meant_by:
                what = "None of these columns is the name of the service."
                yield self._document.problem(("services", number), what, 'Say of one that it is "service name".')
            for meant, name in meant_by.items():
                if meant.startswith("organisation "):
                    what = f"{quoted(meant)} is nothing of one service."
                    yield self._document.problem(("services", number, name), what, "Put it under columns.")

    def _together(self, mapping: Mapping, trails: dict[str, Trail]) -> Iterator[Problem]:
        """What only all columns together can say."""
        by_field: dict[str, list[str]] = {}
        for name, column in mapping.columns.items():
            for meant in column.meant:
                by_field.setdefault(meant, []).append(name)
        for meant, names in by_field.items():
            field = field_called(meant)
            if field and not field.joined and len(names) > 1:
                what = f"Both {quoted(names[0])} and {quoted(names[1])} are {quoted(meant)}."
                yield self._document.problem(trails[names[1]], what, "Keep one, or say that the other is left out.")
        said = {*by_field, *mapping.always}
        if not said & set(_NAMES):
            what = "No column is the name of an organisation or a service."
            yield self._document.problem(
                ("columns",), what, f"Say of one that it is {listed([quoted(n) for n in _NAMES])}."
            )
        if not mapping.source and not said & set(_OWN_PAGES):
            what = "Nothing says who says so."
            yield self._document.problem((), what, 'Add "source:" with the web address of the list.')


def _some(names: Sequence[str], most: int = 8) -> str:
    return ", ".join(quoted(name) for name in names[:most]) + (", …" if len(names) > most else "")
