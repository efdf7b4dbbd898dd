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


def danger() -> str:
    """What stands on every page for who looks for help: whom to call in danger."""
    return _("Nu in gevaar? Bel 112 of 101 (politie).")


def screens_name() -> str:
    """What the row of links to the screens is called, for who has it read aloud."""
    return _("Schermen")


def words_of_the_framework() -> dict[str, str]:
    """What the framework shows or has read aloud in English, and what that is here; {} is what it fills in itself."""
    return {
        "Skip to main content": _("Naar de inhoud"),
        "Increment": pgettext("of a number", "Meer"),
        "Decrement": pgettext("of a number", "Minder"),
        "Open": _("Toon de keuzes"),
        "Dismiss": _("Sluit"),
        "Clear value": _("Maak leeg"),
        "Clear all": _("Maak leeg"),
        "Remove {}": _("Haal weg: {}"),
        "No results": _("Niets gevonden"),
        "Add: {}": _("Neem: {}"),
        "Select all": _("Kies alles"),
        "Select {} matches": _("Kies alle {}"),
        "{} option available.": _("{} keuze"),
        "{} options available.": _("{} keuzes"),
        "{}, selected": _("{}, gekozen"),
    }
