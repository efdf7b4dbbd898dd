"""An honest word search: folded words, matched whole or by their beginning, weighted by field.

A word counts more when few records have it: log(1 + n / records with the word), the inverse document
frequency of Spärck Jones (1972).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from directory.finding.documents import DESCRIPTION, IS_A_NAME, THEME, Field
from directory.finding.dutch import SAYS_ANY_NEED, fold, tokens, tokens_of_term

BEGINNING = 0.6
"""A word that only begins like the asked one counts for this much."""
SHORTEST_BEGINNING = 3
PHRASE = 3.0
"""An everyday phrase that stands in the question as a whole, against a single word of a theme."""
GOOD_ENOUGH = 0.4
"""Records below this share of the best score are left out."""
SHORTEST_MENDED, LONG = 5, 8
"""From this many letters one typing error is mended, and two."""
LONGEST_NAME = 4
"""Names of up to this many words are also known written as one: teleonthaal, childfocus."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Per record: its score (0: no match) and whether its name was asked for."""

    score: NDArray[np.float64]
    named: NDArray[np.bool_]


class TextIndex:
    """An index over records, each given as its fields; record numbers are their order."""

    def __init__(self, records: Iterable[Iterable[Field]], phrases: Mapping[str, NDArray[np.int64]]) -> None:
        """Build the index in one pass; `phrases` maps everyday phrases to the records they mean."""
        numbers: dict[str, list[int]] = defaultdict(list)
        weights: dict[str, list[float]] = defaultdict(list)
        self.size = 0
        for number, fields in enumerate(records):
            for word, weight in _weighted_words(fields).items():
                numbers[word].append(number)
                weights[word].append(weight)
            self.size = number + 1
        self._postings = {w: (np.array(numbers[w]), np.array(weights[w])) for w in numbers}
        self._words = sorted(self._postings)
        self._phrases = {f" {fold(p)} ": found for p, found in phrases.items() if fold(p)}

    def search(self, question: str) -> Matches | None:
        """The records that fit the words of a question, None when it has no words."""
        asked = [word for word in tokens(question) if word not in SAYS_ANY_NEED]
        if not asked:
            return None
        score = np.zeros(self.size)
        named = np.ones(self.size, dtype=bool)
        for word in dict.fromkeys(asked):
            best = self._best(word)
            frequency = np.count_nonzero(best)
            if frequency:
                score += best * np.log1p(self.size / frequency)
            named &= best >= IS_A_NAME * BEGINNING
        self._add_phrases(question, score)
        score[score < GOOD_ENOUGH * score.max(initial=0)] = 0
        return Matches(score, named & (score > 0))

    def _best(self, word: str) -> NDArray[np.float64]:
        best = np.zeros(self.size)
        for known in self._like(word):
            numbers, weights = self._postings[known]
            found = weights if known == word else weights * BEGINNING
            best[numbers] = np.maximum(best[numbers], found)
        return best

    def _like(self, word: str) -> list[str]:
        """The known words that a typed one may be: itself, longer ones, or when there is none the nearest."""
        if len(word) < SHORTEST_BEGINNING:
            return [word] if word in self._postings else []
        first = bisect_left(self._words, word)
        return self._words[first : bisect_left(self._words, word + "{")] or self._nearest(word)

    def _nearest(self, word: str) -> list[str]:
        """The known words within one typing error, two in a long word (Damerau and Levenshtein)."""
        allowed = 0 if len(word) < SHORTEST_MENDED else 1 if len(word) < LONG else 2
        found = extract(word, self._words, scorer=DamerauLevenshtein.distance, score_cutoff=allowed, limit=5)
        nearest = min((distance for _, distance, _ in found), default=0)
        return [known for known, distance, _ in found if allowed and distance == nearest]

    def _add_phrases(self, question: str, score: NDArray[np.float64]) -> None:
        asked = f" {fold(question)} "
        for phrase, numbers in self._phrases.items():
            if phrase in asked and len(numbers):
                score[numbers] += THEME * PHRASE * np.log1p(self.size / len(numbers))


def _weighted_words(fields: Iterable[Field]) -> dict[str, float]:
    best: dict[str, float] = {}
    for weight, text in fields:
        words = tokens(text) if weight == DESCRIPTION else tokens_of_term(text)
        written_as_one = ["".join(words)] if weight >= IS_A_NAME and 1 < len(words) <= LONGEST_NAME else []
        for word in (*words, *written_as_one):
            best[word] = max(best.get(word, 0), weight)
    return best
