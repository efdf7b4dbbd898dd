"""What a search engine may show: the ways in of a site that somebody runs, and never an answer."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from directory.cartography.assets import asset_url
from directory.web.headers import FOUND
from directory.web.routes import routes
from directory.web.shell import HEALTH, around

HIDDEN = "noindex, nofollow"
OTHERS = (
    "/overzicht",
    "/hulpverleners",
    "/licht/",
    "/licht/altijd",
    "/licht/sporen",
    "/licht/nergens",
    "/weg",
    "/nergens",
    HEALTH,
)


async def framework(_):
    return PlainTextResponse("passed on")


@pytest.fixture(scope="module")
def client():
    app = Starlette(routes=[*routes, Route("/{path:path}", framework)], middleware=around(routes))
    return TestClient(app)


@pytest.fixture
def real_site(monkeypatch):
    monkeypatch.setenv("HULPKAART_OPERATOR", "Stad Gent")


def robots(answer) -> str | None:
    return answer.headers.get("x-robots-tag")


@pytest.mark.parametrize("path", sorted(FOUND))
def test_a_site_that_somebody_runs_can_be_found(client, real_site, path):
    for method in ("GET", "HEAD"):
        answer = client.request(method, path)
        assert (answer.status_code, robots(answer)) == (200, None)


@pytest.mark.parametrize("path", [*sorted(FOUND), *OTHERS])
@pytest.mark.parametrize("operator", ["", "  "])
def test_a_test_version_is_never_found(client, monkeypatch, path, operator):
    monkeypatch.setenv("HULPKAART_OPERATOR", operator)
    assert robots(client.get(path)) == HIDDEN


@pytest.mark.parametrize("path", [*OTHERS, asset_url("map.js")])
def test_no_other_page_or_file_is_found(client, real_site, path):
    assert robots(client.get(path)) == HIDDEN


@pytest.mark.parametrize(
    "path", ["/licht", "/licht/dienst", "/licht/organisatie", "/privacy", "/licht/over", "/licht/toegankelijk"]
)
def test_no_answer_to_a_form_is_found(client, real_site, path):
    assert robots(client.post(path, data={"woorden": "praten", "dienst": "awel-hulplijn"})) == HIDDEN


def test_a_page_that_broke_is_not_found(client, real_site, monkeypatch):
    monkeypatch.setenv("HULPKAART_DATA", "/nergens")
    answer = client.get("/licht")
    assert (answer.status_code, robots(answer)) == (503, HIDDEN)
