"""The document of the API, and a program that believes every word of it."""

import subprocess
import sys
import urllib.request
from pathlib import Path

from openapi_spec_validator import validate
from starlette.routing import Route

from directory.web.api.routes import routes
from tests.browser.server import Server

HERE = Path(__file__).parent
NOT_DESCRIBED = {"/api", "/api/{rest:path}"}
"""The same as /api/, and what is nowhere."""
SCHEMATHESIS = "from schemathesis.cli import schemathesis; schemathesis()"


def test_the_document_is_openapi_and_has_every_address(client):
    document = client.get("/api/openapi.json").json()
    validate(document)
    assert document["openapi"] == "3.1.0"
    assert set(document["paths"]) == {route.path for route in routes if isinstance(route, Route)} - NOT_DESCRIBED
    assert set(document["paths"]["/api/find"]) == {"get", "post"}


def test_the_document_says_the_licence_and_that_an_address_is_seen_by_others(client):
    document = client.get("/api/openapi.json").json()
    assert "CC BY 4.0" in document["info"]["description"]
    assert "ODbL" in document["info"]["description"]
    assert "others may see" in document["paths"]["/api/find"]["get"]["summary"]


def test_a_program_that_tries_all_that_the_document_allows_and_forbids_finds_no_fault(tmp_path):
    with Server() as server:
        urllib.request.urlopen(f"{server.url}/api/openapi.json", timeout=60).read()
        done = subprocess.run(
            [
                *(sys.executable, "-c", SCHEMATHESIS, "--config-file", str(HERE / "schemathesis.toml")),
                *("run", f"{server.url}/api/openapi.json", "--no-color"),
            ],
            # It leaves notes for its next run where it stands.
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Traceback" not in server.log
