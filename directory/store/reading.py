"""A catalogue together with the files it was read from, so that a problem can say where it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from directory.model.catalogue import Catalogue
from directory.model.channel import Channel
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.provenance import Source, SourcedRecord
from directory.model.record import Record
from directory.model.service import Service
from directory.model.study import Participant, Study
from directory.model.vocabulary import Saying, Term, Vocabulary, Wish
from directory.store.document import Document, Trail
from directory.store.problems import Problem, Severity
from directory.store.withholding import usable

R_co = TypeVar("R_co", bound=Record, covariant=True)
C = TypeVar("C", bound=Record)


@dataclass(frozen=True)
class Entry(Generic[R_co]):
    """A record and the place where it is written."""

    record: R_co
    document: Document
    trail: Trail = ()

    def each(self, field: str, records: Iterable[C]) -> Iterator["Entry[C]"]:
        """The entries of the records in one of its fields."""
        for number, record in enumerate(records):
            yield Entry(record, self.document, (*self.trail, field, number))

    def must_mend(self, field: str | Trail, what: str, mend: str) -> Problem:
        """A problem in a field of this record that must be mended."""
        return self.document.problem(self._trail(field), what, mend)

    def warning(self, field: str | Trail, what: str, mend: str) -> Problem:
        """A problem in a field of this record that is worth a look."""
        return self.document.problem(self._trail(field), what, mend, Severity.WARNING)

    @property
    def place(self) -> str:
        """The file and line where the record begins."""
        return f"{self.document.file} line {self.document.line(self.trail)}"

    def _trail(self, field: str | Trail) -> Trail:
        return (*self.trail, field) if isinstance(field, str) else (*self.trail, *field)


@dataclass(frozen=True, eq=False)
class Reading:
    """What was read from a folder: the records that hold, the problems, and every id that was declared.

    The declared ids include those of records that could not be read: a reference to a broken file is not a
    reference to nothing. They are None when the folder does not say, as for a file on its own.
    """

    organisations: tuple[Entry[Organisation], ...] = ()
    themes: tuple[Entry[Term], ...] = ()
    audiences: tuple[Entry[Term], ...] = ()
    wishes: tuple[Entry[Wish], ...] = ()
    sayings: tuple[Entry[Saying], ...] = ()
    study: Entry[Study] | None = None
    problems: tuple[Problem, ...] = ()
    declared_organisations: frozenset[str] | None = None
    declared_themes: frozenset[str] | None = None
    declared_audiences: frozenset[str] | None = None

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of everything that holds."""
        vocabulary = Vocabulary(
            themes=tuple(e.record for e in self.themes),
            audiences=tuple(e.record for e in self.audiences),
            wishes=tuple(e.record for e in self.wishes),
            sayings=tuple(e.record for e in self.sayings),
        )
        organisations = usable(e.record for e in self.organisations)
        return Catalogue(organisations, vocabulary, self.study.record if self.study else None)

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every file of which something could be read, once."""
        entries = (*self.organisations, *self.themes, *self.audiences, *([self.study] if self.study else []))
        return tuple({entry.document.file: entry.document for entry in entries}.values())

    @property
    def is_whole(self) -> bool:
        """True when every declared organisation could be read: only then can one say what is not there."""
        return frozenset(entry.record.id for entry in self.organisations) == self.declared_organisations

    @cached_property
    def services(self) -> tuple[Entry[Service], ...]:
        """Every service."""
        return tuple(s for o in self.organisations for s in o.each("services", o.record.services))

    @cached_property
    def channels(self) -> tuple[Entry[Channel], ...]:
        """Every channel of every service."""
        return tuple(c for s in self.services for c in s.each("channels", s.record.channels))

    @cached_property
    def locations(self) -> tuple[Entry[Location], ...]:
        """Every location."""
        return tuple(place for o in self.organisations for place in o.each("locations", o.record.locations))

    @cached_property
    def participants(self) -> tuple[Entry[Participant], ...]:
        """Everybody named in the study."""
        return tuple(self.study.each("participants", self.study.record.participants)) if self.study else ()

    @property
    def sourced(self) -> tuple[Entry[SourcedRecord], ...]:
        """Every record with an id and sources of its own."""
        return (*self.organisations, *self.services, *self.channels, *self.locations)

    @property
    def sources(self) -> Iterator[tuple[Entry[Source], Record]]:
        """Every source, with the record whose facts it supports."""
        for entry in self.sourced:
            for source in entry.each("sources", entry.record.sources):
                yield source, entry.record
        for participant in self.participants:
            for source in participant.each("sources", participant.record.sources):
                yield source, participant.record
            for then in participant.each("channels_then", participant.record.channels_then):
                for source in then.each("sources", then.record.sources):
                    yield source, then.record
