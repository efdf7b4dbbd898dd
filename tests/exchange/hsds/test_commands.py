"""The commands, from outside."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from directory.settings import ROOT
from directory.store.files import read_catalogue
from tests.exchange.hsds.conftest import records
from tests.exchange.hsds.written import out

SMALL = ROOT / "tests" / "broken" / "_valid"


@pytest.fixture
def feed(tmp_path):
    return out(read_catalogue(SMALL)[0], tmp_path / "feed")


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "directory", *arguments],
        cwd=ROOT,
        env=os.environ | {"HULPKAART_NOW": "2026-11-26T10:00", "HULPKAART_DATA": str(SMALL)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_export_writes_the_catalogue_of_the_settings(tmp_path):
    done = run("export", "hsds", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 organisations, 1 services, ")
    assert [service["name"] for service in records(tmp_path / "out", "services")] == ["Een gesprek"]


def test_export_to_where_nothing_can_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run("export", "hsds", str(tmp_path / "file"))
    assert done.returncode == 2
    assert "could not be written" in done.stderr


def test_a_dry_run_shows_the_difference_and_writes_nothing(feed, tmp_path):
    folder = tmp_path / "data"
    done = run("import", "hsds", str(feed), str(folder), "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "+id: luisterlijn\n" in done.stdout
    assert "1 organisations would be new" in done.stdout
    assert not folder.exists()


def test_import_writes_a_file_an_organisation_and_says_how_many(feed, tmp_path):
    done = run("import", "hsds", str(feed), str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "No problems found.\n")
    assert (tmp_path / "organisations" / "luisterlijn.yaml").exists()
    again = run("import", "hsds", str(feed), str(tmp_path))
    assert again.stdout.startswith("0 organisations new, 0 changed")


def test_import_of_what_was_left_out_has_a_status_that_says_so(tmp_path: Path):
    (tmp_path / "feed.json").write_text('{"id": "o1", "name": "A", "description": "b"}', encoding="utf-8")
    done = run("import", "hsds", str(tmp_path / "feed.json"), str(tmp_path / "data"))
    assert done.returncode == 1
    assert "--source" in done.stderr
    done = run("import", "hsds", str(tmp_path / "feed.json"), str(tmp_path / "data"), "--source", "https://a.be")
    assert done.returncode == 0, done.stderr


def test_a_wrong_source_or_state_is_told_in_a_sentence(tmp_path):
    (tmp_path / "feed.json").write_text("[]", encoding="utf-8")
    done = run("import", "hsds", str(tmp_path / "feed.json"), str(tmp_path), "--source", "zomaar")
    assert (done.returncode, "is not a web address" in done.stderr) == (2, True)
    (tmp_path / ".imported").mkdir()
    (tmp_path / ".imported" / "feed.json").write_text("?", encoding="utf-8")
    done = run("import", "hsds", str(tmp_path / "feed.json"), str(tmp_path))
    assert (done.returncode, "is not the state of a feed" in done.stderr) == (2, True)
