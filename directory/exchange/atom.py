"""What changed lately as an Atom feed (RFC 4287), as far as sources can tell."""

from collections.abc import Iterator
from datetime import date
from xml.etree import ElementTree as Xml

from directory.exchange.handover import plain
from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.profile import ATTRIBUTION
from directory.exchange.open_data import LICENCE
from directory.model.catalogue import Catalogue
from directory.model.provenance import SourcedRecord

MOST = 100
SUBTITLE = (
    "De feiten met de nieuwste bron eerst. De datum is die van de bron, of van de dag waarop iemand van ons het bij "
    "de organisatie naging. Wanneer wij zelf iets aanpasten, staat er niet in, en wat geen bron met een datum heeft "
    "ook niet. Wie alles wil volgen, vergelijkt de hele lijst."
)
_NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(catalogue: Catalogue) -> bytes:
    """An open catalogue as a feed of the services, and of organisations without one, with the newest sources."""
    dated = sorted(_dated(catalogue), key=lambda entry: (entry[0], entry[1]), reverse=True)[:MOST]
    feed = Xml.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "nl"})
    _add(feed, "id", f"urn:uuid:{uuid_of('feed', 'changes')}")
    _add(feed, "title", "Hulpkaart: wat er veranderde")
    _add(feed, "subtitle", SUBTITLE)
    _add(feed, "updated", _moment(dated[0][0] if dated else date(1970, 1, 1)))
    _add(feed, "rights", f"CC BY 4.0, {LICENCE}. {'; '.join(ATTRIBUTION)}")
    Xml.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": "/api/changes.atom"})
    Xml.SubElement(feed, "link", {"rel": "license", "href": LICENCE})
    _add(Xml.SubElement(feed, "author"), "name", "Hulpkaart")
    for day, link, name, summary in dated:
        entry = Xml.SubElement(feed, "entry")
        _add(entry, "id", f"urn:uuid:{link.rpartition('/')[2]}")
        _add(entry, "title", name)
        _add(entry, "updated", _moment(day))
        _add(entry, "summary", summary)
        Xml.SubElement(entry, "link", {"rel": "alternate", "type": "application/json", "href": link})
    return bytes(Xml.tostring(feed, encoding="utf-8", xml_declaration=True))


def _dated(catalogue: Catalogue) -> Iterator[tuple[date, str, str, str]]:
    """The day, address, name and sources of each that has a day."""
    for owner in catalogue.organisations:
        for service in owner.services:
            if (day := service.dated) is not None:
                link = f"/api/services/{uuid_of('service', service.id)}"
                yield day, link, f"{service.name} ({owner.name})", _summary(day, *service.records)
        if not owner.services and (day := owner.newest()) is not None:
            yield day, f"/api/organizations/{uuid_of('organisation', owner.id)}", owner.name, _summary(day, owner)


def _summary(day: date, *records: SourcedRecord) -> str:
    """Who says it: the sources of that day."""
    pages = dict.fromkeys(s.url for record in records for s in record.sources if s.dated == day)
    is_checked = any(s.checked_on == day for record in records for s in record.sources)
    how = "Nagegaan bij de organisatie" if is_checked else "Nieuwste bron"
    return f"{how}: {', '.join(pages)}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = plain(text)
