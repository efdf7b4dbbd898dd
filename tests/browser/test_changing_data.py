"""The data change, or turn bad, while people search: each answer is of one whole catalogue, and always an answer."""

import re
import shutil
import time
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path
from threading import Event

import pytest
from ruamel.yaml import YAML

from directory import settings
from tests.browser.server import Server

PATIENCE_S = 60.0
EDITION = re.compile(r"Editie (\d+)")


def write_edition(folder: Path, number: int) -> None:
    """Say in the name of every service which edition of the data this is."""
    files = sorted((folder / "organisations").glob("*.yaml"))
    # All are written first and only then take their place: a pause between two would make an edition of the first.
    for file in files:
        file.with_suffix(".new").write_text(of_edition(file, number), encoding="utf-8")
    for file in files:
        file.with_suffix(".new").replace(file)


def write(file: Path, edition: int) -> None:
    file.write_text(of_edition(file, edition), encoding="utf-8")


def of_edition(file: Path, edition: int) -> str:
    record = YAML().load(file)
    for service in record["services"]:
        service["name"] = f"Editie {edition} {service['id']}"
    text = StringIO()
    YAML().dump(record, text)
    return text.getvalue()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A few real organisations, in their first edition."""
    folder = tmp_path / "data"
    shutil.copytree(settings.ROOT / "data" / "vocabulary", folder / "vocabulary")
    (folder / "organisations").mkdir()
    for name in ("awel", "tele-onthaal", "child-focus", "lumi", "centrum-ter-preventie-van-zelfdoding"):
        shutil.copy(settings.ROOT / "data" / "organisations" / f"{name}.yaml", folder / "organisations")
    write_edition(folder, 1)
    return folder


@pytest.fixture
def server(data: Path) -> Iterator[Server]:
    with Server(HULPKAART_DATA=str(data), HULPKAART_LOOK_AGAIN="0.3") as running:
        yield running


def editions(server: Server) -> set[str]:
    """The editions that one page of results is made from."""
    form = urllib.parse.urlencode({"woorden": "praten"}).encode()
    with urllib.request.urlopen(f"{server.url}/licht", form, timeout=PATIENCE_S) as answer:
        assert answer.status == 200
        return set(EDITION.findall(answer.read().decode()))


def until(happens: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        if happens():
            return True
        time.sleep(0.1)
    return False


def test_while_the_data_change_every_answer_is_of_one_edition(server, data):
    done, seen = Event(), []

    def keep_asking() -> None:
        while not done.is_set():
            seen.append(editions(server))

    with ThreadPoolExecutor(4) as people:
        asking = [people.submit(keep_asking) for _ in range(4)]
        try:
            for number in (2, 3):
                write_edition(data, number)
                assert until(lambda wanted=str(number): editions(server) == {wanted})
        finally:
            done.set()
        for one in asking:
            one.result()
    assert all(len(found) == 1 for found in seen)
    assert {"1", "2", "3"} >= {edition for found in seen for edition in found}


def test_a_folder_that_turns_bad_leaves_the_last_good_catalogue_and_says_so(server, data, open_page):
    assert editions(server) == {"1"}
    awel = data / "organisations" / "awel.yaml"
    awel.write_text(awel.read_text(encoding="utf-8")[:900] + "\n  nope: [", encoding="utf-8")
    assert until(lambda: "The data that were read before stay in use" in server.log)
    assert "awel.yaml" in server.log
    assert editions(server) == {"1"}
    steward = open_page(server).go("/overzicht")
    steward.page.get_by_text("Deze gegevens zijn de laatste die klopten").wait_for()
    assert "awel.yaml" in steward.page.inner_text("body")
    shutil.copy(settings.ROOT / "data" / "organisations" / "awel.yaml", awel)
    write(awel, 2)
    assert until(lambda: editions(server) == {"1", "2"})


def test_a_folder_that_disappears_leaves_the_last_good_catalogue(server, data):
    assert editions(server) == {"1"}
    shutil.move(data, data.with_name("elsewhere"))
    assert until(lambda: "stay in use" in server.log)
    assert editions(server) == {"1"}
