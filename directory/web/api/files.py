"""The open data as whole files, in the forms of others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from directory.exchange.atom import atom
from directory.exchange.geojson import geojson
from directory.exchange.hsds.profile import profile
from directory.exchange.jsonld import jsonld
from directory.exchange.open_table import open_table
from directory.web.api.records import OpenRecords

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name, what it is, and how it is made, in pieces."""

    name: str
    media_type: str
    about: str
    pieces: Callable[[OpenRecords], Iterator[bytes]]


def _some_at_once(pieces: Iterator[str]) -> Iterator[bytes]:
    """The pieces, many of them together: handing each over would take longer than making it."""
    some: list[str] = []
    for piece in pieces:
        some.append(piece)
        if len(some) == AT_ONCE:
            yield "".join(some).encode()
            some = []
    yield "".join(some).encode()


FILES = (
    File(
        "locations.geojson",
        "application/geo+json",
        "Every public place with its point (WGS 84) and who helps there. 'precision' address or street may be a pin; "
        "the others are only near it. Points with the point_source 'postcode point' may fall under the ODbL 1.0.",
        lambda records: _some_at_once(geojson(records.for_everybody)),
    ),
    File(
        "services.csv",
        "text/csv; charset=utf-8",
        "A row a service, in Dutch: semicolons, UTF-8 with a BOM. What a spreadsheet would run has a ' before it.",
        lambda records: _some_at_once(open_table(records.for_everybody, records.today)),
    ),
    File(
        "services.jsonld",
        "application/ld+json",
        "Services (of government: GovernmentService) and who gives them (Organization) in the words of schema.org, "
        "without hours.",
        lambda records: _some_at_once(jsonld(records.for_everybody)),
    ),
    File(
        "changes.atom",
        "application/atom+xml; charset=utf-8",
        "The hundred services with the newest sources. It cannot tell when a fact was corrected here, nor that one "
        "was taken away, and has nothing of what is not dated.",
        lambda records: iter([atom(records.for_everybody)]),
    ),
    File(
        "profile.md",
        "text/markdown; charset=utf-8",
        "How our facts stand in HSDS, what HSDS cannot say, and the licence.",
        lambda _: iter([profile().encode()]),
    ),
)
