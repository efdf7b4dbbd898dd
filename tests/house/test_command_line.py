"""The command line, from outside."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from directory.model.text import UNSEEN
from directory.settings import ROOT
from tests.command import run, run_apart
from tests.hostile import TEXTS, write_folder


def find(*arguments: str) -> list[dict[str, Any]]:
    done = run("find", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def test_a_question_for_now_and_online_gives_only_what_is_surely_open_online() -> None:
    rows = find("praten over seks", "--place", "9000", "--online", "--open", "--at", "2026-11-23T20:00")
    assert rows
    assert all(row["open"] == "open" and "online" in row["modes"] for row in rows)
    assert all(row["reasons"] for row in rows)


def test_doors_near_a_place_come_nearest_first() -> None:
    distances = [row["distance_km"] for row in find("--place", "9000", "--in-person", "--limit", "50")]
    known = [d for d in distances if d is not None]
    assert len(known) > 5
    assert known == sorted(known)
    assert max(known) <= 15


def test_an_organisation_without_a_service_is_found_by_name_and_says_what_became_of_it() -> None:
    first = find("pasop")[0]
    assert (first["service"], first["organisation"], first["successor"]) == (None, "pasop", "violett")
    assert (first["modes"], first["open"], first["distance_km"]) == ([], "unknown", None)


def test_an_ambiguous_place_takes_the_largest_and_says_so() -> None:
    done = run("find", "--place", "1050", "--json")
    assert done.returncode == 0
    assert "1050 Elsene" in done.stderr


@pytest.mark.parametrize("place", ["Parijs", "0000"])
def test_a_place_abroad_or_unknown_is_refused_in_a_plain_sentence(place: str) -> None:
    done = run("find", "--place", place)
    assert done.returncode == 2
    assert f"no place '{place}' in Belgium. Give a postcode, a municipality or a village." in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--theme", "nonsens"), "no theme 'nonsens'"),
        (("--audience", "nonsens"), "no audience 'nonsens'"),
        (("--at", "straks"), "Write it as 2026-11-23T20:00"),
        (("--age", "-1"), "'--age'"),
    ],
)
def test_a_wrong_option_says_what_is_wrong(arguments: tuple[str, ...], said: str) -> None:
    done = run("find", *arguments)
    assert done.returncode == 2
    assert said in done.stderr


def test_check_gives_problems_as_json_and_a_status(tmp_path: Path) -> None:
    broken = tmp_path / "organisations"
    broken.mkdir()
    (broken / "x.yaml").write_text("id: y\nname: X\n", encoding="utf-8")
    done = run("check", str(broken), "--format", "json")
    assert done.returncode == 1
    assert all({"file", "line", "record", "field", "what", "mend"} <= set(p) for p in json.loads(done.stdout))


def test_check_of_what_ships_has_nothing_to_mend() -> None:
    assert run("check").returncode == 0


def test_check_of_nothing_says_so() -> None:
    done = run("check", "nowhere")
    assert done.returncode == 2
    assert "does not exist" in done.stderr


def test_stale_lists_the_riskiest_first() -> None:
    lines = run("stale", "--limit", "5").stdout.splitlines()
    assert lines[0].startswith("1. ")
    assert "compare with https://" in lines[1]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    write_folder(folder)
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("find",),
        ("find", "--json", "--limit", "100"),
        ("find", "--json", "\x1b[31m \u202e kwaad", "--explain"),
        ("stale", "--limit", "1000"),
        ("check",),
        ("check", "--format", "json"),
        ("check", "--format", "sarif"),
        ("check", "--format", "junit"),
    ],
    ids=" ".join,
)
def test_nothing_in_the_data_gives_an_order_to_a_terminal(arguments: tuple[str, ...], hostile: Path) -> None:
    done = run(*arguments, HULPKAART_DATA=str(hostile))
    assert not UNSEEN.search(done.stdout + done.stderr)
    if "junit" in arguments:
        assert ElementTree.fromstring(done.stdout).tag == "testsuites"
    elif "--json" in arguments or "--format" in arguments:
        assert json.loads(done.stdout) is not None
    if arguments == ("find", "--json", "--limit", "100"):
        assert len(json.loads(done.stdout)) == len(TEXTS)


# As a process of its own


def test_a_command_ends_with_a_status_and_tells_apart_what_it_found_and_what_it_says_of_it(tmp_path: Path) -> None:
    found = run_apart("find", "één gesprek", "--place", "1050", "--json", "--explain")
    assert found.returncode == 0
    assert json.loads(found.stdout)
    assert "1050 Elsene" in found.stderr
    (tmp_path / "x.yaml").write_text("id: y\nname: Zoë\n", encoding="utf-8")
    assert run_apart("check", str(tmp_path / "x.yaml")).returncode == 1
    refused = run_apart("find", "--theme", "nonsens")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "no theme 'nonsens'" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_who_stops_reading_is_told_nothing_more() -> None:
    command = f"{sys.executable} -m directory stale --limit 1000 | head -n 1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("1. ")
    assert "Traceback" not in done.stderr
