"""How well every record fits the words of a question."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.finding import ranking
from directory.finding.columns import NOBODY, NOT_AT_ALL, Columns, Flags
from directory.finding.fitness import LATER_IN_LIST, Fitness
from directory.finding.query import Query
from directory.finding.reading import Understood

Scores = NDArray[np.float64]
SHELTER = "onderdak"
"""The theme of who offers a place to stay."""
PROFESSIONALS = "hulpverleners"
OUTRIGHT = 1.9
"""So strongly at least a theme is said by a word of its own, or by a phrase of which no word is missing."""
FOR_CERTAIN = 0.8
"""So strongly a word says it that stands for one audience, or nearly so."""


@dataclass(frozen=True, slots=True)
class Relevance:
    """What the words of a question choose.

    Per record `score` and `named` (how surely it was asked for by name); per service `found`. `themes` are those
    the question is surely about, strongest first, `told` those that it says outright; `audience` is whom it surely
    is for; `for_professionals` when a professional asks for somebody; `language` the one in which it is put; `urgent`
    when it tells of danger now, `unclear` when it says little for sure; `meant` the typed words that were read as
    another.
    """

    score: Scores
    named: Scores
    found: Flags
    for_professionals: bool
    themes: tuple[str, ...]
    told: frozenset[str]
    audience: str | None
    meant: tuple[tuple[str, str], ...]
    language: str
    urgent: bool
    unclear: bool


def relevance(columns: Columns, query: Query) -> Relevance | None:
    """What the words of a question choose, None when there are none."""
    understood = columns.reader.read(query.words, query.reads)
    if understood is None:
        return None
    strength = _of_kind("theme", understood)
    there = _there(columns, understood)
    audiences = {} if query.for_anybody else _of_kind("audience", understood)
    score = _score(columns, understood, strength, audiences)
    score = score * there if score.any() else np.where(there > 1, ranking.LISTENS, 0)
    named = understood.named * there
    themes = _surely(strength)
    found = _found(columns, score, named, themes)
    if not named.any() and (found.any() or understood.readable):
        heard = _heard(columns)
        found |= heard > 0
        score[: len(heard)] = np.maximum(score[: len(heard)], heard)
    clear = ranking.CLEAR * min(len(understood.words), ranking.ENOUGH_WORDS)
    return Relevance(
        score,
        named,
        found,
        audiences.get(PROFESSIONALS, 0) >= FOR_CERTAIN,
        themes,
        frozenset(theme for theme in themes if strength[theme] >= OUTRIGHT),
        _certain(audiences),
        understood.meant,
        understood.language,
        urgent=any(term.urgent for term in columns.catalogue.vocabulary.themes if term.id in themes),
        unclear=not named.any() and max(strength.values(), default=0) < clear,
    )


def _score(
    columns: Columns, understood: Understood, strength: dict[str, float], audiences: dict[str, float]
) -> Scores:
    # A long question has more words that stand in some text by chance.
    by_chance = float(max(1, len(understood.words)) ** ranking.BY_CHANCE)
    is_told = max(strength.values(), default=0) >= ranking.SAID or _certain(audiences) is not None
    weight = ranking.TEXT if is_told else ranking.TEXT_ALONE
    score: Scores = columns.text.scores(understood.words) * (weight / by_chance)
    fit = _together(columns.fit_of_theme, strength, len(score), ranking.ONE_NEED)
    score += ranking.THEME * fit * _foremost(columns, strength, audiences)
    score += ranking.AUDIENCE * _together(columns.fit_of_audience, audiences, len(score), 1)
    return score


def _foremost(columns: Columns, strength: dict[str, float], audiences: dict[str, float]) -> Scores:
    """Per record what is left of its fit when it is foremost about something else than what is asked most."""
    left = np.ones(columns.text.size)
    if best := max(strength.values(), default=0):
        asked = np.array([strength.get(theme, 0) for theme in columns.foremost_themes] + [best]) / best
        left[: len(columns.services)] = (ranking.OTHER_FIRST + (1 - ranking.OTHER_FIRST) * asked)[columns.foremost]
    said = {theme for theme, how_much in strength.items() if how_much >= ranking.SAID}
    for (group, family), numbers in columns.apart.items():
        if audiences.get(group, 0) < FOR_CERTAIN and family.isdisjoint(said):
            left[numbers] *= ranking.OTHERS_ONLY
    if SHELTER not in said:
        left[columns.with_theme.get(SHELTER, NOBODY)] *= ranking.A_BED
    return left


def _certain(strength: dict[str, float]) -> str | None:
    """The one that is meant most, when that is said for certain."""
    best = max(strength, key=lambda term: (strength[term], term), default=None)
    return best if best and strength[best] >= FOR_CERTAIN else None


def _there(columns: Columns, understood: Understood) -> Scores:
    """What it adds to each record that it is in a place that the words name."""
    there = np.ones(columns.text.size)
    for place in understood.places:
        there[columns.at_place[place]] = ranking.THERE
    return there


def _found(columns: Columns, score: Scores, named: Scores, themes: tuple[str, ...]) -> Flags:
    count = len(columns.services)
    found: Flags = score[:count] >= max(ranking.GOOD_ENOUGH * score.max(initial=0), ranking.LEAST)
    found |= named[:count] > 0
    for theme in themes:
        if theme in columns.fit_of_theme:
            found[columns.fit_of_theme[theme][0]] = True
    return found


def _heard(columns: Columns) -> Scores:
    """Per service what it is worth to any need, because somebody listens there."""
    worth = ranking.LISTENS / (1 + LATER_IN_LIST * columns.listening)
    heard: Scores = np.where(columns.listening != NOT_AT_ALL, worth, 0)
    return heard


def _of_kind(kind: str, understood: Understood) -> dict[str, float]:
    return {term: strength for (of, term), strength in understood.meaning.items() if of == kind}


def _together(fits: dict[str, Fitness], strength: dict[str, float], size: int, power: float) -> Scores:
    """Per record how well it fits all that is asked: a sum in which, the higher the power, the best counts more."""
    total = np.zeros(size)
    for term, asked in strength.items():
        if term in fits:
            numbers, fit = fits[term]
            total[numbers] += (asked * fit) ** power
    summed: Scores = total ** (1 / power)
    return summed


def _surely(strength: dict[str, float]) -> tuple[str, ...]:
    best = max(strength.values(), default=0)
    sure = [t for t, s in strength.items() if s >= ranking.SURELY * best]
    return tuple(sorted(sure, key=lambda t: (-strength[t], t)))
