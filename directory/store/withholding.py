"""What is read but must not be used: `check` tells the steward, and nobody meets it on a page meanwhile.

A mistake costs the field that holds it, never the service or the page: hours that cannot be read are not
known, nor is a postcode that is none, a point that cannot exist is not drawn, and the address of a shelter
stays hidden until somebody has decided that it may be shown.
"""

import re
from collections.abc import Iterable

from directory.model.channel import Channel
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.schedule import UnreadableHoursError, schedule
from directory.model.service import Service

HIDDEN = {"confidential": True, "street": None, "number": None, "box": None, "place": None}
NO_POINT = {"lat": None, "lon": None, "precision": None}
POSTCODE = re.compile("[0-9]{4}")
BELGIUM_LON, BELGIUM_LAT = (2.5, 6.5), (49.4, 51.6)
"""The box around Belgium, in degrees: what lies outside is a mistake, such as lat and lon changed round."""


def usable(organisations: Iterable[Organisation]) -> tuple[Organisation, ...]:
    """The organisations without what must not be used, and without a second record of an id."""
    organisations = tuple(organisations)
    sheltering = places_of_shelters(organisations)
    seen: set[tuple[type, str]] = set()
    kept = []
    for organisation in organisations:
        # A service and a location may have one id: nothing looks for the one among the other.
        ids = {(type(record), record.id) for record in (*organisation.services, *organisation.locations)}
        if len(ids) < len(organisation.services) + len(organisation.locations) or ids & seen:
            continue
        seen |= ids
        kept.append(_without_mistakes(organisation, sheltering))
    return tuple(kept)


def places_of_shelters(organisations: tuple[Organisation, ...]) -> frozenset[str]:
    """Every location of who shelters people, and every location that a sheltering service uses."""
    own = {p.id for o in organisations if any(s.shelters for s in o.services) for p in o.locations}
    services = (s for o in organisations for s in o.services if s.shelters)
    return frozenset(own | {c.location for s in services for c in s.channels if c.location})


def _without_mistakes(organisation: Organisation, sheltering: frozenset[str]) -> Organisation:
    services = tuple(_service(s) for s in organisation.services)
    locations = tuple(_location(p, shelters=p.id in sheltering) for p in organisation.locations)
    return organisation.model_copy(update={"services": services, "locations": locations})


def _service(service: Service) -> Service:
    channels = tuple(_channel(c) for c in service.channels)
    return service if channels == service.channels else service.model_copy(update={"channels": channels})


def _channel(channel: Channel) -> Channel:
    return channel if _is_readable(channel.hours) else channel.model_copy(update={"hours": None})


def _is_readable(hours: str | None) -> bool:
    try:
        return hours is None or bool(schedule(hours))
    except UnreadableHoursError:
        return False


def _location(place: Location, *, shelters: bool) -> Location:
    if place.postcode and not POSTCODE.fullmatch(place.postcode):
        place = place.model_copy(update={"postcode": None})
    if place.confidential or (place.confidential is None and shelters):
        return place.model_copy(update=HIDDEN | NO_POINT)
    if not _can_be_drawn(place):
        return place.model_copy(update=NO_POINT)
    return place


def _can_be_drawn(place: Location) -> bool:
    inside = (within(place.lon, BELGIUM_LON), within(place.lat, BELGIUM_LAT))
    return all(inside) and place.precision is not None


def within(degrees: float | None, limits: tuple[float, float]) -> bool:
    """True when a longitude or latitude is known and lies between these, both included."""
    return degrees is not None and limits[0] <= degrees <= limits[1]
