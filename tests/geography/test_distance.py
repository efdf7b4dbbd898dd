"""Distances are honest metres."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.geography.distance import distance_m, distances_m
from directory.model.location import Point

points = st.builds(
    lambda lon, lat: Point(lon=lon, lat=lat),
    st.floats(2.5, 6.5, allow_nan=False),
    st.floats(49.4, 51.6, allow_nan=False),
)
GENT = Point(lon=3.7167, lat=51.05)
BRUSSEL = Point(lon=4.3517, lat=50.8466)


def test_from_gent_to_brussel_is_fifty_kilometres() -> None:
    assert distance_m(GENT, BRUSSEL) == pytest.approx(50_000, abs=500)


@given(points)
def test_a_place_is_no_distance_from_itself(a: Point) -> None:
    assert distance_m(a, a) == 0


@given(points, points)
def test_there_is_as_far_as_back(a: Point, b: Point) -> None:
    assert distance_m(a, b) == pytest.approx(distance_m(b, a), abs=1e-6)


@given(points, points, points)
def test_a_detour_is_never_shorter(a: Point, b: Point, c: Point) -> None:
    assert distance_m(a, c) <= distance_m(a, b) + distance_m(b, c) + 1e-6


@given(points, st.lists(points, max_size=5))
def test_many_distances_at_once_are_those_one_by_one(origin: Point, others: list[Point]) -> None:
    many = distances_m(origin, [p.lon for p in others], [p.lat for p in others])
    assert many.shape == (len(others),)
    assert list(many) == pytest.approx([distance_m(origin, p) for p in others], abs=1e-6)


def test_a_service_without_a_point_has_no_distance() -> None:
    assert np.isnan(distances_m(GENT, [float("nan"), 4.0], [float("nan"), 51.0])).tolist() == [True, False]
