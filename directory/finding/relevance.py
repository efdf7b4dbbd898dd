"""How well every record fits the words of a question."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.finding import ranking
from directory.finding.columns import NOT_AT_ALL, Columns, Flags
from directory.finding.fitness import LATER_IN_LIST, Fitness


@dataclass(frozen=True, slots=True)
class Relevance:
    """What the words of a question choose.

    Per record `score` and `named` (how surely it was asked for by name); per service `found`. `themes` are those
    the question is surely about, strongest first; `language` the one in which it is put; `urgent` when it tells of danger now,
    `unclear` when it says little for sure.
    """

    score: NDArray[np.float64]
    named: NDArray[np.float64]
    found: Flags
    themes: tuple[str, ...]
    meant: tuple[tuple[str, str], ...]
    language: str
    urgent: bool
    unclear: bool


def relevance(columns: Columns, words: str) -> Relevance | None:
    """What these words choose, None when they say nothing."""
    understood = columns.reader.read(words)
    if understood is None:
        return None
    strength = {term: s for (kind, term), s in understood.meaning.items() if kind == "theme"}
    audiences = {term: s for (kind, term), s in understood.meaning.items() if kind == "audience"}
    score = ranking.TEXT * columns.text.scores(understood.words) / max(1, len(understood.words)) ** ranking.LONG
    _add(score, columns.fit_of_theme, strength, ranking.THEME)
    _add(score, columns.fit_of_audience, audiences, ranking.AUDIENCE)
    there = np.zeros(len(score), dtype=bool)
    for place in understood.places:
        there[columns.at_place[place]] = True
    in_place = np.where(there, ranking.THERE, 1)
    score = score * in_place if score.any() else there * ranking.LISTENS
    named = understood.named * in_place
    themes = _surely(strength)
    urgent = any(term.urgent for term in columns.catalogue.vocabulary.themes if term.id in themes)
    clear = ranking.CLEAR * min(len(understood.words), ranking.ENOUGH_WORDS)
    unclear = not named.any() and max(strength.values(), default=0) < clear
    count = len(columns.services)
    found: Flags = score[:count] >= max(ranking.GOOD_ENOUGH * score.max(initial=0), ranking.LEAST)
    for theme in themes:
        found[columns.fit_of_theme[theme][0]] |= theme in columns.fit_of_theme
    found |= named[:count] > 0
    listens = columns.listening != NOT_AT_ALL
    if (found.any() or understood.readable) and not named.any():
        found |= listens
        heard = np.where(listens, ranking.LISTENS / (1 + LATER_IN_LIST * columns.listening), 0)
        score[:count] = np.maximum(score[:count], heard)
    return Relevance(score, named, found, themes, understood.meant, understood.language, urgent, unclear)


def _add(score: NDArray[np.float64], fits: dict[str, Fitness], strength: dict[str, float], weight: float) -> None:
    for term, asked in strength.items():
        if term in fits:
            numbers, fit = fits[term]
            score[numbers] += weight * asked * fit


def _surely(strength: dict[str, float]) -> tuple[str, ...]:
    best = max(strength.values(), default=0)
    sure = [t for t, s in strength.items() if s >= ranking.SURELY * best]
    return tuple(sorted(sure, key=lambda t: (-strength[t], t)))
