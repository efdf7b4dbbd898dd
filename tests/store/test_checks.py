"""Checking a folder, a part of it or one file, and what must hold for the data we publish."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.store.checks import check_folder
from directory.store.checks.contacts import address_fault
from directory.store.problems import Severity

from .conftest import BROKEN, DATA, TODAY

FIRST = "organisations/luisterlijn.yaml"


def sentences(path: Path, gazetteer) -> list[str]:
    return [str(problem) for problem in check_folder(path, gazetteer, TODAY)]


def test_a_valid_folder_has_no_problem(valid, gazetteer):
    assert sentences(valid, gazetteer) == []


def test_the_organisations_folder_is_checked_against_the_folder_around_it(valid, gazetteer):
    text = (valid / FIRST).read_text(encoding="utf-8").replace("[luisterend-oor]", "[luisteren]")
    (valid / FIRST).write_text(text, encoding="utf-8")
    (told,) = sentences(valid / "organisations", gazetteer)
    assert 'There is no theme "luisteren". Write "luisterend-oor", or another that exists.' in told


def test_one_file_is_checked_against_the_folder_around_it_and_tells_only_its_own_problems(valid, gazetteer):
    text = (valid / FIRST).read_text(encoding="utf-8")
    (valid / "organisations/derde.yaml").write_text("id: derde\n", encoding="utf-8")
    (valid / FIRST).write_text(text.replace("[luisterend-oor]", "[luisteren]"), encoding="utf-8")
    (told,) = sentences(valid / FIRST, gazetteer)
    assert 'There is no theme "luisteren"' in told


def test_a_file_outside_a_data_folder_is_checked_on_its_own(valid, tmp_path, gazetteer):
    alone = tmp_path / "luisterlijn.yaml"
    alone.write_text((valid / FIRST).read_text(encoding="utf-8").replace("+3292", "+329"), encoding="utf-8")
    (told,) = sentences(alone, gazetteer)
    assert "is not a phone number we can dial" in told


def test_a_path_where_nothing_is_says_so(tmp_path, gazetteer):
    (told,) = sentences(tmp_path / "nowhere", gazetteer)
    assert told.endswith("There is nothing at this path. Give the data folder, its organisations folder or one file.")


def test_a_folder_without_organisations_says_so(tmp_path, gazetteer):
    assert any('There is no folder "organisations" in it.' in told for told in sentences(tmp_path, gazetteer))


def test_the_day_decides_what_is_in_the_future(valid, gazetteer):
    problems = check_folder(valid, gazetteer, date(2026, 2, 28))
    assert {problem.what for problem in problems} == {"2026-03 is still to come."}


def test_every_sentence_says_how_to_mend_it_and_is_one_sentence():
    for expected in BROKEN.glob("*/expected.txt"):
        for line in expected.read_text(encoding="utf-8").splitlines():
            told = line.split(": ", 1)[1]
            assert told.endswith(".")
            assert "Input should" not in told


@pytest.mark.parametrize(
    "url",
    [
        "https://awel.be",
        "https://www.zelfmoord1813.be/ik-heb-hulp-nodig?x=1#chat",
        "https://stopitnow.brussels/contact/",
        "https://xn--caf-dma.example",
        "https://café.example/à",
        "https://host.example:8443/x",
    ],
)
def test_a_page_that_can_be_opened_has_no_fault(url):
    assert address_fault(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://",
        "https://host",
        "https://-.be",
        "javascript:alert(1)",
        "//awel.be",
        "https://a b.be",
        "https://[",
        "",
    ],
)
def test_what_is_no_page_has_a_fault(url):
    assert address_fault(url)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    field=st.sampled_from(["+3292000000", "Mo-Fr 09:00-17:00", "9000", "Gent\n", "51.0503", "Vlaanderen", "2026-03"]),
    value=st.text(max_size=20),
)
def test_no_value_makes_a_check_raise(valid, gazetteer, field, value):
    text = (BROKEN / "_valid" / FIRST).read_text(encoding="utf-8")
    folded = "'" + value.replace("'", "''").replace("\n", " ") + "'"
    written = text.replace(f'"{field}"', field).replace(field, folded + ("\n" if field.endswith("\n") else ""))
    (valid / FIRST).write_bytes(written.encode("utf-8", "surrogatepass"))
    check_folder(valid, gazetteer, TODAY)


@pytest.mark.skipif(not (DATA / "organisations").is_dir(), reason="the data is not here")
def test_nothing_in_the_data_we_publish_must_be_mended(gazetteer):
    problems = check_folder(DATA, gazetteer, TODAY)
    assert [str(problem) for problem in problems if problem.severity is Severity.MUST_MEND] == []


def test_checking_never_changes_a_file(tmp_path, gazetteer):
    for example in BROKEN.iterdir():
        if example.is_dir():
            copy = Path(shutil.copytree(example, tmp_path / example.name))
            check_folder(copy, gazetteer, TODAY)
            for file in filter(Path.is_file, example.rglob("*")):
                assert (copy / file.relative_to(example)).read_bytes() == file.read_bytes()


def test_a_word_that_is_typed_for_another_is_read_in_one_way(valid, gazetteer):
    spoken = valid / "vocabulary/spoken.yaml"
    spoken.write_text("- say: niet\n  typed: [ni, nie]\n- say: nieuw\n  typed: [nie]\n", encoding="utf-8")
    (told,) = sentences(valid, gazetteer)
    assert "spoken.yaml line 4, " in told
    assert '"nie" is read as "niet" already' in told
    spoken.write_text("- say: Niet\n  typed: [ni nie]\n", encoding="utf-8")
    faulty = sentences(valid, gazetteer)
    assert [sentence.rpartition("/")[2].split(", ")[0] for sentence in faulty] == [
        "spoken.yaml line 1",
        "spoken.yaml line 2",
    ]
