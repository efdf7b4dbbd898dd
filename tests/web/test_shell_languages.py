"""The page around the screens in the language of who visits; the screens themselves say theirs over the socket."""

import re

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from directory.web.headers import SCREEN_CSP
from directory.web.routes import routes
from directory.web.shell import MAP_FRAME, SCREENS, around
from directory.wording.messages import languages
from tests.web.light import Seen, Spoken
from tests.wording.pseudo import LEFT_TO_RIGHT, RIGHT_TO_LEFT, outside, spoken_here

FRAME = f"{MAP_FRAME}/index.html"


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    with spoken_here(tmp_path_factory.mktemp("languages"), LEFT_TO_RIGHT, RIGHT_TO_LEFT):
        yield TestClient(Starlette(routes=routes, middleware=around(routes)))


def links(html: str) -> set[str]:
    return {link["href"] for link in Seen(html).all("a") if link["href"].startswith("/")}


@pytest.mark.parametrize("path", [*SCREENS, FRAME])
@pytest.mark.parametrize(
    ("asked", "accepted", "code"),
    [
        ("", "fr-BE,nl;q=0.5", "fr"),
        ("fr", "en", "fr"),
        ("", "tlh", "nl"),
        ("tlh", "en", "en"),
        ("fa", "", "fa"),
        ("nl", "fr", "nl"),
    ],
)
def test_a_screen_comes_in_the_language_asked_for_or_else_the_browsers(shell, path, asked, accepted, code):
    answer = shell.get(path, params={"lang": asked} if asked else {}, headers={"accept-language": accepted})
    stated = Seen(answer.text).all("html")[0]
    assert (stated["lang"], stated["dir"]) == (code, "rtl" if code == "fa" else "ltr")
    assert answer.headers["content-language"] == code
    assert answer.headers["vary"] == "Accept-Encoding, Accept-Language"


@pytest.mark.parametrize("path", SCREENS)
def test_a_screen_leads_to_the_light_page_in_the_language_that_was_chosen(shell, path):
    assert links(shell.get(path, params={"lang": "fr"}).text) == {"/licht?lang=fr"}
    assert links(shell.get(path, headers={"accept-language": "fr"}).text) == {"/licht"}
    assert links(shell.get(path, params={"lang": "tlh"}).text) == {"/licht"}


@pytest.mark.parametrize("path", ["/", FRAME])
def test_all_that_a_page_says_itself_is_translated(shell, path):
    html = shell.get(path, params={"lang": LEFT_TO_RIGHT}).text
    said = [*Spoken(html, LEFT_TO_RIGHT).blocks, *re.findall(r'(?:data-map|description" content)="([^"]*)"', html)]
    assert len([block for block in said if "⟦" in block]) >= 2
    assert {block.strip() for block in said if re.search(r"\w", outside(block))} <= {"Hulpkaart"}


def test_the_policy_is_the_same_in_every_language(shell):
    for code in languages():
        assert shell.get("/", params={"lang": code}).headers["content-security-policy"] == SCREEN_CSP


def test_the_blank_page_and_what_is_suggested_are_the_same_for_everybody(shell):
    for path in ("/weg", "/suggesties/nl"):
        answers = {shell.get(path, headers={"accept-language": code}).content for code in languages()}
        assert len(answers) == 1
