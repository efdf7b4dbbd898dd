"""The basemap: a folder of GeoJSON layers and a `layers.json` that says what each is and who made it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directory.plain_file import read_plain

MOST_BYTES = 2_000_000
"""Of the list of layers; the layers themselves may be longer."""
SHAPES = ("polygon", "line", "point")


@dataclass(frozen=True, slots=True)
class Layer:
    """One GeoJSON file of the basemap."""

    file: str
    """Path of the file inside the folder."""
    geometry: str
    """polygon, line or point, sometimes with a note after it."""
    zoom: str
    """Zoom levels at which to draw it, in words: "all", "9+"."""
    attribution: str
    licence: str


@dataclass(frozen=True, slots=True)
class Basemap:
    """The layers of a folder in drawing order, with the one line that has to be shown with them."""

    folder: Path
    layers: tuple[Layer, ...]
    attribution: str


def read_basemap(folder: Path) -> Basemap:
    """The basemap of a folder with a `layers.json`: a list of objects with the five fields of `Layer`.

    Left out: layers whose file is not there, lies outside the folder or is no GeoJSON, and other shapes.

    Raises:
        ValueError: `layers.json` is missing or no such list; says the file, what is wrong, how to mend it.
    """
    path = folder / "layers.json"
    try:
        rows = json.loads(read_plain(path, MOST_BYTES))
    except OSError as error:
        raise ValueError(
            f"{path}: this file cannot be read ({error.strerror}). Give a folder with a layers.json."
        ) from error
    except ValueError as error:
        raise ValueError(
            f"{path}: this is not JSON ({error}). Write a list of layers, as in data/geo/basemap."
        ) from error
    if not isinstance(rows, list):
        raise ValueError(f"{path}: this is not a list. Put the layers between [ and ], as in data/geo/basemap.")
    layers = [_layer(path, number, row) for number, row in enumerate(rows, start=1)]
    there = tuple(layer for layer in layers if _can_be_drawn(folder, layer))
    lines = dict.fromkeys(part for layer in there for part in layer.attribution.split(" · ") if part)
    return Basemap(folder=folder, layers=there, attribution=" · ".join(lines))


def _layer(path: Path, number: int, row: Any) -> Layer:
    fields = Layer.__dataclass_fields__
    missing = [f for f in fields if not isinstance(row, dict) or not isinstance(row.get(f), str)]
    if missing:
        raise ValueError(f"{path}: layer {number} has no text for {', '.join(missing)}. Add it.")
    return Layer(**{f: " ".join(row[f].split()) for f in fields})


def _can_be_drawn(folder: Path, layer: Layer) -> bool:
    file = folder / layer.file
    inside = file.resolve().is_relative_to(folder.resolve())
    return inside and file.suffix == ".geojson" and layer.geometry.startswith(SHAPES) and file.is_file()
