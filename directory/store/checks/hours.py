"""Hours: can they be judged, and does a source state them?"""

import re
from collections.abc import Iterator

from directory.model.schedule import Schedule, UnreadableHoursError
from directory.store.problems import Problem, quoted
from directory.store.reading import Reading

# How people write hours, and how OSM does (https://wiki.openstreetmap.org/wiki/Key:opening_hours).
_HABITS = (
    (r"(?i)\b(24u/24|24h/24|24/24|24 ?/ ?7|dag en nacht|altijd)\b", "24/7"),
    (r"(?i)\bma(andag)?\b", "Mo"),
    (r"(?i)\bdi(nsdag)?\b", "Tu"),
    (r"(?i)\bwo(ensdag)?\b", "We"),
    (r"(?i)\bdo(nderdag)?\b", "Th"),
    (r"(?i)\bvr(ijdag)?\b", "Fr"),
    (r"(?i)\bza(terdag)?\b", "Sa"),
    (r"(?i)\bzo(ndag)?\b", "Su"),
    (r"(?i)\bgesloten\b", "off"),
    (r"\s*\b(tot|t/m|to|until)\b\s*|\s*[–—]\s*", "-"),
    (r"(?<=\w)\s*\b(en|and)\b\s*", ","),
    (r"\b(\d{1,2})[.:uh](\d{2})\b", r"\1:\2"),
    (r"\b(\d{1,2}) ?[uh]\b", r"\1:00"),
    (r"(?<![\d:])(\d{1,2})(?=-\d{1,2}(?![\d]))(?!:)", r"\1:00"),
    (r"(?<=-)(\d{1,2})(?![\d:])", r"\1:00"),
    (r"(?<![\d:])(\d):", r"0\1:"),
)


def readable_hours(reading: Reading) -> Iterator[Problem]:
    """Hours that cannot be read would never count as open."""
    for channel in reading.channels:
        hours = channel.record.hours
        if hours is not None and (error := _unreadable(hours)):
            place = f", from sign {error.position} on" if error.position else ""
            yield channel.must_mend("hours", f"{quoted(hours)} cannot be read as hours{place}.", _mend(hours))


def _unreadable(hours: str) -> UnreadableHoursError | None:
    try:
        Schedule(hours)
    except UnreadableHoursError as error:
        return error
    return None


def _mend(hours: str) -> str:
    """The same hours as OSM writes them, when only the habits of writing are in the way."""
    proposal = hours
    for habit, osm in _HABITS:
        proposal = re.sub(habit, osm, proposal)
    if _unreadable(proposal) is None:
        return f'Write "{proposal}", if that is what the source says.'
    return 'Write them as in "Mo-Fr 09:00-17:00; Sa 10:00-12:00; PH off".'


def stated_hours(reading: Reading) -> Iterator[Problem]:
    """Hours are as old as the source that states them; when no source does, they are nobody's."""
    for channel in reading.channels:
        record = channel.record
        if record.hours and not any(source.speaks_of("hours") for source in record.sources):
            mend = "Name hours in the supports of the source that states them, or remove them."
            yield channel.warning("hours", "No source speaks of these hours.", mend)
