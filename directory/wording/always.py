"""Who always answers, in words."""

from dataclasses import dataclass
from datetime import datetime

from directory.finding.always import always_there
from directory.model.catalogue import Catalogue
from directory.wording import links
from directory.wording.written import written


@dataclass(frozen=True, slots=True)
class AlwaysLine:
    """One line: for what, whose it is, and the number to press."""

    need: str
    name: str
    number: str
    href: str


def always_lines(catalogue: Catalogue, now: datetime) -> tuple[AlwaysLine, ...]:
    """The lines that answer day and night, in the order of the vocabulary."""
    return tuple(
        AlwaysLine(need=written(theme.label), name=line.organisation.name, number=link[0], href=link[1])
        for theme, line, channel in always_there(catalogue, now)
        if (link := links.press(channel, line.organisation))
    )
