"""The study's question 3a: how many and which organisations answer by e-mail or chat, when, in which languages.

An organisation counts when it is not known to have stopped and one of its services in the asked language
has such a channel. E-mail counts with the web form: both are written now and answered later. Those whose
service is for all of Flanders (or Belgium) are told apart from those for one region, province or town.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from directory.model.catalogue import Catalogue
from directory.model.channel import Channel, Kind
from directory.model.organisation import Organisation, Status
from directory.model.provenance import Source, latest
from directory.model.service import AreaLevel, Service
from directory.model.study import Participant

CHAT = frozenset({Kind.CHAT})
MAIL = frozenset({Kind.EMAIL, Kind.WEB_FORM})


@dataclass(frozen=True, slots=True)
class Answering:
    """How one organisation answers from a distance."""

    organisation: Organisation
    chat: bool
    mail: bool
    everywhere: bool
    services: tuple[Service, ...]
    chats: tuple[tuple[Service, Channel], ...]
    languages: tuple[str, ...]
    """Of the help (ISO 639-1), those of the services of which most are in that language first."""
    sources: tuple[Source, ...]
    """Who says that there is such a channel, newest first."""
    newest: date | None
    exists: bool
    verified: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """The answer in numbers."""

    chat: int
    mail: int
    both: int
    either: int


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """One participant of the study. None means that no source says so, never 'no'."""

    participant: Participant
    organisation: Organisation | None
    chat_then: bool | None
    mail_then: bool | None
    channels_then: tuple[Kind, ...]
    channels_now: tuple[Kind, ...]
    sources_then: tuple[Source, ...]
    """Who tells of the channels of then and of what happened since."""
    sources_now: tuple[Source, ...]
    """For each kind of channel of now the newest that says so."""


def answering(catalogue: Catalogue, language: str = "nl") -> tuple[Answering, ...]:
    """Every organisation that answers in this language by chat or by mail, by name."""
    found = (_answering(o, language) for o in catalogue.organisations if not o.is_gone)
    return tuple(sorted((a for a in found if a), key=lambda a: a.organisation.name.casefold()))


def counts(rows: tuple[Answering, ...]) -> Counts:
    """The numbers of these organisations."""
    return _counted([(a.chat, a.mail) for a in rows])


def then_and_now(catalogue: Catalogue) -> tuple[ThenAndNow, ...]:
    """Everybody named in the study, who gives help first, with the channels of then and of now."""
    if catalogue.study is None:
        return ()
    named = sorted(catalogue.study.participants, key=lambda p: (not p.gives_help, p.is_group and not p.organisation))
    return tuple(_row(catalogue, p) for p in named)


def counts_then_and_now(rows: tuple[ThenAndNow, ...]) -> tuple[Counts, Counts]:
    """Who in the study gives help: how many answered by chat or mail then, as far as a source says, and do now."""
    helping = [r for r in rows if r.participant.gives_help]
    then = [(r.chat_then is True, r.mail_then is True) for r in helping]
    now = [(bool(CHAT & set(r.channels_now)), bool(MAIL & set(r.channels_now))) for r in helping]
    return _counted(then), _counted(now)


def _counted(answers: Sequence[tuple[bool, bool]]) -> Counts:
    """The numbers of these, each answering by chat and by mail or not."""
    return Counts(
        chat=sum(chat for chat, _ in answers),
        mail=sum(mail for _, mail in answers),
        both=sum(chat and mail for chat, mail in answers),
        either=sum(chat or mail for chat, mail in answers),
    )


def _answering(organisation: Organisation, language: str) -> Answering | None:
    services = [s for s in organisation.services if language in s.languages and kinds(s) & (CHAT | MAIL)]
    if not services:
        return None
    pairs = [(s, c) for s in services for c in s.channels if c.kind in CHAT | MAIL]
    channels = [c for _, c in pairs]
    spoken = Counter(code for s in services for code in s.languages)
    has = frozenset(kind for s in services for kind in kinds(s))
    return Answering(
        organisation=organisation,
        chat=bool(has & CHAT),
        mail=bool(has & MAIL),
        everywhere=any(_is_for_everyone(s) for s in services),
        services=tuple(services),
        chats=tuple((s, c) for s, c in pairs if c.kind in CHAT),
        languages=tuple(code for code, _ in spoken.most_common()),
        sources=_newest_first(source for c in channels for source in c.sources),
        newest=latest(c.newest() for c in channels),
        exists=organisation.status is Status.ACTIVE,
        verified=any(c.verified for c in channels) and any(s.verified for s in services),
    )


def kinds(service: Service) -> frozenset[Kind]:
    """The kinds of channel of a service."""
    return frozenset(c.kind for c in service.channels)


def _is_for_everyone(service: Service) -> bool:
    area = service.service_area
    return area.level is AreaLevel.COUNTRY or (area.level is AreaLevel.REGION and "Vlaanderen" in area.names)


def _row(catalogue: Catalogue, participant: Participant) -> ThenAndNow:
    organisation = catalogue.organisation.get(participant.organisation or "")
    today = catalogue.today(organisation) if organisation else None
    channels = [c for s in today.services for c in s.channels] if today else []
    now = {c.kind: c for c in sorted(channels, key=lambda c: c.newest() or date.min)}
    then = [source for c in participant.channels_then for source in c.sources]
    return ThenAndNow(
        participant=participant,
        organisation=today,
        chat_then=participant.chat_then,
        mail_then=participant.email_then,
        channels_then=tuple(dict.fromkeys(c.kind for c in participant.channels_then)),
        channels_now=tuple(k for k in Kind if k in now),
        sources_then=_newest_first([*then, *participant.sources]),
        sources_now=_newest_first(_newest_first(c.sources)[0] for c in now.values()),
    )


def _newest_first(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each page once, the newest first; those without a date last."""
    ranked = sorted(sources, key=lambda s: s.dated or date.min, reverse=True)
    return tuple({s.url: s for s in reversed(ranked)}.values())[::-1]
