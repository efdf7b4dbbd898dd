"""python -m directory evaluate FILE."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from directory.commands.given import facts, gazetteer, moment_of, now, refused, say
from directory.finding.evaluation import AT_A_GLANCE, Evaluation, Scenario, evaluate
from directory.model.schedule import parse_moment
from directory.store.document import Document
from directory.store.faults import faults
from directory.store.problems import Problem, quoted
from directory.store.yaml_sentences import about_bytes

EXAMPLE = "Example: python -m directory evaluate tests/finding/scenarios/unseen.jsonl --floor1 0.80 --floor3 0.95"


def evaluate_command(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Scenarios, one JSON object a line.")],
    floor1: Annotated[float, typer.Option(min=0, max=1, help="Least share that comes first.")] = 0.0,
    floor3: Annotated[float, typer.Option(min=0, max=1, help="Least share among the first three.")] = 0.0,
    at: Annotated[str | None, typer.Option(help="Moment of those that name none, ISO 8601.")] = None,
) -> None:
    """Ask scenarios and say how many are answered well, and what came instead of the others.

    Exit status 1 below a floor, 2 when a scenario cannot be read or there is none, 0 otherwise.
    """
    scenarios, problems = read_scenarios(file)
    if problems:
        raise refused(problems)
    done = evaluate(facts(), gazetteer(), scenarios, moment_of(at) if at else now())
    _print(done)
    too_low = done.success_at_1 < floor1 or done.success_at_3 < floor3
    raise typer.Exit(1 if too_low else 0)


def read_scenarios(file: Path) -> tuple[tuple[Scenario, ...], tuple[Problem, ...]]:
    """The scenarios in a file, one JSON object a line, and what is wrong with it and with its lines."""
    try:
        lines = file.read_bytes().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        wrong = about_bytes(error)
        return (), (Problem(str(file), wrong.line, "", "", wrong.what, wrong.mend),)
    scenarios: list[Scenario] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                scenarios.append(Scenario.model_validate_json(line))
            except ValidationError as error:
                problems += _told(file, number, error)
            else:
                problems += _without_moment(file, number, scenarios[-1])
    if not scenarios and not problems:
        what, mend = (
            "There is no scenario in it.",
            'Write one JSON object a line, with "id", "say", "first" and "top3".',
        )
        problems.append(Problem(str(file), 1, "", "", what, mend))
    return tuple(scenarios), tuple(problems)


def _told(file: Path, line: int, error: ValidationError) -> Iterator[Problem]:
    detail, *_ = error.errors(include_url=False)
    if detail["type"] in ("json_invalid", "model_type"):
        mend = "Write one whole object on it: {…}."
        yield Problem(str(file), line, "", "", "This line is not a JSON object.", mend)
        return
    for problem in faults(Document(str(file), ""), (), Scenario, error):
        yield replace(problem, line=line)


def _without_moment(file: Path, line: int, scenario: Scenario) -> Iterator[Problem]:
    try:
        if scenario.at:
            parse_moment(scenario.at)
    except ValueError:
        what = f"{quoted(scenario.at)} is not a moment."
        yield Problem(str(file), line, f"scenario {scenario.id}", "at", what, "Write it as 2026-11-23T20:00.")


def _print(done: Evaluation) -> None:
    for outcome in done.outcomes:
        if outcome.first is not False and outcome.among_three:
            continue
        fault = "not among the first" if not outcome.among_three else "not first"
        came = ", ".join(ids[-1] for ids in outcome.came[:AT_A_GLANCE]) or "nothing"
        say(f"{fault}: {outcome.scenario.id} “{outcome.scenario.say}” gave {came}")
    for outcome in done.violations:
        say(f"must not be shown: {outcome.scenario.id} gave {', '.join(sorted(outcome.wrongly))}")
    say(
        f"{len(done.outcomes)} scenarios: success@1 {done.success_at_1:.1%}, success@3 {done.success_at_3:.1%}, "
        f"{len(done.violations)} never-violations"
    )
