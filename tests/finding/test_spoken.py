"""Words as people say and type them."""

import pytest

from directory import settings
from directory.finding.asking import ask
from directory.finding.query import Query
from directory.finding.spoken import Spoken
from directory.model.vocabulary import Saying
from directory.store import shelf
from tests.examples import MONDAY_EVENING

CATALOGUE = shelf.catalogue(settings.data_folder())
as_typed = Spoken(CATALOGUE.vocabulary.sayings).as_typed
GAZETTEER = shelf.gazetteer(settings.geo_folder())


def services(words: str) -> list[str]:
    answer = ask(CATALOGUE, GAZETTEER, Query(words=words), MONDAY_EVENING).answer
    return [r.service.id for r in answer.results]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mijn pa slaat mij", "mijn papa slaat mij"),
        ("mon père", "mon papa"),
        ("kzit thuis", "ik zit thuis"),
        ("'k heb schrik", "kheb bang"),
        ("ons ma is ziek", "ons mama is ziek"),
        ("ma ge weet da", "maar ge weet da"),
        ("ons moe is ziek", "ons moeder is ziek"),
    ],
)
def test_words_that_say_the_same_are_one(one: str, other: str) -> None:
    said = [[word for word in as_typed(text) if word not in ("ik", "k")] for text in (one, other)]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("text", "word"), [("ma soeur me frappe", "ma"), ("ik ben moe", "moe"), ("op mijn kot", "kot")]
)
def test_a_word_that_only_looks_so_stays_itself(text: str, word: str) -> None:
    assert word in as_typed(text)


def test_a_number_that_is_dialled_is_a_name_in_a_long_question_too() -> None:
    assert services("kan ik 102 bellen zonder dat het op de rekening komt")[0] == "awel-hulplijn"


def test_of_namesakes_the_one_in_the_place_is_meant() -> None:
    assert services("jac mechelen")[0] == "jac-rivierenland"


def test_who_answers_now_stands_high_where_the_specialist_does_not() -> None:
    found = services("iemand chanteert mij met naaktfoto's ik wil nu chatten")
    assert found[0] == "cybersquad"
    assert "awel-hulplijn" in found[:3]


def test_who_is_for_one_group_first_stands_back_for_others() -> None:
    assert services("condoom is blijven steken")[0] != "violett-hulp"
    assert services("ik doe sekswerk, condoom is blijven steken")[0] == "violett-hulp"


def test_a_need_is_told_louder_than_the_wish_to_talk_of_it() -> None:
    assert services("ik wil praten met lotgenoten met boulimie")[0] == "anbn-steun"


def test_no_money_for_food_is_a_need_and_no_wish() -> None:
    asked = ask(CATALOGUE, GAZETTEER, Query(words="geen geld voor eten deze week"), MONDAY_EVENING)
    assert "gratis" not in [heard.name for heard in asked.understood.heard]
    assert "armoede" in asked.answer.themes


def test_the_nearest_door_stands_before_one_that_fits_a_little_better() -> None:
    assert services("gratis psycholoog 16 jaar oudenaarde")[0] == "tejo-oudenaarde"


def test_a_steward_adds_how_a_word_is_typed_without_touching_code() -> None:
    assert Spoken([Saying(say="kan niet", typed=("kannie",))]).as_typed("Kannie slapen") == ["kan", "niet", "slapen"]
