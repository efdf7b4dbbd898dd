"""Any bytes at all, at any light page: an answer, never a fault, and 112 is on it."""

from urllib.parse import quote_from_bytes

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as some

from directory.web.form import URLENCODED
from tests.web.light import client

NAMES = some.sampled_from(
    (
        "woorden",
        "plek",
        "leeftijd",
        "thema",
        "hoe",
        "publiek",
        "taal",
        "straal",
        "open",
        "gratis",
        "vanaf",
        "stap",
        "dienst",
        "organisatie",
        "deur",
        "opnieuw",
        "verstuur",
        "wat",
        "moet",
        "bron",
        "contact",
        "naam",
    )
)
PAIRS = some.lists(
    some.tuples(
        NAMES | some.text(max_size=5),
        some.text(max_size=60) | some.sampled_from(["ja", "9000", "awel-hulplijn", "other"]),
    )
)
BODIES = some.binary(max_size=400) | PAIRS.map(
    lambda pairs: "&".join(
        f"{quote_from_bytes(n.encode('utf-8', 'replace'))}={quote_from_bytes(v.encode('utf-8', 'replace'))}"
        for n, v in pairs
    ).encode()
)
KINDS = some.sampled_from(
    [URLENCODED, "application/json", "text/plain", "multipart/form-data; boundary=x", "a/b", ""]
)
PATHS = some.sampled_from(
    ["/licht", "/licht/dienst", "/licht/organisatie", "/licht/altijd", "/licht/klopt-niet", "/licht/x"]
)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HULPKAART_INBOX", str(tmp_path_factory.mktemp("inbox")))
        yield


@given(path=PATHS, kind=KINDS, body=BODIES)
@effort(max_examples=50, deadline=None)
def test_any_bytes_at_all_get_a_page_with_112(inbox, path, kind, body):
    answer = client().post(path, content=body, headers={"content-type": kind})
    assert answer.status_code < 500
    assert 'href="tel:112"' in answer.text
    assert answer.text.endswith("</html>")
