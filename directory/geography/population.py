"""How many young people live in each municipality, from a file that who runs the site provides."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from directory.plain_file import read_plain

FILE = "young-people.csv"
REFNIS, NUMBER, ABOUT = "refnis", "young_people", "about"
MOST_WORDS = 200
MOST_BYTES = 2_000_000
"""Of the file, which has a row for each of 565 municipalities."""


class PopulationError(ValueError):
    """The file cannot be used; says the file, the row and the field, what is wrong and how to mend it."""


@dataclass(frozen=True, slots=True)
class YoungPeople:
    """Numbers by refnis (Statbel's code, 2025); `about` says who is counted, when and by whom, as the file does."""

    number: dict[str, int]
    about: str = ""


def read_young_people(folder: Path) -> YoungPeople:
    """The numbers of a folder with a young-people.csv, UTF-8, with commas or semicolons.

    Columns: `refnis` (five digits), `young_people` (a whole number) and, if one likes, `about`: whom the numbers
    count, of what date and by whom; it is shown as it stands, once. Other columns are passed over.

    Raises:
        PopulationError: the file cannot be read or is not like that.
    """
    path = folder / FILE
    try:
        text = read_plain(path, MOST_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PopulationError(f"{FILE}: it cannot be read ({type(error).__name__}). Save it as UTF-8.") from error
    lines = text.splitlines()
    separator = ";" if lines and ";" in lines[0] else ","
    rows = csv.DictReader(lines, delimiter=separator)
    for column in (REFNIS, NUMBER):
        if column not in (rows.fieldnames or ()):
            raise PopulationError(f"{FILE} row 1: there is no column {column}. Add it.")
    number: dict[str, int] = {}
    about: dict[str, None] = {}
    for row in rows:
        where = f"{FILE} row {rows.line_num}"
        code = _code(row[REFNIS], where)
        if code in number:
            raise PopulationError(f"{where}, {REFNIS}: {code} is there twice. Keep one row of it.")
        number[code] = _number(row[NUMBER], where)
        about |= dict.fromkeys(filter(None, [(row.get(ABOUT) or "").strip()[:MOST_WORDS]]))
    if not number:
        raise PopulationError(f"{FILE} row 2: there is no row with numbers. Add one for each municipality.")
    return YoungPeople(number, "; ".join(about)[:MOST_WORDS])


def _code(text: str | None, where: str) -> str:
    code = (text or "").strip()
    if not re.fullmatch(r"[1-9]\d{4}", code, re.ASCII):
        raise PopulationError(
            f"{where}, {REFNIS}: {code[:20]!r} is no code of a municipality. Write its five digits."
        )
    return code


def _number(text: str | None, where: str) -> int:
    said = (text or "").strip()
    if not re.fullmatch(r"\d{1,7}", said, re.ASCII):
        raise PopulationError(f"{where}, {NUMBER}: {said[:20]!r} is no number of people. Write it in digits alone.")
    return int(said)
