"""An hour between other words: "om 3u", "22 uur 30", "at 3am"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from directory.geography.names import Typed

HALF_A_DAY = 12
_BEFORE = frozenset("om rond tegen vers a at".split())
_HOUR = re.compile(r"(?P<hour>[01]?\d|2[0-4]) ?(?P<unit>u|uur|uren|h|heures?|am|pm)(?: ?(?P<minute>[0-5]\d))?")
MOST_WORDS = 3
"""22 uur 30 is said in so many."""


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as it was said, and the numbers of the words that say it."""

    at: time
    words: range


def clocks(typed: Sequence[Typed]) -> Iterator[Clock]:
    """The hours that a text says; a number by itself is none."""
    done = 0
    for start, word in enumerate(typed):
        if start < done or not word.plain[:1].isdigit():
            continue
        for end in range(min(start + MOST_WORDS, len(typed)), start, -1):
            if found := _HOUR.fullmatch(" ".join(part.plain for part in typed[start:end])):
                first = start - (start > done and typed[start - 1].plain in _BEFORE)
                yield Clock(_time(found), range(first, end))
                done = end
                break


def _time(found: re.Match[str]) -> time:
    hour = int(found["hour"])
    if found["unit"] == "pm" and hour < HALF_A_DAY:
        hour += HALF_A_DAY
    return time(hour % (2 * HALF_A_DAY), int(found["minute"] or 0))
