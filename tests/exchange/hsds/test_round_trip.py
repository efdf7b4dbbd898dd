"""Out and in again: nothing that may leave is lost."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from directory.exchange.hsds.withheld import what_leaves, withheld
from directory.model.catalogue import Catalogue
from directory.settings import ROOT
from directory.store.files import read_folder
from directory.store.withholding import usable
from tests.exchange.hsds.made import catalogues
from tests.exchange.hsds.written import brought, organisations, out


def tables_of(folder: Path, into: Path) -> Path:
    into.mkdir()
    for file in folder.iterdir():
        if file.suffix == ".csv" or file.name == "datapackage.json":
            shutil.copy(file, into)
    return into


@pytest.fixture(params=["json", "tables"])
def feed(request, exported, tmp_path):
    return exported if request.param == "json" else tables_of(exported, tmp_path / "tables")


def test_what_is_shipped_comes_back_the_same(feed, shipped, tmp_path):
    done = brought(feed, tmp_path / "data")
    assert done.problems == []
    found = organisations(tmp_path / "data")
    expected = {o.id: o for o in what_leaves(shipped.organisations, withheld(shipped))}
    assert found == expected
    assert len(found) > 100


def test_a_second_time_changes_nothing(exported, tmp_path):
    brought(exported, tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    again = brought(exported, tmp_path)
    assert (again.files, again.state, again.problems) == ({}, None, [])
    assert before == {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}


def test_into_the_data_it_came_from_it_changes_nothing_and_keeps_what_may_not_leave(exported, shipped, tmp_path):
    folder = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    done = brought(exported, folder, vocabulary=shipped.vocabulary)
    assert done.files == {}
    assert organisations(folder) == shipped.organisation


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues)
def test_any_catalogue_comes_back_as_what_may_leave_of_it(catalogue: Catalogue) -> None:
    expected = what_leaves(catalogue.organisations, withheld(catalogue))
    with TemporaryDirectory() as folder:
        feed = out(catalogue, Path(folder) / "feed")
        for number, form in enumerate((feed, tables_of(feed, Path(folder) / "tables"))):
            done = brought(form, Path(folder) / f"data-{number}")
            assert done.problems == []
            read = read_folder(Path(folder) / f"data-{number}")
            found = tuple(entry.record for entry in read.organisations)
            assert found == expected


def test_what_is_used_and_what_leaves_agree_on_what_is_hidden(shipped):
    hidden = set(withheld(shipped))
    assert hidden
    assert hidden == {p.id for o in usable(shipped.organisations) for p in o.locations if p.confidential}
