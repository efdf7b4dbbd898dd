"""The workers' screen: from the press of a filter to the frame in which table and pins both show the answer.

As shipped, and with 10,000 services, which the server reads from a data folder as it would any other.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from directory import settings
from directory.geography.places import Gazetteer
from directory.store.files import read_catalogue
from tests.benchmarks.figures import percentile, show
from tests.benchmarks.filtering import chromium, filter_changes
from tests.benchmarks.synthetic import many, write

SERVICES = 10_000
PATH, WITHIN = "/hulpverleners?waar=Gent", ".st-key-desk_modes"
"""Who has somebody across the table knows where: without a place the best of 10,000 are lines, which have no pin."""


def measure(times: int) -> None:
    """Print how long a filter change takes on the workers' screen."""
    rows = []
    with chromium() as browser, TemporaryDirectory() as folder:
        shipped, _ = read_catalogue(settings.data_folder())
        large = many(shipped, Gazetteer.read(settings.geo_folder()), SERVICES)
        write(large, settings.data_folder(), Path(folder) / "data")
        cases = {len(shipped.services): {}, len(large.services): {"HULPKAART_DATA": str(Path(folder) / "data")}}
        for count, environment in cases.items():
            taken = filter_changes(browser, "app.py", environment, times, path=PATH, within=WITHIN)
            rows.append((f"{count:,} services", len(taken), min(taken), *(percentile(taken, p) for p in (0.5, 0.95))))
    show(
        "A filter changes on the workers' screen: from pointer down to the frame with the new table and the new pins",
        ("data", "times", "least ms", "p50 ms", "p95 ms"),
        rows,
    )
