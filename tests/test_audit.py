"""The audit of dependencies finds what is there to find, and fails when it could look nothing up."""

import datetime
import json
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from tests import audit
from tests.audit import NothingKnown

pytestmark = [pytest.mark.once, pytest.mark.asvs("15.1.1", "15.2.1")]
TODAY = datetime.date(2026, 11, 23)


@pytest.fixture
def database() -> Iterator[dict[str, Any]]:
    """A database of weaknesses; `weak` maps a name to what it knows of it."""
    known: dict[str, Any] = {"weak": {}, "body": None, "asked": []}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            queries = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
            known["asked"] += [query["package"]["name"] for query in queries]
            results = [
                {"vulns": [{"id": name} for name in known["weak"].get(q["package"]["name"], [])]}
                for q in queries
            ]
            self._answer({"results": results} if known["body"] is None else known["body"])

        def do_GET(self) -> None:
            name = self.path.rpartition("/")[2]
            self._answer(
                {"id": name, "modified": "2026-01-01T00:00:00Z", "summary": "a hole", "affected": []}
            )

        def _answer(self, body: Any) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def log_message(self, *arguments: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    known["url"] = f"http://127.0.0.1:{server.server_port}"
    yield known
    server.shutdown()


def test_a_database_that_knows_old_holes_is_believed(database: dict[str, Any]):
    database["weak"] = {"django": ["GHSA-1", "GHSA-2"]}
    assert audit.ask_canary(database["url"]) == 2


@pytest.mark.parametrize("body", [{"results": [{}]}, {"results": []}, {}, [], "<html>", None])
def test_a_database_that_knows_nothing_is_not(database: dict[str, Any], body: Any):
    database["body"] = body
    with pytest.raises(NothingKnown):
        audit.ask_canary(database["url"])


def test_no_database_at_all_is_no_good_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setattr(audit, "OSV", "http://127.0.0.1:1")
    assert audit.main() == 2
    assert "Not audited." in capsys.readouterr().err


def test_every_locked_version_is_asked_for(database: dict[str, Any]):
    assert audit.audit(database["url"]) == ""
    assert {"django", "django-allauth", "granian", "pytest"} <= set(database["asked"])


def test_a_weakness_of_a_locked_version_is_found(database: dict[str, Any]):
    database["weak"] = {"granian": ["GHSA-aaaa-bbbb-cccc"]}
    assert "granian" in audit.audit(database["url"])


def test_uv_without_the_database_is_no_good_answer():
    with pytest.raises(NothingKnown):
        audit.audit("http://127.0.0.1:1")


@pytest.mark.parametrize(
    ("name", "days", "said"),
    [("django", 7, False), ("django", 8, True), ("nh3", 30, False), ("nh3", 31, True)],
)
def test_a_release_that_waited_too_long_is_named(name: str, days: int, said: bool):
    out = TODAY - datetime.timedelta(days)
    found = audit.late({name: ("5.2.1", None)}, {name: ("5.2.2", out)}, TODAY)
    assert found == ([f"{name} 5.2.2 has been out for {days} days; locked is 5.2.1."] if said else [])


def test_what_is_locked_already_waits_for_nothing():
    assert audit.late({"nh3": ("1", None)}, {"nh3": ("1", None), "new": ("2", None)}, TODAY) == []


def test_a_release_without_a_day_is_no_good_answer():
    with pytest.raises(NothingKnown):
        audit.late({"nh3": ("1", None)}, {"nh3": ("2", None)}, TODAY)


def test_the_lock_file_names_versions_and_days():
    found = audit.locked(audit.BASE / "uv.lock")
    assert found["django"][0].startswith("5.2.")
    assert len(found) > 60


def test_an_index_that_says_nothing_is_no_good_answer(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(
        audit, "run", lambda *_: subprocess.CompletedProcess([], 2, "", "error: Request failed")
    )
    with pytest.raises(NothingKnown):
        audit.overdue(TODAY)


@pytest.mark.asvs("15.1.2")
def test_the_list_of_what_is_installed_names_it_with_its_version():
    listed = json.loads(
        audit.run(
            "export",
            "--frozen",
            "--no-dev",
            "--quiet",
            "--format",
            "cyclonedx1.5",
            "--preview-features",
            "sbom-export",
        ).stdout
    )
    assert listed["bomFormat"] == "CycloneDX"
    assert {"django", "granian", "argon2-cffi"} <= {component["name"] for component in listed["components"]}
    assert all(component["version"] for component in listed["components"])
