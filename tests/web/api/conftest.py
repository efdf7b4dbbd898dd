"""The API around what is shipped, and around a made-up folder with a shelter."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from directory.settings import ROOT
from directory.web.routes import routes
from directory.web.shell import around
from tests.benchmarks.synthetic import write
from tests.examples import a_catalogue, a_channel, a_location, a_service, an_organisation
from tests.exchange.hsds.conftest import exported, gazetteer, shipped, specification

__all__ = ["exported", "gazetteer", "shipped", "specification"]
NOW = "2026-11-26T10:00"
"""The moment of the export with which records are compared."""
SECRETS = ("Geheimstraat", "geheimstraat", "51.0521", "3.7214", "De Schuilplaats", "enkel voor stewards")


@pytest.fixture(autouse=True)
def fixed_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HULPKAART_NOW", NOW)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The routes within their shell; the same event loop for all requests, as in a server."""
    with TestClient(Starlette(routes=routes, middleware=around(routes))) as client:
        yield client


@pytest.fixture(params=[True, None], ids=["confidential", "not decided"])
def with_a_shelter(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From now on the data are those of a shelter, whose address nobody may know."""
    place = a_location(
        id="huis-geheimstraat",
        name="De Schuilplaats",
        street="Geheimstraat",
        lat=51.0521,
        lon=3.7214,
        confidential=request.param,
        research_note="enkel voor stewards",
    )
    visit = a_channel(id="door", kind="appointment", value="Geheimstraat 1", location=place.id)
    service = a_service(shelters=True, channels=[visit, a_channel()], research_note="enkel voor stewards")
    owner = an_organisation(services=[service], locations=[place], research_note="enkel voor stewards")
    folder = tmp_path_factory.mktemp("shelter") / "data"
    write(a_catalogue(owner), ROOT / "data", folder)
    monkeypatch.setenv("HULPKAART_DATA", str(folder))
