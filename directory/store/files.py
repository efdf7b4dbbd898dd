"""A folder of files to a catalogue and its problems.

    organisations/<id>.yaml     one organisation a file, its services, channels and locations inside it
    vocabulary/themes.yaml      a list of terms; audiences.yaml the same
    vocabulary/wishes.yaml      a list of what people say beside their need; may be left out
    vocabulary/spoken.yaml      a list of words that are typed for others; may be left out
    study-2008.yaml             the study

Reading is a function of the files alone. A file that is broken costs that one organisation, a term that is
broken costs that one term; the rest is read.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from directory.model.catalogue import Catalogue
from directory.model.organisation import Organisation
from directory.model.provenance import first_day
from directory.model.record import Record
from directory.model.study import Study
from directory.model.vocabulary import Saying, Term, Wish
from directory.store.document import Document, read_document
from directory.store.faults import faults
from directory.store.problems import Problem, Severity, quoted
from directory.store.reading import Entry, Reading

ORGANISATIONS = "organisations"
VOCABULARY = "vocabulary"
STUDY = "study-2008.yaml"

R = TypeVar("R", bound=Record)
Terms = tuple[tuple[Entry[R], ...], frozenset[str] | None, tuple[Problem, ...]]


def read_catalogue(folder: Path) -> tuple[Catalogue, tuple[Problem, ...]]:
    """The catalogue in a data folder, and what keeps some of it from being read."""
    reading = read_folder(folder)
    return reading.catalogue, reading.problems


def readable_files(folder: Path) -> Iterator[Path]:
    """The files of a data folder that are read, where they are there."""
    yield from (folder / ORGANISATIONS).glob("*.yaml")
    yield from (folder / VOCABULARY).glob("*.yaml")
    yield folder / STUDY


def read_folder(folder: Path) -> Reading:
    """Everything in a data folder, with the lines on which it is written."""
    files = sorted((folder / ORGANISATIONS).glob("*.yaml"))
    read = [read_organisation(file) for file in files]
    themes, declared_themes, theme_problems = _read_terms(folder / VOCABULARY / "themes.yaml", "theme", Term)
    file = folder / VOCABULARY / "audiences.yaml"
    audiences, declared_audiences, audience_problems = _read_terms(file, "audience", Term)
    wishes, wish_problems = _read_if_there(folder / VOCABULARY / "wishes.yaml", "wish", Wish)
    sayings, saying_problems = _read_if_there(folder / VOCABULARY / "spoken.yaml", "saying", Saying)
    study, study_problems = _read_study(folder / STUDY)
    problems = [problem for _, found in read for problem in found]
    problems += [
        *theme_problems,
        *audience_problems,
        *wish_problems,
        *saying_problems,
        *study_problems,
        *_not_read(folder),
    ]
    return Reading(
        organisations=tuple(entry for entry, _ in read if entry),
        themes=themes,
        audiences=audiences,
        wishes=wishes,
        sayings=sayings,
        study=study,
        problems=tuple(sorted(problems)),
        declared_organisations=frozenset(file.stem for file in files),
        declared_themes=declared_themes,
        declared_audiences=declared_audiences,
    )


def read_organisation(file: Path) -> tuple[Entry[Organisation] | None, tuple[Problem, ...]]:
    """The organisation in a file; None, with the reasons, when it does not hold."""
    entry, problems = _read_record(file, Organisation)
    if entry is None:
        return None, problems
    if entry.record.id != file.stem:
        what = f"{quoted(entry.record.id)} is not the name of its file."
        mend = f'Write "{file.stem}", or call the file {entry.record.id}.yaml.'
        return None, (entry.must_mend("id", what, mend),)
    impossible = tuple(_impossible_dates(Reading(organisations=(entry,))))
    return (None if impossible else entry), impossible


def _read_study(file: Path) -> tuple[Entry[Study] | None, tuple[Problem, ...]]:
    if not file.exists():
        return None, ()
    entry, problems = _read_record(file, Study)
    impossible = tuple(_impossible_dates(Reading(study=entry)))
    return (None if impossible else entry), (*problems, *impossible)


def _read_record(file: Path, model: type[R]) -> tuple[Entry[R] | None, tuple[Problem, ...]]:
    document, problems = read_document(file, model.__name__.lower())
    if problems:
        return None, problems
    if not isinstance(document.values, dict):
        return None, (_wrong_shape(document, "fields", 'Begin with "id:" at the start of a line.'),)
    try:
        return Entry(model.model_validate(document.values), document), ()
    except ValidationError as error:
        return None, tuple(faults(document, (), model, error))


def _read_if_there(file: Path, kind: str, model: type[R]) -> tuple[tuple[Entry[R], ...], tuple[Problem, ...]]:
    if not file.exists():
        return (), ()
    terms, _, problems = _read_terms(file, kind, model)
    return terms, problems


def _read_terms(file: Path, kind: str, model: type[R]) -> Terms[R]:
    """The terms that hold, the ids of all terms (None when the list cannot be read) and the problems."""
    document, problems = read_document(file, kind)
    if problems:
        return (), None, problems
    if not isinstance(document.values, list):
        mend = f'Begin each {kind} with a hyphen and its id: "- id: …".'
        return (), None, (_wrong_shape(document, "a list", mend),)
    terms: list[Entry[R]] = []
    found: list[Problem] = []
    for number, values in enumerate(document.values):
        try:
            terms.append(Entry(model.model_validate(values), document, (number,)))
        except ValidationError as error:
            found.extend(faults(document, (number,), model, error))
    declared = frozenset(str(values.get("id")) for values in document.values if isinstance(values, dict))
    return tuple(terms), declared, tuple(found)


def _wrong_shape(document: Document, shape: str, mend: str) -> Problem:
    what = "The file is empty." if document.values is None else f"The file does not hold {shape}."
    return document.problem((), what, mend)


def _impossible_dates(reading: Reading) -> Iterator[Problem]:
    """Dates that have the form of a date and are none, such as 2026-02-31: no rule could reckon with them."""
    for source, _ in reading.sources:
        as_of = source.record.as_of
        try:
            if as_of:
                first_day(as_of)
        except ValueError:
            mend = "Write a day that exists, or the month or year alone."
            yield source.must_mend("as_of", f"{quoted(as_of)} is not a day of the calendar.", mend)


def _not_read(folder: Path) -> Iterator[Problem]:
    """Files that somebody may believe to be read, and a folder that is not there."""
    if not (folder / ORGANISATIONS).is_dir():
        mend = "Make it, or give the folder that holds it."
        yield Problem(str(folder), 1, "", "", f'There is no folder "{ORGANISATIONS}" in it.', mend)
    patterns = ("*.y*ml", f"{VOCABULARY}/*", f"{ORGANISATIONS}/*")
    for path in sorted({path for pattern in patterns for path in folder.glob(pattern)}):
        if path.name.startswith(".") or _is_read(path.relative_to(folder)):
            continue
        what = f"{quoted(path.name)} is not one of the files that are read."
        mend = "Call it <id>.yaml in organisations, or take it out of the data."
        yield Problem(str(path), 1, "", "", what, mend, Severity.WARNING)


def _is_read(place: Path) -> bool:
    if place.parts[0] == ORGANISATIONS:
        return place.suffix == ".yaml"
    return place in (
        Path(STUDY),
        Path(VOCABULARY, "themes.yaml"),
        Path(VOCABULARY, "audiences.yaml"),
        Path(VOCABULARY, "wishes.yaml"),
        Path(VOCABULARY, "spoken.yaml"),
    )
