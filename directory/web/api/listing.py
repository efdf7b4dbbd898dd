"""The listings of HSDS: what is chosen of them, in pages or as one record a line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from pydantic_core import to_json

from directory.exchange.hsds.mapping import Plain
from directory.finding.language import fold
from directory.web.api import parameters as p
from directory.web.api.parameters import Parameter
from directory.web.api.problem import ProblemError
from directory.web.api.records import Entry, Listing, OpenRecords
from directory.wording.messages import N_, Sentence

Asked = dict[str, Any]
"""The values of the parameters, by name."""
LINES_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its name in addresses, its table, and what one may ask of it."""

    name: str
    table: str
    about: str
    listing: Callable[[OpenRecords], Listing]
    of_list: tuple[Parameter, ...]
    of_one: tuple[Parameter, ...] = ()
    plain: frozenset[str] = field(default_factory=frozenset)
    """What is nested in a record of a list that is not whole, with its own plain fields."""


_ALWAYS = (p.SEARCH, p.PAGE, p.PER_PAGE, p.FORMAT)
_TERMS = (p.TAXONOMY_TERM_ID, p.TAXONOMY_ID)
KINDS = (
    Kind(
        "services",
        "service",
        N_("Diensten: welke hulp er is, voor wie, en hoe je die bereikt."),
        lambda records: records.services,
        (*_ALWAYS, *_TERMS, p.ORGANIZATION_ID, p.MODIFIED_AFTER, p.MINIMAL, p.FULL),
    ),
    Kind(
        "organizations",
        "organization",
        N_("Organisaties: wie helpt, ook wie gestopt is of samenging met een andere."),
        lambda records: records.organizations,
        (*_ALWAYS, *_TERMS, p.MODIFIED_AFTER, p.FULL, p.FULL_SERVICE),
        (p.FULL_SERVICE,),
    ),
    Kind(
        "service_at_locations",
        "service_at_location",
        N_("Kanalen: elke manier om een dienst te bereiken, op een plek of niet, met de uren."),
        lambda records: records.service_at_locations,
        (*_ALWAYS, *_TERMS, p.ORGANIZATION_ID, p.MODIFIED_AFTER, p.FULL),
        plain=frozenset({"location"}),
    ),
    Kind(
        "taxonomies",
        "taxonomy",
        N_("Lijsten van termen: soorten kanaal, thema's, doelgroepen, Open Eligibility en onze eigen velden."),
        lambda records: records.taxonomies,
        _ALWAYS,
    ),
    Kind(
        "taxonomy_terms",
        "taxonomy_term",
        N_("De termen van die lijsten."),
        lambda records: records.taxonomy_terms,
        (*_ALWAYS, p.OF_TAXONOMY, p.PARENT_ID),
    ),
)


def one(kind: Kind, records: OpenRecords, identity: str, asked: Asked) -> bytes:
    """The record with this UUID.

    Raises:
        ProblemError: when there is none.
    """
    entry = kind.listing(records).by_id.get(identity.lower())
    if entry is None:
        detail = Sentence(N_("In {address} staat niets met dit id."), address=f"/api/{kind.name}")
        raise ProblemError(HTTPStatus.NOT_FOUND, detail)
    return to_json(_formed(kind, entry, {**asked, "full": True}))


def page(kind: Kind, records: OpenRecords, asked: Asked) -> bytes:
    """One page of what is chosen, as HSDS has it."""
    found = chosen(kind, records, asked)
    is_whole = asked.get("minimal", False)
    size = max(1, len(found)) if is_whole else asked["per_page"]
    number, pages = asked["page"], max(1, -(-len(found) // size))
    contents = [_formed(kind, entry, asked) for entry in found[(number - 1) * size : number * size]]
    body = {
        "total_items": len(found),
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    }
    return to_json(body)


def lines(kind: Kind, records: OpenRecords, asked: Asked) -> Iterator[bytes]:
    """All that is chosen, one record a line, some lines at once."""
    found = chosen(kind, records, asked)
    for start in range(0, len(found), LINES_AT_ONCE):
        part = found[start : start + LINES_AT_ONCE]
        yield b"".join(to_json(_formed(kind, entry, asked)) + b"\n" for entry in part)


def chosen(kind: Kind, records: OpenRecords, asked: Asked) -> Sequence[Entry]:
    """What fits every filter, in the order of the export."""
    listing = kind.listing(records)
    fits = list(_filters(kind, listing, records, asked))
    if not fits:
        return listing.entries
    return [entry for number, entry in enumerate(listing.entries) if all(fit(number, entry) for fit in fits)]


def _filters(
    kind: Kind, listing: Listing, records: OpenRecords, asked: Asked
) -> Iterator[Callable[[int, Entry], bool]]:
    if (owner := asked.get("organization_id")) is not None:
        yield lambda _, entry: entry.organisation == owner
    if (day := asked.get("modified_after")) is not None:
        yield lambda _, entry: entry.changed is None or entry.changed >= day
    if (search := asked["search"]) is not None:
        sought = [f" {word}" for word in fold(search).split()]
        yield lambda number, _: bool(sought) and all(word in listing.words[number] for word in sought)
    if kind.table == "taxonomy_term":
        for name in ("taxonomy_id", "parent_id"):
            if asked[name] is not None:
                yield lambda _, entry, name=name: entry.make().get(name) == asked[name]  # type: ignore[misc]
        return
    if (term := asked.get("taxonomy_term_id")) is not None:
        yield lambda number, _: term in listing.terms[number]
    if (taxonomy := asked.get("taxonomy_id")) is not None:
        terms = records.terms_of.get(taxonomy, frozenset())
        yield lambda number, _: not terms.isdisjoint(listing.terms[number])


def _formed(kind: Kind, entry: Entry, asked: Asked) -> Plain:
    """A record as it is asked for: whole, its plain fields, or only its id."""
    if asked.get("minimal"):
        return {"id": entry.id} | ({"modified_date": entry.changed.isoformat()} if entry.changed else {})
    is_whole = asked.get("full") or asked.get("full_service")
    record = entry.make() if is_whole else entry.make_own()
    if "services" in record and not asked["full_service"]:
        record["services"] = [plain_fields(service) for service in record["services"]]
    if asked.get("full"):
        return record
    kept = kind.plain | ({"services"} if asked.get("full_service") else set())
    nested = {name: record[name] for name in kept if name in record}
    return plain_fields(record) | {n: plain_fields(v) if isinstance(v, dict) else v for n, v in nested.items()}


def plain_fields(record: Plain) -> Plain:
    """What a record says in fields of its own."""
    return {name: value for name, value in record.items() if not isinstance(value, list | dict)}
