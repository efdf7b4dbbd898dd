"""Which result comes first, and why: every weight of the order stands here.

1. What was asked for by its name stands before all else.
2. Then what fits the words best, in broad steps, so that a hair's breadth of score does not bury a door
   around the corner.
3. Then help in the language of who asks.
4. With a place: doors by distance and lines that serve the place take turns, so that neither hides the
   other. Without one, and among the lines: when no need was put in words, who listens to any need; what is
   surely open; when a need was put in words, the specialist (fewer themes) before the generalist; what
   rests on a page that somebody read.
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
    spoken: Flags
    listens: Flags
    open_now: Flags
    themes: Numbers
    verified: Flags


def in_order(standing: Standing, *, need_is_known: bool, by_distance: bool) -> Numbers:
    """The positions of the results, best first; equal ones keep the order of the catalogue."""
    best = standing.score.max(initial=0)
    step = np.ceil(standing.score / best * STEPS) if best else np.zeros(len(standing.score))
    fit = standing.themes if need_is_known else ~standing.listens
    first_last = (~standing.open_now, fit) if need_is_known else (fit, ~standing.open_now)
    last_to_first = (~standing.verified, *reversed(first_last), ~standing.spoken)
    if not by_distance:
        return np.lexsort((*last_to_first, -step, ~standing.named))
    turn = _turns(standing, np.lexsort((*last_to_first, standing.distance, -step, ~standing.named)))
    return np.lexsort((turn, -step, ~standing.named))


def _turns(standing: Standing, ordered: Numbers) -> Numbers:
    has_door = np.isfinite(standing.distance)
    turn = np.empty(len(ordered), dtype=np.int64)
    turn[[n for n in ordered if not has_door[n]]] = 2 * np.arange(np.count_nonzero(~has_door))
    turn[[n for n in ordered if has_door[n]]] = 2 * np.arange(np.count_nonzero(has_door)) + 1
    return turn
