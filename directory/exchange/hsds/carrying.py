"""A record of somebody else's feed while it is taken over: what was carried, and what is left to tell."""

from collections.abc import Iterable
from math import isfinite
from typing import Any

from directory.exchange.hsds.feed import Found
from directory.exchange.hsds.mapping import Placed, Plain
from directory.exchange.hsds.texts import has_markup, shortened, without_markup
from directory.store.problems import Problem, Severity, quoted

PASSED = frozenset({"id", "link_id", "organization_id", "service_id", "location_id", "service_at_location_id"})
"""Links: they are followed, not carried."""
LONGEST_TEXT, LONGEST_NAME = 600, 120


class Carrying:
    """One record: fields are taken out of it, and what nobody took is told."""

    def __init__(self, found: Found, kind: str, problems: list[Problem]) -> None:
        """`kind` is what the problems call it."""
        self.record = without_nothing(found.record)
        self.found, self._kind, self._problems = found, kind, problems
        self._taken: set[str] = set(PASSED)

    def take(self, name: str) -> Any:
        """A field, None when it is empty; it will not be told as left behind."""
        self._taken.add(name)
        return self.record.get(name)

    def records(self, name: str) -> list[Plain]:
        """The records in a field."""
        inner = self.take(name)
        inner = inner if isinstance(inner, list) else [inner]
        return [each for each in inner if isinstance(each, dict)]

    def text(self, name: str, limit: int = LONGEST_TEXT) -> str | None:
        """A text that people can read: no HTML, and no longer than fits; both are told."""
        value = self.take(name)
        if value is None:
            return None
        said = str(value)
        words = without_markup(said)
        if has_markup(said):
            self.tell(name, "There was HTML in it.", "Its words were kept; look whether they read well.")
        if len(words) > limit:
            self.tell(
                name, f"It has {len(words)} characters and {limit} fit.", "The rest was left out: shorten it by hand."
            )
        return shortened(words, limit) or None

    def number(self, name: str) -> float | None:
        """A number, also one that is written as a text ("12.0")."""
        value = self.take(name)
        if value is None:
            return None
        number = as_number(value)
        if number is None:
            self.tell(name, f"{quoted(value)} is not a number.", "Write digits with a point.")
        return number

    def tell(self, name: str, what: str, mend: str, *, must: bool = False, about: Plain | None = None) -> None:
        """A problem with a field; `about` is the record in it that has a place of its own."""
        severity = Severity.MUST_MEND if must else Severity.WARNING
        found = self.found if about is None else self.found.inside(about)
        self._problems.append(found.problem(self._kind, name, what, mend, severity))

    def tell_what_is_left(self, passed: Iterable[str] = ()) -> None:
        """Every field that nobody took."""
        for name, value in self.record.items():
            if name not in self._taken and name not in passed:
                self.leave(name, value)

    def leave(self, name: str, value: Any) -> None:
        """Tell of a value that has no place here; of records only how many, since they can be about people."""
        inside = value if isinstance(value, list) else [value]
        records = any(isinstance(each, dict | list) for each in inside)
        said = f" ({len(inside)})" if records else f": {quoted(value)}"
        self.tell(name, f"There is no place for it here{said}.", "Put what matters of it in a note, by hand.")


def without_nothing(value: Any) -> Any:
    """A record without fields that say nothing: null, empty texts and lists, at any depth."""
    if isinstance(value, dict):
        kept = {str(name): without_nothing(inner) for name, inner in value.items()}
        said = {name: inner for name, inner in kept.items() if inner not in (None, "", [], {})}
        return Placed(said, value.file, value.line) if isinstance(value, Placed) else said
    if isinstance(value, list):
        return [each for each in map(without_nothing, value) if each not in (None, "", [], {})]
    return value.strip() if isinstance(value, str) else value


def as_number(value: Any) -> float | None:
    """A number, also one that is written as a text, with a comma or a point; None when it is none."""
    try:
        number = float(str(value).replace(",", "."))
    except ValueError:
        return None
    return number if isfinite(number) else None
