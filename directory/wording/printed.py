"""The fixed words of what is handed over, in the languages of the directory.

What stands in the data is said in the language of the reader where somebody wrote it, else in Dutch; `Said` keeps
which, so that a screen reader pronounces it well.
"""

import re
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from directory.model.channel import Kind
from directory.model.text import Language, Text

ALWAYS = "dag en nacht"
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language that it is in."""

    text: str
    language: Language = Language.NL


def said(text: Text | None, language: Language) -> Said | None:
    """A text in this language, else in Dutch; None when there is none."""
    if text is None:
        return None
    written = text.in_language(language)
    return Said(written, language if getattr(text, language) else Language.NL)


@dataclass(frozen=True, slots=True)
class Printed:
    """The fixed words in one language. A word in braces is filled in."""

    language: Language
    contacts: str
    """The title of the worker's sheet: it stands in a list of files, so it tells nothing."""
    addresses: str
    """The title of the client's card, which tells nothing either."""
    printed: str
    may_change: str
    test_version: str
    """What stands before it as long as nobody runs the site."""
    by: str
    for_whom: str
    about: str
    good_to_know: str
    first_step: str
    who_answers: str
    tells_others: str
    note: str
    sources: str
    more_sources: str
    more_ways: str
    more_places: str
    site: str
    not_sure: str
    ask_giver: str
    talk: str
    address: str
    there: str
    page: str
    hours_not_known: str
    any_time: str
    day_and_night: str
    days: tuple[str, ...]
    """Monday first, as short as DAYS."""
    and_: str
    hour: str
    how: dict[Kind, str]

    def times(self, dutch: str) -> str:
        """Hours, as `wording.hours` says them, in this language: 'lu-sa 16-22 h'."""
        if dutch == ALWAYS:
            return self.day_and_night
        words = dict(zip(DAYS, self.days, strict=True)) | {"en": self.and_, "u": self.hour}
        return _WORD.sub(lambda found: words.get(found[0], found[0]), dutch)

    def day(self, moment: date) -> str:
        """A day in this language: 25 november 2026."""
        return format_date(moment, "d MMMM y", locale=f"{self.language}_BE" if self.language != "en" else "en_GB")


_WORD = re.compile(r"[a-z]+")

NL = Printed(
    language=Language.NL,
    contacts="Contactgegevens",
    addresses="Adressen",
    printed="Opgezocht op {day}, {time}",
    may_change="Uren kunnen veranderen, zeker op feestdagen en in vakanties.",
    test_version="Dit komt uit een proefversie: kijk alles na.",
    by="van {name}",
    for_whom="Voor wie",
    about="Waarover",
    good_to_know="Goed om te weten",
    first_step="Eerste stap",
    who_answers="Wie antwoordt",
    tells_others="Vertellen ze het door?",
    note="Nota",
    sources="Bronnen",
    more_sources="en nog {count}",
    more_ways="En nog {count}: kijk op hun site.",
    more_places="Andere plekken ({count})",
    site="Site",
    not_sure="niet zeker",
    ask_giver="Vraag het aan wie je dit gaf.",
    talk="Gesprek {number}",
    address="Adres {number}",
    there="Langsgaan",
    page="{page} van {pages}",
    hours_not_known="uren niet gekend",
    any_time="schrijven kan altijd",
    day_and_night=ALWAYS,
    days=DAYS,
    and_="en",
    hour="u",
    how={
        Kind.CHAT: "Chatten",
        Kind.WHATSAPP: "WhatsApp",
        Kind.SMS: "Sms",
        Kind.EMAIL: "Mailen",
        Kind.WEB_FORM: "Formulier",
        Kind.FORUM: "Forum",
        Kind.VIDEO: "Videogesprek",
        Kind.PHONE: "Bellen",
        Kind.WALK_IN: "Binnenlopen",
        Kind.APPOINTMENT: "Op afspraak",
        Kind.OUTREACH: "Op straat",
        Kind.HOME_VISIT: "Aan huis",
    },
)

FR = Printed(
    language=Language.FR,
    contacts="Coordonnées",
    addresses="Adresses",
    printed="Recherché le {day}, {time}",
    may_change="Les horaires peuvent changer, surtout les jours fériés et pendant les vacances.",
    test_version="Ceci vient d’une version d’essai : vérifiez tout.",
    by="de {name}",
    for_whom="Pour qui",
    about="À propos de",
    good_to_know="Bon à savoir",
    first_step="Première étape",
    who_answers="Qui répond",
    tells_others="En parlent-ils à d’autres ?",
    note="Note",
    sources="Sources",
    more_sources="et encore {count}",
    more_ways="Et encore {count} : voyez leur site.",
    more_places="Autres endroits ({count})",
    site="Site",
    not_sure="pas sûr",
    ask_giver="Demandez à la personne qui vous a donné ceci.",
    talk="Entretien {number}",
    address="Adresse {number}",
    there="Sur place",
    page="{page} sur {pages}",
    hours_not_known="horaires inconnus",
    any_time="on peut toujours écrire",
    day_and_night="jour et nuit",
    days=("lu", "ma", "me", "je", "ve", "sa", "di"),
    and_="et",
    hour="h",
    how={
        Kind.CHAT: "Chat",
        Kind.WHATSAPP: "WhatsApp",
        Kind.SMS: "SMS",
        Kind.EMAIL: "E-mail",
        Kind.WEB_FORM: "Formulaire",
        Kind.FORUM: "Forum",
        Kind.VIDEO: "Appel vidéo",
        Kind.PHONE: "Téléphone",
        Kind.WALK_IN: "Sans rendez-vous",
        Kind.APPOINTMENT: "Sur rendez-vous",
        Kind.OUTREACH: "Dans la rue",
        Kind.HOME_VISIT: "À domicile",
    },
)

EN = Printed(
    language=Language.EN,
    contacts="Contact details",
    addresses="Addresses",
    printed="Looked up on {day}, {time}",
    may_change="Hours may change, above all on public holidays and in school holidays.",
    test_version="This comes from a test version: check everything.",
    by="of {name}",
    for_whom="For whom",
    about="About",
    good_to_know="Good to know",
    first_step="First step",
    who_answers="Who answers",
    tells_others="Do they tell others?",
    note="Note",
    sources="Sources",
    more_sources="and {count} more",
    more_ways="And {count} more: look at their site.",
    more_places="Other places ({count})",
    site="Site",
    not_sure="not sure",
    ask_giver="Ask the person who gave you this.",
    talk="Talk {number}",
    address="Address {number}",
    there="In person",
    page="{page} of {pages}",
    hours_not_known="hours not known",
    any_time="you can always write",
    day_and_night="day and night",
    days=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    and_="and",
    hour="h",
    how={
        Kind.CHAT: "Chat",
        Kind.WHATSAPP: "WhatsApp",
        Kind.SMS: "Text message",
        Kind.EMAIL: "E-mail",
        Kind.WEB_FORM: "Form",
        Kind.FORUM: "Forum",
        Kind.VIDEO: "Video call",
        Kind.PHONE: "Phone",
        Kind.WALK_IN: "Walk in",
        Kind.APPOINTMENT: "By appointment",
        Kind.OUTREACH: "On the street",
        Kind.HOME_VISIT: "At home",
    },
)

PRINTED = {words.language: words for words in (NL, FR, EN)}
