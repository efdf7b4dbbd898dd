"""Ids of ours for the records of others: readable, the same at every import, and never taken twice."""

import re
import unicodedata
from hashlib import sha1

_LONGEST = 70
_NO_SLUG = re.compile("[^a-z0-9]+")


class Naming:
    """Gives ids; `ids` has those of earlier times by the id of the feed, and is filled."""

    def __init__(self, ids: dict[str, str], taken: set[str]) -> None:
        """`taken` are the ids that others have already."""
        self._ids, self._taken = ids, taken | set(ids.values())

    def known(self, identity: str) -> str | None:
        """The id of what has this id in the feed, None when it has none yet."""
        return self._ids.get(identity)

    def slug(self, identity: str, *words: str) -> str:
        """The id of what has this id in the feed, made of these words when it has none yet."""
        if (known := self._ids.get(identity)) is not None:
            return known
        wanted = slug(" ".join(words)) or "zonder-naam"
        if wanted in self._taken:
            mark = sha1(identity.encode(), usedforsecurity=False).hexdigest()[:8]
            wanted = f"{wanted[: _LONGEST - 9].rstrip('-')}-{mark}"
        self._taken.add(wanted)
        self._ids[identity] = wanted
        return wanted


def slug(text: str) -> str:
    """A text as an id: small letters and digits with single hyphens; "" when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NO_SLUG.sub("-", plain).strip("-")[:_LONGEST].strip("-")
