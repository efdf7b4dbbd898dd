"""The log of a server names nothing that was looked up, not even when it names every address asked for."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from websockets.sync.client import connect

from directory.settings import ROOT
from tests.web.light import MONDAY_EVENING

WORD, PLACE = "xylofoonpraten", "Koksijde"
PATHS = ("/licht", "/licht/dienst", "/licht/organisatie")


@contextmanager
def uvicorn(app: str, log: Path) -> Iterator[str]:
    """This app under uvicorn, which logs there; its address once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", app, "--port", str(port)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT), "HULPKAART_NOW": MONDAY_EVENING},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            deadline = time.monotonic() + 60
            while not answers(port):
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < deadline, log.read_text()
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(15)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def look_up(url: str) -> None:
    for path in PATHS:
        asked = {"woorden": WORD, "plek": PLACE, "dienst": "awel-hulplijn", "organisatie": "awel"}
        body = urllib.parse.urlencode(asked).encode()
        with urllib.request.urlopen(f"{url}{path}", data=body, timeout=30) as answer:
            assert answer.status == 200


def test_the_access_log_of_uvicorn_names_no_look_up(tmp_path):
    log = tmp_path / "access.log"
    with uvicorn("tests.web.talkative_app:app", log) as url:
        look_up(url)
    said = log.read_text()
    assert all(f"POST {path} " in said for path in PATHS)
    for looked_up in (WORD, PLACE, "awel"):
        assert looked_up not in said


def test_a_form_that_is_not_what_it_says_leaves_no_line_in_the_log(tmp_path):
    log = tmp_path / "access.log"
    with uvicorn("app:app", log) as url:
        look_up(url)
        before = log.read_text()
        for number, body in enumerate((WORD, f"--x{WORD}", f"--x\r\n{WORD}", f"--x\r\n\r\n{WORD}\r\n--x--{WORD}")):
            kind = "multipart/form-data" + "; boundary=x" * (number > 0)
            form = urllib.request.Request(f"{url}/licht", body.encode(), {"Content-Type": kind})
            with pytest.raises(urllib.error.HTTPError, match="415") as refused:
                urllib.request.urlopen(form, timeout=30)
            refused.value.close()
        assert log.read_text() == before


def test_as_it_comes_the_log_of_uvicorn_names_no_visitor(tmp_path):
    log = tmp_path / "access.log"
    with uvicorn("app:app", log) as url:
        look_up(url)
        with urllib.request.urlopen(f"{url}/hulpverleners?over={WORD}&waar={PLACE}", timeout=30) as answer:
            assert answer.status == 200
        with connect(f"{url.replace('http', 'ws')}/_stcore/stream", origin=url):
            pass
    said = log.read_text()
    assert "Hulpkaart" in said
    for private in ("127.0.0.1", WORD, PLACE):
        assert private not in said
