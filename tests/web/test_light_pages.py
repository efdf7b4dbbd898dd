"""The light pages: the whole journey in plain forms, with the same facts as on the screens."""

import re

import pytest

from directory import settings
from directory.store import shelf
from tests.web.light import Seen, text_of

pytestmark = pytest.mark.usefixtures("monday_evening")


@pytest.fixture(scope="module")
def catalogue():
    return shelf.catalogue(settings.data_folder())


def test_from_the_question_over_results_and_a_service_to_its_organisation_and_back(light):
    results = light.post("/licht", data={"woorden": "praten", "plek": "9000", "hoe": "online", "stap": "1"})
    assert "plekken" in text_of(results.text)
    chosen = Seen(results.text).buttons("dienst")[0]
    carried = {a["name"]: a["value"] for a in Seen(results.text).all("input") if a.get("type") == "hidden"}
    assert carried == {"stap": "2", "woorden": "praten", "plek": "9000", "hoe": "online"}
    service = light.post("/licht/dienst", data=carried | {"dienst": chosen})
    for heading in ("Zo bereik je hen", "Wat gebeurt er daarna?", "Wie zegt dit?", "Er is altijd iemand"):
        assert heading in service.text
    owner = Seen(service.text).buttons("organisatie")[0]
    organisation = light.post("/licht/organisatie", data=carried | {"organisatie": owner})
    assert "Wat ze doen" in organisation.text
    back = light.post("/licht", data=carried)
    assert Seen(back.text).buttons("dienst") == Seen(results.text).buttons("dienst")


def test_a_card_says_on_a_light_page_what_it_says_on_the_screens(light):
    text = text_of(light.post("/licht", data={"woorden": "awel"}).text)
    for said in ("Awel", "Bel 102", "open tot 22 u", "Chat op awel.be", "schrijven kan altijd", "Gratis · Anoniem"):
        assert said in text


def test_every_service_and_every_organisation_has_its_page(light, catalogue):
    for service in catalogue.services:
        answer = light.post("/licht/dienst", data={"dienst": service.id, "plek": "9000"})
        assert (answer.status_code, service.name in _plain(answer.text)) == (200, True), service.id
    for organisation in catalogue.organisations:
        answer = light.post("/licht/organisatie", data={"organisatie": organisation.id})
        assert (answer.status_code, organisation.name in _plain(answer.text)) == (200, True), organisation.id


def _plain(html: str) -> str:
    without_links = re.sub(r'<a href="tel:[^"]*">([^<]*)</a>', r"\1", html)
    return without_links.replace("&#39;", "'").replace("&amp;", "&")


def test_show_more_gives_the_next_twenty_and_every_service_once(light, catalogue):
    seen, start = [], "0"
    while start is not None:
        page = Seen(light.post("/licht", data={"vanaf": start}).text)
        seen += page.buttons("dienst")
        start = next((s for s in page.hidden("vanaf") if int(s) > int(start)), None)
    assert len(seen) == len(set(seen)) == len(catalogue.services)


@pytest.mark.parametrize("start", ["-1", "999999999", "20.5", "veel", "", "19"])
def test_a_forged_place_in_the_list_still_shows_results(light, start):
    assert Seen(light.post("/licht", data={"vanaf": start}).text).buttons("dienst")


def test_hours_that_are_not_sure_stand_apart(light):
    found = light.post("/licht", data={"open": "ja", "hoe": "in_person"}).text
    assert re.search(r'<h2 class="apart">Uren niet zeker: \d+ plekken</h2>', found)


def test_a_name_without_a_service_says_what_became_of_it(light):
    found = light.post("/licht", data={"woorden": "pasop"})
    assert "Pasop" in text_of(found.text)
    told = light.post("/licht/organisatie", data={"organisatie": "pasop"})
    assert Seen(told.text).buttons("organisatie") == ["violett", "pasop"]


def test_of_many_doors_each_can_be_chosen(light):
    service = light.post("/licht/dienst", data={"dienst": "overkop-huizen"})
    doors = Seen(service.text).buttons("deur")
    assert len(doors) > 20
    chosen = light.post("/licht/dienst", data={"dienst": "overkop-huizen", "deur": doors[5]})
    assert set(doors) - set(Seen(chosen.text).buttons("deur")) == {doors[5]}


def test_a_place_of_which_there_are_two_asks_which_and_takes_the_answer(light):
    asked = light.post("/licht", data={"plek": "1050", "woorden": "praten"})
    choices = Seen(asked.text).buttons("plek")
    assert len(choices) == 2
    answered = light.post("/licht", data={"plek": choices[1], "woorden": "praten"})
    assert Seen(answered.text).buttons("plek") == []
    assert choices[1] in text_of(answered.text)


@pytest.mark.parametrize("path", ["/licht/dienst", "/licht/organisatie"])
@pytest.mark.parametrize("named", ["", "nonsens", "../../etc/passwd", "<b>"])
def test_what_does_not_exist_is_said_in_plain_words(light, path, named):
    answer = light.post(path, data={"dienst": named, "organisatie": named})
    assert answer.status_code == 404
    assert "Dit vinden we niet" in answer.text


def test_nothing_found_still_shows_who_always_answers(light):
    text = text_of(light.post("/licht", data={"woorden": "xyzzyqwerty"}).text)
    assert "Geen plekken" in text
    for number in ("112", "106", "1813", "116 000"):
        assert number in text


def test_the_hardest_themes_stand_behind_more(light):
    before, after = light.get("/licht").text.split("<summary>Meer</summary>")
    assert "Seks voor geld" not in before
    assert "Seks voor geld" in after


def test_who_runs_the_site_is_said_or_that_nobody_does(light, monkeypatch):
    assert "proefversie" in light.get("/licht").text
    monkeypatch.setenv("HULPKAART_OPERATOR", "Stad <Gent>")
    monkeypatch.setenv("HULPKAART_CONTACT", "hallo@example.org")
    privacy = light.get("/privacy").text
    assert "Stad &lt;Gent&gt;" in privacy
    assert 'href="mailto:hallo@example.org"' in privacy
    assert "proefversie" not in privacy
