"""The map that results become: nothing of others, nothing random, and every name harmless."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.cartography.drawing import (
    MapTexts,
    Panel,
    Pin,
    PinShape,
    Sign,
    draw_map,
    draw_results,
    view_around,
    view_of_everything,
)
from directory.geography.basemap import Basemap, Layer
from directory.model.location import Point

TEXTS = MapTexts(name="Kaart", zoom_in="Dichterbij", zoom_out="Verder", crowd="{n} plekken")
KEY = {sign: f"uitleg van {sign}" for sign in Sign}
GENT = Point(lon=3.72, lat=51.05)


@pytest.fixture
def basemap(tmp_path):
    (tmp_path / "land.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    layer = Layer(file="land.geojson", geometry="polygon", zoom="all", attribution="© X", licence="CC0")
    return Basemap(tmp_path, (layer,), "© X & <b>Y</b>")


def a_pin(**changes):
    jac = Pin(id="jac", point=GENT, shape=PinShape.DOOR, glyph="walk_in", number=1, label="JAC")
    return replace(jac, **changes)


def page(drawn) -> str:
    return drawn.get_root().render()


def script_of(group) -> str:
    """The script of a group's elements, as streamlit-folium takes it from their templates."""
    return "\n".join(child._template.module.script(child) for child in group._children.values())


def data_of(group, verb: str):
    """What our own script is handed for that verb."""
    found = re.search(rf"hulpkaart\.{verb}\(\w+, (.*)\);", script_of(group))
    return json.loads(found[1]) if found else None


def test_an_empty_map_asks_nothing_of_another_host(basemap):
    asked = re.findall(r"""(?:src|href)\s*=\s*["']([^"']+)""", page(draw_map(basemap, TEXTS)))
    assert asked
    assert all(url.startswith("/assets/") for url in asked)
    assert not re.search(r"https?://", page(draw_map(basemap, TEXTS)).replace("http://www.w3.org", ""))


def test_the_same_map_has_the_same_bytes(basemap):
    assert page(draw_map(basemap, TEXTS)) == page(draw_map(basemap, TEXTS))


def test_two_maps_share_no_list_of_links(basemap):
    one, other = draw_map(basemap, TEXTS), draw_map(basemap, TEXTS)
    one.add_js_link("strange", "https://strange.example/x.js")
    one.add_css_link("strange", "https://strange.example/x.css")
    assert "strange" not in page(other)
    assert "strange" not in page(draw_map(basemap, TEXTS))


def test_the_map_names_its_layers_by_address_and_carries_none(basemap):
    script = page(draw_map(basemap, TEXTS))
    assert re.search(r'"url": "/basemap/[0-9a-f]{12}/land\.geojson"', script)
    assert "FeatureCollection" not in script


def test_the_credits_are_plain_text(basemap):
    assert "<b>Y</b>" not in page(draw_map(basemap, TEXTS))


def test_every_pin_is_there_with_its_id():
    rows = data_of(draw_results([a_pin(id="a"), a_pin(id="b", number=None, chosen=True)]), "pins")
    assert rows == [
        [51.05, 3.72, "door", "walk_in", "a", 1, "JAC", False],
        [51.05, 3.72, "door", "walk_in", "b", None, "JAC", True],
    ]


def test_the_same_results_have_the_same_bytes():
    def drawn():
        group = draw_results([a_pin()], ring=(GENT, 5000), panel=Panel("a", "b"), key=KEY)
        return [group._children[name].data for name in group._children]

    assert drawn() == drawn()


@given(lon=st.floats(2.5, 6.4), lat=st.floats(49.5, 51.5))
def test_latitude_comes_first_and_is_right_to_a_metre(lon, lat):
    point = Point(lon=lon, lat=lat)
    group = draw_results([a_pin(point=point)], ring=(point, 1000), areas=[point])
    for first, second in (
        data_of(group, "pins")[0][:2],
        data_of(group, "ring")["at"],
        data_of(group, "areas")["dots"][0],
        view_around(point, 1000).center,
    ):
        assert first == pytest.approx(lat, abs=6e-6)
        assert second == pytest.approx(lon, abs=6e-6)


NASTY = st.sampled_from(["</script><script>alert(1)</script>", 'l\'aide "hier" & daar', "🙂", "{{'x'}}"])


@given(label=st.text() | NASTY)
def test_no_name_can_leave_its_quotes(label):
    group = draw_results([a_pin(label=label, id=label)], panel=Panel(label, label))
    script = script_of(group)
    assert not set("<>'") & set(script)
    assert data_of(group, "pins")[0][6] == label
    assert data_of(group, "panel") == {"title": label, "text": label}


@pytest.mark.parametrize(
    ("changes", "sign"),
    [
        ({}, Sign.WALK_IN),
        ({"glyph": "appointment"}, Sign.APPOINTMENT),
        ({"glyph": "home_visit"}, Sign.OTHER),
        ({"shape": PinShape.ROUGH_POSTCODE}, Sign.ROUGH),
        ({"shape": PinShape.ROUGH_MUNICIPALITY, "glyph": "appointment"}, Sign.ROUGH),
        ({"shape": PinShape.OFFICE}, Sign.OFFICE),
    ],
)
def test_the_key_explains_only_the_signs_that_occur(changes, sign):
    assert data_of(draw_results([a_pin(**changes)], key=KEY), "key") == [[sign, KEY[sign]]]


def test_without_results_there_is_nothing_but_the_panel():
    group = draw_results([], panel=Panel("4 plekken online,", "overal bereikbaar"), key=KEY)
    assert [child._name for child in group._children.values()] == ["PanelBox"]


def test_a_shaded_area_is_one_shape_without_the_borders_inside_it():
    geopandas = pytest.importorskip("geopandas")
    from shapely.geometry import box

    frame = geopandas.GeoDataFrame(geometry=[box(3, 51, 3.5, 51.5), box(3.5, 51, 4, 51.5)], crs=4326)
    shape = data_of(draw_results([], areas=frame), "areas")["shape"]
    assert shape["type"] == "Polygon"
    assert {tuple(corner) for corner in shape["coordinates"][0]} >= {(3, 51), (4, 51), (4, 51.5), (3, 51.5)}
    assert draw_results([], areas=frame.iloc[:0])._children == {}


@given(metres=st.floats(0, 500_000))
def test_a_view_is_always_one_the_map_can_show(metres):
    assert 7 <= view_around(GENT, metres).zoom <= 14


def test_a_wider_ring_is_seen_from_further_away():
    zooms = [view_around(GENT, km * 1000).zoom for km in (1, 5, 10, 25, 50)]
    assert zooms == sorted(zooms, reverse=True)
    assert len(set(zooms)) == 5
    assert view_of_everything().zoom <= zooms[-1]
