"""An address of the API as it goes over the wire: methods, forms, codings, ETags, and one shape for every fault."""

import re
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from directory.running import report
from directory.settings import UnusableSettingError
from directory.web.api.kept import Kept
from directory.web.api.problem import ProblemError
from directory.web.compression import Coding, coding_for
from directory.web.headers import FOR_FIVE_MINUTES
from directory.wording.messages import DUTCH, ENGLISH, N_, Sentence, language_for, speaking

READ = ("GET", "HEAD", "OPTIONS")
SAID = "Hulpkaart-Said"
CORS = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": f"ETag, Link, {SAID}"}
"""Anybody's page may read what anybody may have; nothing here knows who asks."""
_ASKED_LANGUAGE = re.compile(rb"(?:^|&)lang=(\w+)")
LICENCE_LINK = '<https://creativecommons.org/licenses/by/4.0/>; rel="license"'


class Endpoint:
    """One address as an ASGI application of its own: whatever comes, the answer has a known shape.

    Facts are in Dutch, in whatever language the rest of the site answers. Faults are told in that of who asks.
    """

    def __init__(self, answer: Callable[[Request, bytes], Awaitable[Response]], *methods: str) -> None:
        """`answer` gets the request and what stood behind the ? of its address."""
        self.answer = answer
        self.methods = (*READ, *methods)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        # The server writes the address in its log, if it keeps one, when the answer begins: then it asks nothing.
        query, scope["query_string"] = scope["query_string"], b""
        try:
            response = await self._response(Request(scope, receive), query)
        except ClientDisconnect:
            return
        except Exception as error:
            with speaking(told_in(Request(scope), query)):
                response = _problem(error).response()
        response.headers.update(CORS)
        await response(scope, receive, send)

    async def _response(self, request: Request, query: bytes) -> Response:
        if request.method not in self.methods:
            allowed = ", ".join(self.methods)
            detail = Sentence(N_("Dit adres kent alleen {methods}."), methods=allowed)
            raise ProblemError(HTTPStatus.METHOD_NOT_ALLOWED, detail, headers={"Allow": allowed})
        if request.method == "OPTIONS":
            return self._options()
        with speaking(DUTCH):
            return await self.answer(request, query)

    def _options(self) -> Response:
        """What one may do here, also for a page of another site."""
        allowed = ", ".join(self.methods)
        headers = {"Allow": allowed, "Access-Control-Allow-Methods": allowed, "Access-Control-Max-Age": "86400"}
        return Response(None, 204, headers | {"Access-Control-Allow-Headers": "Content-Type, If-None-Match"})


def _problem(error: Exception) -> ProblemError:
    """What is told of an error, whatever it is; what is our own fault is reported as well."""
    if isinstance(error, ProblemError):
        return error
    if isinstance(error, HTTPException):
        return ProblemError(HTTPStatus(error.status_code), error.detail, headers=error.headers)
    report(error)
    if isinstance(error, UnusableSettingError):
        return ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, Sentence(N_("We hebben nu geen gegevens.")))
    detail = Sentence(N_("Hier ging iets stuk. Van wat je vroeg, is niets bewaard."))
    return ProblemError(HTTPStatus.INTERNAL_SERVER_ERROR, detail)


def told_in(request: Request, query: bytes) -> str:
    """The language in which who asks is told of faults and of the API itself: English when they ask for none."""
    asked = _ASKED_LANGUAGE.search(query)
    return language_for(asked and asked[1].decode("ascii"), request.headers.get("accept-language"), ENGLISH)


def must_accept(request: Request, media_type: str) -> None:
    """Go on when the answer, which is of this media type, is welcome.

    Raises:
        ProblemError: when the request names other types only.
    """
    accepted = request.headers.get("accept", "").strip()
    kind, _, form = media_type.partition("/")
    # Who takes JSON takes its special forms: most programs name no other.
    names = {media_type, f"{kind}/*", "*/*"} | ({"application/json"} if form.endswith("+json") else set())
    if accepted and not any(_names(part) in names for part in accepted.split(",")):
        detail = Sentence(N_("Dit adres antwoordt met {media_type}. Vraag daarom met Accept."), media_type=media_type)
        raise ProblemError(HTTPStatus.NOT_ACCEPTABLE, detail)


def _names(part: str) -> str:
    """The media type that a part of an Accept header welcomes; nothing when its weight is nought."""
    name, *settings = (piece.strip().lower() for piece in part.split(";"))
    return "" if any(s.startswith("q=0") and not s.strip("q=0.") for s in settings) else name


def coding_of(request: Request) -> Coding | None:
    """The coding in which the answer goes."""
    return coding_for(request.headers.get("accept-encoding", ""))


def open_headers(media_type: str, etag: str, coding: Coding | None) -> dict[str, str]:
    """What an answer with open data says of itself."""
    headers = {
        "Content-Type": media_type,
        "ETag": etag,
        "Cache-Control": FOR_FIVE_MINUTES,
        "Vary": "Accept-Encoding",
        "Link": LICENCE_LINK,
    }
    return headers | ({"Content-Encoding": str(coding)} if coding else {})


def send(request: Request, kept: Kept, coding: Coding | None) -> Response:
    """An answer with open data; only its headers to who has it already, or who asks for no more."""
    return send_body(request, kept.body, open_headers(kept.media_type, kept.etag, coding))


def send_body(request: Request, body: bytes, headers: Mapping[str, str]) -> Response:
    """A body with its headers, or what of it is asked for."""
    if "ETag" in headers and is_known(request, headers["ETag"]):
        return not_modified(headers)
    response = Response(body, headers=headers)
    if request.method == "HEAD":
        response.body = b""
    return response


def is_known(request: Request, etag: str) -> bool:
    """True when who asks has these very bytes (If-None-Match, RFC 9110, section 13.1.2)."""
    known = request.headers.get("if-none-match", "")
    return known.strip() == "*" or etag in {one.strip().removeprefix("W/") for one in known.split(",")}


def not_modified(headers: Mapping[str, str]) -> Response:
    """That nothing changed."""
    return Response(None, 304, {n: v for n, v in headers.items() if n not in ("Content-Type", "Content-Encoding")})
