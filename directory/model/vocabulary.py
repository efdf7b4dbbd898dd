"""The words of the field: themes and audiences, with what people really type."""

from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import Field

from directory.model.channel import Kind, Mode
from directory.model.record import SLUG, Record
from directory.model.text import Text


class Words(Record):
    """Everyday words for a term, per language: synonyms, youth words, chat spelling."""

    nl: tuple[str, ...] = Field(default=(), description="Dutch words.")
    fr: tuple[str, ...] = Field(default=(), description="French words.")
    en: tuple[str, ...] = Field(default=(), description="English words.")

    @property
    def all(self) -> tuple[str, ...]:
        """The words of all languages together."""
        return (*self.nl, *self.fr, *self.en)


class Term(Record):
    """One theme or audience."""

    id: str = Field(pattern=SLUG, max_length=60, description="Slug; it never changes.")
    label: Text = Field(description="How we say it to a young person.")
    words: Words = Field(default=Words(), description="What people type when they mean it.")
    broader: str | None = Field(default=None, description="Id of the wider term it belongs to.")
    chip: int | None = Field(default=None, description="Place among the buttons of the first screen.")
    discreet: bool = Field(default=False, description="Shown behind 'Meer': it can be read over a shoulder.")
    min_age: int | None = Field(default=None, ge=0, le=120, description="Audience: youngest age it means.")
    max_age: int | None = Field(default=None, ge=0, le=120, description="Audience: oldest age it means.")
    always: int | None = Field(default=None, description="Place among who is always there, under this label.")
    urgent: bool = Field(default=False, description="Tells of danger now: who answers at once comes first.")
    on_behalf: bool = Field(default=False, description="Audience: they ask for somebody else.")
    apart: bool = Field(default=False, description="Audience: who is for them first of all is seldom for others.")
    content_note: Text | None = Field(default=None, description="What to say before this topic.")
    open_eligibility: str | None = Field(default=None, description="Code in the Open Eligibility taxonomy.")


class When(StrEnum):
    """When somebody wants an answer."""

    NOW = "now"
    EVENING = "evening"
    NIGHT = "night"
    WEEKEND = "weekend"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Wish(Record):
    """Something that people say beside their need: how, when, at what price. It stands for filters."""

    id: str = Field(pattern=SLUG, max_length=60, description="Slug; it never changes.")
    label: Text = Field(description="How we say that we understood it.")
    words: Words = Field(default=Words(), description="What people type; counts anywhere in a question.")
    alone: Words = Field(default=Words(), description="The same, but only in a question of a few words.")
    kinds: tuple[Kind, ...] = Field(default=(), description="Kinds of channel it asks for; any of them.")
    modes: tuple[Mode, ...] = Field(default=(), description="Online, phone, in person; any of them.")
    when: When | None = Field(default=None, description="When there should be an answer.")
    free: bool = Field(default=False, description="It must cost nothing.")
    anonymous: bool = Field(default=False, description="One wants to stay unknown.")
    without_referral: bool = Field(default=False, description="One wants to make contact oneself.")
    language: str | None = Field(default=None, pattern="^[a-z]{2}$", description="Language of the help.")


class Saying(Record):
    """Words that say the same, or one as it is typed by who does not look at the spelling."""

    say: str = Field(pattern=r"^[a-z0-9]+( [a-z0-9]+)*$", description="What is read; small letters, no accents.")
    typed: tuple[Annotated[str, Field(pattern="^[a-z0-9]+$")], ...] = Field(
        min_length=1, description="What is typed for it: single words, small letters, no accents."
    )


class Vocabulary(Record):
    """All themes and audiences, the wishes that are said beside them, and words that are typed for others."""

    themes: tuple[Term, ...] = ()
    audiences: tuple[Term, ...] = ()
    wishes: tuple[Wish, ...] = ()
    sayings: tuple[Saying, ...] = ()

    @cached_property
    def _theme(self) -> dict[str, Term]:
        return {t.id: t for t in self.themes}

    @cached_property
    def _audience(self) -> dict[str, Term]:
        return {t.id: t for t in self.audiences}

    def theme(self, term_id: str) -> Term | None:
        """The theme with this id."""
        return self._theme.get(term_id)

    def audience(self, term_id: str) -> Term | None:
        """The audience with this id."""
        return self._audience.get(term_id)

    @cached_property
    def chips(self) -> tuple[Term, ...]:
        """The themes that the first question offers, in their order."""
        return tuple(sorted((t for t in self.themes if t.chip is not None), key=lambda t: t.chip or 0))

    @cached_property
    def discreet(self) -> tuple[Term, ...]:
        """The themes that are offered only to who asks for more: they can be read over a shoulder."""
        return tuple(t for t in self.themes if t.discreet)

    def within(self, term_id: str) -> frozenset[str]:
        """The ids of this theme or audience and of every one under it."""
        terms = self.themes if term_id in self._theme else self.audiences
        found = {term_id}
        while more := {t.id for t in terms if t.broader in found} - found:
            found |= more
        return frozenset(found)
