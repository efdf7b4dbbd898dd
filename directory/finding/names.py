"""Who is asked for by name: the names of services and organisations, and how much of one stands in a question.

A name that only holds the words of a need is no name that was asked for: who types "autisme" asks for help
with autism, not for the one organisation that is called so. A word that is in no dictionary (Payoke, JAC) is
enough by itself, and so is a whole name.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from math import fsum

import numpy as np
from numpy.typing import NDArray

from directory.finding.documents import Name
from directory.finding.forms import BEGUN, Fits
from directory.finding.language import is_in_dictionary, tokens_of_term

ORDINARY = 0.15
"""What an ordinary word counts in a name beside one that is nobody else's: "jac" asks for JAC Limburg too."""
LONGEST_NAME = 4
"""Names of up to this many words are also known written as one: teleonthaal, childfocus."""
SHORTEST_NUMBER = 3
"""A number of so many digits that is somebody's name is dialled (102, 1712), and asks for nobody else."""
LONGEST_INITIALS = 4
"""A whole name of so many letters that is no word (CGG, ZSG) asks for who is called so, whatever it means besides."""
SURE = 0.6
"""So sure it must be that a word of a name is meant."""
WHOLE = 0.999
"""What a question says at least when it says nothing but a name."""
NEARLY = 0.85
"""So sure it must be that every word of a name is meant, typing errors included, for the name to be whole."""


class Names:
    """All names of numbered records, laid out so that one question costs one pass over arrays."""

    def __init__(
        self, records: Iterable[Iterable[Name]], place_words: frozenset[str], is_ordinary: Callable[[str], bool]
    ) -> None:
        """`place_words` and ordinary words have a meaning of their own, and so by themselves are nobody's name."""
        self.place_words = place_words
        self._is_ordinary = is_ordinary
        self._distinct: dict[str, bool] = {}
        self._initials: set[str] = set()
        postings: dict[str, list[int]] = defaultdict(list)
        record: list[int] = []
        length: list[float] = []
        weight: list[float] = []
        many: list[int] = []

        def add(number: int, share: float, words: Sequence[str]) -> None:
            for word in words:
                postings[word].append(len(record))
            record.append(number)
            # The only word of a name is all of it, so that nobody has to ask what it means by itself.
            length.append(fsum(self._share(word) for word in words) if len(words) > 1 else 1.0)
            many.append(len(words))
            weight.append(share)

        self.size = 0
        all_names = [tuple(dict.fromkeys(names)) for names in records]
        one_word = (w[0] for names in all_names for _, text in names if len(w := tokens_of_term(text)) == 1)
        self._initials.update(
            word for word in one_word if len(word) <= LONGEST_INITIALS and not is_in_dictionary(word)
        )
        for number, names in enumerate(all_names):
            self.size = number + 1
            for share, text in names:
                written = tokens_of_term(text)
                words = tuple(dict.fromkeys(written))
                add(number, share, words)
                if 1 < len(written) <= LONGEST_NAME:
                    add(number, share, ("".join(written),))
        self.words = tuple(postings)
        self._postings = [np.array(postings[word], dtype=np.int64) for word in self.words]
        self._record = np.array(record, dtype=np.int64)
        self._length = np.array(length, dtype=float)
        self._words_in = np.array(many, dtype=np.int64)
        self._several = self._words_in > 1
        self._weight = np.array(weight)

    def _share(self, word: str) -> float:
        return 1.0 if self._is_distinct(word) else ORDINARY

    def _is_distinct(self, word: str) -> bool:
        if word not in self._distinct:
            is_number = word.isdigit() and len(word) >= SHORTEST_NUMBER
            is_name = word in self._initials or not self._is_ordinary(word)
            self._distinct[word] = is_number or (word not in self.place_words and is_name)
        return self._distinct[word]

    def named(self, question: Sequence[Fits], telling: int) -> NDArray[np.float64]:
        """Per record how surely it was asked for by name, 0 to 1, 0 for who was not.

        `question` gives for each word the numbers of the name words that it may be; `telling` how many
        different words of the question count.
        """
        found = np.zeros(self.size)
        hits = [(n, p, sure) for p, fits in enumerate(question) for n, sure in fits.items() if sure >= BEGUN]
        if not hits:
            return found
        best: dict[int, tuple[float, int]] = {}
        for n, position, sure in hits:
            best[n] = max(best.get(n, (0.0, 0)), (sure, position))
        count = len(self._record)
        matched, answered, there = np.zeros(count), np.zeros(count), np.zeros(count)
        distinct = np.zeros(count, dtype=bool)
        for n, (sure, _) in best.items():
            word, entries = self.words[n], self._postings[n]
            matched[entries] += sure * np.where(self._several[entries], self._share(word), 1)
            answered[entries] += sure
            there[entries] += sure >= NEARLY
            if sure >= SURE and self._is_distinct(word):
                distinct[entries] = True
        entries = np.flatnonzero(matched)
        of_name = matched[entries] / self._length[entries]
        of_question = np.minimum(answered[entries] / telling, 1)
        is_whole = there[entries] == self._words_in[entries]
        asked = distinct[entries] | (is_whole & (self._several[entries] | (of_question >= WHOLE)))
        value = np.where(asked, of_name * (0.5 + of_question / 2) * self._weight[entries], 0)
        np.maximum.at(found, self._record[entries], value)
        return found
