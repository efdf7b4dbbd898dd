"""What the tests of this folder hand over: made-up services, and the real ones."""

from functools import cache
from typing import Any

from directory import settings
from directory.exchange.handover import Handover, hand_over
from directory.exchange.shortlist import Choice, Shortlist
from directory.model.catalogue import Catalogue
from directory.store.files import read_catalogue
from tests.examples import MONDAY_EVENING, a_catalogue, a_channel, a_location, a_service, an_organisation

HOSTILE = (
    "# = * _ ` $x^2$ @ref <label> // \\ #import",
    '#sys.inputs; ]}") {{ 7*7 }} <script>',
    "مرحبا بالعالم",
    "שלום עולם",
    "Zoë à l’œuvre: 50 % – “ja”",
    "bel 🙂 ❤ nu",
    "a" * 110,
)


@cache
def real_catalogue() -> Catalogue:
    return read_catalogue(settings.data_folder())[0]


def a_house(*, place: str = "Huis De Helpers", **changes: Any) -> Catalogue:
    """One organisation with a line, a chat, an address to write to and a door, at a place with this name."""
    channels = [
        a_channel(id="line-phone", value="+3280013500", hours="Mo-Fr 09:00-17:00"),
        a_channel(id="line-chat", kind="chat", value="https://chat.example.org/nu"),
        a_channel(id="line-mail", kind="email", value="hallo@example.org"),
        a_channel(id="line-door", kind="walk_in", value="https://example.org", location="house-gent"),
    ]
    facts = {"channels": channels, "intake_note": {"nl": "Je belt eerst.", "fr": "Appelez d’abord."}} | changes
    owner = an_organisation(
        services=[a_service(**facts)],
        locations=[a_location(name=place)],
        website="https://www.example.org",
    )
    return a_catalogue(owner)


def handed(catalogue: Catalogue, *, language: str | None = "nl", **choice: Any) -> Handover:
    """The one service of a made-up catalogue, with this said of it."""
    (service,) = catalogue.services
    shortlist = Shortlist(choices=(Choice(service=service.id, **choice),))
    return hand_over(shortlist, catalogue, MONDAY_EVENING, language=language)
