"""Problems for a person, for a program and for a code-review tool: text, JSON and SARIF."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from directory.store.problems import Problem, Severity

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SARIF_LEVEL = {Severity.MUST_MEND: "error", Severity.WARNING: "warning"}


def as_text(problems: Sequence[Problem]) -> str:
    """One problem a line, what must be mended first, and the count at the end."""
    urgent = sorted(p for p in problems if p.severity is Severity.MUST_MEND)
    others = sorted(p for p in problems if p.severity is Severity.WARNING)
    return "\n".join([*map(str, urgent), *map(str, others), _count(len(urgent), len(others))])


def _count(urgent: int, others: int) -> str:
    if not urgent and not others:
        return "No problems found."
    warnings = "1 warning" if others == 1 else f"{others} warnings"
    return f"{urgent} to mend, {warnings}."


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects with the fields of a Problem, in the order of the files."""
    return json.dumps([asdict(p) for p in sorted(problems)], ensure_ascii=False, indent=2)


def as_sarif(problems: Sequence[Problem]) -> str:
    """A log in SARIF 2.1.0 (OASIS, 2020), which code-review tools show beside the line.

    https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    run = {
        "tool": {"driver": {"name": "directory check"}},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(problem) for problem in sorted(problems)],
    }
    log = {"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _sarif_result(problem: Problem) -> dict[str, Any]:
    place = ", ".join(part for part in (problem.record, problem.field) if part)
    words = f"{place}: {problem.what}" if place else problem.what
    return {
        "level": _SARIF_LEVEL[problem.severity],
        "message": {"text": f"{words} {problem.mend}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(problem.file)},
                    "region": {"startLine": problem.line},
                }
            }
        ],
    }


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else _relative_uri(path)


def _relative_uri(path: Path) -> str:
    # as_uri() escapes what a URI may not hold, but takes absolute paths only.
    root = Path("/").as_uri()
    return (Path("/") / path).as_uri().removeprefix(root)
