"""What a form sent us, whatever it is: bytes in, named texts out. Nothing that arrives here raises."""

import asyncio
import json
from collections.abc import AsyncGenerator, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from directory.web import server
from directory.wording.messages import N_, _

MOST_BYTES = 64 * 1024
MOST_DRAINED = 4 * 1024 * 1024
"""A browser reads no answer before it has sent everything: so much more is taken in and thrown away."""
MOST_FIELDS = 200
TOO_SLOW = N_("Je vraag kwam niet helemaal bij ons aan. Probeer het opnieuw. Ben je in gevaar? Bel 112.")

URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


class Trouble(StrEnum):
    """Why a form as a whole is not what our pages send."""

    TOO_LONG = "too_long"
    OTHER_TYPE = "other_type"


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form in the order in which they came, each with everything given for it."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    trouble: Trouble | None = None

    def all(self, name: str) -> tuple[str, ...]:
        """Everything that was given for this field."""
        return self.fields.get(name, ())

    def first(self, name: str) -> str:
        """The first of it; empty when the field is not there."""
        return next(iter(self.all(name)), "")


def read_address(request: Request) -> Form:
    """What an address says behind its question mark, as the fields of a form."""
    return Form(_gathered(request.query_params.multi_items()[:MOST_FIELDS]))


async def read_form(request: Request) -> Form:
    """The form in a request; of a body that is too long its beginning.

    One that does not come in time is an HTTPException: nobody would see a page.
    """
    body, whole = await read_body(request)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == MULTIPART:
        pairs: Iterable[tuple[str, str]] = await _multipart(request.headers, body)
    elif kind == "application/json":
        pairs = _json(body)
    elif kind == "text/plain":
        pairs = _plain(body)
    else:
        pairs = _urlencoded(body)
    trouble = None if kind == URLENCODED or not body else Trouble.OTHER_TYPE
    return Form(_gathered(pairs), trouble if whole else Trouble.TOO_LONG)


async def read_body(request: Request) -> tuple[bytes, bool]:
    """The first bytes of a body, and whether that is all of it; an HTTPException when it does not come in time."""
    try:
        async with asyncio.timeout(server.PATIENCE_S):
            return await _taken_in(request)
    except TimeoutError:
        raise HTTPException(408, _(TOO_SLOW), {"Connection": "close"}) from None


async def _taken_in(request: Request) -> tuple[bytes, bool]:
    kept, length = bytearray(), 0
    async for chunk in request.stream():
        length += len(chunk)
        kept += chunk[: max(0, MOST_BYTES - len(kept))]
        if length > MOST_DRAINED:
            break
    return bytes(kept), length <= MOST_BYTES


def _urlencoded(body: bytes) -> list[tuple[str, str]]:
    text = body.decode("utf-8", "replace")
    few = "&".join(text.split("&", MOST_FIELDS)[:MOST_FIELDS])
    return parse_qsl(few, keep_blank_values=True, errors="replace")


def _plain(body: bytes) -> list[tuple[str, str]]:
    """The lines `name=value` that a browser sends for `enctype=text/plain`."""
    lines = body.decode("utf-8", "replace").splitlines()[:MOST_FIELDS]
    return [(name, text) for name, equals, text in (line.partition("=") for line in lines) if equals]


def _json(body: bytes) -> list[tuple[str, str]]:
    try:
        found = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return []
    pairs = list(found.items())[:MOST_FIELDS] if isinstance(found, dict) else []
    return [(name, text) for name, text in pairs if isinstance(text, str)]


async def _multipart(headers: Headers, body: bytes) -> list[tuple[str, str]]:
    async def once() -> AsyncGenerator[bytes, None]:
        yield body

    try:
        parser = MultiPartParser(headers, once(), max_files=0, max_fields=MOST_FIELDS, max_part_size=MOST_BYTES)
        form = await parser.parse()
    except (MultiPartException, KeyError, LookupError, UnicodeError):
        return []
    return [(name, text) for name, text in form.multi_items() if isinstance(text, str)]


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    for name, text in pairs:
        fields[name] = (*fields.get(name, ()), text)
    return fields
