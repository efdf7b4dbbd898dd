"""Why a result is there, as values that `wording` turns into sentences."""

from collections.abc import Iterator

from directory.finding.dutch import tokens
from directory.finding.meanings import Meanings
from directory.finding.query import Query
from directory.finding.reach import serves
from directory.finding.results import Reason, ReasonKind, Result
from directory.model.catalogue import Catalogue
from directory.model.schedule import State


class Reasoning:
    """One question, read once, and then held against each result."""

    def __init__(self, catalogue: Catalogue, meanings: Meanings, query: Query) -> None:
        self._catalogue = catalogue
        self._query = query
        self._words = frozenset(tokens(query.words))
        self._themes = meanings.themes(query.words)

    def reasons(self, result: Result) -> Iterator[Reason]:
        """The reasons of a result, most telling first."""
        query, service = self._query, result.service
        yield from self._names(result)
        is_open = any(r.state is State.OPEN for c, r in result.channels if c.id in result.fitting)
        yield Reason(ReasonKind.OPEN if is_open else ReasonKind.MODES)
        if result.nearest and result.nearest.distance_m is not None:
            yield Reason(ReasonKind.DISTANCE)
        elif query.place and serves(service.service_area, query.place):
            yield Reason(ReasonKind.SERVES)
        if theme := next((t for t in service.themes if t in self._themes), None):
            yield Reason(ReasonKind.THEME, theme)
        if service.eligibility.min_age is not None or service.eligibility.max_age is not None:
            yield Reason(ReasonKind.AGES)
        if query.free:
            yield Reason(ReasonKind.FREE)
        if query.anonymous:
            yield Reason(ReasonKind.ANONYMOUS)

    def _names(self, result: Result) -> Iterator[Reason]:
        """The former name that was asked for, or the name of who did this work before."""
        owner = result.organisation
        if self._words <= set(tokens(f"{owner.name} {result.service.name}")):
            return
        earlier = self._catalogue.predecessors.get(owner.id, ())
        former = [*owner.also_known_as, *(name for o in earlier for name in o.names)]
        others = [name for o in self._catalogue.stands_in_for.get(owner.id, ()) for name in o.names]
        for kind, names in ((ReasonKind.FORMER_NAME, former), (ReasonKind.STANDS_IN, others)):
            if name := next((n for n in names if self._words & set(tokens(n))), None):
                yield Reason(kind, name)
