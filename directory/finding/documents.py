"""The texts by which a service or an organisation is found: its names, where its doors are, what it says."""

import re
from collections.abc import Iterable, Iterator

from directory.finding.language import tokens_of_term
from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation
from directory.model.service import Service
from directory.model.text import Language, Text

OWN, FORMER, STANDS_IN = 1.0, 0.95, 0.6
"""How much a name is the name of a record: its own, one it or its predecessor had, one whose work it does."""

BELGIUM = "+32"

EXONYMS = {
    "Brussel": ("Bruxelles", "Brussels", "BXL"),
    "Antwerpen": ("Anvers", "Antwerp"),
    "Gent": ("Gand", "Ghent"),
    "Oostende": ("Ostende", "Ostend"),
    "Brugge": ("Bruges",),
    "Leuven": ("Louvain",),
    "Kortrijk": ("Courtrai",),
    "Mechelen": ("Malines",),
    "Aalst": ("Alost",),
    "Luik": ("Liège",),
    "Namen": ("Namur",),
}
"""Cities that go by another name in French or English, or by a short one."""

_BREAK = re.compile(r"\s+[-–]\s+|:\s|\s+\(|,\s")
_ABBREVIATION = re.compile(r"\((\w+)\)")

Name = tuple[float, str]
"""A name with how much it is the name of a record."""


def service_names(catalogue: Catalogue, service: Service) -> Iterator[Name]:
    """Every name and short number by which one may ask for a service."""
    yield from ((OWN, name) for name in _with_its_head(service.name))
    yield from organisation_names(catalogue, catalogue.owner(service))
    yield from ((OWN, number) for c in service.channels if (number := _as_dialled(c.value)))


def _as_dialled(value: str) -> str | None:
    """A telephone number as it is dialled in Belgium: +3278151020 is 078151020; None for what is no number."""
    number = f"0{value.removeprefix(BELGIUM)}" if value.startswith(BELGIUM) else value
    return number if number.isdigit() else None


def organisation_names(catalogue: Catalogue, organisation: Organisation) -> Iterator[Name]:
    """The names of an organisation, and those of the ones whose work it took over."""
    yield from ((OWN, name) for name in _with_its_head(organisation.name))
    yield from ((FORMER, short) for name in organisation.names[1:] for short in _with_its_head(name))
    for former in catalogue.predecessors.get(organisation.id, ()):
        yield from ((FORMER, name) for name in former.names)
    for former in catalogue.stands_in_for.get(organisation.id, ()):
        yield from ((STANDS_IN, name) for name in former.names)


def _with_its_head(name: str) -> Iterator[str]:
    """A name, and what people say of it: what stands before a dash, colon or bracket, and a word in brackets."""
    yield name
    head, *rest = _BREAK.split(name, maxsplit=1)
    if rest:
        yield head
    yield from _ABBREVIATION.findall(name)


def service_places(catalogue: Catalogue, service: Service) -> Iterator[str]:
    """Where the doors of a service are, and for which places it is meant."""
    for channel in service.channels:
        if place := catalogue.door(channel):
            yield from (text for text in (place.municipality, place.place) if text)
    yield from service.service_area.names


def organisation_places(organisation: Organisation) -> Iterator[str]:
    """Where an organisation is."""
    yield from (place.municipality for place in organisation.locations)


def place_words(names: Iterable[str]) -> frozenset[str]:
    """The words of these names of places, in Dutch and, of cities that have one, in French and English."""
    return frozenset(
        word for name in names for said in (name, *EXONYMS.get(name, ())) for word in tokens_of_term(said)
    )


def service_texts(catalogue: Catalogue, service: Service) -> Iterator[tuple[Language, str]]:
    """What a service and its organisation say of themselves, by language."""
    for text in (service.description, catalogue.owner(service).description):
        yield from texts(text)


def texts(text: Text) -> Iterator[tuple[Language, str]]:
    """One text in each language in which it was written."""
    for language in Language:
        written: str | None = getattr(text, language)
        if written:
            yield language, written
