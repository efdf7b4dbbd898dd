"""The filters of the worker's screen in its address, so that a colleague gets the same view.

What is there is read as far as it can be: an address may be old, cut off, mistyped or made up.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from directory.finding.query import DEFAULT_RADIUS_KM, LONGEST_QUESTION, RADII_KM, Query
from directory.finding.tally import Order
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind, Mode
from directory.model.provenance import a_year_before
from directory.model.service import RunBy
from directory.model.text import without_unseen

Parameters = Mapping[str, Sequence[str]]
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
YES, NO = "ja", "nee"
LONGEST_PLACE = 80
MOST_VALUES = 200
"""No choice of ours has so many values; what follows in an address is not looked at."""
HOW = {"online": Mode.ONLINE, "bellen": Mode.PHONE, "buurt": Mode.IN_PERSON}
FLAGS = {
    "gratis": "free",
    "anoniem": "anonymous",
    "zelf": "without_referral",
    "via": "through_professional",
    "rolstoel": "wheelchair",
    "open": "open_now",
    "ongekend": "or_unknown",
}
"""What stands for a filter that is set or not, and the field of the query."""
YES_OR_NO = {"brief": "letter_needed", "gesprek": "intake", "zonder-ouders": "without_parents"}
"""What stands for a filter that is asked with yes or with no, and the field of the query."""
DAYS = {"vers": "newer_than", "nagekeken": "checked_after"}
"""Filters that count back from today, so that the same address means the same a month later."""
_ANSWER = {True: YES, False: NO}
LIST = "lijst"
"""What else the address of that screen may hold: the codes of a shortlist."""


@dataclass(frozen=True, slots=True)
class View:
    """What is asked, the place as it was typed, and in which order it is shown."""

    query: Query
    where: str = ""
    order: Order = Order.BEST


@dataclass(frozen=True, slots=True)
class Opened:
    """The view of an address, and what of it could not be used: each parameter with the value as it stood."""

    view: View
    left_out: tuple[tuple[str, str], ...] = ()


def written(view: View) -> dict[str, list[str]]:
    """The parameters of a view, those of its filters that are set; the same view gives the same ones."""
    query = view.query
    found: dict[str, list[str]] = {
        "over": [query.words.strip()],
        "waar": [view.where.strip()],
        "straal": [f"{query.within_km:g}"] if query.within_km != DEFAULT_RADIUS_KM else [],
        "hoe": [word for word, mode in HOW.items() if mode in query.modes],
        "weg": [kind.value for kind in Kind if kind in query.kinds],
        "thema": sorted(query.themes),
        "voor": [query.audience or ""],
        "leeftijd": ["" if query.age is None else str(query.age)],
        "taal": [query.language or ""],
        "wie": [query.run_by or ""],
        "van": [query.organisation or ""],
        **{word: [_ANSWER.get(getattr(query, field), "")] for word, field in YES_OR_NO.items()},
        **{word: [YES if getattr(query, field) else ""] for word, field in (FLAGS | DAYS).items()},
        "volgorde": [view.order.value if view.order is not Order.BEST else ""],
    }
    return {name: kept for name, values in found.items() if (kept := [value for value in values if value])}


def read(parameters: Parameters, catalogue: Catalogue, gazetteer: Gazetteer, today: date) -> Opened:
    """The view of these parameters, with what could not be used of them. Never raises."""
    return _Reading(parameters, catalogue, today).opened(gazetteer)


class _Reading:
    """One address while it is read."""

    def __init__(self, parameters: Parameters, catalogue: Catalogue, today: date) -> None:
        self.given = {name: list(values)[:MOST_VALUES] for name, values in parameters.items()}
        self.catalogue = catalogue
        self.today = today
        self.left_out = [(name, "") for name, values in parameters.items() if len(values) > MOST_VALUES]

    def opened(self, gazetteer: Gazetteer) -> Opened:
        vocabulary = self.catalogue.vocabulary
        where = self._one("waar", lambda text: without_unseen(text)[:LONGEST_PLACE].strip())
        order = self._one("volgorde", _member(Order)) or Order.BEST
        fields: dict[str, Any] = {
            "words": self._one("over", lambda text: without_unseen(text)[:LONGEST_QUESTION].strip()),
            "within_km": self._one("straal", _radius),
            "modes": frozenset(self._several("hoe", HOW.get)),
            "kinds": frozenset(self._several("weg", _member(Kind))),
            "themes": frozenset(self._several("thema", _known({t.id for t in vocabulary.themes}))),
            "audience": self._one("voor", _known({a.id for a in vocabulary.audiences})),
            "age": self._one("leeftijd", _age),
            "language": self._one("taal", _known(self.catalogue.languages)),
            "run_by": self._one("wie", _member(RunBy)),
            "organisation": self._one("van", _known(self.catalogue.organisation)),
            **{field: self._one(word, _yes) for word, field in FLAGS.items()},
            **{field: self._one(word, {YES: True, NO: False}.get) for word, field in YES_OR_NO.items()},
            **{field: a_year_before(self.today) if self._one(word, _yes) else None for word, field in DAYS.items()},
        }
        if where:
            fields["place"] = gazetteer.find_place(where).best
            if fields["place"] is None:
                self.left_out.append(("waar", where))
                where = None
        self.left_out += [(name, "") for name in self.given if name != LIST]
        query = Query(**{name: value for name, value in fields.items() if value is not None})
        return Opened(View(query, where or "", order), tuple(self.left_out))

    def _one(self, name: str, meaning: Callable[[str], T | None]) -> T | None:
        """The meaning of a parameter with one value: the first that can be used, the others are left out."""
        found = self._several(name, meaning)
        if len(found) > 1:
            self.left_out.append((name, ""))
        return found[0] if found else None

    def _several(self, name: str, meaning: Callable[[str], T | None]) -> list[T]:
        found: dict[T, None] = {}
        for value in self.given.pop(name, ()):
            means = meaning(value)
            if means is not None:
                found[means] = None
            elif value:
                self.left_out.append((name, value))
        return list(found)


def _known(ids: Iterable[str]) -> Callable[[str], str | None]:
    known = frozenset(ids)
    return lambda text: text if text in known else None


def _member(values: type[E]) -> Callable[[str], E | None]:
    return {value.value: value for value in values}.get


def _yes(text: str) -> bool | None:
    return True if text == YES else None


def _age(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= 120 else None


def _radius(text: str) -> float | None:
    return next((km for km in RADII_KM if f"{km:g}" == text), None)
