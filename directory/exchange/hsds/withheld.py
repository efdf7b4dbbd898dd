"""What never leaves: notes for stewards, and everything that tells where a hidden place is."""

from collections.abc import Iterable
from typing import TypeVar

from directory.model.catalogue import Catalogue
from directory.model.channel import Channel
from directory.model.organisation import Organisation
from directory.model.provenance import SourcedRecord
from directory.store.withholding import places_of_shelters

R = TypeVar("R", bound=SourcedRecord)


def withheld(catalogue: Catalogue) -> dict[str, str]:
    """The ids of the locations that do not leave, with their municipality, which may be said.

    Those that are confidential, and those of who shelters people as long as nobody decided. The id stays here as
    well: it can hold the name of a street.
    """
    sheltering = places_of_shelters(catalogue.organisations)
    return {
        place.id: place.municipality
        for organisation in catalogue.organisations
        for place in organisation.locations
        if place.confidential or (place.confidential is None and place.id in sheltering)
    }


def what_leaves(organisations: Iterable[Organisation], hidden: Iterable[str]) -> tuple[Organisation, ...]:
    """The organisations as they are once they went out and came in again; `hidden` are ids of locations."""
    return tuple(_organisation(o, frozenset(hidden)) for o in organisations)


def _organisation(organisation: Organisation, hidden: frozenset[str]) -> Organisation:
    services = tuple(
        _without_note(s).model_copy(update={"channels": tuple(_channel(c, hidden) for c in s.channels)})
        for s in organisation.services
    )
    locations = tuple(_without_note(place) for place in organisation.locations if place.id not in hidden)
    return _without_note(organisation).model_copy(update={"services": services, "locations": locations})


def _channel(channel: Channel, hidden: frozenset[str]) -> Channel:
    kept = _without_note(channel)
    return kept.model_copy(update={"location": None}) if channel.location in hidden else kept


def _without_note(record: R) -> R:
    return record.model_copy(update={"research_note": None})
