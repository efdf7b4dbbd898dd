"""What we say of a shortlist that was opened from a link."""

from directory.wording.labels import listed


def left_out(*, unknown: int = 0, unclear: int = 0, unreadable: int = 0, repeated: int = 0, too_many: int = 0) -> str:
    """What a link named and did not open, as counts, in a sentence; empty when it opened everything."""
    gone = unknown + unclear
    reasons = [
        f"{gone} {'staat' if gone == 1 else 'staan'} niet (meer) in deze gids" if gone else "",
        f"{unreadable} {'was' if unreadable == 1 else 'waren'} niet te lezen" if unreadable else "",
        f"{repeated} {'stond' if repeated == 1 else 'stonden'} er dubbel in" if repeated else "",
        f"{too_many} {'was' if too_many == 1 else 'waren'} er te veel voor één lijst" if too_many else "",
    ]
    said = [reason for reason in reasons if reason]
    return f"Niet alles uit de link staat hier: {listed(said)}." if said else ""
