"""A card for a page that stays as it is: the hours of the week, and nothing that holds for a moment only."""

from dataclasses import replace

from directory.model.service import Service
from directory.wording.card import Card, CardChannel, Light
from directory.wording.messages import _


def lasting(card: Card, service: Service) -> Card:
    """The card without who is open now, and with its channels in the order of the service."""
    hours = {channel.id: channel.hours for channel in service.channels}
    order = {channel: number for number, channel in enumerate(hours)}
    channels = sorted(card.channels, key=lambda channel: order[channel.id])
    return replace(
        card,
        why=(),
        channels=tuple(_channel(channel, hours[channel.id]) for channel in channels),
        other_doors=tuple(replace(door, state=None) for door in card.other_doors),
    )


def _channel(channel: CardChannel, hours: str | None) -> CardChannel:
    details = tuple(text for text in (channel.cost, channel.week) if text)
    if channel.light is Light.ANYTIME:
        return replace(channel, details=details)
    if channel.week:
        state = ""
    else:
        state = _("uren niet elke week dezelfde: kijk op hun site") if hours else _("uren niet gekend")
    return replace(channel, light=Light.UNKNOWN, state=state, details=details)
