"""What was read in the words stands on the page, and one press takes it back."""

import pytest

from tests.web.light import Seen, text_of

pytestmark = pytest.mark.usefixtures("monday_evening")


def test_a_place_and_an_age_in_the_words_are_shown_and_searched(light):
    found = light.post("/licht", data={"woorden": "jac in kortrijk ik ben 15"})
    assert Seen(found.text).buttons("niet") == ["plek", "leeftijd"]
    assert "bij 8500 Kortrijk" in text_of(found.text)
    assert "voor 15 jaar" in text_of(found.text)


def test_what_is_taken_back_is_searched_no_more_and_stays_so_on_the_next_page(light):
    found = light.post("/licht", data={"woorden": "praten in kortrijk", "niet": "plek"})
    assert Seen(found.text).buttons("niet") == []
    assert "8500" not in text_of(found.text).split("Vraag aanpassen")[0]
    assert "plek" in Seen(found.text).hidden("niet")


def test_the_words_stay_as_they_were_typed(light):
    found = light.post("/licht", data={"woorden": "jac in kortrijk"})
    assert Seen(found.text).field("woorden")["value"] == "jac in kortrijk"


def test_a_wish_with_which_nothing_is_found_is_let_go_and_said(light):
    found = light.post("/licht", data={"woorden": "zwanger hulp via whatsapp in ieper"})
    assert "daarmee vonden we te weinig" in text_of(found.text)
    assert Seen(found.text).buttons("dienst")


def test_a_mended_word_is_said(light):
    found = light.post("/licht", data={"woorden": "zwangeer"})
    assert "We lazen “zwangeer” als “zwange" in text_of(found.text)


def test_a_forged_wish_is_no_wish(light):
    found = light.post("/licht", data={"woorden": "praten", "niet": "<script>"})
    assert found.status_code == 200
    assert "<script>" not in found.text.replace("<script>(function", "")


def test_the_page_of_one_service_reads_the_same_words(light):
    found = light.post("/licht/dienst", data={"woorden": "praten in kortrijk", "dienst": "awel-hulplijn"})
    assert found.status_code == 200
    assert set(Seen(found.text).hidden("woorden")) == {"praten in kortrijk"}


def test_who_types_dutch_on_an_english_phone_is_shown_who_speaks_dutch_first(light):
    asked = {"woorden": "wie kan ik bellen vannacht om 3u"}
    page = text_of(light.post("/licht", data=asked, headers={"Accept-Language": "en"}).text)
    assert "open during the night, at 3:00" in page
    assert page.index("Tele-Onthaal 106") < page.index("CHS Helpline")
    assert "Awel" not in page[: page.index("Tele-Onthaal 106")]


def test_who_reads_french_and_only_chooses_a_theme_is_shown_who_speaks_french_first(light):
    def titles(language: str) -> str:
        return text_of(light.post("/licht", data={"thema": "drugs"}, headers={"Accept-Language": language}).text)

    assert titles("fr").index("Infor Drogues") < titles("fr").index("De Druglijn")
    assert titles("nl").index("De Druglijn") < titles("nl").index("Infor Drogues")
