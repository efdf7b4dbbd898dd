"""Every setting: its name in the environment, its default and one line of help."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that is read from the environment as HULPKAART_<NAME>."""

    name: str
    default: str
    help: str

    @property
    def variable(self) -> str:
        """The name of the environment variable."""
        return f"HULPKAART_{self.name}"

    @property
    def value(self) -> str:
        """The value in force: that of the environment, else the default."""
        return os.environ.get(self.variable) or self.default


DATA = Setting("DATA", str(ROOT / "data"), "Folder with organisations/, vocabulary/ and study-2008.yaml.")
GEO = Setting("GEO", str(ROOT / "data" / "geo"), "Folder with the places of Belgium.")
BASEMAP = Setting(
    "BASEMAP",
    str(ROOT / "data" / "geo" / "basemap"),
    "Folder with layers.json: the layers that the map draws under the pins.",
)
NOW = Setting("NOW", "", "A fixed moment (ISO 8601, Brussels time) instead of the clock, to rehearse or test.")
EXIT_TO = Setting(
    "EXIT_TO",
    "https://www.meteo.be/nl",
    "Where 'Verlaat deze site' leads: a site that nobody wonders about, begun with https:// (or http://).",
)
LOOK_AGAIN = Setting("LOOK_AGAIN", "10", "After so many seconds the data folder is looked at again for changes.")
OPERATOR = Setting("OPERATOR", "", "Who runs this site. Empty: every page says that this is a test version.")
CONTACT = Setting("CONTACT", "", "How to reach them: an e-mail address or a web address.")
INBOX = Setting("INBOX", "", "Folder for the corrections that visitors send. Empty: none are taken in.")

SETTINGS = (DATA, GEO, BASEMAP, NOW, EXIT_TO, LOOK_AGAIN, OPERATOR, CONTACT, INBOX)


def data_folder() -> Path:
    """The folder of the facts."""
    return Path(DATA.value)


def geo_folder() -> Path:
    """The folder of the places."""
    return Path(GEO.value)


def basemap_folder() -> Path:
    """The folder of the basemap."""
    return Path(BASEMAP.value)


def inbox_folder() -> Path | None:
    """Where corrections go, None when none are taken in."""
    return Path(INBOX.value) if INBOX.value else None


def look_again_s() -> float:
    """How long a change of the data may wait before it is seen, s. Raises ValueError when that is no number."""
    return float(LOOK_AGAIN.value)


def exit_address() -> str:
    """Where the exit leads. Anything but an address of the web is refused: it stands in every page."""
    address = EXIT_TO.value
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"{EXIT_TO.variable} is {address!r}: give an address that begins with https://")
    return address
