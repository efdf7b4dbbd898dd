"""Walks along every screen and page, in every state: each yields the name of the state that it has come to.

What is pressed is found by its place, not by its words, so that a walk goes the same way in every language.
"""

import re
from collections.abc import Callable, Iterator

from playwright.sync_api import expect

from directory.exchange.codes import Kind, encode
from tests.browser.faults import BREAKING_WORD
from tests.browser.visit import Visit
from tests.exchange.handed import real_catalogue

Walk = Callable[[Visit], Iterator[str]]
SOME = ("awel-hulplijn", "jac-limburg", "jac-antwerpen")


def search(visit: Visit) -> Iterator[str]:
    """The screen of who looks for help."""
    visit.go()
    yield "search, nothing asked"
    write(visit, "ask_words", "drugs")
    write(visit, "ask_where", "9000")
    yield "search, results"
    visit.page.evaluate("document.querySelectorAll('.hk-card details').forEach(e => { e.open = true })")
    yield "search, open cards"
    visit.page.locator(".st-key-show_" + visit.services()[0]).locator("button").click()
    visit.settle()
    visit.wait_for_map()
    yield "search, the map"
    visit.page.locator(".st-key-ask_row .stPopover button").click()
    expect(visit.page.locator(".st-key-ask_age")).to_be_visible()
    yield "search, more filters open"
    language = visit.page.locator(".st-key-ask_language input")
    language.scroll_into_view_if_needed()
    language.click()
    expect(visit.page.get_by_role("option").first).to_be_visible()
    yield "search, a list of choices open"
    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("Escape")
    write(visit, "ask_words", "xyzzyqwerty")
    yield "search, nothing found"
    write(visit, "ask_words", "pasop")
    write(visit, "ask_where", "sint")
    yield "search, an old name and an unclear place"


def search_that_breaks(visit: Visit) -> Iterator[str]:
    """The same screen when something of ours breaks."""
    visit.go()
    box = visit.page.locator(".st-key-ask_words input")
    box.fill(BREAKING_WORD)
    box.press("Enter")
    expect(visit.page.locator(".stAlert")).to_be_visible()
    expect(visit.page.locator("iframe")).to_have_count(0)
    visit.settle()
    yield "search, something broke"


def overview(visit: Visit) -> Iterator[str]:
    """The screen of who plans help."""
    visit.go("/overzicht")
    for number, part in enumerate(("answering", "then and now", "coverage", "week")):
        address = visit.page.url
        visit.page.locator(".st-key-deel button").nth(number).click()
        if number:
            expect(visit.page).not_to_have_url(address)
        visit.settle()
        visit.page.evaluate(
            "document.querySelectorAll('.hk-rest, .hk-said-by').forEach((e, i) => { e.open = i < 9 })"
        )
        yield f"overview, {part}"


def desk(visit: Visit) -> Iterator[str]:
    """The screen of who gives help, from a search to what is handed over."""
    visit.go("/hulpverleners")
    yield "desk, nothing asked"
    visit.page.locator(".st-key-desk_row .stPopover button").click()
    expect(visit.page.locator(".st-key-desk_run_by")).to_be_visible()
    yield "desk, filters open"
    visit.page.keyboard.press("Escape")
    first = visit.page.locator("[class*='st-key-row_']").first
    first.locator("[class*='st-key-on_'] button").click()
    expect(first.locator("[class*='st-key-off_']")).to_be_visible()
    first.locator("[class*='st-key-pick_'] button").click()
    expect(visit.cards).to_have_count(1)
    visit.settle()
    yield "desk, a chosen row"
    visit.go("/hulpverleners?brief=nee&gesprek=nee&leeftijd=16")
    expect(visit.page.locator(".st-key-desk_unknown, [class*='st-key-without_']").first).to_be_visible()
    yield "desk, little that surely fits"
    visit.go("/hulpverleners?brief=nee&gesprek=nee&leeftijd=16&ongekend=ja")
    expect(visit.page.locator(".hk-doubt").first).to_be_visible()
    yield "desk, what may fit too"
    visit.go("/hulpverleners")
    visit.page.locator(".st-key-desk_part button").last.click()
    expect(visit.said).to_have_count(0)
    visit.settle()
    yield "desk, an empty list"
    codes = encode(SOME, real_catalogue())
    visit.go(f"/hulpverleners?lijst={codes}")
    expect(visit.page.locator(".st-key-compare table")).to_be_visible()
    visit.page.locator("[class*='st-key-desk_text_']").first.locator("label").click()
    expect(visit.page.locator("[class*='st-key-text_worker']")).to_be_visible()
    visit.settle()
    yield "desk, a list to compare and hand over"
    visit.page.locator("[class*='st-key-mine_'] .stPopover button").first.click()
    expect(visit.page.locator(f".st-key-named_{SOME[0]}")).to_be_visible()
    yield "desk, what stands on the card"


def light(visit: Visit) -> Iterator[str]:
    """The pages that need no JavaScript."""
    read(visit, "/licht")
    visit.page.evaluate("document.querySelector('details').open = true")
    yield "light, the question"
    visit.page.locator("#woorden").fill("praten met een chat")
    visit.page.locator("#plek").fill("Gent")
    press(visit, "form.ask .main")
    visit.page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    yield "light, results"
    press(visit, "[name=dienst]")
    yield "light, a service"
    press(visit, "[name=organisatie]")
    yield "light, an organisation"
    for words, place, state in (
        ("pasop", "Nergenshuizen", "something to mend"),
        ("xyzzyqwerty", "", "nothing found"),
    ):
        read(visit, "/licht")
        visit.page.locator("#woorden").fill(words)
        visit.page.locator("#plek").fill(place)
        press(visit, "form.ask .main")
        yield f"light, {state}"
    visit.page.locator("form.ask").evaluate("form => { form.enctype = 'text/plain' }")
    press(visit, "form.ask .main")
    expect(visit.page.locator(".mend")).to_be_visible()
    yield "light, a form that did not arrive"
    for path in ("/licht/altijd", "/licht/sporen", "/privacy", "/licht/over", "/licht/nergens"):
        read(visit, path)
        yield f"light, {path}"
    read(visit, f"/adressen?k={encode(SOME, real_catalogue(), Kind.CLIENT)}")
    yield "light, the addresses of a client"
    visit.errors.clear()  # a refusal and a page that does not exist: the browser tells them as errors


def correction(visit: Visit) -> Iterator[str]:
    """From a name to a correction that is kept, with a mistake on the way."""
    read(visit, "/licht/klopt-niet")
    yield "correction, about whom"
    visit.page.locator("main [name=naam]").fill("xyzzyqwerty")
    press(visit, "main form button")
    yield "correction, no such name"
    visit.page.locator("main [name=naam]").fill("jac")
    press(visit, "main form button")
    yield "correction, names to choose from"
    press(visit, ".doors button")
    yield "correction, the form"
    press(visit, "form.ask .main")
    yield "correction, something to mend"
    visit.page.locator("main [name=wat]").first.check(force=True)
    visit.page.locator("main [name=moet]").fill("0800 00 000")
    press(visit, "form.ask .main")
    yield "correction, kept"


def correction_closed(visit: Visit) -> Iterator[str]:
    """Where no corrections are taken."""
    read(visit, "/licht/klopt-niet")
    yield "correction, closed"


def no_line(visit: Visit) -> Iterator[str]:
    """A screen that does not come up."""
    visit.page.route_web_socket(re.compile("/_stcore/stream"), lambda socket: socket.close())
    visit.page.goto(visit.url)
    expect(visit.page.locator("#hk-slow")).to_be_visible()
    yield "no line to the server"


def no_script(visit: Visit) -> Iterator[str]:
    """A screen in a browser without JavaScript; without its scripts, since to look at it takes one."""
    language = visit.page.evaluate("navigator.language")
    page = visit.page.request.get(visit.url, headers={"accept-language": language}).text()
    visit.page.route(visit.url + "/", lambda route: route.fulfill(body=_scriptless(page), content_type="text/html"))
    visit.page.goto(visit.url)
    expect(visit.page.locator(".hk-offer").first).to_be_visible()
    yield "no script"


def _scriptless(page: str) -> str:
    return re.sub(r"<script.*?</script>|</?noscript[^>]*>", "", page, flags=re.DOTALL)


def write(visit: Visit, key: str, text: str) -> None:
    """Write in a field of a screen, and wait for another sentence above the list."""
    before = visit.said.inner_text()
    box = visit.page.locator(f".st-key-{key} input")
    box.fill(text)
    box.press("Enter")
    expect(visit.said).not_to_have_text(before)
    visit.settle()


def read(visit: Visit, path: str) -> None:
    """Open a light page by its address."""
    visit.page.goto(visit.url + path)


def press(visit: Visit, button: str) -> None:
    """Press the first such button of a light page, and wait for the page that it leads to."""
    with visit.page.expect_navigation():
        visit.page.locator(button).first.click()
