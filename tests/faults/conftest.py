"""One server for all tests that leave it as it is, and a look at its log after each of them."""

from collections.abc import Iterator

import pytest

from tests.browser.server import Server


@pytest.fixture(scope="session")
def shared_server() -> Iterator[Server]:
    """The app as `streamlit run app.py` gives it, on a Monday evening."""
    with Server() as running:
        yield running


@pytest.fixture
def server(shared_server: Server) -> Iterator[Server]:
    """The same; nothing that a test does to it may end up as a traceback in its log."""
    yield shared_server
    assert "Traceback" not in shared_server.log
