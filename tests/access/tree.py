"""The accessibility tree: a page as Chromium tells it to a screen reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import CDPSession, Page

NAMED = frozenset(
    """button link textbox checkbox radio combobox slider spinbutton searchbox switch option image img dialog
    DisclosureTriangle navigation region toolbar radiogroup listbox table Iframe""".split()
)
"""Roles that say nothing without a name."""


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


def untold(page: Page) -> list[str]:
    """What a screen reader is told wrong, or not at all."""
    told = nodes(page)
    faults = [f"{node.role} without a name, within {' '.join(node.within[-3:])}" for node in told if is_unnamed(node)]
    if any(node.role == "listbox" for node in told):
        return faults  # while somebody chooses from a list, the page around it is hidden
    if page.locator("#hk-slow").is_visible():
        return faults  # the screen did not come up, and has nothing to head
    levels = [int(node.told["level"]) for node in told if node.role == "heading"]
    if levels.count(1) != 1 or levels[0] != 1:
        faults.append(f"headings of level {levels}: one of the first level, before all others")
    faults += [
        f"a heading of level {low} after one of level {high}" for high, low in pairwise(levels) if low > high + 1
    ]
    if [node.role for node in told].count("main") != 1:
        faults.append("not one main part")
    return faults


def is_unnamed(node: Node) -> bool:
    """True for what says nothing because it has no name."""
    return node.role in NAMED and not node.name
