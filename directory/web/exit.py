"""The exit: out of this site at once, in a way that the Back button does not undo."""

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from directory.settings import exit_address
from directory.web.assets import source
from directory.wording import shell
from directory.wording.messages import kept_per_language

LINK = Markup(
    '<div class="hk-bar" data-react-aria-top-layer="true">'
    '<nav aria-label="{name}">'
    '<a class="hk-exit" id="hk-exit" href="{address}" rel="noreferrer" data-stap="{depth}">{name}'
    "<span>. {more}</span></a></nav>{brand}</div>"
)
"""The attribute of the bar tells the framework to leave it usable when a dialog makes all else inert."""
BRAND = Markup(' <span class="hk-brand"><i></i>Hulpkaart</span>')
BLANK = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><title>Nieuw tabblad</title>
<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><script>{script}</script></head>
<body></body></html>
"""
# A browser lets a page that is still loading only replace itself; what lies Forward would then stay. Who comes
# here by Back or Forward stays on the blank page, or nobody could ever go back past it; unless exit.js sent them.
GO_ON = """addEventListener('load', function () {{
  var how = performance.getEntriesByType('navigation')[0], isSent = window.name === 'weg';
  window.name = '';
  if (isSent || !how || how.type === 'navigate') setTimeout(function () {{ location.href = {address}; }}, 20);
}});"""
MANY_DEPTHS = 128
"""For so many numbers of pages that lie before a page its link is remembered."""
KEPT = "public, max-age=86400"
"""The blank page is fetched beforehand and kept for a day, so that it is there when the server is not."""


@dataclass(frozen=True, slots=True)
class ExitParts:
    """What a page of ours needs for the exit; its policy must allow the script and style by their hashes.

    It must also allow `connect-src 'self'`, for the blank page that is fetched beforehand.
    """

    head_html: Markup
    """The script and the style, the same for every page. As early in the head as can be."""
    body_html: Markup
    """The link, the first thing in the body."""
    script_hash: str
    """As a policy wants it, without quotation marks: sha256-…"""
    style_hash: str


def exit_parts(depth: int, *, untold: bool = False) -> ExitParts:
    """The exit of a page that lies so many of our own pages after the one where this visit began.

    On a page that is `untold` the bar does not say whose it is.
    """
    head, script_hash, style_hash = _head()
    return ExitParts(head, exit_link(depth, untold=untold), script_hash, style_hash)


def exit_link(depth: int, *, untold: bool = False) -> Markup:
    """The link alone, for a page that fetches script and style."""
    return _link(exit_address(), depth, Markup() if untold else BRAND)


@kept_per_language(maxsize=MANY_DEPTHS)
def _link(address: str, depth: int, brand: Markup) -> Markup:
    return LINK.format(address=address, depth=depth, name=shell.exit_name(), more=shell.exit_more(), brand=brand)


def send_blank(_request: Request) -> Response:
    """The page that takes the place of ours: nothing on it, and on to the neutral site."""
    page, policy = _blank(exit_address())
    headers = {"Cache-Control": KEPT, "Content-Security-Policy": policy}
    return Response(page, media_type="text/html", headers=headers)


@cache
def _head() -> tuple[Markup, str, str]:
    script, style = source("exit.js"), source("exit.css")
    head = Markup("<script>{}</script><style>{}</style>").format(Markup(script), Markup(style))
    return head, _hash(script), _hash(style)


@cache
def _blank(address: str) -> tuple[str, str]:
    script = GO_ON.format(address=json.dumps(address).replace("<", r"\u003c"))
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )
    return BLANK.format(script=script), policy


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
