"""The texts by which a service or an organisation is found, each with the weight of its field."""

from collections.abc import Iterator

from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation
from directory.model.service import Service
from directory.model.vocabulary import Term

NAME, FORMER, STANDS_IN, THEME, DESCRIPTION = 10.0, 9.0, 5.0, 4.0, 1.0
"""A name is what people mean most surely, a theme is the field's word, a description mentions much."""
IS_A_NAME = FORMER

Field = tuple[float, str]


def service_fields(catalogue: Catalogue, service: Service) -> Iterator[Field]:
    """All texts of a service with their weights."""
    owner = catalogue.owner(service)
    yield NAME, service.name
    yield from organisation_names(catalogue, owner)
    for text in (service.description, owner.description):
        yield from _in_all_languages(text.model_dump())
    yield from _terms(catalogue.vocabulary.theme(t) for t in service.themes)
    yield from _terms(catalogue.vocabulary.audience(a) for a in service.eligibility.audiences)
    for channel in service.channels:
        if channel.value.isdigit():
            yield NAME, channel.value
        if place := catalogue.door(channel):
            yield from ((THEME, t) for t in (place.name, place.municipality, place.place) if t)


def organisation_names(catalogue: Catalogue, organisation: Organisation) -> Iterator[Field]:
    """The names of an organisation, and those of the ones whose work it took over."""
    yield NAME, organisation.name
    yield from ((FORMER, name) for name in organisation.names[1:])
    for former in catalogue.predecessors.get(organisation.id, ()):
        yield from ((FORMER, name) for name in former.names)
    for former in catalogue.stands_in_for.get(organisation.id, ()):
        yield from ((STANDS_IN, name) for name in former.names)


def organisation_fields(catalogue: Catalogue, organisation: Organisation) -> Iterator[Field]:
    """All texts of an organisation that has no service."""
    yield from organisation_names(catalogue, organisation)
    yield from _in_all_languages(organisation.description.model_dump())
    yield from ((THEME, place.municipality) for place in organisation.locations)


def _in_all_languages(text: dict[str, str | None]) -> Iterator[Field]:
    yield from ((DESCRIPTION, words) for words in text.values() if words)


def _terms(terms: Iterator[Term | None]) -> Iterator[Field]:
    for term in terms:
        if term:
            yield from ((THEME, label) for label in term.label.model_dump().values() if label)
            yield from ((THEME, word) for word in term.words.all if " " not in word)
