"""How long a question takes, at the size of today and at the size of a country."""

import gc
from datetime import datetime
from typing import NamedTuple

from directory import settings
from directory.finding.columns import columns, forget
from directory.finding.find import find
from directory.finding.query import Query
from directory.finding.text import TextIndex
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode
from directory.model.schedule import BRUSSELS
from directory.store.files import read_catalogue
from tests.benchmarks.figures import percentile, resident_mb, show, timed
from tests.benchmarks.sqlite import question_of
from tests.benchmarks.synthetic import many

SIZES = (150, 1_000, 10_000, 100_000)
NOW = datetime(2026, 11, 23, 20, 0, tzinfo=BRUSSELS)
LIMITS = (20, 1000)
"""What the command line shows, and what the screen puts on its map."""


NOTE = """\
SQLite is asked for the same words, place, age, theme and mode, with FTS5 and a haversine in SQL; it knows nothing
of opening hours, of forms of words or typing errors, nor of who serves a place without a door there."""


class Size(NamedTuple):
    """What one catalogue costs before the first question."""

    services: int
    build_ms: float
    text_per_second: float
    first_ms: float
    catalogue_mb: float
    index_mb: float


def questions(gazetteer: Gazetteer) -> dict[str, Query]:
    """Typical questions, by the name they have in the table."""
    gent = gazetteer.find_place("9000").best
    return {
        "nothing asked": Query(),
        "words": Query(words="ik word gepest op school"),
        "one word": Query(words="drugs"),
        "place": Query(place=gent),
        "words + place": Query(words="praten over seks", place=gent),
        "words + place + open": Query(words="praten over seks", place=gent, open_now=True),
        "theme + age + online": Query(themes=frozenset({"school"}), age=15, modes=frozenset({Mode.ONLINE})),
        "in person + place": Query(place=gent, modes=frozenset({Mode.IN_PERSON})),
        "open now": Query(open_now=True),
    }


def measure(times: int) -> None:
    """Print a table of times for each size, and one of what the size costs."""
    shipped, _ = read_catalogue(settings.data_folder())
    gazetteer = Gazetteer.read(settings.geo_folder())
    costs = []
    for services in SIZES:
        gc.collect()
        before = resident_mb()
        catalogue = many(shipped, gazetteer, services)
        held = resident_mb() - before
        costs.append(_measure_size(catalogue, gazetteer, held, times if services < 50_000 else max(5, times // 3)))
    show(
        "What a size costs",
        ("services", "all columns ms", "text index services/s", "first question ms", "catalogue MB", "index MB"),
        [(f"{c.services:,}", *c[1:]) for c in costs],
    )


def _is_for_sql(query: Query) -> bool:
    """True for a question that SQL can be asked as well: it knows no opening hours."""
    return not query.open_now and query != Query()


def _measure_size(catalogue: Catalogue, gazetteer: Gazetteer, held: float, times: int) -> Size:
    gc.collect()
    before = resident_mb()
    forget()
    build = timed(lambda: columns(catalogue))[0]
    index = resident_mb() - before
    laid_out = columns(catalogue)
    text = timed(lambda: TextIndex(laid_out.documents()))[0]
    first = timed(lambda: find(catalogue, Query(open_now=True), NOW))[0]
    rows = []
    ask_sqlite = question_of(catalogue)
    for name, query in questions(gazetteer).items():
        total = find(catalogue, query, NOW).total
        taken = [timed(lambda q=query, n=limit: find(catalogue, q, NOW, limit=n), times) for limit in LIMITS]
        figures = [percentile(t, share) for t in taken for share in (0.5, 0.95)]
        other = percentile(timed(lambda q=query: ask_sqlite(q), times), 0.95) if _is_for_sql(query) else None
        rows.append((name, total, *figures, other or "", other / figures[1] if other else ""))
    head = [f"{name} of {limit} ms" for limit in LIMITS for name in ("p50", "p95")]
    head += ["SQLite FTS5 p95 of 20 ms", "times slower"]
    show(f"Finding among {len(catalogue.services):,} services", ("question", "found", *head), rows, NOTE)
    forget()
    return Size(len(catalogue.services), build, len(catalogue.services) / text * 1000, first, held, index)
