"""Which texts have the form that HSDS asks of a web address, a mail address, a year."""

import re
from functools import lru_cache
from urllib.parse import quote

_URI = re.compile(r"https?://[A-Za-z0-9_.~%!$&'()*+,;=-]+(:[0-9]{1,5})?(/[^?#]*)?(\?[^#]*)?(#[^#]*)?")
_SITE = re.compile(r"^(https?://)([^/?#:@\\\s]*[^\x00-\x7f][^/?#:@\\\s]*)")
_AS_THEY_ARE = "/?:@!$&'()*+,;=-._~%#"
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_EMAIL = re.compile(r"[A-Za-z0-9_+-]+(\.[A-Za-z0-9_+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
_YEAR = re.compile("[1-9][0-9]{3}")


@lru_cache(maxsize=4096)
def as_uri(text: str) -> str | None:
    """A web address as RFC 3986 wants it, with signs of other alphabets escaped; None when it is none."""
    try:
        # In the name of a site no sign may be escaped: the same letters have a spelling of their own there.
        plain = _SITE.sub(lambda site: site[1] + site[2].encode("idna").decode(), text)
    except UnicodeError:
        return None
    escaped = _LONE_PERCENT.sub("%25", quote(plain, safe=_AS_THEY_ARE))
    return escaped if _URI.fullmatch(escaped) else None


@lru_cache(maxsize=4096)
def is_email(text: str) -> bool:
    """True for a plain mail address."""
    return _EMAIL.fullmatch(text) is not None


def as_year(text: str | None) -> int | None:
    """A year that is written as one; None for "rond 1990" and for what would not come back the same."""
    return int(text) if text and _YEAR.fullmatch(text) else None
