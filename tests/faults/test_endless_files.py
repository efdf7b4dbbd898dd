"""Something without an end lies among the data while people search: the server neither waits for it nor grows."""

import shutil
from pathlib import Path

import pytest

from directory.settings import ROOT
from tests.browser.server import Server
from tests.endless import NO_END
from tests.faults.wire import ask, body_of, post, wait_until

MOST_GROWTH_KB = 100_000


@pytest.fixture
def data(tmp_path):
    return Path(shutil.copytree(ROOT / "tests" / "broken" / "_valid", tmp_path / "data"))


@pytest.fixture
def server(data):
    with Server(HULPKAART_DATA=str(data), HULPKAART_LOOK_AGAIN="0.2") as running:
        yield running
        assert "Traceback" not in running.log


def memory_kb(server: Server) -> int:
    lines = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def test_what_was_read_before_stays_and_the_log_says_why(server, data):
    assert b"Luisterlijn" in body_of(ask(server, post(b"woorden=luisterlijn", close=True)))
    before = memory_kb(server)
    for number, put in enumerate(NO_END):
        strange = data / "organisations" / f"strange-{number}.yaml"
        put(strange)
        assert wait_until(lambda name=strange.name: f"{name} line 1: It " in server.log)
    assert memory_kb(server) - before < MOST_GROWTH_KB
    for strange in data.glob("organisations/strange-*"):
        strange.unlink()
    file = data / "organisations" / "luisterlijn.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("name: Luisterlijn", "name: Praatlijn"), encoding="utf-8")
    assert wait_until(lambda: "The data changed and are in use" in server.log)
