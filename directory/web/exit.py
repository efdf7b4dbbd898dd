"""The exit of a light page: for now the plain link that every exit has to be in the first place."""

from dataclasses import dataclass

from markupsafe import Markup

NEUTRAL_SITE = "https://www.meteo.be/nl"


@dataclass(frozen=True, slots=True)
class ExitParts:
    """What a page needs for its exit: something in its head, the first thing of its body, a script to allow."""

    head_html: Markup
    body_html: Markup
    script_hash: str


def exit_parts(depth: int) -> ExitParts:  # noqa: ARG001
    """The exit of a page that lies so many of our own pages after the one by which the visitor came in."""
    link = Markup('<a href="{}" rel="noreferrer" class="exit">Verlaat deze site</a>').format(NEUTRAL_SITE)
    return ExitParts(head_html=Markup(), body_html=link, script_hash="")
