"""Whatever stands in the data or is typed in a form: it is shown as text, and nothing of it runs or is fetched."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

from directory.cartography.results import service_of
from directory.exchange.codes import Kind, encode
from directory.exchange.shortlist import MOST
from directory.model.catalogue import Catalogue
from directory.screens.parts.desk.rows import ON_A_PAGE
from directory.store.files import read_catalogue
from directory.wording import places, summary
from directory.wording.written import shortened
from tests.browser.server import Server
from tests.browser.visit import PIN, Visit
from tests.hostile import SEEN_TEXTS, as_yaml, write_folder

pytestmark = pytest.mark.browser

LEADS = "href src srcset srcdoc action formaction data poster background ping xlink:href".split()
LEADING = """names => [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
    .filter(a => names.includes(a.name) || a.name.startsWith('on')).map(a => `${a.name}=${a.value}`))"""
SITES = r"www\.(hulp|luisterlijn)\.example|wa\.me|www\.openstreetmap\.org|www\.meteo\.be|localhost:\d+"
SAFE = re.compile(
    rf"\w+=(|/(?!/)\S*|\./\S*|overzicht|hulpverleners|#\S*|data:,|data:image/svg\+xml;base64,[\w+/=]+|https?://({SITES})(/.*)?|(tel|sms):\+?\d{{2,15}}|"
    r"mailto:[\w.+-]+@[\w.-]+|geo:[\d.,]+\?q=[\d.,]+)"
)
"""Where a page may lead: to us, to the sites of the folder, to a plain number or address, to a point."""
PLACES = ("image", "script", "attribute", "template", "markdown picture", "directive", "formula of mathematics")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("hostile")
    write_folder(folder)
    return folder


@pytest.fixture(scope="module")
def catalogue(folder: Path) -> Catalogue:
    return read_catalogue(folder)[0]


@pytest.fixture(scope="module")
def hostile_server(folder: Path) -> Iterator[Server]:
    """The app on hostile data, run by a hostile operator, with hostile credits on the map."""
    image = SEEN_TEXTS["image"]
    layer = {"file": "land.geojson", "geometry": "polygon", "zoom": "all", "attribution": image, "licence": "x"}
    (folder / "layers.json").write_text(as_yaml([layer]), encoding="utf-8")
    (folder / "land.geojson").write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    with Server(HULPKAART_DATA=str(folder), HULPKAART_BASEMAP=str(folder), HULPKAART_OPERATOR=image) as running:
        yield running


def squeezed(text: str) -> str:
    """A text without its spaces, which a page may lay out in its own way."""
    return "".join(text.split())


def expect_text_alone(page: Page) -> None:
    """In no frame an attribute that runs something, or leads to where a record may not lead."""
    for frame in page.frames:
        assert not (bad := [lead for lead in leads_of(frame) if not SAFE.fullmatch(lead)]), "\n".join(bad)


def leads_of(frame: Frame) -> list[str]:
    return [str(lead) for lead in frame.evaluate(LEADING, LEADS)]


def show_everything(visit: Visit, many: int) -> None:
    while visit.cards.count() < many:
        before = visit.cards.count()
        visit.page.get_by_role("button", name="Toon meer").click()
        expect(visit.cards).not_to_have_count(before)
        visit.settle()


def test_every_card_and_every_sign_of_the_map_shows_its_texts_as_they_stand(open_page, hostile_server, catalogue):
    visit = open_page(hostile_server).go()
    show_everything(visit, len(catalogue.services))
    expect_cards_as_they_stand(visit, catalogue)
    visit.wait_for_map()
    expect_signs_as_they_stand(visit, catalogue)
    expect(visit.map.locator(".leaflet-control-attribution")).to_contain_text(SEEN_TEXTS["image"])
    expect_text_alone(visit.page)


def expect_cards_as_they_stand(visit: Visit, catalogue: Catalogue) -> None:
    visit.page.locator("article.hk-card details").evaluate_all("all => all.forEach(e => { e.open = true; })")
    shown = {
        card["id"]: squeezed(card["text"])
        for card in visit.cards.evaluate_all("cards => cards.map(card => ({id: card.id, text: card.textContent}))")
    }
    for service in catalogue.services:
        said = shown[f"hulp-{service.id}"]
        for text in (service.name, service.description.nl, service.intake_note.nl, service.tells_others.nl):
            assert squeezed(text) in said


def expect_signs_as_they_stand(visit: Visit, catalogue: Catalogue) -> None:
    told = {}
    for pin in visit.map.locator(PIN).all():
        pin.hover(force=True)
        service = service_of(pin.get_attribute("data-pin") or "")
        told[service] = squeezed(visit.map.locator(".leaflet-tooltip").last.inner_text())
    assert len(told) > len(catalogue.services) / 2
    for service, label in told.items():
        (place,) = catalogue.owner(catalogue.service[service]).locations
        assert label.startswith(squeezed(place.name))


def test_the_choices_of_the_question_are_text(open_page, hostile_server, catalogue):
    visit = open_page(hostile_server).go()
    visit.wait_for_map()
    visit.settle()
    visit.page.get_by_text("Meer", exact=True).click()
    expect(visit.page.get_by_text("Waarover nog?")).to_be_visible()
    terms = catalogue.vocabulary
    for key, themes in (("ask_themes", terms.chips), ("ask_more_themes", terms.discreet)):
        shown = [squeezed(text) for text in visit.page.locator(f".st-key-{key} button").all_inner_texts()]
        # The framework draws two hyphens as a dash; it means nothing.
        assert [label.replace("—", "--") for label in shown] == [squeezed(theme.label.nl) for theme in themes]
    audience = visit.page.get_by_label("Voor wie?")
    first = visit.page.get_by_role("option").first
    visit.settle()
    audience.click()
    audience.press("ArrowDown")
    expect(first).to_be_visible()
    assert squeezed(first.inner_text()) == squeezed(terms.audiences[0].label.nl)
    first.click()
    expect(visit.said).to_contain_text("voor ")
    visit.settle()
    expect_text_alone(visit.page)


def test_the_tables_of_the_overview_and_their_files_hold_text_alone(open_page, hostile_server, catalogue):
    visit = open_page(hostile_server).go("/overzicht")
    expect_text_alone(visit.page)
    names = visit.page.locator('[aria-label^="Wie antwoordt"] tbody th').evaluate_all(
        "all => all.map(e => e.textContent)"
    )
    assert {squeezed(n) for n in names} == {squeezed(o.name) for o in catalogue.organisations}
    for part, key in (("Chat en mail", "csv_now"), ("Toen en nu", "csv_then")):
        visit.page.get_by_role("radio", name=part).click()
        expect_text_alone(visit.page)
        with visit.page.expect_download() as waiting:
            visit.page.locator(f".st-key-{key} button").click()
        written = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
        for separator in ";,\t|":
            for row in csv.reader(io.StringIO(written), delimiter=separator):
                assert not [cell for cell in row if re.match(r"[=+\-@\t\r＝＋－＠]", cell)]


def test_the_table_and_the_list_of_workers_hold_text_alone(open_page, hostile_server, catalogue):
    some = [service.id for service in catalogue.services[::6]][:MOST]
    visit = open_page(hostile_server).go("/hulpverleners?volgorde=name")
    shown: dict[str, str] = {}
    picks = visit.page.locator("[class*='st-key-pick_']")
    for first in range(1, len(catalogue.services) + 1, ON_A_PAGE):
        expect(picks.first).to_contain_text(f"{first}.")
        visit.settle()
        for key, name in picks.evaluate_all("all => all.map(e => [e.className, e.innerText])"):
            # The framework draws two hyphens as a dash; it means nothing.
            service = re.findall(r"st-key-pick_(\S+)", key)[0]
            shown[service] = re.sub(r"^\d+\.", "", squeezed(name)).replace("—", "--")
        expect_text_alone(visit.page)
        if first + ON_A_PAGE <= len(catalogue.services):
            visit.page.get_by_role("button", name="Volgende").click()
    names = {service.id: squeezed(service.name) for service in catalogue.services}
    assert {key: name for key, name in names.items() if shown.get(key) != name} == {}
    visit.page.get_by_text("Meer filters").click()
    expect(visit.page.get_by_text("Langs welke weg?")).to_be_visible()
    expect_text_alone(visit.page)
    visit.go(f"/hulpverleners?lijst={encode(some, catalogue)}")
    heads = visit.page.locator(".st-key-compare thead th").all_inner_texts()
    assert [squeezed(head).partition(".")[2] for head in heads[1:]] == [names[service] for service in some[:6]]
    for label in ("Tekst voor een bericht", "Tekst voor een bericht, neutraal"):
        visit.page.get_by_text(label, exact=True).click()
        visit.settle()
    expect_text_alone(visit.page)
    for text in SEEN_TEXTS.values():
        visit.page.get_by_label("Nota bij 1", exact=True).fill(text)
        visit.page.keyboard.press("Tab")
    visit.settle()
    expect_text_alone(visit.page)
    visit.page.goto(f"{hostile_server.url}/adressen?k={encode(some, catalogue, Kind.CLIENT)}")
    expect(visit.page.get_by_role("article")).to_have_count(len(some))
    expect_text_alone(visit.page)


@pytest.mark.parametrize("part", ["Nabijheid", "Uren"])
def test_the_other_parts_of_the_overview_hold_text_alone(open_page, hostile_server, part):
    visit = open_page(hostile_server).go(f"/overzicht?deel={part}")
    expect(visit.said.first).to_be_visible()
    visit.page.get_by_label("Voor welk thema?").click()
    expect(visit.page.get_by_role("option").first).to_be_visible()
    expect_text_alone(visit.page)


def test_what_is_typed_on_a_screen_is_shown_as_it_stands(open_page, hostile_server):
    visit = open_page(hostile_server).go()
    for text in SEEN_TEXTS.values():
        visit.page.get_by_label("Waarover?").fill(text)
        visit.page.get_by_label("Waarover?").press("Enter")
        expect(visit.said).to_contain_text(" ".join(shortened(text.strip(), summary.LONGEST_SAID).split()))
    for name in PLACES:
        visit.type("Waar?", SEEN_TEXTS[name], understood=False)
        said = shortened(SEEN_TEXTS[name].strip(), places.LONGEST_SAID)
        expect(visit.page.locator(".st-key-ask_place .hk-remark")).to_contain_text(said)
    visit.page.get_by_text("Meer", exact=True).click()
    for label in ("Hoe oud?", "Voor wie?", "In welke taal?"):
        visit.page.get_by_label(label).press_sequentially(SEEN_TEXTS["image"])
        visit.page.keyboard.press("Tab")
    expect_text_alone(visit.page)


def test_the_light_pages_show_the_data_and_what_is_typed_as_they_stand(open_page, hostile_server, catalogue):
    visit = open_page(hostile_server)
    page = visit.page
    for number, text in enumerate(list(SEEN_TEXTS.values())[:: len(SEEN_TEXTS) // 6]):
        page.goto(f"{hostile_server.url}/licht")
        page.get_by_label("Waarover?").fill(text)
        page.get_by_label("Waar?").fill(text[:80])
        page.get_by_label("Hoe oud?").fill(text[:20])
        page.get_by_role("button", name="Zoek", exact=True).click()
        expect(page.get_by_label("Waarover?")).to_have_value(" ".join(text.split()))
        expect_text_alone(page)
        page.goto(f"{hostile_server.url}/licht")
        page.get_by_role("button", name="Zoek", exact=True).click()
        expect_text_alone(page)
        page.locator('button[name="dienst"]').nth(number).click()
        expect_text_alone(page)
        page.locator('button[name="organisatie"]').last.click()
        expect_text_alone(page)
