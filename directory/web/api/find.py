"""Look-ups: what `python -m directory find … --json` answers. Nothing of them is kept, cached or logged."""

import json
import re
from http import HTTPStatus
from typing import Any

from pydantic import Field, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from directory.finding.find import MANY
from directory.finding.query import LONGEST_QUESTION
from directory.running import this_minute
from directory.web import life
from directory.web.api.endpoint import SAID, coding_of, must_accept, send_body, told_in
from directory.web.api.making import edition, made, packed
from directory.web.api.parameters import ONCE, pairs_of, unknown
from directory.web.api.problem import Fault, ProblemError, unusable
from directory.web.compression import Coding
from directory.web.form import MOST_BYTES, read_body
from directory.web.headers import NEVER
from directory.wording.messages import N_, Sentence, language_for, languages, speaking
from directory.wording.sought import Sought, UnusableFieldError, reply

JSON = "application/json"
MOST = 100
LONGEST_PLACE = 80
_REFUSED = (
    ("string_too_long", N_("Geef hoogstens {max_length} tekens.")),
    ("too_long", N_("Geef er hoogstens {max_length}.")),
    ("greater_than_equal", N_("Geef een getal van minstens {ge}.")),
    ("less_than_equal", N_("Geef een getal van hoogstens {le}.")),
    ("enum", N_("Kies uit: {known}.")),
    ("extra_forbidden", N_("Dit veld is er hier niet. Laat het weg.")),
    ("string", N_("Geef een tekst.")),
    ("int", N_("Geef een geheel getal.")),
    ("float", N_("Geef een getal.")),
    ("finite", N_("Geef een getal.")),
    ("bool", N_("Geef true of false.")),
    ("tuple", N_("Geef een lijst.")),
    ("json", N_("Dit is geen JSON: {error}.")),
    ("model", N_("Geef een object met velden.")),
)
"""What pydantic refuses, by the beginning of its type of error; the first one that fits says how to mend it."""
_OTHERWISE = N_("Dit kan hier niet staan.")
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?", re.ASCII)


class Question(Sought):
    """A question that comes over the net, and so has an end."""

    words: str = Field(default="", max_length=LONGEST_QUESTION, description=N_("Wat iemand typt, in eigen woorden."))
    place: str | None = Field(default=None, max_length=LONGEST_PLACE, description=N_("Postcode, gemeente of dorp."))
    theme: tuple[str, ...] = Field(default=(), max_length=50, description=N_("Ids van thema's; een ervan is genoeg."))
    limit: int = Field(default=MANY, ge=1, le=MOST, description=N_("Hoogstens zoveel."))
    lang: str | None = Field(
        default=None,
        description=N_(
            "Taal van de zinnen in het antwoord. Weggelaten is het de eerste van Accept-Language die we spreken."
        ),
    )


FIELDS: dict[str, Any] = Question.model_json_schema()["properties"]


async def find(request: Request, query: bytes) -> Response:
    """The rows that fit a question, best first."""
    must_accept(request, JSON)
    given = await _body(request, query) if request.method == "POST" else _from_address(query)
    try:
        question = Question.model_validate_json(given, strict=True)
    except ValidationError as error:
        raise unusable([_fault(dict(found)) for found in error.errors(include_input=False)]) from None
    coding, spoken = coding_of(request), _spoken(question, request)
    # As with the light pages: what takes a few milliseconds is not worth a thread.
    if life.is_ready() and question.limit <= MANY:
        content, said = _answer(question, coding, spoken)
    else:
        content, said = await made(lambda: _answer(question, coding, spoken))
    headers = {
        "Content-Type": JSON,
        "Content-Language": spoken,
        "Cache-Control": NEVER,
        "Vary": "Accept-Encoding, Accept-Language",
    }
    headers |= {"Content-Encoding": str(coding)} if coding else {}
    return send_body(request, content, headers | ({SAID: json.dumps(said)} if said else {}))


def _spoken(question: Question, request: Request) -> str:
    """The code of the language of the answer."""
    if question.lang is not None and question.lang not in languages():
        detail = Sentence(N_("Die taal spreken we niet. Kies uit: {known}."), known=", ".join(languages()))
        raise unusable([Fault("lang", detail)])
    return language_for(question.lang, request.headers.get("accept-language"))


def _answer(question: Question, coding: Coding | None, spoken: str) -> tuple[bytes, tuple[str, ...]]:
    now = edition()
    try:
        with speaking(spoken):
            answered = reply(now.catalogue, now.gazetteer, question, this_minute())
    except UnusableFieldError as error:
        raise unusable([Fault(error.field, error.said)]) from None
    body = json.dumps(answered.rows, ensure_ascii=False).encode()
    return packed(body, coding), answered.said


async def _body(request: Request, query: bytes) -> bytes:
    if faults := unknown(pairs_of(query), []):
        raise unusable(faults)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_packed = request.headers.get("content-encoding", "identity").lower() != "identity"
    with speaking(told_in(request, query)):
        body, is_whole = await read_body(request)
    if kind != JSON or is_packed:
        headers = {"Accept-Post": JSON}
        detail = Sentence(N_("Stuur {media_type}, niet ingepakt."), media_type=JSON)
        raise ProblemError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, detail, headers=headers)
    if not is_whole:
        detail = Sentence(N_("Stuur hoogstens {number} kB."), number=MOST_BYTES // 1024)
        raise ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)
    return body


def _from_address(query: bytes) -> bytes:
    """The question behind the ? of an address, as the JSON that it could have been sent as."""
    pairs = pairs_of(query)
    faults = unknown(pairs, list(FIELDS))
    found: dict[str, Any] = {}
    for name in dict.fromkeys(name for name, _ in pairs if name in FIELDS):
        given = [text for known, text in pairs if known == name]
        if len(given) > 1 and FIELDS[name].get("type") != "array":
            faults.append(Fault(name, ONCE))
        found[name] = given if FIELDS[name].get("type") == "array" else _value(name, given[0])
    if faults:
        raise unusable(faults)
    return json.dumps(found).encode()


def _value(name: str, text: str) -> Any:
    kinds = {form.get("type") for form in FIELDS[name].get("anyOf", [FIELDS[name]])}
    if "boolean" in kinds and text in ("true", "false"):
        return text == "true"
    if kinds & {"integer", "number"} and _NUMBER.fullmatch(text):
        return json.loads(str(float(text)) if "." in text else str(int(text)))
    return text


def _fault(found: dict[str, Any]) -> Fault:
    place = ".".join(str(part) for part in found["loc"]) or "body"
    message = next((said for sign, said in _REFUSED if found["type"].startswith(sign)), _OTHERWISE)
    limits = found.get("ctx", {})
    known = str(limits.get("expected", "")).replace(" or ", ", ")
    return Fault(place[:80], Sentence(message, **limits | {"known": known}))
