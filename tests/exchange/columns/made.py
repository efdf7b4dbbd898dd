"""Run an import as the command does, in this process, and look at what it wrote."""

import csv
from pathlib import Path

from click.testing import Result
from typer.testing import CliRunner

from directory.__main__ import app
from directory.model.organisation import Organisation
from directory.settings import ROOT
from directory.store.files import read_catalogue

SMALL = ROOT / "tests" / "broken" / "_valid"


def run(*arguments: str) -> Result:
    moment = {"HULPKAART_NOW": "2026-11-26T10:00", "HULPKAART_DATA": str(SMALL)}
    return CliRunner(env=moment).invoke(app, list(arguments), catch_exceptions=False)


def table(file: Path, *rows: dict[str, str], encoding: str = "utf-8", delimiter: str = ",", more: str = "") -> Path:
    """Write rows as CSV; a column that a row does not name is empty in it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    columns = list(dict.fromkeys(name for row in rows for name in row))
    with file.open("w", encoding=encoding, newline="") as opened:
        writer = csv.DictWriter(opened, columns, restval="", delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
        opened.write(more)
    return file


def organisations(folder: Path) -> dict[str, Organisation]:
    return read_catalogue(folder)[0].organisation


def written(folder: Path) -> str:
    """All that was written into a folder."""
    return "".join(f.read_text(encoding="utf-8") for f in folder.rglob("*") if f.is_file())
