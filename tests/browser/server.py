"""A real server of the app, as anybody starts it: a process of its own, asked until it answers."""

import os
import resource
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parent.parent.parent
MONDAY_EVENING = "2026-11-23T20:00"
PATIENCE_S = 60.0


class Server:
    """`streamlit run` of a script on a free port, for as long as the `with` lasts.

    `settings` go into its environment; its clock stands still on a Monday evening unless they say otherwise.
    `options` are those of the framework, such as {"logger.level": "debug"}; `limits` are what the system allows it,
    by the numbers of `resource`; `output` is a device for what it prints.
    """

    def __init__(
        self,
        script: str | Path = "app.py",
        *,
        options: Mapping[str, str] | None = None,
        limits: Mapping[int, int] | None = None,
        output: str | None = None,
        **settings: str,
    ) -> None:
        self.script = ROOT / script
        self.options = options or {}
        self.limits = limits or {}
        self.output = output
        self.settings = {"HULPKAART_NOW": MONDAY_EVENING} | settings
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"

    def __enter__(self) -> Self:
        self._output = Path(self.output).open("wb") if self.output else tempfile.TemporaryFile("w+b")
        command = [sys.executable, "-m", "streamlit", "run", str(self.script)]
        options = {
            "server.headless": "true",
            "server.port": str(self.port),
            # An edit beside us must not reload half of the app under a test.
            "server.fileWatcherType": "none",
            **self.options,
        }
        self._process = subprocess.Popen(
            [*command, *(word for name, value in options.items() for word in (f"--{name}", value))],
            cwd=ROOT,
            env={**os.environ, **self.settings, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )
        for limit, most in self.limits.items():
            resource.prlimit(self.pid, limit, (most, most))
        self._wait_until_it_answers()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.terminate()
        try:
            self.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._output.close()

    def terminate(self) -> None:
        """Tell it to stop, as a system does."""
        self._process.terminate()

    def wait(self, patience_s: float = PATIENCE_S) -> int:
        """The status with which it ends; minus the signal when that ends it."""
        return self._process.wait(patience_s)

    @property
    def log(self) -> str:
        """All that the server has printed so far; nothing when that went to a device."""
        if self.output:
            return ""
        # Not by seeking: the server writes where this file stands.
        number = self._output.fileno()
        return os.pread(number, os.fstat(number).st_size, 0).decode("utf-8", "replace")

    @property
    def pid(self) -> int:
        """The id of its process."""
        return self._process.pid

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except (urllib.error.URLError, OSError):
                pass
            try:
                status = self._process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
            raise RuntimeError(f"the server stopped with status {status}:\n{self.log}")
        log = self.log
        self.__exit__(None, None, None)
        raise RuntimeError(f"the server did not answer within {PATIENCE_S:g} s:\n{log}")


def free_port() -> int:
    """A port of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
