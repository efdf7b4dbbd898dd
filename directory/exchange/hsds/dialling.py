"""Numbers of a telephone as people write them: what one dials, and what stands in the way of knowing it.

A number that may be wrong is none: who calls a stranger instead may not try again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import phonenumbers
from phonenumbers import Leniency, PhoneNumber, PhoneNumberFormat, PhoneNumberMatch, PhoneNumberMatcher

from directory.store.checks.contacts import undiallable
from directory.store.problems import quoted

Told = tuple[str, str]
"""What is wrong and how to mend it."""

_SHORT_CODE = re.compile("[0-9]{3,6}")
_LABEL = re.compile(r"\b(?:ext(?:ension)?|toestel|tel(?:efoon)?|phone|gsm)(?![^\W\d_])", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:or|of|ou|and|en|et)\b", re.IGNORECASE)
_MORE = re.compile(r"[^\W\d_]{2,}|\d")
_STRANGE = re.compile(r"[^\W_]*(?:\d[^\W\d_]|[^\W\d_]\d)[^\W_]*|(?<=\d)[ ./-][^\W\d_](?![^\W_]|\.)")
"""Digits and letters in one word, as in 1x, 5O and 0a9, or one letter where the next digit would stand."""
_EXTENSION = re.compile(r"\D*\d+\D*$")
_HANGS_TOGETHER = re.compile("[ ./-]{0,3}")
_DATE = re.compile(r"(?<!\d)(?:(\d{4})([/.-])(\d\d?)\2(\d\d?)|(\d\d?)([/.-])(\d\d?)\6(\d{4}))(?![/.-]?\d)")
_ALL_DIGITS = "Write all its digits and nothing else, as its own page gives them."


@dataclass(frozen=True, slots=True)
class Dialled:
    """What one dials by a text: numbers as +32…, short codes as they are; or why nothing can be taken from it."""

    numbers: tuple[str, ...] = ()
    fault: Told | None = None
    beside: tuple[Told, ...] = ()
    """What stands beside the numbers and is left out."""


def dialled(text: str, region: str) -> Dialled:
    """The numbers in a text; `region` is the country of those that name none, such as BE.

    All of them are clear, or none is taken: who reads on may take the wrong one for the right one.
    """
    text = text.strip().strip('"').strip()
    if _SHORT_CODE.fullmatch(text):
        return Dialled((text,))
    if day := _day(text):
        mend = "Write the number here, or say what the column is."
        return Dialled(fault=(f"{quoted(day)} is a date and no number of a telephone.", mend))
    matches = list(PhoneNumberMatcher(text, region, Leniency.POSSIBLE))
    if letter := _letter_inside(text, matches):
        what = f"There is a letter in the number {quoted(text)}: {quoted(letter)}."
        return Dialled(fault=(what, _ALL_DIGITS))
    numbers = [match.number for match in matches] or _without_letters(text, region)
    if not numbers:
        return Dialled(fault=(f"{quoted(text)} is no number of a telephone.", "Write it as +32… or as a short code."))
    if why := next(filter(None, map(undiallable, numbers)), None):
        return Dialled(fault=(f"{quoted(text)} is not a phone number we can dial: {why}.", _ALL_DIGITS))
    written = dict.fromkeys(phonenumbers.format_number(number, PhoneNumberFormat.E164) for number in numbers)
    return Dialled(tuple(written), beside=tuple(_beside(text, matches)))


def _day(text: str) -> str | None:
    """What can only be a day of the calendar."""
    for read in _DATE.finditer(text):
        year, one, other = (int(read[n]) for n in ((1, 3, 4) if read[1] else (8, 5, 7)))
        if _is_day(year, one, other) or _is_day(year, other, one):
            return read[0]
    return None


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _letter_inside(text: str, matches: list[PhoneNumberMatch]) -> str | None:
    """The first letter that stands where a digit should; None when there is none."""
    plain = _LABEL.sub(_blank, text)
    for match in matches:
        inside = _EXTENSION.sub(_blank, match.raw_string) if match.number.extension else match.raw_string
        plain = plain[: match.start] + inside + plain[match.end :]
    digits, letters = (sum(map(kind, plain)) for kind in (str.isdigit, str.isalpha))
    for word in _STRANGE.finditer(plain):
        # Where no number is recognised, words with a figure between them are words.
        inside_one = any(_hang_together(plain, word, match) for match in matches) if matches else digits > letters
        if inside_one:
            return next(sign for sign in word[0] if sign.isalpha())
    return None


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _hang_together(text: str, word: re.Match[str], match: PhoneNumberMatch) -> bool:
    """True when nothing but the signs of a number stands between a word and a number."""
    first, second = sorted([word.span(), (match.start, match.end)])
    return _HANGS_TOGETHER.fullmatch(text[first[1] : second[0]]) is not None


def _without_letters(text: str, region: str) -> list[PhoneNumber]:
    """The number that a text is as a whole. With letters it is none: they would be read as the keys they stand on."""
    if any(map(str.isalpha, _LABEL.sub(_blank, text))):
        return []
    try:
        return [phonenumbers.parse(text, region)]
    except phonenumbers.NumberParseException:
        return []


def _beside(text: str, matches: list[PhoneNumberMatch]) -> Iterator[Told]:
    rest = text
    for match in matches:
        rest = rest.replace(match.raw_string, " ", 1)
        if match.number.extension:
            number = phonenumbers.format_number(match.number, PhoneNumberFormat.E164)
            told = f"The extension {match.number.extension} of {number} was left out."
            yield told, "Say in a note what to ask for."
    if matches and _MORE.search(_JOINS.sub(" ", _LABEL.sub(" ", rest))):
        yield f"There is more beside the number: {quoted(text)}.", "Put what matters of it in a note."
