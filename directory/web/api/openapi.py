"""The document that describes the API (OpenAPI 3.1), made from what the API itself goes by."""

from typing import Any

from directory.exchange.hsds.mapping import Plain
from directory.exchange.hsds.profile import ATTRIBUTION
from directory.exchange.open_data import LICENCE
from directory.model.catalogue import Catalogue
from directory.web.api.endpoint import SAID
from directory.web.api.files import FILES, File
from directory.web.api.find import FIELDS, Question
from directory.web.api.listing import KINDS, Kind
from directory.web.api.problem import MEDIA_TYPE
from directory.web.api.schemas import page_of, schemas
from directory.web.form import MOST_BYTES
from directory.wording.messages import languages

JSON = "application/json"
ABOUT = f"""\
The open directory of help services in Flanders and Brussels, as HSDS 3.1 of Open Referral and in simpler forms.
`/api/profile.md` explains what stands where. The rules that matter most: hours that are old must not be shown as
open, what is left out is *not known*, and `verified: false` rests on an old page or general knowledge.

**Licence.** Data: CC BY 4.0; points with the `point_source` *postcode point* may fall under the ODbL 1.0.
Attribution: {"; ".join(ATTRIBUTION)}.

**What leaves no trace.** Nothing that is asked is logged or kept. An address is seen by others (a browser's history,
a proxy): for what somebody in need types, use `POST /api/find`.

**Every address** also answers HEAD and OPTIONS, takes `Accept-Encoding` (br, gzip), may be read from any site (CORS),
and tells every fault as problem details (RFC 9457). Open data have a strong ETag; answers to words are `no-store`.
Filters combine with AND. A place that is confidential is in none of it.

**Languages.** Open data are in Dutch, with a text in French or English where somebody wrote it. The sentences in an
answer of `/api/find` are in the language of `Accept-Language` or `lang`; faults are in English.
"""


def openapi(catalogue: Catalogue) -> Plain:
    """The document; the ids that a question may hold are those of this catalogue."""
    fields = _fields(catalogue)
    paths: dict[str, Plain] = {
        "/api/": _path("about", "This API, and where it is described.", _json(_ref("base"))),
        "/api/openapi.json": _path("openapi", "This document.", _json({"type": "object"})),
        "/api/find": {"get": _find_by_address(fields), "post": _find_by_body(fields)},
    }
    for kind in KINDS:
        paths[f"/api/{kind.name}"] = _list(kind)
        paths[f"/api/{kind.name}/{{id}}"] = _one(kind)
    for file in FILES:
        paths[f"/api/{file.name}"] = _file(file)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Hulpkaart",
            "version": "1.0.0",
            "description": ABOUT,
            "license": {"name": "Creative Commons Attribution 4.0", "url": LICENCE},
        },
        "externalDocs": {"description": "HSDS 3.1", "url": "https://docs.openreferral.org/"},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas()},
    }


def _list(kind: Kind) -> Plain:
    found = page_of(kind.table, minimal="minimal" in [parameter.name for parameter in kind.of_list])
    content = _json(found) | {"application/x-ndjson": {"schema": {"type": "string"}}}
    parameters = [parameter.described() for parameter in kind.of_list]
    described = _path(f"list_{kind.name}", kind.about, content, parameters)
    first = {"operationId": f"get_{kind.table}", "parameters": {"id": "$response.body#/contents/0/id"}}
    described["get"]["responses"]["200"]["links"] = {"first": first}
    return described


def _one(kind: Kind) -> Plain:
    about = "The UUID of the record."
    identity = {"name": "id", "in": "path", "required": True, "description": about, "schema": _UUID}
    parameters = [identity, *(parameter.described() for parameter in kind.of_one)]
    return _path(f"get_{kind.table}", "One record, whole.", _json(_ref(kind.table)), parameters)


_UUID = {"type": "string", "format": "uuid"}


def _file(file: File) -> Plain:
    media_type = file.media_type.partition(";")[0]
    schema = {"type": "object"} if media_type.endswith("json") else {"type": "string"}
    return _path(f"file_{file.name.replace('.', '_')}", file.about, {media_type: {"schema": schema}})


def _find_by_address(fields: Plain) -> Plain:
    parameters = [*(_field(name, schema) for name, schema in fields.items()), _WANTED]
    about = "Find help, with the question in the address, which others may see. For open use only."
    return _operation("find_by_address", about, _json(_ROWS), parameters, told=True)


def _find_by_body(fields: Plain) -> Plain:
    form = {"type": "object", "properties": fields, "additionalProperties": False}
    about = "Find help: the same as `python -m directory find … --json`. Nothing of it is in an address."
    described = _operation("find", about, _json(_ROWS), [_WANTED], told=True)
    body = {"schema": form, "example": {"words": "praten over seks", "place": "9000", "online": True}}
    description = f"{Question.__doc__} At most {MOST_BYTES // 1024} kB."
    return described | {"requestBody": {"required": True, "description": description, "content": {JSON: body}}}


def _field(name: str, schema: Plain) -> Plain:
    """A field of a question as a parameter; there a value is there or it is not."""
    some: Plain = next((one for one in schema.get("anyOf", ()) if one != {"type": "null"}), {})
    form = some | {key: value for key, value in schema.items() if key not in ("anyOf", "description", "default")}
    return {"name": name, "in": "query", "description": schema["description"], "schema": form}


def _fields(catalogue: Catalogue) -> Plain:
    """The fields of a question, with the ids that are known."""
    found, vocabulary = _inline(FIELDS), catalogue.vocabulary
    found["theme"]["items"]["enum"] = [term.id for term in vocabulary.themes]
    found["audience"]["anyOf"][0]["enum"] = [term.id for term in vocabulary.audiences]
    found["language"]["anyOf"][0]["enum"] = sorted(catalogue.languages)
    found["lang"]["anyOf"][0]["enum"] = list(languages())
    return found


def _inline(fields: Plain) -> Plain:
    """The fields with what they refer to in its place."""
    known = Question.model_json_schema()["$defs"]

    def without_references(schema: Any) -> Any:
        if isinstance(schema, list):
            return [without_references(each) for each in schema]
        if not isinstance(schema, dict):
            return schema
        if "$ref" in schema:
            return without_references(known[schema["$ref"].rpartition("/")[2]])
        return {key: without_references(value) for key, value in schema.items() if key != "title"}

    found: Plain = without_references(fields)
    return found


def _path(name: str, about: str, content: Plain, parameters: list[Plain] | None = None) -> Plain:
    return {"get": _operation(name, about, content, parameters)}


def _operation(
    name: str, about: str, content: Plain, parameters: list[Plain] | None = None, *, told: bool = False
) -> Plain:
    headers = {
        SAID: {"description": "What people should know of how it was understood, as JSON.", "schema": _STRING},
        "Content-Language": {"description": "The language of the sentences in it.", "schema": _STRING},
    }
    good = {"description": "The answer.", "content": content} | ({"headers": headers} if told else {})
    responses: dict[str, Plain] = {
        "200": good,
        "default": {
            "description": "Why there is no answer, and how to mend it.",
            "content": {MEDIA_TYPE: {"schema": _ref("problem")}},
        },
    }
    if not told:
        responses["304"] = {"description": "What you have is still what it is (If-None-Match)."}
    return {"operationId": name, "summary": about, "responses": responses} | (
        {"parameters": parameters} if parameters else {}
    )


def _json(schema: Plain) -> Plain:
    return {JSON: {"schema": schema}}


def _ref(name: str) -> Plain:
    return {"$ref": f"#/components/schemas/{name}"}


_ROWS = {"type": "array", "items": _ref("row")}
_STRING = {"type": "string"}
_WANTED = {
    "name": "Accept-Language",
    "in": "header",
    "description": "The languages of who reads the sentences in the answer (RFC 9110, section 12.5.4).",
    "schema": _STRING,
}
