"""The socket of the screens: which pages may open it, and what is taken in."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope

NOT_ACCEPTABLE = 1003
"""What a websocket says when it gets a kind of message that it does not take."""


def is_opened_by_us(scope: Scope) -> bool:
    """True when the page that opens it comes from the very host it is opened at, or when no page does.

    The framework would allow a few hosts more, and asks an outside service who we are to find out.
    """
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    try:
        return origin is None or urlsplit(origin).netloc == headers.get("host")
    except ValueError:
        return False


def bytes_only(receive: Receive) -> Receive:
    """What comes in, but a text, which no screen of ours sends, is the end."""

    async def receive_bytes() -> Message:
        message = await receive()
        if message["type"] == "websocket.receive" and message.get("bytes") is None:
            return {"type": "websocket.disconnect", "code": NOT_ACCEPTABLE}
        return message

    return receive_bytes
