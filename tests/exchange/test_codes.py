"""Links: opaque, lasting, and opened as far as they can be."""

import random
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.exchange.codes import Kind, LeftOut, decode, encode, is_of_a_client
from directory.exchange.shortlist import MOST
from directory.model.catalogue import Catalogue
from directory.settings import ROOT
from directory.wording.shortlist import left_out
from tests.examples import a_catalogue, a_service, an_organisation
from tests.exchange.handed import real_catalogue

BOTH = tuple(Kind)
SHORTEST = Kind.WORKER.shortest
ALIKE = ("service-94294", "service-162710")
"""Two ids whose codes begin with the same seven characters."""


def of(*ids: str) -> Catalogue:
    return a_catalogue(an_organisation(services=[a_service(id=i, channels=[]) for i in ids]))


def opened(text: str, catalogue: Catalogue) -> tuple[tuple[str, ...], LeftOut]:
    services, missing = decode(text, catalogue)
    return tuple(service.id for service in services), missing


@settings(deadline=None)
@given(st.data())
def test_a_link_opens_what_was_put_in_it(data: st.DataObject) -> None:
    catalogue = real_catalogue()
    ids = data.draw(st.lists(st.sampled_from(sorted(catalogue.service)), min_size=1, max_size=MOST, unique=True))
    assert opened(encode(ids, catalogue), catalogue) == (tuple(ids), LeftOut())


def test_a_link_shows_nothing_of_an_id() -> None:
    for service in real_catalogue().service:
        code = encode([service], real_catalogue())
        assert not any(part in code for part in service.split("-") if len(part) > 3)


def test_every_service_has_a_code_of_its_own() -> None:
    codes = encode(real_catalogue().service, real_catalogue()).split("-")
    assert len(set(codes)) == len(real_catalogue().services)
    assert {len(code) for code in codes} == {SHORTEST}


def test_a_code_lasts_when_other_services_come_and_go() -> None:
    before = encode(["kept"], of("kept", "going"))
    assert before == encode(["kept"], of("coming", "kept", "another"))
    assert opened(before, of("coming", "kept"))[0] == ("kept",)


def test_a_code_is_the_same_in_another_process() -> None:
    asked = "from directory.exchange.codes import digest; print(digest('awel-hulplijn')[:7])"
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == encode(["awel-hulplijn"], real_catalogue())


def test_two_services_whose_codes_would_be_the_same_get_longer_ones() -> None:
    catalogue = of(*ALIKE, "other")
    first, second, third = encode([*ALIKE, "other"], catalogue).split("-")
    assert first[:SHORTEST] == second[:SHORTEST]
    assert first != second
    assert len(first) == len(second) > len(third)
    assert opened(f"{first}-{second}-{third}", catalogue)[0] == (*ALIKE, "other")


def test_a_code_from_before_such_a_second_service_is_not_guessed() -> None:
    old = encode(ALIKE[:1], of(ALIKE[0]))
    assert opened(old, of(*ALIKE)) == ((), LeftOut(unclear=1))


def test_what_cannot_be_opened_is_counted_by_why() -> None:
    catalogue = of("a", "b")
    a, b = encode(["a", "b"], catalogue).split("-")
    services, missing = opened(f"{a}-{a.upper()}-zzzzzzz-{b}-%F0%9F-x", catalogue)
    assert services == ("a", "b")
    assert missing == LeftOut(unknown=1, unreadable=2, repeated=1)


def test_five_thousand_codes_open_the_first_that_fit() -> None:
    catalogue = of(*(f"s-{n}" for n in range(5000)))
    services, missing = opened(encode(catalogue.service, catalogue), catalogue)
    assert services == tuple(f"s-{n}" for n in range(MOST))
    assert missing.too_many == 5000 - MOST


@settings(deadline=None)
@given(st.text(max_size=300))
def test_whatever_stands_in_a_link_is_opened_without_an_error(text: str) -> None:
    services, missing = decode(text, real_catalogue(), BOTH)
    is_of_a_client(text)
    named = [piece for piece in re.split(r"[\s,;.+-]+", text.lower()) if piece]
    counted = missing.unknown + missing.unclear + missing.unreadable + missing.repeated + missing.too_many
    assert len(services) + counted == len(named)


@settings(deadline=None)
@given(st.data())
def test_a_clients_link_opens_what_was_put_in_it_and_is_never_a_workers(data: st.DataObject) -> None:
    known = real_catalogue()
    ids = data.draw(st.lists(st.sampled_from(sorted(known.service)), min_size=1, max_size=MOST, unique=True))
    text = encode(ids, known, Kind.CLIENT)
    services, missing = decode(text, known, BOTH)
    assert (tuple(service.id for service in services), missing) == (tuple(ids), LeftOut())
    assert set(text) <= set("0123456789-")
    start = data.draw(st.integers(0, len(text) - 1))
    slip = data.draw(st.text("abcdefghijklmnopqrstuvwxyz0123456789-", max_size=2))
    for changed in (text, text[:start], text[start:], f"{text[:start]}{slip}{text[start + 1 :]}"):
        assert decode(changed, known)[0] == ()


def test_a_whole_clients_code_or_the_beginning_of_one_is_known_for_what_it_is() -> None:
    for service in real_catalogue().service:
        text = encode([service], real_catalogue(), Kind.CLIENT)
        assert all(is_of_a_client(f"zzzzzzz-{text[:length]}") for length in range(1, len(text) + 1))
        assert not is_of_a_client(encode([service], real_catalogue()))


def test_every_service_has_a_clients_code_of_its_own_that_lasts() -> None:
    codes = encode(real_catalogue().service, real_catalogue(), Kind.CLIENT).split("-")
    assert len(set(codes)) == len(real_catalogue().services)
    assert {len(code) for code in codes} == {Kind.CLIENT.shortest}
    assert encode(["kept"], of("kept", "going"), Kind.CLIENT) == encode(["kept"], of("new", "kept"), Kind.CLIENT)
    # It stands in messages and on telephones of long ago: it may never become another.
    assert encode(["awel-hulplijn"], real_catalogue(), Kind.CLIENT) == "13912807595"


def test_a_broken_link_still_opens_what_is_whole() -> None:
    ids = random.Random(1).sample(sorted(real_catalogue().service), 5)
    text = encode(ids, real_catalogue())
    assert opened(text[:-3], real_catalogue()) == (tuple(ids[:4]), LeftOut(unreadable=1))


def test_an_unknown_id_has_no_code() -> None:
    with pytest.raises(KeyError):
        encode(["nobody"], of("a"))


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, ""),
        ({"unknown": 1}, "Niet alles uit de link staat hier: 1 staat niet (meer) in deze gids."),
        (
            {"unknown": 1, "unclear": 1, "unreadable": 2, "too_many": 3},
            "Niet alles uit de link staat hier: 2 staan niet (meer) in deze gids, 2 waren niet te lezen "
            "en 3 waren er te veel voor één lijst.",
        ),
        ({"repeated": 1}, "Niet alles uit de link staat hier: 1 stond er dubbel in."),
    ],
)
def test_what_was_left_out_is_said_in_a_sentence(counts: dict[str, int], said: str) -> None:
    assert left_out(**counts) == said
