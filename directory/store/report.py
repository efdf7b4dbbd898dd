"""Problems for a person, for a program, for a code-review tool and for CI: text, JSON, SARIF and JUnit."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from junitparser import Attr, Failure, IntAttr, JUnitXml, TestCase, TestSuite

from directory.model.text import with_unseen_written_out
from directory.store.problems import Problem, Severity

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SARIF_LEVEL = {Severity.MUST_MEND: "error", Severity.WARNING: "warning"}

_CHECK = "directory check"
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Case(TestCase):
    """A test case that says where, as CI services read it."""

    file = Attr()
    line = IntAttr()


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


def as_junit(problems: Sequence[Problem]) -> str:
    """A report in JUnit XML: each problem is a case that fails, or with a warning one that passes and says so.

    Without problems there is one case, which passes: an empty report is an error to some.
    """
    suite = TestSuite(_CHECK)
    suite.add_testcases([_junit_case(p) for p in sorted(problems)] or [TestCase("no problems", _CHECK)])
    report = JUnitXml(_CHECK)
    report.add_testsuite(suite)
    report.update_statistics()  # type: ignore[no-untyped-call]
    return str(report.tostring().decode("utf-8"))  # type: ignore[no-untyped-call]


def _junit_case(problem: Problem) -> _Case:
    place = ", ".join(part for part in (f"line {problem.line}", problem.record, problem.field) if part)
    case = _Case(_for_xml(f"{place}: {problem.what}"), _for_xml(problem.file))
    case.file, case.line = _for_xml(problem.file), problem.line
    if problem.severity is Severity.MUST_MEND:
        case.result = [Failure(_for_xml(f"{problem.what} {problem.mend}"), str(problem.severity))]
    else:
        case.system_out = _for_xml(str(problem))
    return case


def _for_xml(text: str) -> str:
    """The text with the signs written out that XML cannot hold."""
    return _NOT_IN_XML.sub(lambda sign: f"U+{ord(sign[0]):04X}", with_unseen_written_out(text))


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else _relative_uri(path)


def _relative_uri(path: Path) -> str:
    # as_uri() escapes what a URI may not hold, but takes absolute paths only.
    root = Path("/").as_uri()
    return (Path("/") / path).as_uri().removeprefix(root)
