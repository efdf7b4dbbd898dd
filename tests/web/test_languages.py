"""Light pages in the language of who reads: how it is found, and a switch that keeps the page and what was typed."""

import re

import pytest
from babel import Locale

from directory import settings
from directory.store import inbox, shelf
from directory.web import corrections
from directory.web.form import MOST_BYTES as LONGEST_FORM
from directory.web.pace import Pace
from directory.wording.messages import languages
from tests.web.light import MONDAY_EVENING, Seen, Spoken, client, fields_of, text_of
from tests.web.test_every_light_page import GET_PAGES, MOST_BYTES, POSTED, QUESTIONS
from tests.wording.facts import not_translated
from tests.wording.pseudo import LEFT_TO_RIGHT, RIGHT_TO_LEFT, spoken_here

CORRECTING = "/licht/klopt-niet"
HALF = {"dienst": "awel-hulplijn", "verstuur": "ja", "moet": "Het is 103", "bron": "hun site"}
WHOLE = HALF | {"wat": "number"}


@pytest.fixture(autouse=True)
def monday_evening(monkeypatch, tmp_path):
    monkeypatch.setenv("HULPKAART_NOW", MONDAY_EVENING)
    monkeypatch.setenv("HULPKAART_INBOX", str(tmp_path / "inbox"))
    monkeypatch.setattr(corrections, "pace", Pace(corrections.A_MINUTE))


@pytest.fixture(scope="module")
def light(tmp_path_factory):
    """The pages, in two more languages in which each message of ours can be told from all else."""
    with spoken_here(tmp_path_factory.mktemp("languages"), LEFT_TO_RIGHT, RIGHT_TO_LEFT):
        yield client()


@pytest.fixture(scope="module")
def catalogue():
    return shelf.catalogue(settings.data_folder())


def spoken(answer) -> str:
    """The language in which an answer says that it is, the same in its head and in its page."""
    stated = Seen(answer.text).all("html")[0]["lang"]
    assert stated.partition("-")[0] == answer.headers["content-language"]
    return answer.headers["content-language"]


def turned_by_a_text_browser(light, answer, code=LEFT_TO_RIGHT):
    """The page after the switch, for who has nothing but forms within forms' tags."""
    path = re.search(r'<form class="tongues" method="post" action="([^"]+)"', answer.text)
    return light.post(path[1], data=_together([*fields_of(answer.text, "tongues"), ("naar", code)]))


def turned(light, answer, code=LEFT_TO_RIGHT, **typed):
    """The page after the switch, in a browser that knows the form of a button, with what was typed meanwhile."""
    form = Seen(answer.text[answer.text.index('id="vraag"') - 30 :]).all("form")[0]
    sent = [(name, typed.pop(name, text)) for name, text in fields_of(answer.text, "vraag")]
    return light.post(form["action"], data=_together([*sent, *typed.items(), ("naar", code)]))


def _together(pairs):
    fields = {}
    for name, text in pairs:
        fields.setdefault(name, []).append(text)
    return fields


BOTH_WAYS = pytest.mark.parametrize("turn", [turned, turned_by_a_text_browser])


# Which language


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("fr-BE,fr;q=0.9,nl;q=0.5", "fr"),
        ("de, en;q=0.8", "en"),
        ("fa", "fa"),
        ("tlh", "nl"),
        ("", "nl"),
        ("*;q=nonsense,,;;", "nl"),
        ("nl;q=0.1, fr;q=0", "nl"),
    ],
)
def test_a_page_follows_what_the_browser_prefers_of_what_we_speak(light, accepted, code):
    for answer in (
        light.get("/licht", headers={"accept-language": accepted}),
        light.post("/licht", data={"woorden": "praten"}, headers={"accept-language": accepted}),
    ):
        assert spoken(answer) == code
        assert answer.headers["vary"] == "Accept-Encoding, Accept-Language"
        assert Seen(answer.text).hidden("lang") == []
        assert "/" in [link["href"] for link in Seen(answer.text).all("a")]


def test_what_was_chosen_wins_from_the_browser_and_goes_along_to_every_page(light):
    for answer in (
        light.get("/licht?lang=fr", headers={"accept-language": "en"}),
        light.get("/licht?lang=fr-CA"),
        light.post("/licht", data={"lang": "fr"}, headers={"accept-language": "en"}),
        light.post("/licht?lang=en", data={"lang": "fr"}),
    ):
        assert spoken(answer) == "fr"
        assert set(Seen(answer.text).hidden("lang")) == {"fr"}
        for form in re.findall(r"<form.*?</form>", answer.text, flags=re.DOTALL):
            assert 'name="lang" value="fr"' in form
        assert "/?lang=fr" in [link["href"] for link in Seen(answer.text).all("a")]


def test_dutch_can_be_chosen_too(light):
    answer = light.post("/licht/over", data={"naar": "nl"}, headers={"accept-language": "fr"})
    assert spoken(answer) == "nl"
    assert set(Seen(answer.text).hidden("lang")) == {"nl"}


@pytest.mark.parametrize("nonsense", ["tlh", "", "<b>", "../nl", "fr\x00", "x" * 10_000, "Français", "*"])
def test_a_language_that_we_do_not_speak_says_nothing(light, nonsense):
    for answer in (
        light.get("/licht", params={"lang": nonsense}, headers={"accept-language": "fr"}),
        light.post("/licht", data={"lang": nonsense}, headers={"accept-language": "fr"}),
        light.post("/licht/over", data={"naar": nonsense}, headers={"accept-language": "fr"}),
    ):
        assert spoken(answer) == "fr"
        assert Seen(answer.text).hidden("lang") == []


def test_who_comes_by_an_old_address_keeps_his_language(light):
    assert spoken(light.get("/licht/privacy?lang=fr")) == "fr"


def test_an_error_speaks_the_language_too(light, monkeypatch):
    def broken(folder):
        raise OSError(folder)

    with monkeypatch.context() as broken_for_now:
        broken_for_now.setattr(shelf, "catalogue", broken)
        answer = light.get("/licht", params={"lang": LEFT_TO_RIGHT})
    assert (answer.status_code, spoken(answer)) == (503, LEFT_TO_RIGHT)
    assert untranslated(answer) == {}


# The switch


@pytest.fixture(
    params=[*(("GET", path, {}) for path in (*GET_PAGES, "/licht/nergens")), *(("POST", *page) for page in POSTED)],
    ids=lambda asked: " ".join((asked[0], asked[1], *asked[2])),
)
def page(request, light):
    method, path, fields = request.param
    return light.request(method, path, data=fields)


def test_every_page_offers_the_other_languages_by_their_own_names(page):
    offered = {a["value"]: a for a in Seen(page.text).all("button") if a.get("name") == "naar"}
    assert set(offered) == set(languages()) - {"nl"}
    assert all(a["lang"] == code for code, a in offered.items())
    switch = text_of(re.search(r'<form class="tongues".*?</form>', page.text, flags=re.DOTALL)[0])
    for name in ("Français", "English", "فارسی"):
        assert name in switch


def test_every_page_is_the_same_page_in_another_language(light, page):
    for answer in (
        turned_by_a_text_browser(light, page),
        *([turned(light, page)] if 'id="vraag"' in page.text else []),
    ):
        assert spoken(answer) == LEFT_TO_RIGHT
        assert answer.status_code == page.status_code
        assert _same_in_all_languages(answer.text) == _same_in_all_languages(page.text)


def _same_in_all_languages(html: str) -> dict[str, list[object]]:
    """What a page is made of but for its words."""
    seen = Seen(html)
    return {
        "what there is": [(tag, a.get("class")) for tag, a in seen.tags if tag in ("h1", "h2", "h3", "article")],
        "what to press": [(a.get("name"), a.get("value")) for a in seen.all("button") if a.get("name") != "naar"],
        "what was typed": [
            (a["name"], a.get("value"), "checked" in a)
            for a in seen.all("input")
            if a.get("type") != "hidden" and a.get("value") != "ja"
        ],
        "where it links": [a["href"] for a in seen.all("a") if a["href"].startswith(("tel:", "http", "mailto:"))],
    }


def test_a_page_that_cannot_be_asked_for_offers_a_new_question_in_another_language(light):
    answer = turned_by_a_text_browser(light, light.get("/licht/dienst"))
    assert (answer.status_code, spoken(answer)) == (200, LEFT_TO_RIGHT)
    assert Seen(answer.text).buttons("dienst") == []


@BOTH_WAYS
def test_results_keep_their_words_place_filters_and_number(light, turn):
    question = {"woorden": "ik ben 15", "plek": "Gent", "hoe": ["phone", "in_person"], "straal": "50", "taal": "nl"}
    before = light.post("/licht", data=question | {"vanaf": "20", "stap": "4"})
    after = turn(light, before)
    assert fields_of(after.text, "vraag") == [
        ("stap", "6"),
        ("lang", LEFT_TO_RIGHT),
        *fields_of(before.text, "vraag")[1:],
    ]
    assert Seen(after.text).buttons("dienst") == Seen(before.text).buttons("dienst") != []
    assert "⟦21 tot " in after.text


@BOTH_WAYS
def test_a_wish_that_was_taken_back_stays_taken_back(light, turn):
    before = light.post("/licht", data={"woorden": "chatten over pesten ik ben 14"})
    taken_back = Seen(before.text).buttons("niet")[0]
    before = light.post("/licht", data={"woorden": "chatten over pesten ik ben 14", "niet": taken_back})
    after = turn(light, before)
    assert taken_back not in Seen(after.text).buttons("niet") == Seen(before.text).buttons("niet")


def test_to_search_anew_begins_at_the_first_result_with_all_that_is_read_in_the_words(light):
    before = light.post("/licht", data={"woorden": "ik ben 14", "niet": "leeftijd", "vanaf": "20"})
    after = light.post("/licht", data=_together(fields_of(before.text, "vraag")))
    assert Seen(after.text).buttons("niet") == ["leeftijd"]
    assert '<p class="count">1 tot 20' in after.text


def test_what_is_typed_and_not_sent_yet_is_kept(light):
    before = light.get("/licht")
    after = turned(light, before, woorden="ik kan niet slapen", plek="Nergenshuizen", hoe="online")
    assert (
        dict(fields_of(after.text, "vraag")).items()
        >= {
            "woorden": "ik kan niet slapen",
            "plek": "Nergenshuizen",
            "hoe": "online",
        }.items()
    )
    assert Seen(after.text).buttons("dienst") == []
    assert 'aria-invalid="true"' not in after.text


def test_what_a_page_says_of_a_form_that_was_too_long_is_said_again(light):
    before = light.post("/licht", data={"woorden": "praten", "x": "x" * LONGEST_FORM})
    for after in (turned(light, before), turned_by_a_text_browser(light, before)):
        assert "⟦Je tekst was te lang voor ons." in after.text
        assert Seen(after.text).field("woorden")["value"] == "praten"


def test_an_open_service_stays_open_at_the_door_that_was_chosen(light):
    service = light.post("/licht/dienst", data={"dienst": "overkop-huizen", "woorden": "praten"})
    door = Seen(service.text).buttons("deur")[5]
    before = light.post("/licht/dienst", data={"dienst": "overkop-huizen", "deur": door, "woorden": "praten"})
    after = turned_by_a_text_browser(light, before)
    assert Seen(after.text).buttons("deur") == Seen(before.text).buttons("deur") != Seen(service.text).buttons("deur")
    assert set(Seen(after.text).hidden("woorden")) == {"praten"}


def test_a_half_filled_correction_is_kept_and_not_sent(light):
    before = light.post(CORRECTING, data={"dienst": "awel-hulplijn", "woorden": "praten"})
    after = turned(light, before, wat="hours", moet="Tot 23 u", contact="ik@example.org")
    assert (
        dict(fields_of(after.text, "vraag")).items()
        >= {
            "wat": "hours",
            "moet": "Tot 23 u",
            "contact": "ik@example.org",
            "woorden": "praten",
        }.items()
    )
    assert 'class="mend"' not in after.text
    assert received() == ()


@BOTH_WAYS
def test_a_correction_that_has_to_be_mended_says_so_again(light, turn):
    after = turn(light, light.post(CORRECTING, data=HALF))
    assert "⟦Kies wat er niet klopt." in after.text
    assert dict(fields_of(after.text, "vraag")).items() >= {"moet": "Het is 103", "bron": "hun site"}.items()
    assert received() == ()


@BOTH_WAYS
def test_a_correction_that_could_not_be_kept_says_so_again_and_is_not_tried_again(light, turn, monkeypatch):
    now = [0.0]
    full = Pace(1, lambda: now[0])
    full.allows()
    monkeypatch.setattr(corrections, "pace", full)
    before = light.post(CORRECTING, data=WHOLE)
    now[0] += 3600
    after = turn(light, before)
    assert "⟦Er komt op dit moment veel tegelijk binnen." in after.text
    assert dict(fields_of(after.text, "vraag")).items() >= {"moet": "Het is 103", "wat": "number"}.items()
    assert received() == ()


def test_a_correction_that_was_sent_is_thanked_for_again_and_sent_once(light):
    after = turned_by_a_text_browser(light, light.post(CORRECTING, data=WHOLE))
    assert "⟦Dank je wel⟧" in after.text
    assert Seen(after.text).buttons("dienst") == ["awel-hulplijn"]
    assert len(received()) == 1


def received():
    folder = settings.inbox_folder()
    found, _ = inbox.read(folder) if folder.exists() else ((), ())
    return found


@BOTH_WAYS
def test_who_was_sent_on_from_a_service_that_is_lost_is_told_again(light, turn):
    after = turn(light, light.post(CORRECTING, data=WHOLE | {"dienst": "nonsens"}))
    assert after.status_code == 404
    assert "⟦Deze plek vinden we niet." in after.text
    assert ("moet", "Het is 103") in fields_of(after.text, "vraag")


def test_enter_in_a_field_does_not_switch_but_sends_the_form(page):
    """Of the buttons that belong to a form a browser takes the first."""
    belong = [a for a in Seen(page.text).all("button") if a.get("form") == "vraag"]
    if 'id="vraag"' in page.text:
        assert (belong[0].get("name"), belong[0]["tabindex"], belong[0]["aria-hidden"]) == (None, "-1", "true")
    else:
        assert belong == []


# What a page says


@pytest.mark.parametrize(("code", "direction"), [(LEFT_TO_RIGHT, "ltr"), (RIGHT_TO_LEFT, "rtl"), ("fr", "ltr")])
def test_a_page_states_where_its_lines_begin(light, code, direction):
    assert Seen(light.get("/licht", params={"lang": code}).text).all("html")[0]["dir"] == direction


def test_no_rule_of_the_style_knows_left_from_right(light):
    style = re.findall(r"<style>(.*?)</style>", light.get("/licht").text, flags=re.DOTALL)[-1]
    assert not re.search(r"(?<![\w-])(margin|padding|border|text-align)(-|:\s*)(left|right)", style)


def test_a_language_that_nobody_read_who_grew_up_with_it_says_so(light):
    said = "Deze vertaling is nog niet nagelezen door iemand die met deze taal is opgegroeid."
    assert f"⟦{said}⟧" in light.get("/licht", params={"lang": RIGHT_TO_LEFT}).text
    assert said not in light.get("/licht").text


def test_a_page_that_is_asked_for_in_turn_by_many_speaks_to_each_in_his_own_language(light):
    codes = [*languages(), *reversed(languages())]
    question = {"woorden": "praten", "plek": "Gent"}
    first = {code: light.post("/licht", data=question | {"lang": code}).text for code in codes}
    again = {code: light.post("/licht", data=question | {"lang": code}).text for code in codes}
    assert first == again
    assert len(set(first.values())) == len(languages())


def untranslated(answer) -> dict[str, str]:
    code = spoken(answer)
    blocks = Spoken(answer.text, code).blocks
    return {left: block for block in blocks if (left := not_translated(block, Locale.parse(code)))}


@pytest.mark.parametrize("asked", [*GET_PAGES, "/licht/nergens", "/licht/dienst"])
def test_a_page_says_nothing_that_cannot_be_translated(light, asked):
    assert untranslated(light.get(asked, params={"lang": LEFT_TO_RIGHT})) == {}


@pytest.mark.parametrize(
    ("path", "fields"), [*POSTED, *(("/licht", question) for question in QUESTIONS), (CORRECTING, WHOLE)]
)
def test_an_answer_says_nothing_that_cannot_be_translated(light, path, fields):
    assert untranslated(light.post(path, data=fields | {"lang": LEFT_TO_RIGHT})) == {}


def test_no_service_or_organisation_says_anything_that_cannot_be_translated(light, catalogue):
    found = {}
    for service in catalogue.services:
        found |= untranslated(light.post("/licht/dienst", data={"dienst": service.id, "lang": LEFT_TO_RIGHT}))
    for owner in catalogue.organisations:
        found |= untranslated(light.post("/licht/organisatie", data={"organisatie": owner.id, "lang": LEFT_TO_RIGHT}))
    assert found == {}


def test_with_an_operator_nothing_is_said_that_cannot_be_translated_either(light, monkeypatch):
    monkeypatch.setenv("HULPKAART_OPERATOR", "Awel")
    monkeypatch.setenv("HULPKAART_CONTACT", "brievenbus@awel.be")
    for path in GET_PAGES:
        assert untranslated(light.get(path, params={"lang": LEFT_TO_RIGHT})) == {}
    monkeypatch.delenv("HULPKAART_INBOX")
    assert untranslated(light.get(CORRECTING, params={"lang": LEFT_TO_RIGHT})) == {}


@pytest.mark.parametrize("code", ["fr", "en", LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def test_a_page_of_results_is_no_larger_than_a_first_flight_of_packets_in_any_language(light, code):
    sizes = {}
    for question in QUESTIONS:
        answer = light.post("/licht", data=question | {"lang": code}, headers={"accept-encoding": "br"})
        assert answer.headers["content-encoding"] == "br"
        sizes[str(question)] = int(answer.headers["content-length"])
    assert {question: size for question, size in sizes.items() if size > MOST_BYTES} == {}
