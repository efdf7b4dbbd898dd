"""The tables of HSDS 1 and of the Ohana API: which file is which, and their rows by the names that HSDS 3 has."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from directory.exchange.columns.converters import codes_of_languages
from directory.exchange.hsds.hours_in_words import span_of_words
from directory.exchange.hsds.mapping import Placed, Plain
from directory.exchange.hsds.tabular import read_description
from directory.exchange.hsds.texts import files_in
from directory.exchange.hsds.weekly import DAYS
from directory.exchange.rows import Rows, read_rows
from directory.store.problems import Problem, Severity, quoted

FILES = {
    "organization": ("organizations", "organization", "organisations"),
    "program": ("programs", "program"),
    "service": ("services", "service"),
    "location": ("locations", "location"),
    "service_at_location": (
        *("services_at_location", "services_at_locations", "service_at_location", "service_at_locations"),
        *("service_location", "service_locations"),
    ),
    "contact": ("contacts", "contact"),
    "phone": ("phones", "phone"),
    "address": ("addresses", "address", "physical_addresses", "physical_address"),
    "postal_address": ("mail_addresses", "postal_addresses", "postal_address"),
    "schedule": ("regular_schedules", "regular_schedule", "schedules", "schedule"),
    "holiday_schedule": ("holiday_schedules", "holiday_schedule"),
    "language": ("languages", "language"),
    "accessibility": ("accessibility_for_disabilities", "accessibility"),
    "service_area": ("service_areas", "service_area"),
    "service_taxonomy": ("service_taxonomy", "service_taxonomies", "services_taxonomies"),
    "taxonomy": ("taxonomy", "taxonomies"),
    "eligibility": ("eligibility", "eligibilities"),
    "funding": ("funding", "fundings"),
    "payment_accepted": ("payment_accepted", "payments_accepted"),
    "required_document": ("required_documents", "required_document"),
    "interpretation_service": ("interpretation_services",),
    "metadata": ("metadata", "meta_table_description"),
}
"""The names that each table goes by, as a file without `.csv` or as a resource of datapackage.json."""
LINKED = ("organization", "program", "service", "location", "service_at_location", "contact")
_LISTED = re.compile(r"\s*[,;|]\s*")
_YEAR = re.compile(r"\b(1[6-9]|20)\d\d\b")
_NO = ("", "false", "no", "0", "f", "n")
_WEEKDAYS = {name: day for day, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_ABOUT_PEOPLE = ("admin_emails", "attention")

Tables = dict[str, list[Placed]]


def table_of(name: str) -> str | None:
    """The table that goes by this name, None when none does."""
    return next((table for table, names in FILES.items() if name.lower() in names), None)


def read_tables(path: Path, problems: list[Problem]) -> Tables:
    """Every table in a folder, or the one in a file, with the ids and names that the rest goes by."""
    found: Tables = {}
    for table, file, separator in _files(path, problems):
        rows = read_rows(file, separator)
        problems += rows.problems
        found.setdefault(table, []).extend(_records(table, rows, problems))
    return found


def _files(path: Path, problems: list[Problem]) -> Iterator[tuple[str, Path, str | None]]:
    """Each table with its file and its separator, as far as datapackage.json tells it."""
    if path.is_file():
        table = table_of(path.stem)
        if table:
            yield table, path, None
        return
    described = dict(_described(path))
    for file in files_in(path, "*.csv", problems):
        name, separator = described.get(file.name, ("", None))
        table = table_of(name) or table_of(file.stem)
        if table:
            yield table, file, separator
        else:
            what, mend = "This is no table of HSDS 1: it was not read.", "Bring it in by a mapping, when it matters."
            problems.append(Problem(str(file), 1, "", "", what, mend, Severity.WARNING))


def _described(folder: Path) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """The name and separator of each file that datapackage.json tells of."""
    try:
        resources = read_description(folder)["resources"]
        for resource in resources:
            dialect = resource.get("dialect")
            separator = dialect.get("delimiter") if isinstance(dialect, dict) else None
            yield Path(resource["path"]).name, (str(resource["name"]), separator if separator else None)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return


def _records(table: str, rows: Rows, problems: list[Problem]) -> Iterator[Placed]:
    for row in rows.rows:
        record: Plain = {name.lower().strip().replace(" ", "_"): text for name, text in row.cells.items()}
        for link in LINKED:
            # Their ids are numbers that each table begins anew.
            if record.get(f"{link}_id"):
                record[f"{link}_id"] = f"{link}/{record[f'{link}_id']}"
        if record.get("id"):
            record["id"] = f"{table}/{record['id']}"
        placed = Placed(record, rows.file, row.line)
        for name in _ABOUT_PEOPLE:
            if placed.pop(name, None):
                what, mend = "Who works there is not for a directory: it was not taken over.", "Nothing."
                problems.append(Problem(rows.file, row.line, table, name, what, mend, Severity.WARNING))
        for problem in _SHAPES.get(table, _as_it_is)(placed):
            problems.append(Problem(rows.file, row.line, table, *problem, Severity.WARNING))
        yield placed


Told = Iterator[tuple[str, str, str]]
"""A field, what is wrong with it and how to mend it."""


def _as_it_is(_record: Placed) -> Told:
    return iter(())


def _organization(record: Placed) -> Told:
    _rename(record, url="website")
    since = record.pop("date_incorporated", None)
    if since and (year := _YEAR.search(str(since))):
        record.setdefault("year_incorporated", year[0])
    elif since:
        yield "date_incorporated", f"{quoted(since)} has no year.", "Write the year with four digits."


def _service(record: Placed) -> Told:
    _rename(record, website="url", short_desc="description", how_to_apply="application_process")
    record.setdefault("status", "active")
    terms = _listed(record.pop("taxonomy_ids", record.pop("taxonomy_id", "")))
    record["taxonomy_ids"] = terms
    record["service_areas"] = [{"name": name} for name in _listed(record.pop("service_areas", ""))]
    yield from _languages(record, "languages")


def _location(record: Placed) -> Told:
    _rename(record, website="url", short_desc="description")
    virtual = str(record.pop("virtual", "")).lower() not in _NO
    record["location_type"] = "virtual" if virtual else "physical"
    record["accessibility"] = [{"description": words} for words in _listed(record.pop("accessibility", ""))]
    yield from _languages(record, "languages")


def _phone(record: Placed) -> Told:
    _rename(record, number_type="type")
    prefix, number = str(record.pop("country_prefix", "")).strip("+ "), str(record.get("number", ""))
    if prefix and not number.startswith("+"):
        record["number"] = f"+{prefix} {number}"
    said = [str(record.pop(name)) for name in ("department", "vanity_number") if record.get(name)]
    if said:
        record["description"] = "; ".join([*said, *([record["description"]] if record.get("description") else [])])
    return iter(())


def _postal_address(record: Placed) -> Told:
    record["address_type"] = "postal"
    return iter(())


def _language(record: Placed) -> Told:
    codes, strange = codes_of_languages(str(record.pop("language", record.get("name", ""))))
    if codes:
        record["code"] = codes[0]
    yield from ((("language", what, mend)) for what, mend in strange)


def _schedule(record: Placed) -> Told:
    """A day of the week with its times; what is no time stays as words."""
    day = _WEEKDAYS.get(str(record.get("weekday", "")).strip().lower()[:3])
    number = str(record.get("weekday", ""))
    if day is None and number in ("1", "2", "3", "4", "5", "6", "7"):
        day = int(number) - 1
    words = str(record.pop("original_text", "") or record.get("description", ""))
    span = span_of_words(str(record.get("opens_at", "")), str(record.get("closes_at", "")))
    if "weekday" not in record:
        return iter(())
    if day is not None and span:
        record.pop("weekday")
        record.update({"byday": DAYS[day], "opens_at": span[0], "closes_at": span[1]})
        return iter(())
    said = " ".join(str(record.pop(name)) for name in ("weekday", "opens_at", "closes_at") if record.get(name))
    record["description"] = words or said
    return iter(())


def _accessibility(record: Placed) -> Told:
    _rename(record, accessibility="description")
    return iter(())


def _service_area(record: Placed) -> Told:
    _rename(record, service_area="name")
    return iter(())


_SHAPES: dict[str, Callable[[Placed], Told]] = {
    "organization": _organization,
    "service": _service,
    "location": _location,
    "phone": _phone,
    "postal_address": _postal_address,
    "language": _language,
    "schedule": _schedule,
    "accessibility": _accessibility,
    "service_area": _service_area,
}


def _languages(record: Placed, name: str) -> Told:
    codes, strange = codes_of_languages(str(record.pop(name, "")))
    record[name] = [{"code": code} for code in codes]
    yield from ((name, what, mend) for what, mend in strange)


def _rename(record: Placed, **names: str) -> None:
    """Fields by their name of today, where nothing stands under that yet."""
    for old, new in names.items():
        if record.get(old) and not record.get(new):
            record[new] = record.pop(old)


def _listed(text: Any) -> list[str]:
    return [part for part in _LISTED.split(str(text or "").strip(' "{}[]')) if part]
