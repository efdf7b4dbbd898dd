"""A correction as edits: the file, the line and what stands there now, as a steward finds them."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from directory.model.correction import Correction, Part
from directory.settings import data_folder
from directory.store.files import read_folder
from directory.store.proposals import Edit, proposal
from directory.store.reading import Reading
from tests.examples import MONDAY_EVENING

ORDERS = ("\x1b[2J", "\x9b31m", "\r", "\n", "\b", "\x07", "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{ZERO WIDTH SPACE}")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_folder(data_folder())


def a_correction(service: str | None, part: Part, **changes: object) -> Correction:
    facts = {"time": MONDAY_EVENING, "service": service, "part": part, "should_be": "anders"}
    return Correction.model_validate(facts | changes)


@pytest.mark.parametrize("part", Part)
def test_of_every_service_each_proposed_line_holds_its_field_and_what_stands_there(reading, part):
    for entry in reading.services:
        edits = proposal(reading, a_correction(entry.record.id, part)).edits
        assert edits
        for edit in edits:
            expect_to_stand_there(edit)


def expect_to_stand_there(edit: Edit) -> None:
    line = Path(edit.file).read_text(encoding="utf-8").splitlines()[edit.line - 1]
    if not edit.present or (edit.field == "street" and "street:" not in line):
        return
    assert f"{edit.field}:" in line, edit
    value = line.partition(":")[2].strip().strip("'\"")
    assert edit.field == "description" or edit.present.startswith(value), edit


def test_a_number_leads_to_every_number_of_the_service(reading):
    (edit,) = proposal(reading, a_correction("awel-hulplijn", Part.NUMBER)).edits
    assert (edit.record, edit.field, edit.present) == ("channel awel-telefoon", "value", "102")


def test_hours_that_nobody_knows_are_shown_as_empty(reading):
    edits = [e for s in reading.services for e in proposal(reading, a_correction(s.record.id, Part.HOURS)).edits]
    assert [e for e in edits if e.field == "hours" and not e.present]


def test_that_it_is_gone_leads_to_the_status_of_its_organisation(reading):
    (edit,) = proposal(reading, a_correction("awel-hulplijn", Part.GONE)).edits
    assert (edit.record, edit.field, edit.present) == ("organisation awel", "status", "active")


@pytest.mark.parametrize("part", Part)
def test_of_every_organisation_too(reading, part):
    for entry in reading.organisations:
        edits = proposal(reading, a_correction(None, part, organisation=entry.record.id)).edits
        assert edits
        for edit in edits:
            expect_to_stand_there(edit)


def test_what_is_said_of_an_organisation_itself_leads_to_its_own_fields(reading):
    (edit,) = proposal(reading, a_correction(None, Part.GONE, organisation="pasop")).edits
    assert (edit.record, edit.field, edit.present) == ("organisation pasop", "status", "merged")


@pytest.mark.parametrize(("service", "organisation"), [("awel-hulplijn", "awel"), (None, None)])
def test_a_correction_is_about_one_thing(service, organisation):
    with pytest.raises(ValidationError):
        a_correction(service, Part.OTHER, organisation=organisation)


def test_a_service_that_is_no_longer_there_is_said(reading):
    proposed = proposal(reading, a_correction("no-longer-there", Part.OTHER))
    assert proposed.edits == ()
    assert proposed.lines(1)[-1].strip() == "It is not in the data."


@pytest.mark.parametrize("order", ORDERS)
def test_nothing_in_it_orders_a_terminal_or_begins_a_line(reading, order):
    sent = a_correction(
        "awel-hulplijn", Part.OTHER, should_be=f"a{order}b", source=f"c{order}d", contact=f"e{order}f"
    )
    for line in proposal(reading, sent).lines(1):
        assert order not in line
        assert "\n" not in line
    assert json.dumps(proposal(reading, sent).as_row())
