"""The script that works without a connection: small, the same for everyone, and new with each release."""

import gzip
import json
import re

import pytest
from pytest_django import Settings

from roadmap import worker
from tests.person import Person

LARGEST = 6_000  # bytes as sent


def test_it_is_small_and_for_everyone(visitor: Person, alice: Person):
    answer = visitor.client.get("/sw.js", headers={"Accept-Encoding": "gzip"})

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"
    assert len(answer.content) <= LARGEST
    assert gzip.decompress(answer.content) == alice.get("/sw.js").content
    assert "Set-Cookie" not in answer


def test_it_names_files_that_are_there(visitor: Person):
    site = json.loads(
        re.findall(r"^const SITE = (.*);$", visitor.get("/sw.js").content.decode(), re.MULTILINE)[0]
    )

    assert len(site["files"]) > 20
    for path in site["files"]:
        assert visitor.get(path).status_code == 200, path


def test_it_keeps_every_file_that_its_pages_ask_for(alice: Person):
    alice.tick("py-syntax")
    for path in (
        "/today/",
        "/roadmap/",
        "/roadmap/foundation/",
        "/skills/py-syntax/",
        "/review/",
        "/review/away/",
    ):
        page = alice.see(path)
        asked = {node.get("src") for node in page.all("script")}
        asked |= {node.get("href") for node in page.all("link", rel="stylesheet")}
        asked |= {name for node in page.all("script") for name in (node.get("data-offline") or "").split()}
        assert {url.removeprefix("/static/") for url in asked if url} <= set(worker.FILES), path


def test_another_release_is_another_script(
    visitor: Person, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    before = visitor.get("/sw.js").content
    settings.RELEASE = "another"
    worker.script.cache_clear()

    assert visitor.get("/sw.js").content != before
    worker.script.cache_clear()


def test_while_files_are_worked_on_nothing_is_kept(visitor: Person, settings: Settings):
    settings.DEBUG = True

    assert visitor.get("/sw.js").status_code == 404


def test_the_page_without_signal_is_nobodys(visitor: Person, alice: Person):
    page = visitor.get("/offline/")

    assert page.content == alice.get("/offline/").content
    assert "No signal up here" in page.content.decode()
    assert "data-account" not in page.content.decode()


def test_the_app_can_be_installed(visitor: Person):
    app = visitor.get("/site.webmanifest").json()

    assert (app["start_url"], app["scope"], app["display"]) == ("/today/", "/", "standalone")
    sizes = {(icon["sizes"], icon.get("purpose", "any")) for icon in app["icons"]}
    assert sizes == {("any", "any"), ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    for link in (*app["icons"], *(icon for one in app["shortcuts"] for icon in one["icons"])):
        answer = visitor.get(link["src"])
        assert answer.status_code == 200
        assert answer["Content-Type"] == link["type"]
    assert [one["url"] for one in app["shortcuts"]] == ["/review/", "/log/", "/week/"]


def test_the_deck_holds_what_the_review_asks(alice: Person, django_assert_max_num_queries):
    alice.tick("py-syntax")
    first = alice.see("/review/").by_id("answer").named("card").get("value")
    deck = [
        node.get("data-card") for node in alice.see("/review/away/").all("section") if node.get("data-card")
    ]

    assert deck[0] == first
    assert len(deck) == len(set(deck)) >= 3
    with django_assert_max_num_queries(7):
        alice.see("/review/away/")
