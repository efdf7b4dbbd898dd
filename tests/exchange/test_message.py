"""A message: plain text that can be pasted anywhere."""

from directory.exchange.message import message, neutral_message
from directory.exchange.sheet.printing import card_pdf, sheet_pdf
from directory.exchange.vcard import vcards
from directory.model.text import Language
from tests.exchange import paper
from tests.exchange.handed import a_house, handed


def test_a_message_says_how_to_reach_somebody() -> None:
    assert message(handed(a_house(cost_eur=0, anonymous=True, referral="self"))) == (
        "De Lijn\n"
        "Bellen: 0800 13 500 (ma-vr 9-17 u)\n"
        "Chatten: https://chat.example.org/nu (uren niet gekend)\n"
        "Mailen: hallo@example.org (schrijven kan altijd)\n"
        "Binnenlopen: Huis De Helpers, Veldstraat 1, 9000 Gent (uren niet gekend)\n"
        "https://www.example.org\n"
        "Gratis · Anoniem · Zelf contact opnemen · Nederlands\n"
        "\n"
        "Opgezocht op 23 november 2026, 20 u. Dit komt uit een proefversie: kijk alles na. "
        "Uren kunnen veranderen, zeker op feestdagen en in vakanties.\n"
    )


def test_what_is_handed_over_says_that_it_is_a_test_as_long_as_nobody_runs_the_site(monkeypatch) -> None:
    forms = (message, vcards, lambda handover: paper.text(sheet_pdf(handover)), lambda h: paper.text(card_pdf(h)))
    for operator, is_test in (("", True), ("Stad Gent", False)):
        monkeypatch.setenv("HULPKAART_OPERATOR", operator)
        for language, words in (("nl", "een proefversie"), ("fr", "version d’essai"), ("en", "a test version")):
            handover = handed(a_house(), language=Language(language))
            assert {words in " ".join(form(handover).replace("\r\n ", "").split()) for form in forms} == {is_test}


def test_a_message_for_a_client_tells_nothing_more_than_that() -> None:
    assert neutral_message(handed(a_house())) == (
        "Gesprek 1\n"
        "Bellen: 0800 13 500 (ma-vr 9-17 u)\n"
        "Binnenlopen: Veldstraat 1, 9000 Gent (uren niet gekend)\n"
        "\n"
        "Opgezocht op 23 november 2026, 20 u\n"
    )
