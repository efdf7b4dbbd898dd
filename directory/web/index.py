"""The pages of the framework, made ours: language, title, icon, exit, and a way on where the screens do not work.

They are made from the installed ones when the server starts. Each change must find what it changes: a framework
whose page is another than the one this was written for is refused, in a test before anybody visits it.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from markupsafe import escape

from directory.cartography.assets import asset_of
from directory.cartography.assets import asset_url as drawn_url
from directory.web.assets import asset_url
from directory.web.exit import exit_link
from directory.web.reader import Reader
from directory.wording import shell as words
from directory.wording.called import called

FRAMEWORK, MAP = "streamlit", "streamlit_folium"
LATER = ("Html", "PageLink", "TextInput", "ButtonGroup", "Button", "ComponentInstance")
"""Scripts that the framework only asks for once it knows what is on the screen: asked for beforehand."""

WITHOUT_SCRIPT = (
    '<noscript><main class="hk-offer"><h1>Hulpkaart</h1><p>{danger}</p><p><a href="{light}">{words}</a></p></main>'
    "</noscript>"
)
SLOW = (
    '<p class="hk-offer" id="hk-slow" role="status" data-react-aria-top-layer="true">'
    '<a href="{light}">{words}</a></p>'
)
ALOUD = '<div class="hk-aloud" id="hk-aloud" role="status" data-react-aria-top-layer="true"></div>'
"""Where shell.js puts what is found, to be read aloud: what the framework draws itself is new each time, and an
element that is new is not read."""


class PageChangedError(ValueError):
    """A page of the framework is not what this was written for."""


def framework_folder() -> Path:
    """Where the files of the framework lie: beside its package, which is never imported here."""
    return _package(FRAMEWORK) / "static"


def map_folder() -> Path:
    """Where the files of the map's frame lie. To import its package before the screens do would disable it."""
    return _package(MAP) / "frontend" / "build"


def screen_page(reader: Reader) -> str:
    """The page of every screen, for who reads it."""
    folder = framework_folder()
    return make_screen_page((folder / "index.html").read_text(encoding="utf-8"), folder / "static" / "js", reader)


def map_page(reader: Reader) -> str:
    """The page in the frame of the map, for who reads it."""
    return make_map_page((map_folder() / "index.html").read_text(encoding="utf-8"), reader)


@cache
def style() -> bytes:
    """The framework's style sheet without its fonts, 1.9 MB of them: the screens have their own."""
    sheets = [*(framework_folder() / "static" / "css").glob("index.*.css")]
    if len(sheets) != 1:
        raise PageChangedError(f"the framework has {len(sheets)} style sheets index.*.css, not one")
    return re.sub(r"@font-face\s*{[^}]*}", "", sheets[0].read_text(encoding="utf-8")).encode()


def style_url() -> str:
    """The address of that style sheet, among the framework's files."""
    return f"/static/css/{asset_of('.css', style()).fingerprint}.css"


def make_screen_page(html: str, scripts: Path, reader: Reader) -> str:
    """Our page, from the framework's and the folder of its scripts; its words in the language spoken now."""
    # The screens ask for their style when they are drawn: by then it is here.
    head = (
        f'<title>{escape(words.title())}</title><meta name="description" content="{escape(words.description())}">'
        f'<link rel="icon" type="image/svg+xml" href="{asset_url("icon.svg")}">'
        f'<link rel="stylesheet" href="{asset_url("shell.css")}"><script src="{asset_url("shell.js")}"></script>'
        f'<link rel="preload" as="style" href="{drawn_url("screen.css")}">'
    )
    light = reader.to("/licht")
    offers = WITHOUT_SCRIPT.format(light=light, words=escape(words.without_script()), danger=called(words.danger()))
    offers += SLOW.format(light=light, words=escape(words.light_offer()))
    return _changed(
        html,
        {
            r"<!--.*?-->": "",
            r'<html lang="en">': (
                f'<html lang="{reader.language}" dir="{reader.direction}" data-map="{escape(words.map_name())}">'
            ),
            r"<title>Streamlit</title>": head,
            r'<link rel="shortcut icon"[^>]*>': "",
            r'<link\s+rel="preload"[^>]*SourceSans[^>]*>': "",
            r'<link rel="service-desc"[^>]*>': "",
            r"<script>\s*window\.prerenderReady = false\s*</script>": "",
            r'"\./static/css/index\.[\w-]+\.css"': f'"{style_url()}"',
            r'"\./static/': '"/static/',
            r"</head>": _preloads(html, scripts) + "</head>",
            r"<noscript>.*?</noscript>": f"{exit_link(0)}{offers}{ALOUD}",
        },
        once_or_more=(r"<!--.*?-->", r'"\./static/'),
    )


def make_map_page(html: str, reader: Reader) -> str:
    """Our frame of the map: Shift three times in it reaches the page around it."""
    title, script = escape(words.title()), f'<script src="{asset_url("exit.js")}"></script>'
    return _changed(
        html,
        {
            r'<html lang="en"': f'<html lang="{reader.language}" dir="{reader.direction}"',
            r"<head><title>Streamlit Folium Component</title>": f"<head><title>{title}</title>{script}",
            r'<meta name="description"[^>]*>': "",
            r"<noscript>.*?</noscript>": "",
            r'<div id="map_div">': f'<div id="map_div" role="region" aria-label="{escape(words.map_name())}">',
        },
    )


def _changed(html: str, changes: Mapping[str, str], once_or_more: tuple[str, ...] = ()) -> str:
    for pattern, new in changes.items():
        html, times = re.subn(pattern, lambda _, new=new: new, html, flags=re.DOTALL)  # type: ignore[misc]
        if times != 1 and not (times and pattern in once_or_more):
            raise PageChangedError(f"{pattern!r} stands {times} times in the framework's page, not once")
    return html


def _preloads(html: str, scripts: Path) -> str:
    wanted: dict[str, None] = {}
    for name in LATER:
        found = [file.name for file in scripts.glob(f"{name}.*.js")]
        if len(found) != 1:
            raise PageChangedError(f"the framework has {len(found)} scripts {name}.*.js, not one")
        _follow(found[0], scripts, wanted)
    return "".join(
        f'<link rel="modulepreload" fetchpriority="low" href="/static/js/{each}">'
        for each in wanted
        if each not in html
    )


def _follow(name: str, scripts: Path, wanted: dict[str, None]) -> None:
    """Add a script, and all that it imports itself."""
    if name in wanted:
        return
    wanted[name] = None
    for imported in re.findall(r'(?:from|import)"\./([\w.-]+\.js)"', (scripts / name).read_text(encoding="utf-8")):
        _follow(imported, scripts, wanted)


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name)
    return Path(spec.origin).parent
