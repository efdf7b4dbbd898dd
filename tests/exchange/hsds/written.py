"""Write made-up catalogues as HSDS, and read them back."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.export import export_hsds
from directory.exchange.hsds.importing import Brought, bring_in
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation
from directory.model.schedule import BRUSSELS
from directory.model.vocabulary import Vocabulary
from directory.store.files import read_catalogue

MOMENT = datetime(2026, 11, 26, 10, 0, tzinfo=BRUSSELS)
NOWHERE = Gazetteer([], [], [])


def out(catalogue: Catalogue, folder: Path, moment: datetime = MOMENT) -> Path:
    export_hsds(catalogue, NOWHERE, moment, folder)
    return folder


def brought(
    feed: Path, folder: Path, *, gazetteer: Gazetteer = NOWHERE, vocabulary: Vocabulary | None = None, **how: Any
) -> Brought:
    adoption = Adoption(vocabulary or Vocabulary(), gazetteer, date(2026, 11, 26), **how)
    done = bring_in(feed, folder, adoption)
    done.write()
    return done


def organisations(folder: Path) -> dict[str, Organisation]:
    return read_catalogue(folder)[0].organisation


def only(folder: Path, name: str) -> dict[str, Any]:
    """The one record of a list."""
    (record,) = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    assert isinstance(record, dict)
    return record


def told(record: dict[str, Any]) -> dict[str, list[str]]:
    """The values of its attributes, by link_type."""
    found: dict[str, list[str]] = {}
    for attribute in record["attributes"]:
        found.setdefault(attribute["link_type"], []).append(attribute["value"])
    return found
