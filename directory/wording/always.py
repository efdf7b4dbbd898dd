"""Who always answers, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from directory.finding.always import always_there
from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind
from directory.model.schedule import State
from directory.wording import links
from directory.wording.written import written


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
