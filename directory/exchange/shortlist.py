"""What a worker picked out for somebody: some services in an order, and what to say of each."""

from typing import Self

from pydantic import Field, field_validator

from directory.model.record import SLUG, Record

MOST = 20
"""Nobody can be sent to more places than this at once."""


class Choice(Record):
    """One service that was picked out, and how it is handed over."""

    service: str = Field(pattern=SLUG, max_length=80, description="Id of the service.")
    door: str | None = Field(default=None, description="Id of the location that is meant, of a service with many.")
    note: str = Field(default="", max_length=600, description="What the worker wants to say of it.")
    label: str = Field(default="", max_length=60, description="What a client's card calls it. Empty: Gesprek 1.")
    named: bool = Field(default=False, description="May a client's card say the names of the organisation?")
    with_sites: bool = Field(default=False, description="May a client's card show its web and mail addresses?")


class Shortlist(Record):
    """Services in the order of the worker, each of them once. Held by who made it, stored nowhere."""

    choices: tuple[Choice, ...] = Field(default=(), max_length=MOST, description="In order.")

    @field_validator("choices")
    @classmethod
    def _once(cls, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        if len({c.service for c in choices}) < len(choices):
            raise ValueError("a service stands in it twice")
        return choices

    @classmethod
    def of(cls, *services: str) -> Self:
        """The shortlist of these ids, nothing said of them; a repeated one counts once.

        Raises ValueError for more than MOST of them, or for what cannot be an id.
        """
        return cls(choices=tuple(Choice(service=service) for service in dict.fromkeys(services)))

    @property
    def services(self) -> tuple[str, ...]:
        """The ids of its services, in order."""
        return tuple(choice.service for choice in self.choices)

    @property
    def is_full(self) -> bool:
        """True when no service can be added."""
        return len(self.choices) >= MOST

    def added(self, service: str, *, door: str | None = None) -> Self:
        """With this service at the end; the same when it is there already, or when it is full."""
        if service in self.services or self.is_full:
            return self
        return self._with((*self.choices, Choice(service=service, door=door)))

    def removed(self, service: str) -> Self:
        """Without this service."""
        return self._with(tuple(c for c in self.choices if c.service != service))

    def moved(self, service: str, places: int) -> Self:
        """With this service so many places later (earlier when negative), as far as there are places."""
        if service not in self.services:
            return self
        at = self.services.index(service)
        others = [c for c in self.choices if c.service != service]
        others.insert(max(0, min(len(others), at + places)), self.choices[at])
        return self._with(tuple(others))

    def changed(self, choice: Choice) -> Self:
        """With this said of its service, in the place where it stands."""
        return self._with(tuple(choice if c.service == choice.service else c for c in self.choices))

    def _with(self, choices: tuple[Choice, ...]) -> Self:
        return type(self)(choices=choices)
