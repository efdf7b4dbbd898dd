"""What every door needs while it runs: the clock, and a log that never says what somebody typed."""

import logging
import threading
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from directory import settings
from directory.model.schedule import BRUSSELS, parse_moment

log = logging.getLogger(__name__)

READER_OF_FORMS = "python_multipart"
"""The library that logs which bytes of a form it did not expect."""


def clock() -> datetime:
    """Now in Brussels, or the fixed moment of the settings."""
    fixed = settings.NOW.value
    return parse_moment(fixed) if fixed else datetime.now(BRUSSELS)


def this_minute() -> datetime:
    """The clock without its seconds: what was worked out for a minute can be shared by all who ask in it."""
    return clock().replace(second=0, microsecond=0)


def report(error: BaseException) -> None:
    """Log where an error happened and its kind."""
    log.error("%s", kind_and_place(error))


def kind_and_place(error: BaseException) -> str:
    """An error without its text, which could hold what somebody typed: `ValueError at …/find.py:12`."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
    return f"{type(error).__name__} at {where}"


def keep_words_out_of_the_log() -> None:
    """From now on no logger of this process, ours or a library's, writes the text of an error, or of a form."""
    logging.setLogRecordFactory(_Record)
    logging.getLogger(READER_OF_FORMS).setLevel(logging.CRITICAL + 1)
    threading.excepthook = lambda broken: report(broken.exc_value) if broken.exc_value else None


class _Record(logging.LogRecord):
    """A line of the log in which every error stands by its kind and place alone."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        error = self.exc_info[1] if self.exc_info else None
        self.exc_info = None
        if isinstance(self.args, Mapping):
            self.args = {name: _without_text(arg) for name, arg in self.args.items()}
        else:
            self.args = tuple(_without_text(arg) for arg in self.args or ())
        if error:
            said = self.getMessage()
            for text in filter(None, (repr(error), str(error))):
                said = said.replace(text, "…")
            self.msg, self.args = f"{said}: {kind_and_place(error)}", ()


def _without_text(arg: object) -> object:
    return kind_and_place(arg) if isinstance(arg, BaseException) else arg
