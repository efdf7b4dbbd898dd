"""What stands before a heavy topic: only who asks for it reads it, and of danger a hint is enough."""

from pathlib import Path

import pytest

from directory.finding.asking import ask
from directory.finding.query import Query
from directory.geography.places import Gazetteer
from directory.model.schedule import parse_moment
from directory.store.files import read_catalogue
from directory.wording import summary

DATA = Path(__file__).resolve().parents[2] / "data"
GAZETTEER = Gazetteer.read(DATA / "geo")
CATALOGUE = read_catalogue(DATA)[0]
EVENING = parse_moment("2026-11-23T20:00")


def note(**query):
    return summary.content_note(ask(CATALOGUE, GAZETTEER, Query(**query), EVENING).answer, CATALOGUE.vocabulary)


@pytest.mark.parametrize("words", ["iemand chanteert mij met naaktfoto's", "sextortion", "on me fait du chantage"])
def test_who_tells_of_blackmail_reads_what_not_to_do(words):
    assert note(words=words).startswith("Betaal niet")


@pytest.mark.parametrize(
    "words",
    [
        "zeggen ze het tegen mijn ouders",
        "mijn ouders mogen het niet weten",
        "ik ben anders",
        "ik snij mezelf",
        "mijn vriend gokt wat moet ik doen",
        "praten",
        "gent",
    ],
)
def test_who_asks_something_else_reads_no_advice_on_what_they_did_not_ask(words):
    assert note(words=words) is None


@pytest.mark.parametrize("words", ["ik wil niet meer leven", "mijn polsen", "er niet meer zijn"])
def test_of_danger_a_hint_is_enough(words):
    assert "112" in note(words=words)


def test_a_topic_that_was_chosen_brings_its_note():
    assert note(themes=frozenset({"eetstoornis"})) == "Hier gaat het over eetproblemen."
