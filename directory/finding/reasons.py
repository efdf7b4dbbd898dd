"""Why a result is there, as values that `wording` turns into sentences."""

from collections.abc import Iterator

from directory.finding.columns import LISTENING
from directory.finding.language import tokens, tokens_of_term
from directory.finding.query import Query
from directory.finding.reach import serves
from directory.finding.relevance import Relevance
from directory.finding.results import Door, Reason, ReasonKind
from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation, Status
from directory.model.service import Service


class Reasoning:
    """One question, read once, and then held against each result."""

    def __init__(self, catalogue: Catalogue, query: Query, asked: Relevance | None) -> None:
        self._catalogue = catalogue
        self._query = query
        self._words = frozenset(tokens(query.words))
        vocabulary = catalogue.vocabulary
        chosen = (narrower for theme in query.themes for narrower in vocabulary.within(theme))
        self._themes = frozenset((*(asked.themes if asked else ()), *chosen))

    def reasons(
        self, service: Service, owner: Organisation, *, is_open: bool, nearest: Door | None
    ) -> Iterator[Reason]:
        """The reasons why a service is there, most telling first; `nearest` is the nearest of its doors that fit."""
        query = self._query
        if self._words:
            yield from self._names(service, owner)
        yield Reason(ReasonKind.OPEN if is_open else ReasonKind.MODES)
        if nearest and nearest.distance_m is not None:
            yield Reason(ReasonKind.DISTANCE)
        elif query.place and serves(service.service_area, query.place):
            yield Reason(ReasonKind.SERVES)
        yield from self._need(service)
        if service.eligibility.min_age is not None or service.eligibility.max_age is not None:
            yield Reason(ReasonKind.AGES)
        if query.free:
            yield Reason(ReasonKind.FREE)
        if query.anonymous:
            yield Reason(ReasonKind.ANONYMOUS)

    def _need(self, service: Service) -> Iterator[Reason]:
        """What of the need it is about; of who was found by a single word or for whom it is, what it is about."""
        foremost = service.themes[0] if service.themes else None
        if theme := next((t for t in service.themes if t in self._themes), None):
            yield Reason(ReasonKind.THEME, theme)
        elif not (self._words or self._query.themes or self._query.audience):
            return
        elif LISTENING in service.themes:
            yield Reason(ReasonKind.LISTENS, foremost if foremost != LISTENING else None)
        elif foremost:
            yield Reason(ReasonKind.THEME, foremost)

    def _names(self, service: Service, owner: Organisation) -> Iterator[Reason]:
        """The other or former name that was asked for, and how it belongs to this service."""
        if self._words <= {*tokens_of_term(owner.name), *tokens_of_term(service.name)}:
            return
        named = [(ReasonKind.ALSO_KNOWN_AS, owner.also_known_as)]
        for former in self._catalogue.predecessors.get(owner.id, ()):
            renamed = former.status is Status.RENAMED
            named.append((ReasonKind.FORMER_NAME if renamed else ReasonKind.TOOK_OVER, former.names))
        for former in self._catalogue.stands_in_for.get(owner.id, ()):
            named.append((ReasonKind.STANDS_IN, former.names))
        for kind, names in named:
            if name := next((n for n in names if self._asks_for(n)), None):
                yield Reason(kind, name)

    def _asks_for(self, name: str) -> bool:
        """True when the whole name stands in the question, or the question is a part of the name."""
        words = set(tokens_of_term(name))
        return words <= self._words or self._words <= words
