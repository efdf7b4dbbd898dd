"""Requests that no browser sends: each gets an answer of HTTP, none an error of ours or a file of the disk."""

import http.client
import socket

import pytest

from directory.settings import ROOT
from directory.web.headers import ALWAYS, NEVER, NOTHING_CSP
from tests.faults.wire import (
    PATIENCE_S,
    RESET_ON_CLOSE,
    ask,
    body_of,
    client_of,
    clients_held,
    expect_answers,
    get,
    headers_of,
    post,
    rest_of,
    status_of,
    wait_until,
)

SECRETS = [
    (ROOT / "app.py").read_bytes().splitlines()[0],
    (ROOT / ".streamlit" / "config.toml").read_bytes().splitlines()[0],
    b"root:x:0",
]
PATHS = [
    b"/licht/../app.py",
    b"/licht/%2e%2e/app.py",
    b"/licht/..%2fapp.py",
    b"/licht/%252e%252e/app.py",
    b"//licht",
    b"///etc/passwd",
    b"/licht//",
    b"/licht%00",
    b"/licht/%00/../app.py",
    b"/licht%0d%0aX-Y:%201",
    b"/licht\\..\\app.py",
    b"/%5c%5cserver/share",
    b"/licht/%ff%fe",
    b"/licht/%F0%9F%98%AD",
    b"/licht%",
    b"/licht#x",
    b"/licht;x=1",
    b"/licht?" + b"a=1&" * 3000,
    b"/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    b"/.streamlit/config.toml",
    b"/app.py",
    b"/media/../app.py",
    b"/media/%2e%2e/app.py",
    b"/media/..%2f..%2fapp.py",
    b"/media//etc/passwd",
    b"/media/%00",
    b"/static/%2e%2e/%2e%2e/__init__.py",
    b"/static/js/..%2f..%2f..%2f__init__.py",
    b"/assets/x/..%2f..%2fapp.py",
    b"/assets/%2e%2e/app.py",
    b"/basemap/x/../../../app.py",
    b"/basemap/x/%2fetc%2fpasswd",
    b"/component/streamlit_folium.st_folium/%2e%2e/__init__.py",
    b"/" + b"a" * 50_000,
    b"http://example.org/licht",
    b"http://[::1/licht",
    b"file:///etc/passwd",
    b"licht",
    b"*",
]
HEADS = {
    "headers of 100 kB": get("/licht", b"X-Long: " + b"a" * 100_000),
    "six thousand headers": get("/licht", *[b"X-A: aaaaaaaaa"] * 6000),
    "a header without a colon": get("/licht", b"nothing"),
    "a header with a zero": get("/licht", b"X-A: \0"),
    "a length that is less than nothing": post(b"", length=-1),
    "two lengths": get("/licht", b"Content-Length: 1", b"Content-Length: 2"),
    "a length and chunks": get("/licht", b"Content-Length: 3", b"Transfer-Encoding: chunked") + b"0\r\n\r\n",
    "a coding nobody knows": get("/licht", b"Transfer-Encoding: zzz"),
    "an unknown method": get("/licht").replace(b"GET", b"ZOEK"),
    "a method in small letters": get("/licht").replace(b"GET", b"get"),
    "a method that is none": get("/licht").replace(b"GET", b"G(T"),
    "a method of 5 kB": get("/licht").replace(b"GET", b"M" * 5000),
    "a tunnel to elsewhere": get("example.org:443").replace(b"GET", b"CONNECT"),
    "HTTP/1.0": b"GET /licht HTTP/1.0\r\n\r\n",
    "HTTP/0.9": b"GET /licht\r\n\r\n",
    "HTTP/2.0": get("/licht").replace(b"HTTP/1.1", b"HTTP/2.0"),
    "the beginning of HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "the beginning of TLS": b"\x16\x03\x01\x00\xc8\x01" + b"\x01" * 199,
    "no host": b"GET /licht HTTP/1.1\r\nConnection: close\r\n\r\n",
    "two hosts": get("/licht", b"Host: example.org"),
    "an empty host": get("/licht").replace(b"localhost", b""),
    "a host that is no host": get("/licht").replace(b"localhost", b'["><script>'),
    "a host of other bytes": get("/licht").replace(b"localhost", b"\xff\xfe"),
    "a port that is no port": get("/licht").replace(b"localhost", b"localhost:99999999"),
    "another protocol": get("/licht").replace(b"close", b"Upgrade\r\nUpgrade: h2c\r\nConnection: close"),
    "chunks that are none": get("/licht", b"Transfer-Encoding: chunked").replace(b"GET", b"POST") + b"zz\r\n",
    "chunks that end in nonsense": get("/licht", b"Transfer-Encoding: chunked").replace(b"GET", b"POST")
    + b"3\r\nabc\r\nzz\r\n",
}


def is_one_of_ours(answer: bytes) -> bool:
    """An answer of HTTP that is no error of ours, and holds nothing of the disk."""
    return status_of(answer) < 500 and not any(secret in answer for secret in SECRETS)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: ascii(path[:40]))
def test_no_path_leads_to_a_file_or_an_error(server, path):
    assert is_one_of_ours(ask(server, get(path)))


@pytest.mark.parametrize("head", HEADS)
def test_any_head_gets_an_answer(server, head):
    assert is_one_of_ours(ask(server, HEADS[head]))


@pytest.mark.parametrize("head", HEADS)
def test_any_answer_to_any_head_has_the_headers_of_every_answer(server, head):
    answer = ask(server, HEADS[head])
    told = headers_of(answer)
    assert {name: told.get(name.lower()) for name in ALWAYS} == ALWAYS
    assert "default-src 'none'" in told["content-security-policy"]
    assert told["cache-control"] == NEVER
    assert int(told["content-length"]) == len(body_of(answer))


def test_bytes_of_no_alphabet_in_a_path_are_refused_in_plain_words(server):
    answer = ask(server, get("/licht/é"))
    assert (status_of(answer), headers_of(answer)["content-security-policy"]) == (400, NOTHING_CSP)
    assert body_of(answer).decode("ascii").isprintable()


def test_no_answer_names_the_server(server):
    for path in ("/", "/licht", "/elders", "/licht/../x"):
        assert b"uvicorn" not in ask(server, get(path))


def test_requests_in_one_go_are_answered_one_by_one_and_in_their_order(server):
    paths = ["/licht/over", "/licht/altijd", "/elders", "/licht/sporen", "/licht"]
    apart = [ask(server, get(path)).partition(b"\r\n\r\n")[2] for path in paths]
    at_once = b"".join(get(path, close=False) for path in paths[:-1]) + get(paths[-1])
    answers = ask(server, at_once).split(b"HTTP/1.1 ")[1:]
    assert [answer.partition(b"\r\n\r\n")[2] for answer in answers] == apart


def test_a_thousand_requests_on_one_connection(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE_S)
    connection.connect()
    line = connection.sock
    for _ in range(1000):
        connection.request("GET", "/licht/over")
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.read().endswith(b"</html>")
    assert connection.sock is line
    connection.close()


@pytest.mark.parametrize(
    ("request_of_it", "taken"),
    [(get("/licht") * 50, 1000), (get("/"), 100), (get("/licht"), 0), (post(b"woorden=", length=100), 0)],
    ids=["answers it does not want", "a page it does not want", "an answer to come", "a form it does not finish"],
)
def test_who_breaks_off_in_the_middle_leaves_nothing_behind(server, request_of_it, taken):
    clients = [client_of(server, request_of_it, buffer=2048) for _ in range(20)]
    ports = {client.getsockname()[1] for client in clients}
    for client in clients:
        if taken:
            assert client.recv(taken)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET_ON_CLOSE)
        client.close()
    assert wait_until(lambda: not ports & clients_held(server))
    expect_answers(server)


def test_nonsense_after_an_answer_is_the_end_of_it(server):
    client = client_of(
        server, b"POST /elders HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
    )
    assert status_of(client.recv(65536)) == 404
    client.sendall(b"zz\r\n")
    assert rest_of(client) == b""


def test_what_follows_a_form_that_was_not_read_is_answered(server):
    client = client_of(server, post(b"abc", length=6, path="/elders"))
    assert status_of(client.recv(65536)) == 404
    client.sendall(b"def" + get("/licht/over"))
    assert b"</html>" in body_of(rest_of(client))


@pytest.mark.parametrize("size", [60_000, 70_000, 200_000, 1_000_000])
def test_a_long_form_that_comes_at_once_with_its_head_gets_a_page(server, size):
    form = post(b"woorden=" + b"praat " * (size // 6), close=True)
    answer = ask(server, form)
    assert status_of(answer) in (200, 413)
    assert b"</html>" in body_of(answer)


def test_a_head_that_has_no_end_is_refused_however_it_comes(server):
    endless = b"GET /licht HTTP/1.1\r\nX: " + b"a" * 100_000
    assert status_of(ask(server, endless)) == 400
    client = client_of(server, endless[:60_000])
    client.sendall(endless[60_000:])
    assert status_of(rest_of(client)) == 400
