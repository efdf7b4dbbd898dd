"""Where help is given: addresses that exist, points that lie there, and doors that somebody may enter."""

from collections.abc import Iterator

from directory.geography.distance import distance_m
from directory.geography.place import PlaceKind
from directory.geography.places import Gazetteer
from directory.model.channel import Kind, Mode
from directory.model.location import Location, Point, Precision, Role
from directory.store.problems import Problem, quoted
from directory.store.reading import Entry, Reading

# Belgium and a little around it, in degrees (WGS 84): no address of ours lies outside.
_WEST, _EAST, _SOUTH, _NORTH = 2.5, 6.45, 49.45, 51.55

# A postcode has one point in the gazetteer, the middle of its largest village, and may be kilometres wide.
# Of 2569 villages and municipalities of the gazetteer half lie within 1.5 km of it and all but one within
# 11.7 km: beyond the first distance somebody should look, beyond the second point or postcode is wrong.
_WORTH_A_LOOK_M = 3_000
_WRONG_M = 12_000

_TELLING = ("street", "number", "box", "place", "lat", "lon", "point_source")


def addresses(reading: Reading, gazetteer: Gazetteer) -> Iterator[Problem]:
    """The postcode exists, the municipality bears its name of today, and the one lies in the other."""
    for location in reading.locations:
        unknown = tuple(_municipality(location, gazetteer))
        yield from unknown
        yield from _postcode(location, gazetteer, compare=not unknown)


def _municipality(location: Entry[Location], gazetteer: Gazetteer) -> Iterator[Problem]:
    name = location.record.municipality
    place = gazetteer.municipality(name)
    if place is None:
        yield location.must_mend("municipality", *no_municipality(name, gazetteer))
    elif place.name != name:
        what = f"{quoted(name)} is not what the municipality is called today."
        yield location.must_mend("municipality", what, f'Write "{place.name}".')


def no_municipality(name: str, gazetteer: Gazetteer) -> tuple[str, str]:
    """That there is no municipality of this name, and how to mend it."""
    what = f"There is no municipality {quoted(name)} in Belgium."
    found = gazetteer.find_place(name).best
    if found is None:
        return what, "Write the Dutch name of the municipality, and a village or quarter as place."
    if found.kind is PlaceKind.VILLAGE:
        return what, f'Write "{found.municipality}", and "{found.name}" as place.'
    return what, f'Write "{found.municipality}".'


def lies_elsewhere(code: str, municipality: str, gazetteer: Gazetteer) -> str | None:
    """What is wrong with a postcode that lies in other municipalities; None when nothing is, or it is not known."""
    homes = gazetteer.municipalities_of(code)
    if not homes or municipality in homes:
        return None
    return f"{code} lies in {' and '.join(sorted(homes))}, not in {municipality}."


def _postcode(location: Entry[Location], gazetteer: Gazetteer, *, compare: bool) -> Iterator[Problem]:
    code, municipality = location.record.postcode, location.record.municipality
    if code is None:
        return
    if not gazetteer.postcode_exists(code):
        mend = "Write the four digits of the address, or leave the field out when no source gives them."
        yield location.must_mend("postcode", f"{quoted(code)} is not a Belgian postcode.", mend)
        return
    if compare and (what := lies_elsewhere(code, municipality, gazetteer)):
        yield location.must_mend("postcode", what, "Correct the postcode or the municipality.")


def points(reading: Reading, gazetteer: Gazetteer) -> Iterator[Problem]:
    """A point is whole, lies in Belgium and near its postcode, and says how exact it is."""
    for location in reading.locations:
        yield from _point(location, gazetteer)


def _point(location: Entry[Location], gazetteer: Gazetteer) -> Iterator[Problem]:
    record = location.record
    lat, lon = record.lat, record.lon
    if lat is None and lon is None:
        if record.precision:
            mend = "Give lat and lon, or remove the precision."
            yield location.must_mend("precision", "It says how exact a point is that is not there.", mend)
        return
    if lat is None or lon is None:
        here, missing = ("lat", "lon") if lon is None else ("lon", "lat")
        yield location.must_mend(here, f"There is {here} without {missing}.", "Give both or neither.")
        return
    if not record.precision:
        mend = "Add precision: address, street, postcode or municipality."
        yield location.must_mend("lat", "The point does not say how exact it is.", mend)
    if record.confidential:
        return  # told by `confidential_addresses`, without a word on where it is
    if _in_belgium(lat, lon):
        yield from _near_postcode(location, Point(lon=lon, lat=lat), gazetteer)
    elif _in_belgium(lon, lat):
        what = f"The point is turned round: latitude {lat}, longitude {lon} is far from Belgium."
        yield location.must_mend("lat", what, f"Write lat: {lon} and lon: {lat}.")
    else:
        what = f"The point lies outside Belgium: latitude {lat}, longitude {lon}."
        yield location.must_mend("lat", what, "Take both from the address again, in degrees.")


def _in_belgium(lat: float, lon: float) -> bool:
    return _SOUTH <= lat <= _NORTH and _WEST <= lon <= _EAST


def _near_postcode(location: Entry[Location], point: Point, gazetteer: Gazetteer) -> Iterator[Problem]:
    code, precision = location.record.postcode, location.record.precision
    centre = gazetteer.postcode_point(code) if code else None
    metres = distance_m(point, centre) if centre else 0.0
    if metres <= _WORTH_A_LOOK_M:
        return
    what = f"The point lies {metres / 1000:.1f} km from postcode {code}."
    mend = "Look the address up again and correct the point or the postcode."
    wrong = metres > _WRONG_M and precision is not Precision.MUNICIPALITY
    yield location.must_mend("lat", what, mend) if wrong else location.warning("lat", what, mend)


def confidential_addresses(reading: Reading) -> Iterator[Problem]:
    """A confidential location tells nothing but its municipality. The sentence does not repeat the secret."""
    for location in reading.locations:
        if not location.record.confidential:
            continue
        for field in _TELLING:
            if getattr(location.record, field) is not None:
                mend = "Remove it here and from the history of the file."
                yield location.must_mend(field, "A confidential location tells where it is.", mend)


def sheltering_locations(reading: Reading) -> Iterator[Problem]:
    """Somebody decided, for every location of an organisation that shelters people, whether it is secret."""
    used = {
        channel.location
        for service in reading.services
        if service.record.shelters
        for channel in service.record.channels
    }
    for organisation in reading.organisations:
        shelters = any(service.shelters for service in organisation.record.services)
        for location in organisation.each("locations", organisation.record.locations):
            if location.record.confidential is None and (shelters or location.record.id in used):
                what = "People are sheltered here or nearby, and nothing says whether the address is secret."
                mend = "Ask the organisation, and write confidential: true or confidential: false."
                yield location.must_mend("confidential", what, mend)


def doors(reading: Reading) -> Iterator[Problem]:
    """A door is used by a channel in person."""
    used = {channel.record.location for channel in reading.channels if channel.record.mode is Mode.IN_PERSON}
    for location in reading.locations:
        record = location.record
        if record.role is Role.DOOR and not record.confidential and record.id not in used:
            what = "It is a door, and no walk-in or appointment leads to it."
            mend = "Name it as the location of a channel, or make its role office or seat."
            yield location.warning("role", what, mend)


def visits(reading: Reading) -> Iterator[Problem]:
    """A channel in person says where one comes, and that is no seat. Outreach and home visits have no place."""
    for channel in reading.channels:
        record, place = channel.record, reading.catalogue.door(channel.record)
        if record.kind in (Kind.WALK_IN, Kind.APPOINTMENT) and record.location is None:
            what = "One comes here in person, and nothing says where."
            yield channel.warning("location", what, "Give the id of the location, when a source tells it.")
        elif record.mode is Mode.IN_PERSON and place and place.role is Role.SEAT:
            mend = "Make the role of the location door or office, or name another location."
            yield channel.warning("location", f"It leads to {quoted(place.id)}, which is a seat.", mend)
