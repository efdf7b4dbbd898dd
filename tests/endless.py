"""What can lie where a file is read and has no end, or none that can be waited for."""

import os
from pathlib import Path


def put_a_link_to_a_device(file: Path) -> None:
    file.symlink_to("/dev/zero")


def put_a_pipe(file: Path) -> None:
    os.mkfifo(file)


def put_a_file_that_says_it_is_empty(file: Path) -> None:
    file.symlink_to("/proc/self/pagemap")


def put_a_file_of_many_bytes(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(50_000_000_000)


STRANGE = (put_a_link_to_a_device, put_a_pipe)
"""They are no plain files."""
NO_END = (*STRANGE, put_a_file_that_says_it_is_empty, put_a_file_of_many_bytes)
