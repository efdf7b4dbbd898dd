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
from directory.web.api.parameters import LANG
from directory.web.api.problem import MEDIA_TYPE
from directory.web.api.schemas import page_of, said, schemas
from directory.web.form import MOST_BYTES
from directory.wording.messages import N_, _, languages

JSON = "application/json"
ABOUT = (
    N_(
        "De open gids van hulp in Vlaanderen en Brussel, als HSDS 3.1 van Open Referral en in eenvoudiger vormen. In "
        "`/api/profile.md` staat wat waar staat. Dit telt het meest. Toon oude uren nooit als open. Wat er niet "
        "staat, is *niet gekend*. En `verified: false` steunt op een oude pagina of op algemene kennis."
    ),
    N_(
        "**Licentie.** Gegevens: CC BY 4.0. Voor punten met als `point_source` *postcode point* kan de ODbL 1.0 "
        "gelden. Naamsvermelding: {attribution}."
    ),
    N_(
        "**Wat geen spoor nalaat.** Niets van wat je vraagt, bewaren of noteren we. Anderen zien het adres, zoals de "
        "geschiedenis van een browser of een proxy. Gebruik voor wat iemand in nood typt `POST /api/find`."
    ),
    N_(
        "**Elk adres** antwoordt ook op HEAD en OPTIONS, en kent `Accept-Encoding` (br, gzip). Elke site mag het "
        "lezen (CORS). Elke fout zeggen we als problem details (RFC 9457). Open gegevens hebben een sterke ETag; "
        "antwoorden op woorden zijn `no-store`. Filters gelden samen (AND). Een geheime plek staat nergens in."
    ),
    N_(
        "**Talen.** Open gegevens zijn in het Nederlands, met een tekst in het Frans of Engels waar iemand die "
        "schreef. De zinnen in een antwoord van `/api/find` volgen `lang` of `Accept-Language`. Wat we over fouten "
        "zeggen, volgt die ook, net als dit document. Vraag je niets, dan is dat Engels."
    ),
)
"""What all addresses share, a paragraph each."""


def openapi(catalogue: Catalogue) -> Plain:
    """The document, in the language that is spoken; the ids that a question may hold are those of this catalogue."""
    fields = _fields(catalogue)
    paths: dict[str, Plain] = {
        "/api/": _path("about", _("Deze API, en waar ze beschreven staat."), _json(_ref("base"))),
        "/api/openapi.json": _path("openapi", _("Dit document."), _json({"type": "object"})),
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
            "description": _about(),
            "license": {"name": "Creative Commons Attribution 4.0", "url": LICENCE},
        },
        "externalDocs": {"description": "HSDS 3.1", "url": "https://docs.openreferral.org/"},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": schemas()},
    }


def _about() -> str:
    first, licence, *others = ABOUT
    return "\n\n".join([_(first), _(licence, attribution="; ".join(ATTRIBUTION)), *map(_, others)])


def _list(kind: Kind) -> Plain:
    found = page_of(kind.table, minimal="minimal" in [parameter.name for parameter in kind.of_list])
    content = _json(found) | {"application/x-ndjson": {"schema": {"type": "string"}}}
    parameters = [parameter.described() for parameter in kind.of_list]
    described = _path(f"list_{kind.name}", _(kind.about), content, parameters)
    first = {"operationId": f"get_{kind.table}", "parameters": {"id": "$response.body#/contents/0/id"}}
    described["get"]["responses"]["200"]["links"] = {"first": first}
    return described


def _one(kind: Kind) -> Plain:
    about = _("De UUID van wat je vraagt.")
    identity = {"name": "id", "in": "path", "required": True, "description": about, "schema": _UUID}
    parameters = [identity, *(parameter.described() for parameter in kind.of_one)]
    return _path(f"get_{kind.table}", _("Eén ervan, met alles wat erbij hoort."), _json(_ref(kind.table)), parameters)


_UUID = {"type": "string", "format": "uuid"}


def _file(file: File) -> Plain:
    media_type = file.media_type.partition(";")[0]
    schema = {"type": "object"} if media_type.endswith("json") else {"type": "string"}
    return _path(f"file_{file.name.replace('.', '_')}", _(file.about), {media_type: {"schema": schema}})


def _find_by_address(fields: Plain) -> Plain:
    parameters = [*(_field(name, schema) for name, schema in fields.items()), _wanted()]
    about = _("Zoek hulp, met de vraag in het adres. Dat kunnen anderen zien: gebruik het enkel als dat mag.")
    return _operation("find_by_address", about, _json(_ROWS), parameters, told=True)


def _find_by_body(fields: Plain) -> Plain:
    form = {"type": "object", "properties": fields, "additionalProperties": False}
    about = _("Zoek hulp: hetzelfde als `python -m directory find … --json`. Niets ervan staat in een adres.")
    described = _operation("find", about, _json(_ROWS), [_wanted()], told=True)
    body = {"schema": form, "example": {"words": "praten over seks", "place": "9000", "online": True}}
    description = _("Een vraag die over het net komt. Hoogstens {number} kB.", number=MOST_BYTES // 1024)
    return described | {"requestBody": {"required": True, "description": description, "content": {JSON: body}}}


def _field(name: str, schema: Plain) -> Plain:
    """A field of a question as a parameter; there a value is there or it is not."""
    some: Plain = next((one for one in schema.get("anyOf", ()) if one != {"type": "null"}), {})
    form = some | {key: value for key, value in schema.items() if key not in ("anyOf", "description", "default")}
    return {"name": name, "in": "query", "description": schema["description"], "schema": form}


def _fields(catalogue: Catalogue) -> Plain:
    """The fields of a question, with the ids that are known."""
    found: Plain = said(_inline(FIELDS))
    vocabulary = catalogue.vocabulary
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
            # What the code says of a type is for who reads the code.
            meant = known[schema["$ref"].rpartition("/")[2]]
            return without_references({key: value for key, value in meant.items() if key != "description"})
        return {key: without_references(value) for key, value in schema.items() if key != "title"}

    found: Plain = without_references(fields)
    return found


def _path(name: str, about: str, content: Plain, parameters: list[Plain] | None = None) -> Plain:
    return {"get": _operation(name, about, content, parameters)}


def _operation(
    name: str, about: str, content: Plain, parameters: list[Plain] | None = None, *, told: bool = False
) -> Plain:
    headers = {
        SAID: {"description": _("Wat mensen moeten weten van hoe we het verstonden, als JSON."), "schema": _STRING},
        "Content-Language": {"description": _("De taal van de zinnen erin."), "schema": _STRING},
    }
    good = {"description": _("Het antwoord."), "content": content} | ({"headers": headers} if told else {})
    responses: dict[str, Plain] = {
        "200": good,
        "default": {
            "description": _("Waarom er geen antwoord is, en hoe het wel kan."),
            "content": {MEDIA_TYPE: {"schema": _ref("problem")}},
        },
    }
    if not told:
        responses["304"] = {"description": _("Wat je hebt, klopt nog (If-None-Match).")}
        parameters = [*(parameters or []), _lang()]
    return {"operationId": name, "summary": about, "responses": responses, "parameters": parameters}


def _lang() -> Plain:
    described = LANG.described()
    return described | {"schema": described["schema"] | {"enum": list(languages())}}


def _wanted() -> Plain:
    about = _("De talen van wie de zinnen in het antwoord leest (RFC 9110, 12.5.4).")
    return {"name": "Accept-Language", "in": "header", "description": about, "schema": _STRING}


def _json(schema: Plain) -> Plain:
    return {JSON: {"schema": schema}}


def _ref(name: str) -> Plain:
    return {"$ref": f"#/components/schemas/{name}"}


_ROWS = {"type": "array", "items": _ref("row")}
_STRING = {"type": "string"}
