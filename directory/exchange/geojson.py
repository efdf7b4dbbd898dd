"""The places where help is given as GeoJSON (RFC 7946): points in degrees, longitude first."""

import json
from collections.abc import Iterator

from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.profile import ATTRIBUTION, LICENCES
from directory.exchange.open_data import services_to_send_to
from directory.model.catalogue import Catalogue
from directory.model.location import Location
from directory.wording.places import address

_text = json.JSONEncoder(ensure_ascii=False).encode


def geojson(catalogue: Catalogue) -> Iterator[str]:
    """An open catalogue as a FeatureCollection, in pieces: every location that has a point, with who helps there."""
    licences = [{"name": licence["name"], "path": licence["path"]} for licence in LICENCES]
    about = f'"licenses": {_text(licences)}, "attribution": {_text(list(ATTRIBUTION))}'
    yield f'{{"type": "FeatureCollection", {about}, "features": [\n'
    given: dict[str, dict[str, None]] = {}
    for _, service in services_to_send_to(catalogue):
        for channel in service.channels:
            if channel.location:
                given.setdefault(channel.location, {})[uuid_of("service", service.id)] = None
    before = ""
    for organisation in catalogue.organisations:
        places = () if organisation.is_gone else organisation.locations
        for place in places:
            if feature := _feature(place, organisation.name, uuid_of("organisation", organisation.id)):
                feature["properties"]["services"] = list(given.get(place.id, ()))
                yield f"{before}{_text(feature)}"
                before = ",\n"
    yield "\n]}\n"


def _feature(place: Location, owner: str, owner_id: str) -> Plain | None:
    if place.point is None:
        return None
    properties = {
        "name": place.name or owner,
        "organization": owner,
        "organization_id": owner_id,
        "address": address(place),
        "role": str(place.role),
        "precision": str(place.precision) if place.precision else None,
        "point_source": place.point_source,
    }
    return {
        "type": "Feature",
        "id": uuid_of("location", place.id),
        "geometry": {"type": "Point", "coordinates": [place.point.lon, place.point.lat]},
        "properties": {name: value for name, value in properties.items() if value is not None},
    }
