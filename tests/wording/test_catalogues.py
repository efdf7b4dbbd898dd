"""What we say is there in every language of ours, as it stands in the code now, with the same things to fill in."""

import csv
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from directory.settings import ROOT
from directory.wording.messages import OURS
from tests.wording.pseudo import BESIDE, all_messages

CODES = sorted(folder.name for folder in OURS.iterdir() if folder.is_dir())
WITH_ARABIC = [*CODES, "ar"]
TO_FILL_IN = re.compile(r"\{\w*\}")
TAG = re.compile(r"</?\w+[^>]*>")
AT_AN_END = re.compile(r"^ | $")


def catalogue(code: str, name: str = "messages") -> Catalog:
    with Path((OURS if code in CODES else BESIDE) / code / "LC_MESSAGES" / f"{name}.po").open("rb") as file:
        return read_po(file, locale=code)


def written(code: str) -> list[Message]:
    return [message for message in catalogue(code) if message.id]


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    return [text] if isinstance(text, str) else list(text)


def test_there_are_french_and_english() -> None:
    assert CODES == ["en", "fr"]


@pytest.mark.parametrize("code", CODES)
def test_every_sentence_of_ours_is_translated(code: str) -> None:
    there = {(message.id, message.context) for message in written(code)}
    assert sorted(set(all_messages()) - there, key=str) == [], "missing: say it in this language"


@pytest.mark.parametrize("code", WITH_ARABIC)
def test_no_sentence_is_translated_that_is_gone(code: str) -> None:
    there, wanted = {(message.id, message.context) for message in written(code)}, set(all_messages())
    assert sorted(there - wanted, key=str) == [], "stale: the code does not say this any more"


@pytest.mark.parametrize("code", WITH_ARABIC)
def test_no_translation_is_empty_or_a_guess(code: str) -> None:
    assert [m.id for m in written(code) if m.fuzzy or not all(form.strip() for form in forms(m.string))] == []


@pytest.mark.parametrize("code", WITH_ARABIC)
def test_every_plural_has_all_the_forms_of_the_language(code: str) -> None:
    plurals = [message for message in written(code) if message.pluralizable]
    assert [m.id for m in plurals if len(forms(m.string)) != catalogue(code).num_plurals] == []


@pytest.mark.parametrize("code", WITH_ARABIC)
def test_a_translation_has_the_same_to_fill_in_and_the_same_tags(code: str) -> None:
    broken = []
    for message in written(code):
        asked = [set(TO_FILL_IN.findall(form)) for form in forms(message.id)]
        tags = sorted(TAG.findall(forms(message.id)[0]))
        for form in forms(message.string):
            filled = set(TO_FILL_IN.findall(form))
            # Of none, one and two, a language may leave the number out.
            if not min(asked, key=len) - {"{number}"} <= filled <= max(asked, key=len):
                broken.append((message.id, form))
            if sorted(TAG.findall(form)) != tags:
                broken.append((message.id, form))
    assert broken == []


@pytest.mark.parametrize("code", WITH_ARABIC)
def test_a_translation_begins_and_ends_with_a_space_where_the_dutch_does(code: str) -> None:
    """Such a sentence stands beside another thing."""
    ends = [
        (forms(m.id)[0], form)
        for m in written(code)
        for form in forms(m.string)
        if AT_AN_END.findall(forms(m.id)[0]) != AT_AN_END.findall(form)
    ]
    assert ends == []


def test_the_french_names_of_towns_are_those_of_the_gazetteer() -> None:
    with (ROOT / "data" / "geo" / "places.csv").open(encoding="utf-8", newline="") as file:
        known = {row["name"]: row["name_fr"] for row in csv.DictReader(file) if row["kind"] == "municipality"}
    french = {message.id: message.string for message in catalogue("fr", "places") if message.id}
    differ = {name: (french.get(name), name_fr) for name, name_fr in known.items() if name_fr not in ("", name)}
    assert {name: pair for name, pair in differ.items() if pair[0] != pair[1]} == {}
