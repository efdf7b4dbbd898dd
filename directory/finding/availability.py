"""Is this channel open? Its hours at a moment, weighed by how well they are known."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from directory.model.channel import Channel
from directory.model.provenance import Freshness
from directory.model.schedule import Doubt, Reading, State, in_brussels, schedule
from directory.model.service import AreaLevel, Service


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that decides a state: equal evidence gives an equal reading, so it is judged once."""

    hours: str | None
    flemish: bool
    doubt: Doubt | None


def is_flemish(service: Service) -> bool:
    """True for a service of the Flemish Community, whose hours 11 July makes uncertain."""
    return "nl" in service.languages and service.service_area.level is not AreaLevel.COUNTRY


def evidence(service: Service, channel: Channel, today: date) -> Evidence:
    """What is known of the hours of a channel: old and unverified hours never make it open."""
    doubt = None
    # One can always write; hours of a mailbox would only be those of who reads it.
    hours = None if channel.kind.always_writable else channel.hours
    if hours is None:
        doubt = Doubt.NO_HOURS
    elif not (channel.verified and service.verified):
        doubt = Doubt.UNVERIFIED
    elif channel.freshness(today, "hours") is Freshness.OLD:
        doubt = Doubt.OLD
    return Evidence(hours, is_flemish(service), doubt)


@lru_cache(maxsize=4096)
def judge(known: Evidence, now: datetime) -> Reading:
    """The reading of this evidence at a moment; doubtful hours say only what is probable."""
    if known.hours is None:
        return Reading(State.UNKNOWN, Doubt.NO_HOURS)
    reading = schedule(known.hours, flemish=known.flemish).at(now)
    if known.doubt is None or reading.state is State.UNKNOWN:
        return reading
    return replace(reading, state=State.UNKNOWN, doubt=known.doubt, probably=reading.state)


def availability(service: Service, channel: Channel, now: datetime) -> Reading:
    """Whether a channel answers at a moment (any zone; naive is Brussels time)."""
    return judge(evidence(service, channel, in_brussels(now).date()), now)
