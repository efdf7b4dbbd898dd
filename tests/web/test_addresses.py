"""The page that a worker's client opens: it tells how to reach somebody, and nothing else to who finds it."""

import gzip
import re
import shutil
from urllib.parse import urlsplit

import pytest
import vobject
from starlette.applications import Starlette
from starlette.testclient import TestClient

from directory import settings
from directory.exchange.codes import Kind, encode
from directory.exchange.shortlist import MOST
from directory.web.routes import routes
from directory.web.shell import around
from tests.exchange import paper
from tests.exchange.handed import real_catalogue
from tests.exchange.test_client_card import BATCHES, told_by
from tests.web.light import Seen, text_of
from tests.web.test_every_light_page import MOST_BYTES

pytestmark = pytest.mark.usefixtures("monday_evening")

KNOWN = real_catalogue()
SOME = ("awel-hulplijn", "jac-limburg", "1712-lijn")
SAID = """
Verlaat deze site. Je gaat meteen naar een gewone site. Drie keer Shift doet hetzelfde. Naar de inhoud.
Wij bewaren niets; je browser misschien wel. Er is altijd iemand. Noodnummer dag en nacht. Kaartje.
Dit is een proefversie. Ze wordt nog gemaakt en nagekeken. In je kaart-app op OpenStreetMap. PDF vCard.
"""
"""What stands on every such page."""


def link(*services: str, kind: Kind = Kind.CLIENT) -> str:
    return f"/adressen?k={encode(services, KNOWN, kind)}"


def labels(html: str) -> list[str]:
    return re.findall(r"<h2>(\w+ \d+)</h2>", html)


@pytest.mark.parametrize("ids", BATCHES, ids=lambda ids: ids[0])
def test_no_page_says_what_it_is_about_or_whose_it_is_nor_is_it_large(light, ids):
    page = light.get(link(*ids))
    assert len(labels(page.text)) == len(ids)
    own = set(re.findall(r"\w+", SAID.lower()))
    assert {t for t in told_by(text_of(page.text)) if not set(re.findall(r"\w+", t)) <= own} == set()
    assert "hulp" not in page.text.lower()
    assert "weglopen" not in page.text.lower()
    assert len(gzip.compress(page.content, 6)) <= MOST_BYTES


def test_it_has_numbers_to_press_hours_and_the_day_on_which_it_was_looked_up(light):
    page = light.get(link(*SOME))
    text = text_of(page.text)
    for said in ("Gesprek 1 Gratis Bellen Bel 102 ma-di, do-za 16-22 u, wo 14-22 u", "Opgezocht op 23 november 2026"):
        assert said in text
    assert 'href="tel:102"' in page.text
    for number in ("112", "106", "1813", "116 000"):
        assert f"dag en nacht Bel {number} " in text


@pytest.mark.parametrize(
    "path", ["/adressen?k=", "/hulpverleners?k=", "/hulpverleners?lijst=", "/hulpverleners?waar=x&k="]
)
def test_wherever_its_codes_stand_or_are_cut_off_it_is_the_same_page(light, path):
    codes = encode(SOME, KNOWN, Kind.CLIENT)
    for length in range(1, len(codes) + 1):
        page = light.get(f"{path}{codes[:length]}")
        assert urlsplit(str(page.url)).path == "/adressen"
        assert len(labels(page.text)) == (length + 1) // (Kind.CLIENT.shortest + 1)
        whole = (length + 1) % (Kind.CLIENT.shortest + 1) in (0, 1)
        assert ("Niet alles uit de link staat hier: 1 was niet te lezen." in page.text) is not whole


def test_a_link_of_before_opens_the_same_page_in_the_language_that_was_chosen(light):
    codes = encode(SOME, KNOWN)
    page = light.get(f"/hulpverleners?waar=Gent&lijst={codes}&kaartje=ja&lang=fr")
    assert urlsplit(str(page.url)).path == "/adressen"
    assert len(labels(page.text)) == len(SOME)
    assert "Entretien 1" in page.text
    assert codes not in light.get(str(page.url)).text


@pytest.mark.parametrize("path", ["/adressen/", "/Adressen", "/adresen", "/hulpverleners/", "/Hulpverleners"])
def test_a_mistyped_address_of_it_opens_it_all_the_same(path):
    app = TestClient(Starlette(routes=routes, middleware=around(routes)))
    page = app.get(f"{path}?k={encode(SOME, KNOWN, Kind.CLIENT)}", headers={"accept": "text/html"})
    assert urlsplit(str(page.url)).path == "/adressen"
    assert len(labels(page.text)) == len(SOME)


def test_the_workers_own_link_still_leads_to_the_workers_screen():
    app = TestClient(Starlette(routes=routes, middleware=around(routes)))
    for asked in ("", f"?lijst={encode(SOME, KNOWN)}", "?waar=gent&leeftijd=15", "?kaartje=nee"):
        page = app.get(f"/hulpverleners{asked}", follow_redirects=False)
        assert (page.status_code, "<title>Kaart</title>" in page.text) == (200, True)


@pytest.mark.parametrize(
    ("codes", "shown", "said"),
    [
        ("", 0, ""),
        ("19999999999", 0, "1 staat niet (meer) in deze gids"),
        ("%FF%FE-%00-%F0%9F", 0, "waren niet te lezen"),
        ("<script>alert(1)</script>", 0, "te lezen"),
        ("-".join([encode(SOME[:1], KNOWN, Kind.CLIENT)] * 3), 1, "2 stonden er dubbel in"),
        (
            "-".join(encode([s.id], KNOWN, Kind.CLIENT) for s in KNOWN.services[:25] * 200),
            MOST,
            "te veel voor één lijst",
        ),
        (f"{encode(SOME[:1], KNOWN, Kind.CLIENT)}&k={encode(SOME[1:2], KNOWN, Kind.CLIENT)}", 2, ""),
    ],
    ids=["nothing", "unknown", "encoding", "markup", "repeated", "thousands", "in two parts"],
)
def test_what_can_be_opened_is_opened_and_what_not_is_said(light, codes, shown, said):
    page = light.get(f"/adressen?k={codes}")
    assert page.status_code == 200
    assert len(labels(page.text)) == shown
    assert said in page.text
    assert ("Op dit kaartje staat niets meer." in page.text) is (shown == 0)
    assert "<script>alert" not in page.text


def test_in_another_language_it_is_the_same_page(light):
    dutch = Seen(light.get(link(*SOME)).text)
    page = light.post("/adressen", data={"k": dutch.hidden("k")[0], "naar": "fr", "stap": "1"})
    assert [label.partition(" ")[0] for label in labels(page.text)] == ["Entretien"] * len(SOME)
    files = [a["href"] for a in Seen(page.text).all("a") if a["href"].startswith("/adressen.")]
    assert [file.endswith("&lang=fr") for file in files] == [True, True]


def test_it_can_be_kept_as_paper_and_as_contacts_that_tell_as_little(light):
    page = Seen(light.get(link(*SOME)).text)
    files = [light.get(a["href"]) for a in page.all("a") if a["href"].startswith("/adressen.")]
    names = ("adressen.pdf", "adressen.vcf")
    assert [file.headers["content-disposition"] for file in files] == [f'attachment; filename="{n}"' for n in names]
    assert {file.headers["cache-control"] for file in files} == {"no-store"}
    assert "Gesprek 1" in paper.text(files[0].content)
    assert len(list(vobject.readComponents(files[1].text))) == len(SOME)


@pytest.mark.parametrize("operator", ["", "Stad Gent"])
def test_no_search_engine_shows_it_and_no_browser_keeps_it(monkeypatch, operator):
    monkeypatch.setenv("HULPKAART_OPERATOR", operator)
    app = TestClient(Starlette(routes=routes, middleware=around(routes)))
    moved = f"/hulpverleners?lijst={encode(SOME, KNOWN, Kind.CLIENT)}"
    for path in (link(*SOME), "/adressen", link(*SOME).replace("?", ".vcf?"), moved):
        headers = app.get(path, follow_redirects=False).headers
        assert headers["x-robots-tag"] == "noindex, nofollow"
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", [link(*SOME), "/adressen.pdf?k=1", "/adressen.vcf?k=1"])
def test_what_goes_wrong_there_tells_no_more(light, monkeypatch, tmp_path, path):
    answers = [light.put(path)]
    monkeypatch.setenv("HULPKAART_DATA", str(tmp_path / "nowhere"))
    answers.append(light.get(path))
    assert [answer.status_code for answer in answers] == [405, 503]
    for answer in answers:
        assert "<title>Adressen</title>" in answer.text
        assert 'href="tel:112"' in answer.text
        assert "hulp" not in answer.text.lower()


def test_the_code_of_a_service_that_is_gone_says_so_and_the_others_stay(light, monkeypatch, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(settings.data_folder(), data)
    owner = KNOWN.owner(KNOWN.service[SOME[0]]).id
    file = data / "organisations" / f"{owner}.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace(f"id: {SOME[0]}\n", "id: another-name\n"), encoding="utf-8"
    )
    monkeypatch.setenv("HULPKAART_DATA", str(data))
    page = light.get(link(*SOME))
    assert len(labels(page.text)) == len(SOME) - 1
    assert "1 staat niet (meer) in deze gids" in page.text
