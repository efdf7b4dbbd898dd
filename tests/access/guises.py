"""In what guise somebody meets a page: in which language, how wide, light or dark."""

import os
from dataclasses import dataclass
from itertools import product

from playwright.sync_api import Page

from tests.browser.visit import DESKTOP, PHONE

LANGUAGES = ("nl",)
SIZES = (PHONE, DESKTOP)
SCHEMES = (False, True)
EVERY_GUISE = os.environ.get("HULPKAART_EVERY_GUISE") == "1"
"""Each state in each guise, and not in one of them only: four times as long."""
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


def guises_of(number: int) -> tuple[Guise, ...]:
    """Those in which the state of this number along a walk is looked at; four states meet all of them."""
    return GUISES if EVERY_GUISE else (GUISES[number % len(GUISES)],)
