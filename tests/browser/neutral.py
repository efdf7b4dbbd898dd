"""The site that the exit leads to, played on this machine, so that no test leaves it."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self

TITLE, TEXT = "Het weer", "Zon en wolken"
PAGE = f"<!doctype html><title>{TITLE}</title><p>{TEXT}".encode()


class Neutral:
    """A site of one page, for as long as the `with` lasts; it keeps who sent each visitor."""

    def __enter__(self) -> Self:
        self.referrers: list[str | None] = []
        seen = self.referrers

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/weer":
                    seen.append(self.headers.get("Referer"))
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(PAGE)))
                self.end_headers()
                self.wfile.write(PAGE)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
