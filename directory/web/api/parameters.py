"""What may stand behind the ? of an address: each parameter with its form, for who reads it and who documents it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import parse_qsl

from directory.web.api.problem import Fault, unusable

MOST_GIVEN = 100
A_PAGE, MOST_A_PAGE = 50, 100
LAST_PAGE = 1_000_000
LONGEST_SEARCH = 200
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_RFC_3339 = re.compile(r"(\d{4}-\d\d-\d\d)([Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: what it is for, its JSON Schema, how its text is read, and how to write it."""

    name: str
    about: str
    schema: Mapping[str, Any]
    read: Callable[[str], Any]
    """Raises ValueError for a text that cannot be used."""
    mend: str
    default: Any = None

    def described(self) -> dict[str, Any]:
        """As OpenAPI has it."""
        return {"name": self.name, "in": "query", "description": self.about, "schema": dict(self.schema)}


def pairs_of(query: bytes) -> list[tuple[str, str]]:
    """The names and texts behind the ? of an address.

    Raises:
        ProblemError: when there are more than anybody needs.
    """
    try:
        return parse_qsl(query.decode("latin-1"), True, errors="replace", max_num_fields=MOST_GIVEN)
    except ValueError:
        raise unusable([Fault("?", f"Give at most {MOST_GIVEN} parameters.")]) from None


def unknown(pairs: Iterable[tuple[str, str]], known: Sequence[str]) -> list[Fault]:
    """A fault for each parameter that is not known: to pass it by would answer another question."""
    others = ", ".join(known) or "none"
    return [
        Fault(name[:40], f"There is no such parameter here. Known are: {others}.")
        for name in dict.fromkeys(name for name, _ in pairs)
        if name not in known
    ]


def read_parameters(query: bytes, known: Sequence[Parameter]) -> dict[str, Any]:
    """The value of each known parameter, its default where it is not given.

    Raises:
        ProblemError: when one is not known, cannot be used or is given twice; all faults at once.
    """
    pairs = pairs_of(query)
    faults = unknown(pairs, [parameter.name for parameter in known])
    found = {}
    for parameter in known:
        given = [text for name, text in pairs if name == parameter.name]
        found[parameter.name] = parameter.default
        if len(given) > 1:
            faults.append(Fault(parameter.name, "Give it once."))
        elif given:
            try:
                found[parameter.name] = parameter.read(given[0])
            except ValueError:
                faults.append(Fault(parameter.name, parameter.mend))
    if faults:
        raise unusable(faults)
    return found


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if re.fullmatch(r"\d{1,9}", text, re.ASCII) and low <= int(text) <= high:
            return int(text)
        raise ValueError

    return read


def _yes_or_no(text: str) -> bool:
    return {"true": True, "false": False}[text] if text in ("true", "false") else _refuse()


def _uuid(text: str) -> str:
    return text.lower() if UUID.fullmatch(text) else _refuse()


def _day(text: str) -> date:
    found = _RFC_3339.fullmatch(text)
    if not found:
        raise ValueError
    # A leap second has no place on Python's clock.
    return datetime.fromisoformat(re.sub(r":60(?=[.Zz+-])", ":59", text.upper())).date()


def _words(text: str) -> str:
    return text if len(text) <= LONGEST_SEARCH else _refuse()


def _refuse() -> Any:
    raise ValueError


def _number(name: str, about: str, high: int, default: int) -> Parameter:
    schema = {"type": "integer", "minimum": 1, "maximum": high, "default": default}
    return Parameter(name, about, schema, _whole(1, high), f"Give a whole number from 1 to {high}.", default)


def _flag(name: str, about: str) -> Parameter:
    schema = {"type": "boolean", "default": False}
    return Parameter(name, about, schema, _yes_or_no, "Give true or false.", False)


def _link(name: str, about: str) -> Parameter:
    return Parameter(name, about, {"type": "string", "format": "uuid"}, _uuid, "Give a UUID, as our records have it.")


def form_of(*forms: str) -> Parameter:
    """Which form is wanted; the first of them unless another is named."""
    schema = {"type": "string", "enum": list(forms), "default": forms[0]}
    about = "json for a page; ndjson for all records at once, one a line (page and per_page then say nothing)."
    read = dict(zip(forms, forms, strict=True)).get
    return Parameter("format", about, schema, lambda t: read(t) or _refuse(), f"Give {' or '.join(forms)}.", forms[0])


PAGE = _number("page", "Which page.", LAST_PAGE, 1)
PER_PAGE = _number("per_page", f"How many records a page; at most {MOST_A_PAGE}.", MOST_A_PAGE, A_PAGE)
FULL = _flag("full", "Whole records instead of their own plain fields only.")
FULL_SERVICE = _flag("full_service", "The services of an organisation as whole records.")
MINIMAL = _flag("minimal", "Only 'id' and, when it is known, 'modified_date'; all records on one page.")
ORGANIZATION_ID = _link("organization_id", "Only what this organisation gives.")
TAXONOMY_ID = _link("taxonomy_id", "Only what has a term of this taxonomy, itself or in what is nested in it.")
TAXONOMY_TERM_ID = _link("taxonomy_term_id", "Only what has this term, itself or in what is nested in it.")
OF_TAXONOMY = _link("taxonomy_id", "Only the terms of this taxonomy.")
PARENT_ID = _link("parent_id", "Only the terms directly under this one.")
FORMAT = form_of("json", "ndjson")
SEARCH = Parameter(
    "search",
    "Only what has every one of these words in its names or descriptions, as the beginning of a word. An address is "
    "seen by others: what somebody in need types belongs in POST /api/find, which understands it as well.",
    {"type": "string", "maxLength": LONGEST_SEARCH},
    _words,
    f"Give at most {LONGEST_SEARCH} characters.",
)
MODIFIED_AFTER = Parameter(
    "modified_after",
    "Only what has a source of this day or later, or sources without a date. It cannot know when we changed a "
    "record: who keeps a copy should compare all with its ETag from time to time.",
    {"anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]},
    _day,
    "Write it as 2026-11-23 or 2026-11-23T20:00:00Z.",
)
