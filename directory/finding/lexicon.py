"""What everyday words mean: from a question to the themes and audiences that it is about, each with a strength.

Built from the vocabulary alone. A phrase is matched as a set of words that stand near each other, in any
order, so that "mijn vader slaat mij" says "vader slaat"; a phrase with one telling word as it stands.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt

from directory.finding.forms import Fits
from directory.finding.language import DENIES, EMPTY, LIGHT, SAYS_ANY_NEED, is_in_dictionary, says_something
from directory.finding.spoken import Spoken
from directory.model.text import Language
from directory.model.vocabulary import Term, Vocabulary

PHRASE, LONGER, WORD, LOOSE = 3.0, 0.5, 2.0, 1.0
"""Strength of a phrase of two words, what every further word adds, of a word that is a term by itself, and of a
word that stands in phrases of one term and of no other."""
FEW = 2.0
"""A word that stands in so few phrases tells half as surely what it is about as one that stands in many."""
HEARD = 0.5
"""What is left of a word by itself when some expression holds it already."""
ASKED_BESIDE = 0.4
"""What is left of what only asks for an ear ("wil praten") where a need is told: it is how, not with what."""
GAP = 3
"""How many other words may stand within a phrase."""
ANYWHERE, MUCH_LEFT_OUT = 14, 3
"""A word that stands in phrases of so many terms tells nothing by itself; a phrase of such words alone, from which so
many binding words are left out, has to stand there as it was written: "moet altijd zeggen waar ik ben"."""
COVERED = 0.45
"""What is left of a word by itself when a phrase has said more with it."""
INCOMPLETE = 0.55
"""A phrase of three words and more of which one light word is missing."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A word or phrase of the vocabulary: the numbers of its words, and what it stands for.

    `width` counts all words that were written, `light` are those that say nothing alone, `spare` those of them that
    do not turn it around; a `literal` phrase has to stand there as it was written.
    """

    words: tuple[int, ...]
    width: int
    light: frozenset[int]
    spare: frozenset[int]
    literal: bool
    terms: tuple[tuple[str, str], ...]

    @property
    def least(self) -> int:
        """So many of its words a question must hold, for it to be worth a look."""
        return len(self.words) - (1 if len(self.words) > 2 else 0)

    @property
    def strength(self) -> float:
        """How much it says: more when it is longer, less when it may mean many things."""
        telling = len(self.words) - len(self.light) / 2
        full = WORD if len(self.words) == 1 else PHRASE + LONGER * (telling - 2)
        return full / sqrt(max(Counter(kind for kind, _ in self.terms).values()))


TermKey = tuple[str, str]
"""A term of the vocabulary: its kind (theme or audience) and its id."""
Meaning = dict[TermKey, float]
"""How strongly each term is meant."""
Places = dict[int, list[tuple[int, float]]]
"""For each known word where it stands in a question, and how surely."""
Evidence = tuple[float, frozenset[int], Expression]
"""An expression that stands in a question: its strength, and at which positions."""


class Lexicon:
    """The expressions of a vocabulary, found through the words of a question."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Take the vocabulary apart once."""
        self.spoken = Spoken(vocabulary.sayings)
        spoken: dict[tuple[tuple[str, ...], Language], dict[tuple[str, str], None]] = defaultdict(dict)
        self._broader = {term.id: term.broader for term in (*vocabulary.themes, *vocabulary.audiences)}
        for kind, terms in (("theme", vocabulary.themes), ("audience", vocabulary.audiences)):
            for term in terms:
                for text, language in _said(term):
                    words = tuple(self.spoken.as_typed(text))
                    if words:
                        spoken[words, language][kind, term.id] = None
        self.vocabulary: tuple[tuple[str, Language], ...] = tuple(
            dict.fromkeys((word, language) for words, language in spoken for word in words)
        )
        self._ordinary = frozenset(word for word, _ in self.vocabulary)
        self._number = {word: n for n, word in enumerate(self.vocabulary)}
        self._general = _general(spoken)
        self._expressions = list(self._numbered(spoken))
        self._least = [expression.least for expression in self._expressions]
        self._holding: dict[int, list[int]] = defaultdict(list)
        self._loose: dict[int, Counter[TermKey]] = defaultdict(Counter)
        for n, expression in enumerate(self._expressions):
            for word in dict.fromkeys(expression.words):
                self._holding[word].append(n)
                if len(expression.words) > 1 and says_something(self.vocabulary[word][0]):
                    self._loose[word].update(expression.terms)
        self._asks_only = frozenset(e for e in self._expressions if self._only_asks(e))
        phrases = Counter(chain.from_iterable(e.terms for e in self._expressions if len(e.words) > 1))
        self._usual = {term: count / phrases.total() for term, count in phrases.items()}

    def _only_asks(self, expression: Expression) -> bool:
        """True for what asks for help or for an ear without saying with what: "wil praten"."""
        spelled = [self.vocabulary[word][0] for word in expression.words]
        return any(w in SAYS_ANY_NEED for w in spelled) and not any(says_something(w) for w in spelled)

    def says(self, word: str, language: Language) -> bool:
        """True for a folded word that stands in some expression of this language."""
        return (word, language) in self._number

    def is_ordinary(self, word: str) -> bool:
        """True for a folded word that means something by itself, here or in a dictionary."""
        return word in self._ordinary or word in EMPTY or word in LIGHT or is_in_dictionary(word)

    def _numbered(
        self, spoken: Mapping[tuple[tuple[str, ...], Language], Mapping[tuple[str, str], None]]
    ) -> Iterator[Expression]:
        for (words, language), terms in spoken.items():
            kept = [w for w in words if w not in EMPTY]
            telling = sum(w not in LIGHT for w in kept)
            says_little = len(words) - len(kept) >= MUCH_LEFT_OUT and self._is_general(kept)
            literal = len(words) > 1 and (telling == 0 or len(kept) < 2 or says_little)
            used = list(words) if literal or not kept else kept
            numbers = [self._number[w, language] for w in dict.fromkeys(used)]
            light = frozenset(self._number[w, language] for w in used if w in LIGHT or w in EMPTY)
            spare = frozenset(number for number in light if self.vocabulary[number][0] not in DENIES)
            yield Expression(tuple(numbers), len(words), light, spare, literal, self._narrowest(terms))

    def _is_general(self, kept: Sequence[str]) -> bool:
        """True when no word of a phrase tells by itself what it is about."""
        return all(w in LIGHT or w in self._general for w in kept)

    def _narrowest(self, terms: Collection[TermKey]) -> tuple[TermKey, ...]:
        """Without what is wider than another: who says the one does not say the other beside it."""
        wider = {self._broader[term] for _, term in terms}
        return tuple(key for key in terms if key[1] not in wider)

    def meaning(self, question: Sequence[Fits]) -> Meaning:
        """What the words of a question mean together, given for each what known words it may be."""
        at: Places = defaultdict(list)
        for position, fits in enumerate(question):
            for word, sure in fits.items():
                at[word].append((position, sure))
        said: dict[TermKey, dict[frozenset[int], float]] = defaultdict(dict)
        heard: set[int] = set()
        spoken = list(_without_what_is_covered(self._spoken(at)))
        is_told = any(strength >= WORD and expression not in self._asks_only for strength, _, expression in spoken)
        for full, positions, expression in spoken:
            strength = full * (ASKED_BESIDE if is_told and expression in self._asks_only else 1)
            heard |= positions
            for term in expression.terms:
                said[term][positions] = max(strength, said[term].get(positions, 0))
        for position, term, strength in self._loosely(at):
            part = frozenset({position})
            left = strength * (HEARD if position in heard else 1)
            said[term][part] = max(left, said[term].get(part, 0))
        return {term: _sum_apart(found) for term, found in said.items()}

    def _spoken(self, at: Places) -> Iterator[Evidence]:
        """The expressions that stand in a question."""
        standing = Counter(chain.from_iterable(self._holding.get(word, ()) for word in at))
        for n, many in standing.items():
            if many < self._least[n]:
                continue
            expression = self._expressions[n]
            if found := _match(expression, at):
                sure, positions = found
                yield expression.strength * sure, positions, expression

    def _loosely(self, at: Places) -> Iterator[tuple[int, TermKey, float]]:
        """What words say by themselves, by how much oftener they stand in phrases of a term than any word does."""
        standing: dict[int, Meaning] = defaultdict(lambda: defaultdict(float))
        for word, places in at.items():
            for position, sure in places:
                for term, count in self._loose.get(word, {}).items():
                    standing[position][term] += sure * count
        for position, terms in standing.items():
            among = sum(terms.values())
            for term, often in terms.items():
                more = (often - among * self._usual[term]) / (among + FEW)
                if more > 0:
                    yield position, term, LOOSE * sqrt(more)


def _general(spoken: Mapping[tuple[tuple[str, ...], Language], Mapping[TermKey, None]]) -> frozenset[str]:
    """The words that stand in phrases of many terms."""
    of: dict[str, set[TermKey]] = defaultdict(set)
    for (words, _), terms in spoken.items():
        if len(words) > 1:
            for word in words:
                of[word].update(terms)
    return frozenset(word for word, terms in of.items() if len(terms) >= ANYWHERE)


def _without_what_is_covered(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """The same, strongest first; what is said by a part of a longer phrase says less."""
    covered: dict[int, tuple[int, float]] = {}
    for strength, positions, expression in sorted(evidence, key=lambda e: (-len(e[1]), -e[0])):
        longer = [covered[p] for p in positions if p in covered and covered[p][0] > len(positions)]
        is_part = any(said >= strength for _, said in longer)
        yield strength * (COVERED if is_part else 1), positions, expression
        if not is_part and len(positions) > 1:
            covered.update({p: max((len(positions), strength), covered.get(p, (0, 0.0))) for p in positions})


def _sum_apart(found: Mapping[frozenset[int], float]) -> float:
    """What several expressions say together, no word of the question counted twice."""
    total, used = 0.0, set[int]()
    for positions, strength in sorted(found.items(), key=lambda f: (-f[1], sorted(f[0]))):
        if used.isdisjoint(positions):
            total += strength
            used |= positions
    return total


def _match(expression: Expression, at: Places) -> tuple[float, frozenset[int]] | None:
    """How surely a phrase stands in the question, and at which positions; None when it does not."""
    words = [w for w in expression.words if w in at]
    missing = len(expression.words) - len(words)
    if missing > 1 or not words:
        return None
    if missing and (len(expression.words) < 3 or not expression.spare - set(words) or expression.literal):
        return None
    best: tuple[float, frozenset[int]] | None = None
    for start, _ in at[words[0]]:
        chosen = _in_a_row(words, at, start) if expression.literal else _nearest(words, at, start)
        positions = [p for p, _ in chosen]
        if len(set(positions)) < len(words):
            continue
        if max(positions) - min(positions) + 1 > expression.width + (0 if expression.literal else GAP):
            continue
        sure = min(s for _, s in chosen) * (INCOMPLETE if missing else 1)
        if best is None or sure > best[0]:
            best = sure, frozenset(positions)
    return best


def _nearest(words: Sequence[int], at: Places, start: int) -> list[tuple[int, float]]:
    """Of each word the place that is nearest to the start, with how surely it stands there."""
    return [min(at[w], key=lambda p: (abs(p[0] - start), -p[1])) for w in words]


def _in_a_row(words: Sequence[int], at: Places, start: int) -> list[tuple[int, float]]:
    """Of each word the first place after the word before it; it ends where one does not stand there."""
    found: list[tuple[int, float]] = []
    for word in words:
        later = [p for p in at[word] if (p[0] > found[-1][0] if found else p[0] == start)]
        if not later:
            break
        found.append(min(later, key=lambda p: (p[0], -p[1])))
    return found


def _said(term: Term) -> Iterator[tuple[str, Language]]:
    """What people say for a term, its label included: but "parents" is said by children, not by parents."""
    for language in Language:
        label: str | None = getattr(term.label, language)
        words: Iterable[str] = getattr(term.words, language)
        yield from ((text, language) for text in (*words, *([label] if label and not term.on_behalf else ())))
