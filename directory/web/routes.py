"""The addresses that the app itself answers, beside the screens."""

from functools import cache

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from directory.cartography.assets import Asset, basemap_in_use, layer_asset
from directory.web import light
from directory.web.assets import asset
from directory.web.compression import Packed
from directory.web.exit import send_blank
from directory.web.headers import FOR_EVER


async def send_asset(request: Request) -> Response:
    """One of our own scripts, style sheets or fonts."""
    return await _send(request, asset(request.path_params["name"]))


async def send_layer(request: Request) -> Response:
    """One layer of the basemap in use; the name is looked up among those drawn, never on the disk."""
    return await _send(request, layer_asset(basemap_in_use(), request.path_params["name"]))


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
    Route("/weg", send_blank, name="blank"),
    *light.routes,
]
