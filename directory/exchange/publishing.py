"""A folder of files that a web server can hold, written as a whole or not at all.

Files are made beside the folder and take their place when all of them are there; those of the last time that are no
longer made go last. What somebody else put into the folder is left alone.
"""

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

MADE = ".published.json"
"""The names of the files that were published the last time."""


class NotOursError(ValueError):
    """A file of somebody else stands where one of ours has to come."""


def publish(folder: Path, make: Callable[[Path], None]) -> int:
    """Fill a folder with what `make` writes into an empty one; how many files that are.

    Raises:
        NotOursError: when a file would be written over that was not published by us; nothing has changed then.
        OSError: when it cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        made = Path(beside)
        make(made)
        names = sorted(file.relative_to(made).as_posix() for file in made.rglob("*") if file.is_file())
        before = _published(folder)
        for name in names:
            if name not in before and (folder / name).exists():
                raise NotOursError(
                    f"{folder / name} is not of an earlier publication: take it away, or publish elsewhere"
                )
        (made / MADE).write_text(json.dumps(names, indent=0) + "\n", encoding="utf-8")
        # The first page goes last, so that what it leads to is there; so does the list, which says all of it is.
        for name in [*sorted(names, key=lambda name: name == "index.html"), MADE]:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).replace(folder / name)
    for gone in sorted(before - set(names)):
        (folder / gone).unlink(missing_ok=True)
    return len(names)


def _published(folder: Path) -> frozenset[str]:
    """The files of the last time; of a list that cannot be trusted, none."""
    try:
        names = json.loads((folder / MADE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return frozenset()
    inside = (name for name in names if isinstance(name, str)) if isinstance(names, list) else ()
    return frozenset(n for n in inside if not PurePosixPath(n).is_absolute() and ".." not in PurePosixPath(n).parts)
