"""What must hold across records. A check yields problems and never raises; its docstring is the rule."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

from directory.geography.places import Gazetteer
from directory.store.checks import contacts, hours, places, references, services, sources, texts
from directory.store.files import ORGANISATIONS, VOCABULARY, read_folder, read_organisation
from directory.store.problems import Problem
from directory.store.reading import Reading


def check_catalogue(reading: Reading, gazetteer: Gazetteer, today: date) -> Iterator[Problem]:
    """The problems of records that could be read, rule by rule."""
    return chain(
        references.unique_ids(reading),
        references.one_reading(reading),
        references.references(reading),
        references.circles(reading),
        references.successors(reading),
        references.unused_themes(reading),
        contacts.channel_values(reading),
        contacts.websites(reading),
        contacts.repeated_channels(reading),
        hours.readable_hours(reading),
        hours.stated_hours(reading),
        places.addresses(reading, gazetteer),
        places.points(reading, gazetteer),
        places.confidential_addresses(reading),
        places.sheltering_locations(reading),
        places.doors(reading),
        places.visits(reading),
        services.stopped(reading),
        services.ages(reading),
        services.languages(reading),
        services.areas(reading, gazetteer),
        sources.dates(reading, today),
        sources.pages(reading),
        sources.supported_fields(reading),
        sources.general_knowledge(reading),
        texts.unseen_signs(reading),
    )


def check_folder(path: Path, gazetteer: Gazetteer, today: date) -> tuple[Problem, ...]:
    """Everything that is wrong in a data folder, in its organisations or vocabulary folder, or in one file.

    The parts are checked against the whole data folder they lie in. A file that lies in none is checked on
    its own: what it refers to is then not looked up.
    """
    if not path.exists():
        mend = "Give the data folder, its organisations folder or one file."
        return (Problem(str(path), 1, "", "", "There is nothing at this path.", mend),)
    if len(path.parts) < 2 and (path.is_file() or path.name in (ORGANISATIONS, VOCABULARY, "")):
        # "." or a name alone says nothing of the folders around it.
        path = path.absolute()
    folder = _data_folder(path)
    if folder is None:
        entry, broken = read_organisation(path)
        reading = Reading(organisations=(entry,) if entry else (), problems=broken)
    else:
        reading = read_folder(folder)
    problems = sorted({*reading.problems, *check_catalogue(reading, gazetteer, today)})
    return tuple(p for p in problems if path == folder or Path(p.file).is_relative_to(path))


def _data_folder(path: Path) -> Path | None:
    """The data folder that is, or holds, this path; None for a file that lies in no data folder."""
    if path.is_dir():
        return path.parent if path.name in (ORGANISATIONS, VOCABULARY) else path
    around = (path.parent, path.parent.parent)
    return next((folder for folder in around if (folder / ORGANISATIONS).is_dir()), None)
