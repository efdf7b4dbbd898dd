"""What every door needs while it runs: the clock, and a log that never says what somebody typed."""

import logging
from datetime import datetime

from directory import settings
from directory.model.schedule import BRUSSELS, parse_moment

log = logging.getLogger(__name__)


def clock() -> datetime:
    """Now in Brussels, or the fixed moment of the settings. Raises ValueError when that is no moment."""
    fixed = settings.NOW.value
    return parse_moment(fixed) if fixed else datetime.now(BRUSSELS)


def this_minute() -> datetime:
    """The clock without its seconds: what was worked out for a minute can be shared by all who ask in it."""
    return clock().replace(second=0, microsecond=0)


def report(error: Exception) -> None:
    """Log where an error happened and its kind; its text could hold what somebody typed."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
    log.error("%s at %s", type(error).__name__, where)
