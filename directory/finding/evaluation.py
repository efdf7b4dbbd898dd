"""How well questions are answered: scenarios in, the share that came first or among the first three out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import Field

from directory.finding.asking import ask
from directory.finding.query import Query
from directory.finding.results import Answer
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode
from directory.model.record import Record
from directory.model.schedule import parse_moment

AT_A_GLANCE = 3
"""How many results somebody in a hurry looks at."""


class Scenario(Record):
    """What somebody types, where and when, and which organisations must come of it."""

    id: str = Field(description="Name of the scenario.")
    say: str = Field(description="What they type.")
    place: str | None = Field(default=None, description="Where they are, when they say so apart.")
    at: str | None = Field(default=None, description="ISO moment at which they ask; empty: any.")
    mode: Mode | None = Field(default=None, description="The way of contact that they choose apart.")
    who: str | None = Field(default=None, description="Who they are: jongere, ouder, hulpverlener.")
    first: frozenset[str] = Field(description="Ids of organisations or services: one must come first; empty: any.")
    top3: frozenset[str] = Field(description="Ids of them: one must be among the first three.")
    never: frozenset[str] = Field(default=frozenset(), description="Ids that must not be among the first three.")
    note: str | None = Field(default=None, description="Why.")

    def query(self, gazetteer: Gazetteer) -> Query:
        """The question as the doors would ask it."""
        place = gazetteer.find_place(self.place).best if self.place else None
        return Query(words=self.say, place=place, modes=frozenset({self.mode} if self.mode else ()))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a scenario, as one reads it, best first: of each its organisation and its service, if any."""

    scenario: Scenario
    came: tuple[tuple[str, ...], ...]

    @property
    def first(self) -> bool | None:
        """Is the first right? None when the scenario asks for nobody in particular."""
        if not self.scenario.first:
            return None
        return any(not self.scenario.first.isdisjoint(ids) for ids in self.came[:1])

    @property
    def among_three(self) -> bool:
        """True when one of the first three is right."""
        return any(not self.scenario.top3.isdisjoint(ids) for ids in self.came[:AT_A_GLANCE])

    @property
    def wrongly(self) -> frozenset[str]:
        """Who stands among the first three and must not."""
        return self.scenario.never.intersection(i for ids in self.came[:AT_A_GLANCE] for i in ids)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcomes of all scenarios."""

    outcomes: tuple[Outcome, ...]

    @property
    def success_at_1(self) -> float:
        """The share of which the first result is right."""
        return _share([o.first for o in self.outcomes if o.first is not None])

    @property
    def success_at_3(self) -> float:
        """The share of which one of the first three results is right."""
        return _share([o.among_three for o in self.outcomes])

    @property
    def violations(self) -> tuple[Outcome, ...]:
        """The outcomes that show who must not be shown."""
        return tuple(o for o in self.outcomes if o.wrongly)


def evaluate(catalogue: Catalogue, gazetteer: Gazetteer, scenarios: Iterable[Scenario], now: datetime) -> Evaluation:
    """Ask every scenario; `now` is the moment of those that do not name one."""
    return Evaluation(tuple(_outcome(catalogue, gazetteer, s, now) for s in scenarios))


def _outcome(catalogue: Catalogue, gazetteer: Gazetteer, scenario: Scenario, now: datetime) -> Outcome:
    moment = parse_moment(scenario.at) if scenario.at else now
    asked = ask(catalogue, gazetteer, scenario.query(gazetteer), moment)
    return Outcome(scenario, as_read(asked.answer, asked.query))


def as_read(answer: Answer, query: Query) -> tuple[tuple[str, ...], ...]:
    """The organisation and service of each row of an answer, in the order in which every door shows them."""
    names = () if query.asks_for_a_service else tuple((o.id,) for o in answer.organisations)
    return (*names, *((r.organisation.id, r.service.id) for r in answer.results))


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 1.0
