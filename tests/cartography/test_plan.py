"""The drawing of the coverage: every municipality on it once, and nothing of the data as markup."""

import json
import re
from base64 import b64decode
from pathlib import Path
from xml.etree import ElementTree

import pytest

from directory import settings
from directory.cartography.plan import plan_html
from directory.finding.coverage import Band, Door, Nearest, coverage
from directory.geography.basemap import Basemap, read_basemap
from directory.geography.places import Gazetteer
from directory.store.files import read_catalogue
from tests.examples import a_location, a_place, a_service, an_organisation
from tests.hostile import SEEN_TEXTS

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def rows() -> tuple[Nearest, ...]:
    catalogue, _ = read_catalogue(settings.ROOT / "data")
    return coverage(catalogue, Gazetteer.read(settings.ROOT / "data" / "geo"), "school", None).rows


@pytest.fixture
def basemap() -> Basemap:
    return read_basemap(settings.ROOT / "data" / "geo" / "basemap")


def drawn(html: str) -> dict[str, int]:
    """How many outlines the first image has in each fill."""
    image = b64decode(re.search(r"base64,([^\"]+)", html)[1])
    paths = ElementTree.fromstring(image).findall(f"{SVG}path")
    return {path.get("fill", ""): path.get("d", "").count("M") for path in paths}


def counted(html: str) -> list[int]:
    return [int(count) for count in re.findall(r"<strong>(\d+)</strong>", html)]


def folder_with_borders(folder: Path, codes: list[str]) -> Path:
    """A basemap with square borders for these municipalities."""
    features = [
        {
            "type": "Feature",
            "properties": {"refnis": code, "nl": code, "fr": code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[4 + n, 51], [4.5 + n, 51], [4.5 + n, 51.4], [4 + n, 51.4], [4 + n, 51]]],
            },
        }
        for n, code in enumerate(codes)
    ]
    (folder / "municipalities.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    layer = {
        "file": "municipalities.geojson",
        "geometry": "polygon",
        "zoom": "all",
        "attribution": "© ons",
        "licence": "x",
    }
    (folder / "layers.json").write_text(json.dumps([layer]))
    return folder


def test_without_borders_every_municipality_is_a_sign_and_the_key_counts_them(rows, basemap):
    html = plan_html(basemap, rows, "zoveel")
    signs = {fill: count for fill, count in drawn(html).items() if fill}
    assert sum(signs.values()) == len(rows) == sum(counted(html))
    assert sorted(signs.values()) == sorted(counted(html))
    assert 'alt="zoveel' in html
    assert "NGI" in html


def test_with_borders_they_are_drawn_and_who_lacks_one_is_a_sign(tmp_path):
    towns = [Nearest(a_place(refnis=code, name=code)) for code in ("11001", "11002", "11004")]
    html = plan_html(read_basemap(folder_with_borders(tmp_path, ["11001", "11002"])), towns, "")
    assert drawn(html) == {f"url(#{Band.NOWHERE})": 3}
    assert counted(html) == [3]
    assert "© ons" in html


@pytest.mark.parametrize("file", ["municipalities.geojson", "provinces.geojson"])
@pytest.mark.parametrize("content", ["{", '{"type": "FeatureCollection", "features": []}', '{"naam": 1}'])
def test_borders_that_cannot_be_read_leave_signs(tmp_path, file, content, rows):
    layer = {"file": file, "geometry": "polygon", "zoom": "all", "attribution": "© ons", "licence": "x"}
    (tmp_path / "layers.json").write_text(json.dumps([layer]))
    (tmp_path / file).write_text(content)
    assert sum(drawn(plan_html(read_basemap(tmp_path), rows, "")).values()) == len(rows)


def test_a_basemap_without_anything_and_no_municipality_at_all_cost_no_error(rows, tmp_path):
    nothing = Basemap(tmp_path, (), "")
    assert sum(drawn(plan_html(nothing, rows, "")).values()) == len(rows)
    assert plan_html(nothing, (), "") == ""


@pytest.mark.parametrize("text", SEEN_TEXTS.values(), ids=list(SEEN_TEXTS))
def test_what_it_says_is_text(basemap, text):
    door = Door(a_location(), a_service(), an_organisation())
    html = plan_html(basemap, [Nearest(a_place(name=text), door, 1.0)], text)
    assert text not in re.sub(r"base64,[^\"]+", "", html) or not re.search("[<>\"'&]", text)
