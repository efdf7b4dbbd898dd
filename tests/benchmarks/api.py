"""The API at the size of a country: pages that nobody asked for before, and those that somebody did.

Times of the processor are by the system's own count, so that what else runs on the machine counts less.
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import aiohttp

from directory import settings
from directory.exchange.hsds.mapping import Plain
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.store.files import read_catalogue
from directory.web.api.files import FILES
from directory.web.api.listing import KINDS, page
from directory.web.api.making import packed
from directory.web.api.parameters import A_PAGE
from directory.web.api.records import OpenRecords
from directory.web.compression import Coding
from tests.benchmarks.figures import percentile, show
from tests.benchmarks.synthetic import many, write
from tests.browser.server import Server

SERVICES = 10_000
TODAY = date(2026, 11, 23)
CONNECTIONS = 10
PATIENCE_S = 300.0
TICKS = os.sysconf("SC_CLK_TCK")


def measure(times: int) -> None:
    """Print what making costs, and how fast a server gives it."""
    shipped, _ = read_catalogue(settings.data_folder())
    places = Gazetteer.read(settings.geo_folder())
    catalogue = many(shipped, places, SERVICES)
    _show_making(catalogue, places, times)
    with tempfile.TemporaryDirectory() as folder:
        write(catalogue, settings.data_folder(), Path(folder) / "data")
        with Server(HULPKAART_DATA=str(Path(folder) / "data"), HULPKAART_LOOK_AGAIN="3600") as server:
            rows = list(asyncio.run(_ask(server, times)))
    head = ("", "answers", "p50, ms", "p95, ms", "processor ms each", "a second, one core")
    show(f"API: a live server with {SERVICES:,} services", head, rows)


def _show_making(catalogue: Catalogue, places: Gazetteer, times: int) -> None:
    records = OpenRecords(catalogue, places, TODAY)
    rows: list[tuple[object, ...]] = []
    for kind in KINDS[:3]:
        for full in (False, True):
            asked = {p.name: p.default for p in kind.of_list} | {"full": full}
            last = -(-len(kind.listing(records).entries) // A_PAGE)
            numbers = [1 + n * last // times for n in range(times)]
            made = [_taken(lambda n=n, k=kind, a=asked: page(k, records, a | {"page": n})) for n in numbers]  # type: ignore[misc]
            small = [_taken(lambda body=body: packed(body, Coding.BROTLI)) for _, body in made]  # type: ignore[misc]
            whole = [a + b for (a, _), (b, _) in zip(made, small, strict=True)]
            size = sum(len(body) for _, body in small) / len(small)
            name = f"{A_PAGE} of {kind.name}{', whole' if full else ''}"
            rows.append((name, percentile(whole, 0.5), percentile(whole, 0.95), size / 1000))
    for file in FILES[:-1]:
        taken, body = _taken(lambda file=file: b"".join(file.pieces(records)))  # type: ignore[misc]
        more, small_body = _taken(lambda body=body: packed(body, Coding.BROTLI))  # type: ignore[misc]
        rows.append((file.name, taken + more, "", len(small_body) / 1000))
    term = next(iter(records.terms_of.values()))
    asked = {p.name: p.default for p in KINDS[0].of_list} | {"taxonomy_term_id": next(iter(term))}
    for name in ("first choice by a term", "the next"):
        rows.append((name, _taken(lambda: page(KINDS[0], records, asked))[0], "", ""))
    head = ("", "processor p50, ms", "p95, ms", "kB with brotli")
    show(f"Making what is asked for first, of {SERVICES:,} services", head, rows)


def _taken(make: Callable[[], bytes]) -> tuple[float, bytes]:
    """The processor time that making took, ms, and what was made."""
    start = process_time()
    made = make()
    return (process_time() - start) * 1000, made


async def _ask(server: Server, times: int) -> list[tuple[object, ...]]:
    headers = {"Accept-Encoding": "br"}
    rows = []
    async with aiohttp.ClientSession(server.url, headers=headers, auto_decompress=False) as client:
        await _until_ready(client)
        new = [f"/api/services?page={n}" for n in range(2, 2 + times * 3)]
        whole = [f"{path}&full=true" for path in new]
        known = ["/api/services"] * (times * 100)
        for name, paths, at_once in (
            ("50 services, new, one after another", new, 1),
            ("50 whole services, new, one after another", whole, 1),
            ("50 services, asked before, one after another", new * 10, 1),
            (f"50 services, asked before, {CONNECTIONS} at once", known, CONNECTIONS),
        ):
            rows.append((name, *await _asked(client, server.pid, paths, at_once)))
        body: Plain = {"words": "praten over seks", "place": "9000", "online": True}
        rows.append(
            ("find, one after another", *await _asked(client, server.pid, ["/api/find"] * times * 3, 1, body))
        )
    return rows


async def _until_ready(client: aiohttp.ClientSession) -> None:
    deadline = time.monotonic() + PATIENCE_S
    # Light pages and look-ups are answered beside all others once the catalogue is laid out: then it is quiet.
    while time.monotonic() < deadline:
        async with client.post("/api/find", json={"words": "praten"}) as answer:
            await answer.read()
            if answer.status == 200:
                return
    raise RuntimeError(f"the server did not read its data within {PATIENCE_S:g} s")


async def _asked(
    client: aiohttp.ClientSession, process: int, paths: list[str], at_once: int, body: Plain | None = None
) -> Iterator[object]:
    taken: list[float] = []
    left = iter(paths)

    async def keep_asking() -> None:
        for path in left:
            start = perf_counter()
            async with client.request("POST" if body else "GET", path, json=body) as answer:
                await answer.read()
            taken.append((perf_counter() - start) * 1000)
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")

    before = _processor_ms(process)
    await asyncio.gather(*(keep_asking() for _ in range(at_once)))
    each = (_processor_ms(process) - before) / len(taken)
    return iter((len(taken), percentile(taken, 0.5), percentile(taken, 0.95), each, 1000 / each if each else ""))


def _processor_ms(process: int) -> float:
    """How long the processor worked for a process so far (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS * 1000
