"""Feeds of others: what we have a place for comes in, the rest is told, and nothing breaks."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.exchange.hsds.importing import Brought
from directory.model.channel import Kind
from directory.model.organisation import Organisation
from directory.model.vocabulary import Vocabulary
from directory.store.problems import Severity
from tests.examples import a_term
from tests.exchange.hsds.written import brought, organisations

VOCABULARY = Vocabulary(
    themes=(a_term(), a_term(id="geld", label={"nl": "Geld en schulden", "en": "Money"}, open_eligibility="1102")),
    audiences=(a_term(id="jongeren", label={"nl": "Jongeren"}),),
)
ORGANISATION = {"id": "o1", "name": "Hulp Gent", "description": "Wij helpen.", "website": "https://hulp.example.org"}


def an_address(**changes: Any) -> dict[str, Any]:
    facts = {"id": "a1", "address_1": "Veldstraat 12a", "city": "Gent", "state_province": "Oost-Vlaanderen"}
    return facts | {"postal_code": "9000", "country": "BE", "address_type": "physical"} | changes


def a_place(**changes: Any) -> dict[str, Any]:
    facts = {"id": "l1", "location_type": "physical", "name": "Het Huis", "addresses": [an_address()]}
    return facts | {"latitude": "51.05", "longitude": "3.72"} | changes


def a_service(**changes: Any) -> dict[str, Any]:
    facts = {
        "id": "s1",
        "name": "Onthaal",
        "description": "Kom langs.",
        "status": "active",
        "organization": ORGANISATION,
        "service_areas": [{"id": "sa", "name": "Gent"}],
        "attributes": [{"id": "at", "taxonomy_term": {"id": "t", "name": "Money", "description": "x"}}],
        "phones": [{"id": "p1", "number": "0800 13 500"}],
    }
    return facts | changes


def at(place: dict[str, Any], **changes: Any) -> list[dict[str, Any]]:
    return [{"id": "sal1", "location": place} | changes]


@pytest.fixture
def bring(tmp_path, gazetteer):
    def done(*feed: Any, name: str = "feed.json", **how: Any) -> tuple[Organisation | None, Brought]:
        file = tmp_path / name
        file.write_text(json.dumps(list(feed) if len(feed) != 1 else feed[0]), encoding="utf-8")
        result = brought(file, tmp_path / "data", gazetteer=gazetteer, vocabulary=VOCABULARY, **how)
        return organisations(tmp_path / "data").get("hulp-gent"), result

    return done


def told(result: Brought) -> list[tuple[str, str]]:
    return [(problem.field, problem.what) for problem in result.problems]


def test_a_service_comes_in_with_what_we_have_a_place_for(bring):
    feed = a_service(
        service_at_locations=at(a_place(), schedules=[{"byday": "MO", "opens_at": "09:00", "closes_at": "12:00"}]),
        minimum_age="12.0",
        languages=[{"id": "x", "code": "nl-BE"}],
        cost_options=[{"id": "c", "amount": "0.0", "currency": "EUR"}],
        email="hallo@example.org",
        application_process="Bel eerst.",
        last_modified="2026-10-01T10:00:00Z",
    )
    organisation, result = bring(feed)
    assert told(result) == []
    (service,) = organisation.services
    assert (service.themes, service.languages, service.cost_eur) == (("geld",), ("nl",), 0)
    assert service.eligibility.min_age == 12
    assert service.service_area.names == ("Gent",)
    assert service.sources[0].as_of == "2026-10-01"
    assert {channel.kind: channel.value for channel in service.channels} == {
        Kind.APPOINTMENT: "https://hulp.example.org",
        Kind.PHONE: "+3280013500",
        Kind.EMAIL: "hallo@example.org",
    }
    (place,) = organisation.locations
    assert (place.street, place.number, place.postcode, place.municipality) == ("Veldstraat", "12a", "9000", "Gent")
    assert not place.is_exact
    assert service.channels[0].hours == "Mo 09:00-12:00"
    assert service.channels[1].hours is None


def test_nothing_that_we_have_no_place_for_is_dropped_in_silence(bring):
    strange = {
        "wait_time": "3 weken",
        "alert": "Dicht in juli",
        "eigen_veld": 3,
        "funding": [{"id": "f", "source": "x"}],
    }
    _, result = bring(a_service(**strange))
    assert {field for field, _ in told(result)} == set(strange)
    assert all(problem.mend and problem.file.endswith("feed.json") and problem.record for problem in result.problems)


@pytest.mark.parametrize("form", ["one", "list", "page", "lines", "object", "latin"])
def test_every_form_of_a_feed_is_read(tmp_path, gazetteer, form):
    service = a_service(name="Hulp bij geldnood", description="Voor één euro")
    page = {"total_items": 1, "page_number": 1, "contents": [service]}
    text = {
        "one": json.dumps(service),
        "list": json.dumps([service]),
        "page": json.dumps(page),
        "lines": f"{json.dumps(ORGANISATION)}\n{json.dumps(service)}\n",
        "object": json.dumps({"organizations": [ORGANISATION], "services": [service | {"organization_id": "o1"}]}),
        "latin": json.dumps(service, ensure_ascii=False),
    }[form]
    (tmp_path / "feed.json").write_bytes(text.encode("cp1252" if form == "latin" else "utf-8"))
    result = brought(tmp_path / "feed.json", tmp_path / "data", gazetteer=gazetteer, vocabulary=VOCABULARY)
    (found,) = organisations(tmp_path / "data")["hulp-gent"].services
    assert found.description.nl == "Voor één euro"
    assert len(result.problems) == (1 if form == "latin" else 0)


def test_lists_that_only_link_to_each_other_are_joined(tmp_path, gazetteer):
    service = a_service(organization_id="o1")
    del service["organization"]
    channel = {"id": "sal1", "service_id": "s1", "location_id": "l1"}
    lists = {
        "organizations": [ORGANISATION | {"locations": [a_place()]}],
        "services": [service],
        "service_at_locations": [channel],
    }
    for name, found in lists.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
    result = brought(tmp_path, tmp_path / "data", gazetteer=gazetteer, vocabulary=VOCABULARY)
    assert told(result) == []
    organisation = organisations(tmp_path / "data")["hulp-gent"]
    assert [c.location for c in organisation.services[0].channels] == ["hulp-gent-het-huis", None]


def test_tables_of_others_are_read(tmp_path, gazetteer):
    tables: dict[str, list[dict[str, str]]] = {
        "organizations.csv": [ORGANISATION],
        "services.csv": [
            {"id": "s1", "organization_id": "o1", "name": "Onthaal", "description": "x", "status": "active"}
        ],
        "phones.csv": [{"id": "p", "service_id": "s1", "number": "0800 13 500"}],
        "taxonomy_terms.csv": [{"id": "t", "name": "Money", "description": "x"}],
        "attributes.csv": [{"id": "a", "link_id": "s1", "taxonomy_term_id": "t", "link_entity": "service"}],
        "service_areas.csv": [
            {"id": "sa", "service_id": "s1", "name": "Gent"},
            {"id": "b", "service_id": "?", "name": "x"},
        ],
    }
    feed = tmp_path / "feed"
    feed.mkdir()
    for name, rows in tables.items():
        with (feed / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    result = brought(feed, tmp_path / "data", gazetteer=gazetteer, vocabulary=VOCABULARY)
    (service,) = organisations(tmp_path / "data")["hulp-gent"].services
    assert (service.themes, service.channels[0].value) == (("geld",), "+3280013500")
    assert [(p.field, p.line, p.what) for p in result.problems] == [("service_id", 3, '"?" is not there.')]


def test_tables_of_others_are_read_like_any_csv(tmp_path, gazetteer):
    feed = tmp_path / "feed"
    feed.mkdir()
    organisation = "\ufeffid;name;description;website\no1;Hulp Gent;Wij helpen.;https://hulp.example.org\n"
    (feed / "organizations.csv").write_text(organisation, encoding="utf-8")
    service = "id;organization_id;name;description;status;email\n"
    rows = 's1;o1;Onthaal;"Kom; langs";active;a@b.be\ns2;o1;Te;veel;active;;;x\ns3;o1;"Niet dicht;x;active;\n'
    (feed / "services.csv").write_text(service + rows, encoding="utf-8")
    result = brought(feed, tmp_path / "data", gazetteer=gazetteer, vocabulary=VOCABULARY)
    (found,) = organisations(tmp_path / "data")["hulp-gent"].services
    assert found.description.nl == "Kom; langs"
    lines = {(Path(p.file).name, p.line) for p in result.problems if p.severity is Severity.MUST_MEND}
    assert lines == {("services.csv", 3), ("services.csv", 4)}


@pytest.mark.parametrize(
    ("changes", "field", "what"),
    [
        ({"description": "<p>Kom <b>langs</b></p><script>x</script>"}, "description", "There was HTML in it."),
        ({"description": "a " * 400}, "description", "It has 799 characters and 600 fit."),
        ({"description": None}, "description", "There is no description; the name stands in its place."),
        ({"service_areas": []}, "service_areas", "Nothing says for which area it is; the country was taken."),
        ({"service_areas": [{"name": "Ergens"}]}, "service_areas", '"Ergens" is no place that we know.'),
        ({"attributes": []}, "attributes", "No term says what it is about."),
        ({"phones": [{"number": "bel ons"}]}, "phones", '"bel ons" is no number of a telephone.'),
        ({"languages": [{"code": "zz"}]}, "languages", '"zz" has no code of a language.'),
        ({"minimum_age": "twaalf"}, "minimum_age", '"twaalf" is not a number.'),
        ({"status": "defunct"}, "status", "It is defunct: it was not brought in."),
        ({"schedules": [{"description": "soms"}]}, "schedules", "These hours are words and no times: 'soms'."),
    ],
)
def test_what_is_wrong_is_told_where_it_is(bring, changes, field, what):
    organisation, result = bring(a_service(**changes))
    assert (field, what) in told(result)
    assert organisation is not None


def test_html_becomes_words(bring):
    organisation, _ = bring(a_service(description="<p>Kom&nbsp;<b>langs</b></p><p>Nu</p><script>x</script>"))
    assert organisation.services[0].description.nl == "Kom langs Nu"


def test_a_broken_record_costs_only_itself(bring):
    broken = a_service(id="s2", name=None)
    organisation, result = bring(
        a_service(), broken, a_service(id=None), "geen record", a_service(id="s3", name="Derde")
    )
    assert [service.name for service in organisation.services] == ["Onthaal", "Derde"]
    assert ("id", 'There is no "id".') in told(result)
    assert ("name", '"name" is missing or empty.') in told(result)
    assert any('"geen record"' in what.replace("\\", "") for _, what in told(result))


def test_an_id_that_is_there_twice_is_told_and_the_first_is_read(bring):
    organisation, result = bring(a_service(), a_service(name="Anders"))
    assert [service.name for service in organisation.services] == ["Onthaal"]
    assert ("id", 'The id "s1" is there twice, and they differ.') in told(result)


def test_links_that_lead_nowhere_are_told(bring):
    lost = a_service(id="s2", organization_id="?")
    del lost["organization"]
    _, result = bring(a_service(), lost, {"id": "sal9", "service_id": "??", "location": a_place()})
    assert ("organization_id", 'Its organisation "?" is not there.') in told(result)
    assert ("service_id", 'Its service "??" is not there.') in told(result)


def test_what_names_no_page_needs_the_address_of_the_feed(bring):
    service = a_service(organization=ORGANISATION | {"website": None})
    organisation, result = bring(service)
    assert organisation is None
    assert ("website", "No page says who says so.") in told(result)
    organisation, _ = bring(service, published_at="https://feed.example.org")
    assert organisation.sources[0].url == "https://feed.example.org"


@pytest.mark.parametrize(
    "hint",
    [
        {"PhysicalAddressIsPrivate": True},
        {"physicalAddressIsPrivate": "yes"},
        {"description": "This is a confidential location."},
        {"addresses": [an_address(is_confidential="1")]},
        {"attributes": [{"id": "x", "label": "Geheim adres", "value": "ja"}]},
    ],
)
def test_a_place_that_is_marked_as_private_is_withheld(bring, tmp_path, hint):
    organisation, result = bring(a_service(service_at_locations=at(a_place(**hint))))
    assert organisation.locations == ()
    assert any("was not brought in" in what for _, what in told(result))
    visit = next(c for c in organisation.services[0].channels if c.kind is Kind.APPOINTMENT)
    assert visit.hours_note.nl == "In Gent. Het adres is niet openbaar."
    written = "".join(f.read_text(encoding="utf-8") for f in (tmp_path / "data").rglob("*") if f.is_file())
    for text in (written, str(result.problems)):
        assert "Veldstraat" not in text
        assert "51.05" not in text


@pytest.mark.parametrize(("says", "shown"), [({}, 0), ({"confidential": "false"}, 1), ({"confidential": True}, 0)])
def test_a_place_of_a_shelter_has_to_say_that_it_may_be_known(bring, says, shown):
    shelter = a_service(name="Vluchthuis", service_at_locations=at(a_place(**says)))
    organisation, _ = bring(shelter)
    assert len(organisation.locations) == shown
    assert organisation.services[0].shelters
    assert all(place.confidential is False for place in organisation.locations)


def test_nothing_everywhere_is_as_good_as_not_there(bring):
    empty = dict.fromkeys(["alert", "email", "fees", "phones", "schedules", "attributes", "minimum_age", "url"])
    organisation, result = bring(a_service(**empty | {"wait_time": "", "languages": [{"code": None}, None]}))
    assert organisation is not None
    assert all("None" not in what for _, what in told(result))


def test_names_of_people_are_not_taken_over(bring, tmp_path):
    contact = {"id": "c", "name": "An Peeters", "email": "an@example.org", "phones": [{"number": "09 225 12 34"}]}
    organisation, result = bring(a_service(contacts=[contact], organization=ORGANISATION | {"contacts": [contact]}))
    assert {c.value for c in organisation.services[0].channels} == {"+3280013500", "+3292251234", "an@example.org"}
    assert "Peeters" not in str(organisation)
    assert "Peeters" not in str(result.problems)


def test_our_own_example_of_a_chat_comes_in_as_a_chat(specification, bring):
    example = json.loads((specification / "voorbeeld_chat.json").read_text(encoding="utf-8"))
    organisation, _ = bring(example | {"organization": ORGANISATION | {"id": example["organization_id"]}})
    (chat,) = organisation.services[0].channels
    assert (chat.kind, chat.hours) == (Kind.CHAT, "Mo-Th 13:00-19:00")


def test_the_examples_of_the_standard_come_in_with_nothing_to_mend(specification, tmp_path, gazetteer):
    for number, file in enumerate(sorted(specification.glob("official_*.json"))):
        folder = tmp_path / str(number)
        result = brought(file, folder, gazetteer=gazetteer, vocabulary=VOCABULARY)
        (organisation,) = organisations(folder).values()
        assert [service.name for service in organisation.services] == ["Community Counselling"]
        assert not [p for p in result.problems if p.severity is Severity.MUST_MEND]
        ids = [c.id for c in organisation.services[0].channels]
        assert len(ids) == len(set(ids))


def test_what_is_no_feed_is_told(tmp_path):
    (tmp_path / "empty").mkdir()
    assert brought(tmp_path / "empty", tmp_path / "data").problems[0].what == "There is no file of HSDS in it."
    (tmp_path / "feed.json").write_text('[{"id": "o1", "name": "A"}, {"id"', encoding="utf-8")
    problems = brought(tmp_path / "feed.json", tmp_path / "data").problems
    assert "This is not JSON; what stands before it was read." in {problem.what for problem in problems}


NAMES = st.sampled_from(
    "id name description status organization organization_id services service_at_locations location location_type "
    "locations addresses address_1 city postal_code phones number contacts email schedules byday opens_at closes_at "
    "valid_from dtstart freq attributes taxonomy_term value link_type languages code cost_options amount latitude "
    "service_areas minimum_age url website parent_organization_id accessibility contents service_id "
    "location_id".split()
)
JUNK = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**20), 10**20),
        st.floats(),
        st.text(max_size=8),
        st.sampled_from(
            ["o1", "s1", "MO", "09:00", "24:30+99:99", "physical", "virtual", "9000", "https://a.be", "chat"]
        ),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=6)),
    max_leaves=25,
)


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.dictionaries(NAMES, JUNK, max_size=8), JUNK)
def test_no_feed_whatever_breaks_the_import(tmp_path_factory, gazetteer, junk, more):
    folder: Path = tmp_path_factory.mktemp("junk")
    feed = [a_service() | junk, ORGANISATION | junk, {"id": "sal1", "location": a_place() | junk}, more]
    (folder / "feed.json").write_text(json.dumps(feed), encoding="utf-8")
    brought(folder / "feed.json", folder / "data", gazetteer=gazetteer, vocabulary=VOCABULARY)


NUMBER = {"id": "p9", "number": "09 225 12 34"}


def test_the_phone_of_an_organisation_is_that_of_its_only_service(bring):
    organisation, result = bring(a_service(phones=[], organization=ORGANISATION | {"phones": [NUMBER]}))
    assert [channel.value for channel in organisation.services[0].channels] == ["+3292251234"]
    assert told(result) == []


@pytest.mark.parametrize(
    "services",
    [
        [a_service(organization=ORGANISATION | {"phones": [NUMBER]})],
        [a_service(phones=[], organization=ORGANISATION | {"phones": [NUMBER | {"location_id": "l1"}]})],
        [a_service(phones=[], email="a@b.be", organization=ORGANISATION | {"phones": [NUMBER]}), a_service(id="s2")],
        [
            a_service(phones=[], email="a@b.be", organization=ORGANISATION | {"phones": [NUMBER]}),
            a_service(id="s2", status="inactive"),
        ],
    ],
    ids=["with one of its own", "of a location", "of two services", "of two, one of them gone"],
)
def test_the_phone_of_an_organisation_is_told_when_it_is_not_certain_whose_it_is(bring, services):
    organisation, result = bring(*services)
    assert "+3292251234" not in {c.value for service in organisation.services for c in service.channels}
    assert ("phones", "There is no place for it here (1).") in told(result)


def test_days_on_which_a_place_is_closed_stand_behind_its_hours(bring):
    week = {"byday": "MO", "opens_at": "09:00", "closes_at": "12:00"}
    closed = {"valid_from": "2027-01-04", "valid_to": "2027-01-04", "description": "Gesloten"}
    organisation, result = bring(a_service(service_at_locations=at(a_place(), schedules=[week, closed])))
    assert organisation.services[0].channels[0].hours == "Mo 09:00-12:00; 2027 Jan 04 off"
    assert told(result) == []
