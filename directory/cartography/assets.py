"""The files a browser needs for the map, ours and the basemap's: an address names its content for ever."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from directory.geography.basemap import Basemap, Layer, read_basemap
from directory.settings import basemap_folder

FOLDER = Path(__file__).parent / "assets"
PARTS = {
    "map.js": ("leaflet/leaflet.js", "map/basemap.js", "map/names.js", "map/overlays.js", "map/pins.js"),
    "map.css": ("leaflet/leaflet.css", "icons.css", "map/map.css"),
    "screen.css": ("icons.css", "screen.css"),
    "desk.css": ("desk.css",),
    "icons.css": ("icons.css",),
    "font.woff2": ("font/atkinson-hyperlegible-next-latin.woff2",),
}
MEDIA_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
    ".geojson": "application/geo+json",
    ".svg": "image/svg+xml",
}
NOT_DRAWN = frozenset({"stations", "tram_metro"})
"""Layers that may be in the folder but would only add noise under the pins."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it goes over the wire."""

    media_type: str
    content: bytes
    fingerprint: str
    """Twelve hexadecimal digits of the SHA-256 of the content: another content has another address."""


@cache
def asset(name: str) -> Asset | None:
    """Our own file of that name, its parts joined in order; None when there is no such name."""
    if name not in PARTS:
        return None
    content = b"\n".join((FOLDER / part).read_bytes() for part in PARTS[name])
    if name == "map.css":
        content = content.replace(b'url("font.woff2")', f'url("{asset_url("font.woff2")}")'.encode())
    return asset_of(Path(name).suffix, content)


def asset_url(name: str) -> str:
    """The address of our own file of that name, on our own host."""
    found = asset(name)
    if found is None:
        raise KeyError(name)
    return f"/assets/{found.fingerprint}/{name}"


@cache
def basemap_in_use() -> Basemap:
    """The basemap that the settings name, read once."""
    return read_basemap(basemap_folder())


def drawn_layers(basemap: Basemap) -> tuple[Layer, ...]:
    """The layers that the map draws, and so the only files of the folder that are served.

    Where municipalities make up the land, the larger provinces would be fetched for nothing.
    """
    names = {Path(layer.file).stem for layer in basemap.layers}
    left_out = NOT_DRAWN | ({"provinces"} if "municipalities" in names else set())
    return tuple(layer for layer in basemap.layers if Path(layer.file).stem not in left_out)


def layer_asset(basemap: Basemap, file: str) -> Asset | None:
    """The drawn layer whose file has that name; None when the map draws no such layer."""
    if file not in {layer.file for layer in drawn_layers(basemap)}:
        return None
    return _layer(basemap.folder / file)


def layer_url(basemap: Basemap, layer: Layer) -> str:
    """The address of a layer of this basemap, on our own host."""
    return f"/basemap/{_layer(basemap.folder / layer.file).fingerprint}/{layer.file}"


@cache
def _layer(path: Path) -> Asset:
    return asset_of(path.suffix, path.read_bytes())


def asset_of(suffix: str, content: bytes) -> Asset:
    """A file with that content, of the kind that the suffix names."""
    return Asset(MEDIA_TYPES[suffix], content, hashlib.sha256(content).hexdigest()[:12])
