"""A list of problems for a person, for a program and for a code-review tool."""

import json
from xml.etree import ElementTree

from directory.store.problems import Problem, Severity, must_be_mended
from directory.store.report import as_json, as_junit, as_sarif, as_text

NUMBER = Problem(
    "data/organisations/awel.yaml",
    41,
    "channel awel-telefoon",
    "value",
    '"0478/12 34 5" is not a phone number we can dial: 9 digits where a Belgian mobile number has 10.',
    "Write it as +32 and the digits, as the source gives it.",
)
DOOR = Problem(
    "data/organisations/awel.yaml", 7, "location awel-x", "role", "It is a door.", "Use it.", Severity.WARNING
)
FILE = Problem("data/organisations/een café.yaml", 1, "", "", "The file is empty.", "Fill it.")


def test_a_problem_is_one_line_that_says_where_what_and_how_to_mend_it():
    assert str(NUMBER) == (
        'data/organisations/awel.yaml line 41, channel awel-telefoon, value: "0478/12 34 5" is not a phone '
        "number we can dial: 9 digits where a Belgian mobile number has 10. "
        "Write it as +32 and the digits, as the source gives it."
    )


def test_a_warning_says_that_it_is_one():
    assert str(DOOR) == "data/organisations/awel.yaml line 7, location awel-x, role (warning): It is a door. Use it."


def test_the_text_begins_with_what_must_be_mended_and_ends_with_the_count():
    assert as_text([DOOR, FILE, NUMBER]).splitlines() == [
        str(NUMBER),
        str(FILE),
        str(DOOR),
        "2 to mend, 1 warning.",
    ]


def test_a_text_without_problems_says_so():
    assert as_text([]) == "No problems found."


def test_the_json_has_every_field_in_the_order_of_the_files():
    told = json.loads(as_json([FILE, NUMBER, DOOR]))
    assert [problem["line"] for problem in told] == [7, 41, 1]
    assert set(told[0]) == {"file", "line", "record", "field", "what", "mend", "severity"}
    assert told[0]["severity"] == "warning"


def test_the_sarif_log_shows_each_problem_on_its_line():
    log = json.loads(as_sarif([FILE, NUMBER, DOOR]))
    assert log["version"] == "2.1.0"
    results = log["runs"][0]["results"]
    assert [result["level"] for result in results] == ["warning", "error", "error"]
    place = results[2]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "data/organisations/een%20caf%C3%A9.yaml"},
        "region": {"startLine": 1},
    }
    assert results[1]["message"]["text"].startswith('channel awel-telefoon, value: "0478/12 34 5" is not')


def test_only_a_warning_keeps_nothing_from_being_published():
    assert must_be_mended((DOOR, NUMBER))
    assert not must_be_mended((DOOR,))


def test_the_junit_report_has_a_case_for_each_problem_and_only_what_must_be_mended_fails():
    report = ElementTree.fromstring(as_junit([FILE, NUMBER, DOOR]))
    assert (report.get("tests"), report.get("failures")) == ("3", "2")
    warning, number, _ = report.iter("testcase")
    assert (number.get("file"), number.get("line")) == (NUMBER.file, "41")
    assert number.get("name") == f"line 41, channel awel-telefoon, value: {NUMBER.what}"
    assert number.find("failure").get("message") == f"{NUMBER.what} {NUMBER.mend}"
    assert warning.find("failure") is None
    assert warning.find("system-out").text == str(DOOR)


def test_a_junit_report_without_problems_has_one_case_that_passes():
    report = ElementTree.fromstring(as_junit([]))
    assert (report.get("tests"), report.get("failures")) == ("1", "0")


def test_signs_that_xml_cannot_hold_are_written_out():
    odd = Problem("a\x00.yaml", 1, "service \x1b[31m", "", "It holds \ufffe.", "Leave it out.")
    assert list(ElementTree.fromstring(as_junit([odd])).iter("failure"))
