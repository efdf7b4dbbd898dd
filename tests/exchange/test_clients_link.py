"""A client's link holds what the worker chose for the card, and tells nothing of it."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.exchange.clients_link import decode_for_client, encode_for_client
from directory.exchange.codes import Kind, LeftOut, decode, encode
from directory.exchange.shortlist import MOST, Choice, Shortlist
from directory.model.channel import Mode
from tests.exchange.handed import real_catalogue

KNOWN = real_catalogue()
JAC = "jac-oost-brabant"


def doors(service: str) -> list[str]:
    channels = KNOWN.service[service].channels
    return sorted({place.id for c in channels if c.mode is Mode.IN_PERSON and (place := KNOWN.door(c))})


@st.composite
def shortlists(draw: st.DrawFn) -> Shortlist:
    ids = draw(st.lists(st.sampled_from(sorted(KNOWN.service)), max_size=MOST, unique=True))
    return Shortlist(
        choices=tuple(
            Choice(
                service=service,
                door=draw(st.sampled_from([None, *doors(service)])),
                named=draw(st.booleans()),
                with_sites=draw(st.booleans()),
            )
            for service in ids
        )
    )


@settings(deadline=None, max_examples=40)
@given(shortlists())
def test_it_opens_what_the_worker_chose(shortlist: Shortlist) -> None:
    text = encode_for_client(shortlist, KNOWN)
    assert set(text) <= set("0123456789-")
    assert decode_for_client(text, KNOWN) == (shortlist, LeftOut())
    assert decode(text, KNOWN)[0] == ()


def test_no_two_choices_for_a_service_have_the_same_code() -> None:
    for service in KNOWN.service:
        every = [Choice(service=service, named=True), Choice(service=service, with_sites=True)]
        every += [Choice(service=service, door=door) for door in doors(service)]
        assert len({encode_for_client(Shortlist(choices=(choice,)), KNOWN) for choice in every}) == len(every)


def test_what_the_worker_calls_it_and_notes_stays_out() -> None:
    said = Choice(service=JAC, label="Gesprek met An", note="bel na 18 uur")
    assert encode_for_client(Shortlist(choices=(said,)), KNOWN) == encode([JAC], KNOWN, Kind.CLIENT)


def test_a_choice_of_another_service_or_a_place_that_is_gone_shows_no_more_and_is_counted() -> None:
    ticked = encode_for_client(Shortlist(choices=(Choice(service="awel-hulplijn", named=True),)), KNOWN)
    moved = f"{encode([JAC], KNOWN, Kind.CLIENT)}-{ticked.partition('-')[2]}"
    assert decode_for_client(moved, KNOWN) == (Shortlist.of(JAC), LeftOut(unknown=1))


@pytest.mark.parametrize("seed", range(5))
def test_a_link_that_is_cut_off_shows_less_and_never_more(seed: int) -> None:
    whole = Choice(service=JAC, named=True, with_sites=True, door=doors(JAC)[0])
    text = encode_for_client(Shortlist(choices=(whole,)), KNOWN)
    (found,) = decode_for_client(text[: -random.Random(seed).randint(1, 26)], KNOWN)[0].choices
    assert found != whole
    assert all(getattr(found, f) in (getattr(whole, f), None, False) for f in ("door", "named", "with_sites"))


@settings(deadline=None)
@given(st.text("0123456789-abcz%é", max_size=200))
def test_whatever_stands_in_it_is_opened_without_an_error(text: str) -> None:
    shortlist, missing = decode_for_client(text, KNOWN)
    assert len(shortlist.choices) <= MOST
    assert bool(missing) or set(text) <= set("-0123456789")
