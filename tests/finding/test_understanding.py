"""What the words of a question ask for beside the need: heard openly, and never against what somebody chose."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.finding import asking
from directory.finding.asking import ask
from directory.finding.find import find
from directory.finding.query import Query
from directory.finding.understanding import AGE, AUDIENCE, PLACE, Hearing
from directory.geography.place import Outcome
from directory.geography.places import Gazetteer
from directory.model.channel import Kind, Mode
from directory.model.schedule import parse_moment
from directory.model.text import Language
from directory.store.files import read_catalogue

DATA = Path(__file__).resolve().parents[2] / "data"
GAZETTEER = Gazetteer.read(DATA / "geo")
CATALOGUE = read_catalogue(DATA)[0]
WEDNESDAY_AFTERNOON = parse_moment("2026-11-25T15:00")


def heard(words, *, without=(), **chosen):
    return Hearing(Query(words=words, **chosen), CATALOGUE, GAZETTEER, WEDNESDAY_AFTERNOON).understood(without)


@pytest.mark.parametrize(
    ("words", "place", "rest"),
    [
        ("jac in kortrijk", "8500 Kortrijk", "jac"),
        ("hulp voor homo's antwerpen", "2000 Antwerpen", "hulp voor homo's"),
        ("9000 gent eenzaam", "9000 Gent", "eenzaam"),
        ("ik zit in de buurt van Gent en ben zwanger", "9000 Gent", "ik zit en ben zwanger"),
        ("abortus St-Niklaas", "9100 Sint-Niklaas", "abortus"),
        ("slapen in sint jans molenbeek", "1080 Sint-Jans-Molenbeek", "slapen"),
        ("aide à Ixelles", "1050 Elsene", "aide"),
        ("abortion in brussels", "1000 Brussel", "abortion"),
        ("drugs in geel", "2440 Geel", "drugs"),
        ("jac geel", "2440 Geel", "jac"),
        ("straathoekwerk limburg", "provincie Limburg", "straathoekwerk"),
        ("opvang West-Vlaanderen", "provincie West-Vlaanderen", "opvang"),
        ("praten Drongen", "9031 Drongen", "praten"),
        ("psycholoog oudenaerde", "9700 Oudenaarde", "psycholoog"),
        ("daklozen BXL", "1000 Brussel", "daklozen"),
        ("drugs in antwerpe", "2000 Antwerpen", "drugs"),
        ("iemand om mee te praten in Gnet", "9000 Gent", "iemand om mee te praten"),
    ],
)
def test_a_place_in_the_words_is_searched_in(words, place, rest):
    found = heard(words)
    assert found.query.place is not None
    assert (found.query.place.label, found.query.words) == (place, rest)
    assert PLACE in [h.name for h in found.heard]


@pytest.mark.parametrize(
    "words",
    [
        "ik wil meer hulp",
        "hij heeft 2000 euro schulden",
        "sinds 2020 depressief",
        "ik moet het melden",
        "we slapen in de vorst",
        "ik heb geen papieren en werk in de prostitutie",
        "uit huis gezet",
        "in nood",
        "te veel drinken",
        "116000",
        "1712",
        "mijn haren vallen uit",
        "geel",
    ],
)
def test_a_word_that_happens_to_be_the_name_of_a_village_is_no_place(words):
    assert heard(words).query.place is None


@pytest.mark.parametrize(
    ("words", "age"),
    [
        ("ik ben 14 en zwanger", 14),
        ("kben 15", 15),
        ("ik ben nu 54 en het komt terug", 54),
        ("cliënt van 19 met schulden", 19),
        ("mijn dochter van 13 snijdt zichzelf", 13),
        ("zoon is 17 aan de drugs", 17),
        ("15j en bang thuis", 15),
        ("19 jaar dakloos", 19),
        ("een 16-jarige in crisis", 16),
        ("vijftien jaar oud en alleen", 15),
        ("j'ai 16 ans et je suis enceinte", 16),
        ("i'm 17 and homeless", 17),
        ("net 16 geworden en bang", 16),
        ("pas 14 en zwanger", 14),
        ("buitengezet door mijn pa, 16, in aalst", 16),
        ("ik zit op onlyfans en wil daar echt mee stoppen, 17", 17),
    ],
)
def test_an_age_in_the_words_is_an_age(words, age):
    found = heard(words)
    assert found.query.age == age
    assert AGE in [h.name for h in found.heard]


@pytest.mark.parametrize(
    "words",
    [
        "ik drink al 15 jaar",
        "drie jaar geleden verkracht",
        "12 jaar lang misbruikt",
        "na 20 jaar huwelijk",
        "ik ben 14 weken zwanger",
        "ik ben 300 euro kwijt",
        "heb net 20 dafalgans genomen",
        "al 20, 25 keer geprobeerd",
        "1813",
    ],
)
def test_a_number_that_counts_something_else_is_no_age(words):
    assert heard(words).query.age is None


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("chatten over seks", {"kinds": {Kind.CHAT}}),
        ("hulp via whatsapp", {"kinds": {Kind.WHATSAPP}}),
        ("iemand mailen over drugs", {"kinds": {Kind.EMAIL, Kind.WEB_FORM}}),
        ("ik durf niet te bellen", {"modes": {Mode.ONLINE}}),
        ("zonder dat ze het thuis zien", {"modes": {Mode.ONLINE}}),
        ("wie kan ik bellen", {"modes": {Mode.PHONE}}),
        ("iemand dreigt mijn foto door te sturen, ik wil nu chatten", {"kinds": {Kind.CHAT}, "open_now": True}),
        ("binnenspringen zonder afspraak", {"modes": {Mode.IN_PERSON}}),
        ("chatten of via sms", {"kinds": {Kind.CHAT, Kind.SMS}}),
        ("praten met iemand nu", {"open_now": True}),
        ("anoniem praten", {"rather_anonymous": True}),
        ("mijn ouders mogen het niet weten", {"rather_anonymous": True}),
        ("zeggen ze het tegen mijn ouders?", {"rather_anonymous": True}),
        ("gratis soa test", {"rather_free": True}),
        ("psycholoog zonder doorverwijzing", {"without_referral": True}),
        ("hulp in het engels", {"language": "en"}),
        ("vanavond open", {"open_at": parse_moment("2026-11-25T20:00")}),
        ("vannacht praten", {"open_at": parse_moment("2026-11-25T23:30")}),
        ("in het weekend", {"open_at": parse_moment("2026-11-28T14:00")}),
        ("praten op zondag", {"open_at": parse_moment("2026-11-29T14:00")}),
        ("zaterdag om 3u praten", {"open_at": parse_moment("2026-11-28T15:00")}),
        ("vannacht om 3u", {"open_at": parse_moment("2026-11-26T03:00")}),
        ("wie kan ik bellen vannacht om 3u", {"open_at": parse_moment("2026-11-26T03:00"), "modes": {Mode.PHONE}}),
        ("om 12 uur 's nachts bellen", {"open_at": parse_moment("2026-11-26T00:00")}),
        ("om 9u30 vanavond chatten", {"open_at": parse_moment("2026-11-25T21:30")}),
    ],
)
def test_a_wish_in_the_words_is_a_filter(words, asked):
    found = heard(words).query
    assert {name: getattr(found, name) for name in asked} == asked


@pytest.mark.parametrize(
    "words",
    [
        "hij chat met mijn dochter van alles",
        "ik loop vannacht weg van huis want ik hou het niet meer uit",
        "wat moet ik nu doen ik ben zwanger geraakt",
        "ze belt mij de hele tijd en stuurt foto's via snap",
        "hij kwam om 3u thuis en sloeg de deur dicht",
        "op school om 8u durf ik niet binnen",
    ],
)
def test_what_happened_is_not_what_somebody_wants(words):
    found = heard(words).query
    assert not any((found.kinds, found.modes, found.open_now, found.open_at))


def test_what_is_taken_out_of_the_words_still_tells_in_which_language_they_were_put():
    assert heard("wie kan ik bellen vannacht", reads=Language.EN).query.reads is Language.NL
    assert heard("who can i call right now").query.reads is Language.EN
    assert heard("9000", reads=Language.FR).query.reads is Language.FR


def test_what_was_chosen_is_never_overruled_by_the_words():
    gent = GAZETTEER.find_place("Gent").best
    found = heard("chatten in kortrijk ik ben 14", place=gent, age=17, modes=frozenset({Mode.PHONE}))
    assert (found.query.place, found.query.age) == (gent, 17)
    assert (found.query.modes, found.query.kinds) == ({Mode.PHONE}, frozenset())


@pytest.mark.parametrize(
    "told",
    [
        {"words": "chatten"},
        {"place": GAZETTEER.find_place("Gent").best},
        {"age": 0},
        {"themes": frozenset({"geweld"})},
        {"audience": "jongeren"},
        {"language": "fr"},
        {"organisation": "awel"},
        {"anonymous": True},
    ],
)
def test_only_a_question_that_tells_nothing_of_who_asks_is_remembered_with_its_answer(told):
    remembered = asking._found_for_anybody.cache_info
    plain = Query(modes=frozenset({Mode.PHONE}), open_now=True)
    asking._found_for_anybody.cache_clear()
    ask(CATALOGUE, GAZETTEER, plain.model_copy(update=told), WEDNESDAY_AFTERNOON)
    assert remembered().currsize == 0
    answers = [ask(CATALOGUE, GAZETTEER, plain, WEDNESDAY_AFTERNOON).answer for _ in range(2)]
    assert answers[0] == answers[1] == find(CATALOGUE, plain, WEDNESDAY_AFTERNOON)
    assert (remembered().currsize, remembered().hits) == (1, 1)


def test_what_is_taken_back_is_a_word_again():
    found = heard("jac in kortrijk", without={PLACE})
    assert (found.query.place, found.query.words, found.heard) == (None, "jac in kortrijk", ())


def test_what_is_searched_ends_in_a_word():
    assert heard("mijn foto staat online, ik wil nu chatten").query.words == "mijn foto staat online"


@pytest.mark.parametrize("words", ["chatten", "chatten in kortrijk, ik ben 15", "ik wil vanavond chatten"])
def test_who_says_no_need_but_only_how_and_where_is_answered_so(words):
    asked = ask(CATALOGUE, GAZETTEER, Query(words=words), WEDNESDAY_AFTERNOON)
    assert asked.unmet == ()
    assert asked.query.kinds == {Kind.CHAT}
    assert asked.answer.total
    assert asked.query.words == ""


def test_a_name_is_never_taken_apart():
    for name in ("caw antwerpen", "slachtofer chat", "CAW Antwerpn"):
        assert (heard(name).query.words, heard(name).heard) == (name, ())


def test_a_place_that_may_be_several_is_the_largest_and_the_others_are_known():
    found = heard("hulp in halle").heard[0]
    assert found.means.label == "1500 Halle"
    assert GAZETTEER.find_place("halle").outcome is Outcome.CHOOSE


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=200))
def test_any_text_at_all_is_understood_somehow(words):
    found = heard(words)
    assert len(found.query.words) <= len(words) + 1


@given(
    st.lists(
        st.sampled_from("ik ben 15 in gent chatten nu gratis van de te jaar halle 9000 vanavond zwanger".split())
    )
)
def test_whatever_is_heard_was_said(words):
    text = " ".join(words)
    assert all(one.said in text for one in heard(text).heard)


@pytest.mark.parametrize(
    ("words", "audience"),
    [
        ("mijn vriendin wordt geslagen door haar lief", "naasten"),
        ("een cliënt van mij zit in de prostitutie", "hulpverleners"),
        ("voor mijn leerling die gepest wordt", "leerkrachten"),
        ("mijn dochter eet niet meer", "ouders"),
        ("mon fils se drogue", "ouders"),
    ],
)
def test_for_whom_it_is_counts_and_hides_nobody(words, audience):
    asked = ask(CATALOGUE, GAZETTEER, Query(words=words), WEDNESDAY_AFTERNOON)
    assert [h.means.id for h in asked.understood.heard] == [audience]
    assert asked.query.audience is None
    again = ask(CATALOGUE, GAZETTEER, Query(words=words), WEDNESDAY_AFTERNOON, without={AUDIENCE})
    assert again.understood.heard == ()
