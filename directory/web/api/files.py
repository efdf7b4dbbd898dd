"""The open data as whole files, in the forms of others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from directory.exchange.atom import atom
from directory.exchange.geojson import geojson
from directory.exchange.hsds.profile import profile
from directory.exchange.jsonld import jsonld
from directory.exchange.open_table import open_table
from directory.web.api.records import OpenRecords
from directory.wording.messages import N_

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
        N_(
            "Elke plek die iedereen mag kennen, met haar punt (WGS 84) en wie er helpt. Met ‘precision’ address of "
            "street mag het een speld zijn; de andere zijn er alleen dicht bij. Voor punten met als point_source "
            "‘postcode point’ kan de ODbL 1.0 gelden."
        ),
        lambda records: _some_at_once(geojson(records.for_everybody)),
    ),
    File(
        "services.csv",
        "text/csv; charset=utf-8",
        N_(
            "Een rij per dienst, in het Nederlands: met puntkomma's, in UTF-8 met een BOM. Voor wat een rekenblad "
            "zou uitvoeren, staat een '."
        ),
        lambda records: _some_at_once(open_table(records.for_everybody, records.today)),
    ),
    File(
        "services.jsonld",
        "application/ld+json",
        N_(
            "Diensten (van de overheid: GovernmentService) en wie ze geeft (Organization) in de woorden van "
            "schema.org, zonder uren."
        ),
        lambda records: _some_at_once(jsonld(records.for_everybody)),
    ),
    File(
        "changes.atom",
        "application/atom+xml; charset=utf-8",
        N_(
            "De honderd diensten met de nieuwste bronnen. Wanneer we hier iets verbeterden of weghaalden, staat er "
            "niet in. Wat geen datum heeft ook niet."
        ),
        lambda records: iter([atom(records.for_everybody)]),
    ),
    File(
        "profile.md",
        "text/markdown; charset=utf-8",
        N_("Hoe onze feiten in HSDS staan, wat HSDS niet kan zeggen, en de licentie."),
        lambda _: iter([profile().encode()]),
    ),
)
