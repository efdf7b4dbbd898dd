"""Write a catalogue as a folder of HSDS 3.1: JSON, tables, and what one has to know of both.

Records are written one by one, so a catalogue of any size costs no memory beside its own. The same catalogue on the
same day gives the same bytes. Files get their name when all of them are whole.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.profile import datapackage, profile
from directory.exchange.hsds.records import Records
from directory.exchange.hsds.tables import TABLES, TableWriter, rows_of
from directory.exchange.hsds.terms import taxonomy_records, term_records
from directory.geography.place import PlaceKind, Region
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.schedule import in_brussels

LISTS = ("organizations.json", "services.json", "service_at_locations.json", "taxonomies.json", "taxonomy_terms.json")
BRUSSELS = "Brussels Hoofdstedelijk Gewest"
_UNFINISHED = ".part"
_BUFFER = 1 << 18
"""Bytes that are kept before the system is asked to write: with the usual 8,192 that takes a tenth of the time."""


@dataclass(frozen=True, slots=True)
class Written:
    """What an export holds."""

    organisations: int
    services: int
    channels: int


def export_hsds(catalogue: Catalogue, gazetteer: Gazetteer, moment: datetime, folder: Path) -> Written:
    """Write the catalogue into this folder, which is made when it is not there.

    Raises:
        OSError: when it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    records = Records(catalogue, in_brussels(moment).date(), provinces(gazetteer))
    with ExitStack() as stack:
        files = _Files(folder, stack)
        written = _write(catalogue, records, files)
    described = json.dumps(datapackage(in_brussels(moment)), ensure_ascii=False, indent=2) + "\n"
    (folder / f"datapackage.json{_UNFINISHED}").write_text(described, encoding="utf-8")
    (folder / f"README.md{_UNFINISHED}").write_text(profile(), encoding="utf-8")
    for file in sorted(folder.glob(f"*{_UNFINISHED}")):
        file.replace(file.with_suffix(""))
    return written


def provinces(gazetteer: Gazetteer) -> dict[str, str]:
    """The province of each postcode; for Brussels its region."""
    codes = (place for place in gazetteer if place.kind is PlaceKind.POSTCODE and place.postcode)
    return {p.postcode or "": BRUSSELS if p.region is Region.BRU else p.province or "" for p in codes}


class _Files:
    """All files of an export, open at the same time."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack
        self.lists = {name: _List(self._open(name), stack) for name in LISTS}
        self._tables: Mapping[str, TableWriter] = {t.name: TableWriter(t, self._open(t.file)) for t in TABLES}

    def add(self, table: str, record: Plain) -> None:
        """Add a record, and those inside it, to their tables."""
        for name, rows in rows_of(table, record):
            self._tables[name].write(rows)

    def _open(self, name: str) -> TextIO:
        file = self._folder / f"{name}{_UNFINISHED}"
        return self._stack.enter_context(file.open("w", _BUFFER, encoding="utf-8", newline=""))


class _List:
    """A JSON list that grows one record, one line, at a time."""

    def __init__(self, file: TextIO, stack: ExitStack) -> None:
        self._file, self._before = file, "[\n"
        stack.callback(self._end)

    def write(self, record: str) -> None:
        self._file.write(self._before + record)
        self._before = ",\n"

    def _end(self) -> None:
        self._file.write("[]\n" if self._before == "[\n" else "\n]\n")


def _write(catalogue: Catalogue, records: Records, files: _Files) -> Written:
    services = channels = 0
    for organisation in catalogue.organisations:
        places: dict[str, str] = {}
        record = records.organisation(organisation)
        files.lists["organizations.json"].write(_text(record))
        files.add("organization", record)
        for service in organisation.services:
            record = records.service(service, organisation)
            files.add("service", record)
            # The text of each channel stands in two lists, and that of a place with many channels: each is made once.
            inner = []
            for channel in service.channels:
                reached = records.channel(channel, service, organisation)
                files.add("service_at_location", reached)
                place = reached.pop("location")
                if (text := places.get(place["id"])) is None:
                    text = places[place["id"]] = _text(place)
                inner.append(f'{_text(reached)[:-1]}, "location": {text}}}')
            for text in inner:
                files.lists["service_at_locations.json"].write(text)
            files.lists["services.json"].write(
                f'{_text(record)[:-1]}, "service_at_locations": [{", ".join(inner)}]}}'
            )
            services, channels = services + 1, channels + len(inner)
    _write_terms(catalogue, records, files)
    return Written(len(catalogue.organisations), services, channels)


def _write_terms(catalogue: Catalogue, records: Records, files: _Files) -> None:
    written: tuple[tuple[str, str, Iterator[Plain]], ...] = (
        ("taxonomies.json", "taxonomy", iter(taxonomy_records())),
        ("taxonomy_terms.json", "taxonomy_term", term_records(catalogue.vocabulary, records.unknown_terms)),
    )
    for name, table, found in written:
        for record in found:
            files.lists[name].write(_text(record))
            files.add(table, record)


_text = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
