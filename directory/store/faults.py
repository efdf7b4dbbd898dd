"""What the model refuses, field by field, in plain sentences with the line of the field.

One sentence for each kind of error that pydantic can report on our records
(https://docs.pydantic.dev/latest/errors/validation_errors/); how to mend it comes from the description of
the field in the model, so that it is stated once.
"""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from directory.model.channel import Channel
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.provenance import Source
from directory.model.record import Record
from directory.model.service import Eligibility, Service
from directory.store.document import Document, Trail
from directory.store.problems import Problem, listed, quoted
from directory.web_address import host_fault

_HOMES: tuple[type[Record], ...] = (Organisation, Service, Eligibility, Channel, Location, Source)


def faults(document: Document, trail: Trail, model: type[Record], error: ValidationError) -> Iterator[Problem]:
    """The problems of one record that begins at this trail of the document."""
    for detail in error.errors(include_url=False):
        if _is_echo(detail):
            continue
        fault = _Fault(model, detail)
        what, mend = fault.sentences()
        yield document.problem((*trail, *detail["loc"]), what, mend)


def _is_echo(detail: ErrorDetails) -> bool:
    """A list whose every item is refused is also called too short; the items say it already."""
    return detail["type"] == "too_short" and bool(detail["input"])


class _Fault:
    """One error of pydantic with the field of the model that it is about."""

    def __init__(self, model: type[Record], detail: ErrorDetails) -> None:
        self.type = detail["type"]
        self.input: Any = detail["input"]
        self.limits: dict[str, Any] = detail.get("ctx", {})
        self.name = next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "")
        self.record, self.field = _field_of(model, detail["loc"])

    def sentences(self) -> tuple[str, str]:
        """What is wrong and how to mend it."""
        if self.input is None and self.type != "extra_forbidden":
            return self.missing()
        say = next((say for sign, say in _SENTENCES if self.type.startswith(sign)), _Fault.otherwise)
        return say(self)

    def missing(self) -> tuple[str, str]:
        """A field that must be there is not, or holds nothing."""
        if self.name == "sources":
            return 'There is no source: "sources" is missing or empty.', (
                "Add one with the page (url), what it says (says) and its date (as_of)."
            )
        return f'"{self.name}" is missing or empty.', f"Add it: {self.meaning()}."

    def unknown_field(self) -> tuple[str, str]:
        """A field that the record does not have."""
        what = f"{quoted(self.name)} is not a field of {_a(self.record)}."
        fields = sorted(self.record.model_fields)
        if near := get_close_matches(self.name, fields, n=1):
            return what, f'Write "{near[0]}", or remove it.'
        if home := next((h for h in _HOMES if self.name in h.model_fields), None):
            return what, f"Move it to {_a(home)}, or remove it."
        return what, f"Remove it, or use {listed(fields)}."

    def too_long(self) -> tuple[str, str]:
        """A text over its length."""
        length, limit = len(self.input), self.limits["max_length"]
        return f"The text has {length} characters and {limit} fit.", f"Shorten it by {length - limit}."

    def too_short(self) -> tuple[str, str]:
        """A text or list under its length."""
        if not self.input:
            return self.missing()
        what = f"{quoted(self.input)} has fewer than {self.limits['min_length']} characters."
        return what, f"Write it whole: {self.meaning()}."

    def form(self) -> tuple[str, str]:
        """A text that does not have the form of its field."""
        if self.name in ("url", "website"):
            if fault := host_fault(self.input):
                return f"{quoted(self.input)} is not a web address: {fault[0]}.", fault[1]
            return f"{quoted(self.input)} is not a web address.", "Write it whole, from https:// on."
        if self.name == "as_of":
            mend = "Write a year, a month or a day: 2024, 2024-05 or 2024-05-31."
            return f"{quoted(self.input)} is not a date.", mend
        mend = 'Use small letters and digits with single hyphens between them, as in "awel-chat".'
        return f"{quoted(self.input)} cannot be an id.", mend

    def choice(self) -> tuple[str, str]:
        """A word that is not one of the allowed words."""
        allowed = re.findall(r"'([^']*)'", self.limits["expected"])
        near = get_close_matches(str(self.input).lower(), allowed, n=1)
        words = listed(allowed)
        mend = f'Write "{near[0]}"; the words are {words}.' if near else f"Choose {words}."
        return f'{quoted(self.input)} is not a word for "{self.name}".', mend

    def outside(self) -> tuple[str, str]:
        """A number over or under its limit."""
        if "le" in self.limits:
            return f"{self.input} is too much.", f"Write {self.limits['le']:g} or less."
        return f"{self.input} is too little.", f"Write {self.limits['ge']:g} or more."

    def whole_number(self) -> tuple[str, str]:
        """No whole number."""
        return f"{quoted(self.input)} is not a whole number.", "Write digits only, as in 12."

    def number(self) -> tuple[str, str]:
        """No number."""
        return f"{quoted(self.input)} is not a number.", "Write digits with a point, as in 51.05."

    def yes_or_no(self) -> tuple[str, str]:
        """Neither yes nor no."""
        mend = "Write true or false, or leave the field out when it is not known."
        return f"{quoted(self.input)} is neither true nor false.", mend

    def day(self) -> tuple[str, str]:
        """No day of the calendar."""
        return f"{quoted(self.input)} is not a day.", "Write year, month and day, as in 2026-11-25."

    def one_text(self) -> tuple[str, str]:
        """A list or a group of fields where one text belongs."""
        return "Here is a list or a group of fields, and one text belongs here.", f"Write {self.meaning()}."

    def a_list(self) -> tuple[str, str]:
        """No list where a list belongs."""
        mend = "Write each on a line of its own, after a hyphen and a space."
        return f'"{self.name}" is not a list.', mend

    def a_group(self) -> tuple[str, str]:
        """One text where a record with fields belongs."""
        record = (_record_in(self.field.annotation) if self.field else None) or self.record
        fields = record.model_fields
        needed = [name for name, field in fields.items() if field.is_required()] or list(fields)[:3]
        what = f"{quoted(self.input)} stands where {_a(record)} belongs."
        return what, f"Write its fields below it, one a line: {', '.join(needed)}."

    def named_values(self) -> tuple[str, str]:
        """One text where names with a text each belong."""
        what = f"{quoted(self.input)} stands where names with a text each belong."
        return what, "Write a colon and a space between each name and its text, one a line."

    def otherwise(self) -> tuple[str, str]:
        """An error for which there is no sentence of its own."""
        return f"{quoted(self.input)} does not fit here.", f"Correct it: {self.meaning()}."

    def meaning(self) -> str:
        """The first sentence of the description of the field, as the end of a sentence."""
        description = self.field.description if self.field and self.field.description else self.name
        first = description.split(". ")[0].rstrip(" .,…")
        return first if first[:2].isupper() else first[:1].lower() + first[1:]


# The first sign that a type of error begins with decides.
_SENTENCES: tuple[tuple[str, Callable[[_Fault], tuple[str, str]]], ...] = (
    ("missing", _Fault.missing),
    ("extra_forbidden", _Fault.unknown_field),
    ("string_too_long", _Fault.too_long),
    ("string_too_short", _Fault.too_short),
    ("too_short", _Fault.too_short),
    ("string_pattern", _Fault.form),
    ("string", _Fault.one_text),
    ("enum", _Fault.choice),
    ("greater_than", _Fault.outside),
    ("less_than", _Fault.outside),
    ("int", _Fault.whole_number),
    ("float", _Fault.number),
    ("finite", _Fault.number),
    ("bool", _Fault.yes_or_no),
    ("date", _Fault.day),
    ("tuple", _Fault.a_list),
    ("model", _Fault.a_group),
    ("dict", _Fault.named_values),
)


def _field_of(model: type[Record], loc: tuple[int | str, ...]) -> tuple[type[Record], FieldInfo | None]:
    """The field of the model that a location of pydantic points to or into, and the record that has it."""
    record, field = model, None
    for step in loc:
        if isinstance(step, str):
            record = (_record_in(field.annotation) if field else None) or record
            field = record.model_fields.get(step)
    return record, field


def _record_in(annotation: object) -> type[Record] | None:
    """The record inside a type such as `tuple[Channel, ...]` or `Text | None`, None when there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if issubclass(annotation, Record) else None
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def _a(record: type[Record]) -> str:
    """The name of a record with its article: "an organisation", "a service area"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
