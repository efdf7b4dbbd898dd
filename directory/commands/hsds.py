"""python -m directory export hsds OUT, and import hsds IN OUT."""

from pathlib import Path
from typing import Annotated

import typer

from directory import settings
from directory.commands.given import gazetteer, now, say, usable
from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.export import export_hsds
from directory.exchange.hsds.forms import as_uri
from directory.exchange.hsds.importing import bring_in
from directory.model.vocabulary import Vocabulary
from directory.store import report, shelf
from directory.store.files import read_catalogue
from directory.store.problems import must_be_mended

EXPORT_EXAMPLE = "Example: python -m directory export hsds open-data"
IMPORT_EXAMPLE = "Example: python -m directory import hsds feed/ data --dry-run"

exports = typer.Typer(
    name="export", no_args_is_help=True, help="Write the facts in the form of others.", epilog=EXPORT_EXAMPLE
)
imports = typer.Typer(
    name="import", no_args_is_help=True, help="Bring in facts that others publish.", epilog=IMPORT_EXAMPLE
)


@exports.callback()
def _export() -> None:
    """Write the facts in the form of others."""


@imports.callback()
def _import() -> None:
    """Bring in facts that others publish."""


@exports.command(name="hsds", epilog=EXPORT_EXAMPLE)
def export_command(
    out: Annotated[Path, typer.Argument(help="The folder to write; it is made when it is not there.")],
) -> None:
    """Write the catalogue as HSDS 3.1: JSON, tables with datapackage.json, and a README that explains them."""
    folder = Path(usable(settings.DATA))
    catalogue = shelf.catalogue(folder)
    if problems := shelf.problems(folder):
        say(f"{len(problems)} problems kept something from being read: run python -m directory check.", err=True)
    try:
        written = export_hsds(catalogue, gazetteer(), now(), out)
    except OSError as error:
        raise typer.BadParameter(f"{out} could not be written: {error.strerror}.") from None
    say(f"{written.organisations} organisations, {written.services} services, {written.channels} channels: {out}")


@imports.command(name="hsds", epilog=IMPORT_EXAMPLE)
def import_command(
    feed: Annotated[Path, typer.Argument(exists=True, help="A file or folder of HSDS 3: JSON, or tables.")],
    out: Annotated[Path, typer.Argument(help="The data folder to bring it into.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the difference and write nothing.")] = False,
    source: Annotated[
        str | None, typer.Option(help="Web address of the feed, for what names no page of its own.")
    ] = None,
) -> None:
    """Bring a feed of HSDS 3 into a data folder; what was changed there by hand stays.

    What could not be carried is told, with where it is and how to mend it. Exit status 1 when something was left out
    for that.
    """
    if source and not as_uri(source):
        raise typer.BadParameter(f"{source!r} is not a web address. Write it whole, from https:// on.")
    adoption = Adoption(_vocabulary(out), gazetteer(), now().date(), published_at=source)
    try:
        brought = bring_in(feed, out, adoption)
        if dry_run:
            for line in brought.differences():
                say(line)
        else:
            brought.write()
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"{error}.") from None
    made = sum(not old for old, _ in brought.files.values())
    would = "would be " if dry_run else ""
    say(report.as_text(brought.problems), err=True)
    say(f"{made} organisations {would}new, {len(brought.files) - made} {would}changed in {out}.")
    raise typer.Exit(1 if must_be_mended(tuple(brought.problems)) else 0)


def _vocabulary(out: Path) -> Vocabulary:
    """The words of the folder that is brought into; of our own when it has none."""
    theirs = read_catalogue(out)[0].vocabulary if (out / "vocabulary").is_dir() else None
    return theirs or read_catalogue(Path(usable(settings.DATA)))[0].vocabulary
