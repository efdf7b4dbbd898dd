"""The catalogue and the gazetteer in use: read once for a process, and the same for all its threads."""

from functools import cache
from pathlib import Path
from threading import Lock

from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.store.files import read_catalogue
from directory.store.problems import Problem

# functools.cache alone would let two threads that come first at the same moment both read the folder.
_reading = Lock()


def catalogue(folder: Path) -> Catalogue:
    """The catalogue of this data folder."""
    return _read(folder)[0]


def problems(folder: Path) -> tuple[Problem, ...]:
    """What kept some of this data folder from being read; the rest is in the catalogue."""
    return _read(folder)[1]


def gazetteer(folder: Path) -> Gazetteer:
    """The places of this folder of geodata."""
    with _reading:
        return _read_gazetteer(folder)


def _read(folder: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    with _reading:
        return _read_once(folder)


@cache
def _read_once(folder: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    return read_catalogue(folder)


@cache
def _read_gazetteer(folder: Path) -> Gazetteer:
    return Gazetteer.read(folder)
