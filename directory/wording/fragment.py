"""A card as a piece of HTML, escaped, without scripts: the same piece on every screen and page."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Template

from directory.wording import shell
from directory.wording.always import AlwaysLine
from directory.wording.card import Card
from directory.wording.labels import KIND
from directory.wording.messages import is_reviewed, kept_per_language, language, locale
from directory.wording.notice import Notice
from directory.wording.templating import speaking_environment, templates

TEMPLATES = Path(__file__).parent / "templates"
MANY_TEMPLATES = 128
"""So many are remembered: all that there are, in some languages."""


def card_html(card: Card, *, number: int | None = None, chosen: bool = False, asked: str = "") -> str:
    """A card as HTML; `number` is the one of its pin, `chosen` marks the one picked on the map.

    `asked` is what the address of a page of ours ends with, such as "?lang=fr".
    """
    return render("card.html", card=card, number=number, chosen=chosen, kind=KIND, asked=asked)


def notice_html(notice: Notice, *, asked: str = "") -> str:
    """What became of an organisation, as HTML; the address of a page of ours in it ends in `asked`."""
    return render("notice.html", notice=notice, asked=asked)


def always_html(lines: Sequence[AlwaysLine]) -> str:
    """Who always answers, as HTML."""
    return render("always.html", lines=lines)


def foot_html(operator: str, *, asked: str = "") -> str:
    """Who runs the site, or that nobody does yet, and the pages about it, as HTML; their addresses end in `asked`."""
    return render("foot.html", operator=operator, asked=asked, is_reviewed=is_reviewed())


def lead_html(title: str, text: str = "", *, href: str = "", danger: str = "") -> str:
    """The head of a screen: what it is and a sentence about it, to press when it has an address; whom to call in
    danger below it."""
    return render("lead.html", title=title, text=text, href=href, danger=danger)


def speaks_html() -> str:
    """The language that is spoken now and the words of the page around a screen, for the script of that page."""
    return render(
        "speaks.html",
        lang=language(),
        dir=locale().text_direction,
        exit=shell.exit_name(),
        exit_more=shell.exit_more(),
        map=shell.map_name(),
        light=shell.light_offer(),
        screens=shell.screens_name(),
        words=shell.words_of_the_framework(),
    )


def said_html(number: str, rest: str) -> str:
    """The sentence above the results, as a heading."""
    return render("said.html", number=number, rest=rest)


def apart_html(heading: str) -> str:
    """The heading over results that stand apart."""
    return render("apart.html", heading=heading)


def note_html(note: str) -> str:
    """A short remark of ours that may hold what somebody typed."""
    return render("note.html", note=note, kind="hk-remark")


def before_html(note: str) -> str:
    """What to know before reading on, with the numbers in it to press."""
    return render("note.html", note=note, kind="hk-before")


def render(template: str, **values: object) -> str:
    """A template of this room with these values, everything escaped."""
    return _template(template).render(values)


@kept_per_language(maxsize=MANY_TEMPLATES)
def _template(name: str) -> Template:
    return speaking_environment(templates(TEMPLATES)).get_template(name)
