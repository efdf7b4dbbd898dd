"""Questions in everyday words: what they mean, whose name they are, and what never matters."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from directory import settings as places
from directory.finding.columns import LISTENING, WIDE, columns
from directory.finding.find import find
from directory.finding.language import fold, is_in_dictionary, says_something, sound
from directory.finding.lexicon import ANYWHERE
from directory.finding.query import Query
from directory.finding.results import Answer, ReasonKind
from directory.model.catalogue import Catalogue
from directory.model.text import Language
from directory.model.vocabulary import Vocabulary
from directory.store import shelf
from tests.examples import MONDAY_EVENING, a_catalogue, a_service, a_term, an_organisation

CATALOGUE = shelf.catalogue(places.data_folder())
GAZETTEER = shelf.gazetteer(places.geo_folder())
NAMES = sorted({o.name for o in CATALOGUE.organisations if o.services})
PHRASES = sorted({word for theme in CATALOGUE.vocabulary.themes for word in theme.words.nl})


def ask(words: str, catalogue: Catalogue = CATALOGUE) -> Answer:
    return find(catalogue, Query(words=words), MONDAY_EVENING)


def first(words: str, count: int = 1) -> list[str]:
    return [r.organisation.id for r in ask(words).results[:count]]


def about(*words: str, **terms: tuple[str, ...]) -> Catalogue:
    """A small world: one specialist for each theme, and a general line."""
    meant = {"geweld": words, **terms}
    themes = [a_term(id=t, label={"nl": t}, words={"nl": w}) for t, w in meant.items()]
    listening = a_term(id=LISTENING, label={"nl": "luisterend oor"})
    services = [a_service(id=f"over-{t}", name=f"Huis {n}", themes=[t]) for n, t in enumerate(meant)]
    organisations = [an_organisation(id=f"o-{s.id}", name=f"Zaak {n}", services=[s]) for n, s in enumerate(services)]
    line = an_organisation(id="lijn", name="Lijn", services=[a_service(id="line", name="Lijn")])
    return a_catalogue(*organisations, line, vocabulary=Vocabulary(themes=(*themes, listening)))


@pytest.mark.parametrize(
    "question",
    [
        "mijn vader slaat mij",
        "VADER heeft me geslagen!!",
        "hij sloeg me, mijn vader",
        "ik word door mijn vader heel vaak geslagen",
        "mijn vadre slaat mij",
    ],
)
def test_a_phrase_is_found_in_any_order_and_form(question: str) -> None:
    catalogue = about("vader slaat", school=("vader", "punten"))
    assert ask(question, catalogue).results[0].service.id == "over-geweld"


@pytest.mark.parametrize(
    "question", ["hij stuurt mijn foto door", "dreigt mijn foto door te sturen", "foto doorgestuurd"]
)
def test_a_verb_that_is_cut_in_two_is_one_verb(question: str) -> None:
    catalogue = about("doorsturen", school=("klas",))
    assert ask(question, catalogue).results[0].service.id == "over-geweld"


@pytest.mark.parametrize("who", ["vriend", "lief", "man", "vrouw", "vader", "moeder", "broer", "maat", "baas"])
@pytest.mark.parametrize("does", ["moet", "mag", "doet", "gaat", "komt", "heeft", "wil"])
def test_an_everyday_pair_of_words_tells_of_no_abuse_and_of_no_danger(who: str, does: str) -> None:
    within = CATALOGUE.vocabulary.within
    grave = within("seks-voor-geld") | within("seks-en-grenzen") | within("geweld-en-misbruik") | within("noodgeval")
    assert grave.isdisjoint(ask(f"mijn {who} {does} wat moet ik doen").told)


@pytest.mark.parametrize("word", ["boulimie", "burn-out", "cannabis", "sexting", "anorexia"])
def test_who_types_a_word_that_is_dutch_here_too_is_answered_in_dutch(word: str) -> None:
    assert all("nl" in result.service.languages for result in ask(word).results[:3])


def test_words_of_several_languages_are_of_the_one_in_which_somebody_reads() -> None:
    for reads in (Language.NL, Language.FR):
        answer = find(CATALOGUE, Query(words="je me coupe", reads=reads), MONDAY_EVENING)
        assert reads in answer.results[0].service.languages


def test_who_reads_french_and_says_no_more_than_a_theme_is_shown_who_speaks_it() -> None:
    query = Query(themes=frozenset({"drugs"}), or_listens=True, reads=Language.FR)
    assert "fr" in find(CATALOGUE, query, MONDAY_EVENING).results[0].service.languages


def test_a_compound_says_what_its_parts_say() -> None:
    catalogue = about("prostitutie", school=("klas",))
    assert ask("jongerenprostitutie", catalogue).results[0].service.id == "over-geweld"


def test_two_words_that_are_written_as_one_are_one() -> None:
    catalogue = about("zelfmoordlijn", school=("lijn",))
    assert ask("zelfmoord lijn", catalogue).results[0].service.id == "over-geweld"


def test_a_phrase_of_words_that_tell_nothing_has_to_stand_as_it_was_written() -> None:
    everywhere = {f"thema-{n}": (f"moet zeggen {chr(97 + n) * 6}",) for n in range(ANYWHERE)}
    catalogue = about("moet altijd zeggen waar ik ben", **everywhere)
    assert ask("hij wil dat ik altijd moet zeggen waar", catalogue).told == frozenset()
    assert ask("ik moet altijd zeggen waar ik ben", catalogue).told == {"geweld"}


def test_doubts_together_do_not_bury_who_alone_fits() -> None:
    assert first("voogd voor een niet begeleide minderjarige") == ["minor-ndako"]


def test_who_asks_only_what_is_near_comes_last_to_who_is_there_for_one_group() -> None:
    ledeberg = GAZETTEER.find_place("9050 Ledeberg").best
    near = find(CATALOGUE, Query(place=ledeberg), MONDAY_EVENING, limit=100).results
    doors = [r for r in near if r.nearest and r.nearest.distance_m is not None]
    groups = {audience.id for audience in CATALOGUE.vocabulary.audiences if audience.apart}
    for_a_group = [not groups.isdisjoint(r.service.eligibility.audiences[:1]) for r in doors]
    assert True in for_a_group
    assert for_a_group == sorted(for_a_group)
    named = find(CATALOGUE, Query(place=ledeberg, audience="sekswerkers"), MONDAY_EVENING).results
    assert named[0].service.eligibility.audiences[0] == "sekswerkers"


def test_where_nothing_is_asked_the_lines_of_all_towns_stand_before_the_doors_of_one() -> None:
    of_jac = [r.service for r in ask("").results if r.service.name.startswith("JAC")]
    assert len(of_jac) > 1
    assert of_jac[0].service_area.level in WIDE
    assert all(channel.location is None for channel in of_jac[0].channels)


def test_a_phrase_says_more_than_one_of_its_words() -> None:
    catalogue = about("geen zin meer", school=("zin",))
    assert ask("ik heb geen zin meer", catalogue).results[0].service.id == "over-geweld"


def test_what_was_mistyped_is_read_and_said() -> None:
    answer = ask("slachtofer van tienerpoier")
    assert ("tienerpoier", "tienerpooier") in answer.meant


@pytest.mark.parametrize("question", ["lief", "school", "ik voel me slecht", "violence", "boos"])
def test_a_word_that_is_a_word_is_never_read_as_another(question: str) -> None:
    assert not ask(question).meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("verkragt", "verkracht"), ("mishandelt", "mishandeld"), ("zelfmoort", "zelfmoord")]
)
def test_what_sounds_the_same_is_the_same(typed: str, meant: str) -> None:
    assert sound(typed) == sound(meant)
    assert ask(typed).themes == ask(meant).themes


def test_help_in_the_language_of_the_question_stands_first() -> None:
    assert "fr" in ask("je veux mourir").results[0].service.languages
    assert "en" in ask("hulp in het engels").results[0].service.languages


@pytest.mark.parametrize("name", NAMES)
def test_every_organisation_is_among_the_first_three_for_its_name(name: str) -> None:
    found = ask(name).results[:3]
    assert name in {r.organisation.name for r in found}


def _with_a_typo(name: str, draw: Callable[[st.SearchStrategy[int]], int]) -> str:
    words = name.split()
    long = [n for n, w in enumerate(words) if len(w) >= 8 and w.isalpha()]
    assume(long)
    n = long[draw(st.integers(0, len(long) - 1))]
    at = draw(st.integers(1, len(words[n]) - 2))
    kind = draw(st.integers(0, 2))
    word = words[n]
    words[n] = [
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at] + word[at:],
    ][kind]
    assume(not is_in_dictionary(words[n].lower()))
    return " ".join(words)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(NAMES), st.data())
def test_a_typing_error_in_a_long_word_of_a_name_costs_nothing(name: str, data: st.DataObject) -> None:
    typed = _with_a_typo(name, data.draw)
    assert name in {r.organisation.name for r in ask(typed).results[:5]}, typed


SIGNS = st.sampled_from(["", "!", " ?!", "...", " 😢", " 🙏🏽 ", "  ", ",", " :-)"])


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(PHRASES), SIGNS, SIGNS, st.sampled_from([str.upper, str.title, str.lower]))
def test_capitals_signs_and_emoji_never_matter(
    phrase: str, before: str, after: str, written: Callable[[str], str]
) -> None:
    plain = [r.service.id for r in ask(phrase).results]
    assert [r.service.id for r in ask(f"{before} {written(phrase)}{after}").results] == plain


@settings(max_examples=40, deadline=None)
@given(name=st.sampled_from([n for n in NAMES if n.isalpha() and len(n) >= 8]), data=st.data())
def test_a_name_that_is_one_word_may_be_typed_as_three(name: str, data: st.DataObject) -> None:
    one = data.draw(st.integers(2, len(name) - 4))
    other = data.draw(st.integers(one + 2, len(name) - 2))
    found = first(f"{name[:one]} {name[one:other]} {name[other:]}", 3)
    assert name in {CATALOGUE.organisation[organisation].name for organisation in found}


@pytest.mark.parametrize(
    ("typed", "plain"), [("écoute enfants", "ecoute enfants"), ("crisés", "crises"), ("naïef", "naief")]
)
def test_accents_never_matter(typed: str, plain: str) -> None:
    assert [r.service.id for r in ask(typed).results] == [r.service.id for r in ask(plain).results]


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(PHRASES).map(str.split).filter(lambda words: 1 < len(words) < 5))
def test_a_question_of_telling_words_is_the_same_in_any_order(words: list[str]) -> None:
    assume(all(says_something(word) for word in fold(" ".join(words)).split()))
    assert ask(" ".join(words)).themes == ask(" ".join(reversed(words))).themes


@pytest.mark.parametrize(
    "question", ["mijn kat is doodgereden", "liever mailen want ik stotter", "praten met iemand"]
)
def test_when_nobody_is_a_specialist_general_lines_stand_near(question: str) -> None:
    assert any(LISTENING in r.service.themes for r in ask(question).results[:3])


def test_a_need_in_a_name_is_no_name() -> None:
    """Who types a need is not asking for the one organisation that is called after it."""
    understood = columns(CATALOGUE).reader.read("autisme")
    assert understood is not None
    assert not understood.named.any()


@pytest.mark.parametrize(
    ("question", "organisation"),
    [("JAC", "jac"), ("caw limburg", "caw-limburg"), ("116 000", "child-focus"), ("boysproj", "boysproject")],
)
def test_a_part_of_a_name_is_enough(question: str, organisation: str) -> None:
    assert organisation in first(question, 3)


def test_a_parent_that_was_named_stands_before_its_departments() -> None:
    assert first("Tele-Onthaal") == ["tele-onthaal"]


def test_a_former_name_says_so() -> None:
    result = ask("holebifoon").results[0]
    assert result.organisation.id == "lumi"
    assert {r.kind for r in result.reasons} & {ReasonKind.FORMER_NAME, ReasonKind.ALSO_KNOWN_AS, ReasonKind.TOOK_OVER}


def test_a_result_says_the_theme_that_was_asked_for() -> None:
    reasons = ask("gokverslaving").results[0].reasons
    assert [r.subject for r in reasons if r.kind is ReasonKind.THEME] == ["gokken"]


def test_in_danger_who_answers_now_comes_first() -> None:
    result = ask("ik wil dood").results[0]
    assert ReasonKind.OPEN in {r.kind for r in result.reasons}


@pytest.mark.parametrize("question", ["", "   ", "допомога", "😢", "x" * 5000, "qqqq zzzzz"])
def test_what_cannot_be_read_does_no_harm(question: str) -> None:
    assert ask(question).total in (0, len(ask("").results) and ask("").total)


def test_every_word_of_the_vocabulary_leads_to_its_theme_or_to_a_part_of_it() -> None:
    reader = columns(CATALOGUE).reader
    themes = CATALOGUE.vocabulary.themes
    parts = {t.id: {t.id, *(o.id for o in themes if o.broader == t.id)} for t in themes}
    lost = []
    for theme in CATALOGUE.vocabulary.themes:
        for word in theme.words.all:
            understood = reader.read(word)
            meant = {term for kind, term in understood.meaning if kind == "theme"} if understood else set()
            if not meant & parts[theme.id]:
                lost.append((theme.id, word))
    assert not lost
