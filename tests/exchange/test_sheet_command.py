"""The command that writes what is handed over, from outside."""

from pathlib import Path

import pytest
import vobject

from directory.settings import ROOT
from tests.command import run
from tests.exchange import paper
from tests.exchange.test_table import read_csv


def test_one_command_writes_a_sheet_contacts_and_both_tables(tmp_path: Path) -> None:
    files = {name: tmp_path / f"x.{name}" for name in ("pdf", "vcf", "xlsx", "csv")}
    done = run(
        "sheet",
        *("awel-hulplijn", "1712-lijn", "--at", "2026-11-23T20:00", "--form"),
        *("--out", str(files["pdf"]), "--vcard", str(files["vcf"])),
        *("--xlsx", str(files["xlsx"]), "--csv", str(files["csv"])),
    )
    assert done.returncode == 0, done.stderr
    text = paper.text(files["pdf"].read_bytes())
    assert "1. Awel" in text
    assert "Opgezocht op 23 november 2026, 20 u" in text
    assert "Doorverwijzing" in text
    assert len(list(vobject.readComponents(files["vcf"].read_text(encoding="utf-8")))) == 2
    assert [row["Dienst"] for row in read_csv(files["csv"].read_text(encoding="utf-8"))] == ["Awel", "1712"]
    assert files["xlsx"].read_bytes().startswith(b"PK")


def test_a_card_for_a_client_in_french(tmp_path: Path) -> None:
    file = tmp_path / "adressen.pdf"
    assert run("sheet", "awel-hulplijn", "--neutral", "--language", "fr", "--out", str(file)).returncode == 0
    assert "Adresses" in paper.text(file.read_bytes())
    assert "Awel" not in paper.text(file.read_bytes())


def test_of_many_doors_the_nearest_to_a_place_is_on_the_sheet(tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    assert run("sheet", "jac-oost-brabant", "--place", "Tienen", "--out", str(file)).returncode == 0
    assert "Hennemarkt" in paper.text(file.read_bytes()).split("Andere plekken")[0]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("awel-hulplin", "--out", "x.pdf"), "no service 'awel-hulplin'. Near it: awel-hulplijn"),
        (("awel-hulplijn", "--out", "nowhere/x.pdf"), "could not be written"),
        (("awel-hulplijn",), "say where to write it"),
        (("awel-hulplijn", "--neutral", "--csv", "x.csv"), "a table is for the worker"),
        (("awel-hulplijn", "--neutral", "--form", "--out", "x.pdf"), "the form is for the worker"),
        (("awel-hulplijn", "--language", "de", "--out", "x.pdf"), "'--language'"),
    ],
)
def test_a_wrong_wish_says_what_is_wrong_and_writes_nothing(arguments: tuple[str, ...], said: str) -> None:
    done = run("sheet", *arguments)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert not (Path(ROOT) / "x.pdf").exists()


def test_more_than_twenty_are_refused() -> None:
    from tests.exchange.handed import real_catalogue

    done = run("sheet", *list(real_catalogue().service)[:21], "--out", "x.pdf")
    assert done.returncode == 2
    assert "at most 20" in done.stderr
