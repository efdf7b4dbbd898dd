"""All services as one table, for who works with a spreadsheet."""

from collections.abc import Iterator
from datetime import date

from directory.exchange.handover import plain
from directory.exchange.hsds.ids import uuid_of
from directory.exchange.open_data import LICENCE, services_to_send_to
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind, Mode
from directory.model.organisation import Organisation
from directory.model.service import Service
from directory.wording import labels
from directory.wording.overview import as_csv, hours_of
from directory.wording.places import address

AT_ONCE = 50
TERMS = f"CC BY 4.0 ({LICENCE}), Hulpkaart en de bronnen"


def open_table(catalogue: Catalogue, today: date) -> Iterator[str]:
    """An open catalogue as CSV in pieces, a row a service; safe to open with an office program."""
    some: list[dict[str, str]] = []
    is_first = True
    for owner, service in services_to_send_to(catalogue):
        some.append(_row(catalogue, owner, service, today))
        if len(some) == AT_ONCE:
            yield _csv(some, is_first)
            some, is_first = [], False
    if some:
        yield _csv(some, is_first)


def _csv(rows: list[dict[str, str]], is_first: bool) -> str:
    """The rows as CSV, with the names of the columns above the first."""
    return as_csv(rows) if is_first else as_csv(rows).partition("\r\n")[2]


def _row(catalogue: Catalogue, owner: Organisation, service: Service, today: date) -> dict[str, str]:
    newest, checked = service.dated, service.wholly_checked_on
    who = service.eligibility
    themes = (catalogue.vocabulary.theme(theme) for theme in service.themes)
    audiences = (catalogue.vocabulary.audience(audience) for audience in who.audiences)
    groups = ", ".join(term.label.nl for term in audiences if term)
    values = {
        "Id": uuid_of("service", service.id),
        "Dienst": service.name,
        "Organisatie": owner.name,
        "Wat": service.description.nl,
        "Thema's": ", ".join(theme.label.nl for theme in themes if theme),
        "Voor wie": " · ".join(filter(None, (labels.ages(who.min_age, who.max_age), groups))),
        "Waar": labels.area(service.service_area),
        "Talen": ", ".join(labels.spoken(code) for code in service.languages),
        "Bellen": _ways(catalogue, service, today, Mode.PHONE),
        "Online": _ways(catalogue, service, today, Mode.ONLINE),
        "Ter plaatse": _ways(catalogue, service, today, Mode.IN_PERSON),
        "Site": owner.website or "",
        "Nagekeken": "ja" if all(record.verified for record in service.records) else "nee",
        "Nieuwste bron": newest.isoformat() if newest else "",
        "Nagegaan bij de organisatie": checked.isoformat() if checked else "",
        "Bronnen": " ".join(dict.fromkeys(s.url for record in service.records for s in record.sources)),
        "Licentie": TERMS,
    }
    return {name: plain(value) for name, value in values.items()}


def _ways(catalogue: Catalogue, service: Service, today: date, mode: Mode) -> str:
    return "\n".join(_way(catalogue, service, c, today) for c in service.channels if c.mode is mode)


def _way(catalogue: Catalogue, service: Service, channel: Channel, today: date) -> str:
    place = catalogue.door(channel) if channel.mode is Mode.IN_PERSON else None
    to = labels.phone(channel.value) if channel.kind in (Kind.PHONE, Kind.SMS, Kind.WHATSAPP) else channel.value
    hours = "" if channel.kind.always_writable else f" ({hours_of([(service, channel)], today)})"
    where = f"{address(place)}: {to}" if place else to
    return f"{labels.KIND[channel.kind]}: {where}{hours}"
