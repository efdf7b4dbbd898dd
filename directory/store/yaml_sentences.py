"""What keeps a file from being read as YAML, in sentences that a steward can act on."""

import re
from typing import NamedTuple

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError


class Sentence(NamedTuple):
    """What is wrong on a line of a file and how to mend it."""

    line: int
    what: str
    mend: str


# A piece of what ruamel's parser says, against what a steward most likely did; the first that fits is taken.
_CAUSES = (
    (
        "mapping values are not allowed",
        "There is a second colon on this line, or it stands too far to the right.",
        "Put text that holds a colon between quotation marks, and line up the fields of one record.",
    ),
    (
        "quoted scalar",
        "A quotation mark is opened here and not closed.",
        "Close it, or remove it when the text needs none.",
    ),
    (
        "parsing a flow",
        "A bracket or brace is opened and not closed.",
        "Close it, or write the list with one hyphen a line.",
    ),
    (
        "alias",
        "A text begins with an asterisk, which YAML keeps for itself.",
        "Put the text between quotation marks.",
    ),
    (
        "cannot start any token",
        "A text begins with a sign that YAML keeps for itself.",
        "Put the text between quotation marks.",
    ),
    (
        "found another document",
        "A second document begins here, after three hyphens.",
        "Keep one document in a file.",
    ),
    (
        "block",
        "This line does not line up with those before it, or a quotation mark above it is not closed.",
        "Give all fields of one record the same number of spaces in front, and close every quotation mark.",
    ),
    (
        "could not find expected ':'",
        "A line above this one has no colon after its field.",
        "Write a colon and a space between the field and its text.",
    ),
)


def about_bytes(error: UnicodeDecodeError) -> Sentence:
    """Why these bytes are not UTF-8, and on which line."""
    line = error.object[: error.start].count(b"\n") + 1
    what = f"The file is not in UTF-8: byte {error.object[error.start]:#04x} has no meaning there."
    return Sentence(line, what, "Save it again as UTF-8 and look at the letters with an accent.")


def about_yaml(error: Exception, text: str) -> Sentence:
    """Why this text is not YAML, and on which line."""
    if isinstance(error, ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Sentence(
            line, f"There is a sign U+{error.character:04X} here, which nobody sees.", "Type the line again."
        )
    line = _line(error)
    lines = text.splitlines()
    written = lines[line - 1] if line <= len(lines) else ""
    if re.match(r"\s*\t", written):
        return Sentence(line, "This line begins with a tab.", "Indent with spaces, two for each level.")
    words = f"{getattr(error, 'context', None) or ''} {getattr(error, 'problem', None) or error}"
    for sign, what, mend in _CAUSES:
        if sign in words:
            return Sentence(line, what, mend)
    return Sentence(line, "This cannot be read as YAML.", "Compare it with the form of the other files.")


def _line(error: Exception) -> int:
    if not isinstance(error, MarkedYAMLError):
        return 1
    # The opening of a quotation mark or bracket helps more than the end of the file, where it was missed.
    opened = error.context_mark if "block" not in (error.context or "") else None
    mark = opened or error.problem_mark or error.context_mark
    return int(mark.line) + 1 if mark is not None else 1
