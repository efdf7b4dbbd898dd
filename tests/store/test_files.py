"""Reading a data folder."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.store.document import read_document
from directory.store.files import read_catalogue, read_organisation
from tests.endless import NO_END
from tests.store.conftest import FIRST

SECOND = "organisations/tweede.yaml"
NOBODY = 65534
"""The user that has no rights, on Linux."""


def text_of_a_second_organisation(valid: Path) -> str:
    return (valid / FIRST).read_text(encoding="utf-8").replace("luisterlijn", "tweede")


def test_a_valid_folder_is_read_without_a_problem(valid):
    catalogue, problems = read_catalogue(valid)
    assert problems == ()
    assert [service.id for service in catalogue.services] == ["luisterlijn-gesprek"]
    assert catalogue.study is not None
    assert catalogue.vocabulary.theme("luisterend-oor") is not None


def test_a_broken_file_costs_only_its_own_organisation(valid):
    (valid / SECOND).write_text("id: tweede\nname: [", encoding="utf-8")
    catalogue, problems = read_catalogue(valid)
    assert list(catalogue.organisation) == ["luisterlijn"]
    assert {Path(problem.file).name for problem in problems} == {"tweede.yaml"}


def test_a_broken_term_costs_only_that_term(valid):
    with (valid / "vocabulary/themes.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: geld\n")
    catalogue, problems = read_catalogue(valid)
    assert [theme.id for theme in catalogue.vocabulary.themes] == ["luisterend-oor"]
    assert [problem.record for problem in problems] == ["theme geld"]


def test_reading_twice_gives_the_same_and_changes_nothing(valid):
    (valid / SECOND).write_text("id: x\n", encoding="utf-8")
    before = {file: file.read_bytes() for file in valid.rglob("*") if file.is_file()}
    first, first_problems = read_catalogue(valid)
    second, second_problems = read_catalogue(valid)
    assert (first.organisations, first.vocabulary, first.study) == (
        second.organisations,
        second.vocabulary,
        second.study,
    )
    assert first_problems == second_problems
    assert before == {file: file.read_bytes() for file in valid.rglob("*") if file.is_file()}


@pytest.mark.parametrize("written", ["102", "0800", "1_000", "010", "12:30", "no", "2026-03-01", "true", "1e3"])
def test_a_value_is_read_as_the_steward_wrote_it(tmp_path, written):
    file = tmp_path / "x.yaml"
    file.write_text(f"value: {written}\n", encoding="utf-8")
    document, problems = read_document(file, "organisation")
    assert (document.values, problems) == ({"value": written}, ())


@pytest.mark.parametrize("written", ["", "~", "null"])
def test_an_empty_value_is_not_known(tmp_path, written):
    file = tmp_path / "x.yaml"
    file.write_text(f"hours: {written}\n", encoding="utf-8")
    assert read_document(file, "organisation")[0].values == {"hours": None}


def test_an_address_inside_brackets_needs_no_quotation_marks(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_text("pages: [https://awel.be, https://www.1712.be/nl]\n", encoding="utf-8")
    assert read_document(file, "x")[0].values == {"pages": ["https://awel.be", "https://www.1712.be/nl"]}


@contextmanager
def nobody_special() -> Iterator[None]:
    """For as long as the `with` lasts we are no root, who may read everything."""
    was = os.geteuid()
    os.seteuid(NOBODY if was == 0 else was)
    try:
        yield
    finally:
        os.seteuid(was)


def test_a_file_that_may_not_be_opened_is_a_problem(valid):
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        folder = Path(shutil.copytree(valid, Path(name) / "data"))
        assert read_catalogue(folder)[1] == ()
        (folder / FIRST).chmod(0)
        with nobody_special():
            catalogue, (problem, *_) = read_catalogue(folder)
    assert (catalogue.organisations, problem.file) == ((), str(folder / FIRST))
    assert problem.what == "The file cannot be opened: Permission denied."


def test_a_folder_in_the_place_of_a_file_is_a_problem(valid):
    (valid / SECOND).mkdir()
    assert "cannot be opened" in read_catalogue(valid)[1][0].what


@pytest.mark.parametrize("put", NO_END)
@pytest.mark.parametrize(
    "name", [SECOND, FIRST, "vocabulary/themes.yaml", "vocabulary/wishes.yaml", "study-2008.yaml"]
)
def test_what_never_ends_is_a_problem_of_that_one_file(valid, put, name):
    (valid / name).unlink(missing_ok=True)
    put(valid / name)
    (problem,) = read_catalogue(valid)[1]
    assert problem.file == str(valid / name)
    assert re.fullmatch(r"It (is no plain file|has more than 2000000 bytes)\.", problem.what)
    assert problem.mend


def test_a_link_to_a_plain_file_is_read(valid):
    (valid / FIRST).rename(valid / "elsewhere")
    (valid / FIRST).symlink_to(valid / "elsewhere")
    catalogue, problems = read_catalogue(valid)
    assert (len(catalogue.organisations), problems) == (1, ())


def test_a_bomb_of_aliases_is_refused_before_it_grows(tmp_path):
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    names = "abcdefghij"
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    file = tmp_path / "x.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    entry, problems = read_organisation(file)
    assert entry is None
    assert len(problems) < 100


def test_lists_that_lie_too_deep_in_each_other_are_a_problem(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_text("[" * 1500, encoding="utf-8")
    assert read_organisation(file)[0] is None


quietly = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quietly
@given(content=st.binary(max_size=200))
def test_no_bytes_make_the_reader_raise(tmp_path, content):
    file = tmp_path / "x.yaml"
    file.write_bytes(content)
    entry, problems = read_organisation(file)
    assert entry or problems


yaml_like = st.text(alphabet=st.sampled_from("ab:-#&*!|>%@`{}[],?'\"\\\t\n 019~."), max_size=60)


@quietly
@given(content=yaml_like)
def test_no_text_makes_the_reader_raise(tmp_path, content):
    file = tmp_path / "x.yaml"
    file.write_text(content, encoding="utf-8")
    entry, problems = read_organisation(file)
    assert entry or problems


@quietly
@given(data=st.data(), replacement=st.one_of(yaml_like, st.text(max_size=20)))
def test_no_change_to_a_valid_file_makes_the_reader_raise(valid, data, replacement):
    file = valid / FIRST
    text = (Path(__file__).parent.parent / "broken/_valid" / FIRST).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    file.write_bytes((text[:start] + replacement + text[end:]).encode("utf-8", "surrogatepass"))
    entry, problems = read_organisation(file)
    assert entry or problems
