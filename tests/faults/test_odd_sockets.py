"""The socket of the screens, opened from elsewhere or spoken to as no screen does."""

from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.protocol import State
from websockets.sync.client import connect

from directory.web.headers import OF_A_REFUSAL
from tests.faults.wire import (
    PATIENCE_S,
    ask,
    client_of,
    expect_answers,
    get,
    headers_of,
    screen_of,
    status_of,
    wait_until,
)

HANDSHAKE = (
    b"Upgrade: websocket",
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    b"Sec-WebSocket-Version: 13",
)
ELSEWHERE = [
    "http://example.org",
    "https://localhost.example.org",
    "http://127.0.0.1",
    "http://[",
    "null",
    "",
    "javascript:alert(1)",
]


def opening(*lines: bytes) -> bytes:
    return get("/_stcore/stream", *HANDSHAKE, *lines, close=False).replace(
        b"\r\n\r\n", b"\r\nConnection: Upgrade\r\n\r\n"
    )


@pytest.mark.parametrize("origin", ELSEWHERE)
def test_a_page_from_elsewhere_cannot_open_it_and_makes_the_server_ask_nobody(server, origin):
    before = server.log
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://localhost:{server.port}/_stcore/stream", origin=origin, open_timeout=PATIENCE_S).__enter__()
    assert refused.value.response.status_code == 403
    assert server.log == before


@pytest.mark.parametrize("host", [b"[", b"", b"a b", b"\xff", b"localhost:x"])
@pytest.mark.parametrize("scheme", [b"http://", b"http://["])
def test_a_host_that_is_none_is_no_error_of_ours(server, host, scheme):
    request = opening(b"Origin: " + scheme + host).replace(b"Host: localhost", b"Host: " + host)
    with client_of(server, request) as client:
        assert status_of(client.recv(65536)) < 500


@pytest.mark.parametrize("path", [b"/_stcore/stream", b"/elders", b"/licht"])
def test_a_refusal_has_the_headers_of_every_answer(server, path):
    told = ask(server, opening(b"Origin: http://example.org").replace(b"/_stcore/stream", path))
    assert status_of(told) == 403
    assert {name: headers_of(told).get(name.lower()) for name in OF_A_REFUSAL} == OF_A_REFUSAL


def test_a_handshake_without_its_key_is_refused(server):
    told = ask(server, opening().replace(b"Sec-WebSocket-Key", b"X"))
    assert status_of(told) == 400
    assert {name: headers_of(told).get(name.lower()) for name in OF_A_REFUSAL} == OF_A_REFUSAL


@pytest.mark.parametrize("sent", ["text", b"x" * 11_000_000], ids=["a text", "a message of 11 MB"])
def test_what_no_screen_sends_ends_it(server, sent):
    with screen_of(server) as screen:
        with suppress(ConnectionClosed):
            screen.socket.send(sent)
        assert wait_until(lambda: screen.socket.state is State.CLOSED)
    expect_answers(server)
