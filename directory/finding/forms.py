"""A set of known words, and which of them a typed word is: as written, bent, heard, or written as one."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from directory.finding.language import EMPTY, LIGHT, TONGUES, is_in_dictionary, lemma, says_something, sound, stem
from directory.model.text import Language

AS_WRITTEN, SAME_LEMMA, SAME_STEM, SAME_SOUND = 1.0, 0.95, 0.85, 0.8
"""How sure it is that two words are one. A stem may join what is not the same, a sound sooner still."""
MENDED, PART, BEGUN = 0.85, 0.75, 0.6
"""The same for a typing error, for a part of a compound, and for a word that is not yet typed to its end."""
SHORTEST_MENDED, LONG = 5, 8
"""From this many letters one typing error is mended, and two."""
MOST_ERRORS = 2
SHORTEST_BEGINNING = 4
SHORTEST_PART, SHORTEST_UNKNOWN, SHORTEST_COMPOUND = 3, 4, 7
LINKS = ("", "s", "en", "n", "e")
"""What Dutch puts between the parts of a compound."""

Fits = dict[int, float]
"""Numbers of known words, each with how sure it is that this one is meant."""


class Mended(NamedTuple):
    """A known word that a mistyped one is taken for, how many errors were made, and what it stands for."""

    word: str
    errors: int
    fits: Fits


class Forms:
    """Known words, numbered in the order in which they were given."""

    def __init__(self, words: Iterable[tuple[str, Language | None]]) -> None:
        """Take up folded words, each with its language; None is a name, which is never bent."""
        self._keys: dict[str, dict[int, float]] = defaultdict(dict)
        self._spelled: dict[str, list[int]] = defaultdict(list)
        self._words: list[str] = []
        for number, (word, language) in enumerate(words):
            self._words.append(word)
            self._spelled[word].append(number)
            for key, sure in _keys(word, (language,) if language else ()):
                self._keys[key][number] = max(sure, self._keys[key].get(number, 0))
        self._sorted = sorted(self._spelled)
        self._of_length: dict[int, list[str]] = defaultdict(list)
        for known in self._sorted:
            self._of_length[len(known)].append(known)

    def same(self, word: str) -> Fits:
        """The known words that this folded word is, however it is bent."""
        found: Fits = {}
        for key, sure in _keys(word, TONGUES):
            for number, as_sure in self._keys.get(key, {}).items():
                found[number] = max(min(sure, as_sure), found.get(number, 0))
        return found

    def spelled(self, word: str) -> Fits:
        """The known words that are written exactly so."""
        return dict.fromkeys(self._spelled.get(word, ()), AS_WRITTEN)

    def mended(self, word: str) -> Mended | None:
        """The known word nearest to a mistyped one, None when none is near enough."""
        allowed = 0 if len(word) < SHORTEST_MENDED else 1 if len(word) < LONG else MOST_ERRORS
        if not allowed:
            return None
        nearly = [w for n in range(len(word) - allowed, len(word) + allowed + 1) for w in self._of_length.get(n, ())]
        near = extract(word, nearly, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        # Who mistypes seldom misses the first letter; of words equally near, the longer says more.
        ranked = sorted(near, key=lambda n: (n[1] + 0.5 * (n[0][0] != word[0]), -len(n[0]), n[0]))
        if not ranked or (ranked[0][1] == MOST_ERRORS and ranked[0][0][0] != word[0]):
            return None
        meant, errors, _ = ranked[0]
        return Mended(meant, int(errors), {number: MENDED * sure for number, sure in self.same(meant).items()})

    def likeliest(self, fits: Fits) -> str:
        """The known word that is most surely meant."""
        return self._words[max(fits, key=lambda n: (fits[n], -n))]

    def begun(self, word: str) -> Fits:
        """The known words that begin with this one."""
        if len(word) < SHORTEST_BEGINNING:
            return {}
        first, last = bisect_left(self._sorted, word), bisect_left(self._sorted, word + "{")
        return {n: BEGUN for known in self._sorted[first:last] for n in self._spelled[known]}

    def parts(self, word: str) -> Fits:
        """What the parts of a compound stand for: jongerenprostitutie is about jongeren and prostitutie.

        Every part has to be a word, and one at least a known word; the split with the longest known parts wins.
        """
        best: tuple[int, Fits] = (0, {})
        for one, other in _splits(word):
            sides = [(side, self._part(side)) for side in (one, other)]
            if any(not fits and (len(side) < SHORTEST_UNKNOWN or not is_in_dictionary(side)) for side, fits in sides):
                continue
            known = sum(len(side) for side, fits in sides if fits)
            if known > best[0]:
                best = known, {n: PART * sure for _, fits in sides for n, sure in fits.items()}
        return best[1]

    def _part(self, word: str) -> Fits:
        return self.same(word) if says_something(word) else {}


def _splits(word: str) -> Iterator[tuple[str, str]]:
    if len(word) < SHORTEST_COMPOUND:
        return
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        head, tail = word[:cut], word[cut:]
        for link in LINKS:
            if head.endswith(link) and len(head) - len(link) >= SHORTEST_PART:
                yield head.removesuffix(link), tail


def _keys(word: str, languages: Collection[Language]) -> Iterator[tuple[str, float]]:
    """The keys under which a word is filed; two words that share one are taken to be the same."""
    yield f"={word}", AS_WRITTEN
    if word in LIGHT or word in EMPTY or not word.isalpha():
        return
    if len(word) >= SHORTEST_MENDED and (not languages or Language.NL in languages):
        yield f"~{sound(word)}", SAME_SOUND
    for language in languages:
        base = lemma(word, language)
        yield f"{language}:{base or word}", SAME_LEMMA
        if len(word) > SHORTEST_PART:
            yield f"{language}-{stem(base or word, language)}", SAME_STEM
            yield f"{language}-{stem(word, language)}", SAME_STEM
