"""Words as people type them: folded, cut into tokens, without the words that say nothing."""

import re
import unicodedata

SAYS_NOTHING = frozenset(
    "de het een en of in op aan te van voor met over bij door naar uit om tot dat die dit ik je jij mij me mijn "
    "we wij ons hij zij ze haar zijn is ben bent was heb hebt heeft hebben wil wilt niet geen ook nog maar als "
    "er iets iemand wat wie waar hoe kan kun kunt moet mag word wordt worden heel zo al dan nu hier daar "
    "le la les un une des du au aux et ou je tu il elle nous vous mon ma mes pour avec dans sur est "
    "the an and or to of for with my i you he she it is am are on at".split()
)
_WORD = re.compile(r"[a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, without accents, every other sign a single space."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "").replace("'", ""))
    return " ".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c))))


def tokens(text: str) -> list[str]:
    """The folded words of a text that say something, in order."""
    words = fold(text).split()
    return [w for w in words if w not in SAYS_NOTHING and len(w) > 1] or words
