"""Borders of municipalities, where a basemap has them."""

from pathlib import Path

import geopandas as gpd

FILE = "municipalities.geojson"
COLUMNS = ["refnis", "nl", "fr", "geometry"]


def municipal_areas(folder: Path) -> gpd.GeoDataFrame | None:
    """Municipal borders of a basemap folder, or None when it has none: the shipped basemap has none.

    Columns refnis, nl, fr (names of today; the Dutch name where there is no French one) and geometry, in
    EPSG:4326 (longitude, latitude), one row per municipality, sorted by refnis.

    Raises:
        ValueError: the file is there, and lacks one of these columns.
    """
    path = folder / FILE
    if not path.is_file():
        return None
    frame = gpd.read_file(path)
    missing = [column for column in COLUMNS if column not in frame.columns]
    if missing:
        raise ValueError(f"{path}: no {', '.join(missing)} in its properties. Add it to every municipality.")
    frame = frame[COLUMNS].to_crs(4326)
    frame["refnis"] = frame["refnis"].astype(str)
    frame["fr"] = frame["fr"].fillna(frame["nl"])
    return frame.sort_values("refnis", ignore_index=True)
