"""What every command is given, the settings, the moment and the places, and how it speaks to a terminal."""

from datetime import datetime
from pathlib import Path

import typer

from directory import settings
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.schedule import parse_moment
from directory.model.text import with_unseen_written_out
from directory.running import clock
from directory.store import report, shelf
from directory.store.problems import Problem


def usable(setting: settings.Setting) -> str:
    """The value of a setting. Who types a command can mend it at once, so nothing stands in for it here.

    Raises:
        typer.BadParameter: when what is given cannot be used.
    """
    if setting.fault:
        raise typer.BadParameter(setting.fault)
    return setting.value


def now() -> datetime:
    """The moment of the command.

    Raises:
        typer.BadParameter: when the settings name one that is none.
    """
    usable(settings.NOW)
    return clock()


def gazetteer() -> Gazetteer:
    """The places of Belgium.

    Raises:
        typer.BadParameter: when they cannot be read.
    """
    try:
        return shelf.gazetteer(Path(usable(settings.GEO)))
    except OSError as error:
        said = f"the places of Belgium could not be read ({error}). Set {settings.GEO.variable}."
        raise typer.BadParameter(said) from None


def facts() -> Catalogue:
    """The facts; what keeps some of them from being read is told.

    Raises:
        typer.BadParameter: when the settings name no folder of them.
    """
    folder = Path(usable(settings.DATA))
    found = shelf.catalogue(folder)
    if problems := shelf.problems(folder):
        files = len({problem.file for problem in problems})
        say(f"{files} files could not be read as a whole: run python -m directory check.", err=True)
    return found


def moment_of(text: str) -> datetime:
    """The moment after --at.

    Raises:
        typer.BadParameter: when it is none.
    """
    try:
        return parse_moment(text)
    except ValueError:
        said = f"{text!r} is not a moment. Write it as 2026-11-23T20:00."
        raise typer.BadParameter(said, param_hint="--at") from None


def say(text: str, *, err: bool = False) -> None:
    """Print a text; what a terminal would take for an order, such as to hide or to colour, is written out."""
    typer.echo(with_unseen_written_out(text), err=err)


def refused(problems: tuple[Problem, ...]) -> typer.Exit:
    """The end of a command that cannot take what it was given; why is told."""
    say(report.as_text(problems), err=True)
    return typer.Exit(2)
