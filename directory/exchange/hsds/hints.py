"""Signs that a place may not be shown: fields of others that say so, and words of shelter.

Too cautious costs a street that somebody can fill in again; too bold costs somebody their hiding place.
"""

import re
from collections.abc import Iterator
from typing import Any

from directory.exchange.hsds.mapping import Plain

_FIELD = re.compile(
    r"confidential|private|secret(?!ar)|undisclosed|geheim|vertrouwelijk|hide_?address", re.IGNORECASE
)
_WORDS = re.compile(
    r"\b(confidential|undisclosed|secret|private) (address|location)\b"
    r"|\baddress (is )?(confidential|withheld|not public)"
    r"|\badres(sen)? (is|blijft|zijn) (geheim|niet openbaar)|\b(geheim|vertrouwelijk|onbekend) adres\b"
    r"|\badresse (secrète|confidentielle)",
    re.IGNORECASE,
)
_SHELTER = re.compile(
    r"\b(shelter|safe ?house|safe accommodation|refuge|domestic violence|transitional housing"
    r"|vluchthuis|vrouwenhuis|veilig huis|crisisopvang|noodopvang|nachtopvang|opvangcentrum|opvanghuis|opvangtehuis"
    r"|hébergement|maison d'accueil)",
    re.IGNORECASE,
)
_NO = ("", "0", "0.0", "false", "no", "nee", "n", "none", "null", "public", "openbaar")


def may_say_hidden(name: str) -> bool:
    """True for the name of a field that seems to say that something may not be shown."""
    return _FIELD.search(name) is not None


def is_withheld(record: Plain, *, sheltering: bool) -> bool:
    """True for a location that is hidden, or of who shelters people and that does not say that it may be known."""
    says = says_hidden(record)
    return says or (says is None and sheltering)


def says_hidden(record: Plain) -> bool | None:
    """True or False when a location, or something inside it, says whether its address is hidden; None otherwise."""
    said = [str(value).strip().lower() not in _NO for name, value in _flags(record) if _FIELD.search(name)]
    if any(said) or any(_WORDS.search(text) for text in _texts(record)):
        return True
    return False if said else None


def shelters(record: Plain) -> bool:
    """True when a service seems to give people a place to stay or hide."""
    return any(_SHELTER.search(text) for text in _texts(record))


def _flags(value: Any) -> Iterator[tuple[str, Any]]:
    """Every field that holds one value, also of attributes, whose name is a value itself."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, dict | list):
                yield from _flags(inner)
            else:
                yield str(name), inner
        if "link_type" in value or "taxonomy_term" in value or "label" in value:
            term = value.get("taxonomy_term")
            named = term.get("name", "") if isinstance(term, dict) else ""
            answer = value.get("value")
            yield (
                f"{value.get('link_type') or ''} {value.get('label') or ''} {named}",
                True if answer is None else answer,
            )
    elif isinstance(value, list):
        for inner in value:
            yield from _flags(inner)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
