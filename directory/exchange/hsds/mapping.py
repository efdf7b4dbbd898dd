"""The one table of what becomes of every field of ours in HSDS 3.1; export, import and README.md follow it.

A field is named by its way from its record: "description.nl" is the Dutch of the text `description`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Way(StrEnum):
    """How a field travels."""

    COLUMN = "column"
    """As it is, in a field that HSDS has for it; as an attribute too when that field cannot hold it exactly."""
    SHAPE = "shape"
    """In records or links of HSDS; as an attribute too when those cannot hold it exactly."""
    TERM = "term"
    """As an attribute with a term of a taxonomy of the subject."""
    ATTRIBUTE = "attribute"
    """As an attribute with a term of the taxonomy of our own fields, because HSDS has no place for it."""
    NEVER = "never"
    """It does not leave."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field of ours: how it travels, where one finds it in HSDS, and its label there."""

    field: str
    way: Way
    place: str
    label: str
    many: bool = False
    """A list: an attribute for each value, in order."""
    link_type: str = ""
    """The `link_type` of its attributes, when it is not the name of the field."""

    @property
    def link(self) -> str:
        """What its attributes have as `link_type`."""
        return self.link_type or self.field


def _text(field: str, label: str, column: str = "") -> tuple[Row, ...]:
    """A text in three languages: HSDS has place for one (a feed a language), the others are attributes."""
    dutch = Row(f"{field}.nl", Way.COLUMN if column else Way.ATTRIBUTE, column, label)
    return dutch, *(Row(f"{field}.{other}", Way.ATTRIBUTE, "", f"{label} ({other})") for other in ("fr", "en"))


def _sourced() -> tuple[Row, ...]:
    """What every record with sources has."""
    return (
        Row("id", Way.ATTRIBUTE, "", "Id"),
        Row("sources", Way.ATTRIBUTE, "", "Bron", many=True, link_type="bron"),
        Row("research_note", Way.NEVER, "", "For stewards only"),
        Row("verified", Way.ATTRIBUTE, "", "Steunt op een bron"),
    )


ORGANISATION = (
    *_sourced(),
    Row("name", Way.COLUMN, "name", "Naam"),
    Row("legal_name", Way.ATTRIBUTE, "", "Officiële naam"),
    Row("also_known_as", Way.ATTRIBUTE, "alternate_name, joined", "Andere naam", many=True),
    Row("parent", Way.SHAPE, "parent_organization_id", "Deel van"),
    *_text("description", "Beschrijving", "description"),
    Row("website", Way.COLUMN, "website", "Website"),
    Row("founded", Way.COLUMN, "year_incorporated", "Opgericht"),
    Row("status", Way.ATTRIBUTE, "service.status, less exactly", "Status"),
    *_text("status_note", "Nota bij de status"),
    Row("successor", Way.ATTRIBUTE, "", "Opvolger"),
    Row("done_today_by", Way.ATTRIBUTE, "", "Doet dit werk vandaag", many=True),
)

SERVICE = (
    *_sourced(),
    Row("name", Way.COLUMN, "name", "Naam"),
    *_text("description", "Beschrijving", "description"),
    Row("themes", Way.TERM, "taxonomy Thema's", "Thema", many=True),
    Row("eligibility.min_age", Way.COLUMN, "minimum_age", "Vanaf leeftijd"),
    Row("eligibility.max_age", Way.COLUMN, "maximum_age", "Tot en met leeftijd"),
    Row("eligibility.audiences", Way.TERM, "taxonomy Doelgroepen", "Doelgroep", many=True),
    Row("languages", Way.SHAPE, "languages[].code", "Taal", many=True),
    Row("cost_eur", Way.SHAPE, "cost_options[].amount", "Kostprijs"),
    Row("anonymous", Way.ATTRIBUTE, "", "Anoniem"),
    Row("referral", Way.ATTRIBUTE, "", "Wie contact opneemt"),
    Row("letter_needed", Way.ATTRIBUTE, "", "Verwijsbrief nodig"),
    Row("intake", Way.ATTRIBUTE, "", "Eerst een gesprek"),
    Row("without_parents", Way.ATTRIBUTE, "", "Minderjarigen zonder ouders"),
    *_text("intake_note", "Eerste stap", "application_process"),
    Row("service_area.level", Way.ATTRIBUTE, "", "Werkgebied, niveau"),
    Row("service_area.names", Way.SHAPE, "service_areas[].name", "Werkgebied", many=True),
    Row("shelters", Way.ATTRIBUTE, "", "Hier verblijven mensen"),
    Row("run_by", Way.ATTRIBUTE, "", "Wie antwoordt"),
    *_text("tells_others", "Wanneer ze anderen inlichten"),
)

CHANNEL = (
    *_sourced(),
    Row("kind", Way.TERM, "taxonomy Kanaal", "Kanaal", link_type="channel"),
    Row("value", Way.SHAPE, "phones[].number, contacts[].email or location.url", "Nummer, adres of pagina"),
    Row("location", Way.SHAPE, "location_id, when one goes there", "Plaats"),
    Row("hours", Way.ATTRIBUTE, "schedules, as far as weekly rows can say it", "Uren (OSM opening_hours)"),
    *_text("hours_note", "Nota bij de uren"),
    *_text("cost_note", "Kostprijs van het kanaal"),
    *_text("traces", "Wat anderen kunnen zien"),
)

LOCATION = (
    *_sourced(),
    Row("name", Way.COLUMN, "name", "Naam"),
    Row("street", Way.SHAPE, "addresses[].address_1, before the number", "Straat"),
    Row("number", Way.ATTRIBUTE, "addresses[].address_1, at its end", "Huisnummer"),
    Row("box", Way.SHAPE, "addresses[].address_2", "Bus"),
    Row("postcode", Way.SHAPE, "addresses[].postal_code", "Postcode"),
    Row("municipality", Way.SHAPE, "addresses[].city", "Gemeente"),
    Row("place", Way.ATTRIBUTE, "", "Deelgemeente of wijk"),
    Row("lat", Way.COLUMN, "latitude", "Breedtegraad"),
    Row("lon", Way.COLUMN, "longitude", "Lengtegraad"),
    Row("precision", Way.ATTRIBUTE, "", "Hoe precies het punt is"),
    Row("point_source", Way.ATTRIBUTE, "", "Bron van het punt"),
    *_text("note", "Nota", "description"),
    Row("wheelchair", Way.ATTRIBUTE, "accessibility[].description, in words", "Rolstoel"),
    Row("confidential", Way.ATTRIBUTE, "", "Geheim adres"),
    Row("role", Way.ATTRIBUTE, "", "Wat een bezoeker vindt"),
)

TABLE = {"organisation": ORGANISATION, "service": SERVICE, "channel": CHANNEL, "location": LOCATION}
ROWS = {record: {row.field: row for row in rows} for record, rows in TABLE.items()}
BY_LINK = {record: {row.link: row for row in rows if row.way is not Way.NEVER} for record, rows in TABLE.items()}
ENTITY = {
    "organisation": "organization",
    "service": "service",
    "channel": "service_at_location",
    "location": "location",
}
"""What HSDS calls each of our records, as `link_entity` and `resource_type`."""
BELOW = frozenset({"services", "channels", "locations"})
"""The fields that hold records of their own."""

Plain = dict[str, Any]
"""A record as YAML and JSON know it: our own fields, or those of HSDS."""


class Placed(Plain):
    """A record inside another one that remembers in which file, and on which line, it stands."""

    __slots__ = ("file", "line")

    def __init__(self, record: Plain, file: str, line: int) -> None:
        super().__init__(record)
        self.file, self.line = file, line

    def __or__(self, other: Plain) -> "Placed":  # type: ignore[override]
        """The same with other fields, in the same place."""
        return Placed({**self, **other}, self.file, self.line)


def fields_of(plain: Plain) -> Iterator[tuple[str, Any]]:
    """The fields of one of our records, those of a text or group by their way: ("description.nl", "…")."""
    for name, value in plain.items():
        if name in BELOW:
            continue
        if isinstance(value, dict):
            for part, inner in value.items():
                yield f"{name}.{part}", inner
        elif value is not None:
            yield name, value


def put(plain: Plain, field: str, value: Any) -> None:
    """Set a field of one of our records, named by its way."""
    group, _, part = field.partition(".")
    if part:
        plain.setdefault(group, {})[part] = value
    else:
        plain[group] = value


def link_of(record: Plain, name: str = "id") -> str | None:
    """The id in a field of a record of somebody else; None when there is nothing that can be one."""
    value = record.get(name)
    return value if isinstance(value, str) and value else None
