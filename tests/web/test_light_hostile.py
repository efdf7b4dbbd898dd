"""Text from the data or a form is never markup on a light page: no tag, no attribute and no link comes of it."""

import html
import re

import pytest

from directory.store import shelf
from directory.web.question import clean
from tests.hostile import ADDRESSES, LINKS, LOOKALIKES, NUMBERS, TEXTS, write_folder
from tests.web.light import MONDAY_EVENING, Seen, client

SITES = r"www\.(hulp|luisterlijn)\.example|wa\.me|www\.openstreetmap\.org|www\.meteo\.be"
SAFE = re.compile(
    rf"/|#inhoud|data:,|https://({SITES})(/.*)?|(tel|sms):\+?\d{{2,15}}|mailto:[\w.+-]+@[\w.-]+|geo:[\d.,]+\?q=[\d.,]+"
)
TAGS = set(
    "a article b body br button cite dd details div dl dt fieldset footer form h1 h2 h3 head header html i input "
    "label legend li link main meta nav option p path script section select small span strong style summary svg "
    "symbol textarea title ul use".split()
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    write_folder(folder)
    return folder


@pytest.fixture(autouse=True)
def on_hostile_data(monkeypatch, folder, tmp_path):
    monkeypatch.setenv("HULPKAART_INBOX", str(tmp_path / "inbox"))
    monkeypatch.setenv("HULPKAART_NOW", MONDAY_EVENING)
    monkeypatch.setenv("HULPKAART_DATA", str(folder))


@pytest.fixture(scope="module")
def light():
    return client()


@pytest.fixture(scope="module")
def catalogue(folder):
    return shelf.catalogue(folder)


def words_of(page: str) -> str:
    """All text of a page as a browser reads it, without spaces: what is markup is not in it."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    return squeezed(html.unescape(re.sub(r"<[^>]+>", "", body)))


def squeezed(text: str) -> str:
    return "".join(text.split())


def expect_text_alone(page: str) -> None:
    seen = Seen(page)
    assert {tag for tag, _ in seen.tags} <= TAGS
    assert len(seen.all("script")) == 1
    for tag, attributes in seen.tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "autofocus")]
        if "href" in attributes and tag != "use":
            assert SAFE.fullmatch(attributes["href"]), attributes["href"]


def test_every_page_of_the_hostile_data_is_text_alone(light, catalogue):
    assert len(catalogue.services) == len(TEXTS)
    for service in catalogue.services:
        page = light.post("/licht/dienst", data={"dienst": service.id})
        assert page.status_code == 200
        expect_text_alone(page.text)
        for text in (service.name, service.description.nl, service.intake_note.nl, service.tells_others.nl):
            assert squeezed(text) in words_of(page.text)
    for organisation in catalogue.organisations:
        page = light.post("/licht/organisatie", data={"organisatie": organisation.id})
        assert page.status_code == 200
        expect_text_alone(page.text)
        for text in (organisation.name, organisation.description.nl, *organisation.also_known_as):
            assert squeezed(text) in words_of(page.text)


def test_lists_and_choices_of_the_hostile_data_are_text_alone(light, catalogue):
    labels = "".join(squeezed(theme.label.nl) for theme in catalogue.vocabulary.chips)
    for question in (
        {},
        {"vanaf": "20"},
        {"vanaf": "40"},
        {"plek": "9000"},
        {"thema": "kwaad-1", "publiek": "kwaad-2"},
    ):
        page = light.post("/licht", data=question)
        assert page.status_code == 200
        expect_text_alone(page.text)
        assert labels in words_of(page.text)


@pytest.mark.parametrize("typed", [*TEXTS, *LINKS, *LOOKALIKES, *NUMBERS, *ADDRESSES], ids=ascii)
def test_what_is_typed_is_text_alone(light, typed):
    names = ("woorden", "plek", "leeftijd", "thema", "hoe", "publiek", "taal", "straal", "open", "vanaf", "stap")
    sent = dict.fromkeys(names, typed.encode("utf-8", "replace").decode())
    found = light.post("/licht", data=sent)
    assert found.status_code == 200
    assert Seen(found.text).field("woorden")["value"] == clean(sent["woorden"])
    expect_text_alone(found.text)
    for named in ("kwaad-3", sent["woorden"]):
        expect_text_alone(light.post("/licht/dienst", data=sent | {"dienst": named}).text)
        expect_text_alone(light.post("/licht/organisatie", data=sent | {"organisatie": named}).text)


@pytest.mark.parametrize("typed", [*TEXTS, *LINKS, *ADDRESSES], ids=ascii)
def test_what_is_typed_in_a_correction_is_text_alone(light, typed):
    sent = dict.fromkeys(("naam", "moet", "bron", "contact"), typed.encode("utf-8", "replace").decode())
    for more in ({}, {"dienst": "kwaad-3"}, {"dienst": "kwaad-3", "verstuur": "ja"}):
        page = light.post("/licht/klopt-niet", data=sent | more)
        assert page.status_code == 200
        expect_text_alone(page.text)
