"""The shell: which doors are open, what each answer says, and a framework that may change under it."""

import base64
import gzip
import hashlib
import re
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from directory import settings
from directory.web import index, shell
from directory.web.exit import exit_parts
from directory.web.headers import MAP_CSP, NOTHING_CSP, SCREEN_CSP
from directory.web.index import PageChangedError, make_map_page, make_screen_page
from directory.web.reader import Reader
from directory.web.routes import routes
from directory.web.shell import HEALTH, HOST_CONFIG, MAP_FRAME, SCREENS, STREAM, around

ROOT = Path(__file__).parents[2]
SCRIPTS = index.framework_folder() / "static" / "js"
PASSED_ON = "passed on"
CLOSED = [
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/_stcore/agent/else",
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/upload_file/1/2",
    "/_stcore/bidi-components/x/y.js",
    "/_stcore/",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
    "/component/another.component/index.html",
    f"{MAP_FRAME}/bootstrap.min.css",
    f"{MAP_FRAME}/asset-manifest.json",
    f"{MAP_FRAME}/static/js/../../../__init__.py",
    f"{MAP_FRAME}/%2e%2e/__init__.py",
    "/static/js/main.js.map",
    "/static/../index.html",
    "/static/%2e%2e/%2e%2e/__init__.py",
    "/static//etc/passwd",
    "/index.html",
    "/manifest.json",
    "/favicon.png",
    "/favicon.ico",
    "/overzicht/",
    "/overzicht/_stcore/health",
    "/overzicht/_stcore/host-config",
    "/anything",
    "/.streamlit/config.toml",
]


async def pass_on(_):
    return PlainTextResponse(PASSED_ON, headers={"Set-Cookie": "a=b", "Server": "x", "Cache-Control": "no-cache"})


async def stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.close()


@pytest.fixture(scope="module")
def client():
    """The shell around an app that answers everywhere, as the framework does."""
    framework = [
        Route("/{path:path}", pass_on, methods=["GET", "POST", "PUT", "DELETE"]),
    ]
    app = Starlette(routes=[*routes, *framework], middleware=around(routes))
    app.router.add_websocket_route("/{path:path}", stream)
    return TestClient(app)


@pytest.fixture(params=["/", "/overzicht", HEALTH, HOST_CONFIG, "/weg", "/anything", "/media/a.csv"])
def any_answer(request, client):
    return client.get(request.param)


# Doors


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS"])
def test_what_nobody_needs_is_closed_without_a_word(client, path, method):
    answer = client.request(method, path)
    assert answer.status_code == 404
    assert answer.content == b""


@pytest.mark.parametrize("path", ["/overzicht/", "/Hulpverleners", "/HULPVERLENERS/"])
def test_a_screen_that_is_asked_with_another_case_or_a_slash_too_many_is_that_screen(client, path):
    found = client.get(f"{path}?lang=fr", headers={"accept": "text/html"}, follow_redirects=False)
    assert (found.status_code, found.headers["location"]) == (307, f"{path.lower().rstrip('/')}?lang=fr")
    assert found.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", sorted({*CLOSED} - {"/overzicht/"}))
def test_a_browser_that_asks_for_it_is_shown_the_same_page_everywhere(client, path):
    shown = [client.get(each, headers={"accept": "text/html,*/*;q=0.8"}) for each in (path, "/nowhere")]
    assert [answer.status_code for answer in shown] == [404, 404]
    assert shown[0].text == shown[1].text
    assert dict(shown[0].headers) == dict(shown[1].headers)
    for said in ('id="hk-exit"', 'href="tel:112"', "Nieuwe vraag"):
        assert said in shown[0].text
    assert client.post(path, headers={"accept": "text/html"}).content == b""


@pytest.mark.parametrize("path", [HEALTH, "/media/abc.csv"])
def test_what_the_screens_need_is_passed_on(client, path):
    assert client.get(path).text == PASSED_ON


@pytest.mark.parametrize("path", [HEALTH, HOST_CONFIG, "/media/abc.csv", *SCREENS])
def test_nothing_can_be_sent_to_the_screens(client, path):
    answer = client.post(path, content=b"x")
    assert (answer.status_code, answer.content) == (404, b"")


def test_only_the_stream_of_the_screens_is_a_socket(client):
    with client.websocket_connect(STREAM):
        pass
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/overzicht/_stcore/stream"):
        pass


def test_no_other_host_may_send_messages_to_the_screens(client):
    assert client.get(HOST_CONFIG).json()["allowedOrigins"] == []


def test_the_screens_that_are_open_are_the_screens_there_are():
    script = (ROOT / "directory" / "screens" / "main.py").read_text()
    assert set(SCREENS) == {"/", *(f"/{path}" for path in re.findall(r'url_path="([^"]+)"', script))}


# Headers


def test_every_answer_keeps_nothing_and_tells_nobody(any_answer):
    headers = any_answer.headers
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["x-robots-tag"] == "noindex, nofollow"
    assert "geolocation=()" in headers["permissions-policy"]
    assert "frame-ancestors" in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "set-cookie" not in headers
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/", "/overzicht", HOST_CONFIG, "/anything", f"{MAP_FRAME}/index.html"])
def test_no_screen_is_kept(client, path):
    assert client.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "policy"),
    [("/", SCREEN_CSP), (f"{MAP_FRAME}/index.html", MAP_CSP), (HEALTH, NOTHING_CSP), ("/anything", NOTHING_CSP)],
)
def test_each_kind_of_answer_has_its_policy(client, path, policy):
    assert client.get(path).headers["content-security-policy"] == policy


def test_an_answer_that_states_a_policy_keeps_it():
    async def strict(_):
        return PlainTextResponse("", headers={"Content-Security-Policy": "default-src 'self'"})

    own = [Route("/own", strict)]
    client = TestClient(Starlette(routes=own, middleware=around(own)))
    assert client.get("/own").headers["content-security-policy"] == "default-src 'self'"


# Files


def test_files_of_the_framework_are_kept_for_ever_and_compressed(client):
    script = next(SCRIPTS.glob("TextInput.*.js"))
    path = f"/static/js/{script.name}"
    for accepted, unpack in (("gzip, br", brotli.decompress), ("gzip", gzip.decompress), ("identity", bytes)):
        with client.stream("GET", path, headers={"accept-encoding": accepted}) as answer:
            raw = b"".join(answer.iter_raw())
        assert unpack(raw) == script.read_bytes()
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["content-type"].startswith("text/javascript")


def test_the_style_sheet_has_no_fonts(client):
    answer = client.get(index.style_url())
    assert answer.status_code == 200
    assert "@font-face" not in answer.text
    assert "font/woff2" not in answer.text


# Pages


def test_the_page_of_a_screen_is_ours(client):
    page = client.get("/", headers={"accept-encoding": "br"}).text
    assert '<html lang="nl" dir="ltr"' in page
    assert "<title>Kaart</title>" in page
    assert 'href="/licht"' in page.split("<noscript>")[1].split("</noscript>")[0]
    assert page.index('id="hk-exit"') < page.index('id="root"')
    for word in ("streamlit", "agent", "service-desc", "favicon.png", "SourceSans", "You need to enable"):
        assert word not in page.replace("window.__streamlit", "")
    assert not re.search(r"<script(?![^>]* src=)", page)


def test_what_the_page_asks_for_is_there(client):
    page = client.get("/").text
    asked = re.findall(r'(?:src|href)="(/(?:static|assets)/[^"]+)"', page)
    assert len(asked) > 50
    for path in asked:
        assert client.head(path).status_code == 200, path


def test_the_frame_of_the_map_knows_the_exit_and_says_what_it_is(client):
    page = client.get(f"{MAP_FRAME}/index.html?streamlitUrl=x").text
    assert '<html lang="nl"' in page
    assert 'role="region" aria-label="Kaart met de gevonden hulp"' in page
    assert "exit.js" in page
    assert "You need" not in page


@pytest.mark.parametrize(
    "gone", ["<noscript>", 'lang="en"', "<title>Streamlit</title>", "prerenderReady", "service-desc"]
)
def test_another_page_of_the_framework_is_refused(gone):
    page = (index.framework_folder() / "index.html").read_text()
    with pytest.raises(PageChangedError, match="not once"):
        make_screen_page(page.replace(gone, "other"), SCRIPTS, Reader())


def test_another_frame_of_the_map_is_refused():
    page = (index.map_folder() / "index.html").read_text()
    with pytest.raises(PageChangedError):
        make_map_page(page.replace("map_div", "chart"), Reader())


def test_a_script_that_is_gone_is_refused(tmp_path):
    page = (index.framework_folder() / "index.html").read_text()
    with pytest.raises(PageChangedError, match=re.escape("0 scripts Html.*.js")):
        make_screen_page(page, tmp_path, Reader())


def test_visitors_of_a_changed_framework_see_its_own_page(monkeypatch, caplog):
    def changed(reader: Reader) -> str:
        raise PageChangedError("changed")

    monkeypatch.setattr(shell, "screen_page", changed)
    app = Starlette(routes=[Route("/{path:path}", pass_on)], middleware=around([]))
    assert TestClient(app).get("/").text == PASSED_ON
    assert "the framework's own page is shown" in caplog.text


# The blank page of the exit, and what it needs of others


def test_the_blank_page_goes_on_and_is_kept_for_when_the_server_is_down(client, monkeypatch):
    monkeypatch.setenv(settings.EXIT_TO.variable, "https://weer.example/</script>")
    answer = client.get("/weg")
    assert answer.headers["cache-control"] == "public, max-age=86400"
    assert answer.text.count("</script>") == 1
    assert "weer.example" in answer.text
    assert "hulp" not in answer.text.lower()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "meteo.be", "/weer", "data:text/html,x"])
def test_an_exit_to_no_address_of_the_web_leads_where_it_leads_by_default(monkeypatch, address):
    monkeypatch.setenv(settings.EXIT_TO.variable, address)
    assert f'href="{settings.EXIT_TO.default}"' in exit_parts(0).body_html


def test_script_and_style_of_the_exit_are_the_same_on_every_page_and_fit_their_hashes():
    first, later = exit_parts(0), exit_parts(3)
    assert first.head_html == later.head_html
    assert 'data-stap="3"' in later.body_html
    for element, stated in (("script", first.script_hash), ("style", first.style_hash)):
        text = re.search(rf"<{element}>(.*)</{element}>", first.head_html, flags=re.DOTALL).group(1)
        assert stated == "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert len(first.head_html + first.body_html) < 6000
