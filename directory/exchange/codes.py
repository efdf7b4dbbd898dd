"""A shortlist in the address of a link: codes that tell nothing to who looks at the address.

A code is the beginning of a hash of a service's id, so that it stays true after a restart and when other services
come or go. It is no secret: who has the open data can work out whose code it is.
"""

import base64
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby, takewhile

from directory.exchange.shortlist import MOST
from directory.model.catalogue import Catalogue
from directory.model.service import Service

SHORTEST = 7
"""Characters of a code, 5 bits each: by chance two of 1,000 services share one once in 70,000 catalogues."""
BETWEEN = "-"
_CODE = re.compile(rf"[a-z2-7]{{{SHORTEST},32}}")
_SEPARATORS = re.compile(r"[\s,;.+-]+")


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


def encode(services: Iterable[str], catalogue: Catalogue) -> str:
    """The codes of these ids in their order, for an address: 'k3x7q2a-b6m2p4c'.

    Each as short as tells its service from every other one in the catalogue. Raises KeyError for an unknown id.
    """
    codes = _codes(catalogue)
    return BETWEEN.join(codes[service] for service in services)


def decode(text: str, catalogue: Catalogue) -> tuple[tuple[Service, ...], LeftOut]:
    """The services of a link in their order, each once, and what was left out. Never raises."""
    named = [piece for piece in _SEPARATORS.split(text.lower()) if piece]
    found: dict[str, None] = {}
    left_out: Counter[str] = Counter()
    for code in named:
        services = _meant_by(code, catalogue) if _CODE.fullmatch(code) else None
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


def _meant_by(code: str, catalogue: Catalogue) -> list[str]:
    beginning = _by_beginning(catalogue).get(code[:SHORTEST], [])
    return [service for service in beginning if digest(service).startswith(code)]


@lru_cache(maxsize=1 << 17)
def digest(service: str) -> str:
    """32 characters of a-z and 2-7 that belong to this id; codes are beginnings of it."""
    return base64.b32encode(blake2b(service.encode(), digest_size=20).digest()).decode().lower()


@lru_cache(maxsize=2)
def _by_beginning(catalogue: Catalogue) -> dict[str, list[str]]:
    """The ids of the services by the shortest code that they could have; nobody is sent to who is gone."""
    first = {s.id: digest(s.id)[:SHORTEST] for s in catalogue.services if not catalogue.owner(s).is_gone}
    ordered = sorted(first, key=lambda service: first[service])
    return {code: list(services) for code, services in groupby(ordered, key=lambda service: first[service])}


@lru_cache(maxsize=2)
def _codes(catalogue: Catalogue) -> dict[str, str]:
    """The code of each id: as short as tells it from the others."""
    codes = {}
    for services in _by_beginning(catalogue).values():
        for service in services:
            others = [digest(other) for other in services if other != service]
            shared = max((_common(digest(service), other) for other in others), default=0)
            codes[service] = digest(service)[: max(SHORTEST, shared + 1)]
    return codes


def _common(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=True)))
