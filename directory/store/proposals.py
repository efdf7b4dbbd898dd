"""A correction as proposed edits of the data: which file and line it is about, and what stands there now."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from directory.model.channel import Channel, Kind, Mode
from directory.model.correction import Correction, Part
from directory.model.organisation import Organisation
from directory.model.provenance import SourcedRecord
from directory.model.service import Service
from directory.model.text import with_unseen_written_out
from directory.store.reading import Entry, Reading
from directory.store.stale import address

DIALLED = (Kind.PHONE, Kind.SMS, Kind.WHATSAPP)


@dataclass(frozen=True, slots=True)
class Edit:
    """One place in the data that a correction may be about."""

    file: str
    line: int
    record: str
    field: str
    present: str
    """What stands there now; empty when nothing does."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A correction with the places that it may be about; none when what it is about is no longer in the data."""

    correction: Correction
    edits: tuple[Edit, ...]

    def as_row(self) -> dict[str, Any]:
        """All of it as JSON knows it."""
        sent = self.correction.model_dump(mode="json", exclude_none=True)
        return sent | {"edits": [asdict(edit) for edit in self.edits]}

    def lines(self, number: int) -> list[str]:
        """All of it to be read, with that number; nothing in it can order a terminal or begin a line of its own."""
        sent = self.correction
        said = [f"{number}. {sent.about}, {sent.part}, sent {sent.time:%Y-%m-%d %H:%M}"]
        said += [f"   should be: {sent.should_be or '(not said)'}"]
        said += [f"   known from: {sent.source}"] if sent.source else []
        said += [f"   to ask more: {sent.contact}"] if sent.contact else []
        said += [f"   {e.file} line {e.line}, {e.record}, {e.field}: {e.present or '(empty)'}" for e in self.edits]
        said += [] if self.edits else ["   It is not in the data."]
        return [on_one_line(line) for line in said]


def proposal(reading: Reading, correction: Correction) -> Proposal:
    """Where to look for a correction; the service or organisation itself where no field is the one."""
    for owner in reading.organisations:
        if owner.record.id == correction.organisation:
            found = tuple(_fields_of_organisation(owner, correction.part))
            return Proposal(correction, found or (_edit(owner, "description", owner.record.description.nl),))
        for service in owner.each("services", owner.record.services):
            if service.record.id == correction.service:
                whole = _edit(service, "description", service.record.description.nl)
                found = tuple(_fields(reading, owner, service, correction.part))
                return Proposal(correction, found or (whole,))
    return Proposal(correction, ())


def on_one_line(text: str) -> str:
    """A text that somebody else wrote, as a terminal can show it."""
    return with_unseen_written_out(text).replace("\n", "\\n")


def _fields(reading: Reading, owner: Entry[Organisation], service: Entry[Service], part: Part) -> Iterator[Edit]:
    channels = tuple(service.each("channels", service.record.channels))
    match part:
        case Part.NUMBER:
            yield from (_edit(c, "value", c.record.value) for c in channels if c.record.kind in DIALLED)
        case Part.HOURS:
            waiting = (c for c in channels if not c.record.kind.always_writable)
            yield from (_edit(c, "hours", c.record.hours or "") for c in waiting)
        case Part.ADDRESS:
            wanted = {c.record.location for c in channels if c.record.location}
            places = (place for place in reading.locations if place.record.id in wanted)
            yield from (_edit(place, "street", address(place.record)) for place in places)
        case Part.WEBSITE:
            yield _edit(owner, "website", owner.record.website or "")
            yield from (_edit(c, "value", c.record.value) for c in channels if _is_page(c.record))
        case Part.GONE:
            yield _edit(owner, "status", owner.record.status)


def _fields_of_organisation(owner: Entry[Organisation], part: Part) -> Iterator[Edit]:
    match part:
        case Part.ADDRESS:
            places = owner.each("locations", owner.record.locations)
            yield from (_edit(place, "street", address(place.record)) for place in places)
        case Part.WEBSITE:
            yield _edit(owner, "website", owner.record.website or "")
        case Part.GONE:
            yield _edit(owner, "status", owner.record.status)


def _is_page(channel: Channel) -> bool:
    return channel.mode is not Mode.IN_PERSON and channel.value.startswith("http")


def _edit(entry: Entry[SourcedRecord], field: str, present: str) -> Edit:
    record = entry.record
    line = entry.document.line((*entry.trail, field))
    return Edit(entry.document.file, line, f"{type(record).__name__.lower()} {record.id}", field, present)
