"""The log keeps the kind and the place of an error; its text could hold what somebody typed."""

import logging
import threading

import pytest

from directory import running

TYPED = "wielewaal"


def break_on_purpose() -> None:
    raise ValueError(f"no {TYPED} here")


@pytest.fixture
def words_kept_out(monkeypatch):
    """The process as the app has it once it has begun, and as it was afterwards."""
    factory, hook = logging.getLogRecordFactory(), threading.excepthook
    running.keep_words_out_of_the_log()
    yield
    logging.setLogRecordFactory(factory)
    logging.getLogger(running.READER_OF_FORMS).setLevel(logging.NOTSET)
    threading.excepthook = hook


def test_an_error_is_told_by_its_kind_and_the_line_that_raised_it():
    with pytest.raises(ValueError, match=TYPED) as raised:
        break_on_purpose()
    told = running.kind_and_place(raised.value)
    assert told == f"ValueError at {__file__}:{break_on_purpose.__code__.co_firstlineno + 1}"


@pytest.mark.parametrize(
    "log",
    [
        lambda logger, error: logger.exception(f"it broke: {error}"),
        lambda logger, error: logger.error("it broke: %s", error, exc_info=True),
        lambda logger, error: logger.error(f"it broke: {error!r}", exc_info=error),
        lambda logger, error: logger.warning("it broke: %s", error),
        lambda logger, error: logger.warning("it broke: %(error)s", {"error": error}),
    ],
)
def test_no_logger_of_any_library_writes_the_text_of_an_error(words_kept_out, caplog, log):
    try:
        break_on_purpose()
    except ValueError as error:
        log(logging.getLogger("some.library"), error)
    assert "it broke" in caplog.text
    assert f"ValueError at {__file__}:" in caplog.text
    assert TYPED not in caplog.text


def test_a_thread_that_breaks_is_told_in_the_same_way(words_kept_out, caplog, capfd):
    thread = threading.Thread(target=break_on_purpose)
    thread.start()
    thread.join()
    assert f"ValueError at {__file__}:" in caplog.text
    assert TYPED not in caplog.text + "".join(capfd.readouterr())


def test_a_line_without_an_error_stays_as_it_is(words_kept_out, caplog):
    logging.getLogger("some.library").warning("%d of %s", 3, "these")
    logging.getLogger("some.library").warning("100 %")
    assert [record.getMessage() for record in caplog.records] == ["3 of these", "100 %"]
