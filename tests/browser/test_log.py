"""Whatever is asked, rightly, wrongly or to break something: nothing the server prints or keeps names it."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.faults import BREAKING_WORD, BROKEN_SERVICE
from tests.browser.server import Server
from tests.browser.visit import Visit
from tests.exchange import paper

pytestmark = pytest.mark.browser

# Words alone: a postcode or an age is found by chance in the time of a line or in a number that names a file.
WORD, WRONG_WORD, LIGHT_WORD = "wielewaal", "<zebravink {{", "kwikstaart"
PLACE, WRONG_PLACE, LIGHT_PLACE = "Wondelgem", "Ergenshuizen", "Koksijde"
AGE = "elfenhalf"
DESK_WORD, NOTE = "grutto", "pimpelmees"
LOOPBACK, LOOPBACK_6 = "0100007F", f"{'0' * 24}01000000"
"""As the kernel writes 127.0.0.1 and ::1."""
TYPED = (WORD, "zebravink", LIGHT_WORD, PLACE, WRONG_PLACE, LIGHT_PLACE, AGE, BREAKING_WORD, BROKEN_SERVICE)
TYPED += (DESK_WORD, NOTE)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server may keep what a program keeps."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[Server]:
    """A server that breaks on some questions and tells its log all it can."""
    options = {"logger.level": "debug"}
    with Server("tests/browser/broken_app.py", options=options, HOME=str(home), TMPDIR=str(home)) as running:
        yield running


@pytest.fixture(scope="module")
def log(browser, server) -> str:
    """All that the server printed while somebody asked much."""
    visit = Visit.begin(browser, server.url, {"width": 1280, "height": 900}).go()
    ask_the_screens(visit)
    ask_the_light_pages(visit)
    ask_the_desk(visit)
    printed = server.log
    visit.page.close()
    visit.end()
    return printed


def ask_the_screens(visit: Visit) -> None:
    visit.type("Waarover?", f"{WORD} eenzaam")
    visit.type("Waar?", PLACE)
    visit.press("In de buurt")
    visit.page.get_by_role("button", name="Toon op de kaart").first.click()
    visit.settle()
    visit.type("Waar?", WRONG_PLACE, understood=False)
    expect(visit.page.get_by_text(f"Wij kennen {WRONG_PLACE} niet")).to_be_visible()
    visit.type("Waarover?", WRONG_WORD)
    visit.type("Waarover?", BREAKING_WORD, understood=False)
    expect(visit.page.get_by_text("Hier ging iets mis bij ons")).to_be_visible()
    visit.type("Waarover?", f"{WORD} praten", understood=False)
    visit.type("Waar?", "", understood=False)
    visit.press("In de buurt")
    visit.page.get_by_role("button", name="Toon meer").click()
    expect(visit.page.get_by_text("Hier ging iets mis bij ons")).to_be_visible()


def ask_the_light_pages(visit: Visit) -> None:
    page = visit.page
    for words, place, age in (
        (LIGHT_WORD, LIGHT_PLACE, "15"),
        (WRONG_WORD, WRONG_PLACE, AGE),
        (BREAKING_WORD, "", ""),
    ):
        page.goto(f"{visit.url}/licht")
        page.get_by_label("Waarover?").fill(words)
        page.get_by_label("Waar?").fill(place)
        page.get_by_label("Hoe oud?").fill(age)
        page.get_by_role("button", name="Zoek", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("heading", name="Hier ging iets mis bij ons")).to_be_visible()
    # A page that broke is an answer of 503, which a browser notes.
    visit.errors[:] = [error for error in visit.errors if "503" not in error]


def ask_the_desk(visit: Visit) -> None:
    page = visit.page
    visit.go(f"/hulpverleners?over={DESK_WORD}%20drugs&leeftijd=200")
    page.locator("[class*='st-key-on_'] button").first.click()
    page.locator(".st-key-desk_part").get_by_text("Mijn lijstje (1)").click()
    page.get_by_label("Nota bij 1").fill(NOTE)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Blad (PDF)").click()
    assert NOTE in paper.text(Path(waiting.value.path()).read_bytes())


def test_the_log_names_the_errors_and_nothing_that_was_typed_or_chosen(log):
    assert "Beginning script thread" in log
    assert log.count("RuntimeError at ") >= 3
    for typed in TYPED:
        assert typed.lower() not in log.lower()
        assert typed.encode().hex() not in log.lower()


def test_the_log_names_no_visitor(log):
    assert not re.search(r"127\.0\.0\.1|(?<!:)::1(?!\d)|Mozilla", log)


def test_no_file_of_the_server_names_what_was_typed(log, home):
    kept = [file for file in home.rglob("*") if file.is_file()]
    for file in kept:
        content = file.read_bytes().lower()
        assert not [typed for typed in TYPED if typed.lower().encode() in content], file


def test_the_server_writes_to_its_log_and_talks_to_its_visitors_alone(log, server):
    process = Path(f"/proc/{server.pid}")
    if not process.exists():
        pytest.skip("no /proc on this system")
    opened = {file: str(file.readlink()) for file in (process / "fd").iterdir() if file.is_symlink()}
    written = {name for file, name in opened.items() if name.startswith("/") and _is_for_writing(process, file.name)}
    assert {name for name in written if not name.startswith("/dev/")} == {str((process / "fd" / "1").readlink())}
    sockets = {name.removeprefix("socket:[").removesuffix("]") for name in opened.values()}
    rows = [line.split() for net in ("tcp", "tcp6") for line in (process / "net" / net).read_text().splitlines()[1:]]
    others = {row[2].split(":")[0] for row in rows if row[9] in sockets}
    assert others <= {"0" * 8, "0" * 32, LOOPBACK, LOOPBACK_6, f"{'0' * 16}FFFF0000{LOOPBACK}"}


def _is_for_writing(process: Path, descriptor: str) -> bool:
    flags = re.search(r"flags:\s*(\d+)", (process / "fdinfo" / descriptor).read_text())
    return flags is not None and int(flags[1], 8) & (os.O_WRONLY | os.O_RDWR) != 0
