"""Scenarios from outside: what cannot be asked is told with its line, and nothing asked is no success."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.command import run

ONE: dict[str, Any] = {"id": "n1", "say": "praten met iemand", "first": [], "top3": ["awel", "tele-onthaal"]}


def line(**changes: Any) -> str:
    return json.dumps({name: value for name, value in (ONE | changes).items() if value != "gone"})


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff\n"])
def test_a_file_without_a_scenario_is_no_success(tmp_path: Path, text: str) -> None:
    file = tmp_path / "none.jsonl"
    file.write_text(text, encoding="utf-8")
    done = run("evaluate", str(file), "--floor1", "0.9", "--floor3", "0.9")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{file} line 1: There is no scenario in it. Write one JSON object a line" in done.stderr


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ('{"id": "n2", ', "line 3: This line is not a JSON object. Write one whole object on it: {…}."),
        ("zomaar", "line 3: This line is not a JSON object. "),
        ("[1]", "line 3: This line is not a JSON object. "),
        (line(say="gone"), 'line 3, say: "say" is missing or empty. Add it: what they type.'),
        (line(mode="telepathie"), 'line 3, mode: "telepathie" is not a word for "mode". Choose '),
        (line(frist=["awel"]), 'line 3, frist: "frist" is not a field of a scenario. Write "first", or remove it.'),
        (line(top3="awel"), 'line 3, top3: "awel" does not fit here. Correct it: ids of them: one must be among'),
        (line(at="straks"), 'line 3, scenario n1, at: "straks" is not a moment. Write it as 2026-11-23T20:00.'),
    ],
)
def test_a_line_that_cannot_be_asked_is_told_with_its_number_field_and_how_to_mend_it(
    tmp_path: Path, wrong: str, sentence: str
) -> None:
    file = tmp_path / "some.jsonl"
    file.write_text(f"{line()}\n\n{wrong}\n{line(id='n4')}\n", encoding="utf-8")
    done = run("evaluate", str(file))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{file} {sentence}" in done.stderr
    assert "pydantic" not in done.stderr
    assert "http" not in done.stderr


def test_letters_of_another_alphabet_of_bytes_are_told(tmp_path: Path) -> None:
    file = tmp_path / "latin.jsonl"
    file.write_bytes(line(say="één").encode() + b"\n" + b'{"id": "\xe9"}')
    done = run("evaluate", str(file))
    assert done.returncode == 2
    assert f"{file} line 2: " in done.stderr


def test_what_can_be_asked_is_counted_and_a_floor_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "one.jsonl"
    file.write_text(line(top3=["niemand"]), encoding="utf-8")
    done = run("evaluate", str(file), "--floor3", "0.5")
    assert done.returncode == 1
    assert "1 scenarios: success@1 " in done.stdout
