"""What is shipped, written as HSDS once for all tests of a process."""

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from directory.exchange.hsds.export import export_hsds
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.schedule import BRUSSELS
from directory.settings import ROOT
from directory.store.files import read_catalogue

MOMENT = datetime(2026, 11, 26, 10, 0, tzinfo=BRUSSELS)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.read(ROOT / "data" / "geo")


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    return read_catalogue(ROOT / "data")[0]


@pytest.fixture(scope="session")
def exported(shipped: Catalogue, gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("open-data")
    export_hsds(shipped, gazetteer, MOMENT, folder)
    return folder


@pytest.fixture(scope="session")
def specification() -> Path:
    """The files of Open Referral itself, which are under another licence and no part of this project."""
    folder = Path(os.environ.get("HSDS_SPECIFICATION") or ROOT.parent / "shared" / "hsds")
    if not folder.is_dir():
        pytest.skip("no HSDS here: HSDS_SPECIFICATION names no folder and ../shared/hsds is not there")
    return folder


def records(folder: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found
