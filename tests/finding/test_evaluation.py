"""How well questions are answered: our own scenarios, and others where they are."""

from pathlib import Path

import pytest

from directory import settings
from directory.finding.evaluation import Scenario, evaluate
from directory.store import shelf
from tests.examples import MONDAY_EVENING

SCENARIOS = Path(__file__).parent / "scenarios"
OTHERS = settings.ROOT.parent / "shared" / "scenarios.jsonl"
FLOORS = {
    SCENARIOS / "mended.jsonl": (0.88, 0.98),
    SCENARIOS / "tellings.jsonl": (0.83, 0.95),
    SCENARIOS / "more.jsonl": (0.90, 0.98),
    SCENARIOS / "fresh.jsonl": (0.87, 0.98),
    SCENARIOS / "later.jsonl": (0.84, 0.98),
    SCENARIOS / "held.jsonl": (0.82, 0.95),
    SCENARIOS / "newer.jsonl": (0.81, 0.96),
    SCENARIOS / "asked.jsonl": (0.95, 0.97),
    SCENARIOS / "untouched.jsonl": (0.72, 0.94),
    SCENARIOS / "unseen.jsonl": (0.77, 0.91),
    OTHERS: (0.92, 0.98),
}
"""Of each file the least share of which the first, and one of the first three, must be right."""


@pytest.mark.parametrize("file", [f for f in FLOORS if f.exists()], ids=lambda f: f.stem)
def test_people_find_what_they_ask_for(file: Path) -> None:
    scenarios = [Scenario.model_validate_json(line) for line in file.read_text(encoding="utf-8").splitlines()]
    catalogue, gazetteer = shelf.catalogue(settings.data_folder()), shelf.gazetteer(settings.geo_folder())
    done = evaluate(catalogue, gazetteer, scenarios, MONDAY_EVENING)
    first, among_three = FLOORS[file]
    assert done.success_at_1 >= first
    assert done.success_at_3 >= among_three


def test_every_scenario_names_who_exists() -> None:
    catalogue = shelf.catalogue(settings.data_folder())
    known = {*catalogue.organisation, *catalogue.service}
    lines = [line for file in SCENARIOS.glob("*.jsonl") for line in file.read_text(encoding="utf-8").splitlines()]
    scenarios = [Scenario.model_validate_json(line) for line in lines]
    assert not {i for s in scenarios for i in (*s.first, *s.top3)} - known
