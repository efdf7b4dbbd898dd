"""Whatever a form holds, a page answers: it keeps what was typed, says what to mend, and who always answers."""

import json
from urllib.parse import quote_from_bytes

import pytest

from directory.web import question
from directory.web.form import MOST_BYTES, URLENCODED
from tests.web.light import Seen, text_of

pytestmark = pytest.mark.usefixtures("monday_evening")

FORM = {"content-type": URLENCODED}


def told(html: str, field: str) -> str:
    """What the page says beside a field, found as a screen reader finds it."""
    seen = Seen(html)
    box = seen.field(field)
    assert box["aria-invalid"] == "true"
    assert any(a.get("id") == box["aria-describedby"] for a in seen.all("span"))
    return text_of(html.partition(f'id="{box["aria-describedby"]}">')[2].partition("</span>")[0]).strip()


@pytest.mark.parametrize(
    ("field", "typed", "kept", "said"),
    [
        ("plek", "Nergenshuizen", "Nergenshuizen", "Wij kennen Nergenshuizen niet"),
        ("plek", "Parijs", "Parijs", "ligt niet in België"),
        ("plek", "0000", "0000", "ligt niet in België"),
        ("plek", "x" * 10_000, "x" * 80, "Wij kennen"),
        ("plek", "\x00\x1b[31mNergenshuizen", "[31mNergenshuizen", "Wij kennen"),
        ("plek", "🏠", "🏠", "Wij kennen 🏠 niet"),
        ("woorden", "a" * 10_000, "a" * 500, question.TOO_LONG),
        ("woorden", "pra\x00ten", "pra ten", question.UNREADABLE),
        ("woorden", "praten\ud83d", "praten", question.UNREADABLE),
        ("woorden", "😭😭", "😭😭", question.NO_WORD),
        ("woorden", "?!…", "?!…", question.NO_WORD),
        ("leeftijd", "veertien", "veertien", question.NO_AGE),
        ("leeftijd", "-1", "-1", question.NO_AGE),
        ("leeftijd", "200", "200", question.NO_AGE),
        ("leeftijd", "14.5", "14.5", question.NO_AGE),
        ("leeftijd", "9" * 10_000, "9" * 20, question.NO_AGE),
    ],
)
def test_a_field_that_is_wrong_keeps_what_was_typed_and_says_what_to_mend(light, field, typed, kept, said):
    body = f"{field}={quote_from_bytes(typed.encode('utf-8', 'surrogatepass'))}"
    answer = light.post("/licht", content=body, headers=FORM)
    assert answer.status_code == 200
    assert Seen(answer.text).field(field)["value"] == kept
    assert said in told(answer.text, field)
    assert 'href="tel:112"' in answer.text
    assert '<details class="again" open>' in answer.text


@pytest.mark.parametrize(
    ("typed", "years"), [("15", 15), (" 15 jaar", 15), ("15j", 15), ("١٤", 14), ("0", 0), ("120", 120)]
)
def test_an_age_is_understood_as_people_write_it(light, typed, years):
    answer = light.post("/licht", data={"leeftijd": typed})
    assert f"voor {years} jaar" in text_of(answer.text)
    assert 'aria-invalid="true"' not in answer.text


def test_two_wrong_fields_are_both_told_and_the_rest_still_finds(light):
    answer = light.post("/licht", data={"plek": "Nergenshuizen", "leeftijd": "veertien", "hoe": "phone"})
    assert told(answer.text, "plek")
    assert told(answer.text, "leeftijd")
    assert len(Seen(answer.text).buttons("dienst")) == 20


def test_fields_that_we_do_not_have_and_choices_that_we_do_not_offer_say_nothing(light):
    plain = light.post("/licht", data={"hoe": "phone"}).text
    odd = {
        "hoe": ["phone", "teleport"],
        "thema": "nonsens",
        "publiek": "x",
        "taal": "tlh",
        "straal": "9e9",
        "zzz": "<i>",
    }
    assert light.post("/licht", data=odd).text == plain


def test_of_a_repeated_field_the_first_counts_and_of_choices_all(light):
    body = "woorden=awel&woorden=pasop&leeftijd=15&leeftijd=x&hoe=online&hoe=phone&hoe=online"
    answer = light.post("/licht", content=body, headers=FORM)
    assert Seen(answer.text).field("woorden")["value"] == "awel"
    assert 'aria-invalid="true"' not in answer.text
    assert "online of bellen" in text_of(answer.text)


def test_broken_utf_8_is_told(light):
    answer = light.post("/licht", content=b"woorden=pra%FF%C3ten&plek=\xff\xfeGent", headers=FORM)
    assert told(answer.text, "woorden") == question.UNREADABLE
    assert Seen(answer.text).field("plek")["value"] == "Gent"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", json.dumps({"woorden": "praten", "leeftijd": 15, "x": ["\ud800"]})),
        ("text/plain", "woorden=praten\r\nplek=\r\n"),
        (
            "multipart/form-data; boundary=x",
            '--x\r\nContent-Disposition: form-data; name="woorden"\r\n\r\npraten\r\n--x--\r\n',
        ),
        ("", "woorden=praten"),
        ("application/x-www-form-urlencodedd", "woorden=praten"),
    ],
)
def test_a_form_of_another_type_keeps_its_words_and_asks_again(light, kind, body):
    answer = light.post("/licht", content=body, headers={"content-type": kind})
    assert answer.status_code == 415
    assert Seen(answer.text).field("woorden")["value"] == "praten"
    assert "kwam niet goed bij ons aan" in answer.text
    assert "112" in answer.text


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", "[" * 60_000),
        ("application/json", "{"),
        ("application/json", '["woorden"]'),
        ("multipart/form-data", "x"),
        ("multipart/form-data; boundary=x", "--y"),
        (
            "multipart/form-data; boundary=x; charset=nonsens",
            "--x\r\nContent-Disposition: form-data\r\n\r\n\xff\r\n--x--",
        ),
        (
            "multipart/form-data; boundary=x",
            '--x\r\nContent-Disposition: form-data; name="woorden"; filename="a"\r\n\r\nb\r\n--x--',
        ),
        ("image/png", "\x89PNG"),
        ("text/plain; charset=utf-16", "\xff\xfe"),
    ],
)
def test_a_body_that_holds_no_form_at_all_gets_a_page(light, kind, body):
    answer = light.post("/licht", content=body.encode("latin-1"), headers={"content-type": kind})
    assert answer.status_code == 415
    assert "112" in answer.text


def test_a_body_that_is_too_long_is_told_and_its_beginning_kept(light):
    answer = light.post("/licht", content="plek=Gent&woorden=" + "praten " * 150_000, headers=FORM)
    assert answer.status_code == 413
    assert "te lang" in answer.text
    assert Seen(answer.text).field("plek")["value"] == "Gent"
    assert Seen(answer.text).field("woorden")["value"].startswith("praten praten")
    assert len(answer.content) < MOST_BYTES


def test_ten_thousand_fields_are_not_all_read(light):
    answer = light.post("/licht", content="woorden=praten&" + "a=1&" * 10_000, headers=FORM)
    assert answer.status_code == 200
    assert Seen(answer.text).field("woorden")["value"] == "praten"


def test_what_stands_in_an_address_is_neither_read_nor_repeated(light):
    for path in ("/licht", "/licht/altijd"):
        assert light.get(f"{path}?woorden=xylofoon&plek=9000").text == light.get(path).text
    assert "xylofoon" not in light.post("/licht?woorden=xylofoon", data={}).text
    assert "xylofoon" not in light.get("/licht/xylofoon").text


def test_a_head_request_gets_the_headers_alone(light):
    answer = light.head("/licht")
    assert answer.status_code == 200
    assert answer.content == b""
    assert int(answer.headers["content-length"]) > 1000


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "ZOEK"])
@pytest.mark.parametrize("path", ["/licht", "/licht/dienst", "/licht/over"])
def test_any_other_method_gets_a_page_in_plain_words(light, method, path):
    answer = light.request(method, path)
    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]
    assert "Nieuwe vraag" in answer.text
    assert "112" in answer.text
