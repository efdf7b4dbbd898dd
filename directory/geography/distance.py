"""Distances over the earth, in metres."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from directory.model.location import Point

WGS84 = Geod(ellps="WGS84")


def distance_m(a: Point, b: Point) -> float:
    """Metres along the WGS 84 ellipsoid between two points.

    Karney (2013), as in pyproj.Geod. Always finite, symmetric to a millionth of a metre, zero for one point.
    """
    return float(WGS84.inv(a.lon, a.lat, b.lon, b.lat)[2])


def distances_m(
    origin: Point, lons: Sequence[float] | NDArray[Any], lats: Sequence[float] | NDArray[Any]
) -> NDArray[np.float64]:
    """Metres from one point to many: arrays of longitudes and latitudes of shape (n,), metres of shape (n,).

    NaN in, NaN out: a service without a point has no distance.
    """
    lon, lat = np.asarray(lons, dtype=np.float64), np.asarray(lats, dtype=np.float64)
    here = np.full_like(lon, origin.lon), np.full_like(lat, origin.lat)
    return np.asarray(WGS84.inv(*here, lon, lat)[2], dtype=np.float64)
