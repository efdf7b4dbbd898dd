"""Where help is given: a location, its point on the earth and how exact that point is."""

from enum import StrEnum

from pydantic import Field

from directory.model.provenance import SourcedRecord
from directory.model.record import Record
from directory.model.text import Text


class Precision(StrEnum):
    """How exactly a point is known; only the first two may be drawn as a pin."""

    ADDRESS = "address"
    STREET = "street"
    POSTCODE = "postcode"
    MUNICIPALITY = "municipality"


class Role(StrEnum):
    """What a visitor may expect of a location."""

    DOOR = "door"
    OFFICE = "office"
    SEAT = "seat"


class Point(Record):
    """A place on the earth, WGS 84 (EPSG:4326), in degrees. Always by keyword: longitude comes first."""

    lon: float = Field(ge=-180, le=180, description="Longitude, degrees east of Greenwich.")
    lat: float = Field(ge=-90, le=90, description="Latitude, degrees north of the equator.")


class Location(SourcedRecord):
    """A physical place of an organisation, with everything that may be published about it."""

    name: str | None = Field(default=None, max_length=120, description="What people call the place.")
    street: str | None = Field(default=None, max_length=120, description="Street, without the number.")
    number: str | None = Field(default=None, max_length=20, description="House number.")
    box: str | None = Field(default=None, max_length=20, description="Letter box, when there is one.")
    postcode: str | None = Field(default=None, description="Belgian postcode, four digits.")
    municipality: str = Field(max_length=80, description="Municipality, by the name it has today, in Dutch.")
    place: str | None = Field(default=None, max_length=80, description="Village or quarter inside it.")
    lat: float | None = Field(default=None, description="Latitude of the point, degrees, WGS 84.")
    lon: float | None = Field(default=None, description="Longitude of the point, degrees, WGS 84.")
    precision: Precision | None = Field(default=None, description="How exact the point is.")
    point_source: str | None = Field(default=None, max_length=120, description="Where the point comes from.")
    note: Text | None = Field(default=None, description="What is missing or doubtful about this place.")
    wheelchair: bool | None = Field(default=None, description="Can a wheelchair enter? Empty: not known.")
    confidential: bool | None = Field(
        default=None,
        description="Must the address stay unpublished? A service that shelters people has to say so.",
    )
    role: Role = Field(default=Role.DOOR, description="Door: come in. Office: call first. Seat: no visitors.")

    @property
    def point(self) -> Point | None:
        """The point of this location, or None when it is not known or must not be shown."""
        if self.confidential or self.lat is None or self.lon is None:
            return None
        return Point(lon=self.lon, lat=self.lat)

    @property
    def is_exact(self) -> bool:
        """True when the point may be drawn as a pin rather than as a soft area."""
        return self.point is not None and self.precision in (Precision.ADDRESS, Precision.STREET)
