"""What may stand on a page in any language as it is: names and addresses of the facts, and words of the calendar."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale
from pydantic import BaseModel

from directory import settings
from directory.store import shelf
from directory.wording.labels import host, phone
from tests.wording.pseudo import CLOSE, OPEN, outside

NAMES = {"name", "names", "street", "municipality", "value", "website", "publisher", "url"}
"""The fields of a record that are the same in every language."""
DAYS = {"ma", "di", "wo", "do", "vr", "za", "zo"}
OURS = {"Hulpkaart", "Chrome", "Firefox", "Samsung Internet", "km", "OpenStreetMap"}


def not_translated(text: str, locale: Locale) -> str:
    """The letters of a text that stand outside of every message and are no fact; empty when all is well."""
    # The short names of the days are one message, of which single words are shown.
    left = outside(re.sub(rf"{OPEN}(ma)\b(?! di)|\b(zo){CLOSE}(?<!za zo{CLOSE})", r"\1\2", text))
    for known in (_facts(), _of_the_calendar(locale)):
        left = known.sub(" ", left)
    return " ".join(re.findall(r"[^\W\d_]{2,}", left))


@cache
def _facts() -> re.Pattern[str]:
    catalogue = shelf.catalogue(settings.data_folder())
    names = {name for organisation in catalogue.organisations for name in _names(organisation)}
    hosts = {host(name) for name in names if name.startswith("http")}
    # Labels in a row are not marked one by one with the language they are in.
    labels = {term.label.nl for term in catalogue.vocabulary.audiences}
    return _any_of(names | hosts | {phone(name) for name in names} | labels | DAYS | OURS)


def _names(record: BaseModel) -> Iterator[str]:
    for field in type(record).model_fields:
        value = getattr(record, field)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from _names(each)
            elif isinstance(each, str) and field in NAMES:
                yield each


@cache
def _of_the_calendar(locale: Locale) -> re.Pattern[str]:
    months = {name for width in ("wide", "abbreviated") for name in locale.months["format"][width].values()}
    patterns = " ".join(part for pattern in locale.list_patterns.values() for part in pattern.values())
    joined = set(re.findall(r"[^\W\d_]{2,}", patterns))
    return _any_of(months | joined | set(locale.languages.values()))


def _any_of(texts: set[str]) -> re.Pattern[str]:
    longest_first = sorted((text for text in texts if text), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(text) for text in longest_first)})(?!\w)", re.IGNORECASE)
