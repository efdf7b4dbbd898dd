"""The telephone numbers that a sentence names, as links to press."""

import re

from markupsafe import Markup

from directory.wording.messages import apart
from directory.wording.written import marked_as

SHORT = ("101", "102", "103", "106", "107", "112", "1712", "1813")
"""The short numbers where somebody helps. Others stay as they stand: they may be a year, an amount or a postcode."""
_LONG = r"(?:0|\+32[ \u00a0]?)\d(?:[ \u00a0./]?\d){7,8}"
_NUMBER = re.compile(rf"(?<![\w@./+-])(?:{'|'.join(SHORT)}|116[ \u00a0]?\d{{3}}|{_LONG})(?![\w@]|[./]\w)")


def called(text: str) -> str:
    """A text as HTML in which each number of Belgium that can be called is a link; its language is told as ever."""
    parts: list[str] = []
    end = 0
    for found in _NUMBER.finditer(text):
        number = found[0]
        parts += [text[end : found.start()], _link(number)]
        end = found.end()
    if not parts:
        return marked_as(text, text)
    return marked_as(text, Markup().join([*parts, text[end:]]))


def _link(number: str) -> Markup:
    digits = re.sub(r"[ \u00a0./]", "", number)
    target = f"+32{digits[1:]}" if digits.startswith("0") else digits
    return Markup('<a href="tel:{}">{}</a>').format(target, apart(number))
