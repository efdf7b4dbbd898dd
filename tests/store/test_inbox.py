"""The inbox: what counts as kept is there whole, whatever happens to whoever wrote it."""

import json
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as some

from directory.model.correction import LONGEST_TEXT, Correction, Part
from directory.settings import ROOT
from directory.store import inbox
from directory.store.problems import Severity
from tests.endless import NO_END
from tests.examples import MONDAY_EVENING

MONTH = "2026-11.jsonl"
TIMES_KILLED = 60
WRITER = Path(__file__).parent / "inbox_writer.py"


def a_correction(should_be: str = "103", **changes: object) -> Correction:
    facts = {"time": MONDAY_EVENING, "service": "line", "part": Part.NUMBER, "should_be": should_be}
    return Correction.model_validate(facts | changes)


TYPED = some.text(some.characters(exclude_categories=("Cs",)), max_size=40)
SENT = some.builds(
    Correction,
    time=some.integers(0, 60 * 24 * 90).map(lambda minutes: MONDAY_EVENING + timedelta(minutes=minutes)),
    service=some.sampled_from(["line", "house"]),
    part=some.sampled_from(Part),
    should_be=some.sampled_from(["103", "104"]) | TYPED,
    source=TYPED,
    contact=some.none() | some.just("me@example.org"),
)


def test_the_same_said_of_a_service_and_of_an_organisation_called_alike_is_kept_twice(folder):
    assert inbox.append(folder, a_correction())
    of_organisation = a_correction(service=None, organisation="line")
    assert inbox.append(folder, of_organisation)
    assert not inbox.append(folder, of_organisation)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "inbox"


@given(some.lists(SENT, max_size=12).map(lambda sent: sorted(sent, key=lambda c: c.time)))
@effort(deadline=None, max_examples=40)
def test_all_that_is_kept_is_read_back_newest_first_and_the_same_within_a_day_only_once(sent):
    last: dict[tuple[str, str, str], datetime] = {}
    expected: list[Correction] = []
    with tempfile.TemporaryDirectory() as name:
        for correction in sent:
            said = (correction.service, correction.part, correction.should_be)
            is_new = said not in last or correction.time - last[said] >= timedelta(days=1)
            assert inbox.append(Path(name), correction) == is_new
            if is_new:
                last[said] = correction.time
                expected.append(correction)
        assert inbox.read(Path(name)) == (tuple(reversed(expected)), ())


@given(texts=some.lists(TYPED, min_size=1, max_size=5, unique=True), cut=some.integers(0, 5_000), after=TYPED)
@effort(deadline=None, max_examples=40)
def test_a_torn_record_is_told_and_hides_no_other(texts, cut, after):
    sent = [a_correction(f"{number} {text}") for number, text in enumerate(texts)]
    with tempfile.TemporaryDirectory() as name:
        for correction in sent:
            inbox.append(Path(name), correction)
        file = Path(name) / MONTH
        last = file.read_bytes().rindex(b'{"time"')
        left = last + cut % (file.stat().st_size - last)
        os.truncate(file, left)
        late = a_correction(f"late {after}")
        assert inbox.append(Path(name), late)
        kept, problems = inbox.read(Path(name))
        whole = sent if left == last + len(_line(sent[-1])) else sent[:-1]
        assert kept == (late, *reversed(whole))
        torn = left > last and whole != sent
        assert [(p.file, p.line, p.severity) for p in problems] == [(str(file), len(sent), Severity.WARNING)] * torn


def _line(correction: Correction) -> bytes:
    return correction.model_dump_json(exclude_none=True).encode()


@given(some.binary(max_size=300))
@effort(deadline=None)
def test_whatever_bytes_a_file_holds_it_is_read_and_added_to(before):
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / MONTH).write_bytes(before)
        assert inbox.append(Path(name), a_correction())
        assert inbox.read(Path(name))[0] == (a_correction(),)


def test_a_record_holds_what_was_sent_and_nothing_more(folder):
    inbox.append(folder, a_correction(source="their site"))
    (line,) = (folder / MONTH).read_text().splitlines()
    assert json.loads(line) == {
        "time": "2026-11-23T20:00:00+01:00",
        "service": "line",
        "part": "number",
        "should_be": "103",
        "source": "their site",
    }


def test_only_its_owner_can_read_it(folder):
    inbox.append(folder, a_correction())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / MONTH).stat().st_mode) == 0o600


def test_no_record_is_longer_than_its_limit(folder):
    with pytest.raises(inbox.RecordTooLongError):
        inbox.append(folder, a_correction("\N{SMILING FACE WITH SUNGLASSES}" * LONGEST_TEXT))
    assert inbox.append(folder, a_correction("é" * LONGEST_TEXT))
    assert len((folder / MONTH).read_bytes()) <= inbox.MOST_BYTES


def test_a_month_that_is_full_takes_nothing_more_and_the_next_does(folder, monkeypatch):
    monkeypatch.setattr(inbox, "MOST_BYTES_A_MONTH", 1_000)
    for text in ("one", "two"):
        inbox.append(folder, a_correction(text * 100))
    with pytest.raises(inbox.MonthFullError):
        inbox.append(folder, a_correction("three" * 100))
    assert inbox.append(folder, a_correction("three" * 100, time=MONDAY_EVENING + timedelta(days=10)))
    assert [c.should_be[:3] for c in inbox.read(folder)[0]] == ["thr", "two", "one"]


def test_a_full_disk_is_an_error_and_the_file_is_as_it_was(folder):
    inbox.append(folder, a_correction("before"))
    before = (folder / MONTH).read_bytes()
    limits = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before) + 20},) * 2)"
    tried = (
        f"{limits}\nfrom tests.store.test_inbox import *\ninbox.append(Path({str(folder)!r}), a_correction('more'))"
    )
    done = subprocess.run([sys.executable, "-c", tried], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "No space left on device" in done.stderr
    assert (folder / MONTH).read_bytes() == before
    assert inbox.append(folder, a_correction("after"))


def test_a_device_that_takes_nothing_is_an_error(folder):
    folder.mkdir()
    (folder / MONTH).symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left on device"):
        inbox.append(folder, a_correction())


@pytest.mark.parametrize("within", ["a file", "nothing"])
def test_a_folder_that_cannot_be_is_an_error(tmp_path, within):
    if within == "a file":
        (tmp_path / within).write_text("")
    with pytest.raises(OSError, match=within):
        inbox.append(tmp_path / within / "inbox", a_correction())


@pytest.mark.parametrize("put", NO_END)
def test_what_never_ends_is_told_and_hides_no_other_month(folder, put):
    inbox.append(folder, a_correction())
    strange = folder / "2026-12.jsonl"
    put(strange)
    read, (problem,) = inbox.read(folder)
    assert len(read) == 1
    assert (problem.file, problem.severity) == (str(strange), Severity.MUST_MEND)
    with pytest.raises((OSError, inbox.MonthFullError)):
        inbox.append(folder, a_correction(time=MONDAY_EVENING + timedelta(days=20)))
    assert inbox.append(folder, a_correction("104"))


def test_who_write_at_the_same_time_all_have_their_records_and_a_double_only_one(folder):
    with ThreadPoolExecutor(8) as pool:
        new = list(pool.map(lambda n: inbox.append(folder, a_correction(str(n // 8))), range(400)))
    kept, problems = inbox.read(folder)
    assert sum(new) == len(kept) == 50
    assert not problems


@pytest.fixture
def writers(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that brings forth writers, one at a time, as asked on its standard input."""
    command = [sys.executable, str(WRITER), str(folder)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as running:
        yield running


@pytest.mark.slow
def test_whoever_is_killed_while_writing_all_that_counted_as_kept_is_there_whole(folder, writers):
    chance, acknowledged = random.Random(112), []
    for _ in range(TIMES_KILLED):
        print(len(acknowledged), file=writers.stdin, flush=True)
        pid = int(writers.stdout.readline())
        acknowledged.append(writers.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.03))
        os.kill(pid, signal.SIGKILL)
        acknowledged += iter(lambda: writers.stdout.readline().strip(), "killed")
    kept = {correction.should_be.split()[0] for correction in inbox.read(folder)[0]}
    assert len(acknowledged) > 2 * TIMES_KILLED
    assert set(acknowledged) <= kept
    assert len(kept) <= len(acknowledged) + TIMES_KILLED
