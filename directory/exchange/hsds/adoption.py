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
    form: str = "HSDS"
    """What kind of feed it is."""
    region: str = "BE"
    """The country of telephone numbers that name none."""
    published_at: str | None = None
    """The web address of the feed: the source of what names no page of its own."""
    naming: Naming = field(default_factory=lambda: Naming({}, set()))
    terms: dict[str, Plain] = field(default_factory=dict)
    """The terms that the feed brings along, by their id."""
    withheld: set[str] = field(default_factory=set)
    """Our ids of locations that may not be known, as far as they have one."""
    places: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    """The file and line of what has an id of ours, and of its fields that stand apart."""
    problems: list[Problem] = field(default_factory=list)
    unread: bool = False
    """A number of the organisation at hand could not be read: what was known of it before is not gone."""

    @property
    def says(self) -> str:
        """What stands as source: where it was read."""
        return f"in a {'table' if self.form == 'CSV' else f'feed of {self.form}'}"

    def carrying(self, record: Plain, within: Found, kind: str) -> Carrying:
        """A record inside another one, to be taken over."""
        return Carrying(within.inside(record), kind, self.problems)

    def note(self, identity: str, found: Found, field: str = "") -> None:
        """Remember where the record stands that has this id of ours, or one field of it."""
        self.places.setdefault((identity, field), (found.file, found.line))

    def place(self, identity: str, field: str) -> tuple[str, int] | None:
        """The file and line of a field of the record that has this id, else of the record; None when not known."""
        return self.places.get((identity, field)) or self.places.get((identity, ""))
