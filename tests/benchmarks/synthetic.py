"""A larger country: the real catalogue many times over, spread over Belgium as people live there.

Seeded, so that two runs measure the same. The first copy is the real catalogue itself. In every other one a
door stands near a place drawn by its population, jittered by about a kilometre, and a local service area
moves along with it. With `doors` every door has so many branches, each near another place.
"""

import json
import random
from collections.abc import Iterator
from itertools import accumulate, count
from pathlib import Path
from shutil import copytree

from directory.geography.place import Place, PlaceKind, Region
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.service import AreaLevel, Service, ServiceArea

SEED = 2026
JITTER_DEGREES = 0.01


class Spread:
    """Places drawn by how many people live there, those of Flanders and Brussels only."""

    def __init__(self, gazetteer: Gazetteer, seed: int) -> None:
        """Seeded: the same seed draws the same places."""
        self.random = random.Random(seed)
        self._places = [p for p in gazetteer if p.kind is PlaceKind.VILLAGE and p.region is not Region.WAL]
        self._weights = list(accumulate((p.population or 300) for p in self._places))

    def place(self) -> Place:
        """A place."""
        return self.random.choices(self._places, cum_weights=self._weights)[0]

    def moved(self, door: Location, place: Place, suffix: str) -> Location:
        """A location of another id, near that place."""
        point = {
            "lat": round(place.point.lat + self.random.gauss(0, JITTER_DEGREES), 5),
            "lon": round(place.point.lon + self.random.gauss(0, JITTER_DEGREES * 1.6), 5),
        }
        address = {"postcode": place.postcode, "municipality": place.municipality}
        shown = point if door.point else {}
        return door.model_copy(update={"id": f"{door.id}{suffix}", **address, **shown})


def many(catalogue: Catalogue, gazetteer: Gazetteer, services: int, *, doors: int = 1, seed: int = SEED) -> Catalogue:
    """A catalogue of exactly so many services; `doors` is how many branches each door has."""
    spread = Spread(gazetteer, seed)
    made: list[Organisation] = []
    left = services
    for number in count():
        for organisation in catalogue.organisations:
            copy = organisation if number == 0 and doors == 1 else _copied(organisation, spread, f"-x{number}", doors)
            if len(copy.services) > left:
                copy = copy.model_copy(update={"services": copy.services[:left]})
            left -= len(copy.services)
            made.append(copy)
            if left == 0:
                return Catalogue(tuple(made), catalogue.vocabulary, catalogue.study)
    raise AssertionError("unreachable")


def write(catalogue: Catalogue, origin: Path, folder: Path) -> None:
    """Write a catalogue as a data folder, the vocabulary copied from `origin`. JSON is YAML 1.2 as well."""
    (folder / "organisations").mkdir(parents=True)
    copytree(origin / "vocabulary", folder / "vocabulary")
    for organisation in catalogue.organisations:
        text = json.dumps(organisation.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
        (folder / "organisations" / f"{organisation.id}.yaml").write_text(text, encoding="utf-8")


def _copied(organisation: Organisation, spread: Spread, suffix: str, doors: int) -> Organisation:
    home = spread.place()
    homes = [home, *(spread.place() for _ in range(doors - 1))]
    own = {place.id for place in organisation.locations}
    locations = [
        spread.moved(place, near, f"{suffix}-{n}") for place in organisation.locations for n, near in enumerate(homes)
    ]
    return organisation.model_copy(
        update={
            "id": f"{organisation.id}{suffix}",
            "name": f"{organisation.name} {home.name}"[:120],
            "services": tuple(_service(s, own, home, suffix, doors) for s in organisation.services),
            "locations": tuple(locations),
            "parent": None,
            "successor": None,
            "done_today_by": (),
        }
    )


def _service(service: Service, own: set[str], home: Place, suffix: str, doors: int) -> Service:
    channels = (c for channel in service.channels for c in _channels(channel, own, suffix, doors))
    return service.model_copy(
        update={
            "id": f"{service.id}{suffix}",
            "name": f"{service.name} {home.name}"[:120],
            "service_area": _area(service.service_area, home),
            "channels": tuple(channels),
        }
    )


def _channels(channel: Channel, own: set[str], suffix: str, doors: int) -> Iterator[Channel]:
    if channel.location not in own:
        yield channel.model_copy(update={"id": f"{channel.id}{suffix}"})
        return
    for n in range(doors):
        ids = {"id": f"{channel.id}{suffix}-{n}", "location": f"{channel.location}{suffix}-{n}"}
        yield channel.model_copy(update=ids)


def _area(area: ServiceArea, home: Place) -> ServiceArea:
    if area.level is AreaLevel.MUNICIPALITY:
        return area.model_copy(update={"names": (home.municipality,)})
    if area.level is AreaLevel.PROVINCE and home.province:
        return area.model_copy(update={"names": (home.province,)})
    return area
