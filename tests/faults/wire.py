"""Bytes over a bare socket, as no browser sends them; and the socket of a screen, as a browser speaks it."""

import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from tests.browser.server import Server

PATIENCE_S = 60.0
RESET_ON_CLOSE = b"\1\0\0\0\0\0\0\0"
"""For SO_LINGER: what was not sent is thrown away, and the other side told so."""


def client_of(server: Server, first: bytes = b"", *, buffer: int | None = None) -> socket.socket:
    """A client that has sent this much; it takes in no more than its buffer, in bytes, until it is read."""
    client = socket.socket()
    client.settimeout(PATIENCE_S)
    if buffer:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    client.connect(("127.0.0.1", server.port))
    client.sendall(first)
    return client


def rest_of(client: socket.socket) -> bytes:
    """All that still comes until the server closes; what came so far when it broke off."""
    taken = bytearray()
    try:
        while chunk := client.recv(65536):
            taken += chunk
    except ConnectionResetError:
        pass
    return bytes(taken)


def ask(server: Server, request: bytes) -> bytes:
    """All that the server says to these bytes until it closes."""
    with client_of(server, request) as client:
        return rest_of(client)


def get(target: str | bytes, *lines: bytes, close: bool = True) -> bytes:
    """A request for a target, as it stands on the wire."""
    path = target.encode() if isinstance(target, str) else target
    last = (b"Connection: close",) if close else ()
    return b"\r\n".join((b"GET %s HTTP/1.1" % path, b"Host: localhost", *lines, *last, b"", b""))


def post(body: bytes, *, length: int | None = None, path: str = "/licht", close: bool = False) -> bytes:
    """A form on the wire; with a length of its own it is not the whole of it."""
    head = f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    head += "Connection: close\r\n" if close else ""
    return head.encode() + b"Content-Length: %d\r\n\r\n" % (length or len(body)) + body


def status_of(answer: bytes) -> int:
    """The status of the first answer in these bytes."""
    found = re.match(rb"HTTP/1\.1 (\d{3}) ", answer)
    assert found, answer[:200]
    return int(found.group(1))


def body_of(answer: bytes) -> bytes:
    """The body of an answer; what was sent must be as long as its head says."""
    head, _, body = answer.partition(b"\r\n\r\n")
    length = re.search(rb"(?im)^content-length: (\d+)\r?$", head)
    assert length, head
    assert len(body) == int(length.group(1))
    return body


class Screen:
    """The search screen as a browser has it open."""

    def __init__(self, socket_of_it: ClientConnection) -> None:
        self.socket = socket_of_it

    def begin(self) -> None:
        """Ask for the whole screen."""
        message = BackMsg()
        message.rerun_script.query_string = ""
        self.socket.send(message.SerializeToString())

    def shows(self) -> str:
        """All that the screen is made of, once it is complete."""
        self.begin()
        parts: list[ForwardMsg] = []
        while not parts or parts[-1].WhichOneof("type") != "script_finished":
            message = self.socket.recv(timeout=PATIENCE_S)
            assert isinstance(message, bytes)
            parts.append(ForwardMsg.FromString(message))
        return "\n".join(map(str, parts))


@contextmanager
def screen_of(server: Server) -> Iterator[Screen]:
    """A screen, open for as long as the `with` lasts."""
    address = f"ws://localhost:{server.port}/_stcore/stream"
    limits = {"open_timeout": PATIENCE_S, "close_timeout": 1}
    with connect(address, subprotocols=["streamlit"], origin=server.url, **limits) as opened:
        yield Screen(opened)


def expect_answers(server: Server) -> None:
    """A light page, a form and a screen are answered as on any other day."""
    asked = body_of(ask(server, get("/licht")))
    assert b'href="tel:112"' in asked
    found = ask(server, post(b"woorden=praten").replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n", 1))
    assert body_of(found).count(b'name="dienst"') == 20
    with screen_of(server) as screen:
        assert "Waarover?" in screen.shows()


def wait_until(true: Callable[[], bool], patience_s: float = PATIENCE_S) -> bool:
    """Whether it becomes true while we are patient."""
    deadline = time.monotonic() + patience_s
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


def clients_held(server: Server) -> set[int]:
    """The ports of the clients to whom the process of the server holds a socket, as Linux knows them."""
    links = [_link(file) for file in Path(f"/proc/{server.pid}/fd").iterdir()]
    own = {link.removeprefix("socket:[").removesuffix("]") for link in links if link.startswith("socket:")}
    lines = [line.split() for file in Path("/proc/net").glob("tcp*") for line in file.read_text().splitlines()]
    return {port for fields in lines if fields[9] in own and (port := _port(fields[2]))}


def _link(file: Path) -> str:
    try:
        return str(file.readlink())
    except FileNotFoundError:
        return ""


def _port(address: str) -> int:
    return int(address.rpartition(":")[2], 16)


def headers_of(answer: bytes) -> dict[str, str]:
    """The headers of the first answer in these bytes, by their name in small letters."""
    lines = answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
