"""A card as a piece of HTML, escaped, without scripts: the same piece on every screen and page."""

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from directory.wording.always import AlwaysLine
from directory.wording.card import Card
from directory.wording.labels import KIND
from directory.wording.notice import Notice


def card_html(card: Card, *, number: int | None = None, chosen: bool = False) -> str:
    """A card as HTML; `number` is the one of its pin, `chosen` marks the one picked on the map."""
    return render("card.html", card=card, number=number, chosen=chosen, kind=KIND)


def notice_html(notice: Notice) -> str:
    """What became of an organisation, as HTML."""
    return render("notice.html", notice=notice)


def always_html(lines: Sequence[AlwaysLine]) -> str:
    """Who always answers, as HTML."""
    return render("always.html", lines=lines)


def foot_html(operator: str) -> str:
    """Who runs the site, or that nobody does yet, and the pages about it, as HTML."""
    return render("foot.html", operator=operator)


def said_html(number: str, rest: str) -> str:
    """The sentence above the results, as a heading."""
    return render("said.html", number=number, rest=rest)


def note_html(note: str) -> str:
    """A short remark of ours that may hold what somebody typed."""
    return render("note.html", note=note)


def render(template: str, **values: object) -> str:
    """A template of this room with these values, everything escaped."""
    return _template(template).render(values)


@cache
def _template(name: str) -> Template:
    loader = PackageLoader("directory.wording")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name)
