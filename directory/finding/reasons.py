"""Why a result is there, as values that `wording` turns into sentences."""

from collections.abc import Iterator
from dataclasses import replace

from directory.finding.dutch import fold, tokens
from directory.finding.query import Query
from directory.finding.reach import serves
from directory.finding.results import Reason, ReasonKind, Result
from directory.model.catalogue import Catalogue
from directory.model.schedule import State


def reasons(catalogue: Catalogue, result: Result, query: Query) -> Result:
    """The result with its reasons, most telling first."""
    return replace(result, reasons=tuple(_reasons(catalogue, result, query)))


def _reasons(catalogue: Catalogue, result: Result, query: Query) -> Iterator[Reason]:
    service = result.service
    if former := _former_name(catalogue, result, query):
        yield Reason(ReasonKind.FORMER_NAME, former)
    readings = [r for c, r in result.channels if c.id in result.fitting]
    if any(r.state is State.OPEN for r in readings):
        yield Reason(ReasonKind.OPEN)
    if result.nearest and result.nearest.distance_m is not None:
        yield Reason(ReasonKind.DISTANCE)
    elif query.place and serves(service.service_area, query.place):
        yield Reason(ReasonKind.SERVES)
    for theme in service.themes:
        if theme in _themes_asked(catalogue, query):
            yield Reason(ReasonKind.THEME, theme)
    if service.eligibility.min_age is not None or service.eligibility.max_age is not None:
        yield Reason(ReasonKind.AGES)
    if query.free:
        yield Reason(ReasonKind.FREE)
    if query.anonymous:
        yield Reason(ReasonKind.ANONYMOUS)


def _former_name(catalogue: Catalogue, result: Result, query: Query) -> str | None:
    asked = set(tokens(query.words))
    if not asked:
        return None
    owner = result.organisation
    earlier = catalogue.predecessors.get(owner.id, ())
    names = [*owner.also_known_as, *(name for former in earlier for name in former.names)]
    present = set(tokens(f"{owner.name} {result.service.name}"))
    return next((n for n in names if set(tokens(n)) & asked and not asked <= present), None)


def _themes_asked(catalogue: Catalogue, query: Query) -> frozenset[str]:
    vocabulary = catalogue.vocabulary
    asked = {t for theme in query.themes for t in vocabulary.within(theme)}
    words = set(tokens(query.words))
    question = f" {fold(query.words)} "
    if words:
        for theme in vocabulary.themes:
            said = {w for label in (theme.label.nl, *theme.words.all) for w in tokens(label) if " " not in label}
            if said & words or any(f" {fold(w)} " in question for w in theme.words.all if " " in w):
                asked.add(theme.id)
    return frozenset(asked)
