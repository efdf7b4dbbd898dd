"""How long it takes until the catalogue is there: in a new process, and again in the same one."""

import subprocess
import sys

from directory import settings
from directory.finding.columns import Columns
from directory.geography.places import Gazetteer
from directory.store.files import read_catalogue
from tests.benchmarks.figures import percentile, resident_mb, show, timed

COLD = "from directory import settings; from directory.store import shelf; shelf.catalogue(settings.data_folder())"


def measure(times: int) -> None:
    """Print how long reading takes, of the shipped data."""
    folder, geo = settings.data_folder(), settings.geo_folder()
    nothing = timed(lambda: subprocess.run([sys.executable, "-c", ""], check=True), times)
    cold = timed(lambda: subprocess.run([sys.executable, "-c", COLD], check=True), times)
    before = resident_mb()
    catalogue, _ = read_catalogue(folder)
    held = resident_mb() - before
    rows = [
        ("a process that does nothing", nothing),
        ("catalogue, new process with imports", cold),
        ("catalogue, again in this process", timed(lambda: read_catalogue(folder), times)),
        ("index of the catalogue", timed(lambda: Columns(catalogue), times)),
        ("places of Belgium", timed(lambda: Gazetteer.read(geo), times)),
    ]
    show(
        f"Loading {len(catalogue.organisations)} organisations, {len(catalogue.services)} services",
        ("", "p50 ms", "p95 ms"),
        [(name, percentile(taken, 0.5), percentile(taken, 0.95)) for name, taken in rows],
        f"{times} times each; the catalogue holds about {held:.0f} MB.",
    )
