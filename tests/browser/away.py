"""What the stories about a lost connection share."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Tab, Visit
from tests.browser.faulty_line import FaultyLine
from tests.browser.site import Site

CONTROLLED = """() => new Promise((done) => {
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) done();
  else serviceWorker.addEventListener("controllerchange", () => done(), { once: true });
})"""
KEPT = """async (path) => {
  while (!(await caches.match(new URL(path, location)))) await new Promise((done) => setTimeout(done, 50));
}"""
ROWS = """() => new Promise((done, fail) => {
  const asked = indexedDB.open("milepost");
  asked.onerror = () => fail(asked.error);
  asked.onsuccess = () => {
    const names = [...asked.result.objectStoreNames];
    if (!names.length) return done([]);
    const all = asked.result.transaction("queue").objectStore("queue").getAll();
    all.onsuccess = () => { asked.result.close(); done(all.result); };
  };
})"""
# What a browser says of a connection that is gone.
NOISE = (
    "ERR_",
    "htmx:",
    "net::",
    "Failed to load resource",
    "an unknown error occurred when fetching the script",
)


@pytest.fixture
def line(site: Site) -> Iterator[FaultyLine]:
    line = FaultyLine(site.port)
    yield line
    line.close()


@pytest.fixture
def travel(learn: Visit, line: FaultyLine) -> Callable[..., Tab]:
    """Return a function that opens a learner's browser whose pages are kept on the device already."""

    def open_tab(*paths: str, **options: Any) -> Tab:
        tab = learn(home=line.url, **options)
        tab.witness.expect(*NOISE)
        settle(tab, *paths)
        return tab

    return open_tab


def settle(tab: Tab, *paths: str) -> None:
    """Visit Today twice, which brings the worker, then `paths`, the last of which stays open."""
    for _ in range(2):
        tab.page.goto("/today/")
    tab.page.evaluate(CONTROLLED)
    for path in ("/today/", *paths):
        if not tab.page.url.endswith(path):
            tab.page.goto(path)
        tab.page.evaluate(KEPT, path)


def rows(page: Page) -> list[dict[str, Any]]:
    """Return what waits on the device, whoever's it is."""
    found: list[dict[str, Any]] = json.loads(json.dumps(page.evaluate(ROWS)))
    return found


def waits(page: Page, number: int) -> None:
    """Wait until the strip says that so many changes wait."""
    if not number:
        expect(page.locator("#queue")).to_have_count(0)
    else:
        words = "1 change waits" if number == 1 else f"{number} changes wait"
        expect(page.locator("#queue")).to_contain_text(f"{words} for a connection")
