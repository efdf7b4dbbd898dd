"""A script: for each line on standard input bring forth a process that adds to an inbox until somebody kills it.

It prints the id of that process, then what that process says: a number for each record that counts as kept; and
"killed" in the end.
"""

import os
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path

from directory.model.correction import LONGEST_TEXT, Correction, Part
from directory.store import inbox
from tests.examples import MONDAY_EVENING

FILLING = "é" * (LONGEST_TEXT - 40)


def main() -> None:
    """Until standard input ends."""
    for number, _ in enumerate(sys.stdin):
        child = os.fork()
        if not child:
            say(str(os.getpid()))
            write_for_ever(Path(sys.argv[1]), number)
        os.waitpid(child, 0)
        say("killed")


def write_for_ever(folder: Path, writer: int) -> None:
    """Add one record after the other, an hour apart, and say each that was kept."""
    for number in count():
        time = MONDAY_EVENING + timedelta(hours=number)
        said = f"{writer}-{number}"
        text = f"{said} {FILLING}"
        if inbox.append(folder, Correction(time=time, service="line", part=Part.OTHER, should_be=text)):
            say(said)


def say(text: str) -> None:
    """Print it at once, and whole."""
    os.write(sys.stdout.fileno(), f"{text}\n".encode())


if __name__ == "__main__":
    main()
