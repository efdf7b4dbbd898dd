"""Words as people type them: folded, cut into tokens, without the words that say nothing."""

from functools import lru_cache

from directory.geography.names import plain_words

SAYS_NOTHING = frozenset(
    "de het een en of in op aan te van voor met over bij door naar uit om tot dat die dit ik je jij mij me mijn "
    "we wij ons hij zij ze haar zijn is ben bent was heb hebt heeft hebben wil wilt niet geen ook nog maar als "
    "er iets iemand wat wie waar hoe kan kun kunt moet mag word wordt worden heel zo al dan nu hier daar "
    "le la les un une des du au aux et ou je tu il elle nous vous mon ma mes pour avec dans sur est "
    "the an and or to of for with my i you he she it is am are on at".split()
)


SAYS_ANY_NEED = frozenset(
    "hulp help helpen helpt nodig plek plaats zoek zoeken zoekt vraag doe doen gaat ga zit zitten ex "
    "aide aider besoin need".split()
)
"""Words that ask for help without saying with what: they choose nobody, and so no more than silence does."""


def fold(text: str) -> str:
    """Lower case, without accents, every other sign a single space; an apostrophe joins: foto's is fotos."""
    return " ".join(plain_words(text.replace("’", "").replace("'", "")))


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text that say something, in order."""
    words = fold(text).split()
    return tuple(w for w in words if w not in SAYS_NOTHING and len(w) > 1) or tuple(words)


@lru_cache(maxsize=100_000)
def tokens_of_term(term: str) -> tuple[str, ...]:
    """The same for a name or term of the catalogue, remembered since it returns in many records.

    Never for what somebody typed: that is not kept.
    """
    return tokens(term)
