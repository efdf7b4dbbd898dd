"""What became of an organisation that has no service of its own here (any more)."""

from dataclasses import dataclass

from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation, Status
from directory.wording import labels
from directory.wording.messages import _
from directory.wording.written import written


@dataclass(frozen=True, slots=True)
class Notice:
    """A name that was asked for, and what we know of it. `see` holds (id, name) of who to ask instead."""

    organisation: str
    title: str
    sentences: tuple[str, ...]
    see: tuple[tuple[str, str], ...]
    website: str | None

    @property
    def host(self) -> str | None:
        """The bare name of its site."""
        return labels.host(self.website) if self.website else None


def notice(catalogue: Catalogue, organisation: Organisation) -> Notice:
    """What to say when somebody asks for this organisation by name."""
    return Notice(
        organisation=organisation.id,
        title=organisation.name,
        sentences=tuple(_sentences(catalogue, organisation)),
        see=tuple((o.id, o.name) for o in _instead(catalogue, organisation)),
        website=organisation.website,
    )


def _sentences(catalogue: Catalogue, organisation: Organisation) -> list[str]:
    said: list[str] = [written(organisation.description)]
    successor = catalogue.organisation.get(organisation.successor or "")
    if successor:
        renamed = organisation.status is Status.RENAMED
        name = successor.name
        said.append(_("Heet nu {name}.", name=name) if renamed else _("Dit werk doet nu {name}.", name=name))
    elif organisation.status is Status.UNKNOWN:
        said.append(_("Het is niet gekend of dit nog bestaat."))
    elif organisation.status is Status.CLOSED:
        said.append(_("Dit bestaat niet meer."))
    if organisation.status_note:
        said.append(written(organisation.status_note))
    if organisation.done_today_by:
        names = [catalogue.organisation[o].name for o in organisation.done_today_by if o in catalogue.organisation]
        said.append(_("Wie dit vandaag doet: {names}.", names=labels.listed(names)))
    elif organisation.status is Status.ACTIVE and (parent := catalogue.organisation.get(organisation.parent or "")):
        said.append(_("Hoort bij {name}.", name=parent.name))
    if not organisation.verified:
        said.append(_("Dit steunt op algemene kennis of een oude pagina: kijk het eerst na."))
    return said


def _instead(catalogue: Catalogue, organisation: Organisation) -> list[Organisation]:
    ids = [organisation.successor, *organisation.done_today_by, organisation.parent]
    found = (catalogue.organisation.get(i) for i in dict.fromkeys(i for i in ids if i))
    return [o for o in found if o and o.services]
