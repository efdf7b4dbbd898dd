"""The files of the page around the screens, and the one way in which any file of ours is sent."""

from functools import cache
from pathlib import Path

from directory.cartography.assets import Asset, asset_of
from directory.cartography.assets import asset as map_asset

FOLDER = Path(__file__).parent / "assets"
PARTS = {
    "shell.js": ("exit.js", "shell.js"),
    "shell.css": ("exit.css", "shell.css"),
    "exit.js": ("exit.js",),
    "icon.svg": ("icon.svg",),
}


@cache
def asset(name: str) -> Asset | None:
    """A file of ours by name, of this page or of the map; None when there is no such name."""
    if name not in PARTS:
        return map_asset(name)
    return asset_of(Path(name).suffix, "\n".join(source(part) for part in PARTS[name]).encode())


def asset_url(name: str) -> str:
    """The address of a file of ours, which names its content."""
    found = asset(name)
    if found is None:
        raise KeyError(name)
    return f"/assets/{found.fingerprint}/{name}"


def source(part: str) -> str:
    """The text of a part without the lines that only explain it: it is sent to old phones."""
    lines = (FOLDER / part).read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip() and not _only_explains(line.strip()))


def _only_explains(line: str) -> bool:
    return line.startswith("//") or (line.startswith("/*") and line.find("*/") == len(line) - 2)
