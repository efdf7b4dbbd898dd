"""What there is to press: telephone, mail, chat and place as links."""

import re

from directory.model.channel import Channel, Kind
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.web_address import WEB_ADDRESS
from directory.wording import labels
from directory.wording.messages import N_, Words, _, apart

_ON_SITE = Words(
    {
        Kind.CHAT: N_("Chat op {site}"),
        Kind.WEB_FORM: N_("Formulier op {site}"),
        Kind.FORUM: N_("Forum op {site}"),
        Kind.VIDEO: N_("Videogesprek op {site}"),
    }
)
_IN_PERSON = Words(
    {
        Kind.WALK_IN: N_("Binnenlopen"),
        Kind.APPOINTMENT: N_("Op afspraak"),
        Kind.OUTREACH: N_("Ze komen naar je toe"),
        Kind.HOME_VISIT: N_("Ze komen aan huis"),
    }
)
_WHATSAPP = "https://wa.me/"


def title(channel: Channel) -> str:
    """What a channel is called on the card: '0800 13 500', 'Chat op awel.be', 'Binnenlopen'."""
    match channel.kind:
        case Kind.PHONE:
            return labels.phone(channel.value)
        case Kind.SMS | Kind.WHATSAPP:
            return f"{labels.KIND[channel.kind]} {apart(labels.phone(channel.value))}"
        case Kind.EMAIL:
            return channel.value
        case kind if kind in _ON_SITE:
            return _ON_SITE[kind].format(site=labels.host(channel.value))
    return _IN_PERSON[channel.kind]


_SAFE = re.compile(rf"{WEB_ADDRESS}|(tel|sms):\+?[0-9]{{2,15}}|mailto:[A-Za-z0-9._+'-]+@[A-Za-z0-9.-]+")
"""A page, a plain number or one plain address: no order to a telephone, no second receiver, no script."""


def press(channel: Channel, organisation: Organisation) -> tuple[str, str] | None:
    """The link of a channel, None when there is nothing to press, or nothing that is safe to press."""
    link = _link(channel, organisation)
    return link if link and _SAFE.fullmatch(link[1]) else None


def _link(channel: Channel, organisation: Organisation) -> tuple[str, str] | None:
    """Words and target of the link of a channel, None when there is nothing to press.

    A channel in person links to its value only when that is an address to write to or the organisation's
    own site: a news page that mentions it belongs to the sources.
    """
    value = channel.value
    match channel.kind:
        case Kind.PHONE:
            return title(channel), f"tel:{value}"
        case Kind.SMS:
            return title(channel), f"sms:{value}"
        case Kind.WHATSAPP:
            number = value.removeprefix(_WHATSAPP).lstrip("+")
            return (title(channel), f"{_WHATSAPP}{number}") if re.fullmatch("[0-9]{6,15}", number) else None
        case Kind.EMAIL:
            return title(channel), f"mailto:{value}"
        case kind if kind in _ON_SITE:
            return title(channel), value
    if "@" in value and "/" not in value:
        return _("mail {address}", address=value), f"mailto:{value}"
    own = labels.host(organisation.website) if organisation.website else None
    return (_("meer op {site}", site=labels.host(value)), value) if own and labels.host(value) == own else None


def to_place(place: Location) -> list[tuple[str, str]]:
    """Links to a place on a map of the visitor's own, only where the point is exact and public."""
    point = place.point
    if point is None or not place.is_exact:
        return []
    spot = f"{point.lat:.5f},{point.lon:.5f}"
    shown = f"https://www.openstreetmap.org/?mlat={point.lat:.5f}&mlon={point.lon:.5f}#map=17/{point.lat:.5f}/{point.lon:.5f}"
    return [(_("in je kaart-app"), f"geo:{spot}?q={spot}"), (_("op OpenStreetMap"), shown)]


def to_write(contact: str) -> tuple[str, str] | None:
    """Words and target for who can be written to: an e-mail address or a web address; None for anything else."""
    if re.fullmatch(WEB_ADDRESS, contact):
        return labels.host(contact), contact
    target = f"mailto:{contact}"
    return (contact, target) if _SAFE.fullmatch(target) else None
