"""Answers made small for who accepts that: brotli first, else gzip."""

import gzip

import brotli

# Higher levels win a few per cent and cost many times the time; a page is made anew for each visitor.
BROTLI_LEVEL = 5
GZIP_LEVEL = 6


def compressed(content: bytes, accepted: str) -> tuple[bytes, str | None]:
    """The content in the best coding that an Accept-Encoding allows, and that coding (None: as it is)."""
    if accepts("br", accepted):
        return brotli.compress(content, mode=brotli.MODE_TEXT, quality=BROTLI_LEVEL), "br"
    if accepts("gzip", accepted):
        return gzip.compress(content, GZIP_LEVEL, mtime=0), "gzip"
    return content, None


def accepts(coding: str, accepted: str) -> bool:
    """RFC 9110, section 12.5.3: a coding is acceptable when it, or else `*`, has a weight other than nought."""
    weights = {}
    for part in accepted.split(","):
        name, _, weight = part.replace(" ", "").lower().partition(";q=")
        weights[name] = weight.rstrip("0").rstrip(".") not in ("", "0") if weight else True
    return weights.get(coding, weights.get("*", False))
