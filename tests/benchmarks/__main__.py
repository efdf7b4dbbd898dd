"""All benchmarks with one command: python -m tests.benchmarks [--only NAME] [--times N]."""

import argparse

from tests.benchmarks import (
    api,
    coverage,
    desk,
    export,
    filtering,
    finding,
    first_view,
    light,
    load,
    loading,
    publish,
    sheet,
)

MEASURES = {
    "read": loading.measure,
    "find": finding.measure,
    "filter": filtering.measure,
    "desk": desk.measure,
    "first-view": first_view.measure,
    "light": light.measure,
    "load": load.measure,
    "sheet": sheet.measure,
    "coverage": coverage.measure,
    "api": api.measure,
    "export": export.measure,
    "publish": publish.measure,
}


def main() -> None:
    """Measure what is asked; figures are printed and never judged."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", choices=MEASURES, help="measure only this")
    parser.add_argument("--times", type=int, default=30, help="how often each thing is done (default 30)")
    asked = parser.parse_args()
    for name, measure in MEASURES.items():
        if asked.only in (None, name):
            measure(asked.times)


if __name__ == "__main__":
    main()
