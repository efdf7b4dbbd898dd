"""What we say of a shortlist that was opened from a link."""

from directory.wording.labels import listed
from directory.wording.messages import _, ngettext


def left_out(*, unknown: int = 0, unclear: int = 0, unreadable: int = 0, repeated: int = 0, too_many: int = 0) -> str:
    """What a link named and did not open, as counts, in a sentence; empty when it opened everything."""
    gone = unknown + unclear
    reasons = [
        (gone, ngettext("{number} staat niet (meer) in deze gids", "{number} staan niet (meer) in deze gids", gone)),
        (unreadable, ngettext("{number} was niet te lezen", "{number} waren niet te lezen", unreadable)),
        (repeated, ngettext("{number} stond er dubbel in", "{number} stonden er dubbel in", repeated)),
        (
            too_many,
            ngettext("{number} was er te veel voor één lijst", "{number} waren er te veel voor één lijst", too_many),
        ),
    ]
    said = [reason for number, reason in reasons if number]
    return _("Niet alles uit de link staat hier: {reasons}.", reasons=listed(said)) if said else ""
