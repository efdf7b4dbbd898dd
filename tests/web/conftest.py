"""What the tests of the light pages ask for by name."""

import pytest
from starlette.testclient import TestClient

from tests.web.light import MONDAY_EVENING, client


@pytest.fixture
def monday_evening(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is Monday, eight in the evening."""
    monkeypatch.setenv("HULPKAART_NOW", MONDAY_EVENING)


@pytest.fixture(scope="module")
def light() -> TestClient:
    """Who asks for light pages."""
    return client()
