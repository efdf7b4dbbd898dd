"""Which result comes first, and why: every weight of the order stands here.

1. What was asked for by its name stands before all else; in a place that was named with it, first.
2. Then what fits the need, the specialist before who does it too; in broad steps when somebody looks near a
   place, so that a hair's breadth of score does not bury a door around the corner. Help in another language,
   without a source, for one town only, or through a professional only, counts for less. In danger, who
   answers now counts for more.
3. With a place: doors by distance and lines that serve the place take turns, so that neither hides the other; a
   door first, since who names a place asks for somebody there.
4. Equal ones: when the need is known first what is surely open, then who has fewer themes; when no need was put
   in words first who is most about listening, without a place who is there for one town later, then what is surely
   open.
5. When the need is not clear, one of the first three is somebody who listens to any.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.finding.columns import Flags, Numbers

THEME, AUDIENCE, TEXT = 1.0, 0.2, 0.1
"""What a question means counts most. For whom it is says less, since who tells of a friend is not that friend.
Mere words in a text decide between equals."""
TEXT_ALONE, SAID = 0.3, 1.0
"""Where no theme is said so strongly, the words of a text count for more: it may be a name."""
ONE_NEED = 1.25
"""By what power the themes of one service are summed: who does exactly what is asked stands before who does a bit of
everything that some word of the question touches."""
OTHER_FIRST = 0.8
"""What is left of the fit of who does what is asked beside something else that is not asked at all."""
OTHERS_ONLY = 0.5
"""The same for who is there first of all for a group that nothing tells of: sex workers, people who use drugs."""
A_BED = 0.85
"""The same for who takes people in, when nobody asks for a place to stay: that is seldom the first step."""
BY_CHANCE = 0.5
"""By what power of the number of words a text counts for less."""
GOOD_ENOUGH, LEAST = 0.4, 0.2
"""Who scores below this share of the best, or below this, is left out."""
SURELY = 0.5
"""A theme with less than this share of the strongest one is not what the question is about."""
LISTENS = 0.8
"""What it is worth to any need that somebody listens: less than a specialist, more than a loose word."""
CLEAR, ENOUGH_WORDS, IN_SIGHT = 1.6, 3, 3
"""With less strength than this for each telling word, up to so many words, a need is not clear; then one of so many
first results is somebody who listens to any."""
THERE, NEAR_THERE = 2.0, 1.35
"""What a place that is named in the words adds to the name or text that holds it too, and to who has a door near it
or is there for that town or province only."""
FAR, A_TRIP_M = 0.2, 10_000
"""What a door loses that is far, and how far (metres) it loses two thirds of that: a door in the next town does not
stand before one around the corner that fits nearly as well."""
FOR_A_GROUP_M = 30_000
"""Where only a place is asked, who is there first of all for one group (sex workers, people who use drugs) counts as
so many metres further: whoever looks around comes first to who is there for everybody. Who asks for doors gets the
nearest first."""
LOCAL, HAS_A_DOOR = 0.65, 0.9
"""Without a place: what is left of the score of who is there for one town or province only, and of who can be
visited, beside a line that answers anybody anywhere."""
SPOKEN, TRUSTED, REFERRED = 0.55, 0.8, 0.7
"""What is left of the score of who does not speak the language of the question, is not sourced or not known to
exist, or can be reached through a professional only, when no professional asks."""
AT_LEAST = 0.55
"""What is left at least when several of these come together, but for the language: who alone fits stays before all
who hardly do."""
SPOKEN_APART = {"fr": 0.45, "nl": 0.35}
"""The same for a language in which there is other help for nearly every need: who asks in French finds little in who
speaks Dutch only, and the other way round."""
BY_NAME = 100.0
"""How strongly a whole name speaks, beside the strength of any need."""
NAMESAKE = 0.4
"""Whoever is there and named at least by this share of who is named best there, is named as well: JAC Rivierenland
is what "jac in Mechelen" asks for."""
NOT_WISHED = 0.8
"""What is left of the score of who is not known to be free, or anonymous, where the words ask for that."""
OF_AGE = 1.2
"""What it adds that a service is meant for the age of who asks, and not for everybody."""
OPEN, ANSWERS_NOW = 1.02, 1.5
"""What it adds that somebody surely answers at this moment, and what it adds when there is danger now."""
LOCAL_LATER = 2
"""Where nothing is asked, and no place is known, who is for one town or province only counts as one for whom
listening stands so many places later."""
STEPS, FINE_STEPS = 12, 1000
"""Scores are compared in this many steps between none and the best: near a place, and elsewhere."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides the order, per result.

    Distances in metres, infinite without a door in reach; `listening` is the place of that theme among the
    themes of the service; `there` is who is near the place that the words name; `wide` serves a region
    or country, `by_wire` has no door, `referred` needs a professional. Of the question are `unspoken` (what is left
    of who does not speak its language), `urgent` and `unclear`.
    """

    named: NDArray[np.float64]
    score: NDArray[np.float64]
    distance: NDArray[np.float64]
    spoken: Flags
    listening: Numbers
    open_now: Flags
    themes: Numbers
    trusted: Flags
    wished: NDArray[np.float64]
    of_age: Flags
    there: Flags
    wide: Flags
    by_wire: Flags
    referred: Flags
    unspoken: float = SPOKEN
    urgent: bool = False
    unclear: bool = False


def in_order(standing: Standing, *, need_is_known: bool, by_distance: bool) -> Numbers:
    """The positions of the results, best first; equal ones keep the order of the catalogue."""
    step = _steps(standing, by_distance=by_distance)
    is_general = (step == 0) if step.any() else np.full(len(step), not need_is_known)
    named = np.round(standing.named, 2)
    listening = standing.listening + (0 if by_distance else LOCAL_LATER * ~standing.wide)
    first = np.where(is_general, 2 * listening + ~standing.of_age, ~standing.open_now)
    second = np.where(is_general, ~standing.open_now, standing.themes)
    last_to_first = (second, first, ~standing.trusted, ~standing.spoken)
    if by_distance:
        turn = _turns(standing, np.lexsort((*last_to_first, standing.distance, -step, -named)))
        ordered = np.lexsort((turn, -step, -named))
    else:
        ordered = np.lexsort((*last_to_first, -step, -named))
    return _with_a_listener(standing, ordered) if standing.unclear else ordered


def _steps(standing: Standing, *, by_distance: bool) -> NDArray[np.float64]:
    left = np.where(standing.trusted, 1, TRUSTED) * np.where(standing.referred, REFERRED, 1)
    if not by_distance:
        left = left * np.where(standing.wide, 1, LOCAL) * np.where(standing.by_wire, 1, HAS_A_DOOR)
    score = standing.score * np.maximum(left, AT_LEAST) * np.where(standing.spoken, 1, standing.unspoken)
    score *= standing.wished * np.where(standing.of_age, OF_AGE, 1)
    score *= np.where(standing.open_now, ANSWERS_NOW if standing.urgent else OPEN, 1)
    score *= np.where(standing.there, NEAR_THERE, 1)
    if by_distance:
        away = 1 - np.exp(-standing.distance / A_TRIP_M)
        score *= np.where(np.isfinite(standing.distance), 1 - FAR * away, 1)
    best = score.max(initial=0)
    if not best:
        return np.zeros(len(score))
    steps: NDArray[np.float64] = np.ceil(score / best * (STEPS if by_distance else FINE_STEPS))
    return steps


def _turns(standing: Standing, ordered: Numbers) -> Numbers:
    has_door = np.isfinite(standing.distance)[ordered]
    turn = np.empty(len(ordered), dtype=np.int64)
    turn[ordered[has_door]] = 2 * np.arange(np.count_nonzero(has_door))
    turn[ordered[~has_door]] = 2 * np.arange(np.count_nonzero(~has_door)) + 1
    return turn


def _with_a_listener(standing: Standing, ordered: Numbers) -> Numbers:
    """The same order, with the first general line brought into sight."""
    places = np.flatnonzero((standing.listening[ordered] == 0) & standing.spoken[ordered])
    if not len(places) or places[0] < IN_SIGHT:
        return ordered
    return np.insert(np.delete(ordered, places[0]), IN_SIGHT - 1, ordered[places[0]])
