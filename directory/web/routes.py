"""The addresses that the app itself answers, beside the screens."""

import json
from functools import cache, lru_cache

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from directory.cartography.assets import Asset, basemap_in_use, layer_asset
from directory.finding.suggestions import suggestions
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.text import Language
from directory.web import addresses, corrections, light
from directory.web.api.routes import routes as api_routes
from directory.web.assets import asset
from directory.web.compression import Packed
from directory.web.exit import send_blank
from directory.web.headers import FOR_A_DAY, FOR_EVER
from directory.web.light_page import in_use
from directory.wording.messages import languages, speaking
from directory.wording.written import language_of_facts


async def send_asset(request: Request) -> Response:
    """One of our own scripts, style sheets or fonts."""
    return await _send(request, asset(request.path_params["name"]))


async def send_layer(request: Request) -> Response:
    """One layer of the basemap in use; the name is looked up among those drawn, never on the disk."""
    return await _send(request, layer_asset(basemap_in_use(), request.path_params["name"]))


async def send_suggestions(request: Request) -> Response:
    """What one may mean, the same for all who read a language: chosen in the browser, where no keystroke leaves."""
    code = request.path_params["code"]
    if code not in languages():
        raise HTTPException(status_code=404)
    with speaking(code):
        known = await run_in_threadpool(_suggestions, *in_use(), language_of_facts())
    return await known.response(request.headers.get("accept-encoding", ""), {"Cache-Control": FOR_A_DAY})


@lru_cache(maxsize=len(Language))
def _suggestions(catalogue: Catalogue, gazetteer: Gazetteer, language: Language) -> Packed:
    found = suggestions(catalogue, gazetteer, language)
    lists = {"ask_words": found.words, "ask_where": found.places}
    return Packed("application/json", json.dumps(lists, ensure_ascii=False).encode)


async def _send(request: Request, found: Asset | None) -> Response:
    """The file, cached for ever since its address names its content; an old address is not found."""
    if found is None or found.fingerprint != request.path_params["fingerprint"]:
        raise HTTPException(status_code=404)
    accepted = request.headers.get("accept-encoding", "")
    return await _packed(found).response(accepted, {"Cache-Control": FOR_EVER})


@cache
def _packed(found: Asset) -> Packed:
    return Packed(found.media_type, lambda: found.content)


routes: list[BaseRoute] = [
    Route("/assets/{fingerprint}/{name}", send_asset, name="asset"),
    Route("/basemap/{fingerprint}/{name:path}", send_layer, name="layer"),
    Route("/suggesties/{code}", send_suggestions, name="suggestions"),
    Route("/weg", send_blank, name="blank"),
    *addresses.routes,
    *corrections.routes,
    *light.routes,
    *api_routes,
]
