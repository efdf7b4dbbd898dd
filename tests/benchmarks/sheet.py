"""How long a sheet of ten services takes, and what is kept in memory of many of them."""

from directory import settings
from directory.exchange.handover import Handover, hand_over
from directory.exchange.message import message
from directory.exchange.sheet.printing import card_pdf, sheet_pdf
from directory.exchange.shortlist import Shortlist
from directory.exchange.table import xlsx_table
from directory.exchange.vcard import vcards
from directory.store.files import read_catalogue
from tests.benchmarks.figures import percentile, resident_mb, show, timed
from tests.benchmarks.finding import NOW

TEN = 10
MANY = 100
NOTE = "Each sheet is of ten other services, so that nothing of the last one helps; the first also reads the fonts."


def measure(times: int) -> None:
    """Print how long each form of ten services takes, and the memory that many sheets hold."""
    catalogue, _ = read_catalogue(settings.data_folder())
    ids = list(catalogue.service)

    def ten(start: int) -> Handover:
        return hand_over(Shortlist.of(*(ids[(start + n) % len(ids)] for n in range(TEN))), catalogue, NOW)

    given = [ten(start * 7) for start in range(max(times, MANY))]
    first = timed(lambda: sheet_pdf(given[-1]))[0]
    rows = []
    for name, make in (
        ("cards to hand over", lambda n: ten(n * 7)),
        ("sheet", lambda n: sheet_pdf(given[n])),
        ("sheet with a form", lambda n: sheet_pdf(given[n], form=True)),
        ("client's card", lambda n: card_pdf(given[n])),
        ("contacts", lambda n: vcards(given[n])),
        ("workbook", lambda n: xlsx_table(given[n])),
        ("message", lambda n: message(given[n])),
    ):
        taken = [timed(lambda n=n, make=make: make(n))[0] for n in range(times)]
        rows.append((name, percentile(taken, 0.5), percentile(taken, 0.95)))
    show("Ten services handed over", ("form", "p50 ms", "p95 ms"), [("first sheet", first, first), *rows], NOTE)
    before = resident_mb()
    size = [len(sheet_pdf(one)) for one in given[:MANY]]
    held = resident_mb() - before
    show(
        f"{MANY} sheets",
        ("kB each, p50", "kB, largest", "MB held after"),
        [(percentile(size, 0.5) / 1000, max(size) / 1000, held)],
    )
