"""Many who are connected and say nothing."""

import resource

import pytest

from tests.browser.server import Server
from tests.faults.wire import client_of, clients_held, expect_answers, screen_of, wait_until

MANY = 500
USUAL = 1024
"""So many files and sockets a system allows a process that did not ask for more."""


@pytest.fixture
def server():
    with Server(limits={resource.RLIMIT_NOFILE: USUAL}) as running:
        yield running
        assert "Traceback" not in running.log


def test_five_hundred_who_say_nothing_keep_nobody_waiting_and_leave_nothing_behind(server):
    expect_answers(server)
    assert wait_until(lambda: not clients_held(server))
    with screen_of(server) as screen:
        silent = [client_of(server) for _ in range(MANY)]
        assert wait_until(lambda: len(clients_held(server)) > MANY)
        expect_answers(server)
        assert "Waarover?" in screen.shows()
        for client in silent:
            client.close()
        expect_answers(server)
    assert wait_until(lambda: not clients_held(server))
