"""Answers that were made before, within a limit of memory: open data only, never what somebody looked up."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

OWN_BYTES = 1_000
"""About what keeping an answer costs beside its body."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A body in one coding, with the strong ETag of just these bytes."""

    media_type: str
    etag: str
    body: bytes


class Keep:
    """The answers that were asked for last, together never more than so many bytes."""

    def __init__(self, most_bytes: int) -> None:
        """One answer may take half of it at most."""
        self.most_bytes, self.bytes = most_bytes, 0
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._changing = Lock()

    def get(self, key: Hashable) -> Kept | None:
        """What was kept under this key."""
        with self._changing:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Hashable, kept: Kept) -> None:
        """Keep this, and let go of what nobody asked for longest."""
        if len(kept.body) > self.most_bytes / 2:
            return
        with self._changing:
            before = self._kept.pop(key, None)
            self._kept[key] = kept
            self.bytes += _size(kept) - (_size(before) if before else 0)
            while self.bytes > self.most_bytes:
                self.bytes -= _size(self._kept.popitem(last=False)[1])


def _size(kept: Kept) -> int:
    return len(kept.body) + OWN_BYTES
