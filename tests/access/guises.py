"""In what guise somebody meets a page: in which language, how wide, light or dark."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from playwright.sync_api import Page

from tests.browser.visit import DESKTOP, PHONE

LANGUAGES = {"nl": "nl-BE", "fr": "fr-BE", "en": "en-GB"}
"""Each language with what the browser of a visitor says of it."""
SIZES = (PHONE, DESKTOP)
SCHEMES = (False, True)
EVERY_GUISE = os.environ.get("HULPKAART_EVERY_GUISE") == "1"
"""Each state in each guise, and not in one of them only: twelve times as long."""
ONE_LANGUAGE = tuple(LANGUAGES) if EVERY_GUISE else ("fr",)
"""For what goes the same way in every language: not the one that the other tests speak."""
AT_REST = """() => Promise.all(document.getAnimations().map(each => each.finished.catch(() => null)))
    .then(() => new Promise(requestAnimationFrame))"""


@dataclass(frozen=True, slots=True)
class Guise:
    """The size of the window and the scheme of the visitor; the language is that of the whole visit."""

    size: dict[str, int]
    dark: bool

    def __str__(self) -> str:
        return f"{self.size['width']} px, {'dark' if self.dark else 'light'}"

    def put_on(self, page: Page) -> None:
        """Change an open page into this guise, and wait until it has changed."""
        page.set_viewport_size({"width": self.size["width"], "height": self.size["height"]})
        page.emulate_media(color_scheme="dark" if self.dark else "light")
        page.evaluate(AT_REST)


GUISES = tuple(Guise(size, dark) for size, dark in product(SIZES, SCHEMES))


Met = TypeVar("Met")


def in_turn(met: Sequence[Met]) -> list[tuple[Met, str]]:
    """Each of these with a language; the languages take turns, so that the sizes and schemes meet all of them."""
    codes = list(LANGUAGES)
    if EVERY_GUISE:
        return list(product(met, codes))
    return [(each, codes[number % len(codes)]) for number, each in enumerate(met)]


def guises_of(number: int) -> tuple[Guise, ...]:
    """Those in which the state of this number along a walk is looked at; four states meet all of them."""
    return GUISES if EVERY_GUISE else (GUISES[number % len(GUISES)],)
