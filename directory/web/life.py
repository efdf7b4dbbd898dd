"""From the start of the server to its end: the data are read before anybody asks, and watched from then on."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event, Thread

from directory import settings
from directory.finding.columns import columns
from directory.model.catalogue import Catalogue
from directory.running import report
from directory.store import shelf
from directory.web import pages

_ready = Event()


def is_ready() -> bool:
    """True once the first catalogue is laid out: from then on a question takes no longer than it needs itself."""
    return _ready.is_set()


@asynccontextmanager
async def life(_: object) -> AsyncIterator[None]:
    """Get the catalogue ready to be searched, and put each later state of its folder into use."""
    if settings.DATA.fault:  # Told already with the other settings: there is nothing to read or to watch.
        yield
        return
    folder = settings.data_folder()
    Thread(target=_get_ready, name="first reading", daemon=True).start()
    end_watch = shelf.keep_watch(folder, _lay_out, settings.look_again_s())
    yield
    end_watch()


def _get_ready() -> None:
    """Do now what the first visitor would wait for, without searching for garbage: all that is read is kept."""
    gc.disable()
    try:
        pages.read_files()
        shelf.gazetteer(settings.geo_folder())
        shelf.young_people(settings.population_folder())
        _lay_out(shelf.catalogue(settings.data_folder()))
        _ready.set()
    except Exception as error:
        report(error)
    finally:
        gc.enable()


def _lay_out(catalogue: Catalogue) -> None:
    """Make a catalogue ready to be searched, and spare it from each later search for garbage, which it would slow."""
    columns(catalogue)
    gc.collect()
    gc.freeze()
