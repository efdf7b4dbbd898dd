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
    yield from _names(catalogue, result, query)
    if any(r.state is State.OPEN for c, r in result.channels if c.id in result.fitting):
        yield Reason(ReasonKind.OPEN)
    else:
        yield Reason(ReasonKind.MODES)
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


def _names(catalogue: Catalogue, result: Result, query: Query) -> Iterator[Reason]:
    asked = set(tokens(query.words))
    owner = result.organisation
    if not query.words.strip() or asked <= set(tokens(f"{owner.name} {result.service.name}")):
        return
    earlier = catalogue.predecessors.get(owner.id, ())
    former = [*owner.also_known_as, *(name for o in earlier for name in o.names)]
    if name := next((n for n in former if set(tokens(n)) & asked), None):
        yield Reason(ReasonKind.FORMER_NAME, name)
    others = [name for o in catalogue.stands_in_for.get(owner.id, ()) for name in o.names]
    if name := next((n for n in others if set(tokens(n)) & asked), None):
        yield Reason(ReasonKind.STANDS_IN, name)


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
