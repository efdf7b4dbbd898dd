"""The shell around the screens: our page, compressed files, and no door but those that are needed."""

import logging
import mimetypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from starlette.applications import Starlette
from starlette.datastructures import Headers as RequestHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from directory.exchange.codes import CLIENTS_PAGE
from directory.running import keep_words_out_of_the_log
from directory.settings import faults
from directory.web.compression import BEST, Coding, Packed
from directory.web.headers import FOR_EVER, MAP_CSP, NEVER, SCREEN_CSP, Headers
from directory.web.index import framework_folder, map_folder, map_page, screen_page, style, style_url
from directory.web.light import MISSING
from directory.web.light_page import LightPage
from directory.web.reader import CHOSEN, Reader, reader_of
from directory.web.server import prepare_server
from directory.web.stream import bytes_only, is_opened_by_us
from directory.wording.messages import languages, speaking

log = logging.getLogger(__name__)

SCREENS = ("/", "/overzicht", "/hulpverleners")
"""The addresses of the screens; a test compares them with the screens there are."""
STREAM, HEALTH, HOST_CONFIG = "/_stcore/stream", "/_stcore/health", "/_stcore/host-config"
MEDIA = "/media/"
"""Files that a screen offers to download, each at an address that cannot be guessed."""
MAP_FRAME = "/component/streamlit_folium.st_folium"
NO_HOST = {
    "allowedOrigins": [],
    "useExternalAuthToken": False,
    "enableCustomParentMessages": False,
    "enforceDownloadInNewTab": False,
    "metricsUrl": "",
    "blockErrorDialogs": True,
    "resourceCrossOriginMode": None,
}
"""The framework's own answer lets pages of its maker's host send messages to ours. Its error dialogs speak to the
maker of a screen, in English; the page has words of its own for a lost line."""


no_page = LightPage(lambda _: MISSING)
"""What a browser shows that asks for a page that is not there: who always answers, the exit and a way on."""
LIKE_A_CLIENTS = "/adr"
"""So the address of a client's page begins, mistyped or not: that page tells neither whose it is nor what about."""


def around(routes: Sequence[BaseRoute]) -> list[Middleware]:
    """The middleware of the app that has these routes of its own beside the screens."""
    return [Middleware(Headers), Middleware(Shell, routes=routes)]


@dataclass(frozen=True, slots=True)
class Served:
    """What the shell answers by itself at one address."""

    packed: Packed
    headers: dict[str, str]


class Shell:
    """Middleware that answers for the screens and their files, and closes what nobody needs."""

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]) -> None:
        self.app = app
        self.routes = routes
        # Not through the framework's own middleware, which keeps sessions and compresses once more.
        self.own = Starlette(routes=routes)
        self.pages = _pages()
        self.served = _files() | (_style() if ("/", Reader()) in self.pages else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is ours, pass on what is needed, refuse the rest without a word."""
        if scope["type"] == "lifespan":
            keep_words_out_of_the_log()
            for fault in faults():
                log.error("%s", fault)
            prepare_server()
            Thread(target=self._make_first_view, daemon=True).start()
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            opens = scope["path"] == STREAM and is_opened_by_us(scope)
            await (self.app if opens else _refuse)(scope, bytes_only(receive), send)
        else:
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        if any(route.matches(scope)[0] is not Match.NONE for route in self.routes):
            await self.own(scope, receive, send)
        elif scope["method"] not in ("GET", "HEAD"):
            await Response(status_code=404)(scope, receive, send)
        elif found := self.pages.get((path, _reader(scope))) or self.served.get(path):
            accepted = RequestHeaders(scope=scope).get("accept-encoding", "")
            response = await found.packed.response(accepted, found.headers)
            await response(scope, receive, send)
        elif path == HOST_CONFIG:
            await JSONResponse(NO_HOST)(scope, receive, send)
        elif path in (HEALTH, *SCREENS) or path.startswith(MEDIA):
            await self.app(scope, receive, send)
        elif "text/html" in RequestHeaders(scope=scope).get("accept", ""):
            meant, asked = _meant(path), scope["query_string"].decode("latin-1")
            page = RedirectResponse(f"{meant}?{asked}" if asked else meant, 307) if meant else no_page
            await page(scope, receive, send)
        else:
            await Response(status_code=404)(scope, receive, send)

    def _make_first_view(self) -> None:
        """Compress what a first visit asks for before anybody does."""
        for page in self.pages.values():
            page.packed.body(Coding.BROTLI)
        if first := self.pages.get(("/", Reader())):
            html = first.packed.body(None).decode()
            for path in sorted(self.served):
                if path in html or path.startswith(MAP_FRAME):
                    self.served[path].packed.body(Coding.BROTLI)


def _meant(path: str) -> str | None:
    """The page that is meant by an address with another case or a slash too many, or by that of a client's page."""
    plain = path.lower().rstrip("/")
    if plain.startswith(LIKE_A_CLIENTS):
        return CLIENTS_PAGE
    return plain if plain in SCREENS and plain != path else None


def _reader(scope: Scope) -> Reader:
    asked = Request(scope)
    return reader_of(asked.query_params.getlist(CHOSEN), asked.headers.get("accept-language", ""))


def _pages() -> dict[tuple[str, Reader], Served]:
    """The pages that take the place of the framework's, for each who may read them.

    One that cannot be made is left out, so that the framework's own is seen; a test finds that out before.
    """
    made: dict[tuple[str, Reader], Served] = {}
    readers = [Reader(code, has_chosen) for code in languages() for has_chosen in (False, True)]
    for paths, make, policy in (
        (SCREENS, screen_page, SCREEN_CSP),
        ((f"{MAP_FRAME}/index.html",), map_page, MAP_CSP),
    ):
        try:
            pages = {reader: _page(make, reader, policy) for reader in readers}
        except (ValueError, OSError):
            log.exception("the framework's own page is shown")
            continue
        made |= {(path, reader): page for path in paths for reader, page in pages.items()}
    return made


def _page(make: Callable[[Reader], str], reader: Reader, policy: str) -> Served:
    with speaking(reader.language):
        html = make(reader)
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": NEVER,
        "Content-Language": reader.language,
        "Vary": "Accept-Language",
    }
    return Served(Packed("text/html", html.encode), headers)


def _style() -> dict[str, Served]:
    """The framework's style sheet, as the pages of the screens want it."""
    return {style_url(): Served(Packed("text/css", style), {"Cache-Control": FOR_EVER})}


def _files() -> dict[str, Served]:
    """The files of the framework and of the map's frame: those that exist now, by the address of each."""
    static, frame = framework_folder() / "static", map_folder()
    found = [(f"/static/{file.relative_to(static)}", file) for file in static.rglob("*")]
    found += [(f"{MAP_FRAME}/{file.relative_to(frame)}", file) for file in (frame / "static").rglob("*.js")]
    return {path: _file(file) for path, file in found if file.is_file()}


def _file(file: Path) -> Served:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return Served(Packed(kind, file.read_bytes, BEST), {"Cache-Control": FOR_EVER})


async def _refuse(_: Scope, receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.close"})
