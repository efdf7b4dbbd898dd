"""Words as people say and type them, brought to the one that the vocabulary is held against.

Which words those are says the vocabulary itself (vocabulary/spoken.yaml). It is read in the same way, so that a
phrase with one of them stands for a phrase with any.
"""

from collections.abc import Iterable, Iterator, Sequence

from directory.finding.language import fold, is_in_dictionary, is_word_of
from directory.model.text import Language
from directory.model.vocabulary import Saying

OF_MINE = frozenset("ons mijn mn min men haar zijn en met van bij aan door onze".split())
"""What stands before a mother who is called "ma", which is French for mine."""
SUBJECTS = frozenset("ik k hij zij ze we wij ge gij je jij het t dat da nu niet ni nie ook das tis".split())
"""What follows a "ma" that is but."""
LEAST_AFTER_K = 3
"""So many letters at least follow an "ik" that is written as one with its verb: kzit, kheb."""


class Spoken:
    """The words that stand for others, as a vocabulary says it."""

    def __init__(self, sayings: Iterable[Saying]) -> None:
        """Take them together once."""
        self._said = {word: saying.say.split() for saying in sayings for word in saying.typed}

    def as_typed(self, question: str) -> list[str]:
        """The folded words of a question, each as the word that stands for all that say the same."""
        typed = fold(question).split()
        return [word for position in range(len(typed)) for word in self._read(typed, position)]

    def _read(self, typed: Sequence[str], position: int) -> Iterator[str]:
        word = _mother_or_but(typed, position) if typed[position] in ("ma", "moe") else typed[position]
        if word in self._said:
            yield from self._said[word]
        elif _holds_ik(word):
            yield "ik"
            yield from self._said.get(word[1:], word[1:].split())
        else:
            yield word


def _mother_or_but(typed: Sequence[str], position: int) -> str:
    """What "ma" is, mother or but, or in French mine; and whether "moe" is a mother or tired."""
    word, before = typed[position], typed[position - 1] if position else ""
    after = typed[position + 1] if position + 1 < len(typed) else ""
    if word == "moe":
        return "mama" if before in ("ons", "onze") else word
    if after in SUBJECTS or _holds_ik(after):
        return "maar"
    is_dutch = is_word_of(after, Language.NL) and not is_word_of(after, Language.FR)
    return "mama" if before in OF_MINE or is_dutch else word


def _holds_ik(word: str) -> bool:
    """True for "kzit", which is "ik zit"."""
    rest = word[1:]
    return (
        word.startswith("k")
        and len(rest) >= LEAST_AFTER_K
        and not is_in_dictionary(word)
        and is_word_of(rest, Language.NL)
    )
