"""Bringing a feed in again: what changed there comes, what people changed here stays."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.exchange.hsds.merging import merged
from directory.model.organisation import Organisation
from tests.examples import a_catalogue, a_channel, a_location, a_service, an_organisation
from tests.exchange.hsds.written import brought, organisations, out


@pytest.fixture
def come_in(tmp_path):
    """Bring this organisation in by a feed that is always called the same; the file, the record and the import."""

    def done(**changes: Any) -> tuple[Path, Organisation, Any]:
        out(a_catalogue(an_organisation(**changes)), tmp_path / "feed")
        result = brought(tmp_path / "feed", tmp_path / "data")
        file = tmp_path / "data" / "organisations" / "helpers.yaml"
        return file, organisations(tmp_path / "data")["helpers"], result

    return done


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_changed_in_the_feed_comes_and_what_was_edited_here_stays(come_in):
    file, *_ = come_in(website="https://oud.example.org")
    edit(file, "name: De Helpers", "name: De Beste Helpers  # zo noemen ze zich nu")
    _, record, result = come_in(website="https://nieuw.example.org")
    assert (record.name, record.website) == ("De Beste Helpers", "https://nieuw.example.org")
    assert result.problems == []
    assert "# zo noemen ze zich nu" in file.read_text(encoding="utf-8")


def test_what_both_changed_stays_as_it_is_here_and_is_told(come_in):
    file, *_ = come_in(website="https://oud.example.org")
    edit(file, "https://oud.example.org", "https://hier.example.org")
    _, record, result = come_in(website="https://daar.example.org")
    assert record.website == "https://hier.example.org"
    (problem,) = result.problems
    assert (problem.field, problem.record) == ("website", "organisation helpers")
    assert 'The feed says "https://daar.example.org"' in problem.what
    _, record, result = come_in(website="https://daar.example.org")
    assert (record.website, result.problems) == ("https://hier.example.org", [])


def test_records_inside_come_go_and_stay(come_in):
    two = [a_channel(), a_channel(id="line-chat", kind="chat", value="https://example.org")]
    file, *_ = come_in(services=[a_service(channels=two)])
    edit(file, "kind: phone", "kind: phone\n        research_note: zelf gebeld")
    three = [a_channel(hours="24/7"), a_channel(id="line-mail", kind="email", value="a@example.org")]
    _, record, _ = come_in(services=[a_service(channels=three)], locations=[a_location()])
    channels = {c.id: c for c in record.services[0].channels}
    assert list(channels) == ["line-phone", "line-mail"]
    assert channels["line-phone"].hours == "24/7"
    assert channels["line-phone"].research_note == "zelf gebeld"
    assert [place.id for place in record.locations] == ["house-gent"]


def test_what_was_added_here_stays(come_in):
    file, *_ = come_in()
    edit(file, "name: De Helpers", "name: De Helpers\nfounded: '1999'")
    _, record, result = come_in(website="https://nieuw.example.org")
    assert (record.founded, record.website, result.problems) == ("1999", "https://nieuw.example.org", [])


def test_a_place_that_became_hidden_at_the_source_goes_here_too(come_in):
    owner = {
        "services": [a_service(channels=[a_channel(kind="walk_in", value="https://a.be", location="house-gent")])]
    }
    come_in(**owner, locations=[a_location()])
    file, record, _ = come_in(**owner, locations=[a_location(confidential=True)])
    assert record.locations == ()
    assert record.services[0].channels[0].location is None
    assert "Veldstraat" not in file.read_text(encoding="utf-8")


def test_a_file_that_was_taken_away_here_is_not_put_back(come_in, tmp_path):
    file, *_ = come_in()
    file.unlink()
    out(a_catalogue(an_organisation(name="Anders"), an_organisation(id="second", services=[])), tmp_path / "feed")
    result = brought(tmp_path / "feed", tmp_path / "data")
    assert not file.exists()
    assert [problem.what for problem in result.problems] == ["Its file was taken away here."]


def test_what_is_gone_from_the_feed_stays_and_is_told(come_in, tmp_path):
    file, *_ = come_in()
    out(a_catalogue(an_organisation(id="second", name="De Tweede", services=[])), tmp_path / "feed")
    for _ in range(2):
        result = brought(tmp_path / "feed", tmp_path / "data")
        assert file.exists()
        assert [problem.record for problem in result.problems] == ["organisation helpers"]


def test_a_file_that_does_not_hold_is_left_alone_and_told(come_in):
    file, *_ = come_in()
    file.write_text("id: helpers\nname: [", encoding="utf-8")
    out_of_it = file.read_bytes()
    with pytest.raises(KeyError):
        come_in(name="Anders")
    assert file.read_bytes() == out_of_it


def test_two_feeds_do_not_take_each_other_s_changes_for_their_own(tmp_path):
    out(a_catalogue(an_organisation(website="https://a.example.org")), tmp_path / "one")
    out(a_catalogue(an_organisation(website="https://a.example.org", founded="1999")), tmp_path / "other")
    for feed in ("one", "other", "one"):
        assert brought(tmp_path / feed, tmp_path / "data").problems == []
    assert organisations(tmp_path / "data")["helpers"].founded == "1999"


VALUES = st.recursive(
    st.integers(0, 2) | st.sampled_from("ab"),
    lambda inner: st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
    max_leaves=6,
)


@given(VALUES, VALUES)
def test_who_changed_nothing_gets_what_the_other_says(before, after):
    assert merged(before, before, after) == (after, ())
    assert merged(before, after, before) == (after, ())
    assert merged(before, after, after) == (after, ())


@given(VALUES, VALUES, VALUES)
def test_a_merge_settles_once_the_feed_stands_still(before, here, there):
    settled, _ = merged(before, here, there)
    assert merged(there, settled, there) == (settled, ())


def test_a_feed_that_breaks_off_takes_nothing_away(come_in, tmp_path):
    two = [a_service(), a_service(id="second", channels=[a_channel(id="second-phone")])]
    come_in(services=two, locations=[a_location()])
    feed = tmp_path / "feed"
    services = (feed / "services.json").read_text(encoding="utf-8").splitlines()
    (feed / "services.json").write_text("\n".join([*services[:2], services[2][:200]]), encoding="utf-8")
    (feed / "service_at_locations.json").unlink()
    result = brought(feed, tmp_path / "data")
    assert [problem.what for problem in result.problems] == ["This is not JSON; what stands before it was read."]
    assert [s.id for s in organisations(tmp_path / "data")["helpers"].services] == ["line", "second"]


def test_a_channel_that_does_not_hold_any_more_keeps_what_it_was(come_in, tmp_path):
    come_in(website="https://oud.example.org")
    out(a_catalogue(an_organisation(website="https://nieuw.example.org")), tmp_path / "feed")
    for name in ("services", "service_at_locations"):
        file = tmp_path / "feed" / f"{name}.json"
        edit(file, '"value": "phone"', '"value": "rooksignaal"')
    result = brought(tmp_path / "feed", tmp_path / "data")
    record = organisations(tmp_path / "data")["helpers"]
    assert record.website == "https://nieuw.example.org"
    assert [c.id for c in record.services[0].channels] == ["line-phone"]
    assert any(problem.record == "channel line-phone" for problem in result.problems)


def test_our_own_form_from_elsewhere_may_not_give_a_hidden_place_away(tmp_path):
    place = a_location(confidential=False)
    visit = a_channel(kind="appointment", value="https://a.be", location=place.id)
    shelter = an_organisation(services=[a_service(shelters=True, channels=[visit])], locations=[place])
    feed = out(a_catalogue(shelter), tmp_path / "feed")
    for name in ("organizations", "services", "service_at_locations"):
        file = feed / f"{name}.json"
        file.write_text(file.read_text(encoding="utf-8").replace('"confidential"', '"iets"'), encoding="utf-8")
    result = brought(feed, tmp_path / "data")
    record = organisations(tmp_path / "data")["helpers"]
    assert (record.locations, record.services[0].channels[0].location) == ((), None)
    assert any("it was not brought in" in problem.what for problem in result.problems)
    assert "Veldstraat" not in (tmp_path / "data" / "organisations" / "helpers.yaml").read_text(encoding="utf-8")
