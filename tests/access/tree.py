"""The accessibility tree: a page as Chromium tells it to a screen reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import CDPSession, Page

LANDMARKS = ("banner", "navigation", "main", "complementary", "contentinfo", "search", "region", "form")


@dataclass(frozen=True, slots=True)
class Node:
    """One element that is told: its role, its name, and what else is told of it."""

    role: str
    name: str
    told: dict[str, Any]
    within: tuple[str, ...]
    """The roles around it, outermost first."""


def nodes(page: Page) -> list[Node]:
    """All that is told of a page, in the order in which it is read; frames one after the other, the page first."""
    session = page.context.new_cdp_session(page)
    try:
        return [node for frame in _frames(session) for node in _told(session, frame)]
    finally:
        session.detach()


def _frames(session: CDPSession) -> Iterator[str]:
    waiting = [session.send("Page.getFrameTree")["frameTree"]]
    while waiting:
        tree = waiting.pop(0)
        yield tree["frame"]["id"]
        waiting += tree.get("childFrames", [])


def _told(session: CDPSession, frame: str) -> Iterator[Node]:
    found = session.send("Accessibility.getFullAXTree", {"frameId": frame})["nodes"]
    by_id = {node["nodeId"]: node for node in found}
    yield from _below(found[0], by_id, ())


def _below(node: dict[str, Any], by_id: dict[str, dict[str, Any]], within: tuple[str, ...]) -> Iterator[Node]:
    role = "" if node["ignored"] else _value(node, "role")
    if role:
        told = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
        yield Node(role, _value(node, "name"), told | {"description": _value(node, "description")}, within)
    for child in node.get("childIds", []):
        if child in by_id:
            yield from _below(by_id[child], by_id, (*within, role) if role else within)


def _value(node: dict[str, Any], name: str) -> str:
    return str(node.get(name, {}).get("value", "")).strip()
