"""Pages as PDF, made here: no browser, no other host, no fonts but our own and those that come with Typst."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal

from directory.exchange.handover import Handover
from directory.exchange.sheet.content import Content, card_content, form_content, in_script, sheet_content

# Typst itself is imported where it is used: most who come here want no paper.
if TYPE_CHECKING:
    import typst

FOLDER = Path(__file__).parent
SHEET_NAME = "contactgegevens.pdf"
CARD_NAME = "adressen.pdf"
"""Names of files tell nothing either: they stay behind in a list of downloads."""
ACCESSIBLE: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): tagged, titled, with its languages, each sign with its letter."""

_one_at_a_time = Lock()


def sheet_pdf(handover: Handover, *, form: bool = False) -> bytes:
    """The worker's sheet as PDF; with `form` an empty referral form as its last page."""
    empty = form_content(handover) if form else None
    return _pdf("sheet.typ", sheet_content(handover) | {"form": empty}, handover)


def card_pdf(handover: Handover) -> bytes:
    """The client's card as PDF, to fold twice; nothing in it tells what it is about."""
    return _pdf("card.typ", card_content(handover), handover)


def _pdf(template: str, content: Content, handover: Handover) -> bytes:
    import typst  # noqa: PLC0415

    inputs = {"content": json.dumps(content), **in_script(handover.language)}
    with _one_at_a_time:
        try:
            return _compiled(template, inputs, handover.moment, ACCESSIBLE)
        except typst.TypstError as error:
            # A sign that no font has (Chinese, a rare emoji) breaks the promise of PDF/UA, not the sheet.
            if "could not be displayed" not in error.message:
                raise
            return _compiled(template, inputs, handover.moment, None)


def _compiled(template: str, inputs: dict[str, str], moment: datetime, standard: Literal["ua-1"] | None) -> bytes:
    made = _compiler().compile(
        FOLDER / template, format="pdf", sys_inputs=inputs, pdf_standards=standard, timestamp=int(moment.timestamp())
    )
    if not isinstance(made, bytes):
        raise TypeError("Typst gave no single document")
    return made


@cache
def _compiler() -> "typst.Compiler":
    import typst  # noqa: PLC0415

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[FOLDER / "font"])
    return typst.Compiler(root=FOLDER, font_paths=fonts, ignore_system_fonts=True)
