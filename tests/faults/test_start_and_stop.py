"""Started, the server says where it is; told to stop, it finishes what it is answering and ends whoever hangs on."""

import re
import signal

import pytest

from tests.browser.server import Server
from tests.faults.slow import SlowClients
from tests.faults.wire import (
    ask,
    body_of,
    client_of,
    expect_answers,
    get,
    post,
    rest_of,
    screen_of,
    status_of,
    wait_until,
)

SCRIPT = re.compile(r"/static/js/[^\"]+\.js")
ENDED = (0, -signal.SIGTERM)


@pytest.fixture
def server():
    with Server() as running:
        yield running
        assert "Traceback" not in running.log


def refuses(server: Server) -> bool:
    try:
        client_of(server).close()
    except ConnectionRefusedError:
        return True
    return False


def test_who_starts_it_reads_where_it_is(shared_server):
    assert f" {shared_server.url}\n" in shared_server.log


def test_what_is_under_way_is_answered_whole_and_nothing_new_is_taken(server):
    expect_answers(server)
    script = SCRIPT.search(body_of(ask(server, get("/"))).decode()).group()
    form = client_of(server, post(b"woorden=", length=14))
    download = client_of(server, get(script), buffer=2048)
    begun = download.recv(1000)
    server.terminate()
    assert wait_until(lambda: refuses(server))
    form.sendall(b"praten")
    found = rest_of(form)
    assert status_of(found) == 200
    assert b"</html>" in body_of(found)
    assert len(body_of(begun + rest_of(download))) > 100_000
    assert server.wait() in ENDED


def test_it_stops_in_the_middle_of_a_screen_and_while_slow_clients_hang(server):
    expect_answers(server)
    with screen_of(server) as quiet, screen_of(server) as busy, SlowClients(server, 2):
        assert "Waarover?" in quiet.shows()
        busy.begin()
        server.terminate()
        assert wait_until(lambda: refuses(server))
        assert server.wait() in ENDED
