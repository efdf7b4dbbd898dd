"""The words of the empty form that goes with a referral. Filled in by hand, on paper, together.

It asks for no more than a referral needs and puts consent first: professional secrecy, and articles 6, 7 and 9 of
the General Data Protection Regulation (EU) 2016/679 (a ground, free consent that can be taken back, sensitive data
only with explicit consent).
"""

from dataclasses import dataclass

from directory.model.text import Language


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """The words of the form in one language."""

    language: Language
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


NL = PrintedForm(
    language=Language.NL,
    title="Doorverwijzing",
    intro="Vul dit samen in. Schrijf alleen op wat de ander echt moet weten om te kunnen helpen.",
    from_whom="Wie verwijst",
    from_fields=("Naam en functie", "Dienst", "Telefoon of mail", "Datum"),
    to_whom="Naar wie",
    asked="Wat we vragen",
    asked_hint="De vraag in één of twee zinnen.",
    own_words="In mijn eigen woorden",
    own_words_hint="Dit wil ik, en dit wil ik niet.",
    share="Dit mag verteld worden",
    share_items=("mijn naam", "hoe je mij bereikt", "mijn leeftijd", "mijn vraag", "wat al geprobeerd is"),
    share_fields=("Iets anders:", "Dit zeker niet:"),
    consent="Ik ga akkoord",
    consent_items=(
        "Ik weet naar wie dit gaat en waarom.",
        "Ik kies dit zelf. Zeg ik nee, dan krijg ik nog altijd hulp.",
        "Ik kan op elk moment zeggen dat ik niet meer akkoord ga, bij wie mij verwijst.",
    ),
    consent_fields=("Handtekening of initialen", "Datum"),
    contact="Hoe je mij bereikt",
    contact_fields=("Nummer, mail of plek", "Wanneer wel, wanneer niet"),
    safe="Dit is veilig voor mij:",
    safe_items=("bellen", "een bericht sturen", "een voicemail inspreken", "zeggen van welke dienst je bent"),
    next_step="Wat we afspreken",
    next_fields=("Wie neemt contact op, en wanneer", "Wat als dat niet lukt", "We horen elkaar opnieuw op"),
    small_print=(
        "Er wordt niets van dit blad bewaard of verstuurd: het is leeg afgedrukt, en wat je schrijft staat alleen "
        "op papier. Bewaar het veilig, geef het alleen aan wie het nodig heeft, en vernietig het als het niet "
        "meer nodig is. Steunt op het beroepsgeheim, en op de Algemene Verordening Gegevensbescherming (EU) "
        "2016/679: artikel 6 (een grond om gegevens te delen), artikel 7 (toestemming is vrij en kan ingetrokken "
        "worden) en artikel 9 (gevoelige gegevens: alleen met uitdrukkelijke toestemming, of waar de wet het "
        "anders zegt)."
    ),
)

FR = PrintedForm(
    language=Language.FR,
    title="Orientation",
    intro="Remplissez ceci ensemble. N’écrivez que ce que l’autre doit vraiment savoir pour pouvoir aider.",
    from_whom="Qui oriente",
    from_fields=("Nom et fonction", "Service", "Téléphone ou e-mail", "Date"),
    to_whom="Vers qui",
    asked="Ce que nous demandons",
    asked_hint="La demande en une ou deux phrases.",
    own_words="Dans mes propres mots",
    own_words_hint="Voici ce que je veux, et ce que je ne veux pas.",
    share="On peut dire ceci",
    share_items=("mon nom", "comment me joindre", "mon âge", "ma demande", "ce qui a déjà été essayé"),
    share_fields=("Autre chose :", "Surtout pas ceci :"),
    consent="Je suis d’accord",
    consent_items=(
        "Je sais à qui ceci est transmis et pourquoi.",
        "C’est mon choix. Si je dis non, on m’aide quand même.",
        "Je peux à tout moment retirer mon accord, auprès de la personne qui m’oriente.",
    ),
    consent_fields=("Signature ou initiales", "Date"),
    contact="Comment me joindre",
    contact_fields=("Numéro, e-mail ou lieu", "Quand oui, quand non"),
    safe="Ceci est sûr pour moi :",
    safe_items=("m’appeler", "m’envoyer un message", "laisser un message vocal", "dire de quel service vous êtes"),
    next_step="Ce que nous convenons",
    next_fields=("Qui prend contact, et quand", "Et si cela ne marche pas", "Nous nous reparlons le"),
    small_print=(
        "Rien de cette feuille n’est conservé ni envoyé : elle est imprimée vide, et ce que vous écrivez n’existe "
        "que sur papier. Gardez-la en lieu sûr, ne la donnez qu’à qui en a besoin, et détruisez-la quand elle ne "
        "sert plus. Se fonde sur le secret professionnel, et sur le Règlement général sur la protection des "
        "données (UE) 2016/679 : article 6 (une base pour partager des données), article 7 (le consentement est "
        "libre et peut être retiré) et article 9 (données sensibles : seulement avec un consentement explicite, "
        "ou quand la loi en dispose autrement)."
    ),
)

EN = PrintedForm(
    language=Language.EN,
    title="Referral",
    intro="Fill this in together. Write down only what the other really has to know to be able to help.",
    from_whom="Who refers",
    from_fields=("Name and role", "Service", "Phone or e-mail", "Date"),
    to_whom="To whom",
    asked="What we ask",
    asked_hint="The question in one or two sentences.",
    own_words="In my own words",
    own_words_hint="This is what I want, and what I do not want.",
    share="This may be told",
    share_items=("my name", "how to reach me", "my age", "my question", "what was tried already"),
    share_fields=("Something else:", "Certainly not this:"),
    consent="I agree",
    consent_items=(
        "I know to whom this goes and why.",
        "This is my own choice. If I say no, I still get help.",
        "I can take back my consent at any moment, with who refers me.",
    ),
    consent_fields=("Signature or initials", "Date"),
    contact="How to reach me",
    contact_fields=("Number, e-mail or place", "When yes, when not"),
    safe="This is safe for me:",
    safe_items=("to call", "to send a message", "to leave a voicemail", "to say which service you are from"),
    next_step="What we agree",
    next_fields=("Who makes contact, and when", "What if that does not work", "We speak again on"),
    small_print=(
        "Nothing of this sheet is kept or sent: it is printed empty, and what you write is only on paper. Keep it "
        "safe, give it only to who needs it, and destroy it when it is no longer needed. Rests on professional "
        "secrecy, and on the General Data Protection Regulation (EU) 2016/679: article 6 (a ground for sharing "
        "data), article 7 (consent is free and can be taken back) and article 9 (sensitive data: only with "
        "explicit consent, or where the law says otherwise)."
    ),
)

PRINTED_FORM = {words.language: words for words in (NL, FR, EN)}
