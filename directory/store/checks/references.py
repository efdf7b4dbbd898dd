"""Links between records: ids are unique, references lead somewhere, and nothing goes in a circle."""

from collections.abc import Iterable, Iterator, Mapping, Set
from difflib import get_close_matches

from directory.model.organisation import Status
from directory.model.provenance import SourcedRecord
from directory.model.study import Participant
from directory.model.vocabulary import Saying, Term
from directory.store.document import Trail
from directory.store.problems import Problem, quoted
from directory.store.reading import Entry, Reading

Identified = Entry[SourcedRecord] | Entry[Term] | Entry[Participant]


def unique_ids(reading: Reading) -> Iterator[Problem]:
    """Two records of one type never share an id: links and shared shortlists would lead to the wrong one."""
    every_type: tuple[Iterable[Identified], ...] = (
        reading.services,
        reading.channels,
        reading.locations,
        reading.themes,
        reading.audiences,
        reading.participants,
    )
    for entries in every_type:
        first: dict[str, Identified] = {}
        for entry in entries:
            other = first.setdefault(entry.record.id, entry)
            if other is not entry:
                what = f"{quoted(entry.record.id)} is already the id at {other.place}."
                yield entry.must_mend("id", what, "Give the newer of the two an id of its own.")


def one_reading(reading: Reading) -> Iterator[Problem]:
    """A word that is typed for another is read in one way."""
    read: dict[str, Entry[Saying]] = {}
    for entry in reading.sayings:
        for number, word in enumerate(entry.record.typed):
            other = read.setdefault(word, entry)
            if other is not entry:
                what = f"{quoted(word)} is read as {quoted(other.record.say)} already, at {other.place}."
                yield entry.must_mend(("typed", number), what, "Take it out at one of the two.")


def references(reading: Reading) -> Iterator[Problem]:
    """Every reference leads to a record; nothing is said when the ids of a kind are not known."""
    for entry, trail, reference, kind in _references(reading):
        declared = _declared(reading, kind)
        if declared is None or reference in declared:
            continue
        near = get_close_matches(reference, declared, n=1)
        mend = f'Write "{near[0]}", or another that exists.' if near else "Write the id of one that exists."
        yield entry.must_mend(trail, f"There is no {kind} {quoted(reference)}.", mend)


def _declared(reading: Reading, kind: str) -> Set[str] | None:
    if kind == "location":
        return {place.record.id for place in reading.locations} if reading.is_whole else None
    return {
        "organisation": reading.declared_organisations,
        "theme": reading.declared_themes,
        "audience": reading.declared_audiences,
    }[kind]


def _references(reading: Reading) -> Iterator[tuple[Identified, Trail, str, str]]:
    """Every reference: the record that makes it, the field, the id and the kind of record it should be."""
    for organisation in reading.organisations:
        yield from _in_field(organisation, "parent", "organisation")
        yield from _in_field(organisation, "successor", "organisation")
        yield from _in_list(organisation, "done_today_by", "organisation")
    for service in reading.services:
        yield from _in_list(service, "themes", "theme")
        for number, audience in enumerate(service.record.eligibility.audiences):
            yield service, ("eligibility", "audiences", number), audience, "audience"
    for channel in reading.channels:
        yield from _in_field(channel, "location", "location")
    for participant in reading.participants:
        yield from _in_field(participant, "organisation", "organisation")
        yield from _in_list(participant, "done_today_by", "organisation")
    for theme in reading.themes:
        yield from _in_field(theme, "broader", "theme")
    for term in reading.audiences:
        yield from _in_field(term, "broader", "audience")


def _in_field(entry: Identified, field: str, kind: str) -> Iterator[tuple[Identified, Trail, str, str]]:
    if reference := getattr(entry.record, field):
        yield entry, (field,), reference, kind


def _in_list(entry: Identified, field: str, kind: str) -> Iterator[tuple[Identified, Trail, str, str]]:
    for number, reference in enumerate(getattr(entry.record, field)):
        yield entry, (field, number), reference, kind


def circles(reading: Reading) -> Iterator[Problem]:
    """Nothing follows itself, is part of itself, or is wider than itself."""
    yield from _circles(reading.organisations, "successor", "is followed by")
    yield from _circles(reading.organisations, "parent", "is part of")
    yield from _circles(reading.themes, "broader", "belongs to")
    yield from _circles(reading.audiences, "broader", "belongs to")


def _circles(entries: Iterable[Identified], field: str, words: str) -> Iterator[Problem]:
    entries = tuple(entries)
    following: dict[str, str | None] = {e.record.id: getattr(e.record, field) for e in entries}
    for entry in entries:
        circle = _way_back(entry.record.id, following)
        # Each circle is told once, at the first of its members.
        if circle and entry.record.id == min(circle):
            way = f" {words} ".join([*circle, entry.record.id])
            what = f"This goes in a circle: {way}."
            yield entry.must_mend(field, what, "Remove the link that is not true.")


def _way_back(start: str, following: Mapping[str, str | None]) -> list[str]:
    """The ids from a start back to itself; empty when the way does not come back."""
    way = [start]
    while (after := following.get(way[-1])) is not None:
        if after == start:
            return way
        if after in way:
            return []
        way.append(after)
    return []


def successors(reading: Reading) -> Iterator[Problem]:
    """Who asks for a former name wants to know who it is today."""
    for organisation in reading.organisations:
        record = organisation.record
        followed = record.successor or record.done_today_by
        if record.status in (Status.RENAMED, Status.MERGED) and not followed:
            what = f"It is {record.status}, and nothing says who it is today."
            mend = "Give the id of who followed it (successor) or who does its work (done_today_by)."
            yield organisation.warning("status", what, mend)


def unused_themes(reading: Reading) -> Iterator[Problem]:
    """A theme leads to a service, by itself or by a narrower theme: a button must not disappoint."""
    used = {theme for service in reading.services for theme in service.record.themes}
    vocabulary = reading.catalogue.vocabulary
    for theme in reading.themes:
        if reading.is_whole and not vocabulary.within(theme.record.id) & used:
            mend = "Give it to the services that help with it, or remove it."
            yield theme.warning("id", f"No service has the theme {quoted(theme.record.id)}.", mend)
