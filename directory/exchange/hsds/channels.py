"""How a channel says where it leads to: a number, a mail address, a page, or a place one goes to."""

from directory.exchange.hsds.forms import as_uri, is_email
from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.mapping import Plain
from directory.model.channel import Channel, Kind, Mode
from directory.wording.labels import KIND

DIALLED = {Kind.PHONE: "voice", Kind.SMS: "text", Kind.WHATSAPP: "whatsapp"}
"""Kinds that have a number, with the `type` of a phone of HSDS."""


def virtual_location(channel: Channel, organisation: str) -> Plain:
    """The location of what one need not go to, or of where nobody may know; `organisation` is a UUID."""
    return {
        "id": uuid_of("virtual", channel.id),
        "location_type": "virtual",
        "organization_id": organisation,
        "name": KIND[channel.kind].capitalize(),
    }


def put_value(record: Plain, location: Plain, channel: Channel) -> set[str]:
    """Write the value of a channel where HSDS has a place for it; which fields it now holds exactly."""
    link = record["id"]
    if channel.kind in DIALLED:
        number = {"id": uuid_of("phone", channel.id), "service_at_location_id": link, "number": channel.value}
        record["phones"] = [number | {"type": DIALLED[channel.kind]}]
        return {"value"}
    if channel.kind is Kind.EMAIL:
        if not is_email(channel.value):
            return set()
        contact = {"id": uuid_of("contact", channel.id), "service_at_location_id": link, "email": channel.value}
        record["contacts"] = [contact]
        return {"value"}
    if channel.mode is Mode.ONLINE and (page := as_uri(channel.value)):
        location["url"] = page
        return {"value"} if page == channel.value else set()
    return set()
