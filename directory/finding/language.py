"""Words as people type them: folded, cut into tokens, and brought to the forms by which they are the same.

Lemmas come from simplemma (https://github.com/adbar/simplemma), stems from Snowball
(https://snowballstem.org). Both are asked without their caches: what somebody types is not kept.
"""

import re
from functools import lru_cache

import Stemmer
from simplemma.strategies import DefaultStrategy

from directory.geography.names import plain_words
from directory.model.text import Language

EMPTY = frozenset(
    "de het een en of in op na aan te van voor met over bij door naar uit om tot dat die dit deze ik k je jij u uw "
    "jou jouw mij me mijn mn m n ons onze we wij hij zij ze haar hem hun zijn is ben bent was waren er als dan maar "
    "da wa dus want iets wat wie waar waarom hoe welke heel erg zo al nog ook wel eens even gewoon echt altijd nu "
    "hier daar omdat zich zelf toch t s d ne den diene nen gij ge hallo hoi hey help aub alstublieft bedankt "
    "le la les l un une des du au aux et ou je j tu il elle on nous vous mon ma mes ton ta son sa ses ce c qu que "
    "qui pour avec dans sur chez est suis es ai a y en par de d jai cest quand si ils elles leur leurs notre nos "
    "votre vos cette cet comme mais lui moi toi quil quelle dun dune sont ont etait avait ete aussi alors comment "
    "combien pourquoi quel quels quelles "
    "the an and or to of for with my i im he she it his her they them we us you your am are on at be been this "
    "that from about there when if but then than as by so just also because our their its ive hes "
    "shes theyre youre thats how what who where why which".split()
)
"""Words that only bind others together. In no phrase do they decide, alone they say nothing."""

LIGHT = frozenset(
    "niet geen meer nooit niks niets wil wilt willen kan kun kunt kunnen moet moeten mag mogen heb hebt heeft "
    "hebben had word wordt worden werd werden zou zal doe doet doen gaat gaan ga kom komt komen gekomen krijg krijgt "
    "krijgen laat laten maak maakt maken veel weinig iemand niemand iedereen alles andere anders beetje heen "
    "pas plus ne n rien veux peux peut dois faire fait quelqu un "
    "not no don t do does did can cant have has had want wants will would should must get got someone".split()
)
"""Words that turn a phrase around (geen zin, wil dood) but say nothing by themselves."""

DENIES = frozenset("niet geen nooit pas not no dont".split())
"""Words without which a phrase says something else: parents who know are not parents who do not know."""

SAYS_ANY_NEED = frozenset(
    "hulp helpen helpt nodig plek plaats zoek zoeken zoekt vraag vragen zit zitten ex nummer buurt jaar hulplijn "
    "terecht terechtkunnen info informatie contact weten weet denk vind vinden voel voelt vanavond "
    "open gesloten uren openingsuren adres website site link gratis kost kosten vandaag morgen ochtend middag "
    "namiddag avond nacht weekend maandag dinsdag woensdag donderdag vrijdag zaterdag zondag bereikbaar "
    "chat chatten bel bellen telefoon telefoneren mail mailen typen sms sturen praten spreken gesprek babbel "
    "aide aider aidez besoin cherche parler appeler coute coutent prix tarif gratuit numero adresse ouvert ouverte "
    "heure heures trouver contacter joindre endroit need helping looking talk call find place "
    "cost costs price free number address hours today tomorrow tonight evening phone email".split()
)
"""Words that ask for help without saying with what: they choose nobody, and so no more than silence does."""

SPOKEN_IN = {
    "engels": "en",
    "english": "en",
    "anglais": "en",
    "frans": "fr",
    "francais": "fr",
    "french": "fr",
    "nederlands": "nl",
    "neerlandais": "nl",
    "dutch": "nl",
    "arabisch": "ar",
    "arabe": "ar",
    "arabic": "ar",
    "turks": "tr",
    "turc": "tr",
    "turkish": "tr",
    "spaans": "es",
    "espagnol": "es",
    "spanish": "es",
}
"""Words that ask for help in a language (ISO 639-1)."""

TONGUES = (Language.NL, Language.FR, Language.EN)
_lemmas = DefaultStrategy()
_stemmers = {Language.NL: "dutch", Language.FR: "french", Language.EN: "english"}
_SOUNDS = (
    (re.compile("sch(?=[^aeiou]|$)"), "s"),
    (re.compile("c?h(?=t)|ch|gh"), "g"),
    (re.compile("ij|ey|ei|y"), "i"),
    (re.compile("ou|au|auw|ouw"), "o"),
    (re.compile("ck|qu|c(?=[aoulrk])|kw?(?=k)"), "k"),
    (re.compile("dt$|d$|td$"), "t"),
    (re.compile("ph|v"), "f"),
    (re.compile("z"), "s"),
    (re.compile("x"), "ks"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def fold(text: str) -> str:
    """Lower case, without accents, every other sign a single space; an apostrophe joins: foto's is fotos."""
    return " ".join(plain_words(text.replace("’", "").replace("'", "")))


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text that say something, in order; all of them when none does."""
    words = fold(text).split()
    return tuple(w for w in words if w not in EMPTY and len(w) > 1) or tuple(words)


@lru_cache(maxsize=100_000)
def tokens_of_term(term: str) -> tuple[str, ...]:
    """The same for a name or term of the catalogue, remembered since it returns in many records.

    Never for what somebody typed: that is not kept.
    """
    return tokens(term)


def says_something(word: str) -> bool:
    """True for a folded word that chooses somebody: neither binding, nor light, nor asking for any help."""
    says_nothing = word in EMPTY or word in LIGHT or word in SAYS_ANY_NEED or word in SPOKEN_IN
    return not says_nothing and len(word) > 1


def lemma(word: str, language: Language) -> str | None:
    """The folded dictionary form of a word, None when the dictionary of the language does not lead to one."""
    found = _lemmas.get_lemma(word, language)
    return fold(found) or None if found else None


def is_in_dictionary(word: str) -> bool:
    """True for a word that the dictionary of one of our languages holds, with or without a capital."""
    forms = (word, word.capitalize())
    return any(_lemmas.is_dictionary_member(form, language) for language in TONGUES for form in forms)


def stem(word: str, language: Language) -> str:
    """The stem of a folded word."""
    # A stemmer holds a buffer, so that threads may not share one; making it costs nothing measurable.
    stemmer = Stemmer.Stemmer(_stemmers[language], 0)
    stemmed: str = stemmer.stemWord(word)
    return stemmed


def sound(word: str) -> str:
    """How a folded Dutch word sounds, roughly: verkragt and verkracht, mishandelt and mishandeld are the same."""
    for written, spoken in _SOUNDS:
        word = written.sub(spoken, word)
    return word


def is_word_of(word: str, language: Language) -> bool:
    """True for a word that the dictionary of this language holds as it is written."""
    return _lemmas.is_dictionary_member(word, language)
