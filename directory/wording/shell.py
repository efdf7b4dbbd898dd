"""What the page around the screens says, beside what the framework draws in it; some of it stands on every page."""

from directory.wording.messages import _, pgettext


def title() -> str:
    """The title of every page: the same for all, since it stays behind in a browser's history."""
    return pgettext("title of every page", "Kaart")


def description() -> str:
    """What a search engine says of it; no more than the title."""
    return _("Een kaart.")


def exit_name() -> str:
    """What the exit is called."""
    return pgettext("exit", "Verlaat deze site")


def exit_more() -> str:
    """What it does, for who has it read aloud."""
    return pgettext("exit", "Je gaat meteen naar een gewone site. Drie keer Shift doet hetzelfde.")


def map_name() -> str:
    """What the map is, for who cannot see it."""
    return _("Kaart met de gevonden hulp")


def light_offer() -> str:
    """What is offered when the screen does not come up: the whole sentence is a link to the light page."""
    return _("De kaart lukt nu niet. Open de lichte pagina: daar vind je dezelfde hulp.")


def without_script() -> str:
    """The same where no script may run."""
    return _(
        "Deze kaart heeft JavaScript nodig, en dat staat hier uit. "
        "De lichte pagina werkt zonder: daar vind je dezelfde hulp."
    )
