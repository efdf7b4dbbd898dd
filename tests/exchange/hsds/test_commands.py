"""The commands, from outside."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from directory.settings import ROOT
from directory.store.files import read_catalogue
from tests import command
from tests.command import Done
from tests.exchange.hsds.conftest import records
from tests.exchange.hsds.written import out

SMALL = ROOT / "tests" / "broken" / "_valid"


@pytest.fixture
def feed(tmp_path):
    return out(read_catalogue(SMALL)[0], tmp_path / "feed")


def run(*arguments: str) -> Done:
    return command.run(*arguments, HULPKAART_NOW="2026-11-26T10:00", HULPKAART_DATA=str(SMALL))


def test_export_writes_the_catalogue_of_the_settings(tmp_path):
    done = run("export", "hsds", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 organisations, 1 services, ")
    assert [service["name"] for service in records(tmp_path / "out", "services")] == ["Een gesprek"]


def test_export_to_where_nothing_can_be_written_says_so(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = run("export", "hsds", str(tmp_path / "file"))
    assert done.returncode == 2
    assert "could not be written" in done.stderr


def test_a_dry_run_shows_the_difference_and_writes_nothing(feed, tmp_path):
    folder = tmp_path / "data"
    done = run("import", "hsds", str(feed), str(folder), "--dry-run")
    assert done.returncode == 0, done.stderr
    assert "+id: luisterlijn\n" in done.stdout
    assert "1 organisations would be new" in done.stdout
    assert not folder.exists()


def test_import_writes_a_file_an_organisation_and_says_how_many(feed, tmp_path):
    done = run("import", "hsds", str(feed), str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "No problems found.\n")
    assert (tmp_path / "organisations" / "luisterlijn.yaml").exists()
    again = run("import", "hsds", str(feed), str(tmp_path))
    assert again.stdout.startswith("0 organisations new, 0 changed")


def test_import_of_what_was_left_out_has_a_status_that_says_so(tmp_path: Path):
    (tmp_path / "feed.json").write_text('{"id": "o1", "name": "A", "description": "b"}', encoding="utf-8")
    done = run("import", "hsds", str(tmp_path / "feed.json"), str(tmp_path / "data"))
    assert done.returncode == 1
    assert "--source" in done.stderr
    done = run("import", "hsds", str(tmp_path / "feed.json"), str(tmp_path / "data"), "--source", "https://a.be")
    assert done.returncode == 0, done.stderr


def test_a_wrong_source_or_state_is_told_in_a_sentence(tmp_path):
    (tmp_path / "feed.json").write_text("[]", encoding="utf-8")
    done = run("import", "hsds", str(tmp_path / "feed.json"), str(tmp_path), "--source", "zomaar")
    assert (done.returncode, "is not a web address" in done.stderr) == (2, True)
    (tmp_path / ".imported").mkdir()
    (tmp_path / ".imported" / "feed.json").write_text("?", encoding="utf-8")
    done = run("import", "hsds", str(tmp_path / "feed.json"), str(tmp_path))
    assert (done.returncode, "is not the state of a feed" in done.stderr) == (2, True)


def test_check_finds_nothing_to_mend_in_our_own_feed(feed):
    done = run("check", str(feed))
    assert (done.returncode, done.stdout) == (0, "No problems found.\n")


def test_check_tells_of_a_feed_what_it_tells_of_our_files(feed):
    services = feed / "services.json"
    text = services.read_text(encoding="utf-8")
    assert '"+3292000000"' in text
    services.write_text(text.replace('"+3292000000"', '"+32920"'), encoding="utf-8")
    done = run("check", str(feed), "--format", "json")
    assert done.returncode == 1
    (problem,) = (told for told in json.loads(done.stdout) if "+32920" in told["what"])
    assert problem["file"] == str(services)
    assert "+32920" in services.read_text(encoding="utf-8").splitlines()[problem["line"] - 1]


def test_check_tells_a_link_of_a_feed_that_leads_nowhere(tmp_path):
    lost = {"id": "6f1c1f0a-3b0e-5c0e-9a44-0f2a3a1f0001", "name": "Chat", "status": "active"}
    file = tmp_path / "feed.json"
    file.write_text(
        json.dumps([lost | {"organization_id": "6f1c1f0a-3b0e-5c0e-9a44-0f2a3a1f0002"}]), encoding="utf-8"
    )
    done = run("check", str(file))
    assert done.returncode == 1
    assert "organization_id" in done.stdout


def test_check_tells_of_tables_the_file_and_line_of_the_row(feed):
    for file in feed.glob("*.json"):
        if file.name != "datapackage.json":
            file.unlink()
    phones = feed / "phones.csv"
    phones.write_text(phones.read_text(encoding="utf-8").replace("+3292000000", "+32920"), encoding="utf-8")
    done = run("check", str(feed), "--format", "json")
    (problem,) = (told for told in json.loads(done.stdout) if "+32920" in told["what"])
    assert problem["file"] == str(phones)
    assert "+32920" in phones.read_text(encoding="utf-8").splitlines()[problem["line"] - 1]


def test_check_gives_ci_a_case_for_each_problem(tmp_path):
    table = tmp_path / "services.csv"
    table.write_text("id,organization_id,name,status\ns1,o9,Chat,active\n", encoding="utf-8")
    done = run("check", str(tmp_path), "--format", "junit")
    assert done.returncode == 1
    report = ElementTree.fromstring(done.stdout)
    (case,) = report.iter("testcase")
    assert (case.get("file"), case.get("line")) == (str(table), "2")
    assert case.find("failure").get("message").startswith('Its organisation "o9" is not there.')


def test_check_of_tables_of_hsds_1_tells_their_rows(tmp_path):
    (tmp_path / "organizations.csv").write_text("id,name,website\n1,Hulp,https://a.be\n", encoding="utf-8")
    (tmp_path / "services.csv").write_text("id,organization_id,name\n1,1,Chat\n", encoding="utf-8")
    (tmp_path / "phones.csv").write_text("id,service_id,number\n1,1,0478 12 34\n", encoding="utf-8")
    (tmp_path / "taxonomy.csv").write_text("taxonomy_id,name\n", encoding="utf-8")
    done = run("check", str(tmp_path))
    assert f"{tmp_path}/phones.csv line 2" in done.stdout
