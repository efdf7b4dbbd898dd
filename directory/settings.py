"""Every setting: its name in the environment, its default, one line of help, and what makes a value of no use.

A value that cannot be used is as good as none: the default holds, and `faults` says so to who runs the app. Of the
folder of facts there is no other in its place: nobody may answer for facts that they did not choose.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, datetime
from functools import cache
from pathlib import Path

from directory.web_address import WEB_ADDRESS, host_fault

ROOT = Path(__file__).resolve().parent.parent


class UnusableSettingError(ValueError):
    """A setting cannot be used, and nothing can stand in for it."""


def _anything(_: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting that is read from the environment as HULPKAART_<NAME>."""

    name: str
    default: str
    help: str
    wrong: Callable[[str], str | None] = _anything
    """What is wrong with a value and how to mend it, in plain sentences; None when it can be used."""
    meanwhile: str = ""
    """What happens as long as it cannot be used, as the end of a sentence."""

    @property
    def variable(self) -> str:
        """The name of the environment variable."""
        return f"HULPKAART_{self.name}"

    @property
    def given(self) -> str:
        """What the environment says, else the default."""
        return os.environ.get(self.variable, "").strip() or self.default

    @property
    def fault(self) -> str | None:
        """Why what is given cannot be used and how to mend it, on one line; None when it can."""
        return _fault(self, self.given)

    @property
    def value(self) -> str:
        """The value in force: what is given when it can be used, else the default."""
        given = self.given
        return self.default if _fault(self, given) else given


@cache
def _fault(setting: Setting, given: str) -> str | None:
    """Looked at once: a folder that goes away later has been read already."""
    wrong = setting.wrong(given) if given else None
    return f"{setting.variable} is {given!r}: {wrong}" if wrong else None


def _holds(name: str, is_there: Callable[[Path], bool] = Path.is_file) -> Callable[[str], str | None]:
    def wrong(folder: str) -> str | None:
        if is_there(Path(folder) / name):
            return None
        return f"there is no {name} in that folder. Give a folder that has it."

    return wrong


def _no_folder(folder: str) -> str | None:
    return None if Path(folder).is_dir() else "there is no such folder. Give one that exists."


def _no_inbox(folder: str) -> str | None:
    if Path(folder).is_dir() or (Path(folder).parent.is_dir() and not Path(folder).exists()):
        return None
    return "that is no folder, nor can it be made there. Give one in a folder that exists."


def _no_moment(text: str) -> str | None:
    try:
        # Further away no clock of Brussels can be reckoned.
        known = MINYEAR < datetime.fromisoformat(text).year < MAXYEAR
    except ValueError:
        known = False
    return None if known else "that is no moment. Write it as 2026-11-23T20:00."


def _no_seconds(text: str) -> str | None:
    if re.fullmatch(r"\d{1,6}(\.\d{1,6})?", text, re.ASCII) and float(text):
        return None
    return "that is no number of seconds. Write it in digits, as in 10."


def _no_page(address: str) -> str | None:
    if re.fullmatch(WEB_ADDRESS, address):
        return None
    if fault := host_fault(address):
        return f"{fault[0]}. {fault[1]}"
    return "that is no address of the web. Give a whole one that begins with https://."


def _no_contact(contact: str) -> str | None:
    if re.fullmatch(r"[A-Za-z0-9._+'-]+@[A-Za-z0-9.-]+", contact) or _no_page(contact) is None:
        return None
    return "that is neither an e-mail address nor an address of the web. Give one of the two."


DATA = Setting(
    "DATA",
    str(ROOT / "data"),
    "Folder with organisations/, vocabulary/ and study-2008.yaml.",
    _holds("organisations", Path.is_dir),
    "no help can be shown but 112",
)
GEO = Setting(
    "GEO",
    str(ROOT / "data" / "geo"),
    "Folder with the places of Belgium.",
    _holds("places.csv"),
    "the places that come with the app are used",
)
BASEMAP = Setting(
    "BASEMAP",
    str(ROOT / "data" / "geo" / "basemap"),
    "Folder with layers.json: the layers that the map draws under the pins.",
    _holds("layers.json"),
    "the map that comes with the app is drawn",
)
NOW = Setting(
    "NOW",
    "",
    "A fixed moment (ISO 8601, Brussels time) instead of the clock, to rehearse or test.",
    _no_moment,
    "the clock is used",
)
EXIT_TO = Setting(
    "EXIT_TO",
    "https://www.meteo.be/nl",
    "Where 'Verlaat deze site' leads: a site that nobody wonders about, begun with https:// (or http://).",
    _no_page,
    "the exit leads to https://www.meteo.be/nl",
)
LOOK_AGAIN = Setting(
    "LOOK_AGAIN",
    "10",
    "After so many seconds the data folder is looked at again for changes.",
    _no_seconds,
    "it is looked at every 10 seconds",
)
OPERATOR = Setting("OPERATOR", "", "Who runs this site. Empty: every page says that this is a test version.")
CONTACT = Setting(
    "CONTACT",
    "",
    "How to reach them: an e-mail address or a web address.",
    _no_contact,
    "no contact is shown",
)
INBOX = Setting(
    "INBOX",
    "",
    "Folder for the corrections that visitors send. Empty: none are taken in.",
    _no_inbox,
    "no corrections are taken in",
)
POPULATION = Setting(
    "POPULATION",
    "",
    "Folder with young-people.csv: how many live in each municipality. Empty: the overview counts municipalities.",
    _holds("young-people.csv"),
    "municipalities are counted",
)
LANGUAGES = Setting(
    "LANGUAGES",
    "",
    "Folder with more languages for the screens: <code>/LC_MESSAGES/messages.po in it, as under directory/wording.",
    _no_folder,
    "only the languages that come with the app are spoken",
)

SETTINGS = (DATA, GEO, BASEMAP, NOW, EXIT_TO, LOOK_AGAIN, OPERATOR, CONTACT, INBOX, POPULATION, LANGUAGES)


def faults() -> tuple[str, ...]:
    """What cannot be used of the settings, and what happens meanwhile: a line each."""
    return tuple(f"{fault} Until then {s.meanwhile}." for s in SETTINGS if (fault := s.fault))


def data_folder() -> Path:
    """The folder of the facts.

    Raises:
        UnusableSettingError: when there are no facts in the folder that is given.
    """
    if fault := DATA.fault:
        raise UnusableSettingError(fault)
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


def population_folder() -> Path | None:
    """The folder of the figures on young people, None when there are none."""
    return Path(POPULATION.value) if POPULATION.value else None


def look_again_s() -> float:
    """How long a change of the data may wait before it is seen, s."""
    return float(LOOK_AGAIN.value)


def exit_address() -> str:
    """Where the exit leads."""
    return EXIT_TO.value
