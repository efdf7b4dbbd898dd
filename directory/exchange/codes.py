"""A shortlist in the address of a link: codes that tell nothing to who looks at the address.

A code is the beginning of a hash of a service's id, so that it stays true after a restart and when other services
come or go. It is no secret: who has the open data can work out whose code it is. A worker's code and a client's are
made of other signs from another hash, so that no part of one, nor one with a slip of the pen, is the other.
"""

import base64
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby, takewhile

from directory.exchange.shortlist import MOST
from directory.model.catalogue import Catalogue
from directory.model.service import Service

CLIENTS_PAGE, CODES = "/adressen", "k"
"""Where a client opens a list, and the part of that address which holds its codes. Neither tells anything."""
BETWEEN = "-"
LONGEST = 32
_SEPARATORS = re.compile(r"[\s,;.+-]+")
_OF_A_CLIENT = re.compile(r"[2-7]*[0189][0-9]*")
"""Digits, of which one that no worker's code has: a client's code or a part of it."""


class Kind(Enum):
    """Whose code it is: how short it may be, and how it is written."""

    WORKER = (7, re.compile(rf"[a-z2-7]{{7,{LONGEST}}}"))
    """Of 5 bits a character: by chance two of 1,000 services share one once in 70,000 catalogues."""
    CLIENT = (11, re.compile(rf"1[0-9]{{10,{LONGEST - 1}}}"))
    """Digits alone, which are typed on any telephone: two of 1,000 share one once in 20,000 catalogues."""

    def __init__(self, shortest: int, pattern: re.Pattern[str]) -> None:
        self.shortest = shortest
        self.pattern = pattern


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a link named and did not open: how many codes, by why."""

    unknown: int = 0
    """No service has this code (any more)."""
    unclear: int = 0
    """Several services have it: it was made before the newest of them came."""
    unreadable: int = 0
    """This is no code."""
    repeated: int = 0
    too_many: int = 0
    """Services past the most that a shortlist holds."""

    def __bool__(self) -> bool:
        return any((self.unknown, self.unclear, self.unreadable, self.repeated, self.too_many))


def encode(services: Iterable[str], catalogue: Catalogue, kind: Kind = Kind.WORKER) -> str:
    """The codes of these ids in their order, for an address: 'k3x7q2a-b6m2p4c', a client's '14820931127-10293847566'.

    Each as short as tells its service from every other one in the catalogue. Raises KeyError for an unknown id.
    """
    codes = _codes(catalogue, kind)
    return BETWEEN.join(codes[service] for service in services)


def is_of_a_client(text: str) -> bool:
    """True when any code in a link is a client's, or a part of one."""
    return any(_OF_A_CLIENT.fullmatch(piece) for piece in pieces(text))


def decode(
    text: str, catalogue: Catalogue, kinds: tuple[Kind, ...] = (Kind.WORKER,)
) -> tuple[tuple[Service, ...], LeftOut]:
    """The services of a link in their order, each once, and what was left out; codes of another kind are no codes.

    Never raises.
    """
    found: dict[str, None] = {}
    left_out: Counter[str] = Counter()
    for code in pieces(text):
        kind = next((kind for kind in kinds if kind.pattern.fullmatch(code)), None)
        services = _meant_by(code, catalogue, kind) if kind else None
        if services is None:
            left_out["unreadable"] += 1
        elif len(services) != 1:
            left_out["unclear" if services else "unknown"] += 1
        elif services[0] in found:
            left_out["repeated"] += 1
        elif len(found) == MOST:
            left_out["too_many"] += 1
        else:
            found[services[0]] = None
    return tuple(catalogue.service[service] for service in found), LeftOut(**left_out)


def pieces(text: str) -> list[str]:
    """What stands between the signs that part the codes of a link, in small letters."""
    return [piece for piece in _SEPARATORS.split(text.lower()) if piece]


def _meant_by(code: str, catalogue: Catalogue, kind: Kind) -> list[str]:
    beginning = _by_beginning(catalogue, kind).get(code[: kind.shortest], [])
    return [service for service in beginning if digest(service, kind).startswith(code)]


@lru_cache(maxsize=1 << 17)
def digest(service: str, kind: Kind = Kind.WORKER) -> str:
    """32 characters that belong to this id: a-z and 2-7, or a 1 and other digits. Codes are beginnings of it."""
    if kind is Kind.WORKER:
        return base64.b32encode(blake2b(service.encode(), digest_size=20).digest()).decode().lower()
    number = int.from_bytes(blake2b(service.encode(), digest_size=20, person=b"client").digest())
    return f"1{number % 10 ** (LONGEST - 1):0{LONGEST - 1}d}"


@lru_cache(maxsize=4)
def _by_beginning(catalogue: Catalogue, kind: Kind) -> dict[str, list[str]]:
    """The ids of the services by the shortest code that they could have; nobody is sent to who is gone."""
    first = {s.id: digest(s.id, kind)[: kind.shortest] for s in catalogue.services if not catalogue.owner(s).is_gone}
    ordered = sorted(first, key=lambda service: first[service])
    return {code: list(services) for code, services in groupby(ordered, key=lambda service: first[service])}


@lru_cache(maxsize=4)
def _codes(catalogue: Catalogue, kind: Kind) -> dict[str, str]:
    """The code of each id: as short as tells it from the others."""
    codes = {}
    for services in _by_beginning(catalogue, kind).values():
        for service in services:
            own = digest(service, kind)
            others = [digest(other, kind) for other in services if other != service]
            shared = max((_common(own, other) for other in others), default=0)
            codes[service] = own[: max(kind.shortest, shared + 1)]
    return codes


def _common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=True)))
