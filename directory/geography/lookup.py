"""Finding a name among many: exact, as the beginning of a name, or with a letter or two wrong."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory.geography.names import folded, words

MOST_LETTERS = 60
"""No Belgian name comes near; longer text is not looked at, so that pasted pages cost nothing."""

SWAPPED = 4
"""In a name of so many letters no letter may be wrong, but two may have changed places."""


def typos_allowed(key: str) -> int:
    """How many letters may be wrong, missing, extra or swapped: none under 5, one under 8, else two."""
    return 0 if len(key) < 5 else 1 if len(key) < 8 else 2


class NameIndex:
    """Names with the number of the thing they name; a thing may have many names, a name many things."""

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        self._exact: dict[str, set[int]] = defaultdict(set)
        starts: set[tuple[str, bool, int]] = set()
        for name, number in names:
            parts = words(name)
            if parts:
                self._exact["".join(parts)].add(number)
                starts |= {("".join(parts[i:]), i > 0, number) for i in range(len(parts))}
        self._keys = sorted(self._exact)
        self._starts = sorted(starts)

    def __or__(self, other: "NameIndex") -> "NameIndex":
        """An index of the names of both."""
        both = NameIndex(())
        for key in self._exact.keys() | other._exact.keys():
            both._exact[key] = self.exact_key(key) | other.exact_key(key)
        both._keys = sorted(both._exact)
        both._starts = sorted({*self._starts, *other._starts})
        return both

    def exact_key(self, key: str) -> set[int]:
        """Whatever has a name that is folded to this key."""
        return self._exact.get(key, set())

    def exact(self, name: str) -> set[int]:
        """Whatever has this name, however it is written."""
        return self.exact_key(folded(name))

    def beginning(self, name: str, *, inside: bool) -> set[int]:
        """Whatever has a name that begins so, or (`inside`) of which a later word begins so."""
        key = folded(name)
        found: set[int] = set()
        if not key or len(key) > MOST_LETTERS:
            return found
        for start, is_inside, number in self._starts[bisect_left(self._starts, (key, False, -1)) :]:
            if not start.startswith(key):
                break
            if is_inside == inside:
                found.add(number)
        return found

    def alike(self, name: str) -> tuple[float, set[int]]:
        """How wrong the nearest names are, and what they name; infinitely wrong when nothing is near.

        Letters wrong by optimal string alignment, and half a letter more when the first one differs, since
        people seldom miss that one. With two letters wrong the first has to be right. Of a short name only two
        letters may have changed places: "Gnet".
        """
        key = folded(name)
        allowed = typos_allowed(key)
        if not allowed or len(key) > MOST_LETTERS:
            return self._swapped(key)
        near = process.extract(key, self._keys, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        costs = [(d if k[0] == key[0] else d + 0.5, k) for k, d, _ in near]
        least = min((cost for cost, _ in costs), default=math.inf)
        if least > 2:
            return math.inf, set()
        return least, {number for cost, k in costs if cost == least for number in self._exact[k]}

    def _swapped(self, key: str) -> tuple[float, set[int]]:
        near = [k for k in self._keys if _has_letters_swapped(key, k)] if len(key) == SWAPPED else []
        return (1, {number for k in near for number in self._exact[k]}) if near else (math.inf, set())


def _has_letters_swapped(key: str, name: str) -> bool:
    return key[0] == name[0] and sorted(key) == sorted(name) and OSA.distance(key, name) == 1
