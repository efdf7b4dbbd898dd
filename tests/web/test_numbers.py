"""Every number that a page names can be pressed: where it is named, or beside the name that it is a part of."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from directory import settings
from directory.finding.find import every_result
from directory.finding.query import Query
from directory.model.channel import Kind
from directory.store import shelf
from directory.wording import labels
from directory.wording.always import always_lines
from directory.wording.card_builder import card
from directory.wording.fragment import always_html, before_html, card_html, notice_html
from directory.wording.notice import notice
from directory.wording.written import written
from tests.examples import MONDAY_EVENING
from tests.web.light import client

LEADING = {"a", "button", "style", "script", "title", "option"}
"""What is pressed leads to the number, or is it; the others are for no eye."""
NAMES = {"h1", "h2", "h3", "summary", "label"}
"""Where a number is a part of a name; and in these classes, of the name of an organisation or a door."""
OF_NAMES = {"hk-of", "why", "hk-why", "where", "hk-door", "sources", "hk-sources", "said", "hk-said"}
VOID = {"br", "input", "link", "meta", "path", "use"}


class Named(HTMLParser):
    """The numbers of a page: those to press, those in names, and those that stand loose in its text."""

    def __init__(self, html: str, numbers: re.Pattern[str]) -> None:
        super().__init__()
        self._numbers = numbers
        self._inside: list[tuple[str, str]] = []
        self.pressed: set[str] = set()
        self.in_names: set[str] = set()
        self.loose: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._inside.append((tag, given.get("class", "")))
        if tag == "a" and given.get("href", "").startswith("tel:"):
            self.pressed.add(given["href"].removeprefix("tel:"))

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self._inside and self._inside.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self._inside}
        if tags & LEADING:
            return
        classes = {name for _, names in self._inside for name in names.split()}
        is_name = tags & NAMES or classes & OF_NAMES or self._inside[-1:] == [("small", "")]
        (self.in_names if is_name else self.loose).update(self._numbers.findall(data))


@pytest.fixture(scope="module")
def catalogue():
    return shelf.catalogue(settings.data_folder())


@pytest.fixture(scope="module")
def numbers(catalogue) -> re.Pattern[str]:
    """The numbers of the catalogue as people write them; not a part of an address or of a longer number."""
    values = {c.value for s in catalogue.services for c in s.channels if c.kind is Kind.PHONE}
    written_so = values | {labels.phone(value) for value in values}
    longest_first = sorted(map(re.escape, written_so), key=len, reverse=True)
    return re.compile(rf"(?<![\w@./+-])(?:{'|'.join(longest_first)})(?![\w@]|[./]\w)")


def faults(html: str, numbers: re.Pattern[str]) -> set[str]:
    seen = Named(html, numbers)
    pressed = {digits(value) for value in seen.pressed}
    return seen.loose | {named for named in seen.in_names if digits(named) not in pressed}


def digits(number: str) -> str:
    """A number as it is dialled in Belgium."""
    return re.sub(r"\D", "", number.replace("+32", "0"))


def light_pages(catalogue) -> Iterator[tuple[str, str]]:
    asking = client()
    for path in ("/licht", "/licht/altijd", "/privacy", "/licht/sporen", "/licht/over", "/licht/toegankelijk"):
        yield path, asking.get(path).text
    yield "/licht/zo-niet", asking.get("/licht/zo-niet").text
    for words in ("geweld", "zelfmoord", "pasop", "1712", "\N{SLIGHTLY SMILING FACE}"):
        yield words, asking.post("/licht", data={"woorden": words}).text
    for service in catalogue.services:
        yield service.id, asking.post("/licht/dienst", data={"dienst": service.id}).text
    for organisation in catalogue.organisations:
        yield organisation.id, asking.post("/licht/organisatie", data={"organisatie": organisation.id}).text


def test_on_every_light_page_each_number_can_be_pressed(catalogue, numbers, monkeypatch):
    monkeypatch.setenv("HULPKAART_NOW", "2026-11-23T20:00")
    wrong = {name: found for name, html in light_pages(catalogue) if (found := faults(html, numbers))}
    assert wrong == {}


def test_on_every_card_and_note_of_the_screens_each_number_can_be_pressed(catalogue, numbers):
    always = always_lines(catalogue, MONDAY_EVENING)
    pieces = {"always": always_html(always), "nothing is known": always_html(())}
    for theme in catalogue.vocabulary.themes:
        if theme.content_note:
            pieces[theme.id] = before_html(written(theme.content_note))
    for organisation in catalogue.organisations:
        pieces[organisation.id] = notice_html(notice(catalogue, organisation))
    for result in every_result(catalogue, Query(), MONDAY_EVENING):
        pieces[f"card {result.service.id}"] = card_html(card(catalogue, result, Query(), MONDAY_EVENING))
    wrong = {name: found for name, html in pieces.items() if (found := faults(html, numbers))}
    assert wrong == {}


def test_who_is_in_danger_can_press_both_numbers(catalogue, numbers):
    lines = always_lines(catalogue, MONDAY_EVENING)
    assert {"112", "101"} <= Named(always_html(lines), numbers).pressed
    assert "112" in Named(always_html(()), numbers).pressed
    for path in ("/licht", "/licht/altijd", "/licht/over"):
        html = client().get(path).text
        danger = re.search(r'<p class="danger">.*?</p>', html)
        assert danger, path
        assert re.findall(r'href="tel:(\d+)"', danger[0]) == ["112", "101"]
