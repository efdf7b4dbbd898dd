"""A disk that takes nothing any more: the app needs none to answer, and no log."""

import resource

import pytest

from tests.browser.server import Server
from tests.faults.wire import ask, body_of, expect_answers, get, status_of

NOWHERE = {"HOME": "/nowhere", "TMPDIR": "/nowhere"}
FULL = {
    "no file can grow, the log included": {"limits": {resource.RLIMIT_FSIZE: 0}},
    "the log goes to a full device": {"output": "/dev/full"},
}
MULTIPART = (
    b"POST /licht HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: %d\r\n\r\n%s"
)


@pytest.fixture(params=FULL)
def server(request):
    with Server(**FULL[request.param], **NOWHERE) as running:
        yield running


def test_pages_and_screens_are_answered_and_it_stops_as_ever(server):
    expect_answers(server)
    assert status_of(ask(server, b"what is logged\r\n\r\n")) == 400
    body = b'--x\r\nContent-Disposition: form-data; name="woorden"\r\n\r\npraten\r\n--x--\r\n' + b" " * 50_000
    assert b'value="praten"' in body_of(ask(server, MULTIPART % (len(body), body)))
    assert b'href="tel:112"' in body_of(ask(server, get("/licht/altijd")))
    assert server.log == ""
    server.terminate()
    assert server.wait() in (0, -15)
