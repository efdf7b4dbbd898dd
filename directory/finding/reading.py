"""A question read once: which words say something, what they mean, whose name they are, what was mistyped."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.finding.ages import FIRST_NUMBER, NUMBERS
from directory.finding.forms import SAME_SOUND, SAME_STEM, Fits, Forms
from directory.finding.language import (
    EMPTY,
    LIGHT,
    SPOKEN_IN,
    TONGUES,
    fold,
    is_in_dictionary,
    is_word_of,
    lemma,
    says_something,
)
from directory.finding.lexicon import Lexicon, Meaning
from directory.finding.names import Names
from directory.model.text import Language

PARTICLES = frozenset("door op uit weg aan af mee in over rond buiten terug om toe bij".split())
"""What a Dutch verb may be cut from: stuurt ... door is doorsturen."""
NAMES_SOMETHING = frozenset("de het een mijn mn je jouw zijn haar hun ons onze dit deze die".split())
"""What stands before a noun."""
REACH = 6
"""So many words may stand between a verb and its particle."""
PARTS_OF_VERB = 0.9
MOST_MENDED = 8
"""Of so many words that are no words the meaning is sought; who types more of them types no question."""
_WRITTEN = re.compile(r"[^\W\d_]+")
MOST_PIECES = 6
"""A long word is typed as so many at most."""
LONGER_THAN_CHANCE = 7
"""So many letters that belong to several words do not spell another one by chance."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a question says.

    `words` are the telling words as we read them, `places` those that say where, `meant` the typed words that we
    read as another, `named` per record how surely it was asked for by name, `language` (ISO 639-1) the one in which
    it is put or help is asked; `readable` when some word at least is a word.
    """

    words: tuple[str, ...]
    places: tuple[str, ...]
    meaning: Meaning
    named: NDArray[np.float64]
    meant: tuple[tuple[str, str], ...]
    language: str
    readable: bool


class Reader:
    """Reads questions with the words of a vocabulary and the names of a catalogue."""

    def __init__(self, lexicon: Lexicon, names: Names) -> None:
        """Take the words together once."""
        self._lexicon = lexicon
        self._names = names
        self._first_name = len(self._lexicon.vocabulary)
        self._forms = Forms([*self._lexicon.vocabulary, *((word, None) for word in names.words)])

    def is_word(self, word: str) -> bool:
        """True for a folded word that means something, or that stands in a name."""
        return self._lexicon.is_ordinary(word) or bool(self._forms.spelled(word))

    def read(self, question: str, reads: Language = Language.NL) -> Understood | None:
        """What a question says, None when it has no words that can be read.

        `reads` is the language of who asks, where the words may be of several.
        """
        typed = self._lexicon.spoken.as_typed(question)
        if not typed:
            return None
        meant: dict[int, str] = {}
        fits = [self._word(word, position, meant) for position, word in enumerate(typed)]
        self._write_as_one(typed, fits)
        joined = self._write_long_as_one(typed, fits)
        self._join_verbs(typed, fits)
        # A word that is a word is read as another only when nothing else says anything.
        if len(typed) <= MOST_MENDED and not any(fits[p] for p, word in enumerate(typed) if says_something(word)):
            fits = [self._mended(word, p, meant) if says_something(word) else fits[p] for p, word in enumerate(typed)]
        if not fits[-1] and says_something(typed[-1]) and not is_in_dictionary(typed[-1]):
            fits[-1] = self._forms.begun(typed[-1])
        return self._understood(typed, fits, meant, joined, self._language(question, reads))

    def _word(self, word: str, position: int, meant: dict[int, str]) -> Fits:
        """What one word may be: as it is bent, one error away, a compound, two errors away; notes what was mended."""
        fits = self._forms.same(word)
        sure = max(fits.values(), default=0)
        if sure > SAME_STEM or not says_something(word):
            return fits
        if is_in_dictionary(word):
            return fits or self._forms.parts(word)
        # What is in no dictionary was hardly bent by a rule: an error of one letter is likelier.
        nearest = self._forms.mended(word) if len(meant) < MOST_MENDED else None
        if nearest and nearest.errors == 1:
            meant[position] = nearest.word
            return nearest.fits
        if fits and sure <= SAME_SOUND:
            meant[position] = self._forms.likeliest(fits)
        if fits := fits or self._forms.parts(word):
            return fits
        # Also what nobody can read is noted, as itself, so that a page of it costs no more than a few words.
        meant[position] = nearest.word if nearest else word
        return nearest.fits if nearest else {}

    def _mended(self, word: str, position: int, meant: dict[int, str]) -> Fits:
        nearest = self._forms.mended(word)
        if nearest is None:
            return {}
        meant[position] = nearest.word
        return nearest.fits

    def _understood(
        self, typed: Sequence[str], fits: Sequence[Fits], meant: dict[int, str], joined: int, language: str
    ) -> Understood:
        first = self._first_name
        full = {w for w in typed if w not in EMPTY} or set(typed)
        telling = {w for w in full if says_something(w)} or full
        names = [
            {
                n - first: sure
                for n, sure in known.items()
                # A binding word counts as a part of a name that is written as one: "wat wat".
                if n >= first and (word in full or self._names.words[n - first] not in EMPTY)
            }
            for word, known in zip(typed, fits, strict=True)
        ]
        words = [meant.get(p, word) for p, word in enumerate(typed) if says_something(word)]
        return Understood(
            words=tuple(w for w in dict.fromkeys(words) if w not in self._names.place_words),
            places=tuple(w for w in dict.fromkeys(words) if w in self._names.place_words),
            meaning=self._lexicon.meaning(fits),
            named=self._names.named(names, max(1, len(telling) - joined)),
            meant=tuple((typed[p], meant[p]) for p in sorted(meant) if meant[p] != typed[p]),
            language=language,
            readable=any(fits) or any(is_in_dictionary(word) for word in typed),
        )

    def _language(self, question: str, reads: Language) -> str:
        """The language that is asked for, else the one in which the question is put."""
        asked = (SPOKEN_IN[word] for word in fold(question).split() if word in SPOKEN_IN)
        return next(asked, None) or self.tongue(question, reads)

    def tongue(self, question: str, reads: Language) -> Language:
        """The language of most words of a question; `reads`, that of who asks, when it is not plain."""
        # A dictionary holds words with their accents, and people type them with and without.
        words = [
            (written.casefold(), plain) for written in _WRITTEN.findall(question) for plain in fold(written).split()
        ]
        known = {tongue: sum(self._is_of(tongue, *word) for word in words) for tongue in TONGUES}
        return max(TONGUES, key=lambda language: (known[language], language is reads, language is Language.NL))

    def _is_of(self, tongue: Language, written: str, plain: str) -> bool:
        """True for a word of this language; what we ourselves say in it is one, like boulimie or sexting in Dutch."""
        own = self._lexicon.says(plain, tongue)
        return own or any(is_word_of(form, tongue) for form in (written, plain))

    def _write_as_one(self, typed: Sequence[str], fits: list[Fits]) -> None:
        """Two words that are written as one in the vocabulary or in a name, and a number in groups."""
        for position in range(len(typed) - 1):
            end = position + 2
            while end < len(typed) and all(word.isdigit() for word in typed[position : end + 1]):
                end += 1
            run = [_in_digits(word) for word in typed[position:end]]
            found = self._forms.spelled("".join(run))
            if not found and not all(fits[position:end]) and all(word.isalpha() for word in run):
                nearest = self._forms.mended("".join(run))
                found = nearest.fits if nearest and nearest.errors == 1 else {}
            only_binds = all(word in EMPTY for word in typed[position:end])
            for known, sure in found.items():
                if only_binds and known < self._first_name:
                    continue
                for part in range(position, end):
                    fits[part].setdefault(known, sure)

    def _write_long_as_one(self, typed: Sequence[str], fits: list[Fits]) -> int:
        """A long word, of a name mostly, that was typed as three or more; as the whole question it may have an error.

        By how many the words of the question are fewer for that.
        """
        fewer = 0
        for first in range(len(typed)):
            for end in range(first + 3, min(len(typed), first + MOST_PIECES) + 1):
                joined = "".join(typed[first:end])
                if len(joined) < LONGER_THAN_CHANCE or not joined.isalpha():
                    continue
                found = self._forms.spelled(joined)
                # Pieces that are all words were hardly meant as another one.
                if not found and end - first == len(typed) and not all(is_in_dictionary(word) for word in typed):
                    nearest = self._forms.mended(joined)
                    found = nearest.fits if nearest and nearest.errors == 1 else {}
                fewer = max(fewer, end - first - 1 if found else 0)
                for known, sure in found.items():
                    for part in range(first, end):
                        fits[part].setdefault(known, sure)
        return fewer

    def _join_verbs(self, typed: Sequence[str], fits: list[Fits]) -> None:
        for at, particle in enumerate(typed):
            if particle not in PARTICLES:
                continue
            if _opens_a_place(typed, at):
                continue
            for position in range(max(0, at - REACH), min(len(typed), at + REACH + 1)):
                verb = lemma(typed[position], Language.NL) if typed[position] not in EMPTY else None
                if verb and position != at:
                    for known, sure in self._forms.same(particle + verb).items():
                        # What only sounds alike is another verb: who looks (afkijken) does not kick off (afkicken).
                        if sure <= SAME_SOUND:
                            continue
                        if known >= self._first_name or self._lexicon.vocabulary[known][1] is Language.NL:
                            fits[position].setdefault(known, sure * PARTS_OF_VERB)


def _opens_a_place(typed: Sequence[str], at: int) -> bool:
    """True for "op" before a noun, which says where: "hangt op straat" is not ophangen."""
    after = typed[at + 1] if at + 1 < len(typed) else ""
    is_noun = bool(after) and (after in NAMES_SOMETHING or (after not in EMPTY and after not in LIGHT))
    return typed[at] == "op" and is_noun


def _in_digits(word: str) -> str:
    """A number as it is spoken: zeventien twaalf is 1712."""
    return str(NUMBERS.index(word) + FIRST_NUMBER) if word in NUMBERS else word
