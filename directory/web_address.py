r"""The form of a web address whose link leads to the very site that people read in it.

Nothing stands before the host: of `https://awel.be@other.example` people would read the wrong one. The host holds
nothing that a browser turns into something else, such as `%65` or a number at its end that is no whole IP address.
"""

import re

_LABEL = r"[^\W_]([\w-]*[^\W_])?"
_NAME = rf"({_LABEL}\.)+[^\W\d_]([\w-]*[^\W_])?\.?"
_BYTE = r"(0|[1-9][0-9]{0,2})"
_IP_ADDRESS = rf"{_BYTE}(\.{_BYTE}){{3}}"
_PORT = r"([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"
WEB_ADDRESS = rf"^https?://({_NAME}|{_IP_ADDRESS})(:{_PORT})?([/?#]\S*)?$"
_SITE = re.compile(r"https?://([^/?#]*)", re.IGNORECASE)


def host_fault(address: str) -> tuple[str, str] | None:
    """What is wrong with the host or the port of a web address, and how to mend it; None when neither is."""
    site = _SITE.match(address)
    if site is None or re.fullmatch(WEB_ADDRESS, site[0].lower()):
        return None
    host, _, port = site[1].partition(":")
    if "%" in host:
        return "a % in the name of the site may hide another name", "Write that name in plain letters."
    if ".." in host or host.startswith("."):
        return "a dot in the name of the site has nothing before it", "Write that name whole, with single dots."
    if re.fullmatch(WEB_ADDRESS, f"https://{host}"):
        return f'"{port[:20]}" is no port from 1 to 65535', "Leave it out, with its colon."
    return None
