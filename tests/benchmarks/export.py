"""How fast a large catalogue is written as open data, and what that costs in memory."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from directory import settings
from directory.exchange.hsds.export import export_hsds
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.schedule import BRUSSELS
from directory.store.files import read_catalogue
from tests.benchmarks.figures import resident_mb, show
from tests.benchmarks.synthetic import many

SIZES = (1_000, 10_000, 100_000)
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=BRUSSELS)
AGAIN = 5
"""How often the smallest is written; the fastest counts, since what else a machine does only makes it slower."""


def measure(times: int) -> None:
    """Write as HSDS: services a second of one core, the most memory beside the catalogue, and the size on disk."""
    gazetteer = Gazetteer.read(settings.geo_folder())
    shipped = read_catalogue(settings.data_folder())[0]
    rows = []
    for size in SIZES:
        catalogue = many(shipped, gazetteer, size)
        before = resident_mb()
        _forget_the_peak()
        took = [_write(catalogue, gazetteer) for _ in range(AGAIN if size == SIZES[0] else 1)]
        seconds, wall, megabytes = min(took)
        rows.append((f"{size:,} services", size / seconds, wall, _peak_mb() - before, megabytes))
    head = ("HSDS 3.1", "services a second of work", "seconds", "MB of memory beside the catalogue", "MB on disk")
    show("A catalogue as open data", head, rows)


def _write(catalogue: Catalogue, gazetteer: Gazetteer) -> tuple[float, float, float]:
    with TemporaryDirectory() as folder:
        work, wall = process_time(), perf_counter()
        export_hsds(catalogue, gazetteer, NOW, Path(folder))
        done = process_time() - work, perf_counter() - wall
        return *done, sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6


def _forget_the_peak() -> None:
    """From here on the peak of this process is counted anew (Linux, proc(5))."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak_mb() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))) / 1000
