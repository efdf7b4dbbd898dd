"""Who always answers, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from directory.finding.always import always_there
from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind
from directory.model.schedule import State
from directory.wording import hours, links
from directory.wording.messages import _
from directory.wording.written import written

EMERGENCY = "112"


@dataclass(frozen=True, slots=True)
class AlwaysLine:
    """One line: for what, whose it is, and the number to press."""

    need: str
    name: str
    number: str
    href: str
    also: tuple[tuple[str, str], ...] = ()
    """The other numbers of the same line that answer day and night, each with what to press."""


def always_lines(catalogue: Catalogue, now: datetime) -> tuple[AlwaysLine, ...]:
    """The lines that answer day and night, in the order of the vocabulary."""
    return tuple(
        AlwaysLine(written(theme.label), line.organisation.name, *link, also=tuple(_others(line, channel)))
        for theme, line, channel in always_there(catalogue, now)
        if (link := links.press(channel, line.organisation))
    )


def _others(line: Result, shown: Channel) -> Iterator[tuple[str, str]]:
    for channel, reading in line.channels:
        answers = channel.kind is Kind.PHONE and reading.state is State.OPEN and reading.always
        if answers and channel.value != shown.value and (link := links.press(channel, line.organisation)):
            yield link


def without_themes(lines: Sequence[AlwaysLine]) -> tuple[AlwaysLine, ...]:
    """The same lines for a page that may be found: neither what they are about nor whose they are.

    Without any line, the one for danger.
    """
    known = lines or (AlwaysLine("", "", EMERGENCY, f"tel:{EMERGENCY}"),)
    return tuple(
        replace(line, need=_("Noodnummer") if line.number == EMERGENCY else _("Gesprek"), name=hours.always())
        for line in known
    )
