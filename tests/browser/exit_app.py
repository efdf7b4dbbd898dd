"""The app with a search that takes its time, and with pages of one form each, to leave from.

The forms stand in for the light pages: each posts to the next, and carries how many pages lie behind it.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from directory.finding import asking
from directory.web.exit import exit_parts
from directory.web.routes import routes as our_routes
from directory.web.shell import around
from tests.browser.exit_words import FORMS, SECRET, SLEEPY_WORD

SLEEP_S = 20
PAGE = """<!doctype html><html lang="nl"><head><title>{secret}-titel</title>{exit.head_html}</head><body>
{exit.body_html}<h1>{secret} {depth}</h1>
<form method="post" action="{forms}/verder"><input type="hidden" name="stap" value="{next}">
<input name="woorden" autocomplete="off"><button>Verder</button></form><a href="/">naar de kaart</a></body></html>"""


def send_form(depth: int) -> HTMLResponse:
    parts = exit_parts(depth)
    policy = (
        f"default-src 'none'; script-src '{parts.script_hash}'; style-src '{parts.style_hash}'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    page = PAGE.format(forms=FORMS, secret=SECRET, exit=parts, depth=depth, next=depth + 1)
    return HTMLResponse(page, headers={"Content-Security-Policy": policy})


async def first_form(_: Request) -> HTMLResponse:
    return send_form(0)


async def next_form(request: Request) -> HTMLResponse:
    form = await request.form()
    return send_form(int(str(form["stap"])))


def _sleeps(whole: Callable[..., Any]) -> Callable[..., Any]:
    def slow(catalogue: Any, query: Any, *rest: Any, **more: Any) -> Any:
        if query.words == SLEEPY_WORD:
            time.sleep(SLEEP_S)
        return whole(catalogue, query, *rest, **more)

    return slow


asking.find = _sleeps(asking.find)

routes = [*our_routes, Route(FORMS, first_form), Route(f"{FORMS}/verder", next_form, methods=["POST"])]
SCREENS = Path(__file__).parents[2] / "directory" / "screens" / "main.py"
app = st.App(SCREENS, middleware=around(routes))
