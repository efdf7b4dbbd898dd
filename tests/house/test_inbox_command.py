"""The corrections from outside, as who runs the site reads them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from directory.settings import ROOT

FIRST = {"time": "2026-11-23T20:00:00+01:00", "service": "awel-hulplijn", "part": "number", "should_be": "103"}
SECOND = FIRST | {
    "time": "2026-11-24T09:30:00+01:00",
    "should_be": "\x1b[2J104\nnieuw",
    "source": "\N{RIGHT-TO-LEFT OVERRIDE}site",
}


def run(folder: Path | None, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"HULPKAART_INBOX": str(folder or "")}
    command = [sys.executable, "-m", "directory", "inbox", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [json.dumps(FIRST), '{"time": "2026-11-23T2', json.dumps(SECOND)]
    (tmp_path / "2026-11.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_the_newest_comes_first_with_the_line_to_edit_and_no_order_to_the_terminal(folder: Path) -> None:
    done = run(folder)
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
    rows = json.loads(run(folder, "--json", "--limit", "1").stdout)
    assert [row["should_be"] for row in rows] == [SECOND["should_be"]]
    assert "contact" not in rows[0]
    assert rows[0]["edits"][0]["present"] == "102"
    assert "\x1b" not in run(folder, "--json").stdout


def test_without_an_inbox_it_says_which_setting_is_needed() -> None:
    done = run(None)
    assert done.returncode == 2
    assert "HULPKAART_INBOX" in done.stderr
