"""How far it is to a door: for each municipality of Flanders and Brussels, from its centre to the nearest one.

A door is where one can come in person: a location with the role `door` and a public point, of a service for the
asked theme and age. It counts for a municipality by the rule by which the search offers it there; on request only
when the service is meant for that municipality.

Points are projected to Belgian Lambert 2008 (EPSG:3812, metres) and the nearest door is looked up in a tree over
those points, as geopandas' `sjoin_nearest` does: a join of its own for each set of municipalities that the same
doors count for, since a door that does not count must not stand before one that does. In Flanders (50.68 to 51.51
degrees north) the projection makes no length more than 0.007 % too short or 0.009 % too long: 1 m in 10 km.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import geopandas as gpd
import numpy as np

from directory.finding.columns import Columns, Flags, columns
from directory.finding.filters import services_that_fit
from directory.finding.query import Query
from directory.finding.reach import is_only_elsewhere, serves
from directory.geography.place import Place, PlaceKind, Region
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.service import Service, ServiceArea

METRIC = "EPSG:3812"
WITHIN_KM = (5, 10, 20)
"""How far young people can be expected to go, km: on foot or by bike, by bus, hardly."""


class Band(StrEnum):
    """How far it is to a door, by WITHIN_KM."""

    NEAR = "near"
    MIDDLE = "middle"
    FAR = "far"
    FARTHER = "farther"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Door:
    """Where one can come in person, and for what."""

    location: Location
    service: Service
    organisation: Organisation


@dataclass(frozen=True, slots=True)
class Nearest:
    """The nearest door to the centre of a municipality, in metres as the crow flies; None when no door counts."""

    municipality: Place
    door: Door | None = None
    distance_m: float | None = None

    def is_within(self, km: int) -> bool:
        """True when the nearest door is no farther than that, in kilometres."""
        return self.distance_m is not None and self.distance_m <= km * 1000

    @property
    def band(self) -> Band:
        """How far it is, in one of five words."""
        if self.distance_m is None:
            return Band.NOWHERE
        bands = zip(WITHIN_KM, Band, strict=False)
        return next((band for km, band in bands if self.is_within(km)), Band.FARTHER)


@dataclass(frozen=True, slots=True)
class Coverage:
    """`rows` are the municipalities, those without any door first, then the farthest.

    `doors` are the places that were measured to; `not_shown` those of the same services whose point is not public
    or not known.
    """

    rows: tuple[Nearest, ...]
    doors: int
    not_shown: int


@dataclass(frozen=True, slots=True)
class Within:
    """Who lives within so many kilometres of a door: municipalities, and young people where their number is known.

    `km` None stands for the rest, who live farther than the last of WITHIN_KM, or where there is no door at all.
    """

    km: int | None
    municipalities: int
    young_people: int


def coverage(
    catalogue: Catalogue, gazetteer: Gazetteer, theme: str | None, age: int | None, *, meant_only: bool = False
) -> Coverage:
    """The nearest door for each municipality, for a theme (with the narrower ones) and an age; None: for any.

    With `meant_only` a door counts only where its service says that it is meant for, and not for the neighbours.
    The same answer for the same catalogue and question is worked out once.
    """
    return _coverage(catalogue, gazetteer, theme, age, meant_only)


def within(rows: tuple[Nearest, ...], young_people: Mapping[str, int]) -> tuple[Within, ...]:
    """How many live within each distance of WITHIN_KM, and who is left; `young_people` by refnis."""
    parts = [(km, [row for row in rows if row.is_within(km)]) for km in WITHIN_KM]
    rest = [row for row in rows if not row.is_within(WITHIN_KM[-1])]
    return tuple(
        Within(km, len(part), sum(young_people.get(row.municipality.refnis, 0) for row in part))
        for km, part in [*parts, (None, rest)]
    )


@lru_cache(maxsize=64)
def _coverage(
    catalogue: Catalogue, gazetteer: Gazetteer, theme: str | None, age: int | None, meant_only: bool
) -> Coverage:
    laid_out = columns(catalogue)
    fits = services_that_fit(laid_out, Query(themes=frozenset([theme] if theme else []), age=age))
    municipalities = [p for p in gazetteer if p.kind is PlaceKind.MUNICIPALITY and p.region is not Region.WAL]
    counts = serves if meant_only else _is_offered
    doors = list(_doors(laid_out, fits))
    nearest = _nearest(municipalities, doors, counts)
    shown = {door.location.id for door in doors}
    return Coverage(
        rows=tuple(sorted(nearest, key=_farthest_first)),
        doors=len(shown),
        not_shown=len(_places(laid_out, fits) - shown),
    )


def _farthest_first(row: Nearest) -> tuple[float, str]:
    return (-np.inf if row.distance_m is None else -row.distance_m), row.municipality.name


def _is_offered(area: ServiceArea, municipality: Place) -> bool:
    """As the search does: only who is meant for another region or country is not offered to a neighbour."""
    return not is_only_elsewhere(area, municipality)


def _doors(laid_out: Columns, fits: Flags) -> Iterator[Door]:
    """The doors of these services, one for each service at a place, in the order of the catalogue."""
    seen = set()
    for number in np.flatnonzero(fits[laid_out.service_of] & ~np.isnan(laid_out.lon)):
        service_number, channel = laid_out.pairs[number]
        service, location = laid_out.services[service_number], laid_out.catalogue.door(channel)
        if location is not None and (location.id, service.id) not in seen:
            seen.add((location.id, service.id))
            yield Door(location, service, laid_out.catalogue.owner(service))


def _places(laid_out: Columns, fits: Flags) -> set[str]:
    """The ids of all doors of these services, with a public point or without."""
    own = fits[laid_out.service_of] & laid_out.in_mode[Mode.IN_PERSON]
    places = (laid_out.catalogue.door(laid_out.pairs[number][1]) for number in np.flatnonzero(own))
    return {place.id for place in places if place}


def _nearest(
    municipalities: list[Place], doors: list[Door], counts: Callable[[ServiceArea, Place], bool]
) -> list[Nearest]:
    distance = np.full(len(municipalities), np.inf)
    door_of = np.full(len(municipalities), -1)
    centres = _projected([p.point.lon for p in municipalities], [p.point.lat for p in municipalities])
    points = [door.location.point for door in doors]
    at = _projected([p.lon for p in points if p], [p.lat for p in points if p])
    for own, served in _joins(municipalities, doors, counts):
        # Of doors that are equally far the first in the catalogue: the tree gives them in no order.
        (place, door), metres = at.iloc[own].sindex.nearest(centres.iloc[served], return_distance=True)
        for n in np.lexsort((door, place)):
            number, other = served[place[n]], own[door[n]]
            distance[number], door_of[number] = min((distance[number], door_of[number]), (metres[n], other))
    return [
        Nearest(place, doors[number], float(metres)) if number >= 0 else Nearest(place)
        for place, number, metres in zip(municipalities, door_of, distance, strict=True)
    ]


def _joins(
    municipalities: list[Place], doors: list[Door], counts: Callable[[ServiceArea, Place], bool]
) -> Iterator[tuple[list[int], list[int]]]:
    """Numbers of doors, with the numbers of the municipalities that all of them count for."""
    served: dict[ServiceArea, tuple[int, ...]] = {}
    joins: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for number, door in enumerate(doors):
        area = door.service.service_area
        if area not in served:
            served[area] = tuple(n for n, place in enumerate(municipalities) if counts(area, place))
        joins[served[area]].append(number)
    return ((own, list(places)) for places, own in joins.items() if places)


def _projected(lons: list[float], lats: list[float]) -> gpd.GeoSeries:
    return gpd.GeoSeries(gpd.points_from_xy(lons, lats), crs="EPSG:4326").to_crs(METRIC)
