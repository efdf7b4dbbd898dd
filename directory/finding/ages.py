"""An age between other words: "ik ben 14", "mijn dochter van 13", "j'ai 15 ans"."""

import re
from dataclasses import dataclass

NUMBERS = (
    "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig eenentwintig "
    "tweeëntwintig drieëntwintig vierentwintig vijfentwintig".split()
)
"""The ages that people write out, from the first number on."""
FIRST_NUMBER = 10
YOUNGEST, OLDEST = 5, 99

_AGE = rf"(?P<age>\d{{1,2}}|{'|'.join(NUMBERS)})"
_YEARS = r"(?:jaar|jr|j|ans|years?|yrs?|yo)"
_OLD = rf"(?:\s*{_YEARS})?(?:\s*(?:oud|old|geworden))?\b"
_I_AM = r"(?:ik ben|kben|'?k ben|ben ik|ben|word|j'ai|i am|i'?m|aged?)"
_HARDLY = r"(?:bijna|net|pas)"
_NOTHING_COUNTED = r"(?=\s*(?:[,.;:!?]|(?:en|maar|and|et)\b|$))"
"""What follows an age that is not said to be one: "net 16, en …", but not "net 20 pillen"."""
_PERSON = (
    r"(?:zoon|dochter|kind|meisje|jongen|vriendin|vriend|zus|zusje|broer|broertje|leerling|cliënte?|kleinzoon|"
    r"kleindochter|lief|nicht(?:je)?|neef(?:je)?|client|cliënt|bewoner|bewoonster|pleegkind|petekind|tiener|puber|"
    r"buurmeisje|buurjongen|fils|fille|garçon|ami|amie|élève|son|daughter|girl|boy|friend|teenager|pupil|student)"
)
_YOUNG = r"(?:1\d|2[0-5])"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_I_AM}\s+(?:(?:al|pas|nog maar|maar|nu|zelf|ook|intussen|ondertussen) )?{_AGE}{_OLD}",
        rf"\b{_HARDLY}\s+{_AGE}(?:\s*(?:{_YEARS}|geworden)\b|{_NOTHING_COUNTED})",
        rf",\s*(?P<age>{_YOUNG})(?=\s*(?:[,.!?]|$))",
        rf"(?<=\b)(?P<before>{_PERSON}\s+(?:van|is|is pas|is nog maar|de|of|aged)\s+){_AGE}{_OLD}",
        rf"\b{_AGE}[\s-]*(?:jarige?\b|j\.o\.)",
        rf"\b{_AGE}\s*{_YEARS}\s*(?:oud|old)\b",
        rf"(?P<before>[^\W\d_]+\s+)?\b{_AGE}\s*{_YEARS}\b(?!\s*(?:geleden|lang|terug|ago))",
    )
)
_BARE = re.compile(
    rf"^\s*(?P<first>{_YOUNG})\b(?!\s*[:.,/-]?\s*\d)|\b{_PERSON}\s+(?P<person>{_YOUNG})\b|"
    rf"(?<![\d:./-])(?<![\d:./-]\s)\b(?P<last>{_YOUNG})\s*$",
    re.IGNORECASE,
)
"""A number by itself: the first or last word of a short question, or behind a person."""
FEW_WORDS = 6
_NO_AGE_BEFORE = frozenset("om nummer nr bus tram lijn dag groep kamer gsm at op tot van en".split())
_A_WHILE = frozenset("al sinds na over binnen voor om per elke twee reeds depuis il y a for since after".split())
"""Before "3 jaar" these tell how long something takes."""
_SOMETHING_ELSE = re.compile(
    r"\s*(?:[%€]|(?:euro|eur|km|kg|keer|maal|weken|week|dagen|dag|maanden|maand|uur|minuten|minuut|weeks|days)\b)"
)
"""After a number these tell that it counts something else than years."""


@dataclass(frozen=True, slots=True)
class Age:
    """An age in years, and where it was said: text[start:end]."""

    years: int
    start: int
    end: int


def said_age(text: str) -> Age | None:
    """The first age that somebody gives, None when there is none."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            before = (found.groupdict().get("before") or "").strip().lower()
            years = _years(found.group("age").lower())
            if not YOUNGEST <= years <= OLDEST or before in _A_WHILE or _SOMETHING_ELSE.match(text, found.end()):
                continue
            start = found.start("age") if before else found.start()
            return Age(years, start, found.end())
    return _bare_age(text) if len(text.split()) <= FEW_WORDS else None


def _bare_age(text: str) -> Age | None:
    for found in _BARE.finditer(text):
        name = next(name for name, said in found.groupdict().items() if said)
        start, end = found.span(name)
        words_before = text[:start].lower().split()
        is_other = bool(words_before) and words_before[-1] in _NO_AGE_BEFORE
        counts_years = re.match(rf"\s*{_YEARS}\b", text[end:], re.IGNORECASE)
        if len(text.split()) > 1 and not is_other and not counts_years and not _SOMETHING_ELSE.match(text, end):
            return Age(int(found.group(name)), start, end)
    return None


def _years(said: str) -> int:
    return int(said) if said.isdigit() else NUMBERS.index(said) + FIRST_NUMBER
