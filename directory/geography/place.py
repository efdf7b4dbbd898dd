"""What a place is, and what an answer to "where?" looks like."""

from dataclasses import dataclass
from enum import StrEnum

from directory.model.location import Point


class PlaceKind(StrEnum):
    """What somebody meant: a postcode, a municipality, a village or quarter inside one, or a province."""

    POSTCODE = "postcode"
    MUNICIPALITY = "municipality"
    VILLAGE = "village"
    PROVINCE = "province"


class Region(StrEnum):
    """The region in which a place lies: Flanders, Brussels or Wallonia."""

    VLG = "VLG"
    BRU = "BRU"
    WAL = "WAL"


class Outcome(StrEnum):
    """How a question for a place ended."""

    FOUND = "found"
    CORRECTED = "corrected"
    """A typing error was mended: say which place was taken."""
    CHOOSE = "choose"
    """Several places are called so: ask which. `best` is the largest."""
    NOT_BELGIUM = "not_belgium"
    """A city abroad, or a number that is no Belgian postcode."""
    UNKNOWN = "unknown"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A postcode, municipality, village or Flemish province of Belgium, as it is since the mergers of 2025."""

    kind: PlaceKind
    postcode: str | None
    """The main postcode."""
    postcodes: tuple[str, ...]
    """All its postcodes, the main one first."""
    name: str
    """In Dutch; the French name where no Dutch one is known."""
    name_fr: str | None
    municipality: str
    """Dutch name of the municipality of today; of a province, its own."""
    municipality_fr: str
    refnis: str
    """Statbel's code of that municipality or province, 2025."""
    province: str | None
    """In Dutch. None in Brussel, which lies in no province."""
    region: Region
    point: Point
    """In the middle of the houses; for a small village without a point of its own, that of its postcode."""
    population: int | None
    """About how many people live there, by GeoNames. Good for ranking, not for quoting."""

    @property
    def is_wide(self) -> bool:
        """True for what is too large to be near to: one is in it or not."""
        return self.kind is PlaceKind.PROVINCE

    @property
    def label(self) -> str:
        """The place as on an envelope: "9050 Ledeberg"."""
        return f"{self.postcode} {self.name}" if self.postcode else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAnswer:
    """What we make of a text in which somebody says where they are."""

    outcome: Outcome
    best: Place | None = None
    alternatives: tuple[Place, ...] = ()
    """Other places of that name, largest first; never holds `best`."""
