"""A question as programs write it, and the counterpart of `found`: the command line and the API answer the same."""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime
from typing import Any

from pydantic import Field

from directory.finding.asking import Asked, ask
from directory.finding.find import MANY
from directory.finding.query import DEFAULT_RADIUS_KM, Query
from directory.geography.place import Outcome, Place
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind, Mode
from directory.model.record import Record
from directory.model.schedule import parse_moment
from directory.wording import found
from directory.wording.messages import N_, Sentence, _
from directory.wording.places import named, place_answer

CLOSEST_KM, FARTHEST_KM = 0.1, 500.0
"""How near and how far one may ask for doors, km."""


class UnusableFieldError(ValueError):
    """A field of a question holds what cannot be asked; `said`, also its text, says how to mend it."""

    def __init__(self, field: str, said: Sentence) -> None:
        super().__init__(said)
        self.field, self.said = field, said


class Sought(Record):
    """A question by ids, numbers and words. What is left out filters nothing."""

    words: str = Field(default="", description=N_("Wat iemand typt, in eigen woorden."))
    place: str | None = Field(default=None, description=N_("Postcode, gemeente of dorp."))
    within: float = Field(
        default=DEFAULT_RADIUS_KM,
        ge=CLOSEST_KM,
        le=FARTHEST_KM,
        description=N_("Hoe ver een deur mag zijn, in km."),
    )
    online: bool = Field(default=False, description=N_("Via chat, mail, formulier of forum."))
    phone: bool = Field(default=False, description=N_("Via de telefoon."))
    in_person: bool = Field(default=False, description=N_("Met iemand tegenover je."))
    channel: tuple[Kind, ...] = Field(default=(), description=N_("Soorten kanaal; een ervan is genoeg."))
    theme: tuple[str, ...] = Field(default=(), description=N_("Ids van thema's; een ervan is genoeg."))
    audience: str | None = Field(default=None, description=N_("Id van een doelgroep."))
    age: int | None = Field(default=None, ge=0, le=120, description=N_("Leeftijd in jaren."))
    language: str | None = Field(default=None, description=N_("Taal van de hulp (ISO 639-1), zoals fr."))
    free: bool = Field(default=False, description=N_("Alleen wat volgens een bron gratis is."))
    anonymous: bool = Field(
        default=False, description=N_("Alleen waar je volgens een bron je naam niet hoeft te zeggen.")
    )
    without_referral: bool = Field(default=False, description=N_("Alleen waar je zelf contact mag opnemen."))
    letter_needed: bool | None = Field(
        default=None, description=N_("Alleen waar er volgens een bron een verwijsbrief nodig is, of juist niet.")
    )
    intake: bool | None = Field(
        default=None, description=N_("Alleen waar er volgens een bron eerst een gesprek is, of juist niet.")
    )
    without_parents: bool | None = Field(
        default=None,
        description=N_("Alleen waar een minderjarige volgens een bron zonder ouders mag komen, of juist niet."),
    )
    open: bool = Field(default=False, description=N_("Alleen wat zeker open is."))
    at: str | None = Field(
        default=None,
        description=N_(
            "Op welk moment, in ISO 8601. Zonder tijdzone is het de tijd van Brussel. Weggelaten is het nu."
        ),
    )
    limit: int = Field(default=MANY, ge=1, description=N_("Hoogstens zoveel."))


@dataclass(frozen=True, slots=True)
class Reply:
    """What a program gets: `rows`, best first, and `said`, what people should know of how it was understood."""

    asked: Asked
    now: datetime
    rows: list[dict[str, Any]]
    said: tuple[str, ...]


def reply(catalogue: Catalogue, gazetteer: Gazetteer, sought: Sought, now: datetime) -> Reply:
    """The answer to a question; `now` holds unless it names a moment.

    Raises:
        UnusableFieldError: for a place, theme, audience, language or moment that does not exist.
    """
    place, said = _place(sought.place, gazetteer)
    moment = now if sought.at is None else _moment(sought.at)
    asked = ask(catalogue, gazetteer, _query(catalogue, sought, place), moment, limit=sought.limit)
    rows = found.as_rows(catalogue, asked.answer, asked.query, moment)[: sought.limit]
    if asked.answer.uncertain_total:
        said = (*said, _("Uren niet zeker: {number} andere.", number=asked.answer.uncertain_total))
    return Reply(asked, moment, rows, said)


def place_of(text: str, gazetteer: Gazetteer) -> tuple[Place, tuple[str, ...]]:
    """The place that is meant, of several the largest, and what is to be said of that.

    Raises:
        UnusableFieldError: when no place of Belgium is meant.
    """
    answer = gazetteer.find_place(text)
    if answer.outcome is Outcome.EMPTY:
        raise UnusableFieldError("place", Sentence(N_("Zeg waar: een postcode, een gemeente of een dorp.")))
    said = place_answer(text, answer)
    if answer.best is None:
        nowhere = N_("In België is er geen plaats {place}. Geef een postcode, een gemeente of een dorp.")
        raise UnusableFieldError("place", Sentence(nowhere, place=repr(text)))
    several = answer.outcome is Outcome.CHOOSE
    largest = _("We zoeken in {place}, de grootste.", place=named(answer.best)) if several else None
    return answer.best, tuple(sentence for sentence in (said, largest) if sentence)


def _place(text: str | None, gazetteer: Gazetteer) -> tuple[Place | None, tuple[str, ...]]:
    return (None, ()) if text is None else place_of(text, gazetteer)


def _query(catalogue: Catalogue, sought: Sought, place: Place | None) -> Query:
    vocabulary = catalogue.vocabulary
    ways = {Mode.ONLINE: sought.online, Mode.PHONE: sought.phone, Mode.IN_PERSON: sought.in_person}
    for theme in sought.theme:
        _known("theme", theme, [term.id for term in vocabulary.themes])
    if sought.audience is not None:
        _known("audience", sought.audience, [term.id for term in vocabulary.audiences])
    if sought.language is not None:
        _known("language", sought.language.lower(), sorted(catalogue.languages))
    return Query(
        words=sought.words,
        place=place,
        within_km=sought.within,
        modes=frozenset(mode for mode, wanted in ways.items() if wanted),
        kinds=frozenset(sought.channel),
        themes=frozenset(sought.theme),
        audience=sought.audience,
        age=sought.age,
        language=sought.language and sought.language.lower(),
        free=sought.free,
        anonymous=sought.anonymous,
        without_referral=sought.without_referral,
        letter_needed=sought.letter_needed,
        intake=sought.intake,
        without_parents=sought.without_parents,
        open_now=sought.open,
    )


def _known(field: str, asked: str, known: list[str]) -> None:
    if asked not in known:
        # Translators: {field} is the name of a field as programs write it: theme, audience or language.
        unknown = N_("{field} {asked} bestaat niet. Kies uit: {known}")
        raise UnusableFieldError(field, Sentence(unknown, field=field, asked=repr(asked), known=", ".join(known)))


def _moment(text: str) -> datetime:
    try:
        moment = parse_moment(text)
    except ValueError:
        moment = None
    # Further away no week around it can be reckoned.
    if moment is None or not MINYEAR < moment.year < MAXYEAR:
        no_moment = N_("{asked} is geen moment. Schrijf het als 2026-11-23T20:00.")
        raise UnusableFieldError("at", Sentence(no_moment, asked=repr(text)))
    return moment
