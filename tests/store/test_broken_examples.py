"""Every folder of tests/broken is a data folder with one thing wrong, and the sentences that it earns."""

from datetime import date
from pathlib import Path

import pytest

from directory.store.checks import check_folder

BROKEN = Path(__file__).parent.parent / "broken"
EXAMPLES = sorted(folder.name for folder in BROKEN.iterdir() if folder.is_dir())


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_wrong_is_told_in_these_sentences(example, gazetteer, monkeypatch):
    monkeypatch.chdir(BROKEN)
    problems = check_folder(Path(example), gazetteer, date(2026, 11, 25))
    expected = (BROKEN / example / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert [str(problem) for problem in problems] == expected


@pytest.mark.parametrize("example", [name for name in EXAMPLES if name != "_valid"])
def test_a_broken_example_earns_at_least_one_sentence(example):
    assert (BROKEN / example / "expected.txt").read_text(encoding="utf-8").strip()


def test_no_sentence_repeats_what_a_confidential_location_should_not_have_told():
    told = (BROKEN / "confidential-with-address" / "expected.txt").read_text(encoding="utf-8")
    assert not [secret for secret in ("Kouter", "51.05", "3.72", "Centrum") if secret in told]
