"""What may be pressed: a page, a plain number, a plain address; never a script, an order or a second receiver."""

import pytest

from directory.model.channel import Kind
from directory.wording import labels, links
from tests.examples import a_channel, an_organisation
from tests.hostile import ADDRESSES, LINKS, LOOKALIKES, NUMBERS, SOUND_LINKS

HOSTILE = (*LINKS, *NUMBERS, *ADDRESSES)
OWNER = an_organisation(website="https://www.hulp.example")


@pytest.mark.parametrize("value", HOSTILE, ids=ascii)
@pytest.mark.parametrize("kind", Kind)
def test_a_hostile_value_is_shown_and_cannot_be_pressed(kind, value):
    channel = a_channel(kind=kind, value=value)
    assert links.title(channel)
    link = links.press(channel, OWNER)
    assert link is None or link[1] == value in ("tel:112", "mailto:hulp@hulp.example")


@pytest.mark.parametrize(
    ("kind", "value", "target"),
    [
        ("phone", "+3292000000", "tel:+3292000000"),
        ("phone", "112", "tel:112"),
        ("sms", "8989", "sms:8989"),
        ("whatsapp", "+32470123456", "https://wa.me/32470123456"),
        ("whatsapp", "https://wa.me/32470123456", "https://wa.me/32470123456"),
        ("email", "jongeren.o-vl@hulp.example", "mailto:jongeren.o-vl@hulp.example"),
        ("appointment", "hulp@hulp.example", "mailto:hulp@hulp.example"),
        *(("chat", link, link) for link in SOUND_LINKS),
        *(
            ("chat", link, link)
            for link in ("https://a.example.:65535?%65", "https://80.1.1.1:8443", "http://café.be")
        ),
    ],
)
def test_what_is_sound_can_be_pressed(kind, value, target):
    assert links.press(a_channel(kind=kind, value=value), OWNER)[1] == target


@pytest.mark.parametrize("contact", [*LINKS, *ADDRESSES, "0470 12 34 56", ""], ids=ascii)
def test_a_site_whose_contact_is_neither_address_nor_page_has_none(contact):
    assert links.to_write(contact) is None


@pytest.mark.parametrize("url", LOOKALIKES)
def test_a_name_that_looks_like_another_is_shown_as_what_it_is(url):
    assert labels.host(url).isascii()
    assert labels.host(url) != "hulp.example" or "\u3002" in url


@pytest.mark.parametrize("url", LINKS, ids=ascii)
def test_a_host_can_be_named_of_anything(url):
    assert labels.host(url)
