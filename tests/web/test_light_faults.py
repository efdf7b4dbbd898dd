"""When something of ours breaks, a page still says who always answers, and the log never what was asked."""

import logging

import pytest

from directory.store import shelf
from directory.web import light as pages
from tests.web.light import Seen

pytestmark = pytest.mark.usefixtures("monday_evening")


def test_when_something_of_ours_breaks_a_page_says_so_and_the_log_names_only_where(light, monkeypatch, caplog):
    def broken(*asked, **more):
        raise RuntimeError(f"broken on purpose while answering {asked}")

    monkeypatch.setattr(pages, "ask_question", broken)
    with caplog.at_level(logging.ERROR):
        answer = light.post("/licht", data={"woorden": "xylofoonangst"})
    assert answer.status_code == 503
    assert "Hier ging iets mis bij ons" in answer.text
    for number in ("112", "106", "1813", "116 000"):
        assert number in answer.text
    assert "RuntimeError at " in caplog.text
    assert "xylofoonangst" not in caplog.text
    assert "xylofoonangst" not in answer.text


def test_when_even_the_facts_cannot_be_read_there_is_still_112(light, monkeypatch):
    def broken(folder):
        raise OSError(folder)

    monkeypatch.setattr(shelf, "catalogue", broken)
    answer = light.get("/licht")
    assert answer.status_code == 503
    assert 'href="tel:112"' in answer.text


def test_a_card_that_breaks_takes_no_other_down(light, monkeypatch):
    whole = pages.card

    def faulty(catalogue, result, *rest, **more):
        if result.service.id == "awel-hulplijn":
            raise RuntimeError(rest)
        return whole(catalogue, result, *rest, **more)

    monkeypatch.setattr(pages, "card", faulty)
    found = light.post("/licht", data={"woorden": "praten"})
    assert found.status_code == 200
    assert found.text.count("Deze plek kunnen we nu niet tonen.") == 1
    assert len(Seen(found.text).buttons("dienst")) == 19
