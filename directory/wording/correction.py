"""What we say around 'Klopt dit niet?'."""

from directory.model.correction import Part
from directory.wording.messages import N_, Words

PART = Words(
    {
        Part.NUMBER: N_("een nummer"),
        Part.ADDRESS: N_("het adres"),
        Part.HOURS: N_("de uren"),
        Part.WEBSITE: N_("de website"),
        Part.GONE: N_("het bestaat niet meer"),
        Part.OTHER: N_("iets anders"),
    }
)

NO_PART = N_("Kies wat er niet klopt. Weet je het niet zeker, kies dan “iets anders”.")
NO_TEXT = N_("Schrijf wat het moet zijn. Weet je dat niet, zeg dan wat er fout is.")
TOO_MUCH = N_("Dit is te lang voor ons. Maak het korter, met minder bijzondere tekens.")
TOO_MANY = N_(
    "Er komt op dit moment veel tegelijk binnen. "
    "Wat je schreef, is niet verstuurd en staat er nog: probeer het zo dadelijk opnieuw."
)
FULL = N_(
    "Er kwam deze maand zoveel binnen dat er niets meer bij kan. "
    "Wat je schreef, is niet verstuurd en staat er nog: probeer het volgende maand."
)
NOT_KEPT = N_(
    "We konden dit niet bewaren. Dat ligt niet aan jou. "
    "Wat je schreef, is niet verstuurd en staat er nog: probeer het later opnieuw."
)
NO_SUCH_SERVICE = N_("Deze plek vinden we niet. Zoek ze hier opnieuw; wat je al schreef, gaat mee.")
NO_SUCH_NAME = N_("Die naam vinden we niet. Schrijf hem zoals hij bij ons staat.")
TOO_LONG = N_("Je tekst was te lang voor ons. Wat je eerst schreef, staat er nog: maak het korter.")
NOT_WHOLE = N_("Dit kwam niet goed bij ons aan. Kijk of alles er nog staat, en verstuur het opnieuw.")
