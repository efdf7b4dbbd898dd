"""What we say around 'Klopt dit niet?'."""

from directory.model.correction import Part

PART = {
    Part.NUMBER: "een nummer",
    Part.ADDRESS: "het adres",
    Part.HOURS: "de uren",
    Part.WEBSITE: "de website",
    Part.GONE: "het bestaat niet meer",
    Part.OTHER: "iets anders",
}

NO_PART = "Kies wat er niet klopt. Weet je het niet zeker, kies dan “iets anders”."
NO_TEXT = "Schrijf wat het moet zijn. Weet je dat niet, zeg dan wat er fout is."
TOO_MUCH = "Dit is te lang voor ons. Maak het korter, met minder bijzondere tekens."
STILL_THERE = "Wat je schreef, is niet verstuurd en staat er nog"
TOO_MANY = f"Er komt op dit moment veel tegelijk binnen. {STILL_THERE}: probeer het zo dadelijk opnieuw."
FULL = f"Er kwam deze maand zoveel binnen dat er niets meer bij kan. {STILL_THERE}: probeer het volgende maand."
NOT_KEPT = f"We konden dit niet bewaren. Dat ligt niet aan jou. {STILL_THERE}: probeer het later opnieuw."
NO_SUCH_SERVICE = "Deze plek vinden we niet. Zoek ze hier opnieuw; wat je al schreef, gaat mee."
NO_SUCH_NAME = "Die naam vinden we niet. Schrijf hem zoals hij bij ons staat."
TOO_LONG = "Je tekst was te lang voor ons. Wat je eerst schreef, staat er nog: maak het korter."
NOT_WHOLE = "Dit kwam niet goed bij ons aan. Kijk of alles er nog staat, en verstuur het opnieuw."
