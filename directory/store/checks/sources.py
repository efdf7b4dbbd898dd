"""Sources: who says so, of what, as of when."""

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from directory.model.provenance import SourceKind, first_day
from directory.store.checks.contacts import address_fault
from directory.store.problems import Problem, quoted
from directory.store.reading import Reading


def dates(reading: Reading, today: date) -> Iterator[Problem]:
    """Nothing was said or checked tomorrow."""
    for source, _ in reading.sources:
        as_of, checked_on = source.record.as_of, source.record.checked_on
        if as_of and first_day(as_of) > today:
            mend = "Give the date of the page, or leave it out when it has none."
            yield source.must_mend("as_of", f"{as_of} is still to come.", mend)
        if checked_on and checked_on > today:
            mend = "Give the day on which it was compared with the organisation."
            yield source.must_mend("checked_on", f"{checked_on} is still to come.", mend)


def pages(reading: Reading) -> Iterator[Problem]:
    """A source is a page that one can open. An old page may be http; that is told once for each page."""
    told: set[str] = set()
    for source, _ in reading.sources:
        url = source.record.url
        fault = address_fault(url)
        if url in told:
            continue
        if fault and address_fault(url.replace("http://", "https://", 1)) is None:
            told.add(url)
            mend = "See whether the page has an https address."
            yield source.warning("url", f"{quoted(url)} is http.", mend)
        elif fault:
            what = f"{quoted(url)} is not the address of a page: {fault[0]}."
            yield source.must_mend("url", what, fault[1])


def supported_fields(reading: Reading) -> Iterator[Problem]:
    """A source supports fields that its record can have."""
    for source, record in reading.sources:
        fields = sorted(set(type(record).model_fields) - {"id", "sources", "verified"})
        for number, field in enumerate(source.record.supports):
            if field in fields:
                continue
            near = get_close_matches(field, fields, n=1)
            mend = f'Write "{near[0]}", or remove it.' if near else f"Use one of {', '.join(fields)}."
            what = f"{quoted(field)} is not a field of this record."
            yield source.must_mend(("supports", number), what, mend)


def general_knowledge(reading: Reading) -> Iterator[Problem]:
    """What rests on general knowledge alone says so, and never wins from what was read."""
    for entry in reading.sourced:
        kinds = {source.kind for source in entry.record.sources}
        if entry.record.verified and kinds == {SourceKind.GENERAL_KNOWLEDGE}:
            what = "It rests on general knowledge alone and counts as verified."
            yield entry.warning("verified", what, "Write verified: false, or add a page that says so.")
