"""Clients that never come to the point, each kind with what it sends first and what it lets drip after that."""

import socket
from dataclasses import dataclass
from threading import Event, Thread
from types import TracebackType
from typing import Self

from directory.web.assets import asset_url
from tests.browser.server import Server
from tests.faults.wire import client_of, get, post

DRIP_S = 1.0
SMALL_BUFFER = 2048
"""In bytes; so little an answer fills it, and the rest has to wait at the server."""


@dataclass(frozen=True)
class Slow:
    """A kind of slow client: bytes sent at once, bytes sent again and again, and bytes taken in as often."""

    first: bytes = b""
    drip: bytes = b""
    taken: int = 0
    is_half_closed: bool = False


HALF_A_FORM = post(b"woorden=", length=100)
MANY = get(asset_url("map.js"), close=False) * 100
"""15 MB of answers: more than all the buffers on the way hold."""
CHUNKED = b"POST /licht HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
SLOW = {
    "says nothing": Slow(),
    "half a request line": Slow(b"GET /lic"),
    "a head that drips": Slow(b"GET /licht HTTP/1.1\r\nHost: localhost\r\nX: ", drip=b"a"),
    "half a form": Slow(HALF_A_FORM),
    "a form that drips": Slow(HALF_A_FORM, drip=b"a"),
    "a form that drips in chunks": Slow(CHUNKED, drip=b"1\r\na\r\n"),
    "a form that nobody asked for": Slow(post(b"a", length=100, path="/elders"), drip=b"a"),
    "a second request that never ends": Slow(get("/licht/over", close=False) + b"GET /lic"),
    "half closed": Slow(b"GET /lic", is_half_closed=True),
    "half a form, half closed": Slow(HALF_A_FORM, is_half_closed=True),
    "takes nothing in": Slow(MANY),
    "takes a few bytes in a second": Slow(MANY, taken=5),
}


class SlowClients:
    """So many of each kind hang on a server, for as long as the `with` lasts."""

    def __init__(self, server: Server, of_each: int) -> None:
        self.by_kind = {kind: [_begin(server, slow) for _ in range(of_each)] for kind, slow in SLOW.items()}
        self._over = Event()
        self._dripping = Thread(target=self._drip, daemon=True)

    def __enter__(self) -> Self:
        self._dripping.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._dripping.join()
        for clients in self.by_kind.values():
            for client in clients:
                client.close()

    def ports(self, kind: str) -> set[int]:
        """Where the clients of this kind are known by."""
        return {client.getsockname()[1] for client in self.by_kind[kind]}

    def _drip(self) -> None:
        while not self._over.wait(DRIP_S):
            for kind, clients in self.by_kind.items():
                for client in clients:
                    _drip_once(client, SLOW[kind])


def _begin(server: Server, slow: Slow) -> socket.socket:
    client = client_of(server, slow.first, buffer=SMALL_BUFFER)
    if slow.is_half_closed:
        client.shutdown(socket.SHUT_WR)
    return client


def _drip_once(client: socket.socket, slow: Slow) -> None:
    try:
        client.sendall(slow.drip)
        if slow.taken:
            client.recv(slow.taken)
    except OSError:
        pass  # It was let go: that is what we wait for.
