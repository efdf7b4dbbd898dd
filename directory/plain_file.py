"""Reading a file that others put there: a plain one of a sane size, never a device, a pipe or a file without end."""

import os
import stat
from pathlib import Path


class NotPlainError(OSError):
    """What lies at a path is no plain file, or holds more than it may; `strerror` says which, `mend` what to do."""

    def __init__(
        self,
        file: Path,
        what: str = "It is no plain file",
        mend: str = "Put the file itself there, or take this away.",
    ) -> None:
        super().__init__(None, what, str(file))
        self.mend = mend


def read_plain(file: Path, most: int) -> bytes:
    """The content of a plain file of at most so many bytes; a link is followed.

    Raises NotPlainError, or another OSError when it cannot be opened.
    """
    with open(file, "rb", opener=_at_once) as opened:
        if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
            raise NotPlainError(file)
        # Of some files the size says nothing; one that has nothing yet gives None.
        content = opened.read(most + 1) or b""
    if len(content) > most:
        mend = "Shorten it, or put back the file that belongs there."
        raise NotPlainError(file, f"It has more than {most} bytes", mend)
    return content


def _at_once(path: str, flags: int) -> int:
    """Open it without waiting, as one would at a pipe for who writes into it."""
    return os.open(path, flags | os.O_NONBLOCK | os.O_NOCTTY)
