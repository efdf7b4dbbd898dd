"""All of it, linked by id and immutable: what every door asks its questions of."""

from dataclasses import dataclass, field
from functools import cached_property

from directory.model.channel import Channel
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.service import Service
from directory.model.study import Study
from directory.model.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Organisations with their services and locations, the vocabulary and the study."""

    organisations: tuple[Organisation, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    study: Study | None = None

    @cached_property
    def organisation(self) -> dict[str, Organisation]:
        """Organisations by id."""
        return {o.id: o for o in self.organisations}

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """Every service, in the order of the organisations."""
        return tuple(s for o in self.organisations for s in o.services)

    @cached_property
    def service(self) -> dict[str, Service]:
        """Services by id."""
        return {s.id: s for s in self.services}

    @cached_property
    def languages(self) -> frozenset[str]:
        """Every language in which some service helps (ISO 639-1)."""
        return frozenset(code for s in self.services for code in s.languages)

    @cached_property
    def location(self) -> dict[str, Location]:
        """Locations by id; a channel may point to a location of another organisation."""
        return {place.id: place for o in self.organisations for place in o.locations}

    @cached_property
    def predecessors(self) -> dict[str, tuple[Organisation, ...]]:
        """For each organisation that followed others, those others."""
        return {
            o.successor: tuple(p for p in self.organisations if p.successor == o.successor)
            for o in self.organisations
            if o.successor
        }

    @cached_property
    def stands_in_for(self) -> dict[str, tuple[Organisation, ...]]:
        """For each organisation that does the work of others today, those others."""
        found: dict[str, tuple[Organisation, ...]] = {}
        for former in self.organisations:
            for today in former.done_today_by:
                found[today] = (*found.get(today, ()), former)
        return found

    def today(self, organisation: Organisation) -> Organisation:
        """Who an organisation is today: the last of its successors, itself when they go in a circle."""
        seen = {organisation.id}
        latest = organisation
        while (successor := self.organisation.get(latest.successor or "")) is not None:
            if successor.id in seen:
                return organisation
            seen.add(successor.id)
            latest = successor
        return latest

    @cached_property
    def _owners(self) -> dict[str, Organisation]:
        return {s.id: o for o in self.organisations for s in o.services}

    def owner(self, service: Service) -> Organisation:
        """The organisation that gives this service."""
        return self._owners[service.id]

    def door(self, channel: Channel) -> Location | None:
        """The location of a channel, None when it has none or the location is not in the catalogue."""
        return self.location.get(channel.location) if channel.location else None
