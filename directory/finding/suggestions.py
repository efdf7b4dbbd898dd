"""What one may mean while one types: the same lists for everybody, so that no keystroke has to be sent."""

from dataclasses import dataclass
from functools import lru_cache

from directory.geography.mentions import A_TOWN
from directory.geography.place import Place, PlaceKind, Region
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.text import Language


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Themes and names of organisations, and names of places; each in the order in which one looks for it."""

    words: tuple[str, ...]
    places: tuple[str, ...]


@lru_cache(maxsize=len(Language))
def suggestions(catalogue: Catalogue, gazetteer: Gazetteer, language: Language = Language.NL) -> Suggestions:
    """The themes that a service has, every name of an organisation, and the towns of Flanders and Brussel."""
    served = {theme for service in catalogue.services for theme in service.themes}
    themes = _sorted({t.label.in_language(language) for t in catalogue.vocabulary.themes if t.id in served})
    names = _sorted({name for o in catalogue.organisations for name in o.names})
    towns = [place for place in gazetteer if place.region is not Region.WAL and _is_town(place)]
    called = {(place.name_fr if language is Language.FR else None) or place.name for place in towns}
    return Suggestions(tuple(dict.fromkeys([*themes, *names])), tuple(_sorted(called)))


def _sorted(texts: set[str]) -> list[str]:
    return sorted(texts, key=lambda text: (text.lower(), text))


def _is_town(place: Place) -> bool:
    large = place.kind is PlaceKind.VILLAGE and (place.population or 0) >= A_TOWN
    return large or place.kind is PlaceKind.MUNICIPALITY
