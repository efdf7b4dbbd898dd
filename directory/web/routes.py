"""The addresses that the app itself answers, beside the screens."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from directory.cartography.assets import Asset, asset, basemap_in_use, layer_asset
from directory.web import light
from directory.web.compression import accepts


def send_asset(request: Request) -> Response:
    """One of our own scripts, style sheets or fonts."""
    return _send(request, asset(request.path_params["name"]))


def send_layer(request: Request) -> Response:
    """One layer of the basemap in use; the name is looked up among those drawn, never on the disk."""
    return _send(request, layer_asset(basemap_in_use(), request.path_params["name"]))


def _send(request: Request, found: Asset | None) -> Response:
    """The file, cached for ever since its address names its content; an old address is not found."""
    if found is None or found.fingerprint != request.path_params["fingerprint"]:
        raise HTTPException(status_code=404)
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable",
        "X-Content-Type-Options": "nosniff",
    }
    content = found.content
    if found.gzipped is not None:
        headers["Vary"] = "Accept-Encoding"
        if accepts("gzip", request.headers.get("accept-encoding", "")):
            headers["Content-Encoding"] = "gzip"
            content = found.gzipped
    return Response(content, media_type=found.media_type, headers=headers)


routes: list[BaseRoute] = [
    Route("/assets/{fingerprint}/{name}", send_asset, name="asset"),
    Route("/basemap/{fingerprint}/{name:path}", send_layer, name="layer"),
    *light.routes,
]
