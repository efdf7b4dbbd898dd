"""What an answer is made of: services with their reasons and doors, and names without a service."""

from dataclasses import dataclass
from enum import StrEnum

from directory.model.channel import Channel, Mode
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.schedule import Reading, State
from directory.model.service import Service


@dataclass(frozen=True, slots=True)
class Door:
    """A place where the service is given; `distance_m` in metres from the asked place, None without one."""

    channel: Channel
    location: Location
    distance_m: float | None = None


class ReasonKind(StrEnum):
    """Why a result is there."""

    ALSO_KNOWN_AS = "also_known_as"
    FORMER_NAME = "former_name"
    TOOK_OVER = "took_over"
    STANDS_IN = "stands_in"
    MODES = "modes"
    OPEN = "open"
    DISTANCE = "distance"
    SERVES = "serves"
    THEME = "theme"
    LISTENS = "listens"
    AGES = "ages"
    FREE = "free"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, as a value: `subject` names the theme or the former name when there is one."""

    kind: ReasonKind
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A service that fits, with why.

    `channels` are all its channels with their reading; `fitting` the ids of those that fit the question;
    `doors` the doors that fit, nearest first; `modes` the ways in which it can be reached from there.
    """

    service: Service
    organisation: Organisation
    channels: tuple[tuple[Channel, Reading], ...]
    fitting: frozenset[str]
    modes: tuple[Mode, ...]
    state: State
    doors: tuple[Door, ...] = ()
    reasons: tuple[Reason, ...] = ()

    @property
    def nearest(self) -> Door | None:
        """The nearest door, None when nobody can be visited."""
        return self.doors[0] if self.doors else None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query.

    `results` best first, cut at the limit, of `total`; `strength` how well the best of them fits the words;
    `uncertain`, only when 'open now' is asked, the services whose hours are not sure; `organisations` what became of
    a name that has no service (any more); `themes` the ids of the themes that the question is about, `told` those
    that are chosen or said outright, `audience` that of whom its words surely say it is for; `meant` the typed words
    that were read as another.
    """

    total: int = 0
    strength: float = 0.0
    results: tuple[Result, ...] = ()
    uncertain_total: int = 0
    uncertain: tuple[Result, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    themes: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    audience: str | None = None
    meant: tuple[tuple[str, str], ...] = ()
    understood: bool = True
    """False when the words alone, whatever else is asked, find nothing at all."""
