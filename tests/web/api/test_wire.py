"""How the API speaks HTTP: what is the same for every address."""

import gzip
import json

import brotli
import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from directory.web.api.endpoint import Endpoint
from directory.web.api.files import FILES
from directory.web.api.kept import OWN_BYTES, Keep, Kept
from directory.web.api.listing import KINDS
from directory.web.api.routes import routes
from directory.web.form import MOST_BYTES
from directory.wording.messages import language, speaking

OPEN = ["/api/", "/api/openapi.json", *(f"/api/{k.name}" for k in KINDS), *(f"/api/{f.name}" for f in FILES)]
LINES = "/api/taxonomy_terms?format=ndjson"
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}


def is_problem(answer, status: int) -> bool:
    """Whether it is problem details with that status, kept by nobody and readable from anywhere."""
    told = answer.json()
    assert {"type", "title", "status", "detail"} <= set(told)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert (answer.headers["content-language"], answer.headers["vary"]) == ("en", "Accept-Language")
    return bool(answer.status_code == told["status"] == status)


@pytest.mark.parametrize("path", [*OPEN, LINES])
@pytest.mark.parametrize(("accepted", "coding"), [("br, gzip", "br"), ("gzip", "gzip"), ("identity", None)])
def test_open_data_come_in_each_coding_with_an_etag_of_their_own_and_not_twice(client, path, accepted, coding):
    with client.stream("GET", path, headers={"accept-encoding": accepted}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["vary"].startswith("Accept-Encoding")
    assert answer.headers["cache-control"] == "public, max-age=300, must-revalidate"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert 'rel="license"' in answer.headers["link"]
    plain = client.get(path, headers={"accept-encoding": "identity"})
    assert UNPACK[coding](raw) == plain.content
    etag = answer.headers["etag"]
    assert etag.startswith('"')
    assert (etag == plain.headers["etag"]) == (coding is None)
    for known in (etag, f'"other", W/{etag}', "*"):
        again = client.get(path, headers={"accept-encoding": accepted, "if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
        assert again.headers["cache-control"] == answer.headers["cache-control"]
    assert client.get(path, headers={"accept-encoding": accepted, "if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize("path", [*OPEN, "/api/find?words=pesten"])
def test_head_says_what_get_says_and_has_no_body(client, path):
    got, head = client.get(path), client.head(path)
    assert head.content == b""
    assert (head.status_code, head.headers) == (got.status_code, got.headers)


@pytest.mark.parametrize("path", [*OPEN, "/api/find"])
def test_another_site_may_ask_what_is_allowed(client, path):
    answer = client.options(path, headers={"origin": "https://example.org", "access-control-request-method": "GET"})
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert answer.headers["allow"] == answer.headers["access-control-allow-methods"]
    assert ("POST" in answer.headers["allow"]) == (path == "/api/find")


@pytest.mark.parametrize("path", OPEN)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE"])
def test_nothing_can_be_changed(client, path, method):
    answer = client.request(method, path)
    assert is_problem(answer, 405)
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize(
    "path", ["/api/nothing", "/api/services/", "/api/services/x/y", "/api/services/x", "/api/%00"]
)
def test_what_is_not_there_is_not_found(client, path):
    assert is_problem(client.get(path), 404)


@pytest.mark.parametrize("path", [*OPEN, LINES, "/api/find"])
def test_who_takes_no_form_that_we_have_is_told_so(client, path):
    kind = client.get(path).headers["content-type"].partition(";")[0]
    for accepted in (kind, "*/*", f"{kind.partition('/')[0]}/*;q=0.1", f"image/png, {kind};q=0.001", ""):
        assert client.get(path, headers={"accept": accepted}).status_code == 200
    for accepted in ("image/png", f"{kind};q=0", f"{kind};q=0.000, text/nothing"):
        assert is_problem(client.get(path, headers={"accept": accepted}), 406)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("page=0", ["page"]),
        ("page=x", ["page"]),
        ("page=1000001", ["page"]),
        ("per_page=101", ["per_page"]),
        ("per_page=-1", ["per_page"]),
        ("page=%D9%A1", ["page"]),
        ("full=yes", ["full"]),
        ("minimal=TRUE", ["minimal"]),
        ("format=xml", ["format"]),
        ("taxonomy_id=1", ["taxonomy_id"]),
        ("taxonomy_term_id=", ["taxonomy_term_id"]),
        ("modified_after=gisteren", ["modified_after"]),
        ("modified_after=2026-02-30", ["modified_after"]),
        ("organization_id=awel", ["organization_id"]),
        ("page=1&page=2", ["page"]),
        ("nonsense=1", ["nonsense"]),
        ("postcode=9000", ["postcode"]),
        (f"search={'x' * 201}", ["search"]),
        ("page=0&full=1&x=1", ["x", "page", "full"]),
        ("&".join(["page=1"] * 200), ["?"]),
    ],
)
def test_a_parameter_that_cannot_be_used_is_named_with_how_to_mend_it(client, query, names):
    answer = client.get(f"/api/services?{query}")
    assert is_problem(answer, 400)
    assert [fault["name"] for fault in answer.json()["errors"]] == names
    assert all(fault["detail"].endswith(".") for fault in answer.json()["errors"])


def test_the_most_that_may_be_asked_is_said(client):
    detail = client.get("/api/services?per_page=101").json()["errors"][0]["detail"]
    assert detail == "Give a whole number from 1 to 100."


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_question_of_another_type_is_refused(client, kind):
    assert is_problem(client.post("/api/find", content=b"{}", headers={"content-type": kind}), 415)


def test_a_packed_question_is_refused(client):
    headers = {"content-type": "application/json", "content-encoding": "gzip"}
    assert is_problem(client.post("/api/find", content=gzip.compress(b"{}"), headers=headers), 415)


def test_a_question_that_is_too_long_is_refused(client):
    body = json.dumps({"words": "x" * MOST_BYTES})
    assert is_problem(client.post("/api/find", content=body, headers={"content-type": "application/json"}), 413)


def test_what_breaks_is_told_without_what_was_asked(client, monkeypatch, caplog):
    monkeypatch.setenv("HULPKAART_DATA", "/nergens")
    answer = client.get("/api/find?words=xylofoonpraten")
    assert is_problem(answer, 503)
    assert "xylofoonpraten" not in answer.text + caplog.text


def test_no_answer_sets_a_cookie_or_is_shown_by_a_search_engine(client):
    for path in OPEN:
        answer = client.get(path)
        assert "set-cookie" not in answer.headers
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"


def test_every_address_is_tried_here():
    tried = {path.partition("?")[0] for path in (*OPEN, "/api", "/api/find", "/api/{rest:path}")}
    tried |= {f"/api/{kind.name}/{{id}}" for kind in KINDS}
    assert {route.path for route in routes if isinstance(route, Route)} == tried


# What is kept


def kept(size: int) -> Kept:
    return Kept("text/plain", '"x"', bytes(size))


def test_what_was_asked_for_last_is_kept_within_the_limit():
    keep = Keep(10 * OWN_BYTES)
    for number in range(5):
        keep.put(number, kept(OWN_BYTES))
    assert keep.get(0) is not None
    keep.put(5, kept(OWN_BYTES))
    assert keep.get(1) is None
    assert keep.get(0) is not None
    assert keep.bytes == 10 * OWN_BYTES
    keep.put(0, kept(0))
    assert keep.bytes == 9 * OWN_BYTES


def test_one_answer_never_takes_more_than_half():
    keep = Keep(1000)
    keep.put("long", kept(501))
    assert (keep.get("long"), keep.bytes) == (None, 0)


def test_facts_are_in_dutch_in_whatever_language_the_rest_of_the_site_answers():
    async def answer(_request, _query):
        return PlainTextResponse(language())

    async def in_french(scope, receive, send):
        with speaking("fr"):
            await Endpoint(answer)(scope, receive, send)

    assert TestClient(in_french).get("/").text == "nl"
