"""The client's card: it may be found by anybody, so it tells how to reach somebody and nothing else."""

import re
from functools import cache

import pytest

from directory.exchange.handover import Handover, hand_over
from directory.exchange.message import neutral_message
from directory.exchange.neutral import neutral
from directory.exchange.sheet.printing import CARD_NAME, SHEET_NAME, card_pdf
from directory.exchange.shortlist import Choice, Shortlist
from directory.exchange.vcard import CARD_NAME as CONTACTS_NAME
from directory.exchange.vcard import neutral_vcards
from directory.model.text import Language
from directory.wording import hours, printed
from directory.wording.labels import host
from tests.examples import MONDAY_EVENING, a_catalogue, a_channel, a_location, a_service, an_organisation
from tests.exchange import paper
from tests.exchange.handed import HOSTILE, a_house, handed, real_catalogue

IDS = list(real_catalogue().service)
BATCHES = [IDS[first : first + 20] for first in range(0, len(IDS), 20)]


@cache
def telling() -> tuple[str, ...]:
    """Everything in the catalogue that tells whose card it is or what it is about, in small letters."""
    catalogue = real_catalogue()
    themes = [
        word
        for term in catalogue.vocabulary.themes
        for word in (term.label.nl, term.label.fr, term.label.en, *term.words.all)
    ]
    names = [
        name
        for owner in catalogue.organisations
        for name in (*owner.names, *(s.name for s in owner.services), *(p.name for p in owner.locations))
    ]
    sites = [host(o.website) for o in catalogue.organisations if o.website]
    sites += [host(c.value) for s in catalogue.services for c in s.channels if c.kind.mode == "online"]
    numbers = re.compile(r"\+?[\d\s./-]+")
    return tuple({t.lower() for t in (*themes, *names, *sites) if t and not numbers.fullmatch(t)})


OURS = """
Adressen. Opgezocht op. Uren kunnen veranderen, zeker op feestdagen en in vakanties. Vraag het aan wie je dit gaf.
Gesprek. Adres. Langsgaan. Schrijven kan altijd. Uren niet gekend. Niet zeker.
Gratis. Huisnummer niet gekend. Straat niet gekend.
"""
"""Our own words, which stand on every card whatever it is about."""


@cache
def fixed() -> set[str]:
    """Those words, and what one does to reach somebody."""
    return set(re.findall(r"\w+", f"{OURS} {hours.always()} {' '.join(printed.HOW.values())}".lower()))


@cache
def of_streets() -> set[str]:
    """The words of streets, which say where and nothing else: Pastoorstraat is no priest."""
    streets = " ".join(place.street or "" for place in real_catalogue().location.values())
    return set(re.findall(r"\w+", streets.lower()))


def told_by(text: str) -> set[str]:
    """What of all that is telling stands in a text, but for our own words."""
    text = " ".join(text.lower().split())
    own = fixed() | of_streets()
    return {
        term
        for term in telling()
        if term in text
        and re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text)
        and not set(re.findall(r"\w+", term)) <= own
    }


def given(ids: list[str], language: Language = Language.NL) -> Handover:
    return hand_over(Shortlist.of(*ids), real_catalogue(), MONDAY_EVENING, language=language)


def test_there_is_much_that_could_tell_it() -> None:
    assert len(telling()) > 5000
    assert told_by("een gesprek over verkrachting bij Violett")


@pytest.mark.parametrize("ids", BATCHES, ids=lambda ids: ids[0])
def test_no_card_of_any_service_says_what_it_is_about_or_whose_it_is(ids: list[str]) -> None:
    card = given(ids)
    pdf = card_pdf(card)
    for text in (paper.text(pdf), paper.metadata(pdf), neutral_message(card), neutral_vcards(card)):
        assert not told_by(text.replace("\\,", ",").replace("\r\n ", ""))
    assert all(link.startswith(("tel:", "sms:", "https://wa.me/")) for link in paper.links(pdf))


def test_title_file_names_and_metadata_tell_nothing() -> None:
    read = paper.reader(card_pdf(handed(a_house())))
    assert read.metadata is not None
    assert read.metadata.title == "Adressen"
    assert (read.metadata.author, read.metadata.subject, read.metadata.keywords) == (None, None, None)
    assert (CARD_NAME, CONTACTS_NAME, SHEET_NAME) == ("adressen.pdf", "adressen.vcf", "contactgegevens.pdf")


def test_a_card_has_number_place_and_hours() -> None:
    text = paper.text(card_pdf(handed(a_house())))
    assert "Gesprek 1 Bellen 0800 13 500 ma-vr 9-17 u Binnenlopen Veldstraat 1, 9000 Gent uren niet gekend" in text
    for left_out in ("Lijn", "Helpers", "luistert", "example.org", "Je belt eerst"):
        assert left_out not in text


def test_a_card_says_that_it_is_free_only_where_a_source_says_so() -> None:
    for cost, said in ((0, True), (None, False), (5, False)):
        card = handed(a_house(cost_eur=cost))
        assert ("Gesprek 1 Gratis Bellen" in paper.text(card_pdf(card))) is said
        assert ("Gesprek 1\nGratis\nBellen" in neutral_message(card)) is said
        assert ("NOTE:Gratis" in neutral_vcards(card)) is said


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"number": None}, "Veldstraat, 9000 Gent huisnummer niet gekend · uren niet gekend"),
        ({"number": None, "street": None}, "9000 Gent straat niet gekend · uren niet gekend"),
    ],
)
def test_a_card_says_what_is_missing_of_an_address(known: dict[str, None], said: str) -> None:
    door = a_channel(kind="walk_in", value="https://example.org", location="house-gent")
    owner = an_organisation(services=[a_service(channels=[door])], locations=[a_location(**known)])
    card = handed(a_catalogue(owner))
    assert said in paper.text(card_pdf(card))
    assert said.replace(" Gent ", " Gent (") in neutral_message(card)


def test_who_has_only_a_door_is_called_an_address() -> None:
    house = a_house(channels=[a_channel(kind="walk_in", value="https://example.org", location="house-gent")])
    assert "Adres 1" in paper.text(card_pdf(handed(house)))


def test_names_and_sites_are_shown_only_when_ticked_for_this_service() -> None:
    named = paper.text(card_pdf(handed(a_house(), named=True)))
    assert "De Lijn" in named
    assert "Huis De Helpers, Veldstraat 1" in named
    assert "example.org" not in named
    with_sites = card_pdf(handed(a_house(), with_sites=True))
    assert "chat.example.org/nu" in paper.text(with_sites)
    assert "De Lijn" not in paper.text(with_sites)
    assert paper.codes(with_sites) == {"https://chat.example.org/nu"}


def test_a_tick_for_one_service_is_none_for_another() -> None:
    shortlist = Shortlist(choices=(Choice(service="awel-hulplijn", named=True), Choice(service="1712-lijn")))
    text = paper.text(card_pdf(hand_over(shortlist, real_catalogue(), MONDAY_EVENING)))
    assert "Awel" in text
    assert "Gesprek 2" in text


def test_the_label_that_a_worker_chose_stands_instead_of_every_name() -> None:
    assert "Gesprek met An" in paper.text(card_pdf(handed(a_house(), label="Gesprek met An", named=True)))


def test_a_note_for_the_worker_is_not_on_it() -> None:
    secret = "over wat er thuis gebeurde"
    card = handed(a_house(), note=secret)
    assert secret not in paper.text(card_pdf(card)) + neutral_message(card) + neutral_vcards(card)


def test_that_an_address_is_hidden_is_hidden_too() -> None:
    hidden = a_location(confidential=True, street=None, number=None, lat=None, lon=None)
    door = a_channel(id="line-door", kind="appointment", value="https://example.org", location="house-gent")
    owner = an_organisation(services=[a_service(channels=[door, a_channel()])], locations=[hidden])
    text = paper.text(card_pdf(handed(a_catalogue(owner))))
    assert "102" in text
    assert "Gent" not in text
    assert "openbaar" not in text


def test_who_can_only_be_written_to_is_asked_of_the_worker() -> None:
    house = a_house(channels=[a_channel(kind="chat", value="https://example.org")])
    assert "Gesprek 1 Vraag het aan wie je dit gaf." in paper.text(card_pdf(handed(house)))


def test_a_few_other_places_are_listed_and_many_are_not() -> None:
    for places, listed in ((4, True), (9, False)):
        doors = [
            a_channel(id=f"door-{n}", kind="walk_in", value="https://example.org", location=f"house-{n}")
            for n in range(places)
        ]
        houses = [a_location(id=f"house-{n}", number=str(n)) for n in range(places)]
        catalogue = a_catalogue(an_organisation(services=[a_service(channels=doors)], locations=houses))
        assert ("Veldstraat 3" in paper.text(card_pdf(handed(catalogue)))) is listed


@pytest.mark.parametrize(
    ("kinds", "said"),
    [(("walk_in",), "Langsgaan"), (("appointment",), "Op afspraak"), (("appointment", "walk_in"), "Langsgaan")],
)
def test_another_place_says_by_appointment_where_one_cannot_just_walk_in(kinds: tuple[str, ...], said: str) -> None:
    nearest = a_channel(id="door", kind="walk_in", value="https://example.org", location="house-0")
    others = [
        a_channel(id=f"other-{n}", kind=kind, value="https://example.org", location="house-1")
        for n, kind in enumerate(kinds)
    ]
    houses = [a_location(id=f"house-{n}", number=str(n)) for n in range(2)]
    catalogue = a_catalogue(
        an_organisation(services=[a_service(channels=[nearest, *others])], locations=houses),
    )
    picked = Shortlist(choices=(Choice(service=catalogue.services[0].id, door="house-0"),))
    (entry,) = neutral(hand_over(picked, catalogue, MONDAY_EVENING))
    assert [way.how for way in entry.ways if way.place and way.place.id == "house-1"] == [said]


def test_four_short_entries_fit_one_page_of_which_no_quarter_cuts_one() -> None:
    shortlist = Shortlist.of("awel-hulplijn", "1712-lijn", "tele-onthaal", "zelfmoord1813")
    known = [c for c in shortlist.services if c in real_catalogue().service]
    assert len(paper.pages(card_pdf(given(known)))) == 1


def test_a_card_is_tagged_for_a_screen_reader() -> None:
    pdf = card_pdf(given(IDS[:20]))
    assert "pdfuaid" in paper.metadata(pdf)
    assert paper.tags(pdf).count("/H1") == 20


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_a_worker_writes_on_it_comes_out_as_text(hostile: str) -> None:
    letters = paper.letters(card_pdf(handed(a_house(), label=hostile[:60])))
    assert all(word in letters for word in hostile[:60].split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.FR, ("Adresses", "Entretien 1", "Téléphone")),
        (Language.EN, ("Addresses", "Talk 1", "Phone")),
    ],
)
def test_a_card_in_another_language_is_in_that_language_alone(language: Language, said: tuple[str, ...]) -> None:
    pdf = card_pdf(handed(a_house(), language=language))
    assert [words for words in said if words not in paper.text(pdf)] == []
    assert paper.languages(pdf) == {language.value}
