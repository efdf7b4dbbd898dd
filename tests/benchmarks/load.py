"""Many at once: light pages asked in an open loop while people filter on the screens, and the screens alone.

Each request is sent at its planned moment, whether or not earlier ones were answered, and its time counts from that
moment, so that a server that stalls is not spared the requests of that while. The requests are aiohttp's, the
screens are websockets that speak the framework's protocol. The server has one core to itself, all who ask have
another.
"""

import asyncio
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import aiohttp

from tests.benchmarks.figures import percentile, show
from tests.benchmarks.sessions import filtering
from tests.browser.server import Server

A_SECOND = 200
CONNECTIONS = 20
PEOPLE = 10
MANY_PEOPLE = 60
EVERY_S = 10.0
WARM_UP_S = 5.0
ASKED: tuple[dict[str, str], ...] = (
    {"woorden": "ik word gepest op school"},
    {"woorden": "praten", "plek": "Antwerpen"},
    {"plek": "9000"},
    {"hoe": "phone", "open": "ja"},
    {"thema": "seksualiteit", "leeftijd": "15"},
    {"woorden": "zwanger", "plek": "Kortrijk"},
    {"woorden": "iemand dreigt met mijn foto's"},
    {},
)
"""The answers to most of these hold twenty cards, the most that a page has."""


def measure(times: int) -> None:
    """Print the times of light pages while ten people filter, and of filter changes of sixty people."""
    seconds = float(times)
    with _cores() as (servers, askers):
        if askers:
            os.sched_setaffinity(0, askers)
        rows = []
        for people in (0, PEOPLE):
            with Server(HULPKAART_LOOK_AGAIN="10") as server:
                _keep_to(server.pid, servers)
                pages, changes = asyncio.run(_pages_beside_people(server.url, people, seconds))
                rows.append((f"{people} people filter", len(pages), *_spread(pages), *_spread(changes)))
        show(
            f"Light pages: {A_SECOND} a second planned, {CONNECTIONS} connections, {seconds:g} s",
            ("", "answered", "p50, ms", "p95", "p99", "most", "change, p50", "p95", "p99", "most"),
            rows,
            "Every answer was asked for and checked to be a whole page; one core for the server.",
        )
        with Server() as server:
            _keep_to(server.pid, servers)
            changes = asyncio.run(_people_alone(server.url, MANY_PEOPLE, max(seconds, 3 * EVERY_S)))
        show(
            f"Screens: {MANY_PEOPLE} people, a filter change every {EVERY_S:g} s each",
            ("", "changes", "p50, ms", "p95", "p99", "most"),
            [("one core for the server", len(changes), *_spread(changes))],
        )


async def _pages_beside_people(url: str, people: int, seconds: float) -> tuple[list[float], list[float]]:
    ended = asyncio.Event()
    filters = asyncio.create_task(filtering(url, people=people, every_s=EVERY_S, ended=ended))
    await _ask_light_pages(url, WARM_UP_S)
    pages = await _ask_light_pages(url, seconds)
    ended.set()
    return pages, await filters


async def _people_alone(url: str, people: int, seconds: float) -> list[float]:
    ended = asyncio.Event()
    filters = asyncio.create_task(filtering(url, people=people, every_s=EVERY_S, ended=ended))
    await asyncio.sleep(seconds + EVERY_S)
    ended.set()
    return await filters


async def _ask_light_pages(url: str, seconds: float) -> list[float]:
    """The seconds from the planned moment of each request to the end of its answer."""
    dice = random.Random(1)
    taken: list[float] = []
    connector = aiohttp.TCPConnector(limit=CONNECTIONS)
    async with (
        aiohttp.ClientSession(url, connector=connector, auto_decompress=False) as client,
        asyncio.TaskGroup() as group,
    ):
        begun = perf_counter()
        for number in range(round(A_SECOND * seconds)):
            planned = begun + number / A_SECOND
            await asyncio.sleep(max(0.0, planned - perf_counter()))
            group.create_task(_ask(client, dice.choice(ASKED), planned, taken))
    return taken


async def _ask(client: aiohttp.ClientSession, asked: dict[str, str], planned: float, taken: list[float]) -> None:
    async with client.post("/licht", data=asked, headers={"Accept-Encoding": "br, gzip"}) as answer:
        await answer.read()
    taken.append(perf_counter() - planned)
    if answer.status != 200:
        raise RuntimeError(f"a light page answered {answer.status}")


def _spread(seconds: list[float]) -> list[object]:
    """p50, p95, p99 and the longest, in ms."""
    if not seconds:
        return ["", "", "", ""]
    return [1000 * percentile(seconds, share) for share in (0.5, 0.95, 0.99, 1)]


@contextmanager
def _cores() -> Iterator[tuple[set[int], set[int]]]:
    """A core for the server and the others for who asks; nothing is set where that is not possible."""
    have = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_setaffinity") else []
    yield (set(have[:1]), set(have[1:])) if len(have) > 1 else (set(), set())
    if have:
        os.sched_setaffinity(0, have)


def _keep_to(process: int, cores: set[int]) -> None:
    """Keep every thread of this process to these cores."""
    if not cores:
        return
    for thread in Path(f"/proc/{process}/task").iterdir():
        os.sched_setaffinity(int(thread.name), cores)


if __name__ == "__main__":
    measure(30)
