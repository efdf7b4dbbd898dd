"""Which pins, which ring and which areas an answer puts on the map."""

from collections.abc import Iterator, Mapping, Sequence

from directory.cartography.drawing import Pin, PinShape
from directory.finding.reach import serves
from directory.finding.results import Result
from directory.geography.place import Place
from directory.model.catalogue import Catalogue
from directory.model.location import Location, Precision, Role
from directory.model.service import ServiceArea
from directory.wording.labels import KIND
from directory.wording.messages import _
from directory.wording.places import address

SEPARATOR = "/"
"""Between the service and the location in the id of a pin; neither slug can hold it."""


def pins(
    catalogue: Catalogue,
    results: Sequence[Result],
    numbers: Mapping[str, int],
    chosen: str | None = None,
    chosen_location: str | None = None,
) -> list[Pin]:
    """A pin for each door that fits and each office of who answers; `numbers` are those of the cards.

    The number stands on the nearest door only. Places without a public point have no pin.
    """
    drawn = {pin.id: pin for result in results for pin in _offices(catalogue, result)}
    for result in results:
        drawn |= {pin.id: pin for pin in _doors(result, numbers, chosen, chosen_location)}
    return list(drawn.values())


def service_of(pin_id: str) -> str:
    """The service whose pin was pressed."""
    return pin_id.partition(SEPARATOR)[0]


def location_of(pin_id: str) -> str:
    """The location whose pin was pressed."""
    return pin_id.partition(SEPARATOR)[2]


def _doors(
    result: Result, numbers: Mapping[str, int], chosen: str | None, chosen_location: str | None
) -> Iterator[Pin]:
    service = result.service
    first_of_place = {door.location.id: door for door in reversed(result.doors)}
    for place_in_row, location in enumerate(dict.fromkeys(door.location.id for door in result.doors)):
        door = first_of_place[location]
        point = door.location.point
        if point is None:
            continue
        is_chosen = service.id == chosen and (
            door.location.id == chosen_location if chosen_location else place_in_row == 0
        )
        yield Pin(
            id=f"{service.id}{SEPARATOR}{door.location.id}",
            point=point,
            shape=_shape(door.location),
            glyph=str(door.channel.kind),
            number=numbers.get(service.id) if place_in_row == 0 else None,
            label=_label(door.location.name or service.name, door.location, KIND[door.channel.kind]),
            chosen=is_chosen,
        )


def _offices(catalogue: Catalogue, result: Result) -> Iterator[Pin]:
    used = [catalogue.location.get(c.location) for c, _ in result.channels if c.location]
    places = {p.id: p for p in (*used, *result.organisation.locations) if p}
    for place in places.values():
        if place.role is Role.OFFICE and (point := place.point):
            yield Pin(
                id=f"{result.service.id}{SEPARATOR}{place.id}",
                point=point,
                shape=PinShape.OFFICE,
                glyph="office",
                number=None,
                label=_label(place.name or result.organisation.name, place, _("kantoor, bel eerst")),
            )


def _shape(place: Location) -> PinShape:
    if place.is_exact:
        return PinShape.DOOR
    return PinShape.ROUGH_POSTCODE if place.precision is Precision.POSTCODE else PinShape.ROUGH_MUNICIPALITY


def _label(name: str, place: Location, kind: str) -> str:
    return _("{name}, {address} ({kind})", name=name, address=address(place), kind=kind)


def municipalities_served(area: ServiceArea, municipalities: Sequence[Place]) -> list[Place]:
    """The municipalities for whose people a service is meant."""
    return [place for place in municipalities if serves(area, place)]
