"""The worker's sheet, read back from the PDF."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from directory.exchange.handover import hand_over
from directory.exchange.message import message
from directory.exchange.sheet.content import MOST_WAYS
from directory.exchange.sheet.printing import sheet_pdf
from directory.exchange.shortlist import Shortlist
from directory.model.text import Language
from tests.examples import MONDAY_EVENING, a_catalogue, a_channel, a_service, an_organisation
from tests.exchange import paper
from tests.exchange.handed import HOSTILE, a_house, handed, real_catalogue


def test_a_sheet_says_how_to_reach_somebody_and_what_happens_then() -> None:
    text = paper.text(sheet_pdf(handed(a_house(cost_eur=0, anonymous=True, referral="self"), note="Bel na 18 uur.")))
    for said in (
        "1. De Lijn",
        "van De Helpers",
        "Praten met iemand die luistert.",
        "Bellen 0800 13 500 ma-vr 9-17 u",
        "Chatten chat.example.org/nu uren niet gekend",
        "Mailen hallo@example.org schrijven kan altijd",
        "Huis De Helpers, Veldstraat 1, 9000 Gent",
        "Site example.org",
        "Waarover Praten met iemand",
        "Verwijzen Zelf contact opnemen",
        "Goed om te weten Gratis · Anoniem · Nederlands",
        "Eerste stap Je belt eerst.",
        "Nota Bel na 18 uur.",
        "Wie antwoordt, of ze het aan iemand doorvertellen en wat anderen ervan kunnen zien: niet gekend",
        "nog niet nagekeken bij de organisatie",
        "Bronnen: example.org (okt 2026)",
        "Opgezocht op 23 november 2026, 20 u",
    ):
        assert said in text, said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (
            {"referral": "professional", "letter_needed": True, "intake": False, "without_parents": True},
            "Verwijzen Via een hulpverlener · Met een verwijsbrief · Zonder eerst een gesprek · "
            "Onder 18: mag zonder je ouders Goed om te weten",
        ),
        (
            {"referral": "both", "letter_needed": False},
            "Verwijzen Zelf of via een hulpverlener · Zonder verwijsbrief · "
            "Niet gekend: eerste gesprek en zonder ouders",
        ),
        (
            {},
            "Verwijzen Hoe beginnen: niet gekend · Niet gekend: verwijsbrief, eerste gesprek en zonder ouders",
        ),
    ],
)
def test_a_sheet_says_who_may_refer_and_whether_the_client_will_be_taken(facts: dict[str, object], said: str) -> None:
    given = handed(a_house(**facts))
    assert said in paper.text(sheet_pdf(given))
    for known in said.removeprefix("Verwijzen ").split(" Goed om")[0].split(" · "):
        assert known.startswith("Niet gekend") or known in message(given)


# Nothing is longer than in French.
@pytest.mark.parametrize("language", [Language.NL, Language.FR])
def test_any_ten_services_fit_three_pages_that_every_screen_reader_reads(language: Language) -> None:
    names = {service.id: "".join(service.name.split()) for service in real_catalogue().services}
    for ten in (list(names)[first : first + 10] for first in range(0, len(names), 10)):
        pdf = sheet_pdf(hand_over(Shortlist.of(*ten), real_catalogue(), MONDAY_EVENING, language=language))
        assert len(paper.pages(pdf)) <= 3
        assert "pdfuaid" in paper.metadata(pdf)
        letters = paper.letters(pdf)
        assert [name for service in ten if (name := names[service]) not in letters] == []


def test_a_sheet_is_tagged_titled_and_says_its_language() -> None:
    pdf = sheet_pdf(handed(a_house()))
    read = paper.reader(pdf)
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata is not None
    assert read.metadata.title == "Contactgegevens"
    assert "pdfuaid" in paper.metadata(pdf)
    tags = paper.tags(pdf)
    assert tags.index("/Title") < tags.index("/H1")
    assert {"/P", "/Link", "/Figure"} <= set(tags)


def test_every_font_is_inside_the_file() -> None:
    for page in paper.reader(sheet_pdf(handed(a_house()))).pages:
        for font in page["/Resources"]["/Font"].values():
            (descendant,) = font.get_object()["/DescendantFonts"]
            described = descendant.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(described)


def test_numbers_and_addresses_can_be_pressed() -> None:
    assert paper.links(sheet_pdf(handed(a_house()))) == {
        "tel:+3280013500",
        "https://chat.example.org/nu",
        "mailto:hallo@example.org",
        "https://example.org",
        "https://www.example.org",
    }


def test_a_telephone_reads_the_web_addresses_from_the_paper() -> None:
    assert paper.codes(sheet_pdf(handed(a_house()))) == {"https://chat.example.org/nu", "https://example.org"}


@pytest.mark.parametrize(
    ("language", "title", "way", "languages"),
    [
        (Language.FR, "Coordonnées", "Téléphone", {"fr", "nl"}),
        (Language.EN, "Contact details", "Phone", {"en", "nl"}),
        (Language.NL, "Contactgegevens", "Bellen", {"nl"}),
    ],
)
def test_a_sheet_in_another_language_marks_what_is_dutch(
    language: Language, title: str, way: str, languages: set[str]
) -> None:
    pdf = sheet_pdf(handed(a_house(), language=language))
    assert paper.reader(pdf).trailer["/Root"]["/Lang"] == language
    assert f"{title} " in paper.text(pdf)
    assert f"{way} 0800 13 500" in paper.text(pdf)
    assert paper.languages(pdf) == languages


@pytest.mark.parametrize("hostile", HOSTILE)
def test_whatever_stands_in_a_fact_or_a_note_comes_out_as_text(hostile: str) -> None:
    pdf = sheet_pdf(handed(a_house(name=hostile, description={"nl": hostile}), note=f"Nota {hostile}"))
    letters = paper.letters(pdf)
    assert all(letters.count(word) >= 3 for word in hostile.split())


def test_a_name_or_address_of_three_hundred_letters_stays_on_the_page() -> None:
    long = "https://example.org/" + "x" * 280
    pdf = sheet_pdf(
        handed(
            a_house(name="W" * 120, channels=[a_channel(kind="chat", value=long)], description={"nl": "m" * 600}),
            note="n" * 600,
        )
    )
    right = float(paper.reader(pdf).pages[0].mediabox.right)
    assert paper.rightmost_ink(pdf) < right - 42
    assert "W" * 120 in paper.letters(pdf)
    assert sum(page.count("n") for page in paper.pages(pdf)) >= 600


def test_arabic_and_emoji_are_as_accessible_as_dutch_and_chinese_costs_only_the_promise() -> None:
    assert "pdfuaid" in paper.metadata(sheet_pdf(handed(a_house(name="مرحبا 🙂"))))
    pdf = sheet_pdf(handed(a_house(name="你好 hulp")))
    assert "pdfuaid" not in paper.metadata(pdf)
    assert paper.reader(pdf).trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "hulp" in paper.text(pdf)


def test_more_ways_than_fit_are_counted() -> None:
    channels = [a_channel(id=f"line-{n}", value=f"+328001350{n}") for n in range(MOST_WAYS + 2)]
    text = paper.text(sheet_pdf(handed(a_catalogue(an_organisation(services=[a_service(channels=channels)])))))
    assert "En nog 2: kijk op hun site." in text


def test_the_form_is_one_page_more() -> None:
    short = hand_over(Shortlist.of(*list(real_catalogue().service)[:5]), real_catalogue(), MONDAY_EVENING)
    plain, with_form = paper.pages(sheet_pdf(short)), paper.pages(sheet_pdf(short, form=True))
    assert len(with_form) == len(plain) + 1
    assert paper.reader(sheet_pdf(short)).pages[0].mediabox[2:] == pytest.approx([595.28, 841.89], abs=0.1)


@pytest.mark.parametrize("language", list(Language))
def test_the_form_is_one_page_that_asks_consent_first_and_says_that_nothing_is_kept(language: Language) -> None:
    services = list(real_catalogue().service)[:20]
    given = hand_over(Shortlist.of(*services), real_catalogue(), MONDAY_EVENING, language=language)
    pages = paper.pages(sheet_pdf(given, form=True))
    assert len(pages) == len(paper.pages(sheet_pdf(given))) + 1
    assert "2016/679" in pages[-1]


def test_the_form_names_who_it_goes_to() -> None:
    form = paper.pages(sheet_pdf(handed(a_house(), label="Gesprek met An"), form=True))[-1]
    assert "De Lijn van De Helpers" in form
    assert "An" not in form.split()
    assert "Er wordt niets van dit blad bewaard" in form
    assert "beroepsgeheim" in form


def test_the_form_names_them_without_whose_they_are_when_there_are_many_and_not_at_all_when_there_are_too_many() -> (
    None
):
    for services, named, owned in ((2, True, True), (6, True, False), (20, False, False)):
        several = [
            a_service(id=f"line-{n}", name=f"De lange lijn van dag en nacht {n}", channels=[])
            for n in range(services)
        ]
        catalogue = a_catalogue(an_organisation(name="De Helpers van Vlaanderen en Brussel", services=several))
        shortlist = Shortlist.of(*(service.id for service in several))
        pages = paper.pages(sheet_pdf(hand_over(shortlist, catalogue, MONDAY_EVENING), form=True))
        assert ("De lange lijn van dag en nacht 1" in pages[-1]) is named
        assert ("van De Helpers" in pages[-1]) is owned


def test_an_empty_shortlist_is_a_page_without_services() -> None:
    empty = hand_over(Shortlist(), a_house(), MONDAY_EVENING)
    assert len(paper.pages(sheet_pdf(empty))) == 1


def test_two_sheets_at_once_do_not_mix() -> None:
    names = [f"Dienst {n}" for n in range(12)]
    with ThreadPoolExecutor(4) as pool:
        made = pool.map(lambda name: sheet_pdf(handed(a_house(name=name), note=name)), names)
        for name, pdf in zip(names, made, strict=True):
            assert f"1. {name} van" in paper.text(pdf)
