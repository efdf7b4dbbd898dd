"""What someone asks."""

from datetime import date, datetime

from pydantic import Field, field_validator

from directory.geography.place import Place
from directory.model.channel import Kind, Mode
from directory.model.record import Record
from directory.model.service import ADMISSION, RunBy
from directory.model.text import Language

DEFAULT_RADIUS_KM = 15.0
RADII_KM = (5.0, 10.0, DEFAULT_RADIUS_KM, 25.0, 50.0)
"""How far one may choose to look, km."""
LONGEST_QUESTION = 500


class Query(Record):
    """A question asked of the catalogue. Everything left empty filters nothing."""

    words: str = Field(default="", description="What they type, in their own words.")
    reads: Language = Field(default=Language.NL, description="What who asks reads, where the words do not say.")
    place: Place | None = Field(default=None, description="Near where.")
    within_km: float = Field(default=DEFAULT_RADIUS_KM, gt=0, description="How far a door may be, km.")
    modes: frozenset[Mode] = Field(default=frozenset(), description="Online, phone, in person; any of them.")
    kinds: frozenset[Kind] = Field(default=frozenset(), description="Kinds of channel; any of them.")
    themes: frozenset[str] = Field(default=frozenset(), description="Ids of themes; any of them.")
    audience: str | None = Field(default=None, description="Id of an audience.")
    age: int | None = Field(default=None, ge=0, le=120, description="Age in years.")
    language: str | None = Field(default=None, description="Language of the help (ISO 639-1).")
    free: bool = Field(default=False, description="Only what a source calls free.")
    anonymous: bool = Field(default=False, description="Only where a source says one may stay unknown.")
    without_referral: bool = Field(default=False, description="Only where one may make contact oneself.")
    through_professional: bool = Field(default=False, description="Only where a professional may refer.")
    letter_needed: bool | None = Field(
        default=None, description="Only where a letter of referral is needed, or is not."
    )
    intake: bool | None = Field(default=None, description="Only where a first talk comes before help, or does not.")
    without_parents: bool | None = Field(
        default=None, description="Only where a minor may come without parents, or may not."
    )
    run_by: RunBy | None = Field(default=None, description="Who answers.")
    wheelchair: bool = Field(default=False, description="Only what one can use in a wheelchair.")
    organisation: str | None = Field(default=None, description="Id of an organisation, or of whom it is part of.")
    newer_than: date | None = Field(default=None, description="Only with a source of after this day.")
    checked_after: date | None = Field(
        default=None, description="Only what was compared with the organisation itself after this day."
    )
    or_unknown: bool = Field(default=False, description="Also where no source says whether it fits a filter.")
    among: frozenset[str] | None = Field(default=None, description="Ids of services: only these.")
    open_now: bool = Field(default=False, description="Only what is surely open.")
    open_at: datetime | None = Field(default=None, description="Only what is surely open then.")
    rather_free: bool = Field(default=False, description="First what a source calls free.")
    rather_anonymous: bool = Field(default=False, description="First where a source says one may stay unknown.")

    rather_open: bool = Field(default=False, description="First who surely answers at this moment.")
    rather_there: bool = Field(
        default=False, description="First who has a door near the place, or is there for it alone."
    )
    or_listens: bool = Field(
        default=False,
        description="Where a theme or an audience is asked: below who is for it, also who listens to anybody.",
    )
    for_anybody: bool = Field(default=False, description="Take no notice of whom the words say it is for.")

    @field_validator("words")
    @classmethod
    def _cut(cls, words: str) -> str:
        """Nobody reads further than this, and no question may cost more than a long one."""
        return words[:LONGEST_QUESTION]

    @property
    def asks_when(self) -> bool:
        """True when only what is open at some moment will do."""
        return self.open_now or self.open_at is not None

    @property
    def asks_for_a_service(self) -> bool:
        """True when a filter is set that only a service can fit, so that a mere name is no answer."""
        filters = (
            *(self.modes, self.kinds, self.themes, self.audience, self.language, self.free, self.anonymous),
            *(self.without_referral, self.through_professional, self.run_by, self.wheelchair),
            *(self.newer_than, self.checked_after),
        )
        admission = any(getattr(self, field) is not None for field in ADMISSION)
        return any(filters) or admission or self.age is not None or self.asks_when
