"""Figures as a table on the terminal, and how they are made from measurements."""

from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies (nearest rank)."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, round(share * (len(ranked) - 1)))]


def timed(action: Callable[[], object], times: int = 1) -> list[float]:
    """How long an action takes, in milliseconds, so many times in a row."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        action()
        taken.append((perf_counter() - start) * 1000)
    return taken


def resident_mb() -> float:
    """The memory that this process holds, in megabytes (Linux)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1000


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[object]], note: str = "") -> None:
    """Print a table with its title above and a note below."""
    cells = [[*head], *([_text(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    lines = [
        "  ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True)))
        for row in cells
    ]
    print(f"\n{title}\n{lines[0]}\n{'-' * len(lines[0])}", *lines[1:], sep="\n", flush=True)
    if note:
        print(note, flush=True)


def _text(cell: object) -> str:
    if not isinstance(cell, float):
        return str(cell)
    return f"{cell:,.0f}" if cell >= 100 else f"{cell:.1f}" if cell >= 10 else f"{cell:.2f}"
