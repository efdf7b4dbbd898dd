"""A light page as it goes over the wire: one piece of HTML with its style inside, and strict headers."""

import re
from base64 import b64encode
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from starlette.responses import Response

from directory import settings
from directory.model.catalogue import Catalogue
from directory.web.compression import coding_for, compress
from directory.web.exit import ExitParts, exit_parts
from directory.web.headers import NEVER
from directory.web.reader import Reader
from directory.wording import fragment, shell
from directory.wording.always import AlwaysLine, always_lines, without_themes
from directory.wording.card import Card
from directory.wording.card_builder import MANY_CARDS
from directory.wording.labels import KIND
from directory.wording.links import to_write
from directory.wording.messages import is_reviewed, kept_per_language, language, locale_of
from directory.wording.templating import speaking_environment, templates

TEMPLATES = Path(__file__).parent / "templates" / "light"
QUALITY, LEVEL = 3, 4
"""Of brotli and of gzip. A page is made anew for each visitor. Brotli at 4 makes it 5 % smaller and takes twice as
long, at 5 11 % smaller and more than three times as long; from 6 on more wins next to nothing. Gzip at 4 makes it
about as small as brotli at 3, and at 9 4 % smaller in nearly twice the time."""
MANY_CHOICES = 512
"""So many states of lists and boxes are remembered."""
MANY_LANGUAGES = 8
"""For so many languages at once is remembered what is the same for all who read them."""
MANY_VISITS = 64
"""For so many numbers of pages that lie behind a visitor is remembered what leads on from there."""

Choices = tuple[tuple[str, str], ...]
"""What a form offers to choose from: each value with its words."""
Fields = tuple[tuple[str, str], ...]
"""Fields of a form in a row: name and value."""


@dataclass(frozen=True, slots=True)
class Page:
    """A template and what it shows."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    status: int = 200
    again: Fields = ()
    """What has to be sent to see the same page in another language."""
    path: str | None = None
    """Where to send it, when that is not where the page was asked for."""
    typed: str = ""
    """What the main button says of a form in which somebody may have begun to type; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Visit:
    """How a page was asked for."""

    reader: Reader
    path: str
    depth: int = 0
    """So many pages of ours lie before it."""
    untold: bool = False
    """Does it tell neither what it is about nor whose it is?"""


def render(page: Page, always: Markup, visit: Visit) -> tuple[str, str]:
    """The HTML of a page in the language spoken now, and the policy that goes with it."""
    leave = exit_parts(visit.depth, untold=visit.untold)
    html = (
        environment()
        .get_template(page.template)
        .render(
            page.values,
            style=style(),
            exit=leave,
            always=always,
            depth=visit.depth,
            untold=visit.untold,
            frame=_frame(visit.reader, visit.depth),
            reader=visit.reader,
            shell=shell,
            is_reviewed=is_reviewed(),
            again=page.again,
            typed=page.typed,
            path=page.path or visit.path,
            operator=settings.OPERATOR.value,
            contact=to_write(settings.CONTACT.value),
        )
    )
    return html, _policy(leave)


def send(html: str, policy: str, *, status: int, accepted: str, with_body: bool = True) -> Response:
    """The answer of the server, compressed for who accepts that."""
    coding = coding_for(accepted)
    content = compress(html.encode("utf-8"), coding, quality=QUALITY, level=LEVEL)
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": NEVER,
        "Content-Language": language(),
        "Vary": "Accept-Encoding, Accept-Language",
        "Content-Length": str(len(content)),
    }
    if coding:
        headers["Content-Encoding"] = coding
    return Response(content if with_body else b"", status, headers, media_type="text/html")


@kept_per_language(maxsize=2 * MANY_LANGUAGES)
def always_there(catalogue: Catalogue, minute: datetime, *, untold: bool = False) -> Markup:
    """Who always answers; worked out once a minute, since it stands on every page."""
    return always_html(always_lines(catalogue, minute), untold=untold)


def always_html(lines: tuple[AlwaysLine, ...], *, untold: bool = False) -> Markup:
    """These lines as a list, `untold` without their themes; of none is known, at least the number for danger."""
    return Markup(environment().get_template("lines.html").render(always=without_themes(lines) if untold else lines))


@kept_per_language(maxsize=MANY_VISITS)
def _frame(reader: Reader, depth: int) -> dict[str, Any]:
    """What stands around every page that lies after so many others, and what its forms carry on, by name."""
    values = {"reader": reader, "depth": depth, "shell": shell}
    made: Any = environment().get_template("frame.html").make_module(values)
    texts = {name: Markup(getattr(made, name)()) for name in ("lead", "danger", "pages", "step")}
    return texts | {name: getattr(made, name) for name in ("go", "carry", "back")}


@kept_per_language(maxsize=MANY_CARDS)
def _lean(card: Card) -> Markup:
    """A card in a list without its title and its reasons, as HTML."""
    return Markup(environment().get_template("lean.html").render(card=card))


def boxes(name: str, choices: Choices, chosen: Collection[str], kind: str = "checkbox") -> Markup:
    """Boxes to tick for one field of a form; of the kind `radio` one at most."""
    return _boxes(name, choices, frozenset(chosen), kind)


@kept_per_language(maxsize=MANY_CHOICES)
def _boxes(name: str, choices: Choices, chosen: frozenset[str], kind: str) -> Markup:
    return Markup(_macro("boxes")(name, choices, chosen, kind))


@kept_per_language(maxsize=MANY_CHOICES)
def _options(choices: Choices, chosen: str | None) -> Markup:
    """The options of a list, with at most one chosen."""
    return Markup(_macro("options")(choices, chosen))


def _in_its_language(text: str) -> Markup:
    """The attributes of an element that holds this text, where it is not in the language spoken now."""
    code = getattr(text, "language", language())
    if code == language():
        return Markup()
    return Markup(' lang="{}" dir="{}"').format(code, locale_of(code).text_direction)


def _macro(name: str) -> Callable[..., str]:
    macro: Callable[..., str] = getattr(environment().get_template("choices.html").module, name)
    return macro


def _policy(leave: ExitParts) -> str:
    """Nothing may be loaded; in the page only this very style, and the exit with the blank page it goes to."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src '{hash_of(style())}' '{leave.style_hash}'",
            f"script-src '{leave.script_hash}'",
            "connect-src 'self'",
            # The empty icon in the page itself, so that no browser asks for another.
            "img-src data:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


@lru_cache(maxsize=8)
def hash_of(text: str) -> str:
    """The hash of a style or script, as a policy names it."""
    return f"sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@cache
def style() -> Markup:
    """The style sheet without its comments and spare spaces, as it stands in every page."""
    text = re.sub(r"/\*.*?\*/", "", (TEMPLATES / "style.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return Markup(re.sub(r"\s*([{};,])\s*|(?<=:)\s+", r"\1", text).replace(";}", "}").strip())


def read_files() -> None:
    """Read every file that a page is made of: those that an upgrade puts in their place belong to other code."""
    templates(TEMPLATES)
    templates(fragment.TEMPLATES)
    style()
    exit_parts(0)


@kept_per_language(maxsize=MANY_LANGUAGES)
def environment() -> Environment:
    """The templates of the light pages in the language spoken now, and what they can ask."""
    made = speaking_environment(templates(TEMPLATES))
    made.filters["said"] = KIND.__getitem__
    made.globals |= {"lean": _lean, "boxes": boxes, "options": _options}
    made.globals |= {"in_its_language": _in_its_language}
    return made
