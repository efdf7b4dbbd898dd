"""A place where one can go, as a location of HSDS."""

from collections.abc import Mapping

from directory.exchange.hsds.attributes import Attributes
from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.mapping import Plain
from directory.model.location import Location

UNKNOWN_PROVINCE = "niet gekend"
WHEELCHAIR = {True: "Toegankelijk met een rolstoel.", False: "Niet toegankelijk met een rolstoel."}


def location_record(place: Location, provinces: Mapping[str, str]) -> tuple[Plain, set[str], Attributes]:
    """The location, which fields it holds exactly, and where its attributes are to be added.

    `provinces` gives the province or region of a postcode, which HSDS wants in every address.
    """
    link = uuid_of("location", place.id)
    record: Plain = {"id": link, "location_type": "physical"}
    carried = {"name", "note.nl", "lat", "lon"}
    columns = {
        "name": place.name,
        "description": place.note.nl if place.note else None,
        "latitude": place.lat,
        "longitude": place.lon,
    }
    record.update({column: value for column, value in columns.items() if value is not None})
    # HSDS has no address without a street and a postcode: then its parts are attributes.
    if place.street and place.postcode:
        record["addresses"] = [_address(place, link, provinces)]
        carried |= {"street", "box", "postcode", "municipality"}
    if place.wheelchair is not None:
        said = WHEELCHAIR[place.wheelchair]
        record["accessibility"] = [
            {"id": uuid_of("accessibility", place.id), "location_id": link, "description": said}
        ]
    return record, carried, Attributes("location", place.id, link)


def _address(place: Location, link: str, provinces: Mapping[str, str]) -> Plain:
    address = {
        "id": uuid_of("address", place.id),
        "location_id": link,
        "address_1": f"{place.street} {place.number}" if place.number else place.street,
        "city": place.municipality,
        "state_province": provinces.get(place.postcode or "", UNKNOWN_PROVINCE),
        "postal_code": place.postcode,
        "country": "BE",
        "address_type": "physical",
    }
    return address | ({"address_2": place.box} if place.box else {})
