"""The site of files: what the live pages say, without a script, a form or a name that tells anything."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from directory.__main__ import app
from directory.exchange.publishing import MADE, publish
from directory.settings import ROOT
from directory.store.files import read_catalogue
from directory.web.static_pages import address
from tests.web.light import MONDAY_EVENING, Seen, client, text_of

CHANGES = ("Naar wat je vond", "Klopt dit niet?", "Nieuwe vraag")
"""What a page needs a server for."""


def run(out: Path, data: Path = ROOT / "data") -> Result:
    moment = {"HULPKAART_NOW": MONDAY_EVENING, "HULPKAART_DATA": str(data)}
    return CliRunner(env=moment).invoke(app, ["publish", str(out)], catch_exceptions=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    out = tmp_path_factory.mktemp("published") / "site"
    assert run(out).exit_code == 0
    return out


@pytest.fixture
def small(tmp_path):
    return ROOT / "tests" / "broken" / "_valid"


def pages(site: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in site.glob("*.html")}


def test_no_page_has_a_script_a_form_or_a_title_that_tells_anything(site):
    for name, html in pages(site).items():
        assert "<script" not in html, name
        assert "<form" not in html, name
        assert re.findall("<title>(.*?)</title>", html) == ["Kaart"]
        assert "Het adres van deze pagina blijft in de geschiedenis van je browser" in html
        assert "Deze pagina is gemaakt op 23 nov 2026." in html


def test_every_link_leads_to_a_page_or_file_that_is_there(site):
    linked = set()
    for html in pages(site).values():
        for link in Seen(html).all("a"):
            href = link["href"]
            if not re.match("[a-z]+:|#", href):
                linked.add(href)
    assert {href for href in linked if not (site / href).is_file()} == set()
    assert {"data/services.csv", "data/locations.geojson"} <= linked
    assert set(pages(site)) - linked == set()


def test_each_language_is_a_folder_of_the_same_pages_with_links_to_the_others(site):
    for code, tag in (("fr", "fr-BE"), ("en", "en-GB")):
        there = pages(site / code)
        assert set(there) == set(pages(site))
        for html in there.values():
            assert f'<html lang="{tag}" dir="ltr">' in html
        for html in (there["index.html"], there[address("service", "awel-hulplijn")]):
            for link in Seen(html).all("a"):
                assert re.match("[a-z]+:|#", link["href"]) or (site / code / link["href"]).is_file()
    home = Seen(pages(site)["index.html"]).all("a")
    assert {"fr/index.html", "en/index.html"} <= {link["href"] for link in home}


def test_the_names_of_pages_tell_nothing(site):
    assert all(re.fullmatch("index|[a-z2-7]{16}", Path(name).stem) for name in pages(site))
    assert not [file.name for file in site.rglob("*") if "sitemap" in file.name]


def test_no_page_says_who_is_open_now(site):
    said = re.compile(r"open tot|nu dicht|dicht, opent|waarschijnlijk (open|dicht)|vandaag \\d|vandaag dicht")
    for name, html in pages(site).items():
        found = re.findall(r'<b class="[a-z]*">(.*?)</b>', html)
        assert not [state for state in found if said.search(state)], name
        assert "vandaag" not in "".join(re.findall("<small>vandaag.*?</small>", html)), name


def pieces(html: str) -> set[str]:
    """What the main part of a page says, piece by piece, without what holds for a moment and what needs a server."""
    main = html[html.index("<main") : html.index("</main>")]
    main = re.sub(r'<b class="(open|closed|unknown)">.*?</b>', "", main)
    main = re.sub("<(svg|symbol).*?</(svg|symbol)>", "", main, flags=re.DOTALL)
    found = (part.strip() for text in re.split("<[^>]+>", main) for part in text.split(" · "))
    ours = {unescape(" ".join(part.split())) for part in found if part}
    return {part for part in ours if not part.startswith(("vandaag", "←")) and part not in CHANGES}


@pytest.fixture
def live(monkeypatch):
    monkeypatch.setenv("HULPKAART_NOW", MONDAY_EVENING)
    return client()


REASONS = re.compile("(online|telefoon|chat|mail|in persoon|nu open)")
"""What a live page says of why it is shown: how one can reach them, and who is open."""


def test_the_page_of_a_service_says_what_the_live_page_says(site, live):
    catalogue = read_catalogue(ROOT / "data")[0]
    for service in (catalogue.service["awel-hulplijn"], catalogue.service["1712-lijn"], *catalogue.services[::9]):
        there = pieces(live.post("/licht/dienst", data={"dienst": service.id}).text)
        here = pieces((site / address("service", service.id)).read_text(encoding="utf-8"))
        # Of a line that never closes, the live page says it as what it is now.
        assert here - there <= {"dag en nacht"}, service.id
        assert {part for part in there - here if not REASONS.match(part)} == set(), service.id
        assert len(here) > 10


@pytest.mark.parametrize("organisation", ["awel", "child-focus"])
def test_the_page_of_an_organisation_says_what_the_live_page_says(site, live, organisation):
    there = live.post("/licht/organisatie", data={"organisatie": organisation}).text
    here = (site / address("organisation", organisation)).read_text(encoding="utf-8")
    assert pieces(there) == pieces(here)


def test_the_places_of_a_service_have_a_page_each(site):
    catalogue = read_catalogue(ROOT / "data")[0]
    with_many = next(s for s in catalogue.services if len({c.location for c in s.channels if c.location}) > 5)
    links = Seen((site / address("service", with_many.id)).read_text(encoding="utf-8")).all("a")
    places = {c.location for c in with_many.channels if c.location and c.mode == "in_person"}
    assert {address("service", with_many.id, place) for place in places} <= {link["href"] for link in links}


def test_the_data_are_those_of_the_open_data(site, live):
    assert (site / "data" / "locations.geojson").read_text(encoding="utf-8") == live.get(
        "/api/locations.geojson"
    ).text
    assert (site / "data" / "services.csv").read_bytes() == live.get("/api/services.csv").content
    services = json.loads((site / "data" / "hsds" / "services.json").read_text(encoding="utf-8"))
    assert len(services) == len(read_catalogue(ROOT / "data")[0].services)


def test_the_same_data_at_the_same_moment_give_the_same_bytes(small, tmp_path):
    for name in ("one", "other"):
        assert run(tmp_path / name, small).exit_code == 0
    one, other = (
        {f.relative_to(tmp_path / n): f.read_bytes() for f in (tmp_path / n).rglob("*") if f.is_file()}
        for n in ("one", "other")
    )
    assert {name.relative_to("."): text for name, text in one.items()} == other


def test_what_others_put_there_stays_and_what_is_no_longer_made_goes(tmp_path):
    publish(tmp_path / "site", lambda made: [(made / name).write_text(name) for name in ("index.html", "old.html")])
    (tmp_path / "site" / "CNAME").write_text("x")
    publish(tmp_path / "site", lambda made: [(made / name).write_text("new") for name in ("index.html", "new.html")])
    files = {file.name: file.read_text() for file in (tmp_path / "site").iterdir() if file.name != MADE}
    assert files == {"CNAME": "x", "index.html": "new", "new.html": "new"}
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


def test_a_site_that_could_not_be_made_leaves_the_one_before(tmp_path):
    def breaks(made: Path) -> None:
        (made / "index.html").write_text("half")
        raise OSError(28, "No space left on device")

    publish(tmp_path / "site", lambda made: (made / "index.html").write_text("good"))
    with pytest.raises(OSError, match="No space"):
        publish(tmp_path / "site", breaks)
    assert (tmp_path / "site" / "index.html").read_text() == "good"
    assert [file.name for file in tmp_path.iterdir()] == ["site"]


def test_a_file_of_somebody_else_is_never_written_over(tmp_path, small):
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("theirs")
    done = run(tmp_path / "site", small)
    assert done.exit_code == 2
    assert "is not of an earlier publication: take it away, or publish elsewhere" in " ".join(done.stderr.split())
    assert [file.name for file in (tmp_path / "site").iterdir()] == ["index.html"]


@pytest.mark.parametrize("listed", ['["../outside.txt"]', '["/etc/x"]', "{", "3"])
def test_a_list_of_published_files_that_was_tampered_with_takes_nothing_away(tmp_path, listed):
    (tmp_path / "outside.txt").write_text("theirs")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / MADE).write_text(listed)
    publish(tmp_path / "site", lambda made: (made / "index.html").write_text("x"))
    assert (tmp_path / "outside.txt").read_text() == "theirs"


def test_a_hidden_address_is_on_no_page(tmp_path, small):
    file = small / "organisations" / "luisterlijn.yaml"
    data = tmp_path / "data"
    text = file.read_text(encoding="utf-8")
    (data / "organisations").mkdir(parents=True)
    (data / "vocabulary").symlink_to(small / "vocabulary")
    hidden = text.replace("street:", "confidential: true\n    street:", 1)
    assert hidden != text
    (data / "organisations" / file.name).write_text(hidden, encoding="utf-8")
    street = re.search("street: *(.+)", text)[1].strip()
    run(tmp_path / "site", data)
    assert text_of((tmp_path / "site" / "index.html").read_text(encoding="utf-8"))
    for written in (f for f in (tmp_path / "site").rglob("*") if f.is_file()):
        assert street not in written.read_text(encoding="utf-8")


TRUE_OF_FILES = {
    "We vragen je naam niet": "test_no_page_has_a_script_a_form_or_a_title_that_tells_anything",
    "Deze pagina’s zijn gewone bestanden": "test_no_page_has_a_script_a_form_or_a_title_that_tells_anything",
    "Deze pagina’s laden niets": "test_no_page_fetches_anything",
    "Deze pagina’s zetten zelf geen cookies": "test_no_page_has_a_script_a_form_or_a_title_that_tells_anything",
    "Een server ziet altijd": None,
    "Je browser kan onthouden": None,
    "In het adres en de titel": "test_the_names_of_pages_tell_nothing",
    "Hij kan de pagina’s": None,
    "Een site van een organisatie": "test_no_page_tells_another_site_where_somebody_comes_from",
    "Een oproep, sms of mail": None,
    "Wat we daarvan weten": "test_the_page_of_a_service_says_what_the_live_page_says",
}
"""What the page on privacy says of a site of files, with the test that backs it; None is of others."""


def test_what_is_kept_is_told_as_far_as_it_is_true_of_files_and_every_page_leads_there(site):
    html = (site / address("privacy")).read_text(encoding="utf-8")
    lines = [
        unescape(line) for line in re.findall("<li>(.*?)</li>", html[html.index("<main") : html.index("</main>")])
    ]
    assert [next((b for b in TRUE_OF_FILES if line.startswith(b)), line) for line in lines] == list(TRUE_OF_FILES)
    assert {test for test in TRUE_OF_FILES.values() if test} <= set(globals())
    assert "Dit is een proefversie" in html
    for folder in (site, site / "fr", site / "en"):
        assert all(f'href="{address("privacy")}"' in page for page in pages(folder).values())
    assert "Ces pages sont de simples fichiers." in (site / "fr" / address("privacy")).read_text(encoding="utf-8")
    assert "These pages are plain files." in (site / "en" / address("privacy")).read_text(encoding="utf-8")


def test_no_page_fetches_anything(site):
    for name, html in pages(site).items():
        assert "default-src 'none'" in unescape(html), name
        fetched = [a for tag in ("img", "link", "iframe", "video", "object") for a in Seen(html).all(tag)]
        assert {a.get("href") or a.get("src") for a in fetched} <= {"data:,"}, name
        assert not re.search(r"@import|url\((?!#)", html), name


def test_no_page_tells_another_site_where_somebody_comes_from(site):
    assert all('<meta name="referrer" content="no-referrer">' in html for html in pages(site).values())
