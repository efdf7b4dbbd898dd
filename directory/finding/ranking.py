"""Which result comes first, and why: every weight of the order stands here.

1. What was asked for by its name stands before all else.
2. Then what fits the words best, in broad steps, so that a hair's breadth of score does not bury a door
   around the corner.
3. With a place: doors by distance and lines that serve the place take turns, so that neither hides the
   other. Without one: what is surely open first, then what has fewer themes (the specialist before the
   generalist when words were given), then what rests on a page somebody read.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.finding.columns import Flags, Numbers

STEPS = 4
"""Scores are compared in this many steps between none and the best."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides the order, per result; distances in metres, infinite without a door in reach."""

    named: Flags
    score: NDArray[np.float64]
    distance: NDArray[np.float64]
    open_now: Flags
    themes: Numbers
    verified: Flags


def in_order(standing: Standing, *, by_distance: bool) -> Numbers:
    """The positions of the results, best first; equal ones keep the order of the catalogue."""
    best = standing.score.max(initial=0)
    step = np.ceil(standing.score / best * STEPS) if best else np.zeros(len(standing.score))
    specialist = standing.themes if best else np.zeros(len(standing.themes), dtype=np.int64)
    anywhere = (~standing.verified, specialist, ~standing.open_now)
    if not by_distance:
        return np.lexsort((*anywhere, -step, ~standing.named))
    turn = _turns(standing, np.lexsort((*anywhere, standing.distance, -step, ~standing.named)))
    return np.lexsort((turn, -step, ~standing.named))


def _turns(standing: Standing, ordered: Numbers) -> Numbers:
    has_door = np.isfinite(standing.distance)
    turn = np.empty(len(ordered), dtype=np.int64)
    doors = [n for n in ordered if has_door[n]]
    lines = [n for n in ordered if not has_door[n]]
    for place, n in enumerate(doors):
        turn[n] = 2 * place
    for place, n in enumerate(lines):
        turn[n] = 2 * place + 1
    return turn
