"""Clients that never come to the point hold nobody up, and are let go in the end."""

from collections.abc import Iterator

import pytest

from tests.browser.server import Server
from tests.faults.slow import SLOW, SlowClients
from tests.faults.wire import (
    Screen,
    body_of,
    clients_held,
    expect_answers,
    rest_of,
    screen_of,
    status_of,
    wait_until,
)

OF_EACH = 6
TOLD = ("half a form", "a form that drips", "a form that drips in chunks")


@pytest.fixture(scope="module")
def impatient() -> Iterator[Server]:
    """The app with little patience: see impatient_app.py."""
    with Server("tests/faults/impatient_app.py") as running:
        yield running
        assert "Traceback" not in running.log


@pytest.fixture(scope="module")
def screen(impatient: Server) -> Iterator[Screen]:
    """A screen that was open before anybody hung."""
    with screen_of(impatient) as opened:
        assert "Waarover?" in opened.shows()
        yield opened


@pytest.fixture(scope="module")
def hanging(impatient: Server, screen: Screen) -> Iterator[SlowClients]:
    with SlowClients(impatient, OF_EACH) as clients:
        yield clients


def test_while_fifty_hang_everybody_else_is_answered(impatient, screen, hanging):
    assert wait_until(lambda: len(clients_held(impatient)) > 50)
    assert "Waarover?" in screen.shows()
    expect_answers(impatient)


@pytest.mark.parametrize("kind", SLOW)
def test_each_is_let_go_in_the_end_and_its_socket_with_it(impatient, hanging, kind):
    assert wait_until(lambda: not hanging.ports(kind) & clients_held(impatient))


@pytest.mark.parametrize("kind", TOLD)
def test_who_sends_a_form_too_slowly_is_told_and_reads_whom_to_call(hanging, kind):
    for client in hanging.by_kind[kind]:
        answer = rest_of(client)
        assert status_of(answer) == 408
        assert "Bel 112" in body_of(answer).decode()


def test_a_screen_that_was_open_all_the_time_still_is(screen, hanging):
    assert "Waarover?" in screen.shows()
