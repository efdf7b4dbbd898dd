"""The addresses of the API."""

import json
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from directory.model.catalogue import Catalogue
from directory.web.api import making
from directory.web.api.endpoint import (
    Endpoint,
    coding_of,
    is_known,
    must_accept,
    not_modified,
    open_headers,
    send,
    send_body,
    told_in,
)
from directory.web.api.files import FILES, File
from directory.web.api.find import find
from directory.web.api.kept import Kept
from directory.web.api.listing import KINDS, Asked, Kind, lines, one, page
from directory.web.api.making import Edition
from directory.web.api.openapi import openapi
from directory.web.api.parameters import read_parameters
from directory.web.api.problem import ProblemError
from directory.web.headers import NEVER
from directory.wording.messages import N_, Sentence, speaking

JSON, NDJSON = "application/json", "application/x-ndjson"
Answer = Callable[[Request, bytes], Awaitable[Response]]


def _list(kind: Kind) -> Answer:
    async def answer(request: Request, query: bytes) -> Response:
        asked = read_parameters(query, kind.of_list)
        media_type = NDJSON if asked["format"] == "ndjson" else JSON
        must_accept(request, media_type)
        now = await making.current()
        if media_type == NDJSON:
            return await _streamed(request, now, kind, asked)
        make = partial(page, kind, now.records, asked)
        if asked["search"] is not None:
            return await _looked_up(request, iter([await making.made(make)]), media_type)
        key = (kind.name, *asked.values())
        return await _kept(request, now, key, media_type, lambda: _once(make))

    return answer


def _one(kind: Kind) -> Answer:
    async def answer(request: Request, query: bytes) -> Response:
        asked = read_parameters(query, kind.of_one)
        must_accept(request, JSON)
        now, identity = await making.current(), request.path_params["id"]
        key = (kind.name, identity, *asked.values())
        return await _kept(request, now, key, JSON, lambda: _once(partial(one, kind, now.records, identity, asked)))

    return answer


def _file(file: File) -> Answer:
    async def answer(request: Request, query: bytes) -> Response:
        read_parameters(query, ())
        must_accept(request, file.media_type.partition(";")[0])
        now = await making.current()
        return await _kept(request, now, (file.name,), file.media_type, lambda: file.pieces(now.records))

    return answer


async def _base(request: Request, query: bytes) -> Response:
    """Where all begins: the addresses are whole, so they name the host by which we were asked."""
    read_parameters(query, ())
    must_accept(request, JSON)
    here = str(request.base_url)
    body = {
        "version": "3.1",
        "profile": f"{here}api/profile.md",
        "openapi_url": f"{here}api/openapi.json",
    }
    kept = await making.whole(iter([json.dumps(body).encode()]), JSON, coding := coding_of(request))
    return send(request, kept, coding)


async def _openapi(request: Request, query: bytes) -> Response:
    read_parameters(query, ())
    must_accept(request, JSON)
    now, code = await making.current(), told_in(request, query)
    answer = await _kept(
        request, now, ("openapi", code), JSON, lambda: _once(partial(_described, now.catalogue, code))
    )
    answer.headers.update({"Content-Language": code, "Vary": "Accept-Encoding, Accept-Language"})
    return answer


def _described(catalogue: Catalogue, code: str) -> bytes:
    with speaking(code):
        return json.dumps(openapi(catalogue), ensure_ascii=False).encode()


async def _nothing(request: Request, query: bytes) -> Response:  # noqa: ARG001
    raise ProblemError(HTTPStatus.NOT_FOUND, Sentence(N_("Hier is niets. In /api/openapi.json staat elk adres.")))


def _once(make: Callable[[], bytes]) -> Iterator[bytes]:
    yield make()


async def _kept(
    request: Request, now: Edition, key: tuple[Any, ...], media_type: str, pieces: Callable[[], Iterator[bytes]]
) -> Response:
    """What was made before, else made now and kept."""
    coding = coding_of(request)
    kept = now.keep.get((key, coding))
    if kept is None:
        kept = await making.whole(pieces(), media_type, coding)
        now.keep.put((key, coding), kept)
    return send(request, kept, coding)


async def _looked_up(request: Request, pieces: Iterator[bytes], media_type: str) -> Response:
    """An answer to words that somebody typed: neither kept here nor to be kept by anybody."""
    kept = await making.whole(pieces, media_type, coding := coding_of(request))
    headers = open_headers(media_type, kept.etag, coding) | {"Cache-Control": NEVER}
    del headers["ETag"]
    return send_body(request, kept.body, headers)


async def _streamed(request: Request, now: Edition, kind: Kind, asked: Asked) -> Response:
    """All that is chosen, sent while it is made: too long to keep, so of it the ETag only.

    That takes making it once more when it is first asked for.
    """
    coding, key = coding_of(request), (kind.name, *(asked | {"page": 1, "per_page": 1}).values())
    pieces = partial(lines, kind, now.records, asked)
    headers = open_headers(NDJSON, "", coding)
    if asked["search"] is not None:
        del headers["ETag"]
        headers["Cache-Control"] = NEVER
    else:
        kept = now.keep.get((key, coding))
        if kept is None:
            kept = Kept(NDJSON, await making.etag_of(pieces(), coding), b"")
            now.keep.put((key, coding), kept)
        headers["ETag"] = kept.etag
        if is_known(request, kept.etag):
            return not_modified(headers)
    if request.method == "HEAD":
        response = Response(None, headers=headers)
        del response.headers["Content-Length"]
        return response
    return StreamingResponse(making.streamed(pieces(), coding), headers=headers)


routes: list[BaseRoute] = [
    Route("/api", Endpoint(_base)),
    Route("/api/", Endpoint(_base)),
    Route("/api/openapi.json", Endpoint(_openapi)),
    Route("/api/find", Endpoint(find, "POST")),
    *(Route(f"/api/{file.name}", Endpoint(_file(file))) for file in FILES),
    *(Route(f"/api/{kind.name}", Endpoint(_list(kind))) for kind in KINDS),
    *(Route(f"/api/{kind.name}/{{id}}", Endpoint(_one(kind))) for kind in KINDS),
    Route("/api/{rest:path}", Endpoint(_nothing)),
]
