"""A feed of HSDS 1 or of the Ohana API: tables that link to each other, or one list, as one of HSDS 3."""

from collections import Counter
from pathlib import Path

from babel import Locale

from directory.exchange.columns.mapped import mapped_feed
from directory.exchange.columns.mapping_file import Mapping
from directory.exchange.columns.ohana_flat import flat_mapping
from directory.exchange.columns.ohana_tables import Tables, read_tables, table_of
from directory.exchange.hsds.feed import Feed, Found
from directory.exchange.hsds.mapping import Placed, Plain
from directory.exchange.rows import read_rows
from directory.store.problems import Problem, Severity, quoted

_INSIDE = {
    "contact": ("contacts", ("service_at_location_id", "service_id", "location_id", "organization_id")),
    "phone": ("phones", ("contact_id", "service_at_location_id", "service_id", "location_id", "organization_id")),
    "address": ("addresses", ("location_id", "organization_id")),
    "postal_address": ("addresses", ("location_id", "organization_id")),
    "schedule": ("schedules", ("service_at_location_id", "service_id", "location_id")),
    "holiday_schedule": ("holiday_schedules", ("service_at_location_id", "service_id", "location_id")),
    "language": ("languages", ("service_id", "location_id", "phone_id")),
    "accessibility": ("accessibility", ("location_id",)),
    "service_area": ("service_areas", ("service_id",)),
    "eligibility": ("eligibility", ("service_id",)),
    "funding": ("funding", ("service_id", "organization_id")),
    "payment_accepted": ("payment_accepted", ("service_id",)),
    "required_document": ("required_documents", ("service_id",)),
    "interpretation_service": ("interpretation_services", ("service_id",)),
    "program": ("programs", ("organization_id",)),
}
"""In which list of a record the rows of a table stand, and the columns that may name that record."""
_COLUMNS = {
    ("organisation", "year_incorporated"): "date_incorporated",
    ("service", "attributes"): "taxonomy_ids",
    ("service_at_location", "phones"): "number",
}
_ONLY_THEN = (
    *("regular_schedules", "holiday_schedules", "taxonomy", "service_taxonomy", "mail_addresses", "programs"),
    *("physical_addresses", "physical_address", "postal_addresses", "postal_address", "regular_schedule"),
)
BELGIUM = "BE"


def read_ohana(path: Path) -> tuple[Feed, str]:
    """The feed in a folder or file, and the country that most of its addresses are in."""
    feed = Feed()
    if path.is_file() and table_of(path.stem) is None:
        return _flat(path)
    tables = read_tables(path, feed.problems)
    if not {"organization", "service"} & set(tables):
        what = "There is no table of HSDS 1 in it."
        mend = "Give a folder with organizations.csv and services.csv, or bring the list in by a mapping."
        feed.problems.append(Problem(str(path), 1, "", "", what, mend))
        return feed, BELGIUM
    countries = Counter(region_of(str(a["country"])) for a in tables.get("address", ()) if a.get("country"))
    _Joined(tables, feed).add()
    return feed, next((country for country, _ in countries.most_common() if country), BELGIUM)


def is_hsds_1(path: Path) -> bool:
    """True for a folder with tables that only HSDS 1 or the Ohana API has."""
    return path.is_dir() and any((path / f"{name}.csv").is_file() for name in _ONLY_THEN)


def region_of(country: str) -> str | None:
    """The two letters of a country that is written so, or by its name in English, Dutch or French."""
    if len(country) == 2 and country.upper() in Locale("en").territories:
        return country.upper()
    known = (Locale(locale).territories.items() for locale in ("en", "nl", "fr"))
    return next((code for names in known for code, name in names if name.casefold() == country.casefold()), None)


def _flat(path: Path) -> tuple[Feed, str]:
    """One list with all of it in one row; its columns have the names of HSDS 1."""
    table = read_rows(path)
    mapping: Mapping | None = flat_mapping(table.columns)
    if mapping is None:
        what = "No column has the name of an organisation or a service, as HSDS 1 calls it."
        mend = "Bring it in with: import csv, and a mapping that says what its columns are."
        return Feed(problems=[*table.problems, Problem(str(path), table.header_line, "", "", what, mend)]), BELGIUM
    country = next((name for name, column in mapping.columns.items() if column.meant == ("country",)), "")
    regions = Counter(region_of(row.cells[country]) for row in table.rows if country in row.cells)
    region = next((code for code, _ in regions.most_common() if code), BELGIUM)
    return mapped_feed(table, mapping.model_copy(update={"country": region})), region


class _Joined:
    """The tables put into each other."""

    def __init__(self, tables: Tables, feed: Feed) -> None:
        self._tables, self._feed = tables, feed
        self._by_id: dict[str, Placed] = {}
        self._spoken: list[Placed] = []
        for rows in tables.values():
            for record in rows:
                self._by_id.setdefault(str(record.get("id")), record)

    def add(self) -> None:
        """Put the organisations and services into the feed, with all that belongs to them."""
        self._tell_doubles()
        for table, (name, links) in _INSIDE.items():
            for row in self._tables.get(table, ()):
                self._put_inside(table, row, name, links)
        self._terms()
        for place in self._tables.get("location", ()):
            if place["location_type"] == "physical" and self._by_id.get(str(place.get("id"))) is place:
                self._put_inside("location", place, "locations", ("organization_id",))
        for service in self._tables.get("service", ()):
            self._places(service)
        for place in self._spoken:
            place.pop("languages", None)
        for reached in self._tables.get("service_at_location", ()):
            self._reached(reached)
        for table in ("organization", "service"):
            for record in self._tables.get(table, ()):
                self._feed.add(Found(record, record.file, record.line, columns=_COLUMNS))

    def _tell_doubles(self) -> None:
        for table in ("location", "contact", "service_at_location"):
            for record in self._tables.get(table, ()):
                first = self._by_id.get(str(record.get("id")))
                if record.get("id") and first is not record and first != record:
                    what = f"The id {_written(record['id'])} is there twice, and they differ."
                    self._tell(table, record, "id", what, "Keep one of the two; the first was read.", must=True)

    def _put_inside(self, table: str, row: Placed, name: str, links: tuple[str, ...]) -> None:
        link = next((link for link in links if row.get(link)), None)
        owner = self._by_id.get(row[link]) if link else None
        if owner is None:
            what = f"{_written(row[link])} is not there." if link else "It does not say what it belongs to."
            self._tell(table, row, link or links[-1], what, "Add that record, or correct the link.", must=True)
        else:
            owner.setdefault(name, []).append(row)

    def _terms(self) -> None:
        """The terms of each service, by their name."""
        names = {
            str(term.get(key)).removeprefix("taxonomy/"): str(term["name"])
            for term in self._tables.get("taxonomy", ())
            for key in ("id", "taxonomy_id")
            if term.get(key) and term.get("name")
        }
        for row in self._tables.get("service_taxonomy", ()):
            self._put_inside("service_taxonomy", row, "service_taxonomy", ("service_id",))
        for service in self._tables.get("service", ()):
            rows = service.pop("service_taxonomy", [])
            wanted = [*service.pop("taxonomy_ids", []), *(str(row.get("taxonomy_id", "")) for row in rows)]
            for term in filter(None, wanted):
                if term not in names and self._tables.get("taxonomy"):
                    what = f"The term {quoted(term)} is not there."
                    self._tell("service", service, "taxonomy_ids", what, "Add it to taxonomy.csv.")
                record: Plain = {"taxonomy_term": {"name": names.get(term, term)}}
                service.setdefault("attributes", []).append(record)

    def _places(self, service: Placed) -> None:
        """The place of a service that names one, as in the Ohana API; there its organisation is that of the place."""
        link = service.pop("location_id", None)
        place = self._by_id.get(str(link)) if link else None
        if link and place is None:
            what = f"The location {_written(link)} is not there."
            self._tell("service", service, "location_id", what, "Add it, or correct location_id.", must=True)
        if place is not None:
            # What is spoken at a place is spoken by who helps there.
            service["languages"] = service.get("languages") or place.get("languages", [])
            self._spoken.append(place)
            if not service.get("organization_id") and place.get("organization_id"):
                service["organization_id"] = place["organization_id"]
            reached = Placed({"id": f"{service.get('id')}/{link}", "location": place}, service.file, service.line)
            service.setdefault("service_at_locations", []).append(reached)

    def _reached(self, row: Placed) -> None:
        place = self._by_id.get(str(row.get("location_id")))
        row.setdefault("id", f"{row.get('service_id')}/{row.get('location_id')}")
        if place is not None:
            row["location"] = place
        else:
            what = f"The location {_written(row.get('location_id', ''))} is not there."
            self._tell("service_at_location", row, "location_id", what, "Add it, or correct location_id.", must=True)
            return
        self._put_inside("service_at_location", row, "service_at_locations", ("service_id",))

    def _tell(self, table: str, record: Placed, name: str, what: str, mend: str, *, must: bool = False) -> None:
        called = quoted(record.get("name") or str(record.get("id", "")).rpartition("/")[2])
        severity = Severity.MUST_MEND if must else Severity.WARNING
        self._feed.problems.append(Problem(record.file, record.line, f"{table} {called}", name, what, mend, severity))


def _written(identity: object) -> str:
    """An id as it stands in the table, between quotation marks."""
    return quoted(str(identity).rpartition("/")[2])
