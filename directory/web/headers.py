"""What every answer says to the browser: keep nothing, tell nobody, load nothing from elsewhere.

A policy or a way of caching that an answer states itself is kept; the rest is the same for all.
"""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from directory.settings import OPERATOR

FOR_EVER = "public, max-age=31536000, immutable"
"""For addresses that name their content."""
FOR_A_DAY = "public, max-age=86400"
"""For what is the same for everybody and changes with the data."""
FOR_FIVE_MINUTES = "public, max-age=300, must-revalidate"
"""For open data, which changes when a steward corrects a fact."""
NEVER = "no-store"

NOTHING_CSP = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For what is no page: files, data, errors."""
SCREEN_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""For the screens: the framework writes styles into its page, and no script."""
MAP_CSP = (
    "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'"
)
"""For the frame of the map, whose script comes in a message and is evaluated; it holds nothing of a visitor."""

OFF = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen geolocation gyroscope "
    "hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi otp-credentials payment "
    "picture-in-picture publickey-credentials-get screen-wake-lock serial storage-access usb "
    "xr-spatial-tracking"
).split()
ALWAYS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in OFF),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
UNLESS_STATED = {"Content-Security-Policy": NOTHING_CSP, "Cache-Control": NEVER}
FOUND = frozenset({"/", "/licht", "/privacy", "/licht/over", "/licht/toegankelijk"})
"""Pages that a search engine may show, once somebody runs the site: the ways in, what is kept, and who they are."""
HIDDEN = "noindex, nofollow"
NEVER_SENT = ("Set-Cookie", "Server")
OF_A_REFUSAL = ALWAYS | UNLESS_STATED | {"X-Robots-Tag": HIDDEN}
"""For what the server below the app refuses by itself."""


class Headers:
    """Middleware that puts them on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the app does, with these headers."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name in NEVER_SENT:
                    del headers[name]
                for name, value in ALWAYS.items():
                    headers[name] = value
                for name, value in UNLESS_STATED.items():
                    headers.setdefault(name, value)
                if not _may_be_found(scope, message["status"]):
                    headers["X-Robots-Tag"] = HIDDEN
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def _may_be_found(scope: Scope, status: int) -> bool:
    """True for the pages that anybody may find; never for an answer to a question, nor for a test version."""
    asked = scope["method"] in ("GET", "HEAD") and scope["path"] in FOUND
    return asked and status == 200 and bool(OPERATOR.value)
