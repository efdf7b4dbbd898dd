"""What could do harm in a data file is refused with a clear sentence, or read without the harm."""

import re
from pathlib import Path

import pytest

from directory.model.channel import Kind
from directory.store.checks import check_folder
from directory.store.files import read_folder
from directory.store.problems import Problem, Severity
from tests.hostile import ADDRESSES, LINKS, LOOKALIKES, NUMBERS, TEXTS, UNSEEN_TEXTS, as_yaml, write_folder

from .conftest import TODAY

FIRST = "organisations/luisterlijn.yaml"
NUMBER, PAGE = '"+3292000000"', "https://www.luisterlijn.example"
FALSE_FRIENDS = (LOOKALIKES[0], LOOKALIKES[2])
"""Names in which a letter of another alphabet, or a dot that is none, passes for one of ours."""


def told(folder: Path, gazetteer) -> list[Problem]:
    return [p for p in check_folder(folder, gazetteer, TODAY) if p.severity is Severity.MUST_MEND]


def change(folder: Path, old: str, new: str) -> None:
    text = (folder / FIRST).read_text(encoding="utf-8")
    assert old in text
    (folder / FIRST).write_text(text.replace(old, new, 1), encoding="utf-8")


def expect_plain_sentence(problem: Problem) -> None:
    assert str(problem).isprintable()
    assert re.fullmatch(r".+ line \d+(, .+)?: .+\.", str(problem))
    assert "does not fit here" not in problem.what
    assert problem.mend


@pytest.mark.parametrize("link", [*LINKS, *FALSE_FRIENDS], ids=ascii)
@pytest.mark.parametrize("old", [f"website: {PAGE}", f"url: {PAGE}/over-ons"], ids=["website", "source"])
def test_a_link_that_may_not_be_pressed_is_refused(valid, gazetteer, old, link):
    change(valid, old, f"{old.split(':')[0]}: {as_yaml(link)}")
    problem = told(valid, gazetteer)[0]
    assert problem.field.endswith(old.split(":")[0])
    expect_plain_sentence(problem)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        *((kind, link) for link in (*LINKS, *FALSE_FRIENDS) for kind in (Kind.CHAT, Kind.WEB_FORM)),
        *((kind, number) for number in NUMBERS for kind in (Kind.PHONE, Kind.SMS, Kind.WHATSAPP, Kind.WALK_IN)),
        *((kind, address) for address in ADDRESSES for kind in (Kind.EMAIL, Kind.APPOINTMENT)),
    ],
    ids=ascii,
)
def test_a_value_that_may_not_be_pressed_is_refused(valid, gazetteer, kind, value):
    change(valid, "kind: phone", f"kind: {kind}")
    change(valid, NUMBER, as_yaml(value))
    problem = told(valid, gazetteer)[0]
    assert (problem.record, problem.field) == ("channel luisterlijn-telefoon", "value")
    expect_plain_sentence(problem)


@pytest.mark.parametrize("text", UNSEEN_TEXTS.values(), ids=UNSEEN_TEXTS)
def test_a_sign_that_nobody_sees_is_told_with_its_line_and_read_without(valid, gazetteer, text):
    change(valid, "name: Een gesprek", f"name: {as_yaml(text)}")
    (problem,) = told(valid, gazetteer)
    assert (problem.line, problem.field) == (13, "name")
    assert "which nobody sees; it is read without." in problem.what
    expect_plain_sentence(problem)
    (entry,) = read_folder(valid).organisations
    assert entry.record.services[0].name.isprintable()


def test_a_sign_for_a_terminal_in_the_file_itself_is_told_with_its_line(valid, gazetteer):
    change(valid, "name: Een gesprek", "name: Een \x1b[31mgesprek")
    (problem,) = told(valid, gazetteer)
    assert problem.line == 13
    expect_plain_sentence(problem)


def test_a_name_of_a_field_or_a_file_gives_no_order_to_a_terminal(valid, gazetteer):
    change(valid, "name: Luisterlijn\n", 'name: Luisterlijn\n"\\e[31m": rood\n')
    (valid / "organisations" / "\x1b[31m\nrood.txt").write_text("x", encoding="utf-8")
    sentences = [str(problem) for problem in check_folder(valid, gazetteer, TODAY)]
    assert len(sentences) == 2
    assert all(sentence.isprintable() and "\\u001b[31m" in sentence for sentence in sentences)


def test_every_hostile_text_is_a_text_like_any_other(tmp_path):
    write_folder(tmp_path)
    reading = read_folder(tmp_path)
    assert reading.problems == ()
    assert len(reading.catalogue.services) == len(reading.themes) == len(TEXTS)
    assert reading.study is not None
