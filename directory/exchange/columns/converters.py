"""The ways to read a cell: each gives what it understood, and says what it did not."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError

from directory.exchange.columns.fields import Reading
from directory.exchange.columns.mapping_file import Column
from directory.exchange.hsds.dialling import dialled
from directory.exchange.hsds.forms import as_uri
from directory.exchange.hsds.texts import without_markup
from directory.model.language import SIGN_LANGUAGES
from directory.store.problems import listed, quoted

YES = ("yes", "y", "true", "t", "1", "x", "ja", "j", "oui", "o", "waar", "vrai", "active", "actief")
NO = ("no", "n", "false", "f", "0", "nee", "neen", "non", "onwaar", "faux", "inactive", "inactief")
ORDERS = {"year-month-day": "%Y-%m-%d", "day/month/year": "%d/%m/%Y", "month/day/year": "%m/%d/%Y"}
"""The orders in which a date can be written, for `written`."""
_BETWEEN_LANGUAGES = re.compile(r"[,;/|\n]| and | en | et ")
_LOCALES = ("en", "nl", "fr")
_IN_BRACKETS = re.compile(r"\s*\(.*?\)")
_AGES = (
    (re.compile(r"(\d{1,3}) ?(?:-|–|to|tot(?: en met)?|t/m|through|à) ?(\d{1,3})"), (1, 2)),
    (
        re.compile(
            r"(?:from |vanaf |ages? )?(\d{1,3}) ?(?:\+|and (?:over|older|up)|or (?:over|older)|en ouder|plus)"
        ),
        (1, 0),
    ),
    (re.compile(r"(?:over|from|vanaf|dès) (\d{1,3})"), (1, 0)),
    (re.compile(r"(?:up to|t/m|tot en met) (\d{1,3})"), (0, 1)),
)
_YOUNGER = re.compile(r"(?:under|below|younger than|tot|onder|jonger dan|moins de) (\d{1,3})")
_ALL_AGES = ("all", "all ages", "any", "any age", "alle leeftijden", "iedereen", "tous")
_YEARS = re.compile(r"\b(years?( old| of age)?|yrs?|jaar|jarigen|ans|age[ds]?|leeftijd)\b\.?:?|:")
_WKT = re.compile(r"point ?\(([-0-9.]+) ([-0-9.]+)\)", re.IGNORECASE)
_PAIR = re.compile(r"\(?\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*\)?")


@dataclass(slots=True)
class Understood:
    """What was read in a cell: its values, and of what was not understood, what is wrong and how to mend it."""

    values: list[str] = field(default_factory=list)
    told: list[tuple[str, str]] = field(default_factory=list)


def understood(text: str, column: Column, reading: Reading, region: str) -> Understood:
    """The values in a cell; `region` is the country of numbers without one, such as BE."""
    found = Understood()
    parts = text.split(column.split) if column.split else [text]
    for part in filter(None, (part.strip() for part in parts)):
        value = _looked_up(part, column, found)
        if value:
            _READ[reading](value, column, region, found)
    return found


def _looked_up(part: str, column: Column, found: Understood) -> str | None:
    """What the table of the mapping makes of a value; without a table the value itself."""
    if not column.table:
        return part
    known = {name.casefold(): other for name, other in column.table.items()}
    if part.casefold() in known:
        return known[part.casefold()]
    if column.otherwise == "keep":
        return part
    found.told.append((f"{quoted(part)} is not in the table of the mapping.", "Add it there; it was left out."))
    return None


def _text(text: str, _column: Column, _region: str, found: Understood) -> None:
    found.values.append(text)


def _html(text: str, _column: Column, _region: str, found: Understood) -> None:
    found.values.append(without_markup(text))


def _yes_or_no(text: str, column: Column, _region: str, found: Understood) -> None:
    said = text.casefold()
    yes, no = ([word.casefold() for word in words] for words in (column.yes, column.no))
    if said in yes or (said in YES and said not in no):
        found.values.append("true")
    elif said in no or said in NO:
        found.values.append("false")
    else:
        mend = "Add the word to `yes` or `no` in the mapping."
        found.told.append((f"{quoted(text)} is neither yes nor no.", mend))


def _web_address(text: str, _column: Column, _region: str, found: Understood) -> None:
    first, *others = text.split()
    first = first.rstrip(",;")
    address = as_uri(first if re.match("https?://", first, re.IGNORECASE) else f"https://{first}")
    if address is None or "." not in first or "@" in first:
        found.told.append((f"{quoted(text)} is no web address.", "Write it whole, from https:// on."))
        return
    found.values.append(address)
    if others:
        found.told.append((f"There is more behind the web address: {quoted(' '.join(others))}.", "Keep one address."))


def _phone(text: str, _column: Column, region: str, found: Understood) -> None:
    read = dialled(text, region)
    # What cannot be dialled goes on as it stands: where channels are made it is refused, as that of any feed.
    found.values += read.numbers or (text,)
    found.told += read.beside


def _ages(text: str, _column: Column, _region: str, found: Understood) -> None:
    """Two values, the youngest and the oldest; "" is not known."""
    said = " ".join(_YEARS.sub(" ", text.casefold()).split())
    if said in _ALL_AGES:
        return
    for form, (youngest, oldest) in _AGES:
        if read := form.fullmatch(said):
            found.values += [read[youngest] if youngest else "", read[oldest] if oldest else ""]
            return
    if read := _YOUNGER.fullmatch(said):
        found.values += ["", str(int(read[1]) - 1)]
        return
    found.told.append((f"{quoted(text)} is no range of ages.", "Write it as 12-25, 18+ or under 18."))


def _date(text: str, column: Column, _region: str, found: Understood) -> None:
    day = re.split("[T ]", text)[0]
    try:
        if column.written:
            read = datetime.strptime(re.sub("[-.]", "/", day), ORDERS[column.written].replace("-", "/")).date()  # noqa: DTZ007
        else:
            read = date.fromisoformat(day)
    except ValueError:
        how = column.written or "year-month-day"
        mend = f"Write it as {how}, or say after `written` how it is: {listed(tuple(ORDERS))}."
        found.told.append((f"{quoted(text)} is no date.", mend))
        return
    found.values.append(read.isoformat())


def _language(text: str, _column: Column, _region: str, found: Understood) -> None:
    codes, strange = codes_of_languages(text)
    found.values += codes
    found.told += strange


def codes_of_languages(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """The codes of the languages in a text, and of each that is not known, what is wrong and how to mend it."""
    codes, strange = [], []
    for part in filter(None, (part.strip(" .") for part in _BETWEEN_LANGUAGES.split(text))):
        name = part.casefold()
        code = _codes().get(name) or _codes().get(_IN_BRACKETS.sub("", name))
        if code:
            codes.append(code)
        else:
            mend = "Write its name or its code, such as nl."
            strange.append((f"{quoted(part)} is no language that we know.", mend))
    return list(dict.fromkeys(codes)), strange


@cache
def _codes() -> dict[str, str]:
    """The code of each language by its name in Dutch, French, English and itself, and by its code."""
    found: dict[str, str] = {code: code for code in SIGN_LANGUAGES}
    named = {locale: {str(code): str(name) for code, name in Locale(locale).languages.items()} for locale in _LOCALES}
    for code in (code for code in named["en"] if len(code) == 2):
        for name in (code, *(names.get(code) for names in named.values()), _own_name(code)):
            if name:
                found.setdefault(name.casefold(), code)
    return found


def _own_name(code: str) -> str | None:
    try:
        return Locale(code).get_language_name()
    except UnknownLocaleError:
        return None


def _point(text: str, column: Column, _region: str, found: Understood) -> None:
    """Two values, latitude and longitude. The cell is never quoted: it may tell where a hidden place is."""
    read = _WKT.search(text)
    lon_first = read is not None or column.order == "lon lat"
    read = read or _PAIR.fullmatch(text.strip())
    if read is None:
        found.told.append(("This is no pair of numbers.", "Write latitude and longitude, as in 51.05, 3.72."))
        return
    found.values += [read[2], read[1]] if lon_first else [read[1], read[2]]


_READ: dict[Reading, Callable[[str, Column, str, Understood], None]] = {
    Reading.TEXT: _text,
    Reading.HTML: _html,
    Reading.YES_OR_NO: _yes_or_no,
    Reading.WEB_ADDRESS: _web_address,
    Reading.PHONE: _phone,
    # The import itself reads them, since the feeds of HSDS have hours in words too.
    Reading.HOURS: _text,
    Reading.AGES: _ages,
    Reading.DATE: _date,
    Reading.LANGUAGE: _language,
    Reading.POINT: _point,
}
