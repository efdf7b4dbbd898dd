"""What the tests of the light pages share: a client of the routes alone, and eyes that read a page."""

import re
from html.parser import HTMLParser

from starlette.applications import Starlette
from starlette.testclient import TestClient

from directory.web.routes import routes

MONDAY_EVENING = "2026-11-23T20:00"


def client() -> TestClient:
    """The routes as they are, without the screens; an error of ours would be raised here."""
    return TestClient(Starlette(routes=routes))


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


def text_of(html: str) -> str:
    """The words of a page without its tags, style and script."""
    body = re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))
