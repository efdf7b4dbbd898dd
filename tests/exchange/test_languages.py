"""What is handed over in another language: no sentence of ours stays Dutch, and a text that is Dutch says so."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale

from directory.exchange.handover import Handover
from directory.exchange.message import message, neutral_message
from directory.exchange.sheet.printing import card_pdf, sheet_pdf
from directory.exchange.table import WIDTHS, rows
from directory.exchange.vcard import neutral_vcards, vcards
from directory.model.catalogue import Catalogue
from directory.model.vocabulary import Vocabulary
from directory.wording import messages
from tests.examples import a_catalogue, a_channel, a_location, a_service, a_source, a_term, an_organisation
from tests.exchange import paper
from tests.exchange.capitals import write_in_capitals
from tests.exchange.handed import a_house, handed

OLD, UNDATED = [a_source(as_of="2020-01")], [a_source(as_of=None)]
PAGE = 595.28
"""The width of an A4, in points."""
LOUD = {"nl": "EEN FEIT"}


def with_doubts(**changes: object) -> Catalogue:
    """A service of which there is something to warn of in every part, its facts in capitals."""
    places = [
        a_location(id=f"huis-{role}", name="HUIS", role=role, wheelchair=role == "door", note=LOUD, verified=False)
        for role in ("door", "office")
    ]
    channels = [
        a_channel(id="oud", value="+3280013500", hours="Mo-Fr 09:00-17:00", sources=OLD, cost_note=LOUD),
        a_channel(id="chat", kind="chat", value="https://example.org/x", hours="24/7", verified=False, traces=LOUD),
        a_channel(id="mail", kind="email", value="x@example.org", sources=UNDATED),
        a_channel(id="sms", kind="sms", value="+32470000000", hours="Mo 09:30-17:45; Tu,Th 10:00-12:00,13:00-24:00"),
        *(a_channel(id=f"deur-{p.role}", kind="walk_in", value="x@example.org", location=p.id) for p in places),
    ]
    facts = {
        "name": "DIENST",
        "description": {"nl": "WAT ZE DOEN"},
        "channels": channels,
        "eligibility": {"min_age": 12, "max_age": 25},
        "run_by": "volunteers",
        "verified": False,
    }
    owner = an_organisation(
        name="ORGANISATIE",
        description=LOUD,
        status="unknown",
        status_note=LOUD,
        services=[a_service(**facts | changes)],
        locations=places,
        website="https://www.example.org",
    )
    return a_catalogue(owner, vocabulary=Vocabulary(themes=(a_term(label={"nl": "THEMA"}),)))


@pytest.fixture(scope="module")
def loud(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with Italian and Hebrew in which every sentence of ours is in capitals.

    Two languages that nobody else speaks here: what was said once is remembered.
    """
    folder = tmp_path_factory.mktemp("languages")
    for code in ("it", "he"):
        write_in_capitals(folder, code)
    return folder


@pytest.fixture
def in_capitals_alone(loud: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Who is spoken to in Italian or Hebrew hears every sentence of ours in capitals."""
    monkeypatch.setenv("HULPKAART_LANGUAGES", str(loud))
    messages._catalogues.cache_clear()
    yield
    messages._catalogues.cache_clear()


def in_small_letters(text: str) -> set[str]:
    """The words of a text in small letters, but for addresses and the Italian names of months and languages."""
    italian = Locale("it")
    words = {*italian.months["format"]["abbreviated"].values(), *italian.months["format"]["wide"].values()}
    own = {*(word.strip(".").lower() for word in words), *italian.languages.values()}
    bare = re.sub(r"https?://\S+|\S*@\S+|\S*example\.org\S*", " ", text)
    return {word for word in re.findall(r"[^\W\d_]{2,}", bare) if word.islower()} - own


FORMS = {
    "sheet": lambda handover: paper.text(sheet_pdf(handover, form=True)),
    "card": lambda handover: paper.text(card_pdf(handover)),
    "message": message,
    "neutral message": neutral_message,
    "contacts": lambda handover: _notes(vcards(handover)),
    "neutral contacts": lambda handover: _notes(neutral_vcards(handover)),
    "table": lambda handover: " ".join(f"{head} {cell}" for row in rows(handover) for head, cell in row.items()),
}


def _notes(contact: str) -> str:
    return " ".join(re.findall(r"^NOTE:(.*)$", contact.replace("\r\n ", "").replace("\\n", " "), re.MULTILINE))


@pytest.mark.usefixtures("in_capitals_alone")
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"verified": True, "sources": OLD, "referral": "self"},
        {"channels": [], "run_by": None},
        {"cost_eur": 0, "anonymous": True, "run_by": "police"},
        {"cost_eur": 2.5, "anonymous": False, "eligibility": {"max_age": 17}},
    ],
)
def test_no_sentence_of_ours_stays_dutch(form: str, changes: dict[str, object]) -> None:
    handover: Handover = handed(with_doubts(**changes), language="it", note="NOTA")
    said = FORMS[form](handover)
    assert said.strip()
    assert in_small_letters(said) == set()


def test_a_text_that_nobody_wrote_in_the_language_says_in_which_one_it_is() -> None:
    pdf = sheet_pdf(handed(with_doubts(), language="fr"))
    assert paper.languages(pdf) == {"fr", "nl"}
    assert "WAT ZE DOEN (néerlandais)" in paper.text(pdf)
    assert "EEN FEIT (néerlandais)" in paper.text(pdf)
    in_french = sheet_pdf(handed(a_house(description={"nl": "een", "fr": "Parler"}), language="fr"))
    assert "Parler (" not in paper.text(in_french)


@pytest.mark.usefixtures("in_capitals_alone")
def test_a_language_that_is_written_to_the_left_turns_the_page_but_not_a_number() -> None:
    pdf = sheet_pdf(handed(a_house(), language="he"))
    margin = PAGE - 15 * 72 / 25.4
    assert paper.reader(pdf).trailer["/Root"]["/Lang"] == "he"
    assert paper.reach(pdf, "CONTACTGEGEVENS")[1] == pytest.approx(margin, abs=2)
    assert paper.reach(pdf, "BELLEN")[1] == pytest.approx(margin, abs=2)
    assert paper.reach(pdf, "0800")[1] < paper.reach(pdf, "500")[0]
    assert "pdfuaid" in paper.metadata(pdf)


@pytest.mark.usefixtures("in_capitals_alone")
def test_a_card_in_such_a_language_is_read_from_the_right_and_still_folded_in_the_middle() -> None:
    pdf = card_pdf(handed(a_house(), language="he"))
    assert paper.reach(pdf, "ADRESSEN")[0] > PAGE / 2
    assert paper.reach(pdf, "0800")[1] < paper.reach(pdf, "500")[0]
    assert paper.inked(pdf, PAGE / 2)


@pytest.mark.parametrize("code", messages.languages())
def test_no_two_columns_of_the_table_have_the_same_name(code: str) -> None:
    (row,) = rows(handed(a_house(), language=code))
    assert len(row) == len(WIDTHS)


def test_what_is_handed_over_is_in_the_language_spoken_unless_another_is_asked_for() -> None:
    with messages.speaking("en"):
        assert handed(a_house(), language=None).dated.startswith("Looked up on")
        assert handed(a_house(), language="fr").dated.startswith("Recherché le")
        assert messages.language() == "en"
