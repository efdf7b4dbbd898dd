"""The files of the map are ours, whole, and named by their content."""

import re
from pathlib import Path

import pytest

from directory.cartography import assets
from directory.cartography.assets import FOLDER, PARTS, asset, asset_url, drawn_layers, layer_asset, layer_url
from directory.geography.basemap import Basemap, Layer

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"


@pytest.mark.parametrize("name", PARTS)
def test_the_address_of_a_file_names_its_content(name):
    assert asset_url(name) == f"/assets/{asset(name).fingerprint}/{name}"
    assert re.fullmatch(r"[0-9a-f]{12}", asset(name).fingerprint)


def test_a_file_that_is_not_ours_has_no_address():
    assert asset("README.md") is None
    with pytest.raises(KeyError):
        asset_url("README.md")


@pytest.mark.parametrize("name", [name for name in PARTS if name.endswith(".css")])
def test_a_style_sheet_fetches_nothing_but_our_own_font(name):
    text = asset(name).content.decode()
    fetched = [url for url in re.findall(r"url\(\s*[\"']?([^\"')]+)", text) if not url.startswith("data:")]
    assert set(fetched) <= {asset_url("font.woff2")}
    assert "@import" not in text


def test_our_own_scripts_name_no_other_host():
    for script in FOLDER.glob("map/*.js"):
        assert not re.search(r"https?:|[\"']//", script.read_text()), script.name


def test_the_theme_asks_for_the_font_that_is_served():
    assert f'url = "{asset_url("font.woff2")}"' in CONFIG.read_text()


def test_what_comes_from_others_keeps_its_licence():
    assert "SIL Open Font License" in (FOLDER / "font" / "LICENSE").read_text()
    assert "Redistribution" in (FOLDER / "leaflet" / "LICENSE").read_text()


def layer(file: str) -> Layer:
    return Layer(file=file, geometry="polygon", zoom="all", attribution="© us", licence="CC0")


def test_provinces_are_left_out_only_where_municipalities_make_the_land(tmp_path):
    coarse = Basemap(tmp_path, (layer("land.geojson"), layer("provinces.geojson")), "© us")
    fine = Basemap(tmp_path, (layer("municipalities.geojson"), layer("basemap/provinces.geojson")), "© us")
    assert [each.file for each in drawn_layers(coarse)] == ["land.geojson", "provinces.geojson"]
    assert [each.file for each in drawn_layers(fine)] == ["municipalities.geojson"]


def test_a_file_beside_the_layers_is_no_layer(tmp_path):
    (tmp_path / "secret.geojson").write_text("{}")
    (tmp_path / "land.geojson").write_text("{}")
    basemap = Basemap(tmp_path, (layer("land.geojson"),), "© us")
    assert layer_asset(basemap, "land.geojson") is not None
    assert layer_asset(basemap, "secret.geojson") is None
    assert layer_asset(basemap, "../secret.geojson") is None
    assert layer_url(basemap, basemap.layers[0]).startswith("/basemap/")


def test_every_part_exists_and_every_file_is_a_part():
    parts = {part for parts in PARTS.values() for part in parts}
    files = {str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*") if path.is_file()}
    assert files - parts == {"README.md", "font/LICENSE", "leaflet/LICENSE"}
    assert parts <= files


def test_every_kind_of_channel_has_an_icon():
    from directory.model.channel import Kind

    css = assets.asset("icons.css").content.decode()
    assert all(f".icon-{kind} " in css for kind in Kind)
