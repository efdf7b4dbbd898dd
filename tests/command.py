"""The command line, for tests: within their own process, where what it reads is read once, or as a process apart."""

import os
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass

from typer.testing import CliRunner

from directory.__main__ import app
from directory.settings import ROOT


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str, **settings: str) -> Done:
    """Give a command with these settings in its environment; an error that it does not catch is raised."""
    with chdir(ROOT):
        done = CliRunner().invoke(app, arguments, env=settings, catch_exceptions=False)
    return Done(done.exit_code, done.stdout, done.stderr)


def run_apart(*arguments: str, **settings: str) -> Done:
    """The same as anybody gives it, in a process of its own: for what only that shows."""
    command = [sys.executable, "-m", "directory", *arguments]
    environment = os.environ | settings
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    return Done(done.returncode, done.stdout, done.stderr)
