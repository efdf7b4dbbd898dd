"""What every form of what is handed over says alike: sheet, card, message, contact and table."""

from datetime import datetime

from babel.dates import format_date

from directory.model.channel import Kind
from directory.settings import OPERATOR
from directory.wording.hours import clock
from directory.wording.messages import N_, Words, _, locale, pgettext

HOW = Words(
    {
        Kind.CHAT: N_("Chatten"),
        Kind.WHATSAPP: N_("WhatsApp"),
        Kind.SMS: N_("Sms"),
        Kind.EMAIL: N_("Mailen"),
        Kind.WEB_FORM: N_("Formulier"),
        Kind.FORUM: N_("Forum"),
        Kind.VIDEO: N_("Videogesprek"),
        Kind.PHONE: N_("Bellen"),
        Kind.WALK_IN: N_("Binnenlopen"),
        Kind.APPOINTMENT: N_("Op afspraak"),
        Kind.OUTREACH: N_("Op straat"),
        Kind.HOME_VISIT: N_("Aan huis"),
    }
)
"""What one does to reach somebody: the word that stands before a number or an address."""


def contacts() -> str:
    """The title of what is for the worker: it stands in a list of files, so it tells nothing."""
    return _("Contactgegevens")


def addresses() -> str:
    """The title of a client's card, which tells nothing either."""
    return _("Adressen")


def looked_up(moment: datetime) -> str:
    """When it was looked up: Opgezocht op 25 november 2026, 20 u."""
    return _("Opgezocht op {day}, {time}", day=format_date(moment, "long", locale=locale()), time=clock(moment))


def caution() -> str:
    """That hours may change and, as long as nobody runs the site, that this comes from a test version."""
    about_us = "" if OPERATOR.value else _("Dit komt uit een proefversie: kijk alles na.")
    may_change = _("Uren kunnen veranderen, zeker op feestdagen en in vakanties.")
    return f"{about_us} {may_change}".strip()


def nothing_to_show() -> str:
    """What stands on a client's card when all that is known of a service would tell what it is about."""
    return _("Vraag het aan wie je dit gaf.")


def way(how: str, to: str, told: str) -> str:
    """One way to reach somebody on a line: 'Bellen: 0800 13 500 (ma-vr 9-17 u)'; nothing told, no brackets."""
    if told:
        return pgettext("way to reach somebody", "{how}: {to} ({told})", how=how, to=to, told=told)
    return pgettext("way to reach somebody", "{how}: {to}", how=how, to=to)
