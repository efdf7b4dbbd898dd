"""A problem in the data: where it is, what is wrong and how to mend it, worded for the steward."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from directory.model.text import with_unseen_written_out


class Severity(StrEnum):
    """Must it be mended before the data may be published, or is it worth a look?"""

    MUST_MEND = "must_mend"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, in the order of the files. `what` and `mend` are one sentence each.

    A problem of a whole file has no record, and a problem of a whole record has no field.
    """

    file: str
    line: int
    record: str
    field: str
    what: str
    mend: str
    severity: Severity = Severity.MUST_MEND

    def __str__(self) -> str:
        """The place, what is wrong and how to mend it, on one line."""
        place = ", ".join(part for part in (f"{self.file} line {self.line}", self.record, self.field) if part)
        mark = " (warning)" if self.severity is Severity.WARNING else ""
        return with_unseen_written_out(f"{place}{mark}: {self.what} {self.mend}").replace("\n", "\\n")


def must_be_mended(problems: tuple[Problem, ...]) -> bool:
    """True when at least one of these problems keeps the data from being published."""
    return any(problem.severity is Severity.MUST_MEND for problem in problems)


def quoted(value: object, limit: int = 60) -> str:
    """What the steward wrote, between quotation marks, on one line and not longer than the limit."""
    text = " ".join(str(value).split())
    return f'"{text if len(text) <= limit else text[: limit - 1] + "…"}"'


def listed(words: Sequence[str]) -> str:
    """The words as a choice: "nl, fr or en"."""
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else "".join(words)
