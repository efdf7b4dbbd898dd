"""What is wrong in a feed of HSDS, whoever made it: what an import tells, and what `check` tells of our files."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.importing import bring_in
from directory.store.checks import check_folder
from directory.store.files import ORGANISATIONS
from directory.store.problems import Problem


def is_feed(path: Path) -> bool:
    """True for a file of JSON, and for a folder of JSON or tables that is no data folder of ours."""
    if path.is_file():
        return path.suffix.lower() == ".json"
    is_ours = (path / ORGANISATIONS).is_dir() or any(path.glob("*.y*ml"))
    return path.is_dir() and not is_ours and any((*path.glob("*.json"), *path.glob("*.csv")))


def check_feed(path: Path, adoption: Adoption) -> tuple[Problem, ...]:
    """Everything that is wrong in the feed in a file or folder.

    The records are brought into an empty folder, where the rules for our own files look at their hours, numbers,
    points, dates and links; where in the feed those stand is told by the record and its field.
    """
    with TemporaryDirectory() as empty:
        folder = Path(empty)
        brought = bring_in(path, folder, adoption)
        brought.write()
        told = check_folder(folder, adoption.gazetteer, adoption.today) if brought.files else ()
    # A problem without a record is one of the empty folder, which has no vocabulary.
    of_records = (replace(problem, file=str(path), line=1) for problem in told if problem.record)
    return tuple(sorted({*brought.problems, *of_records}))
