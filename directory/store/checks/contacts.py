"""Numbers, e-mail addresses and pages: can somebody really reach a service by them?"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

import phonenumbers
from phonenumbers import PhoneNumberFormat, ValidationResult

from directory.model.channel import Channel, Kind, Mode
from directory.store.problems import Problem, quoted
from directory.store.reading import Entry, Reading
from directory.web_address import host_fault

# Belgian short numbers (BIPT numbering plan, Royal Decree of 27 April 2007): 1xx for emergencies and help
# lines (100, 112, 106), 1xxx for services (1712, 1813), 116xxx harmonised in Europe (116000).
_SHORT_NUMBER = re.compile(r"1\d{2}|1\d{3}|116\d{3}")
_SHORT_SMS_NUMBER = re.compile(r"\d{4}")
# Deliberately plainer than RFC 5322: what a mail program of today accepts from somebody who types it.
_EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_HOST = re.compile(r"([^\W_]([\w-]*[^\W_])?\.)+[^\W\d_]{2,}|([a-z0-9-]+\.)+xn--[a-z0-9-]+")
_PAGES = (Kind.CHAT, Kind.WEB_FORM, Kind.FORUM, Kind.VIDEO)

_BELGIUM = 32
_MOBILE_DIGITS = 10
"""With the zero in front, as people write and count them: 0478 12 34 56."""

_WRONG_LENGTH = {
    ValidationResult.TOO_SHORT: "too few",
    ValidationResult.TOO_LONG: "too many",
    ValidationResult.INVALID_LENGTH: "too many or too few",
}


def channel_values(reading: Reading) -> Iterator[Problem]:
    """Every channel can be reached by its value."""
    for channel in reading.channels:
        kind, value = channel.record.kind, channel.record.value
        if kind in (Kind.PHONE, Kind.SMS, Kind.WHATSAPP):
            yield from _number(channel)
        elif kind is Kind.EMAIL:
            yield from _email(channel)
        elif kind in _PAGES or "://" in value or value.startswith("www."):
            yield from _page(channel)
        elif "@" in value:
            yield from _email(channel)
        elif kind.mode is Mode.IN_PERSON:
            yield from _number(channel)


def _number(channel: Entry[Channel]) -> Iterator[Problem]:
    kind, value = channel.record.kind, channel.record.value
    if _is_short(kind, value):
        return
    if kind is Kind.WHATSAPP and re.fullmatch("https://wa[.]me/[0-9]{6,15}", value):
        return
    try:
        number = phonenumbers.parse(value, "BE")
    except phonenumbers.NumberParseException:
        mend = "Write it as +32 and the digits, as the source gives it."
        yield channel.must_mend("value", f"{quoted(value)} is not a phone number.", mend)
        return
    if why := undiallable(number):
        what = f"{quoted(value)} is not a phone number we can dial: {why}."
        yield channel.must_mend("value", what, "Write it as +32 and the digits, as the source gives it.")
        return
    written = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if value != written:
        what = f"{quoted(value)} is not in the form we keep."
        yield channel.must_mend("value", what, f'Write "{written}".')


def _is_short(kind: Kind, value: str) -> bool:
    form = _SHORT_SMS_NUMBER if kind is Kind.SMS else _SHORT_NUMBER
    return kind is not Kind.WHATSAPP and bool(form.fullmatch(value))


def undiallable(number: phonenumbers.PhoneNumber) -> str | None:
    """Why a number leads to nobody in its country, as the end of a sentence; None when it can be dialled."""
    if phonenumbers.is_valid_number(number):
        return None
    digits = phonenumbers.national_significant_number(number)
    if number.country_code == _BELGIUM and digits.startswith("4") and len(digits) != _MOBILE_DIGITS - 1:
        return f"{len(digits) + 1} digits where a Belgian mobile number has {_MOBILE_DIGITS}"
    verdict = _WRONG_LENGTH.get(phonenumbers.is_possible_number_with_reason(number))
    if verdict is None:
        return "no operator gives out such a number"
    return f"{len(digits)} digits after +{number.country_code} are {verdict}"


def _email(channel: Entry[Channel]) -> Iterator[Problem]:
    value = channel.record.value
    if _EMAIL.fullmatch(value):
        return
    if "://" in value:
        mend = "Make its kind web_form, or give the address itself."
        yield channel.must_mend("value", f"{quoted(value)} is a page and not an e-mail address.", mend)
        return
    mend = "Write it as name@organisation.be, without spaces."
    yield channel.must_mend("value", f"{quoted(value)} is not an e-mail address.", mend)


def _page(channel: Entry[Channel]) -> Iterator[Problem]:
    value = channel.record.value
    if fault := address_fault(value):
        what = f"{quoted(value)} is not the address of a page: {fault[0]}."
        yield channel.must_mend("value", what, fault[1])


def websites(reading: Reading) -> Iterator[Problem]:
    """Every website of an organisation is an https address."""
    for organisation in reading.organisations:
        website = organisation.record.website
        if website and (fault := address_fault(website)):
            what = f"{quoted(website)} is not a website we can send people to: {fault[0]}."
            yield organisation.must_mend("website", what, fault[1])


def address_fault(url: str) -> tuple[str, str] | None:
    """What is wrong with the address of a page and how to mend it; None when nothing is."""
    if fault := host_fault(url):
        return fault
    what = _other_fault(url)
    return (what, "Write it whole, from https:// on.") if what else None


def _other_fault(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removesuffix(".")  # a name may end in the dot of the root
        parts.port  # noqa: B018 - reading it is how urlsplit refuses a port that is none
    except ValueError:
        return "it cannot be read"
    if parts.scheme not in ("http", "https"):
        return "it does not begin with https://"
    if "@" in parts.netloc or "\\" in parts.netloc:
        return "it has something before the name of the site"
    if letter := next((c for c in host if not c.isascii() and "LATIN" not in unicodedata.name(c, "")), None):
        return f"it holds {quoted(letter)}, which may look like another letter: write such a name as xn--…"
    if re.search(r"\s", url) or not _HOST.fullmatch(host):
        return "it names no host"
    return "it is http, which others can read along" if parts.scheme == "http" else None


def repeated_channels(reading: Reading) -> Iterator[Problem]:
    """One way to reach a service is told once. Places that are not known yet may be different ones."""
    for service in reading.services:
        first: dict[tuple[Kind, str, str | None], str] = {}
        for channel in service.each("channels", service.record.channels):
            record = channel.record
            if record.mode is Mode.IN_PERSON and record.location is None:
                continue
            other = first.setdefault((record.kind, record.value, record.location), record.id)
            if other != record.id:
                what = f'It has the kind and the value of channel "{other}".'
                yield channel.warning("value", what, "Join the two, with all their hours and sources.")
