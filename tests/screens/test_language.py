"""The screens in another language: which one, and that nothing we say stays behind in Dutch."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser

import pytest
from streamlit.testing.v1 import AppTest

from directory import settings
from directory.geography.provinces import PROVINCES
from directory.screens.parts.filters import EMPTY
from directory.store import shelf
from directory.wording.labels import own_name, within_sentence
from directory.wording.messages import languages, locale_of, speaking
from tests.screens.test_screens import MAIN, PATIENCE_S, SCREENS, foot, html, said
from tests.wording.pseudo import LEFT_TO_RIGHT, RIGHT_TO_LEFT, outside, spoken_here

WORD = re.compile(r"[^\W\d_]{3,}")
READ_ALOUD = ("aria-label", "title", "alt", "data-name", "data-exit", "data-exit-more", "data-map", "data-light")
OF_A_WIDGET = ("label", "body", "placeholder", "options", "help")
PARTS_OF_OVERVIEW = ("Chat en mail", "Toen en nu", "Nabijheid", "Uren")


@pytest.fixture(autouse=True, scope="module")
def _languages(tmp_path_factory):
    with spoken_here(tmp_path_factory.mktemp("languages"), LEFT_TO_RIGHT, RIGHT_TO_LEFT):
        yield


@pytest.fixture(autouse=True)
def _monday_evening(monkeypatch):
    monkeypatch.setenv("HULPKAART_NOW", "2026-11-23T20:00")


def opened(lang: str = "", screen: str = "help_now.py") -> AppTest:
    """A screen of which the address asks for this language."""
    app = AppTest.from_file(MAIN, default_timeout=PATIENCE_S)
    if lang:
        app.query_params["lang"] = lang
    app.run()
    return app if screen == "help_now.py" else app.switch_page(screen).run()


def speaks(app: AppTest) -> dict[str, str]:
    """What the screen tells the page around it."""
    (piece,) = (piece for piece in html(app) if "hk-speaks" in piece)
    return dict(re.findall(r'data-([\w-]+)="([^"]*)"', piece))


@pytest.mark.parametrize("lang", ["", "xx", "nl", "../fr", "<b>"])
def test_a_language_that_we_do_not_speak_is_ignored(lang):
    app = opened(lang)
    assert speaks(app)["lang"] == "nl"
    assert app.text_input(key="ask_words").label == "Waarover?"


def test_the_page_around_a_screen_is_told_what_is_spoken_and_its_own_words():
    told = speaks(opened(LEFT_TO_RIGHT))
    words = json.loads(unescape(told.pop("words")))
    assert words["Skip to main content"] == "⟦Naar de inhoud⟧"
    assert told == {
        "lang": "eo",
        "dir": "ltr",
        "exit": "⟦Verlaat deze site⟧",
        "exit-more": "⟦Je gaat meteen naar een gewone site. Drie keer Shift doet hetzelfde.⟧",
        "map": "⟦Kaart met de gevonden hulp⟧",
        "light": "⟦De kaart lukt nu niet. Open de lichte pagina: daar vind je dezelfde hulp.⟧",
        "screens": "⟦Schermen⟧",
    }
    assert speaks(opened(RIGHT_TO_LEFT))["dir"] == "rtl"


def test_links_to_pages_without_scripts_carry_a_language_only_when_it_was_chosen():
    assert 'href="/privacy"' in foot(opened())
    app = opened(LEFT_TO_RIGHT)
    links = re.findall(r'href="(/[^"]*)"', "".join(html(app)))
    assert links
    assert all(link.endswith("?lang=eo") for link in links)


@pytest.mark.parametrize("screen", SCREENS)
def test_a_language_of_the_address_is_kept_on_every_screen(screen):
    app = opened(LEFT_TO_RIGHT, screen)
    assert speaks(app)["lang"] == LEFT_TO_RIGHT
    app.button(key=f"speak_{RIGHT_TO_LEFT}").click().run()
    assert speaks(app)["lang"] == RIGHT_TO_LEFT
    assert not app.exception


def test_the_address_of_the_desk_says_which_language_was_chosen_and_no_other_address_does():
    for screen in SCREENS:
        app = opened(screen=screen)
        assert "lang" not in app.query_params
        app.button(key="speak_eo").click().run()
        assert app.query_params.get("lang") == (LEFT_TO_RIGHT if screen == "desk.py" else None)


def test_the_switch_names_the_other_languages_as_their_speakers_do():
    app = opened()
    names = {button.label for button in app.button if (button.key or "").startswith("speak_")}
    assert {"Esperanto", "فارسی"} <= names
    assert "Nederlands" not in names
    assert "Nederlands" in {button.label for button in opened(RIGHT_TO_LEFT).button}


def test_the_switch_keeps_every_field():
    app = opened()
    app.text_input(key="ask_words").set_value("pesten")
    app.text_input(key="ask_where").set_value("1050")
    app.pills(key="ask_themes").set_value(["school"])
    app.segmented_control(key="ask_modes").set_value(["online", "in_person"])
    app.number_input(key="ask_age").set_value(15)
    app.selectbox(key="ask_language").set_value("fr")
    app.pills(key="ask_kinds").set_value(["chat", "walk_in"])
    app.pills(key="ask_open").set_value(["open"])
    app.checkbox(key="ask_free").check()
    app.select_slider(key="ask_within").set_value(25).run()
    app.radio[0].set_value(app.radio[0].options[1]).run()
    held = {key: app.session_state[key] for key in EMPTY}
    assert sum(value != EMPTY[key] for key, value in held.items()) == 10
    which = app.radio[0].index
    app.button(key="speak_eo").click().run()
    assert said(app).startswith("⟦")
    assert {key: app.session_state[key] for key in held} == held
    assert app.radio[0].index == which
    with speaking(LEFT_TO_RIGHT):
        app.button(key="speak_nl").click().run()
    assert {key: app.session_state[key] for key in held} == held
    assert not app.exception
    assert not app.warning


@pytest.mark.parametrize("part", PARTS_OF_OVERVIEW)
def test_the_address_of_the_overview_is_the_same_in_every_language(part):
    app = opened(LEFT_TO_RIGHT, "overview.py")
    with speaking(LEFT_TO_RIGHT):
        app.segmented_control(key="deel").set_value(part).run()
    assert app.query_params.get("deel", PARTS_OF_OVERVIEW[0]) == part
    if part in ("Nabijheid", "Uren"):
        app.selectbox(key="thema").set_value("school").run()
        assert app.query_params["thema"] == "School"


class _Read(HTMLParser):
    """What of a piece of HTML is read in the language of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts, self.attributes = list[str](), list[str]()
        self.open = list[tuple[str, bool]]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "lang" not in given and tag != "style":
            self.attributes += [given[name] or "" for name in READ_ALOUD if name in given and not self._is_other()]
        if tag not in ("br", "img", "path"):
            self.open.append((tag, "lang" in given or tag == "style"))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not self._is_other():
            self.texts.append(data)

    def _is_other(self) -> bool:
        return any(other for _tag, other in self.open)


def texts(app: AppTest) -> Iterator[str]:
    """All that is read on a screen in its own language."""
    for element in _elements(app._tree):
        proto = element.proto
        for name in OF_A_WIDGET:
            value = getattr(proto, name, "")
            for one in [value] if isinstance(value, str) else list(value):
                text = one if isinstance(one, str) else getattr(one, "content", "")
                if element.type == "html":
                    reader = _Read()
                    reader.feed(text)
                    yield from (*reader.attributes, "".join(reader.texts))
                else:
                    yield text


def _elements(block):
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _elements(child)
        else:
            yield child


@cache
def facts() -> re.Pattern[str]:
    """What is no sentence of ours: names and labels of the facts, hosts, names of languages and months."""
    known, places = shelf.catalogue(settings.data_folder()), shelf.gazetteer(settings.geo_folder())
    records = [*known.organisations, *known.services, *known.location.values()]
    records += [channel for service in known.services for channel in service.channels]
    named = {source.publisher for record in records for source in record.sources}
    named |= {o.name for o in known.organisations} | {s.name for s in known.services}
    named |= {part for p in known.location.values() for part in (p.name, p.street, p.municipality)}
    named |= {part for place in places for part in (place.name, place.municipality)} | {p.dutch for p in PROVINCES}
    named |= {name for s in known.services for name in s.service_area.names}
    labels = [term.label.nl for term in (*known.vocabulary.themes, *known.vocabulary.audiences)]
    named |= {label for one in labels for label in (one, within_sentence(one))}
    if known.study:
        named |= {participant.named_as for participant in known.study.participants} | {known.study.publisher}
    locale = locale_of(LEFT_TO_RIGHT)
    named |= {name for code, name in locale.languages.items() if code in known.languages or code == "nl"}
    named |= {name.capitalize() for name in named if name in locale.languages.values()}
    named |= set(locale.months["format"]["abbreviated"].values()) | {own_name(code) for code in languages()}
    named |= {"Hulpkaart", *("kaj", "aŭ"), known.study.title if known.study else ""}
    hosts = r"\]\([^)]*\)|[\w.-]+@?[\w-]+\.\w{2,}"
    return re.compile("|".join([*map(re.escape, sorted(filter(None, named), key=len, reverse=True)), hosts]))


@pytest.mark.parametrize(
    ("screen", "part"),
    [("help_now.py", ""), ("desk.py", ""), *(("overview.py", part) for part in PARTS_OF_OVERVIEW)],
)
def test_nothing_that_we_say_on_a_screen_stays_behind_in_dutch(screen, part):
    app = opened(LEFT_TO_RIGHT, screen)
    if part:
        with speaking(LEFT_TO_RIGHT):
            app.segmented_control(key="deel").set_value(part).run()
    assert not app.exception
    assert not app.warning
    ours = {facts().sub("", outside(text).replace("\\", "")) for text in texts(app)}
    assert {text for text in ours if WORD.search(text)} == set()
