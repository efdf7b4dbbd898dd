"""A language that says all we say in capitals: what is left in small letters was never meant to be translated."""

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from tests.wording.pseudo import all_messages

NOT_SAID = re.compile(r"(\{[^}]*\}|<[^>]*>)")


def write_in_capitals(folder: Path, code: str) -> None:
    """Write a catalogue of this language in which every sentence of ours is itself in capitals."""
    catalogue = Catalog(locale=code, fuzzy=False)
    for message, context in all_messages():
        forms = [message] if isinstance(message, str) else [message[min(n, 1)] for n in range(catalogue.num_plurals)]
        said = [_capitals(form) for form in forms]
        catalogue.add(message, said[0] if isinstance(message, str) else said, context=context)
    file = folder / code / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_po(opened, catalogue)


def _capitals(sentence: str) -> str:
    return "".join(part if NOT_SAID.fullmatch(part) else part.upper() for part in NOT_SAID.split(sentence))
