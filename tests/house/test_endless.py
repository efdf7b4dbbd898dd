"""A file that has no end is refused wherever one is read once, when the app or a command starts."""

import json

import pytest

from directory import settings
from directory.geography.basemap import read_basemap
from directory.geography.places import Gazetteer
from directory.geography.population import PopulationError, read_young_people
from directory.plain_file import NotPlainError
from directory.wording import messages
from tests.command import run_apart
from tests.endless import NO_END, STRANGE

FILES = {settings.GEO: "places.csv", settings.BASEMAP: "layers.json", settings.POPULATION: "young-people.csv"}
READERS = {"places.csv": Gazetteer.read, "young-people.csv": read_young_people, "layers.json": read_basemap}
ERRORS = (NotPlainError, PopulationError, ValueError)


@pytest.mark.parametrize("put", NO_END)
@pytest.mark.parametrize("name", READERS)
def test_it_is_an_error_of_its_reader(tmp_path, name, put):
    put(tmp_path / name)
    with pytest.raises(ERRORS, match=name):
        READERS[name](tmp_path)


@pytest.mark.parametrize("put", STRANGE)
@pytest.mark.parametrize("setting", FILES, ids=FILES.values())
def test_a_folder_with_something_strange_in_the_place_of_its_file_cannot_be_used(monkeypatch, tmp_path, setting, put):
    put(tmp_path / FILES[setting])
    monkeypatch.setenv(setting.variable, str(tmp_path))
    assert FILES[setting] in settings.faults()[0]
    assert setting.value == setting.default


@pytest.mark.parametrize("put", NO_END)
def test_a_catalogue_of_a_language_is_not_waited_for(tmp_path, put):
    file = tmp_path / "xx" / "LC_MESSAGES" / "messages.po"
    file.parent.mkdir(parents=True)
    put(file)
    with pytest.raises(NotPlainError):
        messages._read(file)


@pytest.mark.parametrize("put", STRANGE)
@pytest.mark.parametrize(("kind", "name"), [("hsds", "services.json"), ("ohana", "services.csv")])
def test_in_a_feed_of_others_it_is_told_and_the_rest_is_read(tmp_path, kind, name, put):
    put(tmp_path / name)
    put(tmp_path / "datapackage.json")
    organisation = {"id": "o1", "name": "Hulp", "description": "Wij helpen."}
    (tmp_path / "organizations.json").write_text(json.dumps(organisation), encoding="utf-8")
    (tmp_path / "organizations.csv").write_text("id,name,description\no1,Hulp,Wij helpen.\n", encoding="utf-8")
    done = run_apart("import", kind, str(tmp_path), str(tmp_path / "data"), "--dry-run")
    assert f"{name} line 1: It is no plain file." in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("put", NO_END)
def test_checking_it_ends(tmp_path, put):
    put(tmp_path / "x.yaml")
    done = run_apart("check", str(tmp_path / "x.yaml"))
    assert done.returncode == 1
    assert "x.yaml line 1: It " in done.stdout
