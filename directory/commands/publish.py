"""python -m directory publish OUT."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from directory import settings
from directory.commands.given import gazetteer, now, say, usable
from directory.exchange.geojson import geojson
from directory.exchange.hsds.export import export_hsds
from directory.exchange.open_data import open_catalogue
from directory.exchange.open_table import open_table
from directory.exchange.publishing import publish
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.schedule import in_brussels
from directory.store import shelf
from directory.web.static_pages import static_pages

EXAMPLE = "Example: python -m directory publish site"
DATA = "data"


def publish_command(
    out: Annotated[Path, typer.Argument(help="The folder to write; it is made when it is not there.")],
) -> None:
    """Write all of it as files for any web server: light pages without a script, HSDS, GeoJSON and CSV.

    The same data at the same moment give the same bytes. Of what stands in the folder only what was published before
    is replaced or taken away.
    """
    folder = Path(usable(settings.DATA))
    catalogue, places, moment = shelf.catalogue(folder), gazetteer(), now()
    if problems := shelf.problems(folder):
        say(f"{len(problems)} problems kept something from being read: run python -m directory check.", err=True)
    try:
        number = publish(out, lambda made: write_site(catalogue, places, moment, made))
    except OSError as error:
        raise typer.BadParameter(f"{out} could not be written: {error.strerror}.") from None
    except ValueError as error:
        raise typer.BadParameter(f"{error}.") from None
    say(f"{number} files: {out}")


def write_site(catalogue: Catalogue, places: Gazetteer, moment: datetime, folder: Path) -> None:
    """Write the pages and the data into an empty folder.

    Raises:
        OSError: when it cannot be written.
    """
    for page in static_pages(catalogue, moment):
        (folder / page.name).parent.mkdir(exist_ok=True)
        (folder / page.name).write_text(page.html, encoding="utf-8")
    data = folder / DATA
    export_hsds(catalogue, places, moment, data / "hsds")
    for_everybody = open_catalogue(catalogue)
    (data / "locations.geojson").write_text("".join(geojson(for_everybody)), encoding="utf-8")
    table = "".join(open_table(for_everybody, in_brussels(moment).date()))
    (data / "services.csv").write_text(table, encoding="utf-8", newline="")
