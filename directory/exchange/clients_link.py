"""A client's link: the code of each service, followed by those of what the worker chose for it.

A choice has another code for each service: who finds a link cannot add what would tell more. What the worker calls
a service stays out of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b

from directory.exchange.codes import BETWEEN, Kind, LeftOut, decode, encode, pieces
from directory.exchange.shortlist import Choice, Shortlist
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode

DIGITS = 7
_CHOSEN = re.compile(rf"0[0-9]{{{DIGITS}}}")
"""No service's code is as short, or begins so."""
KINDS = tuple(Kind)
"""A link of before held the codes of a worker's."""


def encode_for_client(shortlist: Shortlist, catalogue: Catalogue) -> str:
    """The codes of a shortlist for the address of a client's page. Raises KeyError for an unknown id."""
    return BETWEEN.join(code for choice in shortlist.choices for code in _codes(choice, catalogue))


def decode_for_client(text: str, catalogue: Catalogue) -> tuple[Shortlist, LeftOut]:
    """The shortlist of a link, as far as it can be opened, and what was left out. Never raises."""
    named = pieces(text)
    services, missing = decode(BETWEEN.join(p for p in named if not _CHOSEN.fullmatch(p)), catalogue, KINDS)
    choices = {service.id: Choice(service=service.id) for service in services}
    of, lost = "", 0
    for piece in named:
        if not _CHOSEN.fullmatch(piece):
            of = next((service.id for service in decode(piece, catalogue, KINDS)[0]), "")
        elif of in choices:
            change = _choosable(of, catalogue).get(piece)
            lost += change is None
            choices[of] = choices[of].model_copy(update=change or {})
    return Shortlist(choices=tuple(choices.values())), replace(missing, unknown=missing.unknown + lost)


def _codes(choice: Choice, catalogue: Catalogue) -> Iterator[str]:
    yield encode([choice.service], catalogue, Kind.CLIENT)
    for code, change in _choosable(choice.service, catalogue).items():
        if all(getattr(choice, field) == value for field, value in change.items()):
            yield code


def _choosable(service: str, catalogue: Catalogue) -> Mapping[str, dict[str, str | bool]]:
    """What can be chosen for the card of this service, by its code."""
    channels = catalogue.service[service].channels
    doors = [place.id for c in channels if c.mode is Mode.IN_PERSON and (place := catalogue.door(c))]
    changes: list[tuple[str, str | bool]] = [("named", True), ("with_sites", True)]
    changes += [("door", door) for door in doors]
    return {_digest(service, field, value): {field: value} for field, value in changes}


def _digest(service: str, field: str, value: str | bool) -> str:
    number = int.from_bytes(blake2b(f"{service}/{field}/{value}".encode(), digest_size=20, person=b"choice").digest())
    return f"0{number % 10**DIGITS:0{DIGITS}d}"
