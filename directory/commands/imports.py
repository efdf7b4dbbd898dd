"""python -m directory import hsds | csv | ohana IN OUT."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from directory import settings
from directory.commands.given import gazetteer, now, refused, say, usable
from directory.exchange.columns.mapped import mapped_feed
from directory.exchange.columns.mapping_file import misfits, read_mapping
from directory.exchange.columns.ohana import read_ohana, region_of
from directory.exchange.hsds.adoption import Adoption
from directory.exchange.hsds.checking import check_after
from directory.exchange.hsds.feed import Feed, read_feed
from directory.exchange.hsds.forms import as_uri
from directory.exchange.hsds.importing import bring_in
from directory.exchange.rows import read_rows
from directory.model.vocabulary import Vocabulary
from directory.store import report
from directory.store.files import read_catalogue
from directory.store.problems import Severity, must_be_mended

HSDS_EXAMPLE = "Example: python -m directory import hsds feed/ data --dry-run"
OHANA_EXAMPLE = "Example: python -m directory import ohana feed data --source https://feed.example.org --dry-run"
CSV_EXAMPLE = "Example: python -m directory import csv list.csv data --mapping list.yaml --dry-run"

Out = Annotated[Path, typer.Argument(help="The data folder to bring it into.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show the difference and write nothing.")]
Source = Annotated[str | None, typer.Option(help="Web address of the feed, for what names no page of its own.")]

imports = typer.Typer(
    name="import", no_args_is_help=True, help="Bring in facts that others publish.", epilog=HSDS_EXAMPLE
)


@imports.callback()
def _import() -> None:
    """Bring in facts that others publish."""


@imports.command(name="hsds", epilog=HSDS_EXAMPLE)
def hsds_command(
    feed: Annotated[Path, typer.Argument(exists=True, help="A file or folder of HSDS 3: JSON, or tables.")],
    out: Out,
    dry_run: DryRun = False,
    source: Source = None,
) -> None:
    """Bring a feed of HSDS 3 into a data folder; what was changed there by hand stays.

    What could not be carried is told, with where it is and how to mend it. Exit status 1 when something was left out
    for that.
    """
    _bring(feed, out, _adoption(out, _page(source)), read_feed, dry_run=dry_run)


@imports.command(name="csv", epilog=CSV_EXAMPLE)
def csv_command(
    table: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="A table, whatever its columns are called.")
    ],
    out: Out,
    mapping: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help="What the columns are, in YAML; README.md shows how.")
    ],
    dry_run: DryRun = False,
    source: Source = None,
) -> None:
    """Bring a table (CSV) into a data folder by a mapping; what was changed there by hand stays.

    A mapping that does not hold, or does not fit the table, is refused before anything is read. What could not be
    carried is told, with its row and column and how to mend it. Exit status 1 when something was left out for that.
    """
    found, problems = read_mapping(mapping, _page(source))
    if found is None:
        raise refused(problems)
    rows = read_rows(table, found.mapping.separator)
    if not rows.columns:
        raise refused(tuple(rows.problems))
    if problems := tuple(misfits(found, rows.columns, table.name)):
        raise refused(problems)
    adoption = _adoption(out, found.mapping.source, form="CSV", region=found.mapping.country)
    _bring(table, out, adoption, lambda _: mapped_feed(rows, found.mapping), dry_run=dry_run)


@imports.command(name="ohana", epilog=OHANA_EXAMPLE)
def ohana_command(
    feed: Annotated[Path, typer.Argument(exists=True, help="A folder of tables, one of them, or one list.")],
    out: Out,
    country: Annotated[
        str | None, typer.Option(help="Country of numbers without one, such as US; else that of the addresses.")
    ] = None,
    dry_run: DryRun = False,
    source: Source = None,
) -> None:
    """Bring the tables of HSDS 1 or of the Ohana API into a data folder; what was changed there by hand stays.

    What could not be carried is told, with its file, row and column and how to mend it. Exit status 1 when something
    was left out for that.
    """
    region = region_of(country) if country else None
    if country and region is None:
        raise typer.BadParameter(f"{country!r} is no country. Write its two letters, such as BE or US.")
    page = _page(source)
    found, theirs = read_ohana(feed)
    _bring(feed, out, _adoption(out, page, form="HSDS 1", region=region or theirs), lambda _: found, dry_run=dry_run)


def _page(source: str | None) -> str | None:
    if source and not as_uri(source):
        raise typer.BadParameter(f"{source!r} is not a web address. Write it whole, from https:// on.")
    return source


def _adoption(out: Path, source: str | None, *, form: str = "HSDS", region: str = "BE") -> Adoption:
    return Adoption(_vocabulary(out), gazetteer(), now().date(), form=form, region=region, published_at=source)


def _bring(feed: Path, out: Path, adoption: Adoption, read: Callable[[Path], Feed], *, dry_run: bool) -> None:
    was_there = out.exists()
    try:
        brought = bring_in(feed, out, adoption, read)
        refused = sum(p.severity is Severity.MUST_MEND for p in check_after(brought, out, adoption))
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
    if brought.files and not was_there:
        say(f"There was no folder {out}: it {'would be' if dry_run else 'was'} made.")
    if brought.files and refused:
        says = "would say" if dry_run else "says"
        say(f"Of what is in {out} then, {refused} to mend: python -m directory check {out} {says} which.")
    raise typer.Exit(1 if must_be_mended(tuple(brought.problems)) else 0)


def _vocabulary(out: Path) -> Vocabulary:
    """The words of the folder that is brought into; of our own when it has none."""
    theirs = read_catalogue(out)[0].vocabulary if (out / "vocabulary").is_dir() else None
    return theirs or read_catalogue(Path(usable(settings.DATA)))[0].vocabulary
