"""The wordings of wishes, laid out so that a question is held only against those that begin with a word of it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from directory.finding.clock import Clock, clocks
from directory.geography.names import Typed, typed_words
from directory.model.vocabulary import When, Wish

FEW_WORDS = 5
"""In a question of so many words a wish may be said with one word; those of an hour are not counted."""
WITH_AN_HOUR = frozenset({When.EVENING, When.NIGHT, When.SATURDAY, When.SUNDAY})
"""What an hour may stand beside: "vannacht om 3u". By itself it tells what happened then."""

Wording = tuple[tuple[str, ...], Wish, bool]
"""The plain words of a wish, what they stand for, and whether they count in a question of a few words only."""


class Wishes:
    """All wordings of the wishes of a vocabulary."""

    def __init__(self, wishes: Sequence[Wish]) -> None:
        """Take them apart once."""
        self._beginning: dict[str, list[Wording]] = defaultdict(list)
        for wish in wishes:
            for alone, said in ((False, wish.words.all), (True, wish.alone.all)):
                for words in said:
                    plain = tuple(word.plain for word in typed_words(words))
                    self._beginning[plain[0]].append((plain, wish, alone))

    def said(self, typed: Sequence[Typed], used: Collection[int]) -> Iterator[tuple[Wish, range, Clock | None]]:
        """The wishes in a text with the numbers of their words, longest wording first, none in a used word.

        The same words may say two of them: "nu chatten" asks to chat, and now. The hour is that beside a moment.
        """
        hours = list(clocks(typed))
        short = len(typed) - sum(len(hour.words) for hour in hours) <= FEW_WORDS
        standing = [
            (range(first, first + len(words)), wish)
            for first, word in enumerate(typed)
            for words, wish, alone in self._beginning.get(word.plain, ())
            if (short or not alone) and words == tuple(w.plain for w in typed[first : first + len(words)])
        ]
        taken, runs = set(used), set[range]()
        for run, wish in sorted(standing, key=lambda one: -len(one[0])):
            if taken.isdisjoint(run) or run in runs:
                taken.update(run)
                runs.add(run)
                beside = (h for h in hours if wish.when in WITH_AN_HOUR and _touch(h.words, run))
                yield wish, run, next(beside, None)


def _touch(one: range, other: range) -> bool:
    return one.stop == other.start or other.stop == one.start
