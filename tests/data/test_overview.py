"""The answer to the study's question 3a, counted in the data that ships with the app."""

from pathlib import Path

import pytest

from directory.finding.overview import Counts, answering, counts, then_and_now
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind
from directory.settings import ROOT
from directory.store.files import read_catalogue
from directory.wording.overview import as_csv

README = (Path(ROOT) / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(Path(ROOT) / "data")[0]


def test_the_counts_are_those_that_the_readme_explains(catalogue: Catalogue) -> None:
    everywhere = tuple(row for row in answering(catalogue) if row.everywhere)
    assert counts(everywhere) == Counts(chat=19, mail=24, both=14, either=29)
    assert "19 (chat), 24 (mail or form), 14 (both) and 29 (either)" in README


def test_the_eight_organisations_of_the_study_answer_as_counted_by_hand(catalogue: Catalogue) -> None:
    rows = [r for r in then_and_now(catalogue) if r.participant.gives_help and r.organisation]
    assert len(rows) == 8
    now = {r.participant.named_as: set(r.channels_now) for r in rows}
    chat = {name for name, kinds in now.items() if Kind.CHAT in kinds}
    mail = {name for name, kinds in now.items() if kinds & {Kind.EMAIL, Kind.WEB_FORM}}
    assert chat == {"Alle JAC's", "Teleonthaal", "Child Focus"}
    assert len(mail) == 3
    assert sum(r.chat_then is True for r in rows) == 4
    assert sum(r.mail_then is True for r in rows) == 1


def test_a_name_of_then_leads_to_who_does_the_work_today(catalogue: Catalogue) -> None:
    today = {r.participant.named_as: r.organisation for r in then_and_now(catalogue)}
    pasop = next(o for name, o in today.items() if name.startswith("PASOP"))
    assert pasop is not None
    assert pasop.name == "Violett"


def test_a_csv_cell_never_begins_like_a_formula() -> None:
    assert "'=1+1" in as_csv([{"a": "=1+1"}])
