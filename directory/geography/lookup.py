"""Finding a name among many: exact, as the beginning of a name, or with a letter or two wrong."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from directory.geography.names import folded, words

MOST_LETTERS = 60
"""No Belgian name comes near; longer text is not looked at, so that pasted pages cost nothing."""


def typos_allowed(key: str) -> int:
    """How many letters may be wrong, missing, extra or swapped: none under 5 letters, one under 8, else two."""
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

    def alike(self, name: str) -> tuple[int, set[int]]:
        """The smallest number of wrong letters (optimal string alignment), and whatever is that near."""
        key = folded(name)
        allowed = typos_allowed(key)
        if not allowed or len(key) > MOST_LETTERS:
            return 99, set()
        near = process.extract(key, self._keys, scorer=OSA.distance, score_cutoff=allowed, limit=None)
        # Two wrong letters and another first letter is another name, not a slip.
        near = [(k, d, i) for k, d, i in near if d < 2 or k[0] == key[0]]
        least = min((int(d) for _, d, _ in near), default=99)
        return least, {number for k, d, _ in near if d == least for number in self._exact[k]}
