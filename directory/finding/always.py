"""Who always answers: the lines that are open day and night by a source, for everybody who needs one."""

from datetime import datetime

from directory.finding.find import find
from directory.finding.query import Query
from directory.finding.results import Result
from directory.model.catalogue import Catalogue
from directory.model.channel import Mode
from directory.model.schedule import State

MOST = 6
SPOKEN = "nl"


def always_there(catalogue: Catalogue, now: datetime) -> tuple[Result, ...]:
    """Free telephone lines of the whole region that are surely open at any hour.

    Only what a source that is not old calls open day and night counts, so the list is short or even empty,
    and it is never a line that might not answer. Those with the fewest themes stand first.
    """
    query = Query(modes=frozenset({Mode.PHONE}), language=SPOKEN, free=True, open_now=True)
    answer = find(catalogue, query, now, limit=len(catalogue.services))
    return tuple(r for r in answer.results if _never_closes(r))[:MOST]


def _never_closes(result: Result) -> bool:
    return any(r.state is State.OPEN and r.always for c, r in result.channels if c.mode is Mode.PHONE)
