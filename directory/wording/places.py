"""What we say about a place: addresses, distances, and a place name that we do or do not know."""

from directory.geography.place import Outcome, Place, PlaceAnswer, PlaceKind
from directory.model.location import Location, Role
from directory.wording.labels import listed
from directory.wording.messages import N_, Words, _, apart, place_name
from directory.wording.written import shortened

LONGEST_SAID = 40
"""So many signs of what was typed for a place are said again."""

ROLE_NOTE = Words(
    {
        Role.OFFICE: N_("Dit is een kantoor: bel of mail eerst."),
        Role.SEAT: N_("Dit is de zetel: hier kun je niet langsgaan."),
    }
)


def address(place: Location) -> str:
    """The address as far as it is known and public: 'Drabstraat 5, 9000 Gent'."""
    municipality = place_name(place.municipality)
    town = " ".join(part for part in (place.postcode, municipality) if part)
    if place.confidential:
        return _("{municipality}, adres niet openbaar", municipality=municipality)
    street = " ".join(part for part in (place.street, place.number) if part)
    if street and place.box:
        street = _("{street} bus {box}", street=street, box=place.box)
    return f"{street}, {town}" if street else town


def place_answer(asked: str, answer: PlaceAnswer) -> str | None:
    """One sentence about a place that somebody typed, None when there is nothing to say."""
    typed = shortened(asked.strip(), LONGEST_SAID)
    match answer.outcome:
        case Outcome.CORRECTED if answer.best:
            return _("We zoeken in {place}. Bedoelde je iets anders? Typ het dan nog eens.", place=named(answer.best))
        case Outcome.CHOOSE if answer.best:
            others = dict.fromkeys(apart(named(place)) for place in (answer.best, *answer.alternatives))
            places = listed(list(others)[:5], "or")
            return _("{typed} kan meer dan één plek zijn: {places}. Kies er een.", typed=typed, places=places)
        case Outcome.NOT_BELGIUM:
            return _(
                "{typed} ligt niet in België. Typ een gemeente of postcode in Vlaanderen of Brussel.", typed=typed
            )
        case Outcome.UNKNOWN:
            return _("Wij kennen {typed} niet. Kijk of het juist geschreven is, of typ je postcode.", typed=typed)
    return None


def choice(place: Place) -> str:
    """A place among others of its name: '9950 Waarschoot (Lievegem)'."""
    if place.name == place.municipality:
        return named(place)
    return f"{named(place)} ({place_name(place.municipality)})"


def named(place: Place) -> str:
    """A place as on an envelope, in the language spoken now: "9050 Ledeberg", "9000 Gand"."""
    # A village can be called like a town elsewhere, and keeps its name: Halle in Zoersel is not Hal.
    name = place.name if place.kind is PlaceKind.VILLAGE else place_name(place.name)
    return f"{place.postcode} {name}" if place.postcode else name
