"""Codes of languages: which of them mean one."""

from functools import cache

from babel import Locale
from babel.core import get_global

SIGN_LANGUAGES = frozenset({"vgt", "sfb", "dse", "fsl", "gsg", "bfi", "ase"})
"""Of Flanders, French-speaking Belgium, the Netherlands, France, Germany, Great Britain and America (ISO 639-3)."""
_NONE_IN_PARTICULAR = frozenset({"und", "mul", "zxx"})
"""Codes that CLDR names, and that mean an unknown language, several, or none."""


def is_language(code: str) -> bool:
    """True for the code of a language that has a name (ISO 639 as CLDR knows it), and for a sign language."""
    return code in _codes()


def code_we_write(code: str) -> str | None:
    """The code by which we know a language, such as nl for nld; None when there is none."""
    if is_language(code):
        return code
    known = str(get_global("language_aliases").get(code, "")).partition("_")[0]
    return known if is_language(known) else None


@cache
def _codes() -> frozenset[str]:
    return frozenset(filter(str.isalpha, Locale("en").languages)) - _NONE_IN_PARTICULAR | SIGN_LANGUAGES
