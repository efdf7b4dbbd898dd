"""The page that a worker's client opens: how to reach somebody, and nothing of what it is about.

Anybody may find it, on an old telephone: neither its address, nor its title, nor anything in it tells more.
"""

from collections.abc import Callable
from dataclasses import asdict
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from directory.exchange.address import LIST, YES
from directory.exchange.codes import BETWEEN, CLIENTS_PAGE, CODES, Kind, LeftOut, is_of_a_client
from directory.exchange.handover import Handover, hand_over, readable
from directory.exchange.link import FOR_A_CLIENT, decode_list, encode_list
from directory.exchange.neutral import neutral
from directory.exchange.sheet.printing import CARD_NAME, card_pdf
from directory.exchange.shortlist import Shortlist
from directory.exchange.vcard import CARD_NAME as CONTACTS_NAME
from directory.exchange.vcard import neutral_vcards
from directory.web.headers import NEVER
from directory.web.light_page import Call, LightPage
from directory.web.pages import Page
from directory.web.reader import CHOSEN
from directory.wording.links import to_place
from directory.wording.printed import nothing_to_show
from directory.wording.shortlist import left_out

DESK, CARD = "/hulpverleners", "kaartje"
"""Where a link of before led, and what at its end made a client's of it."""
PAPER, CONTACTS = f"/{CARD_NAME}", f"/{CONTACTS_NAME}"
"""The same to keep: these addresses tell nothing either."""


def show_addresses(call: Call) -> Page:
    """The services of a link, as far as they can be opened."""
    shortlist, missing = _opened(call)
    handed = hand_over(shortlist, call.catalogue, call.now)
    codes = encode_list(shortlist, call.catalogue, Kind.CLIENT)
    values = {
        "entries": neutral(handed),
        "nothing": nothing_to_show(),
        "left_out": left_out(**asdict(missing)),
        "dated": handed.dated,
        "caution": handed.caution,
        "to_place": to_place,
        "readable": readable,
        "files": (PAPER, CONTACTS),
        "codes": codes,
    }
    return Page("addresses.html", values, again=((CODES, codes),), path=CLIENTS_PAGE)


def _file(make: Callable[[Handover], bytes], name: str, media_type: str) -> Callable[[Call], Response]:
    """The same in a file to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": NEVER}

    def made(call: Call) -> Response:
        shortlist, _missing = _opened(call)
        handed = hand_over(shortlist, call.catalogue, call.now)
        return Response(make(handed), media_type=media_type, headers=headers)

    return made


def _opened(call: Call) -> tuple[Shortlist, LeftOut]:
    codes = call.form.all(CODES) or call.address.all(CODES)
    return decode_list(BETWEEN.join(codes), call.catalogue, FOR_A_CLIENT)


class ForAClient(Route):
    """The workers' screen, asked for with what belongs to a client: it is never shown then."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match nothing else."""
        match, child = super().matches(scope)
        is_asked = match is not Match.NONE and _is_for_a_client(QueryParams(scope["query_string"]))
        return (match, child) if is_asked else (Match.NONE, {})


def _is_for_a_client(asked: QueryParams) -> bool:
    return CODES in asked or YES in asked.getlist(CARD) or is_of_a_client(BETWEEN.join(asked.getlist(LIST)))


async def _to_addresses(request: Request) -> Response:
    """To the client's page, with the same codes and in the same language."""
    asked = request.query_params
    codes = BETWEEN.join((*asked.getlist(CODES), *asked.getlist(LIST)))
    kept = {CODES: codes} | ({CHOSEN: asked[CHOSEN]} if CHOSEN in asked else {})
    return RedirectResponse(f"{CLIENTS_PAGE}?{urlencode(kept)}", 307, {"Cache-Control": NEVER})


_paper = _file(card_pdf, CARD_NAME, "application/pdf")
_contacts = _file(lambda handed: neutral_vcards(handed).encode(), CONTACTS_NAME, "text/vcard")

routes: list[BaseRoute] = [
    ForAClient(DESK, _to_addresses),
    Route(CLIENTS_PAGE, LightPage(show_addresses, untold=True)),
    Route(PAPER, LightPage(_paper, "GET", "HEAD", untold=True, takes_long=True)),
    Route(CONTACTS, LightPage(_contacts, "GET", "HEAD", untold=True, takes_long=True)),
]
