"""What never leaves: notes for stewards, and everything that tells where a hidden place is."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from directory.exchange.hsds.forms import as_uri, is_email
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel
from directory.model.organisation import Organisation
from directory.model.provenance import SourcedRecord
from directory.store.withholding import places_of_shelters

_NUMBER = re.compile("[+]?[0-9 ]+")
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


def described(municipality: str | None) -> str:
    """All that may be said of where a hidden place is; None when no municipality is known."""
    said = "Het adres is niet openbaar."
    return f"In {municipality}. {said}" if municipality else said


def value_that_leaves(channel: Channel, municipality: str) -> str:
    """What may be said of how to reach a hidden place: a page, number or mail address, never words with a street."""
    value = channel.value
    may_leave = as_uri(value) or is_email(value) or _NUMBER.fullmatch(value)
    return value if may_leave else described(municipality)


def what_leaves(organisations: Iterable[Organisation], hidden: Mapping[str, str]) -> tuple[Organisation, ...]:
    """The organisations as they are once they went out and came in again; `hidden` is what `withheld` gives."""
    return tuple(_organisation(o, hidden) for o in organisations)


def _organisation(organisation: Organisation, hidden: Mapping[str, str]) -> Organisation:
    services = tuple(
        _without_note(s).model_copy(update={"channels": tuple(_channel(c, hidden) for c in s.channels)})
        for s in organisation.services
    )
    locations = tuple(_without_note(place) for place in organisation.locations if place.id not in hidden)
    return _without_note(organisation).model_copy(update={"services": services, "locations": locations})


def _channel(channel: Channel, hidden: Mapping[str, str]) -> Channel:
    kept = _without_note(channel)
    if channel.location is None or channel.location not in hidden:
        return kept
    return kept.model_copy(update={"location": None, "value": value_that_leaves(channel, hidden[channel.location])})


def _without_note(record: R) -> R:
    return record.model_copy(update={"research_note": None})
