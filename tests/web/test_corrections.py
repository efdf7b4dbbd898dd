"""'Klopt dit niet?': from a form to the inbox; whatever goes wrong, what was typed stays and is nowhere else."""

import logging
import re
from datetime import datetime, timedelta

import pytest

from directory import settings
from directory.model.correction import LONGEST_CONTACT, LONGEST_SOURCE, LONGEST_TEXT, Part
from directory.store import inbox
from directory.web import corrections
from directory.web.form import MOST_BYTES
from directory.web.pace import Pace
from directory.web.question import TOO_LONG, UNREADABLE
from directory.wording import correction as wording
from tests.web.light import MONDAY_EVENING, Seen, client, text_of

PATH = "/licht/klopt-niet"
SENT = {"dienst": "awel-hulplijn", "verstuur": "ja", "wat": "number", "moet": "Het is 103", "bron": "hun site"}
NO_HELP_LINE = "Dit is geen hulplijn: niemand leest dit meteen"
THANKS = "Dank je wel"


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    """The inbox, on a Monday evening on which nobody sent anything yet."""
    monkeypatch.setenv("HULPKAART_NOW", MONDAY_EVENING)
    monkeypatch.setenv("HULPKAART_INBOX", str(tmp_path / "inbox"))
    monkeypatch.setattr(corrections, "pace", Pace(corrections.A_MINUTE))
    return tmp_path / "inbox"


@pytest.fixture(scope="module")
def light():
    return client()


def kept(folder):
    """What the inbox holds, newest first."""
    found, problems = inbox.read(folder)
    assert not problems
    return found


def typed(html):
    """What stands in the fields of the form."""
    seen = Seen(html)
    chosen = [a["value"] for a in seen.all("input") if a.get("type") == "radio" and "checked" in a]
    text = re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)
    assert text
    return {
        "wat": "".join(chosen),
        "moet": text.group(1),
        "bron": seen.field("bron")["value"],
        "contact": seen.field("contact")["value"],
    }


def test_from_the_page_of_a_service_over_the_form_to_the_inbox_and_back(light, folder):
    page = Seen(light.post("/licht/dienst", data={"dienst": "awel-hulplijn", "woorden": "praten"}).text)
    assert PATH in [form["action"] for form in page.all("form")]
    form = light.post(PATH, data={"dienst": "awel-hulplijn", "woorden": "praten", "stap": "2"})
    assert typed(form.text) == {"wat": "", "moet": "", "bron": "", "contact": ""}
    assert 'class="mend"' not in form.text
    hidden = {a["name"]: a["value"] for a in Seen(form.text).all("input") if a.get("type") == "hidden"}
    assert hidden == {"stap": "3", "woorden": "praten", "dienst": "awel-hulplijn", "verstuur": "ja"}
    done = light.post(PATH, data=hidden | {"wat": "number", "moet": "103"})
    assert THANKS in done.text
    assert Seen(done.text).buttons("dienst") == ["awel-hulplijn"]
    assert "praten" in Seen(done.text).hidden("woorden")
    (correction,) = kept(folder)
    assert correction.model_dump() == {
        "time": datetime.fromisoformat(f"{MONDAY_EVENING}+01:00"),
        "service": "awel-hulplijn",
        "organisation": None,
        "part": Part.NUMBER,
        "should_be": "103",
        "source": "",
        "contact": None,
    }


def test_what_is_said_of_an_organisation_without_a_service_can_be_corrected_too(light, folder):
    question = {"woorden": "pasop", "stap": "2"}
    notices = light.post("/licht", data=question).text
    assert f'formaction="{PATH}" name="organisatie" value="pasop"' in notices
    page = Seen(light.post("/licht/organisatie", data=question | {"organisatie": "pasop"}).text)
    assert PATH in [form["action"] for form in page.all("form")]
    form = light.post(PATH, data=question | {"organisatie": "pasop"}).text
    assert "Over Pasop" in text_of(form)
    hidden = {a["name"]: a["value"] for a in Seen(form).all("input") if a.get("type") == "hidden"}
    done = light.post(PATH, data=hidden | {"wat": "other", "moet": "Het heet nu anders"})
    assert THANKS in done.text
    assert Seen(done.text).buttons("organisatie") == ["pasop"]
    (correction,) = kept(folder)
    assert (correction.service, correction.organisation, correction.about) == (None, "pasop", "pasop")


def test_a_name_leads_to_an_organisation_without_a_service(light):
    assert Seen(light.post(PATH, data={"naam": "pasop"}).text).buttons("organisatie") == ["pasop"]


def test_another_language_leaves_a_correction_of_an_organisation_as_it_was(light, folder):
    written = {"organisatie": "pasop", "wat": "gone", "moet": "", "bron": "hun site"}
    again = light.post(PATH, data=written | {"hier": corrections.MENDING, "naar": "fr", "lang": "fr"}).text
    assert typed(again) == {"wat": "gone", "moet": "", "bron": "hun site", "contact": ""}
    assert set(Seen(again).hidden("organisatie")) == {"pasop"}
    assert not kept(folder)


@pytest.mark.parametrize(
    "fields", [{}, {"naam": "awel"}, {"organisatie": "pasop"}, {"dienst": "awel-hulplijn"}, SENT, SENT | {"wat": ""}]
)
def test_every_page_begins_with_that_it_is_no_help_line_and_who_always_answers(light, fields):
    page = light.post(PATH, data=fields).text
    main = page.partition("<main")[2]
    before_the_form = re.split(r"<form|<textarea|Dank je wel", main)[0]
    assert NO_HELP_LINE in before_the_form
    for number in ("112", "106", "1813", "116000"):
        assert f'href="tel:{number}"' in before_the_form
    assert main.count('href="tel:112"') == 1


def test_no_page_of_it_says_that_nothing_is_kept(light, monkeypatch):
    assert "Wij bewaren niets" not in light.post(PATH, data={"dienst": "awel-hulplijn"}).text
    assert "Wat je hier verstuurt, bewaren we." in light.get(PATH).text
    monkeypatch.delenv("HULPKAART_INBOX")
    assert "Wij bewaren niets" in light.get(PATH).text


def test_without_a_service_a_name_leads_to_one(light):
    asked = light.get(PATH)
    assert asked.status_code == 200
    assert Seen(asked.text).buttons("dienst") == []
    found = light.post(PATH, data={"naam": "tele onthaal"})
    first = Seen(found.text).buttons("dienst")[0]
    assert first.startswith("tele-onthaal")
    assert typed(light.post(PATH, data={"dienst": first}).text)


def test_a_name_that_is_not_known_is_said_and_stays(light):
    asked = light.post(PATH, data={"naam": "xyzzyqwerty"})
    assert wording.NO_SUCH_NAME in text_of(asked.text)
    assert Seen(asked.text).field("naam")["value"] == "xyzzyqwerty"


@pytest.mark.parametrize("forged", ["nonsens", "../../etc/passwd", "<b>", "awel\x00", "x" * 5_000])
def test_a_forged_service_is_not_kept_and_what_was_typed_goes_along_to_another(light, folder, forged):
    asked = light.post(PATH, data=SENT | {"dienst": forged})
    assert asked.status_code == 404
    assert wording.NO_SUCH_SERVICE in text_of(asked.text)
    assert kept(folder) == ()
    hidden = {a["name"]: a["value"] for a in Seen(asked.text).all("input") if a.get("type") == "hidden"}
    form = light.post(PATH, data=hidden | {"dienst": "awel-hulplijn"})
    assert typed(form.text) == {"wat": "number", "moet": "Het is 103", "bron": "hun site", "contact": ""}
    assert kept(folder) == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"wat": ""}, wording.NO_PART),
        ({"wat": "nonsens"}, wording.NO_PART),
        ({"moet": ""}, wording.NO_TEXT),
        ({"moet": " \n\t "}, wording.NO_TEXT),
        ({"moet": "a" * (LONGEST_TEXT + 1)}, TOO_LONG),
        ({"bron": "a" * (LONGEST_SOURCE + 1)}, TOO_LONG),
        ({"contact": "a" * (LONGEST_CONTACT + 1)}, TOO_LONG),
        ({"moet": "a\x00b\x1b[31m"}, UNREADABLE),
        ({"moet": "\N{SMILING FACE WITH SUNGLASSES}" * LONGEST_TEXT}, wording.TOO_MUCH),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_is_kept(light, folder, changes, said):
    answer = light.post(PATH, data=SENT | changes)
    assert answer.status_code == 200
    assert said in answer.text
    assert kept(folder) == ()
    untouched = {name: text for name, text in SENT.items() if name not in ("dienst", "verstuur", *changes)}
    assert typed(answer.text).items() >= untouched.items()


def test_a_text_that_is_too_long_keeps_its_beginning(light, folder):
    answer = light.post(PATH, data=SENT | {"moet": "b" * 10_000})
    assert typed(answer.text)["moet"] == "b" * LONGEST_TEXT
    light.post(PATH, data=SENT | typed(answer.text))
    assert kept(folder)[0].should_be == "b" * LONGEST_TEXT


def test_that_it_is_gone_needs_no_other_word(light, folder):
    assert THANKS in light.post(PATH, data=SENT | {"wat": "gone", "moet": ""}).text
    assert kept(folder)[0].part is Part.GONE


def test_a_form_that_is_too_large_as_a_whole_is_not_kept(light, folder):
    answer = light.post(PATH, data=SENT | {"moet": "c" * (MOST_BYTES + 1)})
    assert answer.status_code == 413
    assert typed(answer.text)["moet"] == "c" * LONGEST_TEXT
    assert kept(folder) == ()


def test_a_form_of_another_kind_is_not_kept_before_it_was_looked_at(light, folder):
    answer = light.post(PATH, json=SENT)
    assert answer.status_code == 415
    assert typed(answer.text)["moet"] == "Het is 103"
    assert kept(folder) == ()


def test_to_ask_for_the_page_keeps_nothing(light, folder):
    assert light.get(PATH, params=SENT).status_code == 200
    assert kept(folder) == ()


@pytest.mark.parametrize("typed_text", ["een\r\nregel", "an\x9bders", "a\N{RIGHT-TO-LEFT OVERRIDE}b", '"},{"<b>'])
def test_what_is_kept_is_one_clean_line(light, folder, typed_text):
    form = light.post(PATH, data=SENT | {"moet": typed_text})
    if THANKS not in form.text:
        shown = typed(form.text)
        light.post(PATH, data=SENT | shown)
    (correction,) = kept(folder)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", correction.should_be)
    assert len(next(folder.glob("*.jsonl")).read_bytes().splitlines()) == 1


def test_what_is_typed_is_shown_as_text(light):
    hostile = "</textarea><script>alert(1)</script>"
    page = light.post(PATH, data=SENT | {"moet": hostile, "wat": ""}).text
    assert "<script>alert" not in page
    assert page.count("</textarea>") == 1


def test_sending_twice_keeps_it_once_and_thanks_twice(light, folder):
    assert THANKS in light.post(PATH, data=SENT).text
    assert THANKS in light.post(PATH, data=SENT).text
    assert len(kept(folder)) == 1


def test_contact_is_kept_only_when_it_is_given(light, folder):
    light.post(PATH, data=SENT | {"contact": " "})
    assert "contact" not in next(folder.glob("*.jsonl")).read_text()
    light.post(PATH, data=SENT | {"moet": "104", "contact": "ik@example.org"})
    assert kept(folder)[0].contact == "ik@example.org"


def test_nothing_about_who_sent_it_is_kept(light, folder):
    light.post(PATH, data=SENT | {"woorden": "xylofoonangst"}, headers={"user-agent": "Oud toestel"})
    written = next(folder.glob("*.jsonl")).read_text()
    for trace in ("testclient", "127.0.0.1", "Oud toestel", "xylofoonangst"):
        assert trace not in written


def test_too_many_at_once_are_asked_to_try_again_with_what_they_typed(light, folder, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(corrections, "pace", Pace(corrections.A_MINUTE, lambda: now[0]))
    answers = [light.post(PATH, data=SENT | {"moet": f"10{n}"}) for n in range(corrections.A_MINUTE + 1)]
    assert [a.status_code for a in answers] == [200] * corrections.A_MINUTE + [429]
    assert wording.TOO_MANY in answers[-1].text
    assert typed(answers[-1].text)["moet"] == f"10{corrections.A_MINUTE}"
    assert len(kept(folder)) == corrections.A_MINUTE
    now[0] += 60 / corrections.A_MINUTE
    assert THANKS in light.post(PATH, data=SENT | typed(answers[-1].text)).text


@pytest.fixture(params=["a folder that cannot be made", "a disk that is full", "a month that is full"])
def broken(request, folder, monkeypatch):
    """An inbox that takes nothing, in each way that it may; it was fine when the server started."""
    assert settings.INBOX.fault is None
    if request.param == "a folder that cannot be made":
        folder.write_text("this is no folder")
    else:
        folder.mkdir()
    if request.param == "a disk that is full":
        (folder / "2026-11.jsonl").symlink_to("/dev/full")
    if request.param == "a month that is full":
        monkeypatch.setattr(inbox, "MOST_BYTES_A_MONTH", 10)


@pytest.mark.usefixtures("broken")
def test_what_cannot_be_kept_is_said_stays_in_the_form_and_is_logged_without_a_word_of_it(light, folder, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = light.post(PATH, data=SENT | {"moet": "xylofoonangst", "contact": "ik@example.org"})
    assert answer.status_code == 503
    assert "Wat je schreef, is niet verstuurd en staat er nog" in answer.text
    assert typed(answer.text)["moet"] == "xylofoonangst"
    assert 'href="tel:112"' in answer.text
    assert str(folder) in caplog.text
    for word in ("xylofoonangst", "ik@example.org", "awel"):
        assert word not in caplog.text


def test_where_nothing_is_taken_in_it_says_so_and_how_to_reach_who_runs_the_site(light, monkeypatch):
    monkeypatch.delenv("HULPKAART_INBOX")
    without = light.post(PATH, data=SENT)
    assert "Je kunt ons hier nu niet zeggen wat er niet klopt." in without.text
    assert "<textarea" not in without.text
    assert NO_HELP_LINE in without.text
    monkeypatch.setenv("HULPKAART_CONTACT", "hallo@example.org")
    assert 'href="mailto:hallo@example.org"' in light.get(PATH).text


def test_a_turn_comes_back_after_its_share_of_a_minute():
    now = [0.0]
    pace = Pace(3, lambda: now[0])
    assert [pace.allows() for _ in range(4)] == [True, True, True, False]
    now[0] += timedelta(seconds=21).total_seconds()
    assert [pace.allows() for _ in range(2)] == [True, False]
    now[0] += 3600
    assert [pace.allows() for _ in range(4)] == [True, True, True, False]
