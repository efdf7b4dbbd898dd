"""Who always answers, in words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from directory.finding.always import always_there
from directory.model.catalogue import Catalogue
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


def always_lines(catalogue: Catalogue, now: datetime) -> tuple[AlwaysLine, ...]:
    """The lines that answer day and night, in the order of the vocabulary."""
    return tuple(
        AlwaysLine(need=written(theme.label), name=line.organisation.name, number=link[0], href=link[1])
        for theme, line, channel in always_there(catalogue, now)
        if (link := links.press(channel, line.organisation))
    )


def without_themes(lines: Sequence[AlwaysLine]) -> tuple[AlwaysLine, ...]:
    """The same lines for a page that may be found: neither what they are about nor whose they are.

    Without any line, the one for danger.
    """
    known = lines or (AlwaysLine("", "", EMERGENCY, f"tel:{EMERGENCY}"),)
    return tuple(
        replace(line, need=_("Noodnummer") if line.number == EMERGENCY else _("Gesprek"), name=hours.always())
        for line in known
    )
