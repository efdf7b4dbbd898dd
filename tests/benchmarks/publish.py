"""How fast a catalogue is written as a site of files."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from directory import settings
from directory.commands.publish import write_site
from directory.geography.places import Gazetteer
from directory.model.schedule import BRUSSELS
from directory.store.files import read_catalogue
from tests.benchmarks.figures import show
from tests.benchmarks.synthetic import many

SIZES = (1_000, 10_000)
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=BRUSSELS)


def measure(times: int) -> None:
    """Write the pages and the data: seconds of work and of the clock, files, megabytes."""
    gazetteer = Gazetteer.read(settings.geo_folder())
    shipped = read_catalogue(settings.data_folder())[0]
    rows = []
    for size in SIZES:
        catalogue = many(shipped, gazetteer, size)
        with TemporaryDirectory() as folder:
            work, wall = process_time(), perf_counter()
            write_site(catalogue, gazetteer, NOW, Path(folder))
            work, wall = process_time() - work, perf_counter() - wall
            files = [file for file in Path(folder).rglob("*") if file.is_file()]
            rows.append((f"{size:,} services", work, wall, len(files), sum(f.stat().st_size for f in files) / 1e6))
    show("A catalogue as a site of files", ("", "seconds of work", "seconds", "files", "MB"), rows)
