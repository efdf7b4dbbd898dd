"""Words as people say and type them, brought to the one that the vocabulary is held against.

The vocabulary is read in the same way, so that a phrase with one of these words stands for a phrase with any of them.
"""

from collections.abc import Iterator, Sequence

from directory.finding.language import fold, is_in_dictionary, is_word_of
from directory.model.text import Language

AS_SPOKEN = {
    "ni": "niet",
    "nie": "niet",
    "nimeer": "niet meer",
    "nimmer": "niet meer",
    "nimr": "niet meer",
    "niemeer": "niet meer",
    "nx": "niks",
    "kannie": "kan niet",
    "kani": "kan niet",
    "wilni": "wil niet",
    "kweenie": "weet niet",
    "kweeni": "weet niet",
    "kweet": "ik weet",
    "kga": "ik ga",
    "ies": "iets",
    "mss": "misschien",
    "gn": "geen",
    "iem": "iemand",
    "ff": "even",
    "effe": "even",
    "efkes": "even",
    "vaneigens": "natuurlijk",
    "wk": "ik",
    "chatte": "chatten",
    "tis": "het is",
    "twas": "het was",
    "tgaat": "het gaat",
    "das": "dat is",
    "dak": "dat ik",
    "dek": "dat ik",
    "moek": "moet ik",
    "kank": "kan ik",
    "benk": "ben ik",
    "hebk": "heb ik",
    "zijt": "bent",
    "hebde": "hebt",
    "kunde": "kunt",
    "moogde": "mag",
    "moete": "moet",
    "vr": "voor",
    "gwn": "gewoon",
    "wrm": "waarom",
    "omda": "omdat",
    "altij": "altijd",
    "vant": "van het",
}
"""How Dutch is typed in Flanders when nobody looks at the spelling."""

FAMILIES = (
    "vader papa pappa paps pa vake pere dad daddy father",
    "moeder mama mamma mams moeke mere maman mum mom mummy mommy mother",
    "stiefvader stiefpapa stiefpa plusvader pluspapa stepdad stepfather",
    "stiefmoeder stiefmama stiefma plusmoeder plusmama stepmum stepmom stepmother",
    "opa bompa grootvader vava pepe grandpa grandfather grandad papy",
    "oma bomma grootmoeder moemoe grandma grandmother granny mamy",
    "nonkel oom uncle oncle tonton",
    "huilen wenen bleten bleiten schreien janken snikken",
    "huilt weent bleet schreit",
    "bang schrik",
    "zin goesting",
    "niets niks",
    "politie flik flikken pliesie polies keuf flics cops",
    "gsm smartphone iphone gsmke foon",
)
"""Words that say the same thing, of which the vocabulary seldom holds all: who is hit by pa is hit by papa."""

OF_MINE = frozenset("ons mijn mn min men haar zijn en met van bij aan door onze".split())
"""What stands before a mother who is called "ma", which is French for mine."""
SUBJECTS = frozenset("ik k hij zij ze we wij ge gij je jij het t dat da nu niet ni nie ook das tis".split())
"""What follows a "ma" that is but."""
LEAST_AFTER_K = 3
"""So many letters at least follow an "ik" that is written as one with its verb: kzit, kheb."""

_SAME = {word: family.split()[0] for family in FAMILIES for word in family.split()} | AS_SPOKEN


def as_typed(question: str) -> list[str]:
    """The folded words of a question, each as the word that stands for all that say the same."""
    typed = fold(question).split()
    return [word for position in range(len(typed)) for word in _said(typed, position)]


def _said(typed: Sequence[str], position: int) -> Iterator[str]:
    word = _mother_or_but(typed, position) if typed[position] in ("ma", "moe") else typed[position]
    if word in _SAME:
        yield from _SAME[word].split()
    elif _holds_ik(word):
        yield "ik"
        yield _SAME.get(word[1:], word[1:])
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
