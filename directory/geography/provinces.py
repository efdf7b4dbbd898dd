"""The provinces of Flanders: places that one is in, not near to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from directory.geography.place import Place, PlaceKind


class Names(NamedTuple):
    """A province: its code (Statbel, REFNIS), how its towns name it, and how people do."""

    refnis: str
    name: str
    dutch: str
    french: str
    also: tuple[str, ...]


PROVINCES = (
    Names("10000", "Antwerpen", "provincie Antwerpen", "province d'Anvers", ("Antwerp province",)),
    Names("20001", "Vlaams-Brabant", "provincie Vlaams-Brabant", "Brabant flamand", ("Vlaams-Brabant",)),
    Names("30000", "West-Vlaanderen", "provincie West-Vlaanderen", "Flandre-Occidentale", ("West-Vlaanderen",)),
    Names("40000", "Oost-Vlaanderen", "provincie Oost-Vlaanderen", "Flandre-Orientale", ("Oost-Vlaanderen",)),
    Names("70000", "Limburg", "provincie Limburg", "province de Limbourg", ("Limburg",)),
)
"""'Antwerpen' alone is the city."""


def province(names: Names, places: Sequence[Place]) -> Place:
    """A province as a place, made of its municipalities; its point is that of the largest one."""
    towns = [p for p in places if p.kind is PlaceKind.MUNICIPALITY and p.province == names.name]
    largest = max(towns, key=lambda town: town.population or 0)
    return replace(
        largest,
        kind=PlaceKind.PROVINCE,
        postcode=None,
        postcodes=tuple(dict.fromkeys(code for town in towns for code in town.postcodes)),
        name=names.dutch,
        name_fr=names.french,
        municipality=names.dutch,
        municipality_fr=names.french,
        refnis=names.refnis,
        population=sum(town.population or 0 for town in towns),
    )
