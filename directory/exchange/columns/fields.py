"""What a column of a table can be: the one list that mappings, the import and the README go by."""

from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """How the cells of a column are read; a mapping names them after `as`."""

    TEXT = "text"
    HTML = "html"
    YES_OR_NO = "yes or no"
    WEB_ADDRESS = "web address"
    PHONE = "phone"
    HOURS = "hours"
    AGES = "ages"
    DATE = "date"
    LANGUAGE = "language"
    POINT = "point"


READINGS = {
    Reading.TEXT: "as it stands",
    Reading.HTML: "the words of a text with HTML in it, such as `<p>` and `&eacute;`",
    Reading.YES_OR_NO: "`yes`, `no`, and what means the same; other words after `yes` and `no`",
    Reading.WEB_ADDRESS: "`https://` is put before what has none",
    Reading.PHONE: "every number in the cell, of the `country` when it has no `+`; none when one may be wrong",
    Reading.HOURS: "`Mon-Fri 9am-5pm`, `ma-vr 9u-17u`, `24/7, closed holidays`, or the notation of OpenStreetMap",
    Reading.AGES: "`12-25`, `18+`, `under 18`, `tot 25 jaar`",
    Reading.DATE: "`2026-01-31`; written in another order: say so after `written`",
    Reading.LANGUAGE: "names in Dutch, English or French, and codes",
    Reading.POINT: "`51.05, 3.72` (latitude first, unless `order` says `lon lat`), or `POINT (3.72 51.05)`",
}
"""What each way of reading understands."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a column can be."""

    record: str
    """The record of HSDS that it is told of: organisation, service, location, address."""
    place: str
    """The field of that record."""
    says: str
    reading: Reading = Reading.TEXT
    joined: bool = False
    """Several columns may be this: their texts are joined, or each is one more."""


_ONE_MORE = "may be several columns"

FIELDS: dict[str, Field] = {
    "organisation id": Field("organisation", "id", "what it is known by, and will be next time too"),
    "organisation name": Field("organisation", "name", "without it, each service is an organisation of that name"),
    "organisation description": Field("organisation", "description", "in a sentence or two", joined=True),
    "organisation website": Field("organisation", "website", "its own site", Reading.WEB_ADDRESS),
    "organisation also known as": Field("organisation", "alternate_name", "another name"),
    "organisation founded": Field("organisation", "year_incorporated", "a year"),
    "service id": Field("service", "id", "what it is known by; rows with the same one are its places"),
    "service name": Field("service", "name", "without it, the service is called like its organisation"),
    "service description": Field("service", "description", "what one finds there", joined=True),
    "service page": Field("service", "url", "a page about it", Reading.WEB_ADDRESS),
    "themes": Field("service", "themes", "what it is about", joined=True),
    "audiences": Field("service", "audiences", "for which groups", joined=True),
    "ages": Field("service", "ages", "for which ages", Reading.AGES),
    "youngest age": Field("service", "minimum_age", "in years"),
    "oldest age": Field("service", "maximum_age", "in years"),
    "languages": Field("service", "languages", "in which one is helped", Reading.LANGUAGE, joined=True),
    "cost": Field("service", "fees_description", '"free" and "gratis" are understood'),
    "how to get in": Field("service", "application_process", "what one has to do first", joined=True),
    "area": Field("service", "service_areas", "municipalities, provinces, regions it is for", joined=True),
    "hours": Field("service", "schedules", "when one can go there, or call", Reading.HOURS, joined=True),
    "last changed": Field("service", "last_modified", "the date of what the row says", Reading.DATE),
    "active": Field("service", "status", "no: it is not brought in", Reading.YES_OR_NO),
    "keep out": Field("service", "keep_out", "yes: it is not brought in", Reading.YES_OR_NO),
    "email": Field("service", "email", "a mail address", joined=True),
    "phone": Field("service", "phones", "a number; also `phone 2`, `phone 3`, …", Reading.PHONE),
    "phone kind": Field("service", "phones", "`fax`, `sms`, `whatsapp`, …; also `phone 2 kind`"),
    "phone hidden": Field("service", "phones", "yes: the number stays out; also `phone 2 hidden`", Reading.YES_OR_NO),
    "place id": Field("location", "id", "what the place is known by"),
    "place name": Field("location", "name", "what people call the place"),
    "place note": Field("location", "description", "what one has to know of it", joined=True),
    "street": Field("address", "address_1", "street and number", joined=True),
    "box": Field("address", "address_2", "letter box, floor", joined=True),
    "postcode": Field("address", "postal_code", "four digits in Belgium"),
    "town": Field(
        "address", "city", "municipality or village; without it, where the postcode lies, else there is no place"
    ),
    "province or state": Field("address", "state_province", "known here from the postcode"),
    "country": Field("address", "country", "two letters or its name"),
    "latitude": Field("location", "latitude", "degrees, WGS 84"),
    "longitude": Field("location", "longitude", "degrees, WGS 84"),
    "point": Field("location", "point", "both in one cell", Reading.POINT),
    "address hidden": Field(
        "location", "confidential", "yes: nothing of where it is is taken over", Reading.YES_OR_NO
    ),
}
"""All that a column can be. A person's name is not among them: who works somewhere is not for a directory."""

OF_A_PLACE = frozenset(name for name, field in FIELDS.items() if field.record in ("location", "address"))
"""What may tell where a hidden place is, and so is never quoted in what is told."""


def field_called(name: str) -> Field | None:
    """The field of this name; "phone 2 kind" is the kind of the second phone. None when there is none."""
    words = name.split()
    if words[:1] == ["phone"] and len(words) > 1 and words[1].isdigit():
        name = " ".join([words[0], *words[2:]])
    return FIELDS.get(name)


def phone_of(name: str) -> tuple[str, str]:
    """Which phone a field is about, and what of it: "phone 2 kind" is ("2", "kind"), "phone" is ("1", "")."""
    words = name.split()[1:]
    number = words.pop(0) if words and words[0].isdigit() else "1"
    return number, " ".join(words)


def fields_as_markdown() -> str:
    """The list as a table; the README holds it literally."""
    rows = (f"| `{name}` | {_said(field)} | {field.reading} |" for name, field in FIELDS.items())
    return "\n".join(["| a column is | what | read as |", "|---|---|---|", *rows])


def readings_as_markdown() -> str:
    """The ways of reading as a table; the README holds it literally."""
    return "\n".join(
        ["| `as` | understands |", "|---|---|", *(f"| `{r}` | {said} |" for r, said in READINGS.items())]
    )


def _said(field: Field) -> str:
    return f"{field.says}; {_ONE_MORE}" if field.joined else field.says
