"""A language in which every message of ours stands between ⟦ and ⟧, made from the code itself.

What is read on a page outside of these signs, and is no fact, was never handed to a translator.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import write_po

from directory.wording import messages

ROOT = Path(__file__).resolve().parents[2]
OPEN, CLOSE = "⟦", "⟧"
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "eo", "fa"
"""Languages that nobody speaks here, one for each direction of script: what was said once in one is remembered."""
BESIDE = Path(__file__).parent / "languages"
"""A folder such as an operator adds: Arabic, for who looks for help."""


@cache
def all_messages() -> tuple[tuple[str | tuple[str, ...], str | None], ...]:
    """Every message in the code with its context, a pair of forms where there is a plural."""
    with (ROOT / ".babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    keywords = DEFAULT_KEYWORDS | parse_keywords(["N_", "weave", "pgettext:1c,2", "ngettext:1,2"])
    found = extract_from_dir(ROOT / "directory", _below(methods), _below(options), keywords=keywords)
    return tuple(dict.fromkeys((message, context) for _file, _line, message, _notes, context in found))


def _below(patterns):
    """Patterns of the whole project as they are within its folder of code."""
    if isinstance(patterns, dict):
        return {name.removeprefix("directory/"): value for name, value in patterns.items()}
    return [(name.removeprefix("directory/"), value) for name, value in patterns]


def write_language(folder: Path, code: str) -> None:
    """Write a catalogue of this language in which every message says that it is one."""
    catalogue = Catalog(locale=code)
    for message, context in all_messages():
        if isinstance(message, tuple):
            said = [f"{OPEN}{message[min(form, 1)]}{CLOSE}" for form in range(catalogue.num_plurals)]
            catalogue.add(message, said, context=context)
        else:
            catalogue.add(message, f"{OPEN}{message}{CLOSE}", context=context)
    target = folder / code / "LC_MESSAGES"
    target.mkdir(parents=True)
    with (target / "messages.po").open("wb") as file:
        write_po(file, catalogue)


@contextmanager
def spoken_here(folder: Path, *codes: str) -> Iterator[None]:
    """Let this process speak these languages too, for as long as the `with` lasts."""
    for code in codes:
        write_language(folder, code)
    with spoken_from(folder):
        yield


@contextmanager
def spoken_from(folder: Path) -> Iterator[None]:
    """Let this process speak the languages of this folder too, for as long as the `with` lasts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HULPKAART_LANGUAGES", str(folder))
        _forget()
        yield
    _forget()


def _forget() -> None:
    for kept in (messages._catalogues, messages._place_names):
        kept.cache_clear()


def outside(text: str) -> str:
    """What of a text stands outside of every message."""
    depth, left = 0, []
    for letter in text:
        depth += (letter == OPEN) - (letter == CLOSE)
        left.append(letter if depth == 0 and letter != CLOSE else "")
    return "".join(left)
