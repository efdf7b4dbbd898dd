"""A question as every door asks it: what its words wish, and what was found with as many of the wishes as helps."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from directory.finding.find import MANY, find
from directory.finding.query import RADII_KM, Query
from directory.finding.results import Answer
from directory.finding.understanding import AGE, AUDIENCE, PLACE, Heard, Hearing, Understood
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.vocabulary import Wish

ENOUGH, ENOUGH_THERE = 0.5, 0.2
"""What is found with a wish must fit the need at least so well, beside the best that is found without it; at a place
less, since who fits better elsewhere is of little use."""

MUCH_BETTER = 0.75
"""Who fits only this share of what fits best farther on does not keep somebody from going there."""
PLAIN = {"modes", "kinds", "open_now", "or_listens", "reads"}
"""The fields of a question that tell nothing of who asks: how, whether it is now, and on which page."""
TELLING = tuple(name for name in Query.model_fields if name not in PLAIN)
NOTHING = Query()
"""The question that asks nothing."""
MANY_PLAIN = 32
"""So many answers to questions of those alone are remembered: everybody begins with one of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was understood, with its answer; `unmet` are the wishes with which little was found."""

    understood: Understood
    answer: Answer
    unmet: tuple[Heard, ...] = ()

    @property
    def query(self) -> Query:
        """The question that the answer answers."""
        return self.understood.query


def ask(
    catalogue: Catalogue,
    gazetteer: Gazetteer,
    query: Query,
    now: datetime,
    *,
    without: Collection[str] = (),
    limit: int = MANY,
) -> Asked:
    """What fits a question, its wishes included; those named in `without` were taken back.

    A wish never hides who helps best: one with which nothing is found that fits nearly as well is let go, and said.
    """
    hearing = Hearing(query, catalogue, gazetteer, now)
    whole = hearing.understood(without)
    found = find if _tells_something(query) else _found_for_anybody
    answer = found(catalogue, whole.query, now, limit=limit)
    if not whole.heard:
        return Asked(_for_whom(catalogue, whole, answer), answer)
    whole, answer = _farther(catalogue, whole, answer, now, limit)
    # Who says no need, but only where and how, is helped best by who is there, and so.
    plain = hearing.understood(without, _names(whole)).query
    need = find(catalogue, plain, now, limit=0).strength if whole.query.words else 0.0
    tried, let_go = whole, list[Heard]()
    for heard in sorted(whole.heard, key=_how_dear):
        if answer.strength >= (ENOUGH_THERE if heard.name == PLACE else ENOUGH) * need and answer.total:
            break
        let_go.append(heard)
        tried = hearing.understood(without, {h.name for h in let_go})
        answer = find(catalogue, tried.query, now, limit=limit)
    return Asked(_for_whom(catalogue, tried, answer), answer, tuple(let_go))


def _tells_something(query: Query) -> bool:
    """True for a question that tells anything of who asks: what about, where, for whom, or more."""
    return any(getattr(query, name) != getattr(NOTHING, name) for name in TELLING)


@lru_cache(maxsize=MANY_PLAIN)
def _found_for_anybody(catalogue: Catalogue, query: Query, now: datetime, *, limit: int) -> Answer:
    return find(catalogue, query, now, limit=limit)


def _for_whom(catalogue: Catalogue, understood: Understood, answer: Answer) -> Understood:
    """The same, with for whom the words say it is: no filter, since who tells of a friend is not that friend."""
    term = catalogue.vocabulary.audience(answer.audience) if answer.audience else None
    if term is None or not term.on_behalf or understood.query.audience:
        return understood
    return replace(understood, heard=(*understood.heard, Heard(AUDIENCE, "", term)))


def _farther(
    catalogue: Catalogue, whole: Understood, answer: Answer, now: datetime, limit: int
) -> tuple[Understood, Answer]:
    """The same, or what is found farther around the place that the words name, when that fits much better."""
    if not whole.query.rather_there:
        return whole, answer
    query = whole.query.model_copy(update={"within_km": max(RADII_KM)})
    if answer.strength >= MUCH_BETTER * find(catalogue, query, now, limit=0).strength:
        return whole, answer
    return replace(whole, query=query), find(catalogue, query, now, limit=limit)


def _names(understood: Understood) -> frozenset[str]:
    return frozenset(heard.name for heard in understood.heard)


def _how_dear(heard: Heard) -> int:
    """Which wish is let go first: a moment, then a way, then an age; last the place."""
    if isinstance(heard.means, Wish):
        return 0 if heard.means.when else 1
    return {AGE: 2, PLACE: 3}[heard.name]
