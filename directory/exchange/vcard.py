"""Services as contacts for an address book: vCard 3.0 (RFC 2426)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from directory.exchange.handover import Entry, Handover, in_its_language, plain
from directory.exchange.neutral import neutral
from directory.model.channel import Kind
from directory.model.location import Location
from directory.wording import printed
from directory.wording.messages import place_name

# vobject itself is imported where it is used: most who come here want no contacts.
if TYPE_CHECKING:
    import vobject

NAME = "contacten.vcf"
CARD_NAME = "adressen.vcf"
"""Names of the files, for the worker and for a client."""
TELEPHONES = (Kind.PHONE, Kind.SMS, Kind.WHATSAPP)


@dataclass(frozen=True, slots=True)
class _Contact:
    """What goes into one contact: for the worker and for a client the same, made from other values."""

    name: str
    organisation: str | None
    ways: tuple[tuple[Kind, str | None], ...]
    """Kind of each way, and what to press; a number that is none has nothing, and stands in the note alone."""
    places: tuple[Location, ...]
    site: str | None
    note: str


@in_its_language
def vcards(handover: Handover) -> str:
    """A contact of each service, with its hours and the date in the note; UTF-8, lines of at most 75 octets."""
    return "".join(_written(_contact(entry, handover)) for entry in handover.entries)


@in_its_language
def neutral_vcards(handover: Handover) -> str:
    """The same for a client: a label for a name, and nothing that tells what it is about."""
    return "".join(_written(contact) for contact in _neutral_contacts(handover))


def _contact(entry: Entry, handover: Handover) -> _Contact:
    said = [printed.way(way.how, way.text, way.hours) for way in entry.ways]
    note = [*said, entry.card.known_since, handover.dated, handover.caution]
    return _Contact(
        name=entry.card.title,
        organisation=entry.card.organisation_name or entry.card.title,
        ways=tuple((way.kind, way.href) for way in entry.ways),
        places=tuple(way.place for way in entry.ways if way.place),
        site=entry.card.website.href if entry.card.website else None,
        note="\n".join(note),
    )


def _neutral_contacts(handover: Handover) -> Iterator[_Contact]:
    for entry in neutral(handover):
        said = [printed.way(way.how, way.text, way.told) for way in entry.ways]
        yield _Contact(
            name=entry.label,
            organisation=None,
            ways=tuple((way.kind, way.href) for way in entry.ways),
            places=tuple(way.place for way in entry.ways if way.place),
            site=entry.site,
            note="\n".join([*([entry.cost] if entry.cost else []), *said, handover.dated]),
        )


def _written(contact: _Contact) -> str:
    import vobject  # noqa: PLC0415

    made = vobject.vCard()
    made.add("n").value = vobject.vcard.Name(family=_line(contact.name))
    made.add("fn").value = _line(contact.name)
    if contact.organisation:
        made.add("org").value = [_line(contact.organisation)]
    pages = [contact.site] if contact.site else []
    for kind, href in dict.fromkeys(contact.ways):
        if kind in TELEPHONES and href:
            telephone = made.add("tel")
            telephone.value = _number(href)
            if kind is not Kind.PHONE:
                telephone.type_param = "CELL"
        elif href and href.startswith("mailto:"):
            made.add("email").value = _line(href.removeprefix("mailto:"))
        elif href and href.startswith(("https://", "http://")):
            pages.append(href)
    for page in dict.fromkeys(pages):
        made.add("url").value = _line(page).replace(",", "%2C").replace(";", "%3B")
    for place in dict.fromkeys(contact.places):
        if not place.confidential:
            made.add("adr").value = _address(place)
    made.add("note").value = plain(contact.note)
    return str(made.serialize())


def _address(place: Location) -> "vobject.vcard.Address":
    import vobject  # noqa: PLC0415

    street = " ".join(part for part in (place.street, place.number) if part)
    return vobject.vcard.Address(
        street=_line(street),
        extended=_line(place.box or ""),
        city=_line(place.municipality),
        code=place.postcode or "",
        country=place_name("België"),
    )


def _number(href: str) -> str:
    """A number as a telephone dials it: +3280013500, or a short code as it is."""
    return re.sub("^https://wa.me/[+]?", "+", href).removeprefix("tel:").removeprefix("sms:")


def _line(text: str) -> str:
    return plain(text).replace("\n", " ")
