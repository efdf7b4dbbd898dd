"""What the tests of the light pages share: a client of the routes with their headers, and eyes that read a page."""

import re
from html import unescape
from html.parser import HTMLParser

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from directory.web.headers import Headers
from directory.web.routes import routes

MONDAY_EVENING = "2026-11-23T20:00"


def client() -> TestClient:
    """The routes with the headers of every answer, without the screens; an error of ours would be raised here."""
    return TestClient(Starlette(routes=routes, middleware=[Middleware(Headers)]))


class Seen(HTMLParser):
    """A page as a list of tags, with the form fields that it sends on."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every such tag."""
        return [attributes for found, attributes in self.tags if found == tag]

    def field(self, name: str) -> dict[str, str]:
        """The first field that a visitor can see with that name."""
        return next(a for a in self.all("input") if a.get("name") == name and a.get("type") != "hidden")

    def hidden(self, name: str) -> list[str]:
        """The values of the hidden fields with that name."""
        return [a["value"] for a in self.all("input") if a.get("name") == name and a.get("type") == "hidden"]

    def buttons(self, name: str) -> list[str]:
        """The values of the buttons with that name."""
        return [a["value"] for a in self.all("button") if a.get("name") == name]


VOID = {"br", "input", "link", "meta", "path", "use"}
INLINE = {"a", "b", "br", "button", "cite", "i", "small", "span", "strong"}


class Spoken(HTMLParser):
    """What a page says in its own language, block by block; not what is marked as being in another."""

    def __init__(self, html: str, code: str) -> None:
        super().__init__()
        self.code = code
        self.blocks = [""]
        self._is_left_out: list[bool] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._begin_block(tag)
        speaks_otherwise = given.get("lang", self.code).partition("-")[0] != self.code
        left_out = any(self._is_left_out) or tag in ("style", "script") or speaks_otherwise
        if not left_out:
            self.blocks += [given[name] for name in ("placeholder", "aria-label", "title") if given.get(name)]
            self._begin_block(tag)
        if tag not in VOID:
            self._is_left_out.append(left_out)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self._is_left_out.pop()
        self._begin_block(tag)

    def handle_data(self, data: str) -> None:
        if not any(self._is_left_out):
            self.blocks[-1] += data

    def _begin_block(self, tag: str) -> None:
        if tag not in INLINE:
            self.blocks.append("")


def fields_of(html: str, form_id: str) -> list[tuple[str, str]]:
    """What the form with this id, or with this class, sends when none of its buttons with a name is pressed."""
    form = re.search(rf'<form[^>]* (?:id|class)="{form_id}".*?</form>', html, flags=re.DOTALL)
    assert form, form_id
    sent: list[tuple[str, str]] = []
    select = ""
    for tag, given in Seen(form[0]).tags:
        if tag == "input" and (given.get("type") not in ("checkbox", "radio") or "checked" in given):
            sent.append((given["name"], given.get("value", "")))
        if tag == "select":
            select = given["name"]
        if tag == "option" and "selected" in given:
            sent.append((select, given["value"]))
    texts = re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>(.*?)</textarea>', form[0], flags=re.DOTALL)
    return sent + [(name, unescape(text)) for name, text in texts]


def text_of(html: str) -> str:
    """The words of a page without its tags, style and script."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))
