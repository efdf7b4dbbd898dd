"""Contacts, judged by RFC 2426 and read back."""

from pathlib import Path

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from vcard.vcard_validator import VcardValidator

from directory.exchange.handover import hand_over
from directory.exchange.shortlist import Shortlist
from directory.exchange.vcard import neutral_vcards, vcards
from tests.examples import MONDAY_EVENING, a_location
from tests.exchange.handed import HOSTILE, a_house, handed, real_catalogue

IDS = list(real_catalogue().service)


def verdict(text: str, folder: Path) -> str:
    """What a strict reader of RFC 2426 has against a contact; empty when nothing."""
    file = folder / "contact.vcf"
    file.write_bytes(text.encode())
    return str(VcardValidator(str(file), verbose=False).result or "")


def each(text: str) -> list[str]:
    return [f"{part}END:VCARD\r\n" for part in text.split("END:VCARD\r\n") if part]


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def test_a_contact_has_name_number_place_and_hours() -> None:
    contact = vobject.readOne(vcards(handed(a_house())))
    assert contact.fn.value == "De Lijn"
    assert contact.org.value == ["De Helpers"]
    assert contact.tel.value == "+3280013500"
    assert contact.email.value == "hallo@example.org"
    assert [url.value for url in contact.url_list] == [
        "https://www.example.org",
        "https://chat.example.org/nu",
        "https://example.org",
    ]
    assert (contact.adr.value.street, contact.adr.value.code, contact.adr.value.city) == (
        "Veldstraat 1",
        "9000",
        "Gent",
    )
    assert contact.note.value.splitlines()[0] == "Bellen: 0800 13 500 (ma-vr 9-17 u)"
    assert "Opgezocht op 23 november 2026, 20 u" in contact.note.value


@pytest.mark.filterwarnings("ignore:Short folded line")  # it counts letters where the standard counts octets
def test_every_service_of_the_catalogue_is_a_contact_that_the_standard_accepts(tmp_path: Path) -> None:
    assert verdict("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Alleen dit\r\nEND:VCARD\r\n", tmp_path)
    for first in range(0, len(IDS), 20):
        given = hand_over(Shortlist.of(*IDS[first : first + 20]), real_catalogue(), MONDAY_EVENING)
        for written in (vcards(given), neutral_vcards(given)):
            assert len(each(written)) == len(given.entries)
            assert [said for contact in each(written) if (said := verdict(contact, tmp_path))] == []


def test_lines_are_folded_at_75_octets_and_no_letter_is_cut() -> None:
    written = vcards(handed(a_house(name="ë🙂€" * 30, place="ü" * 120)))
    lines = written.encode().split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    assert "ü" * 120 in unfolded(written)


def test_a_contact_for_a_client_has_a_label_and_nothing_that_tells() -> None:
    written = unfolded(neutral_vcards(handed(a_house())))
    contact = vobject.readOne(written)
    assert contact.fn.value == "Gesprek 1"
    assert contact.tel.value == "+3280013500"
    assert contact.adr.value.street == "Veldstraat 1"
    assert not {"org", "url", "email"} & set(contact.contents)
    assert "example" not in written
    assert "Helpers" not in written


def test_a_hidden_address_is_in_no_contact() -> None:
    catalogue = a_house()
    hidden = a_location(confidential=True, street=None, number=None, lat=None, lon=None)
    owner = catalogue.organisations[0].model_copy(update={"locations": (hidden,)})
    written = vcards(handed(type(catalogue)(organisations=(owner,), vocabulary=catalogue.vocabulary)))
    assert "ADR" not in written


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80) | st.sampled_from(HOSTILE))
def test_whatever_stands_in_a_name_or_label_cannot_end_a_contact_or_begin_a_field(text: str) -> None:
    hostile = f"{text[:80]}\r\nTEL:666\nEND:VCARD"
    for written in (
        vcards(handed(a_house(name=hostile, place=hostile))),
        neutral_vcards(handed(a_house(), label=hostile[:60])),
    ):
        (contact,) = vobject.readComponents(written)
        assert [tel.value for tel in contact.tel_list] == ["+3280013500"]
