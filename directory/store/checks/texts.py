"""Texts: what a reader sees is all there is."""

import unicodedata
from collections.abc import Iterator

from directory.model.text import UNSEEN
from directory.store.problems import Problem
from directory.store.reading import Reading


def unseen_signs(reading: Reading) -> Iterator[Problem]:
    """A text holds no sign that nobody sees: it could turn a number around, or hide a word from the search."""
    for document in reading.documents:
        for trail, text in document.written():
            if signs := sorted(set(UNSEEN.findall(text))):
                what = f"It holds {_named(signs[0])}, which nobody sees; it is read without."
                yield document.problem(trail, what, "Type the text again: it came along with a copy.")


def _named(sign: str) -> str:
    return f"the sign {unicodedata.name(sign, f'U+{ord(sign):04X}')}"
