"""What the API says of itself and of faults, in the language of who asks; English for who asks for none."""

from http import HTTPStatus

import pytest
from openapi_spec_validator import validate

from directory.web.api.find import _REFUSED
from directory.web.api.problem import TITLES
from directory.wording.messages import languages, speaking
from tests.wording.pseudo import LEFT_TO_RIGHT, outside, spoken_here

ASKED = [
    ("", {}, "en"),
    ("", {"accept-language": "de, *;q=0.1"}, "en"),
    ("", {"accept-language": "fr-BE, en;q=0.5"}, "fr"),
    ("lang=nl", {"accept-language": "fr"}, "nl"),
]
SAID = {"nl": "Geef true of false.", "fr": "Donne true ou false.", "en": "Give true or false."}


@pytest.mark.parametrize(("query", "headers", "code"), ASKED)
def test_a_fault_is_told_in_the_language_of_who_asks(client, query, headers, code):
    answer = client.get(f"/api/services?full=x&{query}", headers=headers)
    assert answer.json()["errors"] == [{"name": "full", "detail": SAID[code]}]
    assert (answer.headers["content-language"], answer.headers["vary"]) == (code, "Accept-Language")
    with speaking(code):
        assert answer.json()["title"] == TITLES[HTTPStatus.BAD_REQUEST]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"place": "Parijs"}, "Il n’y a pas de lieu 'Parijs' en Belgique. Donne un code postal"),
        ({"age": -1}, "Donne un nombre d’au moins 0."),
        ({"channel": ["fumée"]}, "Choisis parmi : "),
        ({"lang": "tlh"}, "Nous ne parlons pas cette langue. Choisis parmi : nl"),
    ],
)
def test_what_cannot_be_asked_is_told_in_that_language_too(client, asked, said):
    answer = client.post("/api/find", json=asked, headers={"accept-language": "fr"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["detail"].startswith(said)


@pytest.mark.parametrize(("method", "path", "status"), [("DELETE", "/api/", 405), ("GET", "/api/nergens", 404)])
def test_whatever_goes_wrong_is_told_in_that_language(client, method, path, status):
    dutch, french = (client.request(method, f"{path}?lang={code}").json() for code in ("nl", "fr"))
    assert dutch["status"] == french["status"] == status
    assert dutch["title"] != french["title"]
    assert dutch["detail"] != french["detail"]


def test_in_english_a_title_is_the_phrase_of_http():
    with speaking("en"):
        assert {status: TITLES[status] for status in TITLES} == {status: status.phrase for status in TITLES}


def test_every_kind_of_refusal_names_its_own_sentence_first():
    signs = [sign for sign, _ in _REFUSED]
    assert all(not later.startswith(sign) for n, sign in enumerate(signs) for later in signs[n + 1 :])


@pytest.mark.parametrize(("query", "headers", "code"), ASKED)
def test_the_document_is_in_the_language_of_who_asks(client, query, headers, code):
    answer = client.get(f"/api/openapi.json?{query}", headers=headers)
    validate(answer.json())
    assert (
        answer.json()["paths"]["/api/openapi.json"]["get"]["summary"]
        == {
            "nl": "Dit document.",
            "fr": "Ce document.",
            "en": "This document.",
        }[code]
    )
    assert answer.headers["content-language"] == code
    assert answer.headers["vary"] == "Accept-Encoding, Accept-Language"


def test_the_document_has_an_etag_for_each_language_and_only_its_sentences_differ(client):
    answers = [client.get(f"/api/openapi.json?lang={code}") for code in languages()]
    assert len({answer.headers["etag"] for answer in answers}) == len(answers)
    assert len({str(without_sentences(answer.json())) for answer in answers}) == 1
    again = client.get("/api/openapi.json?lang=fr", headers={"if-none-match": answers[0].headers["etag"]})
    assert again.status_code == 200


def test_every_sentence_of_the_document_is_one_that_a_translator_gets(client, tmp_path):
    with spoken_here(tmp_path, LEFT_TO_RIGHT):
        document = client.get(f"/api/openapi.json?lang={LEFT_TO_RIGHT}").json()
        assert {outside(said).strip() for said in sentences(document["paths"], document["info"])} == {""}
        assert {outside(said) for said in sentences(document["components"])} == {""}


def test_facts_stay_as_they_are_whatever_is_asked(client):
    plain, french = (
        client.get("/api/services"),
        client.get("/api/services?lang=fr", headers={"accept-language": "fr"}),
    )
    assert plain.content == french.content
    assert plain.headers["etag"] == french.headers["etag"]


def test_a_language_that_we_do_not_speak_is_a_fault(client):
    assert client.get("/api/services?lang=tlh").json()["errors"][0]["name"] == "lang"


def sentences(*parts):
    """The summaries and descriptions in parts of the document."""
    for part in parts:
        if isinstance(part, list):
            yield from sentences(*part)
        elif isinstance(part, dict):
            yield from (part[name] for name in ("summary", "description") if isinstance(part.get(name), str))
            yield from sentences(*part.values())


def without_sentences(part):
    """A part of the document without its summaries and descriptions."""
    if isinstance(part, list):
        return [without_sentences(each) for each in part]
    if not isinstance(part, dict):
        return part
    return {n: without_sentences(v) for n, v in part.items() if n not in ("summary", "description")}
