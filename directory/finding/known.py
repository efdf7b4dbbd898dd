"""What is known of each service, laid out in arrays: three answers, and how old the newest word is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np
from numpy.typing import NDArray

from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind, Mode
from directory.model.service import ADMISSION, Referral, RunBy, Service

Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]
UNDATED = 0
"""Stands for the day of what has no date; days are counted as `date.toordinal` does."""
COMES_TO_YOU = (Kind.HOME_VISIT, Kind.OUTREACH)


@dataclass(frozen=True, slots=True)
class Answers:
    """Of each service: surely so, and where no source says; who is in neither is surely not."""

    yes: Flags
    unknown: Flags


@dataclass(frozen=True, slots=True)
class Known:
    """The answers of all services, in their order. `newest` and `checked` are days, UNDATED where there is none."""

    free: Answers
    anonymous: Answers
    by_oneself: Answers
    through_professional: Answers
    admission: dict[str, dict[bool, Answers]]
    """By the name of the field, and by what is wanted of it."""
    run_by: dict[RunBy, Answers]
    no_ages: Flags
    no_audience: Flags
    no_language: Flags
    newest: Numbers
    checked: Numbers


def known(services: Sequence[Service]) -> Known:
    """Lay out what is known of these services."""

    def answers(of: Callable[[Service], bool | None]) -> Answers:
        return _answers([of(service) for service in services])

    return Known(
        free=answers(lambda s: None if s.cost_eur is None else s.cost_eur == 0),
        anonymous=answers(lambda s: s.anonymous),
        by_oneself=answers(lambda s: _is(s.referral, Referral.SELF, Referral.BOTH)),
        through_professional=answers(lambda s: _is(s.referral, Referral.PROFESSIONAL, Referral.BOTH)),
        admission={
            field: {wanted: answers(partial(_says, field, wanted)) for wanted in (True, False)} for field in ADMISSION
        },
        run_by={who: answers(partial(_is_run_by, who)) for who in RunBy},
        no_ages=_flags(s.eligibility.min_age is None and s.eligibility.max_age is None for s in services),
        no_audience=_flags(not s.eligibility.audiences for s in services),
        no_language=_flags(not s.languages for s in services),
        newest=_days(s.dated for s in services),
        checked=_days(s.wholly_checked_on for s in services),
    )


def _is(said: Referral | None, *wanted: Referral) -> bool | None:
    return None if said is None else said in wanted


def _says(field: str, wanted: bool, service: Service) -> bool | None:
    said: bool | None = getattr(service, field)
    return None if said is None else said is wanted


def _is_run_by(who: RunBy, service: Service) -> bool | None:
    return None if service.run_by is None else service.run_by is who


def enterable(catalogue: Catalogue, channels: Iterable[Channel]) -> Answers:
    """Of each channel whether somebody in a wheelchair can use it: surely, where they need no door for it."""
    return _answers([_enterable(catalogue, channel) for channel in channels])


def _enterable(catalogue: Catalogue, channel: Channel) -> bool | None:
    if channel.mode is not Mode.IN_PERSON or channel.kind in COMES_TO_YOU:
        return True
    place = catalogue.door(channel)
    return place.wheelchair if place else None


def _answers(said: Sequence[bool | None]) -> Answers:
    return Answers(_flags(one is True for one in said), _flags(one is None for one in said))


def _flags(values: Iterable[bool]) -> Flags:
    return np.array(list(values), dtype=bool)


def _days(days: Iterable[date | None]) -> Numbers:
    return np.array([day.toordinal() if day else UNDATED for day in days], dtype=np.int64)
