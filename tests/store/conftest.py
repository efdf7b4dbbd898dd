"""The days, places and folders that the tests of the store share."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from directory.geography.places import Gazetteer

BROKEN = Path(__file__).parent.parent / "broken"
DATA = Path(__file__).parent.parent.parent / "data"
TODAY = date(2026, 11, 25)
FIRST = "organisations/luisterlijn.yaml"
"""The one organisation of the valid example."""


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.read(DATA / "geo")


@pytest.fixture
def valid(tmp_path: Path) -> Path:
    """A small data folder in which nothing is wrong, to be broken by a test."""
    return Path(shutil.copytree(BROKEN / "_valid", tmp_path / "data"))
