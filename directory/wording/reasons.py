"""Reasons as sentences: 'chat, nu open tot 22 u', '4 km van 9050 Ledeberg', 'voor 12 tot 25 jaar'."""

from datetime import datetime

from directory.finding.query import Query
from directory.finding.results import Reason, ReasonKind, Result
from directory.model.channel import Channel
from directory.model.schedule import Reading, State
from directory.model.vocabulary import Vocabulary
from directory.wording import hours, labels


def reason(why: Reason, result: Result, query: Query, vocabulary: Vocabulary, now: datetime) -> str | None:
    """One reason in Dutch, None when it has nothing to add."""
    service = result.service
    match why.kind:
        case ReasonKind.FORMER_NAME:
            return f"heette vroeger {why.subject}" if why.subject else None
        case ReasonKind.OPEN:
            return _open_channel(result, now)
        case ReasonKind.DISTANCE if result.nearest and query.place and result.nearest.distance_m is not None:
            return f"{labels.kilometres(result.nearest.distance_m)} van {query.place.label}"
        case ReasonKind.SERVES:
            return f"voor {labels.area(service.service_area)}"
        case ReasonKind.THEME if term := vocabulary.theme(why.subject or ""):
            return f"over {term.label.nl.lower()}"
        case ReasonKind.AGES:
            return labels.ages(service.eligibility.min_age, service.eligibility.max_age)
        case ReasonKind.FREE:
            return "gratis"
        case ReasonKind.ANONYMOUS:
            return "anoniem"
    return None


def reasons(result: Result, query: Query, vocabulary: Vocabulary, now: datetime) -> list[str]:
    """All reasons of a result in Dutch, most telling first, never the same one twice."""
    said = (reason(why, result, query, vocabulary, now) for why in result.reasons)
    return list(dict.fromkeys(text for text in said if text))


def _open_channel(result: Result, now: datetime) -> str | None:
    open_ones = [(c, r) for c, r in result.channels if r.state is State.OPEN and c.id in result.fitting]
    if not open_ones:
        return None
    channel, reading = max(open_ones, key=_closes_last)
    return f"{labels.KIND[channel.kind]}, nu {hours.state(reading, now).replace('dag en nacht open', 'en altijd open')}"


def _closes_last(one: tuple[Channel, Reading]) -> tuple[bool, float]:
    reading = one[1]
    return reading.always, reading.until.timestamp() if reading.until else 0.0
