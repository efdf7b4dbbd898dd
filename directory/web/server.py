"""The server below us, set to what Streamlit gives no option for: patience with an end, and a stop that comes.

uvicorn parses HTTP and holds the sockets; `streamlit run` and `uvicorn app:app` both start it.
"""

import asyncio
import logging
import signal
import socket
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.http11 import Response
from websockets.server import ServerProtocol
from websockets.typing import StatusLike

from directory.web.headers import OF_A_REFUSAL

log = logging.getLogger(__name__)

PATIENCE_S = 30.0
"""How long we wait for the head of a request, and for its body: the longest form we take, 64 kB, needs 26 s at
20 kbit/s, the slowest line of a phone. Twice as long for who takes in nothing of an answer, as in a tunnel."""
MOST_HEAD = 64 * 1024
"""So many bytes the head of a request may have."""
GRACE_S = 8.0
"""How long an answer under way may still take when the server is told to stop; Docker kills after 10 s."""


class Connection(HttpToolsProtocol):
    """A connection as uvicorn keeps it, but for a client that does not come to the point."""

    last_seen: RequestResponseCycle | None = None
    """The request that it had sent last when we looked last."""
    next_look: asyncio.TimerHandle
    head_bytes: int | None = 0
    """How much of the head of a request has come; None while its body comes."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to look at it from time to time, and have the system end it when nothing is taken in."""
        super().connection_made(transport)
        client = transport.get_extra_info("socket")
        if client.family in (socket.AF_INET, socket.AF_INET6):
            _set_up_tcp(client)
        self._look_later()

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        self.next_look.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take in what comes, but no head that has no end; what comes along behind a head is no part of it."""
        room = len(data) if self.head_bytes is None else MOST_HEAD - self.head_bytes
        first, rest = data[:room], data[room:]
        if self.head_bytes is not None:
            self.head_bytes += len(first)
        if first:
            super().data_received(first)
        if rest and self.head_bytes == MOST_HEAD:
            self.send_400_response("The head of this request is too long.")
        elif rest:
            self.data_received(rest)

    def on_headers_complete(self) -> None:
        """The head is whole."""
        self.head_bytes = None
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """The next head may begin."""
        self.head_bytes = 0
        super().on_message_complete()

    def send_400_response(self, msg: str) -> None:
        """Tell that this is no HTTP; a client that got an answer already is only let go."""
        was_answered = self.head_bytes is None and self.cycle is not None and self.cycle.response_started
        if was_answered:
            self.transport.abort()
        else:
            text = msg.encode("ascii", "replace")
            said = OF_A_REFUSAL | {
                "Content-Type": "text/plain; charset=utf-8",
                "Content-Length": str(len(text)),
                "Connection": "close",
            }
            lines = [name + b": " + value for name, value in self.server_state.default_headers]
            lines += [f"{name}: {value}".encode() for name, value in said.items()]
            self.transport.write(b"\r\n".join([b"HTTP/1.1 400 Bad Request", *lines, b"", text]))
            self.transport.close()

    def shutdown(self) -> None:
        """Finish the answer under way, within a limit."""
        super().shutdown()
        self.loop.call_later(GRACE_S, self.transport.abort)

    def _look_later(self) -> None:
        self.next_look = self.loop.call_later(PATIENCE_S, self._look)

    def _look(self) -> None:
        """Let it go when it waits for the same request as last time: nothing came, or never the end of it."""
        became_a_websocket = self.transport.get_protocol() is not self
        if became_a_websocket or self.transport.is_closing():
            return
        waits = self.cycle is None or self.cycle.response_complete
        if waits and self.cycle is self.last_seen:
            self.transport.close()
        else:
            self.last_seen = self.cycle
            self._look_later()


class Handshake(ServerProtocol):
    """The opening of a websocket, whose refusals say to the browser what every answer says."""

    def reject(self, status: StatusLike, text: str) -> Response:
        """The answer that refuses it."""
        response = super().reject(status, text)
        response.headers.update(OF_A_REFUSAL)
        return response


class Socket(WebSocketsSansIOProtocol):
    """A websocket as uvicorn keeps it, but for its handshake."""

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.conn = Handshake(
            extensions=self.conn.available_extensions, max_size=config.ws_max_size, logger=self.conn.logger
        )


def _set_up_tcp(client: socket.socket) -> None:
    # asyncio does so, but not for such a socket as Streamlit makes: a body then waits 40 ms after its head.
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if hasattr(socket, "TCP_USER_TIMEOUT"):
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, int(2 * PATIENCE_S * 1000))


def prepare_server() -> None:
    """Set the server that runs us, if it is uvicorn; to be called when it starts, before it listens."""
    server = _server()
    if server is None:
        return
    config = server.config
    config.http_protocol_class = Connection
    if config.ws_protocol_class is WebSocketsSansIOProtocol:
        config.ws_protocol_class = Socket
    # Later than each connection's own end, which needs no task to be cancelled.
    config.timeout_graceful_shutdown = int(GRACE_S) + 1
    config.encoded_headers = [(name, value) for name, value in config.encoded_headers if name != b"server"]
    log.warning("Hulpkaart: %s", config.uds or f"http{'s' if config.is_ssl else ''}://localhost:{config.port}")


def _server() -> uvicorn.Server | None:
    """The server of this process: nobody hands it on, but it is what listens for the signal to stop."""
    owner = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    return owner if isinstance(owner, uvicorn.Server) else None
