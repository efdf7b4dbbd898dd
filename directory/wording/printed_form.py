"""The words of the empty form that goes with a referral. Filled in by hand, on paper, together.

It asks for no more than a referral needs and puts consent first: professional secrecy, and articles 6, 7 and 9 of
the General Data Protection Regulation (EU) 2016/679 (a ground, free consent that can be taken back, sensitive data
only with explicit consent).
"""

from dataclasses import dataclass

from directory.wording.messages import N_, _, pgettext

SMALL_PRINT = N_(
    "Er wordt niets van dit blad bewaard of verstuurd: het is leeg afgedrukt, en wat je schrijft staat alleen "
    "op papier. Bewaar het veilig, geef het alleen aan wie het nodig heeft, en vernietig het als het niet "
    "meer nodig is. Steunt op het beroepsgeheim, en op de Algemene Verordening Gegevensbescherming (EU) "
    "2016/679: artikel 6 (een grond om gegevens te delen), artikel 7 (toestemming is vrij en kan ingetrokken "
    "worden) en artikel 9 (gevoelige gegevens: alleen met uitdrukkelijke toestemming, of waar de wet het "
    "anders zegt)."
)


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """The words of the form in the language that was spoken when it was made."""

    title: str
    intro: str
    from_whom: str
    from_fields: tuple[str, ...]
    to_whom: str
    asked: str
    asked_hint: str
    own_words: str
    own_words_hint: str
    share: str
    share_items: tuple[str, ...]
    share_fields: tuple[str, ...]
    consent: str
    consent_items: tuple[str, ...]
    consent_fields: tuple[str, ...]
    contact: str
    contact_fields: tuple[str, ...]
    safe: str
    safe_items: tuple[str, ...]
    next_step: str
    next_fields: tuple[str, ...]
    small_print: str


def referral_form() -> PrintedForm:
    """The form, in the language that is spoken now."""
    return PrintedForm(
        title=_("Doorverwijzing"),
        intro=_("Vul dit samen in. Schrijf alleen op wat de ander echt moet weten om te kunnen helpen."),
        from_whom=_("Wie verwijst"),
        from_fields=(_("Naam en functie"), _("Dienst"), _("Telefoon of mail"), _("Datum")),
        to_whom=_("Naar wie"),
        asked=_("Wat we vragen"),
        asked_hint=_("De vraag in één of twee zinnen."),
        own_words=_("In mijn eigen woorden"),
        own_words_hint=_("Dit wil ik, en dit wil ik niet."),
        share=_("Dit mag verteld worden"),
        # Translators: boxes to tick, under the heading before this; what may be told about me, who is referred.
        share_items=(
            _("mijn naam"),
            _("hoe je mij bereikt"),
            _("mijn leeftijd"),
            _("mijn vraag"),
            _("wat al geprobeerd is"),
        ),
        share_fields=(_("Iets anders:"), _("Dit zeker niet:")),
        consent=_("Ik ga akkoord"),
        consent_items=(
            _("Ik weet naar wie dit gaat en waarom."),
            _("Ik kies dit zelf. Zeg ik nee, dan krijg ik nog altijd hulp."),
            _("Ik kan op elk moment zeggen dat ik niet meer akkoord ga, bij wie mij verwijst."),
        ),
        consent_fields=(_("Handtekening of initialen"), _("Datum")),
        contact=_("Hoe je mij bereikt"),
        contact_fields=(_("Nummer, mail of plek"), _("Wanneer wel, wanneer niet")),
        # Translators: boxes to tick stand behind it: to call, to send a message, and so on.
        safe=_("Dit is veilig voor mij:"),
        safe_items=(
            pgettext("safe for me", "bellen"),
            _("een bericht sturen"),
            _("een voicemail inspreken"),
            _("zeggen van welke dienst je bent"),
        ),
        next_step=_("Wat we afspreken"),
        # Translators: fields to fill in by hand; the last one is followed by a date.
        next_fields=(
            _("Wie neemt contact op, en wanneer"),
            _("Wat als dat niet lukt"),
            _("We horen elkaar opnieuw op"),
        ),
        small_print=_(SMALL_PRINT),
    )
