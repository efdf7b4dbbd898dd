"""Every screen as a script: it stands, it answers what is asked, and its map holds the same answer."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

SCREENS = ("help_now.py", "overview.py", "desk.py")
MAIN = Path(__file__).resolve().parents[2] / "directory" / "screens" / "main.py"
PATIENCE_S = 60


@pytest.fixture(autouse=True)
def _monday_evening(monkeypatch):
    monkeypatch.setenv("HULPKAART_NOW", "2026-11-23T20:00")


@pytest.fixture
def search() -> AppTest:
    """The search screen as it opens."""
    return AppTest.from_file(MAIN, default_timeout=PATIENCE_S).run()


@pytest.fixture
def overview() -> AppTest:
    """The overview."""
    return AppTest.from_file(MAIN, default_timeout=PATIENCE_S).run().switch_page("overview.py").run()


def html(app: AppTest) -> list[str]:
    """The pieces of HTML on the screen, in order."""
    return [element.proto.body for element in app.get("html")]


def said(app: AppTest) -> str:
    """The sentence above the list, without its tags."""
    sentence = next(piece for piece in html(app) if "hk-said" in piece)
    return re.sub(r"<[^>]+>", "", sentence)


def count(app: AppTest) -> int:
    """The number in that sentence."""
    found = re.match(r"\d+", said(app))
    return int(found.group()) if found else 0


def services(app: AppTest) -> list[str]:
    """The ids of the services on the cards."""
    return re.findall(r'id="hulp-([^"]+)"', "".join(html(app)))


def always(app: AppTest) -> set[str]:
    """The numbers under 'who always answers'."""
    panel = next(piece for piece in html(app) if "hk-always" in piece)
    return set(re.findall(r'href="tel:([^"]+)"', panel))


def pins(app: AppTest) -> dict[str, dict[str, Any]]:
    """What the map is told to draw, by the id of the pin."""
    script = json.loads(app.get("component_instance")[0].proto.json_args)["feature_group"]
    drawn = re.search(r"hulpkaart\.pins\([^,]+, (\[.*?\])\);\s*\n", script)
    rows = json.loads(drawn.group(1)) if drawn else []
    fields = ("lat", "lon", "shape", "glyph", "id", "number", "label", "chosen")
    return {row[4]: dict(zip(fields, row, strict=True)) for row in rows}


def pinned_services(app: AppTest) -> set[str]:
    """The services that have a pin."""
    return {pin.partition("/")[0] for pin in pins(app)}


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_opens_with_something_on_it_and_no_error(screen):
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_S).run().switch_page(screen).run()
    assert not app.exception
    assert not app.warning
    assert len(app.get("html")) > 2
    assert any("<h1>" in piece for piece in html(app))
    assert {"112", "106", "1813", "116000"} <= always(app)


def test_the_search_opens_with_everything_cards_and_pins(search):
    assert count(search) > 100
    assert len(services(search)) == 5
    assert len(pins(search)) > 50


def test_every_card_with_a_number_has_a_pin_with_that_number(search):
    search.segmented_control(key="ask_modes").set_value(["in_person"]).run()
    numbered = {
        service: int(number)
        for service, number in re.findall(
            r'id="hulp-([^"]+)".*?<h3><span class="hk-number"[^>]*>(\d+)</span>', "".join(html(search)), re.S
        )
    }
    shown = {pin.partition("/")[0]: row["number"] for pin, row in pins(search).items() if row["number"]}
    assert numbered
    assert shown == numbered


def test_choosing_online_changes_the_sentence_the_cards_and_the_pins(search):
    before = (said(search), count(search), pinned_services(search))
    search.segmented_control(key="ask_modes").set_value(["online"]).run()
    assert said(search) != before[0]
    assert 0 < count(search) < before[1]
    assert pinned_services(search) < before[2]


def test_a_place_says_so_and_puts_only_doors_nearby_on_the_map(search):
    search.text_input(key="ask_where").set_value("9050").run()
    assert "9050 Gentbrugge" in said(search)
    doors = [pin for pin in pins(search).values() if pin["shape"] != "office"]
    assert doors
    for door in doors:
        assert door["lat"] == pytest.approx(51.04, abs=0.2)
        assert door["lon"] == pytest.approx(3.76, abs=0.3)


def test_a_theme_and_an_age_narrow_the_list_step_by_step(search):
    everything = count(search)
    search.pills(key="ask_themes").set_value(["school"]).run()
    about_school = count(search)
    search.number_input(key="ask_age").set_value(9).run()
    assert "9 jaar" in said(search)
    assert 0 < count(search) < about_school < everything


def test_words_find_who_is_meant(search):
    search.text_input(key="ask_words").set_value("awel").run()
    assert services(search)[0] == "awel-hulplijn"


def test_nothing_found_is_said_and_still_shows_who_always_answers(search):
    search.text_input(key="ask_words").set_value("xyzzyqwerty").run()
    assert said(search).startswith("Geen plekken")
    assert services(search) == []
    assert pins(search) == {}
    assert {"112", "106", "1813", "116000"} <= always(search)


def test_clearing_forgets_every_filter(search):
    whole = said(search)
    search.text_input(key="ask_words").set_value("pesten")
    search.segmented_control(key="ask_modes").set_value(["online"]).run()
    assert said(search) != whole
    search.button(key="clear").click().run()
    assert said(search) == whole
    assert search.text_input(key="ask_words").value == ""
    assert search.segmented_control(key="ask_modes").value == []
    assert "clear" not in {button.key for button in search.button}


def test_a_place_nobody_knows_gets_a_sentence_and_loses_nothing(search):
    everything = count(search)
    search.text_input(key="ask_where").set_value("Qwertyland").run()
    assert "Wij kennen Qwertyland niet" in "".join(html(search))
    assert count(search) == everything


def test_a_postcode_of_two_municipalities_asks_which_and_follows_the_answer(search):
    search.text_input(key="ask_where").set_value("1050").run()
    which = search.radio[0]
    assert len(which.options) == 2
    which.set_value(which.options[1]).run()
    assert which.options[1] in said(search)


def test_a_card_that_is_shown_on_the_map_keeps_its_place_and_is_chosen_there_too(search):
    search.segmented_control(key="ask_modes").set_value(["in_person"]).run()
    before = services(search)
    service = before[3]
    search.button(key=f"show_{service}").click().run()
    assert services(search) == before
    assert {pin.partition("/")[0] for pin, row in pins(search).items() if row["chosen"]} == {service}


def test_more_shows_more(search):
    shown = services(search)
    search.button(key="more").click().run()
    assert services(search)[: len(shown)] == shown
    assert len(services(search)) == len(shown) + 10


def test_the_same_question_gives_the_same_map_script(search):
    first = search.get("component_instance")[0].proto.json_args
    search.run()
    assert json.loads(search.get("component_instance")[0].proto.json_args)["script"] == json.loads(first)["script"]


def part_of(overview: AppTest, name: str) -> AppTest:
    """One part of the overview."""
    return overview.segmented_control(key="deel").set_value(name).run()


@pytest.mark.parametrize(("part", "many"), [("Chat en mail", 2), ("Toen en nu", 1), ("Nabijheid", 2), ("Uren", 1)])
def test_each_part_of_the_overview_shows_tables_with_a_file(overview, part, many):
    shown = html(part_of(overview, part))
    tables = [piece for piece in shown if "hk-table" in piece]
    assert len(tables) == many
    assert sum(table.count("<tr>") for table in tables) > 10
    assert len(overview.get("download_button")) in (1, 2)
    assert any("hk-counts" in piece for piece in shown) is (part == "Chat en mail")


@pytest.mark.parametrize("part", ["Chat en mail", "Toen en nu", "Uren"])
def test_who_answers_is_said_with_who_says_so(overview, part):
    shown = "".join(html(part_of(overview, part)))
    assert shown.count('<details class="hk-said-by">') > 10
    assert 'class="hk-sources"><li><a href="https://' in shown


@pytest.mark.parametrize("part", ["Nabijheid", "Uren"])
def test_a_part_of_the_overview_follows_the_theme_and_the_age(overview, part):
    everything = said(part_of(overview, part))
    overview.selectbox(key="thema").set_value("school").run()
    school = said(overview)
    overview.number_input(key="leeftijd").set_value(9).run()
    assert len({everything, school, said(overview)}) == 3
    assert "voor ‘School’, 9 jaar" in said(overview)
    assert not overview.exception
    assert not overview.warning


@pytest.mark.parametrize("part", ["Nabijheid", "Uren"])
def test_a_theme_for_which_there_is_nobody_is_said_and_the_page_stands(overview, part):
    part_of(overview, part).selectbox(key="thema").set_value("eetstoornis").run()
    assert said(overview).startswith("Geen ")
    assert not overview.exception
    assert not overview.warning
    assert overview.get("download_button")
    assert {"112", "106", "1813", "116000"} <= always(overview)


@pytest.mark.parametrize("part", ["Chat en mail", "Toen en nu", "Nabijheid", "Uren"])
def test_the_overview_of_an_empty_catalogue_stands(monkeypatch, tmp_path, part):
    (tmp_path / "organisations").mkdir()
    monkeypatch.setenv("HULPKAART_DATA", str(tmp_path))
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_S).run().switch_page("overview.py").run()
    part_of(app, part)
    assert not app.exception
    assert not app.warning
    assert any("hk-always" in piece for piece in html(app))


def test_only_the_farthest_municipalities_are_shown_until_all_are_asked_for(overview):
    def municipalities() -> int:
        table = next(piece for piece in html(part_of(overview, "Nabijheid")) if "Van ver naar dichtbij" in piece)
        return table.count("<tr>") - 1

    assert municipalities() == 20
    overview.toggle(key="all_municipalities").set_value(True).run()
    assert municipalities() == 304


def test_whom_the_number_counts_stands_right_under_it(overview, monkeypatch, tmp_path):
    monkeypatch.delenv("HULPKAART_POPULATION", raising=False)
    said, note = _with_the_next(html(part_of(overview, "Nabijheid")), "gemeenten is er een binnen")
    assert "We tellen gemeenten: cijfers over hoeveel jongeren er wonen" in note, said
    (tmp_path / "young-people.csv").write_text("refnis,young_people\n44021,1234\n")
    monkeypatch.setenv("HULPKAART_POPULATION", str(tmp_path))
    said, note = _with_the_next(html(overview.run()), "gemeenten is er een binnen")
    assert "Van 303 gemeenten is er geen cijfer" in note, said


def _with_the_next(pieces: list[str], words: str) -> list[str]:
    number = next(n for n, piece in enumerate(pieces) if words in piece)
    return pieces[number : number + 2]


def test_young_people_are_counted_when_there_are_figures_and_a_bad_file_is_told(overview, monkeypatch, tmp_path):
    figures = tmp_path / "young-people.csv"
    figures.write_text("refnis,young_people,about\n44021,1234,12 tot 25 jaar\n")
    monkeypatch.setenv("HULPKAART_POPULATION", str(tmp_path))
    shown = "".join(html(part_of(overview, "Nabijheid")))
    assert "Jongeren: 12 tot 25 jaar. Van 303 gemeenten is er geen cijfer" in shown
    assert "1.234 (100 %)" in shown
    other = tmp_path / "other"
    other.mkdir()
    (other / "young-people.csv").write_text("refnis,young_people\n44021,veel\n")
    monkeypatch.setenv("HULPKAART_POPULATION", str(other))
    shown = "".join(html(overview.run()))
    assert "young-people.csv row 2, young_people: &#39;veel&#39; is no number of people." in shown
    assert '<th scope="col">Jongeren' not in shown
    assert not overview.warning


def foot(app: AppTest) -> str:
    """Who runs the screen and the pages about it."""
    (piece,) = (piece for piece in html(app) if "hk-foot" in piece)
    return piece


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_says_who_runs_it_or_that_it_is_a_test_version(screen, monkeypatch):
    for operator, told in (("", "Dit is een proefversie."), ("Stad <Gent>", "Deze site is van Stad &lt;Gent&gt;.")):
        monkeypatch.setenv("HULPKAART_OPERATOR", operator)
        app = AppTest.from_file(MAIN, default_timeout=PATIENCE_S).run().switch_page(screen).run()
        assert told in foot(app)
        assert ("proefversie" in foot(app)) is not bool(operator)
        assert 'href="/privacy"' in foot(app)


def test_a_screen_without_facts_says_so_too(monkeypatch):
    monkeypatch.setenv("HULPKAART_DATA", "/nergens")
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_S).run()
    assert "Dit is een proefversie." in foot(app)
    assert always(app) == {"112"}
