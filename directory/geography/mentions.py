"""A place between other words: "jac in kortrijk", "9000 gent chat", "hulp voor homo's antwerpen"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from directory.geography.names import Typed, folded, plain_words, typed_words
from directory.geography.place import Outcome, Place, PlaceAnswer, PlaceKind, Region
from directory.geography.places import Gazetteer

MOST_WORDS = 5
"""No name of a place has more."""
A_TOWN = 10_000
"""So many people live in a quarter whose name is said without the town's."""
FAR_FROM_TYPOS = 6
"""A misspelt name is understood from so many letters on; shorter ones are too like other words."""

POINTERS = frozenset(
    "in uit rond rondom omgeving regio provincie prov streek buurt nabij dichtbij vlakbij stad gemeente centrum near "
    "around around from a à dans pres près vers".split()
)
"""Words before which a name is meant as a place. 'te' is not among them: "te halen" is no village."""
BETWEEN = frozenset("de het van te bij naar l la le d du".split())
"""Words that may stand before or between those, as in "in de buurt van Gent"."""
ALSO_A_WORD = frozenset(
    "as appels bal balen basel beek beest berg bergen beuken bevel bever boom bost bree burcht burst caster champion "
    "damme doel donck donk duisburg duras eine eist elen elst emblem esen essen forest geel gestel graven grazen hal "
    "halen ham haren heer heers hees heffen heist heks herten heusden hever hoeke hove huise impe jette jeuk kanne "
    "kapellen kaster kessel kester klerken kluizen kozen laar laken landen lauw lede leest leke lens lessen "
    "lille linden lint lo loo lot luik mal mall malle manage marche mark marke mater meer meeuwen melden menen mere "
    "middelburg moen mol mons muizen munte namen nazareth olen olmen outer paal peer pelt perk proven pulle putte "
    "recht reet rekem ruien rutten schaffen schelle schilde schulen silly sluizen spa spiere staden steene "
    "terhagen tielen veerle veulen viane vinkt voeren voort voorde vorst vremde vucht walem walken wange weelde "
    "weerde weert welden welle wellen werken wieze wilderen woesten wortel wulpen zande zandbergen zaren zelem "
    "zeveren zolder".split()
)
"""Names that are also everyday words, or first names: a place only behind a pointer or in a few words."""
FEW_WORDS, WELL_KNOWN = 3, 15_000
"""In a question this short such a name is a place when so many people live there: "jac geel"."""

SHORTEST_MISSPELT, POINTED_AT = 5, 4
"""A misspelt name has so many letters at least, and so many where a word says that it is a place: "in Gnet"."""
SHORT = {"bxl": "Brussel", "a'pen": "Antwerpen", "a’pen": "Antwerpen", "antw": "Antwerpen"}
"""Cities as they are abbreviated."""

_CODE = re.compile(r"[1-9]\d{3}")
_NOT_A_CODE_BEFORE = frozenset("euro eur € km jaar uur keer".split())
_YEAR_AFTER = frozenset("sinds vanaf jaar tot voor januari februari maart april mei juni juli augustus".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a text names, and where: `start` to `end`, with the words that point to it."""

    answer: PlaceAnswer
    start: int
    end: int

    @property
    def place(self) -> Place:
        """The place that is most likely meant."""
        if self.answer.best is None:
            raise ValueError("a mention names a place")
        return self.answer.best


def mention(text: str, gazetteer: Gazetteer, is_word: Callable[[str], bool] | None = None) -> Mention | None:
    """The first place that a text names, longest name first; None when it names none for certain.

    With `is_word`, which tells of a folded word whether it means something else, a misspelt town is understood too.
    """
    words = typed_words(text)
    keys = [folded(word.text) for word in words]
    runs = [run for run in _runs(len(words)) if _may_be_a_place(keys[slice(*run)], gazetteer)]
    for first, last in sorted(runs, key=lambda run: (run[0] - run[1], run[0])):
        answer = _named(words, first, last, text, gazetteer)
        if answer is not None:
            return Mention(answer, words[_pointed_from(words, first)].start, words[last - 1].end)
    return _misspelt(words, gazetteer, is_word) if is_word else None


def _misspelt(words: list[Typed], gazetteer: Gazetteer, is_word: Callable[[str], bool]) -> Mention | None:
    """The first town of which one word is an abbreviation, or has a letter wrong."""
    for first, word in enumerate(words):
        short = SHORT.get(word.text.lower())
        pointed = _is_pointed(words, first)
        least = POINTED_AT if pointed else SHORTEST_MISSPELT
        if short is None and (len(word.plain) < least or not word.plain.isalpha() or is_word(word.plain)):
            continue
        answer = gazetteer.find_place(short or word.text)
        if answer.best and (short or _is_near(word, answer, pointed=pointed)):
            return Mention(answer, words[_pointed_from(words, first)].start, word.end)
    return None


def _is_near(word: Typed, answer: PlaceAnswer, *, pointed: bool) -> bool:
    best = answer.best
    if best is None or answer.outcome is not Outcome.CORRECTED or best.region is Region.WAL:
        return False
    names = [folded(name) for name in (best.name, best.name_fr) if name]
    errors = min(OSA.distance(word.plain, name) for name in names)
    is_large = best.kind is PlaceKind.MUNICIPALITY and (best.population or 0) >= WELL_KNOWN
    begins_so = any(word.plain[0] == name[0] for name in names)
    return begins_so and (pointed or (is_large and errors == 1))


def _runs(count: int) -> Iterator[tuple[int, int]]:
    for first in range(count):
        for last in range(first + 1, min(first + MOST_WORDS, count) + 1):
            yield first, last


def _may_be_a_place(keys: list[str], gazetteer: Gazetteer) -> bool:
    """A quick look, since most words of a question are none."""
    return bool(_CODE.fullmatch(keys[0])) or gazetteer.is_name("".join(keys))


def _named(words: list[Typed], first: int, last: int, text: str, gazetteer: Gazetteer) -> PlaceAnswer | None:
    said = text[words[first].start : words[last - 1].end]
    after = words[last].plain if last < len(words) else ""
    before = words[first - 1].plain if first else ""
    if _CODE.fullmatch(words[first].text):
        if not gazetteer.postcode_exists(words[first].text) or after in _NOT_A_CODE_BEFORE or before in _YEAR_AFTER:
            return None
        answer = gazetteer.find_place(said) if last == first + 1 else gazetteer.exactly(said)
        return answer if answer and answer.best else None
    answer = gazetteer.exactly(said)
    if answer is None or answer.best is None or (last > first + 1 and not _has_many_words(answer.best)):
        return None
    if folded(said) in ALSO_A_WORD:
        is_town = answer.best.kind is PlaceKind.MUNICIPALITY and answer.best.region is not Region.WAL
        known = (answer.best.population or 0) >= WELL_KNOWN and len(words) in range(2, FEW_WORDS + 1)
        return answer if is_town and (before in POINTERS or known) else None
    return answer if _is_meant(folded(said), answer.best, pointed=_is_pointed(words, first)) else None


def _has_many_words(place: Place) -> bool:
    """False for a name of one word: "werk in" is not Werkin."""
    return any(len(plain_words(name)) > 1 for name in (place.name, place.name_fr, place.municipality) if name)


def _is_meant(key: str, place: Place, *, pointed: bool) -> bool:
    is_here = place.region in (Region.VLG, Region.BRU)
    if pointed:
        return len(key) > 2
    large = place.kind is not PlaceKind.VILLAGE or (place.population or 0) >= A_TOWN
    return is_here and (large or len(key) >= FAR_FROM_TYPOS)


def _is_pointed(words: list[Typed], first: int) -> bool:
    start = _pointed_from(words, first)
    return any(word.plain in POINTERS for word in words[start:first])


def _pointed_from(words: list[Typed], first: int) -> int:
    """The first of the words before a name that only point to it; the name itself when there are none."""
    start = first
    while start and words[start - 1].plain in POINTERS | BETWEEN:
        start -= 1
    if any(word.plain in POINTERS for word in words[start:first]):
        return start
    # "bij" or "van" alone points to a place that is certain anyhow; it goes with the name.
    return first - 1 if first and words[first - 1].plain in BETWEEN else first
