"""Reasons as sentences: 'chat, nu open tot 22 u', '4 km van 9050 Ledeberg', 'voor 12 tot 25 jaar'."""

from datetime import datetime

from directory.finding.query import Query
from directory.finding.results import Reason, ReasonKind, Result
from directory.model.channel import Channel, Mode
from directory.model.schedule import Reading, State
from directory.model.vocabulary import Vocabulary
from directory.wording import hours, labels
from directory.wording.messages import N_, Words, _, kept_per_language, place_name
from directory.wording.places import named
from directory.wording.written import written


def reason(
    why: Reason, result: Result, query: Query, vocabulary: Vocabulary, now: datetime, *, door: str | None = None
) -> str | None:
    """One reason in words, None when it has nothing to add; a distance is that of the nearest door, or of `door`."""
    service = result.service
    match why.kind:
        case ReasonKind.FORMER_NAME:
            return _("heette vroeger {name}", name=why.subject)
        case ReasonKind.ALSO_KNOWN_AS:
            return _("ook bekend als {name}", name=why.subject)
        case ReasonKind.TOOK_OVER:
            return _("gaat verder met het werk van {name}", name=why.subject)
        case ReasonKind.STANDS_IN:
            return _("doet vandaag wat {name} deed", name=why.subject)
        case ReasonKind.OPEN:
            return _open_channel(result, now)
        case ReasonKind.MODES:
            return _ways(result.modes) or None
        case ReasonKind.DISTANCE:
            return _distance(result, query, door)
        case ReasonKind.SERVES:
            return _("voor {whom}", whom=labels.area(service.service_area))
        case ReasonKind.THEME:
            about = _theme(why, vocabulary)
            return _("over {theme}", theme=about) if about else None
        case ReasonKind.LISTENS:
            about = _theme(why, vocabulary)
            listens = _("hier luistert iemand")
            return _("over {theme}, en hier luistert iemand", theme=about) if about else listens
        case ReasonKind.AGES:
            return labels.ages(service.eligibility.min_age, service.eligibility.max_age)
    return _YES[why.kind]


@kept_per_language(maxsize=2 ** len(Mode))
def _ways(modes: tuple[Mode, ...]) -> str:
    return labels.listed([labels.MODE_SHORT[mode] for mode in modes])


def _theme(why: Reason, vocabulary: Vocabulary) -> str | None:
    term = vocabulary.theme(why.subject or "")
    return labels.within_sentence(written(term.label)) if term else None


_YES = Words({ReasonKind.FREE: N_("gratis"), ReasonKind.ANONYMOUS: N_("anoniem")})


def _distance(result: Result, query: Query, named_door: str | None) -> str | None:
    doors = (d for d in result.doors if named_door in (None, d.location.id))
    door = next(doors, None)
    if door is None or query.place is None or door.distance_m is None:
        return None
    if not door.location.is_exact:
        return _("in {place}", place=place_name(door.location.municipality))
    return _("{distance} van {place}", distance=labels.kilometres(door.distance_m), place=named(query.place))


def reasons(
    result: Result, query: Query, vocabulary: Vocabulary, now: datetime, *, door: str | None = None
) -> list[str]:
    """All reasons of a result in words, most telling first, never the same one twice.

    `door` is the id of the door that the distance is to be of, instead of the nearest.
    """
    said = (reason(why, result, query, vocabulary, now, door=door) for why in result.reasons)
    return list(dict.fromkeys(text for text in said if text))


def _open_channel(result: Result, now: datetime) -> str | None:
    open_ones = [(c, r) for c, r in result.channels if r.state is State.OPEN and c.id in result.fitting]
    if not open_ones:
        return None
    channel, reading = max(open_ones, key=_closes_last)
    opening = hours.always() if reading.always else _("nu {state}", state=hours.state(reading, now))
    return f"{labels.KIND[channel.kind]}, {opening}"


def _closes_last(one: tuple[Channel, Reading]) -> tuple[bool, float]:
    reading = one[1]
    return reading.always, reading.until.timestamp() if reading.until else 0.0
