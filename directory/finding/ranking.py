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

THEME, AUDIENCE, TEXT = 1.0, 0.2, 0.3
"""What a question means counts most, for whom it is half as much; mere words in a text decide little."""
GOOD_ENOUGH, LEAST = 0.4, 0.2
"""Who scores below this share of the best, or below this, is left out."""
SURELY = 0.5
"""A theme with less than this share of the strongest one is not what the question is about."""
LISTENS = 0.8
"""What it is worth to any need that somebody listens: less than a specialist, more than a loose word."""
CLEAR, ENOUGH_WORDS = 1.05, 3
"""With less strength than this for each telling word, up to so many words, the need is not clear, and one of the
first three is then somebody who listens to any."""
IN_SIGHT = 3
THERE = 2.0
"""What a place that is named in the words adds to who is there."""
LOCAL = 0.75
"""Without a place: what is left of the score of who is there for one town or province only."""
HAS_A_DOOR = 0.9
"""Without a place: the same for who can be visited, beside a line that answers anybody anywhere."""
OPEN, ANSWERS_NOW = 1.02, 1.5
"""What it adds that somebody surely answers at this moment, and what it adds when there is danger now."""
REFERRED = 0.7
"""What is left of the score of who can only be reached through a professional."""
LONG = 0.5
SPOKEN, TRUSTED = 0.7, 0.8
"""What is left of the score of who does not speak the language of the question, or is not sourced."""
STEPS = 4
"""Near a place, scores are compared in this many steps between none and the best."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides the order, per result.

    Distances in metres, infinite without a door in reach; `listening` is the place of that theme among the
    themes of the service.
    """

    named: NDArray[np.float64]
    score: NDArray[np.float64]
    distance: NDArray[np.float64]
    spoken: Flags
    listening: Numbers
    open_now: Flags
    themes: Numbers
    trusted: Flags
    wide: Flags
    by_wire: Flags
    referred: Flags
    urgent: bool = False
    unclear: bool = False


def in_order(standing: Standing, *, need_is_known: bool, by_distance: bool) -> Numbers:
    """The positions of the results, best first; equal ones keep the order of the catalogue."""
    score = standing.score * np.where(standing.spoken, 1, SPOKEN) * np.where(standing.trusted, 1, TRUSTED)
    score = score * np.where(standing.referred, REFERRED, 1)
    score = score * np.where(standing.open_now, ANSWERS_NOW if standing.urgent else OPEN, 1)
    if not by_distance:
        score = score * np.where(standing.wide, 1, LOCAL) * np.where(standing.by_wire, 1, HAS_A_DOOR)
    best = score.max(initial=0)
    steps = STEPS if by_distance else 1000
    step = np.ceil(score / best * steps) if best else np.zeros(len(score))
    named = np.round(standing.named, 2)
    is_general = (step == 0) if best else np.full(len(step), not need_is_known)
    first = np.where(is_general, standing.listening, ~standing.open_now)
    second = np.where(is_general, ~standing.open_now, standing.themes)
    last_to_first = (second, first, ~standing.trusted, ~standing.spoken)
    ordered = np.lexsort((*last_to_first, -step, -named))
    if by_distance:
        turn = _turns(standing, np.lexsort((*last_to_first, standing.distance, -step, -named)))
        ordered = np.lexsort((turn, -step, -named))
    return _with_a_listener(standing, ordered) if standing.unclear else ordered


def _with_a_listener(standing: Standing, ordered: Numbers) -> Numbers:
    """The same order with the first general line brought into sight."""
    places = np.flatnonzero((standing.listening[ordered] == 0) & standing.spoken[ordered])
    if not len(places) or places[0] < IN_SIGHT:
        return ordered
    general = ordered[places[0]]
    return np.insert(np.delete(ordered, places[0]), IN_SIGHT - 1, general)


def _turns(standing: Standing, ordered: Numbers) -> Numbers:
    has_door = np.isfinite(standing.distance)
    turn = np.empty(len(ordered), dtype=np.int64)
    turn[[n for n in ordered if not has_door[n]]] = 2 * np.arange(np.count_nonzero(~has_door))
    turn[[n for n in ordered if has_door[n]]] = 2 * np.arange(np.count_nonzero(has_door)) + 1
    return turn
