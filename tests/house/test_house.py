"""The house itself: its arrows, its size, and what is documented exists."""

import re
from pathlib import Path

import pytest

from directory import settings
from tests.command import run

ROOT = Path(settings.ROOT)
README = (ROOT / "README.md").read_text(encoding="utf-8")
SOURCES = sorted([*(ROOT / "directory").rglob("*.py"), ROOT / "app.py"])
COMMANDS = ("check", "find", "evaluate", "stale", "inbox", "sheet", "export", "import", "settings")


@pytest.mark.parametrize("file", SOURCES, ids=lambda f: str(f.relative_to(ROOT)))
def test_no_file_outgrows_a_reader(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


def test_the_project_speaks_of_itself_alone() -> None:
    elsewhere = re.compile(r"/work/|/opt/|/root/|cdn\.|jsdelivr|unpkg|pypi\.org|npmjs|googleapis|tile\.openstreetmap")
    named = [str(f.relative_to(ROOT)) for f in SOURCES if elsewhere.search(f.read_text(encoding="utf-8"))]
    assert not named


def test_every_setting_is_in_the_readme_and_in_the_settings_command() -> None:
    printed = run("settings").stdout
    for setting in settings.SETTINGS:
        assert setting.variable in README
        assert setting.variable in printed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    printed = run(command, "--help")
    assert printed.returncode == 0
    assert "Example:" in printed.stdout


def test_the_commands_of_the_readme_run() -> None:
    for line in re.findall(r"^python -m directory (.+?)(?:\s+#.*)?$", README, flags=re.MULTILINE):
        arguments = re.findall(r'"([^"]*)"|(\S+)', line)
        done = run(*(quoted or plain for quoted, plain in arguments))
        assert done.returncode == 0, (line, done.stderr)


def test_ci_calls_the_very_test_command_of_the_readme() -> None:
    assert "bash tests/everything.sh" in README
    assert "bash tests/everything.sh" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_requirement_is_pinned() -> None:
    for name in ("requirements.txt", "tests/requirements.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        wanted = [line for line in lines if line and not line.startswith("#")]
        assert wanted
        assert all(re.match(r"[\w.-]+==[\w.]+\s", line + " ") for line in wanted)
