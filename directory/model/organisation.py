"""Who gives help: an organisation with its services, its locations and its history."""

from enum import StrEnum

from pydantic import Field

from directory.model.location import Location
from directory.model.provenance import HttpsUrl, SourcedRecord
from directory.model.service import Service
from directory.model.text import Text


class Status(StrEnum):
    """What became of an organisation."""

    ACTIVE = "active"
    RENAMED = "renamed"
    MERGED = "merged"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Organisation(SourcedRecord):
    """One organisation: the content of one file under data/organisations."""

    name: str = Field(min_length=1, max_length=120, description="The name it uses.")
    legal_name: str | None = Field(default=None, max_length=160, description="Its name by law, when other.")
    also_known_as: tuple[str, ...] = Field(default=(), description="Former and other names.")
    parent: str | None = Field(default=None, description="Id of the organisation it is part of.")
    description: Text = Field(description="Who they are, in one or two plain sentences.")
    website: HttpsUrl | None = Field(default=None, description="Its own site.")
    founded: str | None = Field(default=None, max_length=20, description="Year in which it started.")
    status: Status = Field(description="Active, renamed, merged, closed or unknown.")
    status_note: Text | None = Field(default=None, description="What is known of its history or its doubts.")
    successor: str | None = Field(default=None, description="Id of the organisation that followed it.")
    done_today_by: tuple[str, ...] = Field(default=(), description="Ids of who does this work today.")
    services: tuple[Service, ...] = Field(default=(), description="What help it gives.")
    locations: tuple[Location, ...] = Field(default=(), description="Where it is.")

    @property
    def is_gone(self) -> bool:
        """True when it no longer works under this name: nobody may be sent to its channels."""
        return self.status in (Status.RENAMED, Status.MERGED, Status.CLOSED)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which people may ask for it, the present one first."""
        return (self.name, *([self.legal_name] if self.legal_name else []), *self.also_known_as)
