"""The catalogue as everybody may have it: what all simple forms of the open data are made from."""

from collections.abc import Iterator

from directory.exchange.hsds.withheld import what_leaves, withheld
from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation
from directory.model.service import Service

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def open_catalogue(catalogue: Catalogue) -> Catalogue:
    """The catalogue without notes for stewards and without all that tells where a hidden place is."""
    organisations = what_leaves(catalogue.organisations, withheld(catalogue))
    return Catalogue(organisations, catalogue.vocabulary, catalogue.study)


def services_to_send_to(catalogue: Catalogue) -> Iterator[tuple[Organisation, Service]]:
    """Each service with its organisation, but for those of an organisation that is gone."""
    for organisation in catalogue.organisations:
        if not organisation.is_gone:
            for service in organisation.services:
                yield organisation, service
