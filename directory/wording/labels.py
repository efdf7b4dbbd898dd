"""Dutch words for every value that people see."""

from functools import lru_cache
from urllib.parse import urlsplit

import phonenumbers
from babel import Locale

from directory.model.channel import Kind, Mode
from directory.model.organisation import Status
from directory.model.service import AreaLevel, Referral, RunBy, ServiceArea

DUTCH = Locale("nl", "BE")
NOT_KNOWN = "niet gekend"
ASK_THEM = "niet gekend: vraag het hun eerst"

MODE = {Mode.ONLINE: "online", Mode.PHONE: "bellen", Mode.IN_PERSON: "bij jou in de buurt"}
HOW = {Mode.ONLINE: "Online", Mode.PHONE: "Bellen", Mode.IN_PERSON: "In de buurt"}
"""The ways to reach somebody, as every form asks them."""
MODE_SHORT = {Mode.ONLINE: "online", Mode.PHONE: "telefoon", Mode.IN_PERSON: "in persoon"}

KIND = {
    Kind.CHAT: "chat",
    Kind.WHATSAPP: "WhatsApp",
    Kind.SMS: "sms",
    Kind.EMAIL: "mail",
    Kind.WEB_FORM: "formulier",
    Kind.FORUM: "forum",
    Kind.VIDEO: "videogesprek",
    Kind.PHONE: "telefoon",
    Kind.WALK_IN: "binnenlopen",
    Kind.APPOINTMENT: "op afspraak",
    Kind.OUTREACH: "op straat",
    Kind.HOME_VISIT: "aan huis",
}

REFERRAL = {
    Referral.SELF: "Zelf contact opnemen",
    Referral.PROFESSIONAL: "Via een hulpverlener",
    Referral.BOTH: "Zelf of via een hulpverlener",
}

RUN_BY = {
    RunBy.CARE: "Hulpverleners antwoorden",
    RunBy.GOVERNMENT: "Dit is een dienst van de overheid",
    RunBy.POLICE: "Dit is politie",
    RunBy.VOLUNTEERS: "Vrijwilligers antwoorden",
}

STATUS = {
    Status.ACTIVE: "bestaat",
    Status.RENAMED: "heet nu anders",
    Status.MERGED: "ging op in een andere organisatie",
    Status.CLOSED: "bestaat niet meer",
    Status.UNKNOWN: "niet gekend of dit nog bestaat",
}


def listed(words: list[str], last: str = "en") -> str:
    """Words in a row as one says them: a, b en c."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""


def within_sentence(label: str) -> str:
    """A label in the middle of a sentence: Ouders becomes ouders, LGBTI+ stays."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def ages(low: int | None, high: int | None) -> str | None:
    """An age range as one says it, None when no source gives it."""
    if low is not None and high is not None:
        return f"voor {low} tot {high} jaar"
    if low is not None:
        return f"vanaf {low} jaar"
    return f"jonger dan {high + 1} jaar" if high is not None else None


def area(served: ServiceArea) -> str:
    """For whom by place: 'heel Vlaanderen', 'provincie Limburg', 'Gent en Brugge'."""
    names = list(served.names)
    if served.level is AreaLevel.COUNTRY:
        return f"heel {listed(names)}"
    if served.level is AreaLevel.REGION:
        return "heel Vlaanderen" if names == ["Vlaanderen"] else listed(names)
    if served.level is AreaLevel.PROVINCE:
        return f"provincie {listed(names)}"
    return listed(names) if len(names) <= 4 else f"{', '.join(names[:3])} en {len(names) - 3} andere gemeenten"


def language(code: str) -> str:
    """The Dutch name of a language: 'Frans' for fr."""
    return (DUTCH.languages.get(code) or code).capitalize()


def host(url: str) -> str:
    """The bare host of a web address: awel.be. Letters that may only look like ours are written out as xn--."""
    try:
        name = (urlsplit(url).hostname or url).removeprefix("www.")
        return name if name.isascii() else name.encode("idna").decode()
    except ValueError:
        return url


@lru_cache(maxsize=4096)
def phone(value: str) -> str:
    """A number as people write it: 0800 13 500, 116 000; short codes stay as they are."""
    if value == "116000":
        return "116 000"
    if not value.startswith("+"):
        return value
    try:
        number = phonenumbers.parse(value, "BE")
    except phonenumbers.NumberParseException:
        return value
    national = number.country_code == 32
    style = phonenumbers.PhoneNumberFormat.NATIONAL if national else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, style)


def kilometres(metres: float) -> str:
    """A distance as people say it: 300 m, 4 km."""
    if metres < 950:
        return f"{max(100, round(metres / 100) * 100)} m"
    return f"{metres / 1000:.0f} km"
