"""A server that logs every address it is asked for still writes down nothing that was looked up."""

import os
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request

import pytest

from directory.settings import ROOT
from tests.web.light import MONDAY_EVENING

WORD, PLACE = "xylofoonpraten", "8670"
PATHS = ("/licht", "/licht/dienst", "/licht/organisatie")


@pytest.fixture
def uvicorn_log(tmp_path):
    """The app under uvicorn with its access log on, and where that log is written."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "access.log"
    with log.open("wb") as written:
        process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT), "HULPKAART_NOW": MONDAY_EVENING},
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            yield f"http://127.0.0.1:{port}", log, process
        finally:
            process.terminate()
            process.wait(15)


def test_the_access_log_of_uvicorn_names_no_look_up(uvicorn_log):
    url, log, process = uvicorn_log
    deadline = time.monotonic() + 60
    while b"startup complete" not in log.read_bytes():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)
    for path in PATHS:
        asked = {"woorden": WORD, "plek": PLACE, "dienst": "awel-hulplijn", "organisatie": "awel"}
        body = urllib.parse.urlencode(asked).encode()
        with urllib.request.urlopen(f"{url}{path}", data=body, timeout=30) as answer:
            assert answer.status == 200
    process.terminate()
    process.wait(15)
    said = log.read_text()
    assert all(f"POST {path} " in said for path in PATHS)
    for looked_up in (WORD, PLACE, "awel"):
        assert looked_up not in said
