"""Folium elements of our own: a map that asks nothing of others, and one call of our script per thing.

The scripts themselves are assets (`assets/map/`), so that an element only carries its data: what
streamlit-folium sends on a rerun stays small, and the same input gives the same bytes.
"""

import re
from typing import Any

import folium
from folium.template import Template
from jinja2.utils import htmlsafe_json_dumps

from directory.cartography.assets import asset_url


def literal(data: Any) -> str:
    """Data as a literal of a script: no sign in it can end the script, or begin a piece of a template.

    folium reads a script that it has made as a template once more. A name with braces in it would then be
    run on the server, or stop the whole map.
    """
    return re.sub(r"\{(?=[{%#])", r"\\u007b", htmlsafe_json_dumps(data))


class LocalMap(folium.Map):  # type: ignore[misc]
    """A map without tiles, whose only script and style sheet are ours.

    `location` is [lat, lon] in degrees, as folium wants it. `texts` are the words of the map's own
    controls. `attribution` is plain text and is always visible.
    """

    _template = Template("""
        {% macro header(this, kwargs) %}
        <style>#{{ this.get_name() }} { position: relative; width: 100%; height: 100%; }</style>
        {% endmacro %}
        {% macro html(this, kwargs) %}
        <div class="folium-map" id={{ this.get_name()|tojson }} ></div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = hulpkaart.open({{ this.get_name()|tojson }}, {{ this.drawn }});
        {% endmacro %}
    """)

    def __init__(self, location: list[float], zoom: int, texts: dict[str, Any], attribution: str) -> None:
        super().__init__(location=location, zoom_start=zoom, tiles=None)
        # Of this map alone: folium keeps these two lists on the class, where one map changes all others.
        self.default_js = [("map_js", asset_url("map.js"))]
        self.default_css = [("map_css", asset_url("map.css"))]
        self._id = "0" * 32  # folium's own id is random, and so would be the script
        self.drawn = literal({"center": location, "zoom": zoom, "texts": texts, "attribution": attribution})


class Drawn(folium.MacroElement):  # type: ignore[misc]
    """One call of our own script on the parent: `hulpkaart.<verb>(parent, data)`."""

    verb: str
    _template = Template("""
        {% macro script(this, kwargs) %}
        hulpkaart.{{ this.verb }}({{ this._parent.get_name() }}, {{ this.data }});
        {% endmacro %}
    """)

    def __init__(self, data: Any) -> None:
        super().__init__()
        self._name = type(self).__name__
        self.data = literal(data)


class UrlLayer(Drawn):
    """A layer of the basemap, fetched by the browser once the map comes into view: {name, url}."""

    verb = "layer"


class Pins(Drawn):
    """All pins of a result: rows of [lat, lon, shape, glyph, id, number or null, label, chosen]."""

    verb = "pins"


class Ring(Drawn):
    """The dashed ring around the asked place: {at: [lat, lon], metres}."""

    verb = "ring"


class AreaShading(Drawn):
    """Where an online service is meant for: {dots: [[lat, lon], …]} or {shape: a GeoJSON geometry}."""

    verb = "areas"


class PanelBox(Drawn):
    """What can be reached from anywhere, in words: {title, text}."""

    verb = "panel"


class KeyBox(Drawn):
    """The key to the signs: [[sign, text], …]."""

    verb = "key"
