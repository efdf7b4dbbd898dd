"""What a feed said last time, kept beside the data: without it nobody could tell our edits from theirs.

OUT/.imported/<feed>.json has the organisations as they came, and the id that we gave to each id of the feed.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from directory.exchange.hsds.mapping import Plain

FOLDER = ".imported"


@dataclass(slots=True)
class Kept:
    """The last state of a feed: organisations by our id, and our ids by those of the feed."""

    organisations: dict[str, Plain] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)


def state_file(folder: Path, feed: str) -> Path:
    """Where the state of a feed is kept."""
    return folder / FOLDER / f"{feed}.json"


def read_kept(file: Path) -> Kept:
    """The state in a file; an empty one when there is none yet.

    Raises:
        ValueError: when the file holds something else.
    """
    if not file.exists():
        return Kept()
    try:
        state = json.loads(file.read_text(encoding="utf-8"))
        return Kept(dict(state["organisations"]), dict(state["ids"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"{file} is not the state of a feed") from error


def as_text(kept: Kept) -> str:
    """The state as the text of its file."""
    state = {"ids": kept.ids, "organisations": kept.organisations}
    return json.dumps(state, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
