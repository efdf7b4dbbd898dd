"""Which result comes first, and why: every weight of the order stands here.

1. What was asked for by its name stands before all else.
2. Then what fits the words best, in broad steps, so that a hair's breadth of score does not bury a door
   around the corner.
3. Then help in the language of who asks, and what is sourced, reachable and known to exist.
4. With a place: lines that serve the place and doors by distance take turns, so that neither hides the
   other.
5. Without one, and among the lines. When the need fits the words or the theme: what is surely open, then the
   specialist (fewer themes). When no need was put in words, or a service stands there only because it
   listens to any need: first who is most about listening, then what is surely open.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.finding.columns import Flags, Numbers

STEPS = 4
"""Scores are compared in this many steps between none and the best."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides the order, per result.

    Distances in metres, infinite without a door in reach; `listening` is the place of that theme among the
    themes of the service.
    """

    named: Flags
    score: NDArray[np.float64]
    distance: NDArray[np.float64]
    spoken: Flags
    listening: Numbers
    open_now: Flags
    themes: Numbers
    trusted: Flags


def in_order(standing: Standing, *, need_is_known: bool, by_distance: bool) -> Numbers:
    """The positions of the results, best first; equal ones keep the order of the catalogue."""
    best = standing.score.max(initial=0)
    step = np.ceil(standing.score / best * STEPS) if best else np.zeros(len(standing.score))
    is_general = (step == 0) if best else np.full(len(step), not need_is_known)
    first = np.where(is_general, standing.listening, ~standing.open_now)
    second = np.where(is_general, ~standing.open_now, standing.themes)
    last_to_first = (second, first, ~standing.trusted, ~standing.spoken)
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
