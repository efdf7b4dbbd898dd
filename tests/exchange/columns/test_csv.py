"""A table of anybody comes in by a mapping: what we have a place for; the rest is told with its row and column."""

import re
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import Result

from directory.model.channel import Kind
from directory.model.organisation import Organisation
from tests.exchange.columns.made import SMALL, organisations, run, table, written

MAPPING = """\
source: https://gids.example.org
columns:
  Agency: organisation name
  Program: service name
  About: {is: service description, as: html}
  Tel: phone
  Street: street
  Zip: postcode
  City: town
  PhysicalAddressIsPrivate: address hidden
  Open: hours
  Speaks: languages
  Who: ages
  Topics: {is: themes, split: ",", table: {praten: praten}}
"""
ROW = {
    "Agency": "Hulp Gent",
    "Program": "Onthaal",
    "About": "<p>Kom <b>langs</b></p>",
    "Tel": "09 225 12 34",
    "Street": "Veldstraat 12a",
    "Zip": "9000",
    "City": "Gent",
    "PhysicalAddressIsPrivate": "No",
    "Open": "Mon-Fri 9am-5pm",
    "Speaks": "Nederlands, français",
    "Who": "12-25 jaar",
    "Topics": "praten",
}


@pytest.fixture
def bring(tmp_path):
    """Bring rows in and give what the command did; the table, mapping and data are in tmp_path."""

    def done(*rows: dict[str, str], mapping: str = MAPPING, options: tuple[str, ...] = (), **how: str) -> Result:
        file = table(tmp_path / "list.csv", *rows, **how) if rows else tmp_path / "list.csv"
        (tmp_path / "list.yaml").write_text(mapping, encoding="utf-8")
        mapped = ("--mapping", str(tmp_path / "list.yaml"))
        return run("import", "csv", str(file), str(tmp_path / "data"), *mapped, *options)

    return done


def organisation(folder: Path) -> Organisation:
    return organisations(folder / "data")["hulp-gent"]


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("utf-16", "\t"), ("latin-1", ";"), ("cp1252", ",")],
)
def test_a_row_comes_in_whatever_the_letters_and_the_separator(bring, tmp_path, encoding, delimiter):
    done = bring(
        ROW, ROW | {"Program": 'Café, "één"\nmet twee', "Street": "Dok 1"}, encoding=encoding, delimiter=delimiter
    )
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("1 organisations new, 0 changed")
    first, second = organisation(tmp_path).services
    assert second.name == 'Café, "één" met twee'
    assert (first.description.nl, first.languages, first.themes) == ("Kom langs", ("nl", "fr"), ("praten",))
    assert (first.eligibility.min_age, first.eligibility.max_age) == (12, 25)
    assert {c.value: (c.location, c.hours) for c in first.channels} == {
        "https://gids.example.org": ("hulp-gent-gent", "Mo-Fr 09:00-17:00"),
        "+3292251234": ("hulp-gent-gent", None),
    }
    place = organisation(tmp_path).locations[0]
    assert (place.street, place.number, place.postcode, place.confidential) == ("Veldstraat", "12a", "9000", False)


def test_a_dry_run_shows_the_difference_and_writes_nothing(bring, tmp_path):
    done = bring(ROW, options=("--dry-run",))
    assert "+id: hulp-gent\n" in done.stdout
    assert "1 organisations would be new" in done.stdout
    assert not (tmp_path / "data").exists()


def test_a_second_time_brings_what_changed_and_keeps_what_people_edited_here(bring, tmp_path):
    bring(ROW)
    file = tmp_path / "data" / "organisations" / "hulp-gent.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("nl: Kom langs", "nl: Kom gerust langs"), encoding="utf-8"
    )
    done = bring(ROW | {"Tel": "09 225 12 35"})
    assert done.stdout.startswith("0 organisations new, 1 changed")
    (service,) = organisation(tmp_path).services
    assert service.description.nl == "Kom gerust langs"
    assert {c.value for c in service.channels} == {"https://gids.example.org", "+3292251235"}


def test_what_is_not_understood_is_told_with_its_row_and_column(bring, tmp_path):
    row = ROW | {
        "Tel": "bel ons",
        "Open": "soms",
        "Speaks": "Klingon",
        "Who": "jong",
        "Topics": "x",
        "Nota": "intern",
    }
    done = bring(row)
    said = done.stderr.replace(str(tmp_path), "")
    for sentence in (
        "/list.csv line 1, Nota (warning): The mapping does not name this column, and 1 row says something in it. "
        'Say what it is, or put it under "leave out".',
        '/list.csv line 2, service "Onthaal", Speaks (warning): "Klingon" is no language that we know. '
        "Write its name or its code, such as nl.",
        '/list.csv line 2, service "Onthaal", Who (warning): "jong" is no range of ages. '
        "Write it as 12-25, 18+ or under 18.",
        '/list.csv line 2, service "Onthaal", Topics (warning): "x" is not in the table of the mapping. '
        "Add it there; it was left out.",
        "/list.csv line 2, service \"Onthaal\", Open (warning): These hours are words and no times: 'soms'. "
        "Look at the hours, and write them by hand.",
        '/list.csv line 2, service_at_location "Onthaal", Tel (warning): "bel ons" is no number of a telephone. '
        "Write it as +32… or as a short code.",
    ):
        assert sentence in said
    assert organisation(tmp_path).services[0].channels[0].hours_note.nl == "soms"


@pytest.mark.parametrize(
    ("cell", "what"),
    [
        ("02 555 12 1x", 'There is a letter in the number "02 555 12 1x": "x". Write all its digits'),
        ("02/12/2026", '"02/12/2026" is a date and no number of a telephone. Write the number here'),
        ("02 555 12 1", '"02 555 12 1" is not a phone number we can dial: '),
        ("09 225 12 34 of 0473/18.28.3S", "There is a letter in the number"),
    ],
)
def test_a_number_that_may_be_wrong_is_told_with_its_row_and_column_and_not_taken(bring, tmp_path, cell, what):
    done = bring(ROW | {"Tel": cell})
    assert done.exit_code == 1
    assert f'list.csv line 2, service_at_location "Onthaal", Tel: {what}' in done.stderr
    (channel,) = organisation(tmp_path).services[0].channels
    assert channel.value == "https://gids.example.org"


def test_a_number_that_a_newer_list_spoils_stays_what_it_was(bring, tmp_path):
    bring(ROW)
    done = bring(ROW | {"Tel": "09 225 12 3A"})
    assert "There is a letter in the number" in done.stderr
    assert "+3292251234" in {c.value for c in organisation(tmp_path).services[0].channels}


@pytest.mark.parametrize("code", ["102", "112", "1712", "116000"])
def test_a_short_code_comes_in_as_it_is(bring, tmp_path, code):
    done = bring(ROW | {"Tel": code})
    assert done.exit_code == 0
    assert code in {c.value for c in organisation(tmp_path).services[0].channels}


def test_a_broken_row_costs_itself_only(bring, tmp_path):
    more = 'Hulp Gent,Te veel,x,1,2,3,4,5,6,7,8,9,10,11\nHulp Gent,"Niet dicht,x\n,,zonder naam\nHulp Gent,Kort\n'
    done = bring(ROW, more=more)
    assert done.exit_code == 1
    said = done.stderr.replace(str(tmp_path), "")
    assert "/list.csv line 3: It has 14 cells, and there are 12 columns. Put a cell that holds the separator" in said
    assert "/list.csv line 4: This row is not CSV: " in said
    assert "/list.csv line 5: There is no name. Add it; the row was left out." in said
    assert "/list.csv line 6 (warning): It has 2 cells, and there are 12 columns." in said
    assert {service.name for service in organisation(tmp_path).services} == {"Onthaal", "Kort"}


def test_columns_with_the_same_name_are_counted(bring, tmp_path):
    (tmp_path / "list.csv").write_text("Naam,Tel,Tel\nHulp Gent,0800 13 500,0800 13 501\n", encoding="utf-8")
    mapping = "source: https://a.be\ncolumns: {Naam: service name, Tel: phone, Tel (2): phone 2}\n"
    done = bring(mapping=mapping)
    assert '2 columns are called "Tel". They are read as "Tel" and "Tel (2)".' in done.stderr
    assert {c.value for c in organisation(tmp_path).services[0].channels} == {"+3280013500", "+3280013501"}


HIDDEN = [
    ({"PhysicalAddressIsPrivate": "Yes"}, True),
    ({"PhysicalAddressIsPrivate": "wie weet"}, True),
    ({"PhysicalAddressIsPrivate": "", "Program": "Vluchthuis"}, True),
    ({"PhysicalAddressIsPrivate": "", "About": "Emergency shelter"}, True),
    ({"PhysicalAddressIsPrivate": "No", "Program": "Vluchthuis"}, False),
    ({"PhysicalAddressIsPrivate": ""}, False),
]


@pytest.mark.parametrize(("changes", "hidden"), HIDDEN)
def test_nothing_of_a_hidden_address_is_written_or_told(bring, tmp_path, changes, hidden):
    done = bring(ROW | {"Street": "Geheimestraat 7"} | changes)
    assert done.exit_code == (1 if hidden else 0)
    assert ("Geheimestraat" in written(tmp_path / "data")) is not hidden
    if hidden:
        assert "Geheim" not in done.stderr + done.stdout
        assert "PhysicalAddressIsPrivate: A location" in done.stderr
        assert 'line 2, organisation "Hulp Gent"' in done.stderr


def test_a_number_that_is_hidden_and_a_row_that_says_to_keep_it_out_do_not_come_in(bring, tmp_path):
    mapping = MAPPING + "  TelIsPrivate: phone hidden\n  Exclude: keep out\n"
    done = bring(
        ROW | {"TelIsPrivate": "Yes", "Exclude": "No"},
        ROW | {"Program": "Weg", "TelIsPrivate": "", "Exclude": "x"},
        mapping=mapping,
    )
    assert "TelIsPrivate (warning): The number is hidden: it was not brought in." in done.stderr
    assert "It says to keep it out: it was not brought in." in done.stderr
    assert "225" not in written(tmp_path / "data")
    assert [service.name for service in organisation(tmp_path).services] == ["Onthaal"]


def test_a_service_with_several_places_has_a_row_for_each(bring, tmp_path):
    mapping = MAPPING + "  Nr: service id\n"
    bring(
        ROW | {"Nr": "1"},
        ROW | {"Nr": "1", "Street": "Dok 1"},
        ROW | {"Nr": "1", "Program": "Iets anders", "Street": "Kaai 1"},
        mapping=mapping,
    )
    (service,) = organisation(tmp_path).services
    assert [c.location for c in service.channels if c.kind is Kind.APPOINTMENT] == [
        "hulp-gent-gent",
        organisation(tmp_path).locations[1].id,
    ]
    assert {place.street for place in organisation(tmp_path).locations} == {"Veldstraat", "Dok"}


def test_an_id_that_is_there_twice_is_told(bring, tmp_path):
    mapping = MAPPING + "  Nr: service id\n"
    done = bring(ROW | {"Nr": "1"}, ROW | {"Nr": "1", "Program": "Iets anders"}, mapping=mapping)
    assert done.exit_code == 1
    assert 'line 3, service "Iets anders", Nr: The id "1" is there twice, and they differ. ' in done.stderr


def test_what_is_abroad_comes_in_like_a_feed_of_hsds_and_is_told(bring, tmp_path):
    mapping = MAPPING.replace("columns:", "country: US\ncolumns:") + "  State: province or state\n"
    row = ROW | {"City": "Chicago", "Zip": "60601", "State": "IL", "Tel": "(312) 555-0142 ext. 4"}
    done = bring(row, mapping=mapping)
    (place,) = organisation(tmp_path).locations
    assert (place.municipality, place.postcode) == ("Chicago", None)
    assert "+13125550142" in {c.value for c in organisation(tmp_path).services[0].channels}
    for sentence in (
        'Zip (warning): "60601" is no Belgian postcode.',
        'State (warning): There is no place for it here: "IL".',
        '(warning): "US" is not in Belgium.',
        "Tel (warning): The extension 4 of +13125550142 was left out.",
    ):
        assert sentence in done.stderr


WRONG = [
    ("columns:\n  Agency: servce name\n", 2, '"servce name" is nothing that a column can be. Write "service name".'),
    ("columns:\n  Agncy: service name\n", 2, '"list.csv" has no column "Agncy". Write "Agency".'),
    ("columns:\n  Agency: {is: service name, as: fone}\n", 2, '"fone" is no word for "as". Write "phone".'),
    ("columns:\n  City: town\n", 1, "No column is the name of an organisation or a service. Say of one that it is"),
    (
        "columns:\n  Agency: service name\n  Program: service name\n",
        3,
        'Both "Agency" and "Program" are "service name". Keep one, or say that the other is left out.',
    ),
    ("columns:\n  Agency: {is: service name, spilt: x}\n", 2, '"spilt" is not a field of a column. Write "split"'),
    ("columns:\n  Agency: service name\ncountry: XX\n", 3, '"XX" is no country. Write its two letters, such as BE'),
    ("columns:\n  Agency service name\n", 1, "Write a colon and a space between each name and its text, one a line."),
    (
        "columns:\n  Agency: service name\n",
        1,
        'The column "PhysicalAddressIsPrivate" may say that something has to stay hidden, and nobody says what.',
    ),
    (
        "columns:\n  Agency: service name\nleave out: [PhysicalAddressIsPrivate]\n",
        3,
        'Say that it is "address hidden", "phone hidden" or "keep out".',
    ),
]


@pytest.mark.parametrize(("mapping", "line", "sentence"), WRONG)
def test_a_wrong_mapping_is_refused_with_its_line_and_how_to_mend_it(bring, tmp_path, mapping, line, sentence):
    done = bring(ROW, mapping=mapping + "source: https://a.be\n")
    assert done.exit_code == 2
    assert f"list.yaml line {line}" in done.stderr
    assert sentence in done.stderr
    assert not (tmp_path / "data").exists()


def test_a_mapping_that_names_no_page_is_refused_until_source_does(bring):
    mapping = MAPPING.replace("source: https://gids.example.org\n", "")
    done = bring(ROW, mapping=mapping)
    assert (done.exit_code, "Nothing says who says so." in done.stderr) == (2, True)
    assert bring(ROW, mapping=mapping, options=("--source", "https://a.be")).exit_code == 0


def test_a_sign_language_comes_in_by_its_code(bring, tmp_path):
    bring(ROW | {"Speaks": "nl, VGT"})
    assert organisation(tmp_path).services[0].languages == ("nl", "vgt")


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_table_is_called_empty(bring, tmp_path, text):
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    done = bring()
    assert done.exit_code == 2
    assert "list.csv line 1: The file is empty. Give one with the names of its columns" in done.stderr
    assert "The columns are" not in done.stderr


def test_a_table_without_rows_says_so(bring, tmp_path):
    (tmp_path / "list.csv").write_text(",".join(ROW) + "\n", encoding="utf-8")
    assert "list.csv line 1 (warning): There is no row below the names of the columns" in bring().stderr


def test_a_second_organisation_of_one_name_is_told(bring, tmp_path):
    there = tmp_path / "data" / "organisations" / "hulp-gent.yaml"
    bring(ROW)
    (tmp_path / "data" / ".imported" / "list.csv.json").unlink()
    done = bring(ROW | {"Agency": "Hulp  gent"})
    assert 'line 2, organisation "Hulp gent", Agency (warning): There is an organisation' in done.stderr
    assert "already, in hulp-gent.yaml: now there are two." in done.stderr
    assert len([*there.parent.glob("*.yaml")]) == 2
    assert "already" not in bring(ROW | {"Agency": "Hulp  gent"}).stderr


@pytest.mark.parametrize(("options", "said"), [((), "it was made."), (("--dry-run",), "it would be made.")])
def test_a_folder_that_was_not_there_is_told(bring, tmp_path, options, said):
    assert f"There was no folder {tmp_path / 'data'}: {said}" in bring(ROW, options=options).stdout
    (tmp_path / "data").mkdir(exist_ok=True)
    assert "There was no folder" not in bring(ROW | {"Agency": "Een ander"}, options=options).stdout


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_the_end_says_how_much_check_will_ask_to_mend(bring, tmp_path, options):
    copytree(SMALL, tmp_path / "data")
    done = bring(
        ROW | {"Topics": "", "City": "Nergens", "Zip": ""}, ROW | {"Topics": "", "Program": "B"}, options=options
    )
    bring(ROW | {"Topics": "", "City": "Nergens", "Zip": ""}, ROW | {"Topics": "", "Program": "B"})
    (count,) = re.findall(r", (\d+) to mend: python -m directory check", done.stdout)
    checked = run("check", str(tmp_path / "data"))
    assert checked.stdout.splitlines()[-1].startswith(f"{count} to mend, ")
    assert int(count) > 1


def test_the_end_says_nothing_of_check_when_there_is_nothing_to_mend(bring, tmp_path):
    copytree(SMALL, tmp_path / "data")
    mapping = MAPPING.replace("{praten: praten}", "{praten: luisterend-oor}")
    assert "check" not in bring(ROW, mapping=mapping).stdout
    assert run("check", str(tmp_path / "data")).exit_code == 0
