"""What is wrong in a feed of HSDS, whoever made it: what an import tells, and what `check` tells of our files."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.feed import Feed, read_feed
from directory.exchange.hsds.importing import Brought, bring_in
from directory.store.checks import check_folder
from directory.store.files import ORGANISATIONS, readable_files
from directory.store.problems import Problem


def is_feed(path: Path) -> bool:
    """True for a file of JSON, and for a folder of JSON or tables that is no data folder of ours."""
    if path.is_file():
        return path.suffix.lower() == ".json"
    is_ours = (path / ORGANISATIONS).is_dir() or any(path.glob("*.y*ml"))
    return path.is_dir() and not is_ours and any((*path.glob("*.json"), *path.glob("*.csv")))


def check_feed(path: Path, adoption: Adoption, read: Callable[[Path], Feed] = read_feed) -> tuple[Problem, ...]:
    """Everything that is wrong in the feed in a file or folder.

    The records are brought into an empty folder, where the rules for our own files look at their hours, numbers,
    points, dates and links; what they say stands in the feed where its record does. `read` is how to read the feed.
    """
    with TemporaryDirectory() as empty:
        folder = Path(empty)
        brought = bring_in(path, folder, adoption, read)
        brought.write()
        told = check_folder(folder, adoption.gazetteer, adoption.today) if brought.files else ()
    # A problem without a record is one of the empty folder, which has no vocabulary.
    of_records = (_in_the_feed(problem, path, adoption) for problem in told if problem.record)
    return tuple(sorted({*brought.problems, *of_records}))


def check_after(brought: Brought, folder: Path, adoption: Adoption) -> tuple[Problem, ...]:
    """What `check` will say of a data folder once this is written into it; nothing is written there.

    Raises:
        OSError: when something of the folder cannot be read.
    """
    with TemporaryDirectory() as made:
        copy = Path(made)
        before = {file: file.read_bytes() for file in readable_files(folder) if file.is_file()}
        after = before | {file: text.encode() for file, (_, text) in brought.files.items()}
        for file, content in after.items():
            copied = copy / file.relative_to(folder)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(content)
        return check_folder(copy, adoption.gazetteer, adoption.today)


def _in_the_feed(problem: Problem, path: Path, adoption: Adoption) -> Problem:
    file, line = adoption.place(problem.record.rpartition(" ")[2], problem.field) or (str(path), 1)
    return replace(problem, file=file, line=line)
