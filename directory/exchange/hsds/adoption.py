"""What it takes to read the feed of somebody else: our words, our places, the day, and the ids we gave."""

from dataclasses import dataclass, field
from datetime import date

from directory.exchange.hsds.carrying import Carrying
from directory.exchange.hsds.feed import Found
from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.naming import Naming
from directory.geography.places import Gazetteer
from directory.model.vocabulary import Vocabulary
from directory.store.problems import Problem


@dataclass(slots=True)
class Adoption:
    """One import of a feed of others."""

    vocabulary: Vocabulary
    gazetteer: Gazetteer
    today: date
    published_at: str | None = None
    """The web address of the feed: the source of what names no page of its own."""
    naming: Naming = field(default_factory=lambda: Naming({}, set()))
    terms: dict[str, Plain] = field(default_factory=dict)
    """The terms that the feed brings along, by their id."""
    withheld: set[str] = field(default_factory=set)
    """Our ids of locations that may not be known, as far as they have one."""
    problems: list[Problem] = field(default_factory=list)

    def carrying(self, record: Plain, within: Found, kind: str) -> Carrying:
        """A record inside another one, to be taken over."""
        return Carrying(Found(record, within.file, within.line), kind, self.problems)
