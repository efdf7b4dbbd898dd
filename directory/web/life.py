"""From the start of the server to its end: the data are read before anybody asks, and watched from then on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from directory import settings
from directory.finding.columns import columns
from directory.running import report
from directory.store import shelf


@asynccontextmanager
async def life(_: object) -> AsyncIterator[None]:
    """Get the catalogue ready to be searched, and put each later state of its folder into use."""
    if settings.DATA.fault:  # Told already with the other settings: there is nothing to read or to watch.
        yield
        return
    folder = settings.data_folder()
    Thread(target=_get_ready, name="first reading", daemon=True).start()
    end_watch = shelf.keep_watch(folder, columns, settings.look_again_s())
    yield
    end_watch()


def _get_ready() -> None:
    """Do now what the first visitor would wait for."""
    try:
        columns(shelf.catalogue(settings.data_folder()))
        shelf.gazetteer(settings.geo_folder())
        shelf.young_people(settings.population_folder())
    except Exception as error:
        report(error)
