"""For whom a service is meant, by place."""

from directory.geography.place import Place, Region
from directory.model.service import AreaLevel, ServiceArea

REGIONS = {
    "Vlaanderen": frozenset({Region.VLG, Region.BRU}),
    "Brussel": frozenset({Region.BRU}),
    "Wallonië": frozenset({Region.WAL}),
}
"""'Vlaanderen' is the Flemish Community, which serves Brussel too; 'Brussel' is Brussel only."""


def serves(area: ServiceArea, place: Place) -> bool:
    """True when a service with this area is meant for people of this place."""
    match area.level:
        case AreaLevel.COUNTRY:
            return "België" in area.names
        case AreaLevel.REGION:
            return any(place.region in REGIONS.get(name, ()) for name in area.names)
        case AreaLevel.PROVINCE:
            return place.province in area.names
        case AreaLevel.MUNICIPALITY:
            return place.municipality in area.names


def is_only_elsewhere(area: ServiceArea, place: Place) -> bool:
    """True when the area is another region or country: its doors are not offered as nearby.

    A municipality or province in an area says where the work is, and keeps no neighbour out.
    """
    return area.level in (AreaLevel.COUNTRY, AreaLevel.REGION) and not serves(area, place)
