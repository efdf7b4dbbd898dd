"""The map as one would first write it: a whole folium map with its basemap embedded, made anew at each run."""

import json
from pathlib import Path

import folium
import streamlit as st
from streamlit_folium import st_folium

from directory.cartography.assets import asset_url, basemap_in_use, drawn_layers
from directory.cartography.results import pins
from directory.finding.find import find
from directory.finding.query import Query
from directory.model.channel import Mode
from directory.screens.parts.page import catalogue, clock
from directory.wording.card_builder import card
from directory.wording.fragment import card_html
from directory.wording.summary import sentence

HOW = {Mode.ONLINE: "Online", Mode.PHONE: "Bellen", Mode.IN_PERSON: "In de buurt"}

st.set_page_config(layout="wide")
known, now = catalogue(), clock()
with st.container(key="ask"):
    modes = st.segmented_control("Hoe?", list(HOW), format_func=HOW.__getitem__, selection_mode="multi")
query = Query(modes=frozenset(modes))
answer = find(known, query, now, limit=1000)
numbers = {r.service.id: n for n, r in enumerate((r for r in answer.results[:10] if r.nearest), start=1)}

left, right = st.columns(2)
with left:
    st.html(f'<h2 class="hk-said">{"".join(sentence(answer, query, known.vocabulary))}</h2>')
    for result in answer.results[:10]:
        st.html(card_html(card(known, result, query, now), number=numbers.get(result.service.id)))
with right, st.container(key="map"):
    drawn = folium.Map([51.03, 4.2], zoom_start=8, tiles=None, max_zoom=18, prefer_canvas=True)
    drawn.default_js = [("map_js", asset_url("map.js"))]
    drawn.default_css = [("map_css", asset_url("map.css"))]
    basemap = basemap_in_use()
    for layer in drawn_layers(basemap):
        if not layer.geometry.startswith("point"):
            shapes = json.loads(Path(basemap.folder / layer.file).read_text(encoding="utf-8"))
            folium.GeoJson(shapes, style_function=lambda _: {"weight": 0.7}).add_to(drawn)
    for pin in pins(known, answer.results, numbers):
        icon = folium.DivIcon(html=f"<b>{pin.number or ''}</b>", class_name="pin")
        folium.Marker([pin.point.lat, pin.point.lon], tooltip=pin.label, icon=icon).add_to(drawn)
    st_folium(
        drawn, key="kaart", height=600, use_container_width=True, returned_objects=["last_object_clicked_tooltip"]
    )
