"""The catalogue in use: read when first asked for, the same for all threads, and replaced as a whole.

A folder that changes while people search is read beside the catalogue in use, which stays until the new one is
complete and no worse. Who began with a catalogue ends with it.
"""

import logging
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from threading import Event, Lock, Thread

from directory.geography.places import Gazetteer
from directory.geography.population import PopulationError, YoungPeople, read_young_people
from directory.model.catalogue import Catalogue
from directory.store.files import read_catalogue, readable_files
from directory.store.problems import Problem, Severity

log = logging.getLogger(__name__)

State = frozenset[tuple[str, int, int]]
"""Each file of a data folder with its size and the time of its last change (ns)."""
Prepare = Callable[[Catalogue], object]

# functools.cache alone would let two threads that come first at the same moment both read the folder.
_reading = Lock()


@dataclass(frozen=True, slots=True)
class InUse:
    """A catalogue with what kept some of it from being read.

    `state` is that of the folder when it was last read; `refused` says why what it held then is not in use.
    """

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    state: State
    refused: tuple[Problem, ...] = ()


class Shelf:
    """One data folder, and the catalogue that is in use of it."""

    def __init__(self, folder: Path) -> None:
        """Read the folder in whatever state it is: there is nothing better yet."""
        self._folder = folder
        self._seen = _state(folder)
        self.in_use = InUse(*read_catalogue(folder), self._seen)
        for problem in self.in_use.problems:
            log.error("%s", problem)

    def look_again(self, prepare: Prepare) -> None:
        """Put the folder as it is now into use, if it changed, lies still since the last look and is no worse.

        `prepare` gets the new catalogue before anybody else does; when it raises, the old one stays.
        """
        before, self._seen = self._seen, _state(self._folder)
        if self._seen != before or self._seen == self.in_use.state:
            return
        new, problems = read_catalogue(self._folder)
        if _state(self._folder) != self._seen:
            return
        refused = tuple(_worse(self._folder, self.in_use, new, problems)) or _not_prepared(self._folder, new, prepare)
        for problem in refused:
            log.error("The data that were read before stay in use: %s", problem)
        if refused:
            self.in_use = replace(self.in_use, state=self._seen, refused=refused)
        else:
            self.in_use = InUse(new, problems, self._seen)
            log.warning("The data changed and are in use: %d organisations.", len(new.organisations))


def catalogue(folder: Path) -> Catalogue:
    """The catalogue of this data folder."""
    return _shelf(folder).in_use.catalogue


def problems(folder: Path) -> tuple[Problem, ...]:
    """What kept some of this data folder from being read; the rest is in the catalogue."""
    return _shelf(folder).in_use.problems


def refused(folder: Path) -> tuple[Problem, ...]:
    """Why the folder as it is now is not in use; empty when it is."""
    return _shelf(folder).in_use.refused


def gazetteer(folder: Path) -> Gazetteer:
    """The places of this folder of geodata."""
    with _reading:
        return _read_gazetteer(folder)


def young_people(folder: Path | None) -> tuple[YoungPeople | None, str]:
    """The figures of this folder, read once, else why there are none: empty when none are asked for."""
    with _reading:
        return _read_young_people(folder)


def keep_watch(folder: Path, prepare: Prepare, every_s: float) -> Callable[[], None]:
    """From now on look at this folder every so many seconds, beside all else; the answer ends that."""
    ended = Event()

    def watch() -> None:
        while not ended.wait(every_s):
            try:
                _shelf(folder).look_again(prepare)
            except Exception:
                log.exception("The data folder could not be looked at; what was read before stays in use.")

    Thread(target=watch, name="watch over the data", daemon=True).start()
    return ended.set


def _state(folder: Path) -> State:
    """The files that are read of a folder, as they are now; one that goes away meanwhile is not there."""
    found = set()
    for file in readable_files(folder):
        try:
            known = file.stat()
        except OSError:
            continue
        # A pipe or a device never lies still; it is not read either.
        is_plain = stat.S_ISREG(known.st_mode)
        found.add((str(file), known.st_size, known.st_mtime_ns) if is_plain else (str(file), 0, 0))
    return frozenset(found)


def _worse(folder: Path, old: InUse, new: Catalogue, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """What is wrong now and was not before."""
    known = {replace(problem, line=0) for problem in old.problems}
    for problem in problems:
        if problem.severity is Severity.MUST_MEND and replace(problem, line=0) not in known:
            yield problem
    left, before = len(new.organisations), len(old.catalogue.organisations)
    if left * 2 < before:
        what = f"It holds {left} organisations, and held {before}."
        yield Problem(str(folder), 1, "", "", what, "Complete it; if it is meant so, start the server again.")


def _not_prepared(folder: Path, new: Catalogue, prepare: Prepare) -> tuple[Problem, ...]:
    try:
        prepare(new)
    except Exception as error:
        log.exception("The new data cannot be searched.")
        what = f"It can be read but not be searched ({type(error).__name__})."
        return (Problem(str(folder), 1, "", "", what, "Take back the last change, and report this."),)
    return ()


def _shelf(folder: Path) -> Shelf:
    with _reading:
        return _open(folder)


@cache
def _open(folder: Path) -> Shelf:
    return Shelf(folder)


@cache
def _read_gazetteer(folder: Path) -> Gazetteer:
    return Gazetteer.read(folder)


@cache
def _read_young_people(folder: Path | None) -> tuple[YoungPeople | None, str]:
    if folder is None:
        return None, ""
    try:
        return read_young_people(folder), ""
    except PopulationError as error:
        # As text, since the log leaves out what an error says: nobody who searches typed this.
        log.error("Municipalities are counted, not young people: %s", str(error))
        return None, str(error)
