"""Made-up catalogues with every field, in every combination that the model allows."""

from typing import Any

from hypothesis import strategies as st

from directory.model.catalogue import Catalogue
from directory.model.channel import Kind
from directory.model.location import Precision, Role
from directory.model.organisation import Organisation, Status
from directory.model.service import ADMISSION, AreaLevel, Referral, RunBy
from directory.model.text import without_unseen

HARD = [
    "=1+1",
    "+32",
    "null",
    "~",
    "true",
    "0800",
    "1e3",
    "2026-03-01",
    "a: b",
    "- x",
    "# n",
    "é “x” 🙂",
    '"',
    "a;b",
    "x\ny",
]


def lines(longest: int) -> st.SearchStrategy[str]:
    free = st.text(min_size=1, max_size=min(longest, 30)).map(lambda text: without_unseen(text).strip())
    return st.one_of(st.sampled_from([hard for hard in HARD if len(hard) <= longest]), free.filter(bool))


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), values)


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=3)


texts = st.fixed_dictionaries({"nl": lines(600)}, optional={"fr": lines(600), "en": lines(600)})
pages = st.sampled_from(
    ["https://awel.be", "http://a.be/é?x=1#y", "https://éé.be/%", "https://x.y:8080/", "https://a.be/[b]"]
)
slugs = st.sampled_from(["a", "b-1", "luisterend-oor", "org-0", "org-1"])
dates = st.sampled_from(["2026", "2025-12", "2024-02-29"])
source = st.fixed_dictionaries(
    {"url": pages, "says": lines(300)},
    optional={
        "publisher": lines(120),
        "as_of": dates,
        "checked_on": st.just("2026-11-01"),
        "kind": st.just("general_knowledge"),
        "supports": some(lines(20)),
    },
)
sourced: dict[str, st.SearchStrategy[Any]] = {"sources": st.lists(source, min_size=1, max_size=2)}
always = {"research_note": lines(100), "verified": st.booleans()}
hours = st.sampled_from(
    ["24/7", "Mo-Fr 09:00-17:00; PH off", "Fr 22:00-06:00", "Apr-Sep Mo 10:00-12:00", "Mo 08:00-12:00"]
)
channel = st.fixed_dictionaries(
    {"kind": st.sampled_from(Kind), "value": st.one_of(pages, lines(100).filter(lambda v: len(v) > 1)), **sourced},
    optional={
        "location": st.sampled_from(["org-0-place-0", "org-1-place-0", "nowhere"]),
        "hours": hours,
        "hours_note": texts,
        "cost_note": texts,
        "traces": texts,
        **always,
    },
)
location = st.fixed_dictionaries(
    {"municipality": lines(80), **sourced},
    optional={
        "name": lines(120),
        "street": lines(120),
        "number": lines(20),
        "box": lines(20),
        "postcode": st.sampled_from(["9000", "1000"]),
        "place": lines(80),
        "point": st.tuples(st.floats(49.5, 51.5), st.floats(2.6, 6.4), st.sampled_from(Precision)),
        "point_source": lines(120),
        "note": texts,
        "wheelchair": st.booleans(),
        "confidential": st.booleans(),
        "role": st.sampled_from(Role),
        **always,
    },
)
ages = maybe(st.integers(0, 120))
service = st.fixed_dictionaries(
    {
        "name": lines(120),
        "description": texts,
        "themes": st.lists(slugs, min_size=1, max_size=3),
        "service_area": st.fixed_dictionaries(
            {"level": st.sampled_from(AreaLevel), "names": st.lists(lines(30), min_size=1, max_size=2)}
        ),
        "channels": some(channel),
        **sourced,
    },
    optional={
        "eligibility": st.fixed_dictionaries({"min_age": ages, "max_age": ages, "audiences": some(slugs)}),
        "languages": some(st.sampled_from(["nl", "fr", "en"])),
        "cost_eur": st.sampled_from([0, 5, 12.5, 0.1]),
        "anonymous": st.booleans(),
        "referral": st.sampled_from(Referral),
        **{field: st.booleans() for field in ADMISSION},
        "intake_note": texts,
        "shelters": st.booleans(),
        "run_by": st.sampled_from(RunBy),
        "tells_others": texts,
        **always,
    },
)
organisation = st.fixed_dictionaries(
    {
        "name": lines(120),
        "description": texts,
        "status": st.sampled_from(Status),
        "services": some(service),
        "locations": some(location),
        **sourced,
    },
    optional={
        "legal_name": lines(160),
        "also_known_as": some(lines(50)),
        "parent": slugs,
        "website": pages,
        "founded": st.sampled_from(["1999", "rond 1980", "0042"]),
        "status_note": texts,
        "successor": slugs,
        "done_today_by": some(slugs),
        **always,
    },
)


def _named(facts: list[dict[str, Any]]) -> Catalogue:
    """Ids for all of it, each once."""
    made = []
    for n, owner in enumerate(facts):
        places = [_placed(p) | {"id": f"org-{n}-place-{i}"} for i, p in enumerate(owner["locations"])]
        services = [
            given
            | {
                "id": f"org-{n}-service-{i}",
                "channels": [c | {"id": f"org-{n}-channel-{i}-{j}"} for j, c in enumerate(given["channels"])],
            }
            for i, given in enumerate(owner["services"])
        ]
        made.append(
            Organisation.model_validate(owner | {"id": f"org-{n}", "services": services, "locations": places})
        )
    return Catalogue(tuple(made))


def _placed(facts: dict[str, Any]) -> dict[str, Any]:
    point = facts.pop("point", None)
    return facts | (dict(zip(("lat", "lon", "precision"), point, strict=True)) if point else {})


catalogues = st.lists(organisation, min_size=1, max_size=2).map(_named)
