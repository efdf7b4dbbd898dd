"""In a text browser a page of results reads from top to bottom: who, how, in which state."""

import os
import shutil
import subprocess

import pytest

from tests.web.light import MONDAY_EVENING, client

COMMANDS = {
    "w3m": ["w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "-cols", "72"],
    "lynx": ["lynx", "-dump", "-nolist", "-stdin", "-assume_charset=utf-8", "-display_charset=utf-8", "-width=72"],
}
FORM_AND_RESULTS = (
    "Verlaat deze site",
    "Hulpkaart",
    "Wij bewaren niets",
    "Nu in gevaar? Bel 112 of 101 (politie).",
    "plek",
    "Vraag aanpassen",
    "Waarover?",
    "Zoek",
)
CARD = (
    "Awel",
    "Bel 102",
    "open tot 22 u",
    "Chat op awel.be",
    "open tot 22 u",
    "schrijven kan altijd",
    "Gratis · Anoniem",
)
END = ("Er is altijd iemand", "Nu in gevaar", "Bel 112 Bel 101", "106", "1813", "116 000", "Nieuwe vraag")


@pytest.fixture(params=COMMANDS)
def read(request):
    if shutil.which(request.param) is None:
        if os.environ.get("HULPKAART_NOTHING_SKIPPED") == "1":
            pytest.fail(f"no {request.param}: apt-get install {request.param}")
        pytest.skip(f"no {request.param}: apt-get install {request.param}")

    def dump(html: str) -> str:
        done = subprocess.run(COMMANDS[request.param], input=html.encode(), capture_output=True, check=True)
        return done.stdout.decode()

    return dump


@pytest.fixture
def light(monkeypatch):
    monkeypatch.setenv("HULPKAART_NOW", MONDAY_EVENING)
    return client()


def in_order(text: str, *said: str) -> None:
    """Every one of these stands in the text, after the one before."""
    flat, at = " ".join(text.split()), 0
    for words in said:
        found = flat.find(words, at)
        assert found >= 0, (words, flat[at : at + 400])
        at = found + len(words)


def test_results_read_from_the_question_to_numbers_and_states(light, read):
    text = read(light.post("/licht", data={"woorden": "awel"}).text)
    in_order(text, *FORM_AND_RESULTS, *CARD, *END)
    assert "<" not in text


def test_each_way_stands_on_a_line_with_its_state(light, read):
    lines = read(light.post("/licht", data={"woorden": "awel"}).text).splitlines()
    assert any("Bel 102" in line and "open tot 22 u" in line for line in lines)
    assert any("brievenbus@awel.be" in line and "schrijven kan altijd" in line for line in lines)


def test_a_service_reads_in_full(light, read):
    text = read(light.post("/licht/dienst", data={"dienst": "awel-hulplijn"}).text)
    in_order(text, "Naar wat je vond", "Awel", "Zo bereik je hen", "Wat gebeurt er daarna?", "Wie zegt dit?", *END)
