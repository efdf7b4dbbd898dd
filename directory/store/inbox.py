"""The inbox of who runs the site: the corrections that visitors sent, one JSON object a line, one file a month.

Records are only ever added. Each is written by one call at the end of the file, under a lock that ends with the
process that holds it, and is on the disk before it counts as kept: whoever is killed meanwhile leaves at most one
torn line behind, at the very end, and the next record begins on a line of its own.
"""

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from itertools import takewhile
from pathlib import Path

from pydantic import ValidationError

from directory.model.correction import Correction
from directory.plain_file import read_plain
from directory.store.problems import Problem, Severity

MOST_BYTES = 4096
"""Of one record."""
MOST_BYTES_A_MONTH = 10_000_000
THE_SAME_FOR = timedelta(days=1)
"""So long the same said of the same is one correction."""


class RecordTooLongError(ValueError):
    """A correction has more text than a record may have."""


class MonthFullError(Exception):
    """So much was sent this month that nothing more is taken in."""


def append(folder: Path, correction: Correction) -> bool:
    """Keep a correction; False when the same was kept within the last day, so that nothing had to be.

    The folder is made when only itself is missing. Raises RecordTooLongError, MonthFullError, or OSError when it
    could not be written, as on a full disk; then nothing of it is left.
    """
    line = correction.model_dump_json(exclude_none=True).encode() + b"\n"
    if len(line) > MOST_BYTES:
        raise RecordTooLongError(len(line))
    if not folder.is_dir():
        folder.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(folder.parent)
    with _locked(_file(folder, correction.time)) as descriptor:
        if _is_known(folder, correction):
            return False
        size = os.fstat(descriptor).st_size
        if size + len(line) > MOST_BYTES_A_MONTH:
            raise MonthFullError(size)
        _write(descriptor, size, line)
        if not size:
            _sync_folder(folder)
    return True


def read(folder: Path) -> tuple[tuple[Correction, ...], tuple[Problem, ...]]:
    """Every correction, newest first, and what could not be read: a file, or a line that holds none."""
    found: list[Correction] = []
    problems: list[Problem] = []
    for file in sorted(folder.glob("????-??.jsonl")):
        try:
            lines = read_plain(file, MOST_BYTES_A_MONTH).split(b"\n")
        except OSError as error:
            what, mend = f"It cannot be read: {error.strerror}.", "Look what lies there, and put back the file."
            problems.append(Problem(str(file), 1, "", "", what, mend))
            continue
        for number, line in enumerate(lines, start=1):
            correction = _parsed(line)
            if correction:
                found.append(correction)
            elif line.strip():
                what = "This line holds no whole correction and is skipped."
                mend = "Nothing to do: who sent it was not told that it was kept."
                problems.append(Problem(str(file), number, "", "", what, mend, Severity.WARNING))
    return tuple(sorted(found, key=lambda c: c.time)[::-1]), tuple(problems)


def _file(folder: Path, moment: datetime) -> Path:
    return folder / f"{moment:%Y-%m}.jsonl"


def _parsed(line: bytes) -> Correction | None:
    try:
        return Correction.model_validate_json(line)
    except ValidationError:
        return None


@contextmanager
def _locked(file: Path) -> Iterator[int]:
    """The file, made when it is not there, while nobody else adds to it."""
    # Readable by its owner alone: it may say how to reach somebody.
    descriptor = os.open(file, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield descriptor
    finally:
        os.close(descriptor)


def _is_known(folder: Path, correction: Correction) -> bool:
    """True when the same was said of the same part within the last day."""
    since = correction.time - THE_SAME_FOR
    for file in {_file(folder, since), _file(folder, correction.time)}:
        lines = read_plain(file, MOST_BYTES_A_MONTH).split(b"\n") if file.is_file() else []
        newest_first = (earlier for line in reversed(lines) if (earlier := _parsed(line)))
        if any(_says_the_same(e, correction) for e in takewhile(lambda e: e.time > since, newest_first)):
            return True
    return False


def _says_the_same(one: Correction, other: Correction) -> bool:
    return _said(one) == _said(other)


def _said(one: Correction) -> tuple[str | None, ...]:
    return one.service, one.organisation, one.part, one.should_be


def _write(descriptor: int, size: int, line: bytes) -> None:
    """Add a line to a file of that size, whole and on the disk, or take back what was written of it."""
    torn = size and os.pread(descriptor, 1, size - 1) != b"\n"
    whole = b"\n" + line if torn else line
    try:
        if os.write(descriptor, whole) < len(whole):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(descriptor)
    except OSError:
        with suppress(OSError):
            os.ftruncate(descriptor, size)
        raise


def _sync_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
