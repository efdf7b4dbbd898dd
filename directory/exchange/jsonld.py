"""Services as linked data in the words of schema.org.

A service of government or police is a GovernmentService, any other a Service: only what a source says is said. Hours
are left out, since old ones must not count as open and schema.org has no word for that.
"""

import json
from collections.abc import Iterator

from directory.exchange.hsds.forms import as_uri, is_email
from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.profile import ATTRIBUTION
from directory.exchange.open_data import LICENCE, services_to_send_to
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind, Mode
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.service import Eligibility, RunBy, Service
from directory.model.text import Language, Text
from directory.wording.labels import KIND

_DIALLED = (Kind.PHONE, Kind.SMS, Kind.WHATSAPP)
_text = json.JSONEncoder(ensure_ascii=False).encode


def jsonld(catalogue: Catalogue) -> Iterator[str]:
    """An open catalogue as a graph, in pieces."""
    yield '{"@context": "https://schema.org", "@graph": [\n'
    yield _text(
        {
            "@type": "Dataset",
            "@id": _urn("dataset", "hulpkaart"),
            "name": "Hulpkaart",
            "description": "Hulpverlening in Vlaanderen en Brussel, met van elk feit de bron.",
            "license": LICENCE,
            "creditText": "; ".join(ATTRIBUTION),
        }
    )
    given = dict.fromkeys(owner.id for owner, _ in services_to_send_to(catalogue))
    for name in given:
        yield f",\n{_text(_organisation(catalogue.organisation[name]))}"
    for owner, service in services_to_send_to(catalogue):
        yield f",\n{_text(_service(catalogue, service, owner))}"
    yield "\n]}\n"


def _organisation(owner: Organisation) -> Plain:
    found = {
        "@type": "Organization",
        "@id": _urn("organisation", owner.id),
        "name": owner.name,
        "legalName": owner.legal_name,
        "alternateName": list(owner.also_known_as),
        "description": _in_languages(owner.description),
        "url": owner.website and as_uri(owner.website),
    }
    return _known(found)


def _service(catalogue: Catalogue, service: Service, owner: Organisation) -> Plain:
    is_public = service.run_by in (RunBy.GOVERNMENT, RunBy.POLICE)
    themes = (catalogue.vocabulary.theme(theme) for theme in service.themes)
    found = {
        "@type": "GovernmentService" if is_public else "Service",
        "@id": _urn("service", service.id),
        "name": service.name,
        "description": _in_languages(service.description),
        "serviceType": [theme.label.nl for theme in themes if theme],
        "provider": {"@id": _urn("organisation", owner.id)},
        "areaServed": list(service.service_area.names),
        "audience": _audience(service.eligibility),
        "availableChannel": [_channel(catalogue, channel, service) for channel in service.channels],
    }
    return _known(found)


def _audience(who: Eligibility) -> Plain | None:
    ages = _known({"suggestedMinAge": who.min_age, "suggestedMaxAge": who.max_age})
    return {"@type": "PeopleAudience"} | ages if ages else None


def _channel(catalogue: Catalogue, channel: Channel, service: Service) -> Plain:
    place = catalogue.door(channel)
    found: Plain = {
        "@type": "ServiceChannel",
        "name": KIND[channel.kind],
        "availableLanguage": list(service.languages),
    }
    if channel.kind in _DIALLED:
        found["servicePhone"] = {"@type": "ContactPoint", "telephone": channel.value}
    elif channel.kind is Kind.EMAIL and is_email(channel.value):
        found["serviceUrl"] = f"mailto:{channel.value}"
    elif channel.mode is Mode.ONLINE:
        found["serviceUrl"] = as_uri(channel.value)
    if place and channel.mode is Mode.IN_PERSON:
        found["serviceLocation"] = _place(place)
    return _known(found)


def _place(place: Location) -> Plain:
    street = " ".join(part for part in (place.street, place.number) if part)
    where = {
        "@type": "PostalAddress",
        "streetAddress": f"{street} bus {place.box}" if street and place.box else street,
        "postalCode": place.postcode,
        "addressLocality": place.municipality,
        "addressCountry": "BE",
    }
    point = place.point if place.is_exact else None
    spot = {"@type": "GeoCoordinates", "longitude": point.lon, "latitude": point.lat} if point else None
    found = {"@type": "Place", "@id": _urn("location", place.id), "name": place.name}
    return _known(found | {"address": _known(where), "geo": spot})


def _in_languages(text: Text) -> str | list[Plain]:
    """A text in every language that it was written in; plain when that is Dutch alone."""
    written = [{"@language": str(code), "@value": said} for code in Language if (said := getattr(text, code))]
    return written if len(written) > 1 else text.nl


def _urn(kind: str, name: str) -> str:
    return f"urn:uuid:{uuid_of(kind, name)}"


def _known(found: Plain) -> Plain:
    return {name: value for name, value in found.items() if value not in (None, "", [])}
