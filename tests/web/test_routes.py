"""What the app answers beside the screens: only files of the map, for ever, and nothing else on the disk."""

import gzip
import json

import brotli
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from directory.cartography import assets
from directory.cartography.assets import PARTS, asset_url, layer_url
from directory.geography.basemap import read_basemap
from directory.web.routes import routes
from directory.web.shell import around

LAND = '{"type": "FeatureCollection", "features": []}'


@pytest.fixture
def basemap(tmp_path, monkeypatch):
    folder = tmp_path / "basemap"
    folder.mkdir()
    row = {"geometry": "polygon", "zoom": "all", "attribution": "© X", "licence": "CC0"}
    (folder / "layers.json").write_text(json.dumps([row | {"file": "land.geojson"}]))
    (folder / "land.geojson").write_text(LAND)
    (folder / "unlisted.geojson").write_text("{}")
    (tmp_path / "outside.geojson").write_text("{}")
    monkeypatch.setenv("HULPKAART_BASEMAP", str(folder))
    assets.basemap_in_use.cache_clear()
    yield read_basemap(folder)
    assets.basemap_in_use.cache_clear()


@pytest.fixture(scope="module")
def whole():
    return TestClient(Starlette(routes=routes, middleware=around(routes)))


@pytest.fixture
def client(basemap, whole):
    return whole


@pytest.mark.parametrize("name", PARTS)
def test_a_file_of_the_map_is_kept_for_ever(client, name):
    answer = client.get(asset_url(name))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("name", "kind"),
    [("map.js", "text/javascript"), ("map.css", "text/css"), ("font.woff2", "font/woff2")],
)
def test_a_file_says_what_it_is(client, name, kind):
    assert client.get(asset_url(name)).headers["content-type"].split(";")[0] == kind


def test_a_layer_is_served_as_it_is(client, basemap):
    answer = client.get(layer_url(basemap, basemap.layers[0]))
    assert answer.text == LAND
    assert answer.headers["content-type"] == "application/geo+json"
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("accepted", "compressed"),
    [
        ("gzip, br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("*", "br"),
        ("gzip;q=0.5", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0, *", "gzip"),
        ("identity", None),
        ("", None),
        ("gzip;q=0", None),
        ("*;q=0", None),
        (";;q=,,,", None),
    ],
)
def test_a_file_is_compressed_for_who_accepts_it(client, accepted, compressed):
    with client.stream("GET", asset_url("map.js"), headers={"accept-encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == compressed
    assert answer.headers["vary"] == "Accept-Encoding"
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[compressed]
    assert unpack(raw) == assets.asset("map.js").content


def test_a_font_is_not_compressed_twice(client):
    answer = client.get(asset_url("font.woff2"), headers={"accept-encoding": "gzip, br"})
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/assets/000000000000/map.js",
        "/assets/{print}/README.md",
        "/assets/{print}/..%2Fassets.py",
        "/assets/{print}/leaflet%2Fleaflet.js",
        "/basemap/000000000000/land.geojson",
        "/basemap/{layer}/unlisted.geojson",
        "/basemap/{layer}/layers.json",
        "/basemap/{layer}/../outside.geojson",
        "/basemap/{layer}/%2e%2e/outside.geojson",
        "/basemap/{layer}/..%2Foutside.geojson",
        "/basemap/{layer}//etc/passwd",
        "/basemap/{layer}/%00",
        "/basemap/{layer}/",
    ],
)
def test_anything_else_is_not_found(client, basemap, path):
    ours, theirs = asset_url("map.js"), layer_url(basemap, basemap.layers[0])
    answer = client.get(path.format(print=ours.split("/")[2], layer=theirs.split("/")[2]))
    assert answer.status_code == 404
    assert answer.text in ("", "Not Found")


def test_nothing_can_be_sent_to_us(client):
    assert client.post(asset_url("map.js"), content=b"x").status_code == 405


def test_suggestions_are_one_list_for_everybody_with_themes_names_and_towns(client):
    answer = client.get("/suggesties/nl")
    lists = answer.json()
    assert {"Zwanger", "Boysproject", "Awel", "PASOP"} <= set(lists["ask_words"])
    assert {"Gent", "Deurne", "Sint-Jans-Molenbeek"} <= set(lists["ask_where"])
    assert "Namen" not in lists["ask_where"]
    assert client.get("/suggesties/nl?q=zwanger").content == answer.content


def test_suggestions_are_in_the_language_of_who_reads(client):
    lists = client.get("/suggesties/fr").json()
    assert {"Gand", "Saint-Gilles", "Awel", "PASOP"} <= set(lists["ask_where"] + lists["ask_words"])
    assert "Zwanger" not in lists["ask_words"]
    assert client.get("/suggesties/xx").status_code == 404
