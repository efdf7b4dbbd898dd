"""The corrections from outside, as who runs the site reads them."""

import json
from pathlib import Path

import pytest

from tests.command import Done, run

FIRST = {"time": "2026-11-23T20:00:00+01:00", "service": "awel-hulplijn", "part": "number", "should_be": "103"}
SECOND = FIRST | {
    "time": "2026-11-24T09:30:00+01:00",
    "should_be": "\x1b[2J104\nnieuw",
    "source": "\N{RIGHT-TO-LEFT OVERRIDE}site",
}


def told(folder: Path | None, *arguments: str) -> Done:
    return run("inbox", *arguments, HULPKAART_INBOX=str(folder or ""))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [json.dumps(FIRST), '{"time": "2026-11-23T2', json.dumps(SECOND)]
    (tmp_path / "2026-11.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_the_newest_comes_first_with_the_line_to_edit_and_no_order_to_the_terminal(folder: Path) -> None:
    done = told(folder)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "1. awel-hulplijn, number, sent 2026-11-24 09:30"
    assert lines[1:3] == [r"   should be: \u001b[2J104\nnieuw", r"   known from: \u202esite"]
    assert lines[3].endswith("channel awel-telefoon, value: 102")
    assert "organisations/awel.yaml line " in lines[3]
    assert lines[4] == "2. awel-hulplijn, number, sent 2026-11-23 20:00"
    assert "2026-11.jsonl line 2" in done.stderr
    assert "2 of 2 corrections." in done.stderr


def test_as_json_it_says_the_same(folder: Path) -> None:
    rows = json.loads(told(folder, "--json", "--limit", "1").stdout)
    assert [row["should_be"] for row in rows] == [SECOND["should_be"]]
    assert "contact" not in rows[0]
    assert rows[0]["edits"][0]["present"] == "102"
    assert "\x1b" not in told(folder, "--json").stdout


def test_without_an_inbox_it_says_which_setting_is_needed() -> None:
    done = told(None)
    assert done.returncode == 2
    assert "HULPKAART_INBOX" in done.stderr


@pytest.mark.parametrize("typo", ["typo", "typo/deeper", "2026-11.jsonl"])
def test_a_folder_that_is_not_there_is_told_and_is_no_empty_inbox(folder: Path, typo: str) -> None:
    done = told(folder / typo)
    assert (done.returncode, done.stdout) == (2, "")
    said = " ".join(done.stderr.replace("\u2502", " ").split())
    assert "HULPKAART_INBOX is " in said
    assert "there is no such folder." in said or "that is no folder" in said


def test_an_inbox_to_which_nothing_was_sent_is_empty(tmp_path: Path) -> None:
    done = told(tmp_path)
    assert (done.returncode, done.stderr) == (0, "0 of 0 corrections.\n")
