"""Who always answers: the lines that are open day and night by a source."""

from datetime import datetime

from directory.finding.columns import SPOKEN
from directory.finding.find import find
from directory.finding.query import Query
from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Mode
from directory.model.schedule import State
from directory.model.vocabulary import Term


def always_there(catalogue: Catalogue, now: datetime) -> tuple[tuple[Term, Result, Channel], ...]:
    """For each theme that the vocabulary marks with `always`: a line that is surely open at any hour.

    Only a telephone that a source which is not old calls open day and night counts, so the list may be
    short or even empty, but is never a line that might not answer. Of several, the one that is most about
    the theme; no number stands in it twice.
    """
    themes = sorted((t for t in catalogue.vocabulary.themes if t.always is not None), key=lambda t: t.always or 0)
    marked = frozenset(theme.id for theme in themes)
    query = Query(themes=marked, modes=frozenset({Mode.PHONE}), language=SPOKEN, open_now=True)
    lines = find(catalogue, query, now, limit=len(catalogue.services)).results if marked else ()
    found: dict[str, tuple[Term, Result, Channel]] = {}
    for theme in themes:
        about = [line for line in lines if theme.id in line.service.themes]
        about.sort(key=lambda line: (line.service.themes.index(theme.id), len(line.service.themes)))
        candidates = ((line, channel) for line in about for channel in _open(line))
        for line, channel in candidates:
            if channel.value not in found:
                found[channel.value] = (theme, line, channel)
                break
    return tuple(found.values())


def _open(line: Result) -> list[Channel]:
    return [c for c, r in line.channels if c.id in line.fitting and r.state is State.OPEN and r.always]
