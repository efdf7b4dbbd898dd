"""What we say about a place: addresses, distances, and a place name that we do or do not know."""

from directory.geography.place import Outcome, Place, PlaceAnswer
from directory.model.location import Location, Role
from directory.wording.labels import listed

ROLE_NOTE = {
    Role.OFFICE: "Dit is een kantoor: bel of mail eerst.",
    Role.SEAT: "Dit is de zetel: hier kun je niet langsgaan.",
}


def address(place: Location) -> str:
    """The address as far as it is known and public: 'Drabstraat 5, 9000 Gent'."""
    town = " ".join(part for part in (place.postcode, place.municipality) if part)
    if place.confidential:
        return f"{place.municipality}, adres niet openbaar"
    street = " ".join(part for part in (place.street, place.number) if part)
    if street and place.box:
        street = f"{street} bus {place.box}"
    return f"{street}, {town}" if street else town


def place_answer(asked: str, answer: PlaceAnswer) -> str | None:
    """One sentence about a place that somebody typed, None when there is nothing to say."""
    match answer.outcome:
        case Outcome.CORRECTED if answer.best:
            return f"We zoeken in {answer.best.label}. Bedoelde je iets anders? Typ het dan nog eens."
        case Outcome.CHOOSE if answer.best:
            others = [other.label for other in answer.alternatives if other.label != answer.best.label]
            return (
                f"{asked.strip()[:40]} kan meer dan één plek zijn: {_or([answer.best.label, *others])}. Kies er een."
            )
        case Outcome.NOT_BELGIUM:
            return f"{asked.strip()[:40]} ligt niet in België. Typ een gemeente of postcode in Vlaanderen of Brussel."
        case Outcome.UNKNOWN:
            return f"Wij kennen {asked.strip()[:40]} niet. Kijk of het juist geschreven is, of typ je postcode."
    return None


def _or(names: list[str]) -> str:
    return listed(names[:5], "or")


def choice(place: Place) -> str:
    """A place among others of its name: '9950 Waarschoot (Lievegem)'."""
    return place.label if place.name == place.municipality else f"{place.label} ({place.municipality})"
