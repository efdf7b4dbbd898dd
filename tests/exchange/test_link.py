"""A link holds what the worker chose for each service, and tells nothing of it."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from directory.exchange.codes import Kind, LeftOut, decode, encode, is_of_a_client
from directory.exchange.link import FOR_A_CLIENT, decode_list, encode_list
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
    text = encode_list(shortlist, KNOWN, Kind.CLIENT)
    assert set(text) <= set("0123456789-")
    assert decode_list(text, KNOWN, FOR_A_CLIENT) == (shortlist, LeftOut())
    assert decode(text, KNOWN)[0] == ()


@settings(deadline=None, max_examples=40)
@given(shortlists())
def test_a_colleague_opens_it_too_and_a_client_what_a_colleague_sent(shortlist: Shortlist) -> None:
    text = encode_list(shortlist, KNOWN)
    assert not is_of_a_client(text)
    assert decode_list(text, KNOWN) == (shortlist, LeftOut())
    assert decode_list(text, KNOWN, FOR_A_CLIENT) == (shortlist, LeftOut())


@pytest.mark.parametrize("kind", Kind)
def test_no_two_choices_for_a_service_have_the_same_code(kind: Kind) -> None:
    for service in KNOWN.service:
        every = [Choice(service=service, named=True), Choice(service=service, with_sites=True)]
        every += [Choice(service=service, door=door) for door in doors(service)]
        assert len({encode_list(Shortlist(choices=(choice,)), KNOWN, kind) for choice in every}) == len(every)


def test_what_the_worker_calls_it_and_notes_stays_out() -> None:
    said = Choice(service=JAC, label="Gesprek met An", note="bel na 18 uur")
    for kind in Kind:
        assert encode_list(Shortlist(choices=(said,)), KNOWN, kind) == encode([JAC], KNOWN, kind)


def test_a_choice_of_another_service_or_a_place_that_is_gone_shows_no_more_and_is_counted() -> None:
    ticked = Shortlist(choices=(Choice(service="awel-hulplijn", named=True),))
    for kind in Kind:
        moved = f"{encode([JAC], KNOWN, kind)}-{encode_list(ticked, KNOWN, kind).partition('-')[2]}"
        assert decode_list(moved, KNOWN, (kind,)) == (Shortlist.of(JAC), LeftOut(unknown=1))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("seed", range(5))
def test_a_link_that_is_cut_off_shows_less_and_never_more(seed: int, kind: Kind) -> None:
    whole = Choice(service=JAC, named=True, with_sites=True, door=doors(JAC)[0])
    text = encode_list(Shortlist(choices=(whole,)), KNOWN, kind)
    first = len(encode([JAC], KNOWN, kind))
    (found,) = decode_list(text[: random.Random(seed).randrange(first, len(text))], KNOWN, (kind,))[0].choices
    assert found != whole
    assert all(getattr(found, f) in (getattr(whole, f), None, False) for f in ("door", "named", "with_sites"))


@settings(deadline=None)
@example("22222b")
@example("01234567")
@given(st.text("0123456789-abcz%é", max_size=200))
def test_whatever_stands_in_it_is_opened_without_an_error(text: str) -> None:
    shortlist, missing = decode_list(text, KNOWN, FOR_A_CLIENT)
    assert len(shortlist.choices) <= MOST
    assert bool(missing) or set(text) <= set("-0123456789")
