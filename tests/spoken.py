"""A language that says all we say in capitals: what is left in small letters was never meant to be translated."""

import re
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from directory.settings import ROOT

KEYWORDS = {"_": None, "N_": None, "weave": None, "pgettext": ((1, "c"), 2), "ngettext": (1, 2)}
FOUND_IN = [("**.py", "python"), ("**.html", "jinja2")]
_NOT_SAID = re.compile(r"(\{[^}]*\}|<[^>]*>)")


@cache
def messages() -> tuple[tuple[str | tuple[str, ...], str | None], ...]:
    """Every sentence of ours that can be translated, with its context."""
    found = extract_from_dir(str(ROOT / "directory"), FOUND_IN, keywords=KEYWORDS)
    return tuple((message, context) for _, _, message, _, context in found)


def in_capitals(folder: Path, code: str) -> None:
    """Write a catalogue of this language in which every sentence is itself in capitals."""
    catalogue = Catalog(locale=code, fuzzy=False)
    for message, context in messages():
        forms = (message,) if isinstance(message, str) else message
        loud = [_capitals(form) for form in forms]
        several = [loud[0], *[loud[-1]] * (catalogue.num_plurals - 1)]
        catalogue.add(message, loud[0] if isinstance(message, str) else several, context=context)
    file = folder / code / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_po(opened, catalogue)


def _capitals(sentence: str) -> str:
    return "".join(part if _NOT_SAID.fullmatch(part) else part.upper() for part in _NOT_SAID.split(sentence))
