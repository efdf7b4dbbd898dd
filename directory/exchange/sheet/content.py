"""What stands on each page, as plain data for the templates beside this file: they only lay it out."""

import re
from dataclasses import asdict
from typing import Any

from directory.exchange.handover import Entry, Handover, Way, in_its_language, plain, readable
from directory.exchange.neutral import NeutralEntry, neutral
from directory.exchange.sheet.qr import qr_svg
from directory.wording import printed
from directory.wording.admission import admission, not_said
from directory.wording.card import CardSource
from directory.wording.messages import _, locale_of, ngettext
from directory.wording.printed_form import referral_form
from directory.wording.written import foreign, language_of

MOST_WAYS = 8
MOST_SOURCES = 3
MOST_PLACES = 3
MOST_CODES = 2
"""So many QR codes stand beside one service."""
LONGEST_CODE = 200
"""A longer address makes a code that a telephone cannot read from paper."""
LONGEST_WORD, LONGEST_ADDRESS = 30, 22
_LONG = re.compile(rf"(?=\S*[@/])\S{{{LONGEST_ADDRESS},}}|\S{{{LONGEST_WORD},}}")
_POSTCODE = re.compile(r"\b(\d{4}) (?=[^\W\d])")
_PIECE = re.compile(r".{1,16}?(?=[/?&#.@_-])|.{1,16}")

Content = dict[str, Any]


@in_its_language
def sheet_content(handover: Handover) -> Content:
    """The worker's sheet: all that the cards say, and the worker's notes."""
    return {
        "title": printed.contacts(),
        "dated": handover.dated,
        "may_change": handover.caution,
        "page": _("{page} van {pages}"),
        "entries": [_entry(entry) for entry in handover.entries],
    }


@in_its_language
def card_content(handover: Handover) -> Content:
    """The client's card: only how to reach somebody."""
    return {
        "title": printed.addresses(),
        "dated": handover.dated,
        "may_change": handover.caution,
        "entries": [_neutral(entry) for entry in neutral(handover)],
    }


@in_its_language
def form_content(handover: Handover) -> Content:
    """The empty referral form, with who it goes to under the names that they have on the sheet."""
    return asdict(referral_form()) | {"receivers": [_name_and_owner(entry) for entry in handover.entries]}


def breakable(text: str) -> str:
    """A text on paper: a postcode stays with its town, a very long word or address gets places to break."""
    together = _POSTCODE.sub("\\1\N{NO-BREAK SPACE}", plain(text))
    return _LONG.sub(lambda word: "\N{ZERO WIDTH SPACE}".join(_PIECE.findall(word[0])), together)


def _entry(entry: Entry) -> Content:
    card, note = entry.card, entry.choice.note
    return {
        **_name_and_owner(entry),
        "description": _said(card.description),
        "alerts": [_said(note) for note in card.notes],
        "ways": [_way(way) for way in entry.ways[:MOST_WAYS]],
        "more_ways": _more_ways(len(entry.ways) - MOST_WAYS),
        "codes": _codes(entry),
        "places": _with_text(_places(entry)),
        "rows": _with_text(_rows(entry)),
        "note": {"name": _("Nota"), "text": breakable(note)} if note else None,
        "doubts": [_said(text) for text in (card.not_known, card.known_since) if text],
        "sources": _sources(card.sources),
    }


def _name_and_owner(entry: Entry) -> Content:
    owner = entry.card.organisation_name
    return {"name": breakable(entry.card.title), "by": breakable(_("van {name}", name=owner)) if owner else None}


def _way(way: Way) -> Content:
    return {
        "how": way.how,
        "text": breakable(way.text),
        "href": way.href,
        "small": [_said(text) for text in (way.hours, way.cost) if text],
        "notes": [_said(note) for note in way.notes],
    }


def _places(entry: Entry) -> list[Content]:
    """Where else one finds them, each under its word."""
    elsewhere = entry.other_places
    more = _more(len(elsewhere) - MOST_PLACES)
    places = [*elsewhere[:MOST_PLACES], *([more] if more else [])]
    several = ngettext("Andere plek ({number})", "Andere plekken ({number})", len(elsewhere))
    return [
        _row(_("Site"), readable(entry.site) if entry.site else None, href=entry.site),
        _row(several, *places, apart="; "),
    ]


def _rows(entry: Entry) -> list[Content]:
    """What is told beside the ways, each under its word."""
    card, referring = entry.card, admission(entry.service)
    return [
        # Translators: a heading; behind it for instance "for 12 to 25 year olds", "parents", "all of Flanders".
        _row(_("Doelgroep"), card.for_whom),
        # Translators: a heading; behind it the themes of a service.
        _row(_("Waarover"), *entry.themes),
        # Translators: a heading; behind it who may refer and what is asked before somebody is taken.
        _row(_("Verwijzen"), *referring, not_said(entry.service)),
        _row(_("Goed om te weten"), *(fact for fact in card.facts if fact not in referring)),
        _row(_("Eerste stap"), card.what_happens),
        _row(_("Wie antwoordt"), card.who_answers),
        # Translators: whether those who answer tell parents, the police or others.
        _row(_("Vertellen ze het door?"), card.tells_others),
    ]


def _with_text(rows: list[Content]) -> list[Content]:
    return [row for row in rows if row["texts"]]


def _row(name: str, *texts: str | None, apart: str = " · ", href: str | None = None) -> Content:
    return {"name": name, "texts": [_said(text) for text in texts if text], "apart": apart, "href": href}


def _codes(entry: Entry) -> list[Content]:
    """QR codes of the first web addresses."""
    return _first_codes([*(way.href for way in entry.ways), entry.site], MOST_CODES)


def _first_codes(addresses: list[str | None], most: int) -> list[Content]:
    pages = [address for address in dict.fromkeys(addresses) if address and _is_page(address)]
    return [{"svg": qr_svg(p), "address": breakable(readable(p)), "href": p} for p in pages[:most]]


def _is_page(href: str) -> bool:
    return href.startswith(("https://", "http://")) and len(href) <= LONGEST_CODE


def _sources(sources: tuple[CardSource, ...]) -> str:
    more = _more(len(sources) - MOST_SOURCES)
    named = [*(f"{source.name} ({source.dated})" for source in sources[:MOST_SOURCES]), *([more] if more else [])]
    return breakable(_("Bronnen: {sources}", sources="; ".join(named)))


def _more(number: int) -> str | None:
    # Translators: at the end of a list of which not all is shown.
    return ngettext("en nog {number}", "en nog {number}", number) if number > 0 else None


def _more_ways(number: int) -> str | None:
    # Translators: more numbers and addresses of a service than fit on the sheet.
    if number <= 0:
        return None
    return ngettext("En nog {number}: kijk op hun site.", "En nog {number}: kijk op hun site.", number)


def _neutral(entry: NeutralEntry) -> Content:
    ways = [(w.how, w.text, w.href, w.told) for w in entry.ways]
    if entry.site:
        ways.append((_("Site"), readable(entry.site), entry.site, ""))
    return {
        "name": breakable(entry.label),
        "cost": entry.cost,
        "ways": [{"how": how, "text": breakable(t), "href": href, "small": told} for how, t, href, told in ways],
        "codes": _first_codes([*(w.href for w in entry.ways), entry.site], 1),
        "nothing": printed.nothing_to_show(),
    }


def _said(text: str) -> Content:
    """A text with the language it is in, and the name of that language for who expects another."""
    return {"text": breakable(text), "foreign": foreign(text), **in_script(language_of(text))}


def in_script(code: str) -> Content:
    """A language as Typst asks for it: its code, and to which side it is written."""
    spoken = locale_of(code)
    return {"lang": spoken.language, "dir": spoken.text_direction}
