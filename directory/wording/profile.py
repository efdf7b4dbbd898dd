"""An organisation in words: what it is, what it was called, what it gives, who followed or went before."""

from dataclasses import dataclass

from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation
from directory.wording import labels
from directory.wording.card import CardSource, Link
from directory.wording.card_builder import card_source
from directory.wording.messages import _
from directory.wording.notice import notice


@dataclass(frozen=True, slots=True)
class Profile:
    """All we say about an organisation itself. `services` and `see` hold (id, name)."""

    organisation: str
    title: str
    sentences: tuple[str, ...]
    services: tuple[tuple[str, str], ...]
    history: tuple[str, ...]
    see: tuple[tuple[str, str], ...]
    website: Link | None
    sources: tuple[CardSource, ...]


def profile(catalogue: Catalogue, organisation: Organisation) -> Profile:
    """The profile of an organisation."""
    said = notice(catalogue, organisation)
    site = organisation.website
    return Profile(
        organisation=organisation.id,
        title=organisation.name,
        sentences=said.sentences,
        services=tuple((s.id, s.name) for s in organisation.services),
        history=tuple(_history(catalogue, organisation)),
        see=said.see,
        website=Link(labels.host(site), site) if site else None,
        sources=tuple(card_source(s) for s in organisation.sources),
    )


def _history(catalogue: Catalogue, organisation: Organisation) -> list[str]:
    said = []
    if organisation.founded:
        said.append(_("Begonnen in {year}.", year=organisation.founded))
    if organisation.legal_name and organisation.legal_name != organisation.name:
        said.append(_("Officiële naam: {name}.", name=organisation.legal_name))
    if organisation.also_known_as:
        names = labels.listed(list(organisation.also_known_as))
        said.append(_("Andere en vroegere namen: {names}.", names=names))
    if before := catalogue.predecessors.get(organisation.id):
        said.append(_("Kwam in de plaats van {names}.", names=labels.listed([o.name for o in before])))
    if replaced := catalogue.stands_in_for.get(organisation.id):
        said.append(_("Doet vandaag wat {name} deed.", name=labels.listed([o.name for o in replaced])))
    return said
