"""A sheet read back, as a printer, a screen reader and a telephone read it."""

import io
from typing import Any

from pypdf import PdfReader
from pypdfium2 import PdfDocument
from zxingcpp import read_barcodes

DOTS_PER_POINT = 3
"""216 dots an inch: less than any printer."""


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def pages(pdf: bytes) -> list[str]:
    """The text of each page, without the places where a long word may break."""
    return [_bare(page.extract_text()) for page in reader(pdf).pages]


def text(pdf: bytes) -> str:
    """The text of all pages, every run of white space as one space."""
    return " ".join(" ".join(pages(pdf)).split())


def letters(pdf: bytes) -> str:
    """The text of all pages without any white space: where lines end does not matter."""
    return "".join(text(pdf).split())


def metadata(pdf: bytes) -> str:
    """All that a program reads of the file without opening its pages."""
    read = reader(pdf)
    return f"{read.metadata} {read.trailer['/Root']['/Metadata'].get_data().decode()}"


def links(pdf: bytes) -> set[str]:
    """Where something on a page leads."""
    annotations = [a.get_object() for page in reader(pdf).pages for a in page.get("/Annots", [])]
    return {str(a["/A"]["/URI"]) for a in annotations if "/URI" in a.get("/A", {})}


def codes(pdf: bytes) -> set[str]:
    """What the QR codes on the drawn pages say."""
    drawn = [page.render(scale=DOTS_PER_POINT).to_pil() for page in PdfDocument(pdf)]
    return {code.text for image in drawn for code in read_barcodes(image)}


def languages(pdf: bytes) -> set[str]:
    """Every language that the document or a part of its structure says it is in."""
    root = reader(pdf).trailer["/Root"]
    return {str(root["/Lang"]), *_languages_below(root["/StructTreeRoot"])}


def tags(pdf: bytes) -> list[str]:
    """The kinds of elements in reading order: /H1, /P, /Link, /Figure."""
    return _tags_below(reader(pdf).trailer["/Root"]["/StructTreeRoot"])


def _tags_below(element: Any) -> list[str]:
    own = [str(element["/S"])] if "/S" in element else []
    return own + [tag for child in children(element) for tag in _tags_below(child)]


def _languages_below(element: Any) -> set[str]:
    own = {str(element["/Lang"])} if "/Lang" in element else set()
    return own.union(*(_languages_below(child) for child in children(element)))


def children(element: Any) -> list[Any]:
    """The elements right below one, in reading order."""
    found = element.get("/K", [])
    found = found.get_object() if hasattr(found, "get_object") else found
    several = found if isinstance(found, list) else [found]
    opened = [child.get_object() if hasattr(child, "get_object") else child for child in several]
    return [child for child in opened if isinstance(child, dict)]


def _bare(text: str) -> str:
    return text.replace("\N{ZERO WIDTH SPACE}", "").replace("\N{NO-BREAK SPACE}", " ")


def rightmost_ink(pdf: bytes) -> float:
    """How far to the right anything is drawn on any page, in points."""
    found = 0.0
    for page in PdfDocument(pdf):
        image = page.render(scale=1).to_pil().convert("L").point(lambda grey: 255 if grey < 200 else 0)
        box = image.getbbox()
        found = max(found, box[2] if box else 0)
    return found


def reach(pdf: bytes, words: str) -> tuple[float, float]:
    """From where to where on the first page these words stand, in points from its left side."""
    page = PdfDocument(pdf)[0].get_textpage()
    found = page.search(words, match_case=True).get_next()
    assert found, words
    boxes = [page.get_charbox(found[0] + n) for n in range(found[1])]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def inked(pdf: bytes, across: float) -> bool:
    """Whether anything is drawn on the last quarter of the first page, so many points from its left side."""
    image = PdfDocument(pdf)[0].render(scale=DOTS_PER_POINT).to_pil().convert("L")
    x, height = round(across * DOTS_PER_POINT), image.height
    low, _ = image.crop((x - 2, round(height * 0.75), x + 3, height)).getextrema()
    return bool(low < 230)
