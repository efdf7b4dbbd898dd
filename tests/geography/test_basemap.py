"""A basemap is read with its attribution; a broken one says how to mend it."""

import json
import os
import re
from pathlib import Path

import geopandas as gpd
import pytest

from directory.geography.areas import municipal_areas
from directory.geography.basemap import read_basemap

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data" / "geo" / "basemap"
LAYER = {"file": "a.geojson", "geometry": "line", "zoom": "all", "attribution": "© A", "licence": "CC0"}


@pytest.fixture
def richer() -> Path:
    folder = Path(os.environ.get("HULPKAART_BASEMAP") or ROOT.parent / "shared" / "geo")
    if not (folder / "layers.json").is_file():
        pytest.skip("no richer basemap here: HULPKAART_BASEMAP names none and ../shared/geo is not there")
    return folder


def test_the_shipped_basemap_has_land_provinces_borders_and_names() -> None:
    basemap = read_basemap(SHIPPED)
    assert [(layer.file, layer.geometry) for layer in basemap.layers] == [
        ("land.geojson", "polygon"),
        ("provinces.geojson", "polygon"),
        ("borders.geojson", "line"),
        ("places.geojson", "point"),
    ]
    for maker in ("OpenStreetMap", "NGI", "Statbel", "GeoNames"):
        assert basemap.attribution.count(maker) == 1


def test_the_shipped_basemap_is_light() -> None:
    assert sum(f.stat().st_size for f in SHIPPED.iterdir()) < 500_000


def test_every_shipped_layer_is_valid_and_lies_around_belgium() -> None:
    for layer in read_basemap(SHIPPED).layers:
        frame = gpd.read_file(SHIPPED / layer.file)
        west, south, east, north = frame.total_bounds
        assert 1.7 < west < east < 7.1
        assert 49.2 < south < north < 52.1
        assert frame.geometry.is_valid.all()


def test_provinces_neither_overlap_nor_leave_gaps() -> None:
    provinces = gpd.read_file(SHIPPED / "provinces.geojson").to_crs(3812)
    assert len(provinces) == 11
    whole = provinces.geometry.union_all()
    assert provinces.area.sum() == pytest.approx(whole.area, rel=1e-4)
    assert whole.area / 1e6 == pytest.approx(30_689, rel=0.01)  # km², land of Belgium by Statbel


def test_the_shipped_basemap_has_no_municipal_borders() -> None:
    assert municipal_areas(SHIPPED) is None


def test_the_richer_basemap_is_read_too(richer: Path) -> None:
    basemap = read_basemap(richer)
    assert {"polygon", "line", "point"} <= {layer.geometry.split(",")[0] for layer in basemap.layers}
    assert "\n" not in basemap.attribution


def test_the_richer_basemap_has_municipal_borders(richer: Path) -> None:
    areas = municipal_areas(richer)
    if areas is None:
        pytest.skip("the richer basemap has no municipalities.geojson")
    assert list(areas.columns) == ["refnis", "nl", "fr", "geometry"]
    assert areas.crs == "EPSG:4326"
    assert areas["refnis"].is_unique


def test_layers_without_a_file_or_outside_the_folder_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    for name in ("a.geojson", "../b.geojson", "c.txt"):
        (tmp_path / "map" / name).write_text("{}", encoding="utf-8")
    rows = [LAYER | {"file": name} for name in ("a.geojson", "../b.geojson", "c.txt", "gone.geojson")]
    rows.append(LAYER | {"geometry": "raster"})
    (tmp_path / "map" / "layers.json").write_text(json.dumps(rows), encoding="utf-8")
    assert [layer.file for layer in read_basemap(tmp_path / "map").layers] == ["a.geojson"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "this file cannot be read (No such file or directory). Give a folder with a layers.json."),
        ("{", "this is not JSON"),
        ("{}", "this is not a list. Put the layers between [ and ], as in data/geo/basemap."),
        ('[{"file": "a.geojson"}]', "layer 1 has no text for geometry, zoom, attribution, licence. Add it."),
        ("[7]", "layer 1 has no text for file, geometry, zoom, attribution, licence. Add it."),
    ],
)
def test_a_broken_list_of_layers_says_what_to_mend(tmp_path: Path, text: str | None, sentence: str) -> None:
    if text is not None:
        (tmp_path / "layers.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=re.escape(f"{tmp_path / 'layers.json'}: {sentence}")):
        read_basemap(tmp_path)
