"""The study of 2007-2008: who was asked, by which channels they answered then, and who they are today."""

from pydantic import Field

from directory.model.channel import Kind
from directory.model.provenance import Source
from directory.model.record import SLUG, Record
from directory.model.text import Text


class ChannelThen(Record):
    """A channel that a source shows for 2007-2008."""

    kind: Kind = Field(description="The kind of the channel.")
    since: str | None = Field(default=None, description="Since when, as the source says it.")
    note: Text | None = Field(default=None, description="What it was.")
    sources: tuple[Source, ...] = Field(default=(), description="Who says so; empty: the study itself.")


class Participant(Record):
    """One organisation or group named in the study."""

    id: str = Field(pattern=SLUG, description="Slug; it never changes.")
    named_as: str = Field(max_length=160, description="Its name in the study.")
    is_group: bool = Field(default=False, description="True for a group rather than one organisation.")
    organisation: str | None = Field(default=None, description="Id of the organisation today.")
    roles: tuple[Text, ...] = Field(description="What part it had in the study.")
    gives_help: bool = Field(description="Does it give help itself?")
    channels_then: tuple[ChannelThen, ...] = Field(default=(), description="Channels of 2007-2008.")
    chat_then: bool | None = Field(default=None, description="Help by chat then. Empty: not found.")
    email_then: bool | None = Field(default=None, description="Help by e-mail then. Empty: not found.")
    sms_then: bool | None = Field(default=None, description="Help by sms then. Empty: not found.")
    history: Text | None = Field(default=None, description="What happened since.")
    done_today_by: tuple[str, ...] = Field(default=(), description="Ids of who does this work today.")
    sources: tuple[Source, ...] = Field(default=(), description="Who says so.")


class Study(Record):
    """The study and everybody named in it."""

    title: str = Field(max_length=200, description="Title of the report.")
    publisher: str = Field(max_length=120, description="Who published it.")
    question: Text = Field(description="The question that this directory answers.")
    participants: tuple[Participant, ...] = Field(description="Everybody named in it.")
