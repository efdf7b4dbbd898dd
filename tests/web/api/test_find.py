"""Look-ups by programs: the answers of the command line, and nothing of the question left anywhere."""

import json
import urllib.parse
import urllib.request
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from directory.__main__ import app
from directory.model.channel import Kind
from directory.wording.hours import clock
from directory.wording.messages import speaking
from tests.web.test_light_log import uvicorn

EVENING = "2026-11-23T20:00"
QUESTIONS = [
    (
        ["praten over seks", "--place", "9000", "--online", "--open", "--at", EVENING],
        {"words": "praten over seks", "place": "9000", "online": True, "open": True, "at": EVENING},
    ),
    (["--theme", "pesten", "--theme", "school", "--age", "15"], {"theme": ["pesten", "school"], "age": 15}),
    (["--in-person", "--place", "gent", "--within", "5"], {"in_person": True, "place": "gent", "within": 5.0}),
    (["--channel", "chat", "--channel", "email", "--limit", "3"], {"channel": ["chat", "email"], "limit": 3}),
    (["pasop"], {"words": "pasop"}),
    (["--free", "--anonymous", "--phone"], {"free": True, "anonymous": True, "phone": True}),
    (["--audience", "ouders", "--language", "NL"], {"audience": "ouders", "language": "NL"}),
    (
        ["--open", "--at", "2026-12-25T03:00", "--without-referral"],
        {"open": True, "at": "2026-12-25T03:00", "without_referral": True},
    ),
    (["--no-letter"], {"letter_needed": False}),
    (["--intake"], {"intake": True}),
    (["--without-parents"], {"without_parents": True}),
]
REFUSED = [
    ({"age": -1}, "age"),
    ({"age": "15"}, "age"),
    ({"limit": 101}, "limit"),
    ({"within": 0}, "within"),
    ({"place": "Parijs"}, "place"),
    ({"place": ""}, "place"),
    ({"theme": ["nonsens"]}, "theme"),
    ({"audience": "nonsens"}, "audience"),
    ({"language": "xx"}, "language"),
    ({"channel": ["smoke"]}, "channel.0"),
    ({"at": "straks"}, "at"),
    ({"at": "9999-12-31T23:59"}, "at"),
    ({"open": "true"}, "open"),
    ({"intake": "misschien"}, "intake"),
    ({"words": "x" * 501}, "words"),
    ({"wat": "x"}, "wat"),
]


def in_address(asked: dict[str, object]) -> str:
    pairs = [
        (name, str(each).lower() if isinstance(each, bool) else each)
        for name, value in asked.items()
        for each in (value if isinstance(value, list) else [value])
    ]
    return f"/api/find?{urllib.parse.urlencode(pairs)}"


@pytest.mark.parametrize(("arguments", "asked"), QUESTIONS, ids=lambda part: str(part)[:40])
def test_the_answers_are_those_of_the_command_line(client, arguments, asked):
    printed = CliRunner().invoke(app, ["find", *arguments, "--json"])
    assert printed.exit_code == 0, printed.output
    expected = json.loads(printed.stdout)
    assert expected
    assert client.post("/api/find", json=asked).json() == expected
    assert client.get(in_address(asked)).json() == expected


def test_what_people_should_know_of_how_it_was_understood_stands_beside_the_answer(client):
    answer = client.post("/api/find", json={"place": "1050"})
    assert "We zoeken in 1050 Elsene, de grootste." in json.loads(answer.headers["hulpkaart-said"])
    assert "hulpkaart-said" not in client.post("/api/find", json={"place": "9000"}).headers


@pytest.mark.parametrize(("asked", "field"), REFUSED)
def test_what_cannot_be_asked_is_named_with_how_to_mend_it(client, asked, field):
    answer = client.post("/api/find", json=asked)
    assert answer.status_code == 400
    (fault,) = answer.json()["errors"]
    assert fault["name"] == field
    assert len(fault["detail"]) > 10
    by_address = {name: value for name, value in asked.items() if asked not in ({"age": "15"}, {"open": "true"})}
    if by_address:
        assert client.get(in_address(by_address)).status_code == 400


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"\xff", b'{"words": "\\ud800"}', b'{"within": NaN}', b"[" * 5000]
)
def test_what_is_no_question_is_refused(client, body):
    answer = client.post("/api/find", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["errors"]


@pytest.mark.parametrize("query", ["age=1&age=2", "open=1", "age=", "age=1e1", "within=nan", "wat=1", "limit=0"])
def test_an_address_that_cannot_be_asked_is_refused(client, query):
    assert client.get(f"/api/find?{query}").status_code == 400


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    asked=st.fixed_dictionaries(
        {},
        optional={
            "words": st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
            "place": st.sampled_from(["9000", "Brugge", "1050"]),
            "within": st.floats(0.1, 500),
            "channel": st.lists(st.sampled_from([str(kind) for kind in Kind]), max_size=3),
            "age": st.integers(0, 120),
            "open": st.booleans(),
            "at": st.datetimes()
            .map(lambda moment: moment.isoformat())
            .filter(lambda t: t[:4] not in ("0001", "9999")),
            "limit": st.integers(1, 100),
        },
    )
)
def test_whatever_may_be_asked_is_answered_with_no_more_than_was_asked_for(client, asked):
    answer = client.post("/api/find", json=asked)
    assert answer.status_code == 200, answer.text
    assert len(answer.json()) <= asked.get("limit", 20)


def test_an_answer_is_never_to_be_kept(client):
    for answer in (client.get("/api/find?words=pesten"), client.post("/api/find", json={"words": "pesten"})):
        assert answer.headers["cache-control"] == "no-store"
        assert "etag" not in answer.headers


HOW = {"words": "awel", "limit": 1, "at": EVENING}


@pytest.mark.parametrize(
    ("asked", "accepted", "spoken"),
    [
        ({}, None, "nl"),
        ({}, "fr-BE,fr;q=0.9,nl;q=0.5", "fr"),
        ({}, "de,en;q=0.4", "en"),
        ({}, "de", "nl"),
        ({"lang": "en"}, "fr", "en"),
        ({"lang": "nl"}, "fr", "nl"),
    ],
)
def test_the_sentences_are_in_the_language_of_who_asks(client, asked, accepted, spoken):
    headers = {"accept-language": accepted or ""}
    by_body = client.post("/api/find", json=HOW | asked, headers=headers)
    by_address = client.get(in_address(HOW | asked), headers=headers)
    assert by_body.json() == by_address.json()
    for answer in (by_body, by_address):
        assert answer.headers["content-language"] == spoken
        assert {"Accept-Language", "Accept-Encoding"} == set(answer.headers["vary"].split(", "))
    with speaking(spoken):
        until = clock(datetime(2026, 11, 23, 22))
    assert until in "; ".join(by_body.json()[0]["reasons"])


def test_a_language_that_we_do_not_speak_is_refused(client):
    answer = client.post("/api/find", json={"lang": "tlh"})
    assert answer.status_code == 400
    assert "Choose from: nl" in answer.json()["errors"][0]["detail"]


def test_what_was_asked_is_in_no_log(tmp_path):
    log, word = tmp_path / "access.log", "xylofoonpraten"
    with uvicorn("tests.web.talkative_app:app", log) as url:
        for path in (f"/api/find?words={word}&place=Koksijde", f"/api/services?search={word}", f"/api/find?{word}=1"):
            request = urllib.request.Request(f"{url}{path}")
            try:
                urllib.request.urlopen(request, timeout=60).read()
            except urllib.error.HTTPError as refused:
                assert refused.code == 400
        body = json.dumps({"words": word, "place": "Koksijde"}).encode()
        sent = urllib.request.Request(f"{url}/api/find", data=body, headers={"Content-Type": "application/json"})
        assert urllib.request.urlopen(sent, timeout=60).status == 200
    said = log.read_text()
    assert "GET /api/find HTTP" in said
    assert word not in said
    assert "Koksijde" not in said
