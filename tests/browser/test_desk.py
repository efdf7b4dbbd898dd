"""The workers' screen: from a need to paper, an address that a colleague opens, a list to hand over."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Download, Locator, expect

from directory.exchange.codes import Kind, decode, encode
from directory.geography.names import folded
from tests.browser.test_every_screen import expect_no_sideways_scrolling
from tests.browser.test_kept import EMPTY, STORES
from tests.browser.test_map import expect_same_map, mark_map, press_a_pin
from tests.browser.visit import DESKTOP, PHONE, Visit
from tests.exchange import paper
from tests.exchange.handed import real_catalogue

pytestmark = pytest.mark.browser

PATH = "/hulpverleners"
KNOWN = real_catalogue()
UNKNOWN = re.compile("^Toon ook .* waarvan we het niet weten$")
SOME = ("awel-hulplijn", "jac-limburg", "jac-antwerpen")


@pytest.fixture
def desk(open_page, server) -> Visit:
    """The workers' screen on a desktop."""
    return open_page(server).go(PATH)


def link_to(*services: str) -> str:
    return f"{PATH}?lijst={encode(services, KNOWN)}"


def rows(visit: Visit) -> list[str]:
    """The ids of the services in the table, in order."""
    found = visit.page.locator("[class*='st-key-row_']").evaluate_all("all => all.map(e => e.className)")
    return [re.findall(r"st-key-row_(\S+)", name)[0] for name in found]


def names(visit: Visit) -> list[str]:
    """The names in the table, without their numbers."""
    return [re.sub(r"^\d+\. ", "", text) for text in visit.page.locator("[class*='st-key-pick_']").all_inner_texts()]


def press(visit: Visit, name: str | re.Pattern[str], within: str = ".st-key-desk_ask") -> None:
    """Press a choice, and wait for another sentence."""
    before = visit.said.inner_text()
    visit.page.locator(within).get_by_role("button", name=name).click()
    expect(visit.said).not_to_have_text(before)
    visit.settle()


def write(visit: Visit, label: str, text: str) -> None:
    """Write in a field of the question, and wait for another sentence."""
    before = visit.said.inner_text()
    field = visit.page.get_by_label(label)
    field.fill(text)
    field.press("Enter")
    expect(visit.said).not_to_have_text(before)
    visit.settle()


def button(visit: Visit, kind: str, service: str) -> Locator:
    """The button of a service: pick, on or off the list, up, down, away."""
    return visit.page.locator(f".st-key-{kind}_{service} button")


def part(visit: Visit, name: str) -> None:
    visit.page.locator(".st-key-desk_part").get_by_text(re.compile(rf"^{name}( \(\d+\))?$")).click()
    expect(visit.said).to_have_count(1 if name == "Zoeken" else 0)
    visit.settle()


def my_list(visit: Visit) -> list[str]:
    """The ids on my list, in order."""
    found = visit.page.locator("[class*='st-key-mine_']").evaluate_all("all => all.map(e => e.className)")
    return [key for name in found for key in re.findall(r"st-key-mine_(?!head_)(\S+)", name)]


def download(visit: Visit, name: str) -> Download:
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("button", name=name, exact=True).click()
    return waiting.value


@pytest.mark.parametrize("asked", ["brief=nee", "voor=jongeren", "taal=nl"])
def test_a_choice_in_a_panel_that_is_shut_stays_while_its_count_changes(open_page, server, asked):
    visit = open_page(server).go(f"/hulpverleners?waar=gent&leeftijd=16&over=loverboy&gratis=ja&{asked}")
    visit.page.get_by_role("button", name="Meer filters").click()
    visit.page.get_by_label("Wie antwoordt?").wait_for()
    visit.page.keyboard.press("Escape")
    visit.page.get_by_role("button", name=UNKNOWN).click()
    expect(visit.page).to_have_url(re.compile("ongekend"))
    visit.settle()
    for number in ("1.", "2."):
        visit.page.get_by_role("button", name=number).first.click()
        expect(visit.page.locator("main .hk-card")).to_have_count(1)
        visit.settle()
        expect(visit.page.locator(".stAlert")).to_have_count(0)
    assert asked in visit.page.url


def test_from_a_need_to_paper_in_a_minute(desk):
    write(desk, "Waarover?", "drugs")
    write(desk, "Waar?", "9000")
    write(desk, "Leeftijd", "16")
    first, second = rows(desk)[:2]
    button(desk, "on", second).click()
    button(desk, "off", second).wait_for()
    button(desk, "on", first).click()
    button(desk, "off", first).wait_for()
    part(desk, "Mijn lijstje")
    expect(desk.page.get_by_role("table")).to_be_visible()
    assert my_list(desk) == [second, first]
    button(desk, "up", first).click()
    expect(desk.page.locator("[class*='st-key-mine_'] h3").first).to_contain_text(KNOWN.service[first].name)
    note = desk.page.get_by_label("Nota bij 1", exact=True)
    # While the list is drawn again, its old fields may still be there.
    expect(note).to_have_count(1)
    note.fill("Vraag naar de intake van dinsdag.")
    handed = download(desk, "Blad met leeg verwijsformulier (PDF)")
    assert handed.suggested_filename == "contactgegevens.pdf"
    pdf = Path(handed.path()).read_bytes()
    text = paper.text(pdf)
    assert "Vraag naar de intake van dinsdag." in text
    assert text.index(KNOWN.service[first].name) < text.index(KNOWN.service[second].name)
    for words in ("Doorverwijzing", "Opgezocht op 23 november 2026, 20 u", "Dit komt uit een proefversie"):
        assert words in text
    assert "nl" in paper.languages(pdf)
    assert paper.codes(pdf)
    assert paper.codes(pdf) <= paper.links(pdf)


def test_whether_a_client_will_be_taken_is_asked_with_yes_or_no_and_says_where_nobody_knows(desk):
    offered = [service for service in KNOWN.services if not KNOWN.owner(service).is_gone]
    not_needed = sum(service.letter_needed is False for service in offered)
    unknown = sum(service.letter_needed is None for service in offered)
    desk.page.get_by_role("button", name="Meer filters").click()
    expect(desk.page.locator(".st-key-desk_admission")).to_contain_text(f"Niet geweten: verwijsbrief ({unknown})")
    desk.page.get_by_label("Verwijsbrief nodig").fill("nee")
    desk.page.get_by_role("option", name=f"nee ({not_needed})", exact=True).click()
    expect(desk.said).to_have_text(re.compile(f"^{not_needed} .*: zonder verwijsbrief\\.$"))
    remarks = desk.page.locator(".st-key-list .hk-remark")
    expect(remarks.first).to_have_text(f"Niet geweten, niet getoond: verwijsbrief ({unknown}).")
    assert parse_qs(urlsplit(desk.page.url).query) == {"brief": ["nee"]}
    desk.page.keyboard.press("Escape")
    desk.page.get_by_role("button", name=f"Toon ook {unknown} plekken waarvan we het niet weten").click()
    expect(remarks.first).to_have_text(f"Niet geweten, wel getoond: verwijsbrief ({unknown}).")
    expect(desk.said).to_contain_text(str(not_needed + unknown))


def test_whoever_several_unanswered_questions_leave_out_is_one_press_away(open_page, server):
    visit = open_page(server).go(f"{PATH}?brief=nee&gesprek=nee&zonder-ouders=ja&open=ja")
    offer = visit.page.get_by_role("button", name=UNKNOWN)
    number = int(re.findall(r"\d+", offer.inner_text())[0])
    assert number > 0
    certain = visit.count
    offer.click()
    expect(visit.said).to_contain_text("ook waarvan we het niet weten")
    visit.settle()
    assert visit.count == certain + number
    assert "ongekend=ja" in visit.page.url
    expect(visit.page.locator(".hk-doubt").first).to_contain_text("Niet geweten: ")
    visit.page.get_by_role("button", name="Toon enkel wat zeker past").click()
    expect(visit.said).not_to_contain_text("ook waarvan we het niet weten")
    visit.settle()
    assert visit.count == certain


def test_where_little_is_left_one_press_lets_go_of_a_filter_and_keeps_the_others(open_page, server):
    visit = open_page(server).go(f"{PATH}?over=jongen verkoopt seks&waar=Aalst&leeftijd=16&taal=fr&volgorde=name")
    little = visit.count
    offer = visit.page.get_by_role("button", name=re.compile("^Zonder “taal”"))
    number = int(re.findall(r"\d+", offer.inner_text())[0])
    offer.click()
    expect(visit.said).not_to_contain_text("in het Frans")
    visit.settle()
    assert visit.count == number > little
    assert parse_qs(urlsplit(visit.page.url).query) == {
        "over": ["jongen verkoopt seks"],
        "waar": ["Aalst"],
        "leeftijd": ["16"],
        "volgorde": ["name"],
    }
    assert names(visit) == sorted(names(visit), key=folded)


def test_side_by_side_one_sees_the_number_the_mail_the_address_and_who_answers_now(desk):
    desk.go(link_to(*SOME))
    rows = {row.locator("th").inner_text(): row for row in desk.page.locator(".st-key-compare tbody tr").all()}
    expect(rows["Bellen"].get_by_role("link", name="102", exact=True)).to_have_attribute("href", "tel:102")
    expect(rows["Mailen"].locator("a").first).to_have_attribute("href", re.compile("^mailto:"))
    expect(rows["Waar"]).to_contain_text("Korte Nieuwstraat 26, 2000 Antwerpen")
    expect(rows["Nu"]).to_contain_text("open tot 22 u")


def test_an_address_gives_a_colleague_the_same_view(desk, open_page, server):
    write(desk, "Waar?", "Gent")
    press(desk, re.compile("^In de buurt"))
    write(desk, "Leeftijd", "15")
    desk.page.locator(".st-key-desk_order").get_by_text("Afstand").click()
    expect(desk.page).to_have_url(re.compile("volgorde=distance"))
    desk.settle()
    assert parse_qs(urlsplit(desk.page.url).query) == {
        "waar": ["Gent"],
        "hoe": ["buurt"],
        "leeftijd": ["15"],
        "volgorde": ["distance"],
    }
    desk.wait_for_map()
    colleague = open_page(server).go(desk.page.url.removeprefix(server.url))
    colleague.wait_for_map()
    assert colleague.said.inner_text() == desk.said.inner_text()
    assert rows(colleague) == rows(desk)
    assert colleague.signs() == desk.signs()


def test_filters_stay_when_one_comes_back_and_never_reach_the_other_screens(desk):
    press(desk, re.compile("^Online"))
    said = desk.said.inner_text()
    part(desk, "Mijn lijstje")
    part(desk, "Zoeken")
    expect(desk.said).to_have_text(said)
    desk.page.get_by_role("link", name="Zoek hulp").click()
    expect(desk.page.get_by_role("heading", level=1, name="Met wie kan ik praten?")).to_be_visible()
    assert urlsplit(desk.page.url)[2:] == ("/", "", "")
    desk.page.get_by_role("link", name="Voor hulpverleners").click()
    expect(desk.said).to_have_text(said)
    expect(desk.page).to_have_url(re.compile(r"hoe=online$"))
    desk.page.go_back()
    expect(desk.page.get_by_role("heading", level=1, name="Met wie kan ik praten?")).to_be_visible()
    desk.settle()
    assert urlsplit(desk.page.url)[2:] == ("/", "", "")
    for frame in desk.page.frames:
        assert frame.evaluate(STORES) == EMPTY


def test_a_choice_leaves_as_many_as_it_said(desk):
    for how in ("Online", "Bellen", "In de buurt", "Nu open"):
        choice = desk.page.locator(".st-key-desk_ask").get_by_role("button", name=re.compile(f"^{how}"))
        counted = int(re.findall(r"\((\d+)\)", choice.inner_text())[0])
        press(desk, re.compile(f"^{how}"))
        assert desk.count == counted
        press(desk, re.compile(f"^{how}"))


def test_the_table_is_sorted_over_all_pages(desk):
    desk.page.locator(".st-key-desk_order").get_by_text("Naam").click()
    expect(desk.page).to_have_url(re.compile("volgorde=name"))
    desk.settle()
    first = names(desk)
    assert first == sorted(first, key=folded)
    desk.page.get_by_role("button", name="Volgende").click()
    expect(desk.page.locator("[class*='st-key-pick_']").first).to_contain_text("13. ")
    desk.settle()
    assert not set(names(desk)) & set(first)


def test_the_table_and_the_map_are_in_step(desk):
    write(desk, "Waar?", "9000")
    press(desk, re.compile("^In de buurt"))
    mark_map(desk)
    picked = rows(desk)[2]
    button(desk, "pick", picked).click()
    expect(desk.map.locator(".pin-chosen")).to_have_attribute("data-pin", re.compile(f"^{picked}/"))
    expect(desk.card(picked)).to_be_visible()
    expect(desk.cards).to_have_count(1)
    button(desk, "pick", picked).click()
    expect(desk.cards).to_have_count(0)
    desk.settle()
    pressed = press_a_pin(desk)
    expect(desk.card(pressed)).to_be_visible()
    assert rows(desk)[0] == pressed
    expect(desk.map.locator(".pin-chosen")).to_have_attribute("data-pin", re.compile(f"^{pressed}/"))
    expect_same_map(desk)


def test_under_a_card_it_is_put_on_the_list_too_with_the_door_of_the_pin_that_was_pressed(desk):
    desk.go(f"{PATH}?van=caw-limburg&waar=Hasselt").wait_for_map()
    pressed = press_a_pin(desk)
    expect(desk.card(pressed)).to_be_visible()
    door = str(desk.map.locator(".pin-chosen").get_attribute("data-pin")).partition("/")[2]
    button(desk, "card_on", pressed).click()
    button(desk, "card_off", pressed).wait_for()
    expect(button(desk, "off", pressed)).to_be_visible()
    part(desk, "Mijn lijstje")
    assert my_list(desk) == [pressed]
    place = KNOWN.location[door]
    assert len({channel.location for channel in KNOWN.service[pressed].channels if channel.location}) > 1
    named = re.compile(f"^{re.escape(str(place.name))}, ")
    expect(desk.page.get_by_label("Welke plek?")).to_have_value(named)
    part(desk, "Zoeken")
    button(desk, "card_off", pressed).click()
    button(desk, "card_on", pressed).wait_for()
    part(desk, "Mijn lijstje")
    assert my_list(desk) == []
    part(desk, "Zoeken")
    button(desk, "card_on", pressed).click()
    button(desk, "card_off", pressed).wait_for()
    desk.page.reload()
    part(desk, "Mijn lijstje")
    expect(desk.page.get_by_label("Welke plek?")).to_have_value(named)


def test_a_list_is_opened_from_its_link_by_another_server(desk, open_page, server, leaving):
    for service in rows(desk)[:2]:
        button(desk, "on", service).click()
        button(desk, "off", service).wait_for()
    part(desk, "Mijn lijstje")
    expect(desk.page.get_by_role("table")).to_be_visible()
    picked = my_list(desk)
    link = desk.page.get_by_label("Link naar dit lijstje, zonder nota's").input_value()
    assert len(picked) == 2
    assert link == f"{server.url}{link_to(*picked)}"
    assert not any(piece in link for service in picked for piece in service.split("-") if len(piece) > 3)
    other = open_page(leaving).go(link.removeprefix(server.url))
    assert my_list(other) == picked
    assert "Nota" not in other.page.url


def test_the_card_for_a_client_tells_no_name(desk, open_page, server):
    desk.go(link_to(*SOME))
    handed = download(desk, "Kaartje (PDF)")
    assert handed.suggested_filename == "adressen.pdf"
    link = desk.page.get_by_label("Link naar het kaartje").input_value()
    assert re.fullmatch(rf"{server.url}/adressen\?k=[0-9-]+", link)
    client = open_page(server, PHONE)
    client.page.goto(link)
    expect(client.page).to_have_title("Adressen")
    expect(client.page.get_by_role("heading", name="Gesprek 1")).to_be_visible()
    expect(client.page.get_by_text("Hulp", exact=False)).to_have_count(0)
    assert client.page.get_by_role("article").count() == len(SOME)
    shown = client.page.locator("body").inner_text()
    for text in (shown, paper.text(Path(handed.path()).read_bytes())):
        for service in SOME:
            assert KNOWN.service[service].name.lower() not in text.lower()
            assert KNOWN.owner(KNOWN.service[service]).name.lower() not in text.lower()
    expect_no_sideways_scrolling(client)
    for name, file in (("Adressen (vCard)", "adressen.vcf"), ("Kaartje (PDF)", "adressen.pdf")):
        with client.page.expect_download() as waiting:
            client.page.get_by_role("link", name=name).click()
        assert waiting.value.suggested_filename == file


@pytest.mark.parametrize(("length", "shown"), [(35, 3), (30, 2), (8, 0)])
def test_a_clients_link_never_opens_the_workers_screen_whole_cut_or_at_its_path(open_page, server, length, shown):
    codes = encode(SOME, KNOWN, Kind.CLIENT)[:length]
    client = open_page(server, PHONE)
    for path in (f"{PATH}?lijst=", f"{PATH}?waar=gent&k=", "/adressen?k="):
        client.page.goto(f"{server.url}{path}{codes}")
        expect(client.page).to_have_title("Adressen")
        assert urlsplit(client.page.url).path == "/adressen"
        assert client.page.get_by_role("article").count() == shown
        expect(client.page.locator(".note")).to_have_count(0 if shown == len(SOME) else 1)
        expect(client.page.locator("#hk-exit")).to_be_visible()


def test_the_card_behind_the_link_is_the_one_that_the_worker_made_and_an_empty_one_is_said(desk, open_page, server):
    desk.go(link_to("overkop-huizen", "awel-hulplijn"))
    client_side = desk.page.locator(".st-key-hand_client")
    expect(client_side).to_contain_text("Bij 1 staat niets op het kaartje")
    desk.page.get_by_role("button", name="Op het kaartje van de jongere").first.click()
    desk.page.get_by_text("Zet site en mail erop", exact=True).click()
    expect(client_side).not_to_contain_text("staat niets op het kaartje")
    link = desk.page.get_by_label("Link naar het kaartje").input_value()
    client = open_page(server, PHONE)
    client.page.goto(link)
    expect(client.page.get_by_role("link", name="info@overkop.be")).to_be_visible()
    expect(client.page.get_by_role("heading", name="Gesprek 1")).to_be_visible()
    expect(client.page.get_by_role("link", name="overkop.be", exact=True)).to_be_visible()
    expect(client.page.get_by_text("awel")).to_have_count(0)


def test_a_clients_link_of_before_still_opens_the_card(open_page, server):
    client = open_page(server, PHONE)
    client.page.goto(f"{server.url}{link_to(*SOME)}&kaartje=ja")
    expect(client.page).to_have_title("Adressen")
    assert client.page.get_by_role("article").count() == len(SOME)


def test_a_printed_list_has_every_number_and_keeps_its_six_columns_on_the_sheet(open_page, server):
    visit = open_page(server).go(link_to(*SOME, "1712-lijn", "overkop-huizen", "jac-oost-brabant"))
    visit.page.get_by_label("Nota bij 1", exact=True).fill("vraag naar de zaterdag")
    visit.page.emulate_media(media="print")
    visit.page.set_viewport_size({"width": 760, "height": 1000})
    table = visit.page.locator(".st-key-compare .hk-table")
    expect(table.locator("thead th")).to_have_count(7)
    expect(table).to_contain_text("102")
    assert table.evaluate("e => e.scrollWidth <= e.clientWidth")
    expect(visit.page.locator("[class*='st-key-mine_'] .stPopover").first).to_be_hidden()
    expect(visit.page.get_by_label("Nota bij 1", exact=True)).to_be_visible()
    expect(visit.page.get_by_label("Nota bij 2", exact=True)).to_be_hidden()


def test_a_name_of_the_workers_own_stands_on_the_card(desk):
    desk.go(link_to("awel-hulplijn"))
    desk.page.get_by_role("button", name="Op het kaartje van de jongere").click()
    desk.page.get_by_label("Hoe noem je dit?").fill("Iemand die luistert")
    desk.page.get_by_label("Hoe noem je dit?").press("Enter")
    desk.page.keyboard.press("Escape")
    text = paper.text(Path(download(desk, "Kaartje (PDF)").path()).read_bytes())
    assert "Iemand die luistert" in text
    assert "Awel" not in text


def test_every_file_is_made_when_it_is_asked_kept_nowhere_and_named_for_nothing(desk):
    desk.go(link_to(*SOME))
    assert not [url for url in desk.requests if "/media/" in url]
    beginnings = {
        "Blad (PDF)": b"%PDF",
        "Contacten (vCard)": b"BEGIN:VCARD",
        "Tabel (Excel)": b"PK",
        "Tabel (CSV)": b"\xef\xbb\xbf",
        "Kaartje (PDF)": b"%PDF",
        "Adressen (vCard)": b"BEGIN:VCARD",
    }
    for label, beginning in beginnings.items():
        handed = download(desk, label)
        assert Path(handed.path()).read_bytes().startswith(beginning), label
        assert re.fullmatch(r"(contactgegevens|contacten|adressen)\.\w+", handed.suggested_filename)
        headers = desk.page.request.get(handed.url).headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-disposition"].startswith("attachment")
    expect(desk.page.locator(".st-key-hand_client").get_by_role("button", name="verwijsformulier")).to_have_count(0)
    expect(desk.page.locator(".st-key-hand_client")).to_contain_text("Het verwijsformulier hoort hier niet bij")
    desk.page.get_by_text("Tekst voor een bericht", exact=True).click()
    expect(desk.page.locator(".st-key-hand_worker textarea")).to_have_value(re.compile("^Awel\nBellen: 102"))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("lijst=zzzzzzz-%FF%FE-awel", "Niet alles uit de link staat hier"),
        (f"lijst={'-'.join([encode(SOME[:1], KNOWN)] * 3)}", "2 stonden er dubbel in"),
        (f"lijst={'-'.join(encode([s.id], KNOWN) for s in KNOWN.services[:5] * 1000)[:40000]}", "dubbel"),
        ("leeftijd=-1&leeftijd=200", "leeftijd “-1” en leeftijd “200”"),
        ("thema=%ED%A0%80&over=%F0%9F%98%AD%E2%80%AE%D7%A9", "thema"),
        ("filter%5B%5D=oud&theme=x&volgorde=distance", "“filter[]” en “theme”"),
        ("waar=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "plek “<img src=x onerror=alert(1)>”"),
    ],
    ids=["unknown", "repeated", "thousands", "ages", "encoding", "former", "markup"],
)
def test_a_bad_link_opens_what_can_be_opened_and_says_what_not(open_page, server, query, said):
    visit = open_page(server).go(f"{PATH}?{query}")
    expect(visit.page.locator(".st-key-desk .hk-remark").filter(has_text=said)).to_be_visible()
    expect(visit.page.get_by_text("Hier ging iets mis bij ons")).to_have_count(0)
    codes = parse_qs(urlsplit(visit.page.url).query).get("lijst", [""])[0]
    assert decode(codes, KNOWN)[1].unreadable == 0


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_scrolls_sideways_in_any_part(open_page, server, size):
    visit = open_page(server, size).go(f"{PATH}?waar=1050&over=drugs")
    button(visit, "pick", rows(visit)[0]).click()
    expect(visit.cards).to_have_count(1)
    expect_no_sideways_scrolling(visit)
    visit.go(link_to(*SOME))
    expect_no_sideways_scrolling(visit)
