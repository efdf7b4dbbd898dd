"""Words for every value that people see."""

from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

import phonenumbers
from babel.lists import format_list

from directory.model.channel import Kind, Mode
from directory.model.organisation import Status
from directory.model.service import AreaLevel, Referral, RunBy, ServiceArea
from directory.wording.messages import N_, Words, _, apart, locale, locale_of, ngettext, place_name

A_FEW_NAMES = 4
"""So many municipalities are named; of more, one less and how many others there are."""

MODE = Words({Mode.ONLINE: N_("online"), Mode.PHONE: N_("bellen"), Mode.IN_PERSON: N_("bij jou in de buurt")})
HOW = Words({Mode.ONLINE: N_("Online"), Mode.PHONE: N_("Bellen"), Mode.IN_PERSON: N_("In de buurt")})
"""The ways to reach somebody, as every form asks them."""
MODE_SHORT = Words({Mode.ONLINE: N_("online"), Mode.PHONE: N_("telefoon"), Mode.IN_PERSON: N_("in persoon")})

KIND = Words(
    {
        Kind.CHAT: N_("chat"),
        Kind.WHATSAPP: N_("WhatsApp"),
        Kind.SMS: N_("sms"),
        Kind.EMAIL: N_("mail"),
        Kind.WEB_FORM: N_("formulier"),
        Kind.FORUM: N_("forum"),
        Kind.VIDEO: N_("videogesprek"),
        Kind.PHONE: N_("telefoon"),
        Kind.WALK_IN: N_("binnenlopen"),
        Kind.APPOINTMENT: N_("op afspraak"),
        Kind.OUTREACH: N_("op straat"),
        Kind.HOME_VISIT: N_("aan huis"),
    }
)

REFERRAL = Words(
    {
        Referral.SELF: N_("Zelf contact opnemen"),
        Referral.PROFESSIONAL: N_("Via een hulpverlener"),
        Referral.BOTH: N_("Zelf of via een hulpverlener"),
    }
)

ADMISSION = Words(
    {
        "letter_needed": N_("Verwijsbrief nodig"),
        "intake": N_("Eerst een gesprek"),
        "without_parents": N_("Minderjarigen zonder ouders"),
    }
)
"""What decides whether somebody is taken, as a question that yes or no answers."""

ADMISSION_IN_SHORT = {
    "letter_needed": N_("verwijsbrief"),
    "intake": N_("eerste gesprek"),
    "without_parents": N_("zonder ouders"),
}
"""The same in a list of what nobody says, as keys of the wording."""

ADMITTED = Words(
    {
        ("letter_needed", True): N_("Met een verwijsbrief"),
        ("letter_needed", False): N_("Zonder verwijsbrief"),
        ("intake", True): N_("Eerst een gesprek"),
        ("intake", False): N_("Zonder eerst een gesprek"),
        ("without_parents", True): N_("Onder 18: mag zonder je ouders"),
        ("without_parents", False): N_("Onder 18: met je ouders"),
    }
)
"""The same as a fact, by the name of the field and its answer."""

RUN_BY = Words(
    {
        RunBy.CARE: N_("Hulpverleners antwoorden"),
        RunBy.GOVERNMENT: N_("Dit is een dienst van de overheid"),
        RunBy.POLICE: N_("Dit is politie"),
        RunBy.VOLUNTEERS: N_("Vrijwilligers antwoorden"),
    }
)

STATUS = Words(
    {
        Status.ACTIVE: N_("bestaat"),
        Status.RENAMED: N_("heet nu anders"),
        Status.MERGED: N_("ging op in een andere organisatie"),
        Status.CLOSED: N_("bestaat niet meer"),
        Status.UNKNOWN: N_("niet gekend of dit nog bestaat"),
    }
)


def not_known() -> str:
    """That no source says it."""
    return _("niet gekend")


def listed(words: list[str], style: Literal["standard", "or"] = "standard") -> str:
    """Words in a row as one says them: a, b en c; with the style `or`: a, b of c."""
    return format_list([apart(word) for word in words], style=style, locale=locale())


def within_sentence(label: str) -> str:
    """A label in the middle of a sentence: Ouders becomes ouders, LGBTI+ stays."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def ages(low: int | None, high: int | None) -> str | None:
    """An age range as one says it, None when no source gives it."""
    if low is not None and high is not None:
        return _("voor {low} tot {high} jaar", low=low, high=high)
    if low is not None:
        return _("vanaf {low} jaar", low=low)
    return _("jonger dan {age} jaar", age=high + 1) if high is not None else None


def area(served: ServiceArea) -> str:
    """For whom by place: 'heel Vlaanderen', 'provincie Limburg', 'Gent en Brugge'."""
    names = [place_name(name) for name in served.names]
    if served.level is AreaLevel.COUNTRY:
        return _("heel {country}", country=listed(names))
    if served.level is AreaLevel.REGION:
        return _("heel {country}", country=names[0]) if served.names == ("Vlaanderen",) else listed(names)
    if served.level is AreaLevel.PROVINCE:
        return _("provincie {name}", name=listed(names))
    if len(names) <= A_FEW_NAMES:
        return listed(names)
    more = len(names) - A_FEW_NAMES + 1
    first = ", ".join(names[: A_FEW_NAMES - 1])
    return ngettext("{first} en {number} andere gemeente", "{first} en {number} andere gemeenten", more, first=first)


def spoken(code: str) -> str:
    """The name of a language where it stands by itself: 'Frans' for fr, 'Français' for who reads French."""
    return spoken_within_sentence(code).capitalize()


def spoken_within_sentence(code: str) -> str:
    """The same in the middle of a sentence or a list: 'Frans', but 'français'."""
    return locale().languages.get(code) or code


def own_name(code: str) -> str:
    """What a language is called by who speaks it: Français."""
    return (locale_of(code).languages.get(code) or code).capitalize()


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
