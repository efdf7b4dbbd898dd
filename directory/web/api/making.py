"""Where answers are made: on one thread beside the one on which everybody is served, piece after piece.

On one, so that a thousand who ask at once cannot keep every thread busy. In pieces, so that who asks for a page never
waits until somebody else has the whole country. What was made is kept as long as its catalogue is in use and its day
lasts.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from hashlib import sha256
from typing import TypeVar

from directory import settings
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.running import clock
from directory.store import shelf
from directory.web import life
from directory.web.api.kept import Keep, Kept
from directory.web.api.records import OpenRecords
from directory.web.compression import Coding, Stream, compress

MOST_KEPT = 48 * 1024 * 1024
"""Bytes; the open data of ten thousand services in every form take about half of it."""
QUALITY, LEVEL = 4, 6
"""Of brotli and gzip: one more wins 3 per cent and takes twice the time."""
T = TypeVar("T")
Pieces = Callable[[OpenRecords], Iterator[bytes]]
_maker = ThreadPoolExecutor(1, thread_name_prefix="open data")


@dataclass(frozen=True, slots=True)
class Edition:
    """The open data of a catalogue on one day, with the answers that were made of them."""

    catalogue: Catalogue
    gazetteer: Gazetteer
    records: OpenRecords
    keep: Keep


async def current() -> Edition:
    """The edition of now."""
    # Before the first catalogue is laid out, asking for it may be waiting until it is read.
    return edition() if life.is_ready() else await made(edition)


def edition() -> Edition:
    """The edition of now; for who can wait for it."""
    catalogue, places = shelf.catalogue(settings.data_folder()), shelf.gazetteer(settings.geo_folder())
    return _edition(catalogue, places, clock().date())


@lru_cache(maxsize=1)
def _edition(catalogue: Catalogue, gazetteer: Gazetteer, today: date) -> Edition:
    return Edition(catalogue, gazetteer, OpenRecords(catalogue, gazetteer, today), Keep(MOST_KEPT))


async def made(make: Callable[[], T]) -> T:
    """What this makes, made on the thread for that."""
    return await asyncio.get_running_loop().run_in_executor(_maker, make)


async def one_after_another(pieces: Iterator[bytes]) -> AsyncIterator[bytes]:
    """These pieces, each made when the one before was taken."""
    while (piece := await made(partial(next, pieces, None))) is not None:
        yield piece


async def whole(pieces: Iterator[bytes], media_type: str, coding: Coding | None) -> Kept:
    """These pieces as one body."""
    body = b"".join([piece async for piece in one_after_another(pieces)])
    return await made(lambda: Kept(media_type, etag(sha256(body).hexdigest(), coding), packed(body, coding)))


async def etag_of(pieces: Iterator[bytes], coding: Coding | None) -> str:
    """The ETag of what these pieces are together, without ever holding them together."""
    seen = sha256()
    async for piece in one_after_another(pieces):
        seen.update(piece)
    return etag(seen.hexdigest(), coding)


async def streamed(pieces: Iterator[bytes], coding: Coding | None) -> AsyncIterator[bytes]:
    """These pieces in a coding, each sent on when it is there."""
    stream = Stream(coding, quality=QUALITY, level=LEVEL)
    async for piece in one_after_another(pieces):
        if some := await made(partial(stream.add, piece)):
            yield some
    yield stream.end()


def etag(content: str, coding: Coding | None) -> str:
    """A strong one, by the content: two codings are two rows of bytes."""
    return f'"{content[:32]}{f"-{coding}" if coding else ""}"'


def packed(body: bytes, coding: Coding | None) -> bytes:
    """A body in a coding."""
    return compress(body, coding, quality=QUALITY, level=LEVEL)
