"""Text of others, as it can be read and shown here."""

import codecs
import re
from html.parser import HTMLParser
from pathlib import Path

from directory.model.text import without_unseen
from directory.plain_file import NotPlainError
from directory.store.problems import Problem, Severity

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def files_in(folder: Path, pattern: str, problems: list[Problem]) -> list[Path]:
    """The files of a folder of others by their pattern; one that would never end, a pipe or a device, is told."""
    found = sorted(folder.glob(pattern))
    endless = [file for file in found if file.exists() and not file.is_file()]
    for file in endless:
        known = NotPlainError(file)
        problems.append(Problem(str(file), 1, "", "", f"{known.strerror}.", known.mend))
    return [file for file in found if file not in endless]


def read_text(file: Path, problems: list[Problem]) -> str:
    """The text of a file; one that is neither UTF-8 nor says it is UTF-16 is read as Windows-1252, which is told."""
    try:
        content = file.read_bytes()
    except OSError as error:
        what = f"The file cannot be opened: {error.strerror}."
        problems.append(Problem(str(file), 1, "", "", what, "Put it where it can be read."))
        return ""
    try:
        return content.decode("utf-16" if content.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        what = "The file is not UTF-8; it was read as Windows-1252."
        mend = "Look at the letters with accents, and save it as UTF-8."
        problems.append(Problem(str(file), line, "", "", what, mend, Severity.WARNING))
        return content.decode("cp1252", errors="replace")


class _Words(HTMLParser):
    """The words of a page of HTML; what a browser would run or hide is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Words of two blocks do not run together."""
        self._hidden += tag in _HIDDEN
        self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """The end of a block."""
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        self.words.append(" ")

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._hidden:
            self.words.append(data)


_HIDDEN = ("script", "style")
_MARKUP = re.compile(r"<[a-zA-Z/!][^>]*>|&(#[0-9]+|#x[0-9a-fA-F]+|[a-zA-Z]+);")


def without_markup(text: str) -> str:
    """A text on one line, without HTML and without the signs that nobody sees."""
    if _MARKUP.search(text):
        reader = _Words()
        reader.feed(text)
        reader.close()
        text = "".join(reader.words)
    return " ".join(without_unseen(text).split())


def has_markup(text: str) -> bool:
    """True when there is HTML in a text."""
    return _MARKUP.search(text) is not None


def shortened(text: str, limit: int) -> str:
    """The text, or the beginning of it that fits, cut after a word."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
