"""How long a planner waits: the nearest door for every municipality, and the hours of a week."""

from collections.abc import Callable
from datetime import date

from directory import settings
from directory.cartography.plan import plan_html
from directory.finding.columns import columns, forget
from directory.finding.coverage import coverage
from directory.finding.week import week
from directory.geography.basemap import read_basemap
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind
from directory.store.files import read_catalogue
from tests.benchmarks.figures import percentile, show, timed
from tests.benchmarks.synthetic import many

TODAY = date(2026, 11, 23)
SIZES = (1, 9, 90)
"""How many branches each door of the catalogue has: about 140, 1,000 and 10,000 doors."""


def measure(times: int) -> None:
    """Print how long it takes for a catalogue that nobody asked this before, and for one that somebody did."""
    shipped, _ = read_catalogue(settings.data_folder())
    places = Gazetteer.read(settings.geo_folder())
    basemap = read_basemap(settings.basemap_folder())
    rows = []
    for doors in SIZES:
        catalogue = many(shipped, places, len(shipped.services), doors=doors)
        columns(catalogue)
        found = coverage(catalogue, places, None, None)
        copies = [Catalogue(catalogue.organisations, catalogue.vocabulary) for _ in range(min(times, 4))]
        for copy in copies:
            columns(copy)
        asked: dict[str, Callable[[Catalogue], object]] = {
            "coverage": lambda known: coverage(known, places, None, None),
            "coverage, only where it is meant for": lambda known: coverage(
                known, places, None, None, meant_only=True
            ),
            "a week of telephones": lambda known: week(known, Kind.PHONE, None, None, TODAY),
        }
        for name, ask in asked.items():
            new = [taken for copy in copies for taken in timed(lambda known=copy, ask=ask: ask(known))]
            again = timed(lambda known=copies[-1], ask=ask: ask(known), times)
            rows.append((f"{found.doors:,} doors", name, max(new), percentile(again, 0.5)))
        drawing = timed(lambda rows=found.rows: plan_html(basemap, rows, ""), times)
        rows.append((f"{found.doors:,} doors", "the drawing", max(drawing), percentile(drawing, 0.5)))
        forget()
    show(
        f"Coverage of {len(found.rows)} municipalities, for any theme and age",
        ("data", "what", "slowest first ms", "again p50 ms"),
        rows,
    )
