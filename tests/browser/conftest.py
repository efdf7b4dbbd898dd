"""The search screen, opened on a phone and on a desktop."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.server import Server

if TYPE_CHECKING:
    from tests.browser.visit import Visit


@pytest.fixture
def phone(open_page: "Callable[..., Visit]", server: Server) -> "Visit":
    """The search screen on a phone."""
    from tests.browser.visit import PHONE

    return open_page(server, PHONE).go()


@pytest.fixture
def desktop(open_page: "Callable[..., Visit]", server: Server) -> "Visit":
    """The search screen on a desktop."""
    return open_page(server).go()
