"""Taxonomies and their terms: kinds of channel, themes, audiences, Open Eligibility, and our own fields."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from directory.exchange.hsds.ids import uuid_of
from directory.exchange.hsds.mapping import TABLE, Plain, Way
from directory.model.channel import Kind
from directory.model.vocabulary import Term, Vocabulary
from directory.wording.labels import KIND


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A list of terms; its key begins the code of each term, so that no two terms share one."""

    key: str
    name: str
    description: str
    uri: str = ""

    @property
    def id(self) -> str:
        """Its UUID."""
        return uuid_of("taxonomy", self.key)


KANAAL = Taxonomy("kanaal", "Kanaal", "Hoe je een dienst bereikt.")
THEMA = Taxonomy("thema", "Thema's", "Waarover je bij een dienst terecht kunt.")
DOELGROEP = Taxonomy("doelgroep", "Doelgroepen", "Voor wie een dienst bedoeld is.")
OPEN_ELIGIBILITY = Taxonomy(
    "open-eligibility",
    "Open Eligibility",
    "Codes of the Open Eligibility taxonomy that go with our themes and audiences.",
    "https://github.com/auntbertha/openeligibility",
)
VELD = Taxonomy("veld", "Velden van Hulpkaart", "Fields that HSDS has no place for; the profile explains each.")
TAXONOMIES = (KANAAL, THEMA, DOELGROEP, OPEN_ELIGIBILITY, VELD)

DERIVED = ("open_eligibility", "freshness")
"""Attributes that are worked out from other facts; an import passes them by."""
OF_FIELD = {"kind": KANAAL, "themes": THEMA, "eligibility.audiences": DOELGROEP}


class Own(NamedTuple):
    """A term that is not of our vocabulary: its taxonomy, its code without the key, and what people read."""

    taxonomy: Taxonomy
    code: str
    name: str
    description: str


@cache
def term_id(taxonomy: Taxonomy, code: str) -> str:
    """The UUID of a term."""
    return uuid_of("term", f"{taxonomy.key}:{code}")


def field_code(record: str, link: str) -> str:
    """The code of a field of ours: "channel.hours"."""
    return f"{record}.{link}"


def field_term(record: str, link: str) -> str:
    """The UUID of the term of a field of ours."""
    return term_id(VELD, field_code(record, link))


def taxonomy_records() -> list[Plain]:
    """The taxonomies, as HSDS has them."""
    return [
        {"id": t.id, "name": t.name, "description": t.description} | ({"uri": t.uri} if t.uri else {})
        for t in TAXONOMIES
    ]


def term_records(vocabulary: Vocabulary, others: Iterable[tuple[Taxonomy, str]] = ()) -> Iterator[Plain]:
    """Every term, as HSDS has it; `others` are themes and audiences that services have and the vocabulary has not."""
    for kind in Kind:
        yield _record(Own(KANAAL, kind, KIND[kind], f"Kanaal: {KIND[kind]} ({kind.mode})."))
    for taxonomy, terms in ((THEMA, vocabulary.themes), (DOELGROEP, vocabulary.audiences)):
        known = {term.id for term in terms}
        for term in terms:
            own = Own(taxonomy, term.id, term.label.nl, _described(term))
            yield _record(own, parent=term.broader if term.broader in known else None)
    for taxonomy, code in sorted(others, key=lambda other: (other[0].key, other[1])):
        yield _record(Own(taxonomy, code, code, "Niet in de woordenlijst."))
    for code in sorted(open_eligibility_codes(vocabulary)):
        yield _record(Own(OPEN_ELIGIBILITY, code, code, f"Open Eligibility {code}."))
    for own in own_fields():
        yield _record(own)


def open_eligibility_codes(vocabulary: Vocabulary) -> set[str]:
    """The codes of Open Eligibility that the vocabulary names."""
    terms = (*vocabulary.themes, *vocabulary.audiences)
    return {term.open_eligibility for term in terms if term.open_eligibility}


def own_fields() -> Iterator[Own]:
    """The terms of our own fields: any field may have to travel as an attribute."""
    for record, rows in TABLE.items():
        for row in rows:
            if row.way not in (Way.NEVER, Way.TERM):
                code = field_code(record, row.link)
                yield Own(VELD, code, row.label, f"{record}: {row.field}.")
    yield Own(VELD, field_code("service", "open_eligibility"), "Open Eligibility", "service: worked out.")
    for record in ("service", "channel"):
        description = f"{record}: how old it was when this was written: fresh, ageing or old."
        yield Own(VELD, field_code(record, "freshness"), "Versheid", description)


def _described(term: Term) -> str:
    return "; ".join(text for text in (term.label.nl, term.label.fr, term.label.en) if text)


def _record(own: Own, parent: str | None = None) -> Plain:
    record = {
        "id": term_id(own.taxonomy, own.code),
        "code": f"{own.taxonomy.key}:{own.code}",
        "name": own.name,
        "description": own.description,
        "taxonomy": own.taxonomy.name,
        "taxonomy_id": own.taxonomy.id,
        "language": "nl",
    }
    return record | ({"parent_id": term_id(own.taxonomy, parent)} if parent else {})
