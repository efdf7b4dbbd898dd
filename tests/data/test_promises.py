"""Promises of the data that ships with the app."""

from datetime import date, datetime
from pathlib import Path

import pytest

from directory.finding.always import always_there
from directory.finding.find import find
from directory.finding.query import Query
from directory.geography.places import Gazetteer
from directory.model.catalogue import Catalogue
from directory.model.channel import Kind
from directory.model.organisation import Organisation
from directory.model.schedule import BRUSSELS
from directory.settings import ROOT
from directory.store.checks import check_folder
from directory.store.files import read_catalogue
from directory.store.problems import must_be_mended

DATA = Path(ROOT) / "data"
NOW = datetime(2026, 11, 25, 20, 0, tzinfo=BRUSSELS)
CATALOGUE, PROBLEMS = read_catalogue(DATA)
ALL = 10_000


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return CATALOGUE


def found(words: str) -> set[str]:
    return {r.service.id for r in find(CATALOGUE, Query(words=words), NOW, limit=ALL).results}


def test_nothing_in_it_must_be_mended() -> None:
    problems = check_folder(DATA, Gazetteer.read(DATA / "geo"), date(2026, 11, 25))
    assert not [str(p) for p in problems if must_be_mended((p,))]


def test_it_holds_everything_that_was_researched(catalogue: Catalogue) -> None:
    assert len(catalogue.organisations) >= 197
    assert len(catalogue.services) >= 174
    assert len(catalogue.location) >= 168
    assert sum(len(s.channels) for s in catalogue.services) >= 395


def test_every_record_says_who_says_so(catalogue: Catalogue) -> None:
    channels = [c for s in catalogue.services for c in s.channels]
    records = [*catalogue.organisations, *catalogue.services, *catalogue.location.values(), *channels]
    assert all(record.sources for record in records)


def test_no_confidential_place_has_an_address_or_a_point(catalogue: Catalogue) -> None:
    hidden = [place for place in catalogue.location.values() if place.confidential]
    assert hidden
    assert not [p for p in hidden if p.street or p.number or p.box or p.lat or p.lon or p.point]


def test_no_email_channel_holds_a_web_address(catalogue: Catalogue) -> None:
    assert not [c for s in catalogue.services for c in s.channels if c.kind is Kind.EMAIL and "@" not in c.value]


@pytest.mark.parametrize("service", CATALOGUE.services, ids=lambda s: s.id)
def test_every_service_is_found_by_the_names_of_its_organisation_and_by_its_themes(service) -> None:  # type: ignore[no-untyped-def]
    owner = CATALOGUE.owner(service)
    former = [name for o in CATALOGUE.predecessors.get(owner.id, ()) for name in o.names]
    for name in (*owner.names, *former, service.name):
        assert service.id in found(name), name
    for theme in service.themes:
        by_filter = find(CATALOGUE, Query(themes=frozenset({theme})), NOW, limit=ALL)
        assert service.id in {r.service.id for r in by_filter.results}, theme
        term = CATALOGUE.vocabulary.theme(theme)
        assert term is not None
        assert service.id in found(term.label.nl), theme


@pytest.mark.parametrize("organisation", [o for o in CATALOGUE.organisations if not o.services], ids=lambda o: o.id)
def test_an_organisation_without_a_service_is_found_by_every_name(organisation: Organisation) -> None:
    for name in organisation.names:
        answer = find(CATALOGUE, Query(words=name), NOW)
        assert organisation.id in {o.id for o in answer.organisations}, name


@pytest.mark.parametrize(
    ("name", "today"),
    [
        ("PASOP", "violett-hulp"),
        ("Ghapro", "violett-hulp"),
        ("Kinder- en Jongerentelefoon", "awel-hulplijn"),
        ("Holebifoon", "lumi-lijn"),
        ("CAW De Terp", "boysproject-drop-in"),
        ("Boysproject", "boysproject-drop-in"),
    ],
)
def test_a_name_of_then_finds_the_help_of_today(name: str, today: str) -> None:
    first_three = find(CATALOGUE, Query(words=name), NOW, limit=3).results
    assert today in {r.service.id for r in first_three}


@pytest.mark.parametrize("moment", ["2026-11-25T03:00", "2026-12-25T12:00", "2027-07-11T23:59"])
def test_at_any_hour_the_same_four_numbers_answer(catalogue: Catalogue, moment: str) -> None:
    now = datetime.fromisoformat(moment).replace(tzinfo=BRUSSELS)
    numbers = [channel.value for _, _, channel in always_there(catalogue, now)]
    assert numbers == ["112", "106", "1813", "116000"]
