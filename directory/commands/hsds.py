"""python -m directory export hsds OUT."""

from pathlib import Path
from typing import Annotated

import typer

from directory import settings
from directory.commands.given import gazetteer, now, say, usable
from directory.exchange.hsds.export import export_hsds
from directory.store import shelf

EXPORT_EXAMPLE = "Example: python -m directory export hsds open-data"

exports = typer.Typer(
    name="export", no_args_is_help=True, help="Write the facts in the form of others.", epilog=EXPORT_EXAMPLE
)


@exports.callback()
def _export() -> None:
    """Write the facts in the form of others."""


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
