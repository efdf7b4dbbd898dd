"""The town of an address as the municipality of today, with the village or quarter in it that somebody wrote."""

from dataclasses import dataclass

from directory.geography.names import folded
from directory.geography.place import Outcome, PlaceKind
from directory.geography.places import Gazetteer


@dataclass(frozen=True, slots=True)
class Town:
    """Where an address lies."""

    municipality: str
    """Its Dutch name of today."""
    place: str | None = None
    """The village or quarter inside it, when that was named."""


def town_of(name: str | None, postcode: str | None, gazetteer: Gazetteer) -> Town | None:
    """Where an address with this town and postcode lies; None when neither tells.

    A postcode decides between places of one name, and stands in for a town that is not known, as far as it lies in
    one municipality.
    """
    homes = gazetteer.municipalities_of(postcode) if postcode else frozenset()
    known = gazetteer.municipality(name) if name else None
    if known and (not homes or known.municipality in homes):
        village = _village(name or "", frozenset({known.municipality}), gazetteer)
        return village or Town(known.municipality)
    if name and (village := _village(name, homes, gazetteer)):
        return village
    if known:
        return Town(known.municipality)
    return Town(next(iter(homes)), name) if len(homes) == 1 else None


def _village(name: str, homes: frozenset[str], gazetteer: Gazetteer) -> Town | None:
    """The one village of this name in these municipalities; without any, the one that is clearly meant."""
    answer = gazetteer.find_place(name)
    if answer.outcome not in (Outcome.FOUND, Outcome.CHOOSE) or answer.best is None:
        return None
    found = [answer.best, *answer.alternatives] if homes else [answer.best] * (answer.outcome is Outcome.FOUND)
    villages = [p for p in found if p.kind is PlaceKind.VILLAGE and (not homes or p.municipality in homes)]
    if len(villages) != 1 or folded(villages[0].name) == folded(villages[0].municipality):
        return None
    return Town(villages[0].municipality, villages[0].name)
