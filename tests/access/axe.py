"""axe-core in a page: which success criteria of WCAG 2.2, level A and AA, it finds broken."""

import re

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page

SOURCE = AXE_FILE_PATH.read_text(encoding="utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
OPTIONS = {
    "runOnly": {"type": "tag", "values": list(TAGS)},
    "rules": {"target-size": {"enabled": True}},  # axe leaves what is new in 2.2 out, unless it is asked for
    "resultTypes": ["violations"],
}


def broken_rules(page: Page) -> list[str]:
    """All that axe finds in a page and in its frames, as they are now."""
    for frame in page.frames:
        # Evaluated, not put in as an element: that is what the policy of every page forbids.
        if not frame.is_detached() and not frame.evaluate("'axe' in window"):
            frame.evaluate(SOURCE)
    found = page.evaluate("options => axe.run(document, options).then(result => result.violations)", OPTIONS)
    return [
        f"{rule['id']}: {_in_a_line(node['failureSummary'])} {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
    ]


def _in_a_line(summary: str) -> str:
    return re.sub(r"\s+", " ", summary)
