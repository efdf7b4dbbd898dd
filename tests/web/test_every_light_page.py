"""What holds for every light page: its headers, its size, its soundness; nothing is loaded, nothing is kept."""

import base64
import gzip
import hashlib
import re

import brotli
import pytest

from directory.exchange.codes import Kind, encode
from tests.exchange.handed import real_catalogue
from tests.web.light import MONDAY_EVENING, Seen, client

ADDRESSES = f"/adressen?k={encode(('awel-hulplijn', 'jac-limburg'), real_catalogue(), Kind.CLIENT)}"
MOST_BYTES = 14_336
GET_PAGES = (
    "/licht",
    "/licht/",
    "/licht/altijd",
    "/privacy",
    "/licht/sporen",
    "/licht/over",
    "/licht/toegankelijk",
    "/licht/klopt-niet",
    ADDRESSES,
    "/adressen",
)
POSTED = (
    ("/licht", {"woorden": "praten", "plek": "9000"}),
    ("/licht", {"plek": "Nergenshuizen", "leeftijd": "veertien", "woorden": "pasop"}),
    ("/licht/dienst", {"dienst": "awel-hulplijn"}),
    ("/licht/organisatie", {"organisatie": "awel"}),
    ("/licht/klopt-niet", {"naam": "jac"}),
    ("/licht/klopt-niet", {"dienst": "awel-hulplijn", "woorden": "praten"}),
    ("/licht/klopt-niet", {"dienst": "awel-hulplijn", "verstuur": "ja"}),
    ("/licht/klopt-niet", {"dienst": "awel-hulplijn", "verstuur": "ja", "wat": "gone"}),
)
QUESTIONS = [
    {},
    {"woorden": "praten"},
    {"woorden": "geweld"},
    {"woorden": "verkracht"},
    {"woorden": "school clb"},
    {"plek": "Gent"},
    {"plek": "Brussel"},
    {"plek": "Antwerpen", "straal": "50"},
    {"plek": "Hasselt", "straal": "50", "thema": "thuis"},
    {"plek": "1000", "hoe": "in_person", "straal": "50"},
    {"plek": "Leuven", "open": "ja"},
    {"hoe": "online"},
    {"hoe": "phone"},
    {"hoe": "in_person"},
    {"hoe": ["online", "phone"], "leeftijd": "15"},
    {"open": "ja"},
    {"thema": "school"},
    {"thema": ["seks-voor-geld", "thuis"], "publiek": "jongeren"},
    {"taal": "fr"},
    {"leeftijd": "17", "gratis": "ja", "anoniem": "ja", "zelf": "ja"},
    *({"vanaf": str(start)} for start in range(20, 160, 20)),
    *({"hoe": "in_person", "vanaf": str(start)} for start in (20, 40, 60)),
    {"open": "ja", "vanaf": "40"},
    {"woorden": "x" * 500, "plek": "y" * 80},
]


@pytest.fixture(autouse=True)
def monday_evening(monkeypatch, tmp_path):
    monkeypatch.setenv("HULPKAART_NOW", MONDAY_EVENING)
    monkeypatch.setenv("HULPKAART_INBOX", str(tmp_path / "inbox"))


@pytest.fixture(scope="module")
def light():
    return client()


@pytest.fixture(
    params=[
        *(("GET", path, {}) for path in (*GET_PAGES, "/licht/nergens", "/licht/dienst")),
        *(("POST", *p) for p in POSTED),
    ],
    ids=lambda asked: " ".join((asked[0], asked[1], *asked[2])),
)
def page(request, light):
    method, path, fields = request.param
    return light.request(method, path, data=fields)


def test_its_policy_allows_this_very_style_and_the_script_of_the_exit_and_nothing_else(page):
    policy = dict(rule.split(" ", 1) for rule in page.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert set(policy["style-src"].split()) == _hashes("style", page.text)
    assert set(policy["script-src"].split()) == _hashes("script", page.text)
    assert (policy["form-action"], policy["base-uri"], policy["frame-ancestors"]) == ("'self'", "'none'", "'none'")
    assert (policy["connect-src"], policy["img-src"]) == ("'self'", "data:")


def _hashes(tag: str, html: str) -> set[str]:
    texts = re.findall(f"<{tag}>(.*?)</{tag}>", html, flags=re.DOTALL)
    return {f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'" for t in texts}


def test_its_headers_keep_nothing_and_tell_nobody(page):
    said = page.headers
    assert said["referrer-policy"] == "no-referrer"
    assert said["cache-control"] == "no-store"
    assert said["x-content-type-options"] == "nosniff"
    assert said["cross-origin-opener-policy"] == "same-origin"
    assert said["content-language"] == "nl"
    assert "geolocation=()" in said["permissions-policy"]
    assert said["content-type"] == "text/html; charset=utf-8"
    assert "set-cookie" not in said


def test_it_loads_nothing_and_links_only_where_a_visitor_may_want_to_go(page):
    seen = Seen(page.text)
    loading = ("img", "iframe", "object", "video", "audio", "source", "base", "embed", "picture")
    assert not [tag for tag, _ in seen.tags if tag in loading]
    assert [a["href"] for a in seen.all("link")] == ["data:,"]
    assert len(seen.all("script")) == 1
    for tag, attributes in seen.tags:
        assert "src" not in attributes
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        if tag == "form":
            assert attributes["method"] == "post"
            assert attributes["action"].startswith(("/licht", "/privacy", "/adressen"))
        if tag == "a":
            assert re.match(r"https?://|tel:|sms:|mailto:|geo:|#inhoud$|/$|/adressen\.\w+\?k=", attributes["href"])
            if attributes["href"].startswith("http") and attributes.get("id") != "hk-exit":
                assert attributes["target"] == "_blank"
                assert {"noreferrer", "noopener"} <= set(attributes["rel"].split())
            else:
                assert "target" not in attributes
                assert not attributes["href"].startswith("http") or attributes["rel"] == "noreferrer"


def test_it_is_sound(page):
    seen = Seen(page.text)
    assert page.text.startswith("<!doctype html>")
    title = "Adressen" if page.url.path == "/adressen" else "Kaart"
    assert re.search(r"<title>(.*)</title>", page.text).group(1) == title
    assert seen.all("html") == [{"lang": "nl-BE", "dir": "ltr"}]
    assert [len(seen.all(tag)) for tag in ("h1", "main", "header", "footer")] == [1] * 4
    assert len(seen.all("legend")) == len(seen.all("fieldset"))
    ids = [a["id"] for _, a in seen.tags if "id" in a]
    assert len(ids) == len(set(ids))
    labels = {a.get("for") for a in seen.all("label")}
    for field in seen.all("input") + seen.all("select") + seen.all("textarea"):
        if field.get("type") != "hidden":
            assert field["autocomplete"] == "off"
        if field.get("type") not in ("hidden", "checkbox", "radio"):
            assert field["id"] in labels
        if "maxlength" in field:
            assert (field["spellcheck"], field["autocapitalize"]) == ("false", "off")


def test_the_exit_comes_first_and_every_form_says_how_deep_it_lies(page):
    body = page.text.split("<body>", 1)[1]
    first = next((tag, a) for tag, a in Seen(body).tags if tag == "a")
    assert first[1]["id"] == "hk-exit"
    assert "Verlaat deze site" in body[:400]
    for form in re.findall(r"<form.*?</form>", body, flags=re.DOTALL):
        assert 'name="stap"' in form


def test_it_says_who_always_answers(page):
    for number in ("tel:112", "tel:106", "tel:1813", "tel:116000"):
        assert f'href="{number}"' in page.text


@pytest.mark.parametrize(
    ("given", "depth"), [("3", 3), ("", 0), ("-2", 0), ("99999999", 50), ("x", 0), ("1e3", 0), ("²", 0), ("٣", 0)]
)
def test_the_steps_are_counted_and_never_believed_blindly(light, given, depth):
    page = Seen(light.post("/licht", data={"stap": given}).text)
    assert set(page.hidden("stap")) == {str(depth + 1)}
    assert page.all("a")[0]["data-stap"] == str(depth)


def test_a_page_of_results_is_no_larger_than_a_first_flight_of_packets(light):
    full = 0
    for question in QUESTIONS:
        for coding in ("br", "gzip"):
            answer = light.post("/licht", data=question, headers={"accept-encoding": coding})
            assert answer.headers["content-encoding"] == coding
            assert int(answer.headers["content-length"]) <= MOST_BYTES, (question, coding)
        full += len(Seen(answer.text).buttons("dienst")) == 20
    assert full >= 25


def test_every_other_page_is_smaller_still(page):
    assert page.headers["content-encoding"]
    assert int(page.headers["content-length"]) <= MOST_BYTES


@pytest.mark.parametrize(("accepted", "coding"), [("gzip, br", "br"), ("gzip", "gzip"), ("identity", None)])
def test_a_page_is_compressed_for_who_accepts_that(light, accepted, coding):
    with light.stream("POST", "/licht", data={}, headers={"accept-encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["vary"] == "Accept-Encoding, Accept-Language"
    assert int(answer.headers["content-length"]) == len(raw) <= (MOST_BYTES if coding else 100_000)
    plain = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[coding](raw)
    assert plain.startswith(b"<!doctype html>")
