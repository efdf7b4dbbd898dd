"""What stands on each page, as plain data for the templates beside this file: they only lay it out."""

import re
from dataclasses import asdict
from typing import Any

from directory.exchange.handover import Entry, Handover, Way, plain, readable
from directory.exchange.neutral import NeutralEntry, neutral
from directory.exchange.sheet.qr import qr_svg
from directory.model.text import Language
from directory.wording.card import CardSource
from directory.wording.printed import Printed, Said
from directory.wording.printed_form import PRINTED_FORM

MOST_WAYS = 8
MOST_SOURCES = 5
MOST_PLACES = 4
MOST_CODES = 2
"""So many QR codes stand beside one service."""
LONGEST_CODE = 200
"""A longer address makes a code that a telephone cannot read from paper."""
LONGEST_WORD = 34
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD},}}")
_POSTCODE = re.compile(r"\b(\d{4}) (?=[^\W\d])")
_PIECE = re.compile(r".{1,16}?(?=[/?&#.@_-])|.{1,16}")

Content = dict[str, Any]


def sheet_content(handover: Handover) -> Content:
    """The worker's sheet: all that the cards say, and the worker's notes."""
    words = handover.words
    return {
        "title": words.contacts,
        "dated": handover.dated,
        "may_change": handover.caution,
        "page": words.page,
        "entries": [_entry(entry, words) for entry in handover.entries],
    }


def card_content(handover: Handover) -> Content:
    """The client's card: only how to reach somebody."""
    words = handover.words
    return {
        "title": words.addresses,
        "dated": handover.dated,
        "may_change": handover.caution,
        "entries": [_neutral(entry, words) for entry in neutral(handover)],
    }


def form_content(handover: Handover, *, for_client: bool) -> Content:
    """The empty referral form, with the names (for a client the labels) of who it goes to."""
    named = [n.label for n in neutral(handover)] if for_client else [e.card.title for e in handover.entries]
    return asdict(PRINTED_FORM[handover.words.language]) | {"receivers": [breakable(name) for name in named]}


def breakable(text: str) -> str:
    """A text on paper: a postcode stays with its town, a very long word gets places to break."""
    together = _POSTCODE.sub("\\1\N{NO-BREAK SPACE}", plain(text))
    return _LONG_WORD.sub(lambda word: "\N{ZERO WIDTH SPACE}".join(_PIECE.findall(word[0])), together)


def _entry(entry: Entry, words: Printed) -> Content:
    card = entry.card
    return {
        "name": breakable(card.title),
        "by": breakable(words.by.format(name=card.organisation_name)) if card.organisation_name else None,
        "description": _said(entry.description),
        "alerts": [_dutch(note) for note in card.notes],
        "ways": [_way(way) for way in entry.ways[:MOST_WAYS]],
        "more_ways": _more(words.more_ways, len(entry.ways) - MOST_WAYS),
        "codes": _codes(entry),
        "rows": [row for row in _rows(entry, words) if row["texts"]],
        "note": {"name": words.note, "text": breakable(entry.choice.note)} if entry.choice.note else None,
        "doubts": [_dutch(text) for text in (card.not_known, card.known_since) if text],
        "sources": _sources(card.sources, words),
    }


def _way(way: Way) -> Content:
    small = [way.hours, *([way.cost] if way.cost else [])]
    return {
        "how": way.how,
        "text": breakable(way.text),
        "href": way.href,
        "small": breakable(" · ".join(small)),
        "notes": _dutch(" ".join(way.notes)) if way.notes else None,
    }


def _rows(entry: Entry, words: Printed) -> list[Content]:
    """What is told beside the ways, each under its word; those without a text are left out by who asks."""
    card = entry.card
    places = [*entry.other_places[:MOST_PLACES], *_listed_more(entry.other_places, words)]
    site = [Said(readable(entry.site), words.language)] if entry.site else []
    return [
        _row(words.site, site, href=entry.site),
        _row(words.more_places.format(count=len(entry.other_places)), [Said(place) for place in places], apart="; "),
        _row(words.for_whom, [Said(card.people)] if card.for_whom else []),
        _row(words.about, entry.themes),
        _row(words.good_to_know, [Said(fact) for fact in card.facts]),
        _row(words.first_step, [entry.first_step] if entry.first_step else []),
        _row(words.who_answers, [Said(card.who_answers)] if card.who_answers else []),
        _row(words.tells_others, [Said(card.tells_others)] if card.tells_others else []),
    ]


def _row(name: str, texts: list[Said] | tuple[Said, ...], *, apart: str = " · ", href: str | None = None) -> Content:
    return {"name": name, "texts": [_said(text) for text in texts], "apart": apart, "href": href}


def _listed_more(places: tuple[str, ...], words: Printed) -> list[str]:
    more = _more(words.more_sources, len(places) - MOST_PLACES)
    return [more] if more else []


def _codes(entry: Entry) -> list[Content]:
    """QR codes of the first web addresses."""
    return _first_codes([*(way.href for way in entry.ways), entry.site], MOST_CODES)


def _first_codes(addresses: list[str | None], most: int) -> list[Content]:
    pages = [address for address in dict.fromkeys(addresses) if address and _is_page(address)]
    return [{"svg": qr_svg(p), "address": breakable(readable(p)), "href": p} for p in pages[:most]]


def _is_page(href: str) -> bool:
    return href.startswith(("https://", "http://")) and len(href) <= LONGEST_CODE


def _sources(sources: tuple[CardSource, ...], words: Printed) -> Content:
    shown = [f"{source.name} ({source.dated})" for source in sources[:MOST_SOURCES]]
    more = _more(words.more_sources, len(sources) - MOST_SOURCES)
    return {"name": words.sources, "text": breakable("; ".join([*shown, *([more] if more else [])]))}


def _more(sentence: str, count: int) -> str | None:
    return sentence.format(count=count) if count > 0 else None


def _neutral(entry: NeutralEntry, words: Printed) -> Content:
    ways = [(w.how, w.text, w.href, w.hours) for w in entry.ways]
    if entry.site:
        ways.append((words.site, readable(entry.site), entry.site, ""))
    return {
        "name": breakable(entry.label),
        "ways": [{"how": how, "text": breakable(t), "href": href, "small": h} for how, t, href, h in ways],
        "codes": _first_codes([*(w.href for w in entry.ways), entry.site], 1),
        "nothing": words.ask_giver,
    }


def _said(said: Said) -> Content:
    return {"text": breakable(said.text), "lang": said.language.value}


def _dutch(text: str) -> Content:
    return {"text": breakable(text), "lang": Language.NL.value}
