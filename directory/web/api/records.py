"""The catalogue as records of HSDS that one can page through, choose from and ask for by id.

Records are made by the export when they are asked for, so that API and export cannot differ. What is not needed for a
page is not made: a country has too many of them to keep.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from directory.exchange.hsds.export import provinces
from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.records import Records
from directory.exchange.hsds.terms import taxonomy_records, term_records
from directory.exchange.open_data import open_catalogue
from directory.finding.language import fold
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel
from directory.model.organisation import Organisation
from directory.model.provenance import SourcedRecord, latest
from directory.model.service import Service
from directory.wording.labels import KIND


@dataclass(frozen=True, slots=True)
class Entry:
    """One record that can be asked for."""

    id: str
    make: Callable[[], Plain]
    """The record as the export has it, with all that is nested in it."""
    make_own: Callable[[], Plain]
    """The same without the records that others are, which take longest to make."""
    texts: tuple[str, ...] = ()
    """What its names and descriptions say."""
    organisation: str = ""
    """The UUID of who gives it."""
    changed: date | None = None
    """The day of its newest source, None when none is dated."""


class Listing:
    """All records of one kind, in the order of the export."""

    def __init__(self, entries: Sequence[Entry], terms: Callable[[Plain], Iterator[str]]) -> None:
        """`terms` gives the UUIDs of the taxonomy terms of a record."""
        self.entries = entries
        self._terms = terms

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        """The entries by their UUID."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def terms(self) -> list[frozenset[str]]:
        """The terms of each entry. Every record has to be made for it, so that is done once, when first needed."""
        same: dict[frozenset[str], frozenset[str]] = {}
        found = (frozenset(self._terms(entry.make())) for entry in self.entries)
        return [same.setdefault(terms, terms) for terms in found]

    @cached_property
    def words(self) -> list[str]:
        """The names and descriptions of each entry, folded, with a space before every word."""
        return [f" {fold(' '.join(entry.texts))}" for entry in self.entries]


class OpenRecords:
    """The records of a catalogue on one day. They are made for one thread at a time."""

    def __init__(self, catalogue: Catalogue, gazetteer: Gazetteer, today: date) -> None:
        self.catalogue = catalogue
        self.today = today
        self._gazetteer = gazetteer

    @cached_property
    def for_everybody(self) -> Catalogue:
        """The catalogue without what never leaves."""
        return open_catalogue(self.catalogue)

    @cached_property
    def _records(self) -> Records:
        return Records(self.catalogue, self.today, provinces(self._gazetteer))

    @cached_property
    def services(self) -> Listing:
        """Every service, with its channels."""
        found = [
            Entry(
                uuid_of("service", service.id),
                partial(self._service, service, owner),
                partial(self._own_of_service, service, owner),
                _texts(service, owner),
                uuid_of("organisation", owner.id),
                service.dated,
            )
            for owner in self.catalogue.organisations
            for service in owner.services
        ]
        return Listing(found, terms_within)

    @cached_property
    def organizations(self) -> Listing:
        """Every organisation, with its locations and the whole of its services."""
        found = [
            Entry(
                uuid_of("organisation", owner.id),
                partial(self._organisation, owner),
                partial(self._own_of_organisation, owner),
                (*owner.names, owner.description.nl),
                uuid_of("organisation", owner.id),
                _newest(owner, *owner.locations, *owner.services, *(c for s in owner.services for c in s.channels)),
            )
            for owner in self.catalogue.organisations
        ]
        return Listing(found, terms_within)

    @cached_property
    def service_at_locations(self) -> Listing:
        """Every channel; it counts as having the terms of its service."""
        found = [
            Entry(
                uuid_of("channel", channel.id),
                channel_of := partial(self._channel, channel, service, owner),
                channel_of,
                (KIND[channel.kind], *_texts(service, owner)),
                uuid_of("organisation", owner.id),
                _newest(channel),
            )
            for owner in self.catalogue.organisations
            for service in owner.services
            for channel in service.channels
        ]
        return Listing(found, self._terms_with_service)

    @cached_property
    def taxonomies(self) -> Listing:
        """The lists of terms."""
        return _as_they_are(taxonomy_records())

    @cached_property
    def taxonomy_terms(self) -> Listing:
        """Every term, those included that services have and the vocabulary has not."""
        for service in self.catalogue.services:
            self._records.note_terms(service)
        return _as_they_are(list(term_records(self.catalogue.vocabulary, self._records.unknown_terms)))

    @cached_property
    def terms_of(self) -> Mapping[str, frozenset[str]]:
        """The UUIDs of the terms of each taxonomy."""
        found: dict[str, set[str]] = {}
        for entry in self.taxonomy_terms.entries:
            found.setdefault(entry.make()["taxonomy_id"], set()).add(entry.id)
        return {taxonomy: frozenset(terms) for taxonomy, terms in found.items()}

    def _service(self, service: Service, owner: Organisation) -> Plain:
        channels = [self._records.channel(channel, service, owner) for channel in service.channels]
        return self._own_of_service(service, owner) | {"service_at_locations": channels}

    def _own_of_service(self, service: Service, owner: Organisation) -> Plain:
        return self._records.service(service, owner)

    def _organisation(self, owner: Organisation) -> Plain:
        services = [self._service(service, owner) for service in owner.services]
        return self._own_of_organisation(owner) | {"services": services}

    def _own_of_organisation(self, owner: Organisation) -> Plain:
        return self._records.organisation(owner)

    def _channel(self, channel: Channel, service: Service, owner: Organisation) -> Plain:
        return self._records.channel(channel, service, owner)

    @cached_property
    def _terms_of_services(self) -> dict[str, frozenset[str]]:
        return {
            uuid_of("service", service.id): frozenset(terms_within(self._own_of_service(service, owner)))
            for owner in self.catalogue.organisations
            for service in owner.services
        }

    def _terms_with_service(self, record: Plain) -> Iterator[str]:
        yield from terms_within(record)
        yield from self._terms_of_services[record["service_id"]]


def terms_within(record: Plain) -> Iterator[str]:
    """The UUIDs of the terms of a record and of all that is nested in it."""
    for name, value in record.items():
        if name == "attributes":
            yield from (attribute["taxonomy_term_id"] for attribute in value)
        elif isinstance(value, dict):
            yield from terms_within(value)
        elif isinstance(value, list):
            for inner in value:
                yield from terms_within(inner)


def _as_they_are(records: Sequence[Plain]) -> Listing:
    found = [Entry(r["id"], partial(dict, r), partial(dict, r), (r["name"], r["description"])) for r in records]
    return Listing(found, lambda _: iter(()))


def _texts(service: Service, owner: Organisation) -> tuple[str, ...]:
    return service.name, service.description.nl, *owner.names


def _newest(*records: SourcedRecord) -> date | None:
    return latest(record.newest() for record in records)
