"""Which filter to let go when little is left: what every other answer would give."""

from datetime import datetime
from enum import StrEnum

from directory.finding.find import find
from directory.finding.query import Query
from directory.model.catalogue import Catalogue


class Easing(StrEnum):
    """What can be let go of a question, under the name of its filter where it has one."""

    PLACE = "place"
    WAYS = "ways"
    WHEN = "when"
    AGE = "age"
    AUDIENCE = "audience"
    THEMES = "themes"
    LANGUAGE = "language"
    REFERRAL = "referral"
    LETTER = "letter_needed"
    INTAKE = "intake"
    PARENTS = "without_parents"
    FREE = "free"
    ANONYMOUS = "anonymous"
    WHEELCHAIR = "wheelchair"
    RUN_BY = "run_by"
    ORGANISATION = "organisation"
    NEWER = "newer"
    CHECKED = "checked"
    WORDS = "words"


_FIELDS = {
    Easing.WAYS: ("modes", "kinds"),
    Easing.WHEN: ("open_now", "open_at"),
    Easing.REFERRAL: ("without_referral", "through_professional"),
    Easing.NEWER: ("newer_than",),
    Easing.CHECKED: ("checked_after",),
}
"""The fields of the question; any other is called as its field."""


def eased(query: Query, by: Easing) -> Query:
    """The question without this."""
    fields = _FIELDS.get(by, (by.value,))
    return query.model_copy(update={field: Query.model_fields[field].default for field in fields})


def easings(catalogue: Catalogue, query: Query, now: datetime) -> dict[Easing, int]:
    """For each thing that can be let go and would leave more, how many services.

    Those of most come first, and of as many the need itself last.
    """
    total = find(catalogue, query, now, limit=0).total
    others = {by: other for by in Easing if (other := eased(query, by)) != query}
    counts = {by: find(catalogue, other, now, limit=0).total for by, other in others.items()}
    return dict(sorted(((by, n) for by, n in counts.items() if n > total), key=lambda one: -one[1]))
