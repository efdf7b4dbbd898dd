"""Our Dutch is plain: no higher than B1, as far as a formula can tell.

The formula is that of Flesch for Dutch by W.H. Douma (De leesbaarheid van landbouwbladen, Wageningen 1960). From 60
on most people of 13 to 15 can read it with ease; long names of organisations pull it down. Syllables are those of
the patterns with which LibreOffice breaks words. `-rP` shows the ten hardest texts.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pytest
from pydantic import BaseModel
from pyphen import Pyphen

from directory import settings
from directory.model.text import Text
from directory.store import shelf
from tests.wording.pseudo import all_messages

EASY, STANDARD = 75, 65
"""What we say ourselves must be easy; what the facts say holds names and terms of others, and must be standard."""
LONGEST_SENTENCE = 26
"""In words. The Dutch government advises 15 on average, and to split what is over 20."""
LONG_ENOUGH = 10
"""In words. Of a text that is shorter, one name decides."""


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!:])\s+", text)


def _plain(text: str) -> str:
    """The text as it is read: a town in each brace, no signs of a format."""
    return re.sub(r"\*\*|<[^>]+>", "", re.sub(r"\{\w+\}", "Gent", text)).strip()


@cache
def ours() -> tuple[str, ...]:
    """All that we say ourselves."""
    forms = (form for message, _ in all_messages() for form in ([message] if isinstance(message, str) else message))
    return tuple(dict.fromkeys(_plain(form) for form in forms))


def _texts(record: BaseModel) -> Iterator[str]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Text):
                yield _plain(each.nl)
            elif isinstance(each, BaseModel):
                yield from _texts(each)


@cache
def facts() -> tuple[str, ...]:
    """All texts of the facts that visitors read."""
    known = shelf.catalogue(settings.data_folder())
    return tuple(dict.fromkeys(text for owner in known.organisations for text in _texts(owner)))


SYLLABLES = Pyphen(lang="nl_NL", left=1, right=1)


def ease(text: str) -> float:
    """Reading ease by Flesch and Douma: the higher, the easier."""
    words = re.findall(r"\w+(?:['’-]\w+)*", text)
    syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in words)
    return 206.84 - 0.93 * len(words) / len(_sentences(text)) - 77 * syllables / len(words)


def ease_together(texts: Iterable[str]) -> float:
    """How easy they are as one text."""
    return ease(" ".join(text if text[-1:] in ".?!" else f"{text}." for text in texts))


def long_ones(texts: Iterable[str]) -> list[str]:
    return [text for text in texts if len(text.split()) >= LONG_ENOUGH]


@pytest.mark.parametrize(("texts", "wanted"), [(ours, EASY), (facts, STANDARD)])
def test_what_visitors_read_is_plain(texts, wanted) -> None:
    hardest = sorted((ease(text), text) for text in long_ones(texts()))[:10]
    print(f"the ten hardest {texts.__name__}:", *(f"{score:6.0f}  {text}" for score, text in hardest), sep="\n")
    assert ease_together(long_ones(texts())) >= wanted


@pytest.mark.parametrize("texts", [ours, facts])
def test_no_sentence_is_too_long_to_hold_in_ones_head(texts) -> None:
    sentences = (sentence for text in texts() for sentence in _sentences(text))
    assert [sentence for sentence in sentences if len(sentence.split()) > LONGEST_SENTENCE] == []


def test_the_measure_tells_plain_from_official_dutch() -> None:
    plain = "Je kunt hier praten met iemand die luistert. Je hoeft je naam niet te zeggen."
    official = "Doorverwijzing geschiedt overeenkomstig de toepasselijke privacyreglementering van de voorziening."
    assert ease(plain) > EASY > STANDARD > ease(official)
