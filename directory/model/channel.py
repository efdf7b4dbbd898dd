"""How to reach a service: one channel, its value and when it answers."""

from enum import StrEnum

from pydantic import Field

from directory.model.provenance import SourcedRecord
from directory.model.text import Text


class Mode(StrEnum):
    """The three ways that matter to who asks: a call is heard at home and a chat is not."""

    ONLINE = "online"
    PHONE = "phone"
    IN_PERSON = "in_person"


class Kind(StrEnum):
    """The kind of a channel."""

    CHAT = "chat"
    WHATSAPP = "whatsapp"
    SMS = "sms"
    EMAIL = "email"
    WEB_FORM = "web_form"
    FORUM = "forum"
    VIDEO = "video"
    PHONE = "phone"
    WALK_IN = "walk_in"
    APPOINTMENT = "appointment"
    OUTREACH = "outreach"
    HOME_VISIT = "home_visit"

    @property
    def mode(self) -> Mode:
        """Online, by phone or in person."""
        if self is Kind.PHONE:
            return Mode.PHONE
        return Mode.IN_PERSON if self in _IN_PERSON else Mode.ONLINE

    @property
    def always_writable(self) -> bool:
        """One can write at any hour; when an answer comes is another matter."""
        return self in _WRITABLE


_WRITABLE = {Kind.EMAIL, Kind.WEB_FORM, Kind.FORUM}
_IN_PERSON = {Kind.WALK_IN, Kind.APPOINTMENT, Kind.OUTREACH, Kind.HOME_VISIT}


class Channel(SourcedRecord):
    """One way to reach a service."""

    kind: Kind = Field(description="Chat, phone, walk_in, …")
    value: str = Field(
        min_length=2, max_length=500, description="Number, address or page. A number as +32… or a short code."
    )
    location: str | None = Field(default=None, description="Id of the location, for a channel in person.")
    hours: str | None = Field(
        default=None, max_length=300, description="OSM opening_hours. Empty: not known, never 'closed'."
    )
    hours_note: Text | None = Field(default=None, description="What must be said about the hours.")
    cost_note: Text | None = Field(default=None, description="What it costs to use this channel.")
    traces: Text | None = Field(
        default=None, description="What others may see of it: call list, bill, browser, account."
    )

    @property
    def mode(self) -> Mode:
        """Online, by phone or in person."""
        return self.kind.mode
