"""When something of ours breaks, a page still says who always answers, and the log never what was asked."""

import logging
import shutil

import jinja2
import pytest

from directory import settings
from directory.store import shelf
from directory.web import light as pages
from directory.web import pages as drawing
from directory.web.headers import NEVER, NOTHING_CSP
from directory.wording.templating import speaking_environment, templates
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


@pytest.fixture
def nothing_can_be_drawn(monkeypatch):
    def broken(*asked, **more):
        raise jinja2.TemplateNotFound("results.html")

    monkeypatch.setattr(jinja2.Environment, "get_template", broken)
    for remembered in (drawing.always_there, drawing._frame):
        monkeypatch.setattr(drawing, remembered.__name__, broken)


@pytest.mark.usefixtures("nothing_can_be_drawn")
@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Hier ging iets mis bij ons"), ("fr", "Quelque chose n’a pas marché"), ("en", "Something went wrong")],
)
@pytest.mark.parametrize("path", ["/licht", "/licht/altijd", "/licht/over", "/licht/nergens", "/licht/adressen"])
def test_when_no_page_can_be_drawn_there_are_still_the_numbers_and_the_way_out(light, path, language, said):
    answer = light.get(path, headers={"accept-language": language})
    assert answer.status_code == 503
    assert said in answer.text
    links = {link["href"]: link for link in Seen(answer.text).all("a")}
    assert {"tel:112", "tel:101", "/licht", settings.exit_address()} == set(links)
    assert links[settings.exit_address()]["rel"] == "noreferrer"
    assert answer.headers["content-language"] == language
    assert answer.headers["content-security-policy"].startswith(NOTHING_CSP)
    assert answer.headers["cache-control"] == NEVER
    assert "<script" not in answer.text


@pytest.mark.usefixtures("nothing_can_be_drawn")
def test_then_a_form_in_a_language_that_was_chosen_stays_in_it_and_nothing_of_it_is_told(light, caplog):
    answer = light.post("/licht", data={"woorden": "xylofoonangst", "lang": "fr"})
    assert answer.status_code == 503
    assert 'href="/licht?lang=fr"' in answer.text
    assert "xylofoonangst" not in answer.text + caplog.text


def test_a_page_is_drawn_from_the_templates_of_when_the_app_started_whatever_becomes_of_the_files(tmp_path):
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "a.html").write_text("{{ _('Zoek') }} {{ x }}", encoding="utf-8")
    (tmp_path / "b.html").write_text('{% include "part/a.html" %}', encoding="utf-8")
    made = speaking_environment(templates(tmp_path))
    shutil.rmtree(tmp_path)
    assert made.get_template("b.html").render(x="<") == "Zoek &lt;"
    with pytest.raises(jinja2.TemplateNotFound):
        made.get_template("c.html")


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
