"""What to compare with an organisation's own site: the riskiest first."""

from datetime import date

import pytest

from directory.model.catalogue import Catalogue
from directory.model.channel import Channel
from directory.model.location import Location
from directory.model.organisation import Organisation
from directory.model.provenance import Freshness, Source
from directory.model.service import Eligibility, Service, ServiceArea
from directory.model.text import Text
from directory.store.files import read_folder
from directory.store.stale import CRISIS, Reason, Risk, stale

from .conftest import DATA

TODAY = date(2026, 11, 25)
SITE = "https://een.example"


def source(as_of: str | None = "2026-10", checked_on: date | None = None, supports: tuple[str, ...] = ()) -> Source:
    return Source(url="https://bron.example", says="it", as_of=as_of, checked_on=checked_on, supports=supports)


def channel(kind: str = "phone", hours: str | None = None, **known) -> Channel:
    value = "+3292000000" if kind == "phone" else "https://een.example/chat"
    known = {"id": "een-lijn", "value": value, "sources": (source(),), **known}
    return Channel(kind=kind, hours=hours, **known)


def catalogue(
    *channels: Channel, min_age: int | None = 12, themes: tuple[str, ...] = ("praten",), **known
) -> Catalogue:
    service = Service(
        id="een-gesprek",
        name="Gesprek",
        description=Text(nl="x"),
        themes=themes,
        eligibility=Eligibility(min_age=min_age),
        service_area=ServiceArea(level="region", names=("Vlaanderen",)),
        channels=channels,
        sources=(source(),),
    )
    known = {"id": "een", "status": "active", "website": SITE, "sources": (source(),), **known}
    return Catalogue((Organisation(name="Een", description=Text(nl="x"), services=(service,), **known),))


def facts(*channels: Channel, **known):
    return [fact for fact in stale(catalogue(*channels, **known), TODAY) if fact.record.startswith("een-lijn")]


def test_a_line_for_young_people_that_counts_as_open_comes_first():
    old = (source("2020", supports=("hours",)), source(supports=("value",)))
    found = facts(
        channel("email", id="een-lijn-mail", value="a@een.example"),
        channel(id="een-lijn-oude-uren", hours="24/7", sources=old),
        channel(id="een-lijn-open", hours="24/7"),
    )
    assert [(fact.record, fact.risk) for fact in found] == [
        ("een-lijn-open", Risk.COUNTS_AS_OPEN),
        ("een-lijn-oude-uren", Risk.ANSWERS_AT_ONCE),
        ("een-lijn-mail", Risk.ANSWERS_LATER),
    ]


def test_a_line_for_adults_alone_is_no_line_for_young_people():
    (fact,) = facts(channel(hours="24/7"), min_age=18)
    assert fact.risk is Risk.ANSWERS_AT_ONCE


def test_a_line_for_adults_in_a_crisis_is_as_urgent_as_one_for_young_people():
    (fact,) = facts(channel(hours="24/7"), min_age=18, themes=("crisis",))
    assert fact.risk is Risk.COUNTS_AS_OPEN


@pytest.mark.skipif(not (DATA / "vocabulary").is_dir(), reason="the data is not here")
def test_the_themes_of_what_cannot_wait_are_in_the_vocabulary():
    assert {theme.id for theme in read_folder(DATA).catalogue.vocabulary.themes} >= CRISIS


def test_within_one_risk_comes_the_unverified_then_the_never_checked_then_the_undated_then_the_oldest():
    checked = date(2024, 5, 1)
    found = facts(
        channel(id="een-lijn-2025", sources=(source("2025"),)),
        channel(id="een-lijn-2020", sources=(source("2020"),)),
        channel(id="een-lijn-undated", sources=(source(None),)),
        channel(id="een-lijn-checked", sources=(source("2019", checked),)),
        channel(id="een-lijn-unverified", verified=False),
    )
    assert [fact.record.removeprefix("een-lijn-") for fact in found] == [
        "unverified",
        "undated",
        "2020",
        "2025",
        "checked",
    ]


@pytest.mark.parametrize(
    ("known", "why"),
    [
        ({"sources": (source(None),)}, (Reason.NEVER_CHECKED, Reason.UNDATED)),
        ({"sources": (source("2025-10"),)}, (Reason.NEVER_CHECKED, Reason.AGEING)),
        (
            {"sources": (source("2020"),), "verified": False},
            (Reason.UNVERIFIED, Reason.NEVER_CHECKED, Reason.OLD),
        ),
        ({"sources": (source("2020", date(2025, 10, 1)),)}, (Reason.AGEING,)),
    ],
)
def test_a_fact_says_why_it_has_to_be_compared(known, why):
    (fact,) = facts(channel(**known))
    assert fact.why == why


def test_what_was_compared_this_year_is_not_told():
    assert facts(channel(sources=(source("2020", date(2026, 5, 1)),))) == []


def test_a_number_of_this_year_does_not_make_old_hours_new():
    sources = (source("2026-10", supports=("value",)), source("2019-11", supports=("hours",)))
    (fact,) = facts(channel(hours="Mo 09:00-12:00", sources=sources))
    assert (fact.newest, fact.freshness) == (date(2019, 11, 1), Freshness.OLD)


def test_a_fact_names_its_fields_its_value_and_the_page_to_compare_it_with():
    (fact,) = facts(channel(hours="24/7"))
    assert (fact.organisation, fact.record) == ("een", "een-lijn")
    assert fact.fields == ("value", "hours")
    assert fact.value == "+3292000000 24/7"
    assert fact.website == SITE


def test_without_a_site_of_its_own_the_source_is_the_page_to_compare_with():
    (fact,) = facts(channel(), website=None)
    assert fact.website == "https://bron.example"


def test_a_confidential_address_is_not_told():
    hidden = Location(id="een-huis", municipality="Gent", postcode="9000", confidential=True, sources=(source(),))
    (fact,) = [f for f in stale(catalogue(locations=(hidden,)), TODAY) if f.record == "een-huis"]
    assert fact.value == "Gent"


def test_nothing_of_a_closed_organisation_has_to_be_compared():
    assert facts(channel(), status="closed") == []
