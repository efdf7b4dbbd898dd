"""A message: plain text that can be pasted anywhere."""

from directory.exchange.message import message, neutral_message
from tests.exchange.handed import a_house, handed


def test_a_message_says_how_to_reach_somebody() -> None:
    assert message(handed(a_house(cost_eur=0, anonymous=True, referral="self"), note="Bel na 18 uur.")) == (
        "De Lijn\n"
        "Bellen: 0800 13 500 (ma-vr 9-17 u)\n"
        "Chatten: https://chat.example.org/nu (uren niet gekend)\n"
        "Mailen: hallo@example.org (schrijven kan altijd)\n"
        "Binnenlopen: Huis De Helpers, Veldstraat 1, 9000 Gent (uren niet gekend)\n"
        "https://www.example.org\n"
        "Gratis · Anoniem · Zelf contact opnemen · Nederlands\n"
        "Nota: Bel na 18 uur.\n"
        "\n"
        "Opgezocht op 23 november 2026, 20 u. Uren kunnen veranderen, zeker op feestdagen en in vakanties.\n"
    )


def test_a_message_for_a_client_tells_nothing_more_than_that() -> None:
    assert neutral_message(handed(a_house())) == (
        "Gesprek 1\n"
        "Bellen: 0800 13 500 (ma-vr 9-17 u)\n"
        "Binnenlopen: Veldstraat 1, 9000 Gent (uren niet gekend)\n"
        "\n"
        "Opgezocht op 23 november 2026, 20 u\n"
    )
