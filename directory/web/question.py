"""From a form to a question: what was understood of it, and what there is to mend, field by field."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from directory.finding.query import DEFAULT_RADIUS_KM, LONGEST_QUESTION, RADII_KM, Query
from directory.finding.understanding import AGE, AUDIENCE, PLACE
from directory.geography.place import Place
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode
from directory.model.vocabulary import Term, Vocabulary
from directory.web.form import Form
from directory.web.reader import SWITCH
from directory.wording.labels import HOW
from directory.wording.messages import N_, _
from directory.wording.places import place_answer
from directory.wording.written import language_of_facts

LONGEST_PLACE = 80
LONGEST_AGE = 20
OLDEST = 120
MOST_STEPS = 50
"""No browser keeps more entries in the history of a tab."""
FURTHEST = 1000
"""Nobody leafs further; who forges a number may not make us lay out a country."""

_AGE = re.compile(r"(\d{1,3})\s*(?:j\.?|jaar)?", re.IGNORECASE)
_UNTYPED = {"Cc", "Cs"}
"""Categories of Unicode that nobody types: control characters and halves of a pair."""

UNREADABLE = N_("Een paar tekens konden we niet lezen: kijk of er staat wat je bedoelt.")
TOO_LONG = N_("Dit was te lang: we hielden het begin. Zeg het wat korter.")
NO_WORD = N_("Hier kunnen we niet op zoeken. Zeg het met een woord, of kies hieronder een onderwerp.")
NO_AGE = N_("Schrijf je leeftijd als een getal van 0 tot 120, bijvoorbeeld 15. Leeg laten mag ook.")
HERE = "hier"
"""Where in a page its form stands: below results from which number on, or alone, and below which complaint. It counts
when the language is switched from within that form, so that the page that comes then is the same one."""
TAKEN_BACK_HERE = "hier-niet"
"""The same for what was taken back in the words of the question: whoever presses 'Zoek' asks anew."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was typed and as it was understood."""

    query: Query = field(default_factory=Query)
    words: str = ""
    place: str = ""
    age: str = ""
    mend: dict[str, str] = field(default_factory=dict)
    """What to mend: a sentence for each field that needs it."""
    place_said: str | None = None
    """What we made of the place, when that has to be said though we could go on."""
    places: tuple[Place, ...] = ()
    """The places that may be meant, when there are several."""
    taken_back: tuple[str, ...] = ()
    """What was read in the words and is not meant, by the names of `finding.understanding`."""

    def carried(self, *, place: bool = True) -> list[tuple[str, str]]:
        """The question as fields of a next form, so that a page can be asked again from it."""
        query = self.query
        pairs = [("woorden", self.words), ("plek", self.place if place else ""), ("leeftijd", self.age)]
        pairs += [("thema", theme) for theme in sorted(query.themes)]
        pairs += [("hoe", str(mode)) for mode in HOW if mode in query.modes]
        pairs += [("niet", name) for name in self.taken_back]
        pairs += [("publiek", query.audience or ""), ("taal", query.language or "")]
        pairs += [(name, "ja") for name, chosen in self.chosen.items() if chosen]
        if query.within_km != DEFAULT_RADIUS_KM:
            pairs.append(("straal", f"{query.within_km:g}"))
        return [(name, text) for name, text in pairs if text]

    @property
    def chosen(self) -> dict[str, bool]:
        """The plain yes-or-nothing choices, by the name of their field."""
        query = self.query
        return {
            "open": query.open_now,
            "gratis": query.free,
            "anoniem": query.anonymous,
            "zelf": query.without_referral,
        }

    @property
    def has_more(self) -> bool:
        """True when something is chosen that the form keeps behind 'Meer'."""
        query = self.query
        rest = (query.audience, query.language, query.free, query.anonymous, query.without_referral)
        return any(rest) or query.within_km != DEFAULT_RADIUS_KM


def read_question(form: Form, catalogue: Catalogue, gazetteer: Gazetteer) -> Question:
    """What somebody asks. Fields that we do not have and choices that we do not offer say nothing."""
    mend: dict[str, str] = {}
    words = typed(form, "woorden", LONGEST_QUESTION, mend)
    place = typed(form, "plek", LONGEST_PLACE, mend)
    age = typed(form, "leeftijd", LONGEST_AGE, mend)
    has_no_word = bool(words) and not any(c.isalnum() for c in words)
    if has_no_word:
        mend["woorden"] = _(NO_WORD)
    found = gazetteer.find_place(place)
    said = place_answer(place, found) if place else None
    if said and found.best is None:
        mend["plek"] = said
    years = _years(age)
    if age and years is None:
        mend["leeftijd"] = _(NO_AGE)
    vocabulary = catalogue.vocabulary
    query = Query(
        words="" if has_no_word else words,
        reads=language_of_facts(),
        place=found.best,
        within_km=_radius(form.first("straal")),
        modes=frozenset(mode for mode in Mode if mode in form.all("hoe")),
        themes=frozenset(_known(form.all("thema"), vocabulary.theme)),
        audience=next(_known(form.all("publiek"), vocabulary.audience), None),
        age=years,
        language=next((code for code in form.all("taal") if code in catalogue.languages), None),
        free=bool(form.first("gratis")),
        anonymous=bool(form.first("anoniem")),
        without_referral=bool(form.first("zelf")),
        open_now=(open_now := bool(form.first("open"))),
        or_listens=open_now or bool(words),
    )
    places = tuple(p for p in (found.best, *found.alternatives) if p)
    return Question(
        query=query,
        words=words,
        place=place,
        age=age,
        mend=mend,
        place_said=said if found.best else None,
        places=places if len(places) > 1 else (),
        taken_back=tuple(name for name in _taken_back(form) if _is_wish(name, vocabulary)),
    )


def steps(form: Form) -> int:
    """How many of our own pages lie before this one, by the form that led here."""
    return min(_number(form.first("stap")), MOST_STEPS)


def begin(form: Form) -> int:
    """The place in the list from which on results are asked."""
    return min(_number(form.first("vanaf") or stands_at(form)), FURTHEST)


def is_switch(form: Form) -> bool:
    """True when a page is only asked for again, in another language."""
    return bool(form.first(SWITCH))


def stands_at(form: Form) -> str:
    """Where in its page the form stood from within which the language was switched; empty for any other form."""
    return form.first(HERE) if is_switch(form) else ""


def _taken_back(form: Form) -> tuple[str, ...]:
    return form.all("niet") + (form.all(TAKEN_BACK_HERE) if is_switch(form) else ())


def _is_wish(name: str, vocabulary: Vocabulary) -> bool:
    return name in (PLACE, AGE, AUDIENCE) or any(wish.id == name for wish in vocabulary.wishes)


def clean(text: str) -> str:
    """Text on one line, without signs that nobody types on purpose."""
    kept = (" " if _is_unreadable(c) else c for c in text if unicodedata.category(c) != "Cf")
    return " ".join("".join(kept).split())


def typed(form: Form, name: str, longest: int, mend: dict[str, str]) -> str:
    """The text of a field, cleaned and cut; what was lost by that is to be mended."""
    raw = form.first(name)
    if any(_is_unreadable(c) and not c.isspace() for c in raw):
        mend[name] = _(UNREADABLE)
    text = clean(raw[: longest * 20])
    if len(text) > longest or len(raw) > longest * 20:
        mend[name] = _(TOO_LONG)
    return text[:longest].rstrip()


def _is_unreadable(character: str) -> bool:
    """True for what a broken or hostile text holds, and for the breaks of a line."""
    return character == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(character) in _UNTYPED


def _years(age: str) -> int | None:
    found = _AGE.fullmatch(age)
    years = int(found.group(1)) if found else None
    return years if years is not None and years <= OLDEST else None


def _radius(text: str) -> float:
    return next((km for km in RADII_KM if text == f"{km:g}"), DEFAULT_RADIUS_KM)


def _number(text: str) -> int:
    return int(text[:6]) if text.isascii() and text.isdigit() else 0


def _known(ids: Iterable[str], term: Callable[[str], Term | None]) -> Iterator[str]:
    return iter(sorted(each for each in frozenset(ids) if term(each)))
