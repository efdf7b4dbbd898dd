"""How well each service fits a theme or audience that is asked for: the specialist before who does it too."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from directory.model.vocabulary import Term

LATER_IN_LIST = 0.12
"""A service names what it is most about first: each place further down takes this off, as 1 / (1 + n * this)."""
AMONG_MANY = 0.02
"""The same for every other theme it has: who does one thing knows more of it than who does ten."""
NARROWER, BROADER = 0.9, 0.55
"""Who does a part of what is asked fits nearly; who does something wider than that fits half."""

Fitness = tuple[NDArray[np.int64], NDArray[np.float64]]
"""Numbers of services, and for each how well it fits, 0 to 1."""


def fitness(lists: Sequence[Sequence[str]], terms: Sequence[Term]) -> dict[str, Fitness]:
    """For each term the services that fit it, given for each service its terms, most important first."""
    near = {term.id: _near(term, {t.id: t for t in terms}) for term in terms}
    found: dict[str, dict[int, float]] = defaultdict(dict)
    for number, own in enumerate(lists):
        among = 1 + AMONG_MANY * (len(own) - 1)
        for place, term_id in enumerate(own):
            own_fit = 1 / (1 + LATER_IN_LIST * place) / among
            for asked, closeness in near.get(term_id, {}).items():
                found[asked][number] = max(own_fit * closeness, found[asked].get(number, 0))
    return {
        asked: (np.fromiter(fits, dtype=np.int64, count=len(fits)), np.fromiter(fits.values(), dtype=float))
        for asked, fits in found.items()
    }


def _near(term: Term, terms: dict[str, Term]) -> dict[str, float]:
    """The terms for which who has this one fits, with how well: itself, those above it and those below it."""
    found = {term.id: 1.0}
    above: Term | None = term
    while above and above.broader and above.broader not in found:
        found[above.broader] = NARROWER
        above = terms.get(above.broader)
    for other in terms.values():
        if other.broader == term.id:
            found.setdefault(other.id, BROADER)
    return found
