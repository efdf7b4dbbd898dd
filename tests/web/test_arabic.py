"""A light page in Arabic: its words, where its lines begin, and what of it is Dutch."""

import re

import pytest

from tests.web.light import MONDAY_EVENING, Seen, client, text_of
from tests.wording.pseudo import BESIDE, spoken_from

DUTCH = '<span lang="nl" dir="ltr">'


@pytest.fixture(autouse=True)
def monday_evening(monkeypatch):
    monkeypatch.setenv("HULPKAART_NOW", MONDAY_EVENING)


@pytest.fixture(scope="module")
def arabic():
    """The pages, with the folder of Arabic beside our own languages."""
    with spoken_from(BESIDE):
        yield client()


def test_a_page_is_in_arabic_and_says_that_nobody_reviewed_it(arabic):
    answer = arabic.get("/licht?lang=ar")
    assert '<html lang="ar" dir="rtl">' in answer.text
    assert answer.headers["content-language"] == "ar"
    said = text_of(answer.text)
    for sentence in ("مع من يمكنني التحدث؟", "مغادرة الموقع", "هناك دائمًا من يجيب", "لم يراجع هذه الترجمة بعد"):
        assert sentence in said


def test_what_is_found_is_told_in_arabic_around_dutch_texts_that_say_so(arabic):
    html = arabic.post("/licht", data={"woorden": "awel", "plek": "9050", "lang": "ar"}).text
    description = re.search(rf"<p>{DUTCH}Een luisterend oor[^<]*</span> <small>\(الهولندية\)</small></p>", html)
    assert description
    assert "مفتوح حتى \u206822:00\u2069" in html
    assert "بالقرب من \u20689050 Gentbrugge\u2069" in html
    assert "<i>اتصال بالرقم</i> \u2068102\u2069" in html
    assert f"{DUTCH}Nu in gevaar</span>" in html


def test_a_number_in_groups_and_an_address_keep_their_order(arabic):
    html = arabic.get("/licht/altijd?lang=ar").text
    assert "\u2068116 000\u2069" in html
    html = arabic.post("/licht/dienst", data={"dienst": "overkop-huizen", "lang": "ar"}).text
    addresses = re.findall(r"[^\u2068]*\b[1-9]\d{3} [A-Z][\w-]+\u2069", html)
    assert addresses
    assert all(re.fullmatch(r"[^\u2069<>]*\u2069", address) for address in addresses)


def test_arabic_is_offered_by_its_own_name(arabic):
    offered = [a for a in Seen(arabic.get("/licht").text).all("button") if a.get("name") == "naar"]
    assert [(a["value"], a["dir"]) for a in offered] == [("en", "ltr"), ("fr", "ltr"), ("ar", "rtl")]
    assert "العربية" in text_of(arabic.get("/licht").text)


def test_arabic_is_not_offered_without_its_folder(tmp_path):
    with spoken_from(tmp_path):
        answer = client().get("/licht?lang=ar")
        assert answer.headers["content-language"] == "nl"
        assert "العربية" not in answer.text
