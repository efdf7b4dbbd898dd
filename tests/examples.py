"""Small made-up records for tests; every part can be changed by keyword."""

from datetime import datetime
from typing import Any

from directory.geography.place import Place, PlaceKind, Region
from directory.model.catalogue import Catalogue
from directory.model.channel import Channel
from directory.model.location import Location, Point
from directory.model.organisation import Organisation
from directory.model.provenance import Source
from directory.model.schedule import BRUSSELS
from directory.model.service import Service
from directory.model.vocabulary import Term, Vocabulary

MONDAY_EVENING = datetime(2026, 11, 23, 20, 0, tzinfo=BRUSSELS)


def a_source(**changes: Any) -> Source:
    return Source(**{"url": "https://example.org/page", "says": "everything", "as_of": "2026-10"} | changes)


def a_channel(**changes: Any) -> Channel:
    facts = {"id": "line-phone", "kind": "phone", "value": "102", "sources": [a_source()]}
    return Channel(**facts | changes)


def a_location(**changes: Any) -> Location:
    facts = {
        "id": "house-gent",
        "postcode": "9000",
        "municipality": "Gent",
        "street": "Veldstraat",
        "number": "1",
        "lat": 51.0543,
        "lon": 3.7174,
        "precision": "address",
        "sources": [a_source()],
    }
    return Location(**facts | changes)


def a_service(**changes: Any) -> Service:
    facts = {
        "id": "line",
        "name": "De Lijn",
        "description": {"nl": "Praten met iemand die luistert."},
        "themes": ["luisterend-oor"],
        "languages": ["nl"],
        "service_area": {"level": "region", "names": ["Vlaanderen"]},
        "channels": [a_channel()],
        "sources": [a_source()],
    }
    return Service(**facts | changes)


def an_organisation(**changes: Any) -> Organisation:
    facts = {
        "id": "helpers",
        "name": "De Helpers",
        "description": {"nl": "Mensen die helpen."},
        "status": "active",
        "services": [a_service()],
        "sources": [a_source()],
    }
    return Organisation(**facts | changes)


def a_term(**changes: Any) -> Term:
    return Term(**{"id": "luisterend-oor", "label": {"nl": "Praten met iemand"}} | changes)


def a_catalogue(*organisations: Organisation, **changes: Any) -> Catalogue:
    facts = {
        "organisations": organisations or (an_organisation(),),
        "vocabulary": Vocabulary(themes=(a_term(),)),
    }
    return Catalogue(**facts | changes)


def a_place(**changes: Any) -> Place:
    facts = {
        "kind": PlaceKind.MUNICIPALITY,
        "postcode": "9000",
        "postcodes": ("9000",),
        "name": "Gent",
        "name_fr": "Gand",
        "municipality": "Gent",
        "municipality_fr": "Gand",
        "refnis": "44021",
        "province": "Oost-Vlaanderen",
        "region": Region.VLG,
        "point": Point(lon=3.7174, lat=51.0543),
        "population": 265_000,
    }
    return Place(**facts | changes)
