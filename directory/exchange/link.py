"""A shortlist as a link holds it: the code of each service, followed by those of what the worker chose for it.

A choice has another code for each service, and in a client's link other ones: who finds a link cannot add what would
tell more. Notes, and what the worker calls a service, stay out of it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b

from directory.exchange.codes import BETWEEN, Kind, LeftOut, decode, digest, encode, pieces
from directory.exchange.shortlist import Choice, Shortlist
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode

DIGITS, LETTERS = 7, 6
CHOSEN = {Kind.CLIENT: re.compile(rf"0[0-9]{{{DIGITS}}}"), Kind.WORKER: re.compile(rf"[a-z2-7]{{{LETTERS}}}")}
"""How a choice is written in each kind of link. No service's code is as short."""
FOR_A_CLIENT = (Kind.WORKER, Kind.CLIENT)
"""What opens as a client's link: one of before held the codes of a worker's."""


def encode_list(shortlist: Shortlist, catalogue: Catalogue, kind: Kind = Kind.WORKER) -> str:
    """The codes of a shortlist for the address of a link. Raises KeyError for an unknown id."""
    return BETWEEN.join(code for choice in shortlist.choices for code in _codes(choice, catalogue, kind))


def decode_list(
    text: str, catalogue: Catalogue, kinds: tuple[Kind, ...] = (Kind.WORKER,)
) -> tuple[Shortlist, LeftOut]:
    """The shortlist of a link, as far as it can be opened, and what was left out. Never raises."""
    named = pieces(text)
    services, missing = decode(BETWEEN.join(p for p in named if not _is_choice(p, kinds)), catalogue, kinds)
    choices = {service.id: Choice(service=service.id) for service in services}
    of: str | None = None
    lost = 0
    for piece in named:
        if not _is_choice(piece, kinds):
            of = next((service.id for service in decode(piece, catalogue, kinds)[0]), "")
        elif of is None:  # Nothing stands before it that it could belong to.
            lost += 1
        elif of in choices:
            change = next((found for kind in kinds if (found := _choosable(of, catalogue, kind).get(piece))), None)
            lost += change is None
            choices[of] = choices[of].model_copy(update=change or {})
    return Shortlist(choices=tuple(choices.values())), replace(missing, unknown=missing.unknown + lost)


def _is_choice(piece: str, kinds: tuple[Kind, ...]) -> bool:
    return any(CHOSEN[kind].fullmatch(piece) for kind in kinds)


def _codes(choice: Choice, catalogue: Catalogue, kind: Kind) -> Iterator[str]:
    yield encode([choice.service], catalogue, kind)
    for code, change in _choosable(choice.service, catalogue, kind).items():
        if all(getattr(choice, field) == value for field, value in change.items()):
            yield code


def _choosable(service: str, catalogue: Catalogue, kind: Kind) -> Mapping[str, dict[str, str | bool]]:
    """What can be chosen for this service, by its code."""
    channels = catalogue.service[service].channels
    doors = [place.id for c in channels if c.mode is Mode.IN_PERSON and (place := catalogue.door(c))]
    changes: list[tuple[str, str | bool]] = [("named", True), ("with_sites", True)]
    changes += [("door", door) for door in doors]
    return {_digest(f"{service}/{field}/{value}", kind): {field: value} for field, value in changes}


def _digest(choice: str, kind: Kind) -> str:
    if kind is Kind.WORKER:
        return digest(choice)[:LETTERS]
    number = int.from_bytes(blake2b(choice.encode(), digest_size=20, person=b"choice").digest())
    return f"0{number % 10**DIGITS:0{DIGITS}d}"
