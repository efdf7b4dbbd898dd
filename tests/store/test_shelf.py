"""The catalogue in use: one for all, and replaced as a whole or not at all."""

import shutil
import threading

import pytest

from directory.store import shelf
from directory.store.shelf import Shelf
from tests.endless import NO_END
from tests.store.conftest import FIRST


def test_the_shelf_reads_a_folder_once_for_all_threads(valid):
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(shelf.catalogue(valid))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len({id(catalogue) for catalogue in found}) == 1
    assert shelf.problems(valid) == ()


@pytest.fixture
def prepared():
    """The catalogues that were made ready to be searched, in order."""
    return []


@pytest.fixture
def in_use(valid):
    return Shelf(valid)


def rename(valid, name):
    """Give the organisation another name, as a steward would."""
    file = valid / FIRST
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("name: Luisterlijn", f"name: {name}"), encoding="utf-8")


def names(in_use):
    return [o.name for o in in_use.in_use.catalogue.organisations]


def test_a_change_is_in_use_once_the_folder_lies_still(valid, in_use, prepared):
    rename(valid, "Praatlijn in de stad")
    in_use.look_again(prepared.append)
    assert names(in_use) == ["Luisterlijn"]
    in_use.look_again(prepared.append)
    assert names(in_use) == ["Praatlijn in de stad"]
    assert prepared == [in_use.in_use.catalogue]


def test_a_folder_in_which_nothing_changed_is_not_read_again(in_use, prepared):
    before = in_use.in_use
    for _ in range(3):
        in_use.look_again(prepared.append)
    assert in_use.in_use is before
    assert prepared == []


def spoil(valid):
    (valid / FIRST).write_text("id: [", encoding="utf-8")


def cut_off(valid):
    whole = (valid / FIRST).read_text(encoding="utf-8")
    (valid / FIRST).write_text(whole[: len(whole) // 3], encoding="utf-8")


def empty(valid):
    (valid / FIRST).unlink()


def take_away(valid):
    shutil.rmtree(valid)


def no_vocabulary(valid):
    shutil.rmtree(valid / "vocabulary")


@pytest.mark.parametrize("turns_bad", [spoil, cut_off, empty, take_away, no_vocabulary])
def test_a_folder_that_turns_bad_changes_nothing_and_says_why(valid, in_use, prepared, caplog, turns_bad):
    before, copy = in_use.in_use.catalogue, shutil.copytree(valid, valid.parent / "copy")
    turns_bad(valid)
    for _ in range(3):
        in_use.look_again(prepared.append)
    assert in_use.in_use.catalogue is before
    assert in_use.in_use.refused
    assert caplog.text.count("The data that were read before stay in use") == len(in_use.in_use.refused)
    shutil.copytree(copy, valid, dirs_exist_ok=True)
    rename(valid, "Praatlijn")
    for _ in range(3):
        in_use.look_again(prepared.append)
    assert names(in_use) == ["Praatlijn"]
    assert not in_use.in_use.refused


@pytest.mark.parametrize("put", NO_END)
def test_what_never_ends_changes_nothing_and_holds_back_the_next_good_change_no_longer_than_it_is_there(
    valid, in_use, prepared, caplog, put
):
    before = in_use.in_use.catalogue
    strange = valid / "organisations" / "strange.yaml"
    put(strange)
    for _ in range(3):
        in_use.look_again(prepared.append)
    assert in_use.in_use.catalogue is before
    assert caplog.text.count("The data that were read before stay in use") == 1
    assert f"{strange} line 1: It " in caplog.text
    strange.unlink()
    rename(valid, "Praatlijn")
    for _ in range(3):
        in_use.look_again(prepared.append)
    assert names(in_use) == ["Praatlijn"]


def test_what_was_wrong_from_the_start_holds_back_no_other_change(valid, prepared):
    shutil.copy(valid / FIRST, valid / "organisations" / "broken.yaml")
    in_use = Shelf(valid)
    assert in_use.in_use.problems
    rename(valid, "Praatlijn")
    for _ in range(2):
        in_use.look_again(prepared.append)
    assert names(in_use) == ["Praatlijn"]


def test_a_catalogue_that_cannot_be_searched_is_not_used(valid, in_use):
    def fails(_):
        raise ZeroDivisionError

    rename(valid, "Praatlijn")
    for _ in range(3):
        in_use.look_again(fails)
    assert names(in_use) == ["Luisterlijn"]
    assert "ZeroDivisionError" in str(in_use.in_use.refused[0])


def test_a_watch_that_is_ended_looks_no_more(valid):
    shelf.catalogue(valid)
    seen = threading.Event()
    end = shelf.keep_watch(valid, lambda _: seen.set(), 0.05)
    rename(valid, "Praatlijn")
    assert seen.wait(20)
    end()
    seen.clear()
    rename(valid, "Luisterlijn")
    assert not seen.wait(0.5)
