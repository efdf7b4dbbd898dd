"""Names of places as people type them, brought to one form so that they can be compared."""

import re
import unicodedata

# Letters that Unicode does not take apart into a letter and an accent.
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "ł": "l"})
_WORD = re.compile(r"[a-z0-9]+")
_SAINT = re.compile(r"^(?:st|ste|sinte|saint|sainte)$")


def words(text: str) -> list[str]:
    """The words of a name in lower case, without accents and signs; every form of 'saint' is 'sint'."""
    return [_SAINT.sub("sint", word) for word in plain_words(text)]


def plain_words(text: str) -> list[str]:
    """The words of a text in lower case, without accents and signs."""
    if text.isascii():
        return _WORD.findall(text.lower())
    # NFKC first: it may yield letters that only casefold() makes small, or that are ligatures.
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_LIGATURES)
    letters = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return _WORD.findall(letters)


def folded(text: str) -> str:
    """The words of a name, joined: "St-Niklaas", "sint niklaas" and "Sint-Niklaas" are one and the same."""
    return "".join(words(text))
