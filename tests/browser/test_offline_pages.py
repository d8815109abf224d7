"""Pages without a connection: what was seen lately is there, dated; and a first visit pays nothing for it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.away import CONTROLLED, NOISE, line, settle, travel
from tests.browser.conftest import Tab, Visit
from tests.browser.faulty_line import FaultyLine
from tests.browser.site import Site

__all__ = ["line", "travel"]
WORKERS = "() => navigator.serviceWorker.getRegistrations().then((all) => all.length)"
RELEASES = "() => caches.keys().then((all) => [...new Set(all.map((name) => name.split('-').at(-1)))])"

OFFER = """() => dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
  prompt: () => { document.title = "Prompted"; },
}))"""


def test_a_first_view_asks_for_nothing_more(learn: Visit):
    tab = learn()
    asked: list[str] = []
    tab.context.on("request", lambda request: asked.append(request.url))
    tab.page.goto("/roadmap/", wait_until="networkidle")

    assert tab.page.evaluate(WORKERS) == 0
    assert [url for url in asked if "offline" in url or "sw.js" in url] == []

    tab.page.get_by_role("link", name="Today").first.click()
    tab.page.evaluate(CONTROLLED)
    assert tab.page.evaluate(WORKERS) == 1


def test_a_visitor_gets_no_worker(visit: Visit):
    tab = visit()
    for path in ("/", "/roadmap/", "/roadmap/foundation/"):
        tab.page.goto(path, wait_until="networkidle")

    assert tab.page.evaluate(WORKERS) == 0


def test_pages_seen_lately_are_there_with_their_hour(travel: Callable[..., Tab], line: FaultyLine):
    seen = ("/roadmap/", "/roadmap/foundation/", "/skills/git-basics/", "/review/", "/today/")
    tab = travel(*seen)
    line.set("cut")

    for path in seen:
        tab.page.goto(path)
        expect(tab.page.locator("#copy")).to_contain_text("No connection. This page is as of")
        expect(tab.page.locator("h1")).to_be_visible()
    check_accessibility(tab.page)

    line.set("open")
    tab.page.reload()
    expect(tab.page.locator("#copy")).to_have_count(0)


def test_other_pages_say_that_there_is_no_signal(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel()
    line.set("cut")

    tab.page.goto("/progress/")
    expect(tab.page.get_by_role("heading", name="No signal up here")).to_be_visible()
    check_accessibility(tab.page)

    line.set("open")
    tab.page.get_by_role("button", name="Try again").click()
    expect(tab.page.get_by_role("heading", name="No signal up here")).to_have_count(0)
    assert tab.page.url.rstrip("?").endswith("/progress/")


def test_a_line_that_answers_nothing_is_no_better_than_none(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel()
    line.set("deaf")

    tab.page.goto("/today/")

    expect(tab.page.locator("#copy")).to_be_visible()


def test_a_slow_line_shows_the_page_in_the_end(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel("/roadmap/")
    line.set("slow")

    tab.page.goto("/about/", wait_until="domcontentloaded")

    expect(tab.page.locator("h1")).to_be_visible()


def test_a_new_release_takes_over_and_strands_no_old_page(
    travel: Callable[..., Tab], line: FaultyLine, site: Site
):
    tab = travel("/roadmap/foundation/")
    (old,) = tab.page.evaluate(RELEASES)
    site.stop()
    site.environment["DJANGO_SETTINGS_MODULE"] = "tests.browser.next_release"
    try:
        site.start()
        other = tab.context.new_page()
        other.goto("/today/")
        other.evaluate("() => navigator.serviceWorker.getRegistration().then((one) => one.update())")
        other.evaluate(
            "async (old) => { while ((await caches.keys()).every((name) => name.endsWith(old))) "
            "await new Promise((done) => setTimeout(done, 50)); }",
            old,
        )
        # The old page goes on: it ticks, and what it asks for late is there.
        tab.page.locator("#tick-git-basics").click()
        expect(tab.page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")
        line.set("cut")
        tab.page.locator("#tick-command-line").click()
        expect(tab.page.locator("#skill-command-line")).to_have_attribute("data-queued", "")
        # And a copy that only the old release made is shown with the files that it names.
        tab.page.goto("/roadmap/foundation/")
        expect(tab.page.locator("#copy")).to_be_visible()
        assert (
            tab.page.evaluate("getComputedStyle(document.querySelector('.strip')).borderBottomStyle")
            == "solid"
        )
        assert old in tab.page.evaluate(RELEASES)
    finally:
        site.stop()
        site.environment["DJANGO_SETTINGS_MODULE"] = "config.settings"
        site.start()


def test_all_works_as_ever_where_there_is_no_worker(learn: Visit, line: FaultyLine):
    tab = learn(home=line.url, service_workers="block")
    tab.witness.expect(*NOISE, "Service Worker registration blocked")
    for _ in range(2):
        tab.page.goto("/roadmap/foundation/")
    tab.page.locator("#tick-git-basics").click()
    expect(tab.page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")

    line.set("cut")
    tab.page.locator("#tick-command-line").click()
    expect(tab.page.locator("#live")).to_contain_text("Not saved: no connection.")
    expect(tab.page.locator("#skill-command-line")).to_have_attribute("data-state", "open")


@pytest.mark.parametrize("answer", ["later", "never"])
def test_the_note_about_installing_stands_where_the_browser_offers_it(
    travel: Callable[..., Tab], answer: str
):
    tab = travel()
    page = tab.page
    expect(page.locator("#install")).to_have_count(0)
    page.evaluate(OFFER)
    expect(page.locator("#install")).to_contain_text("Keep Milepost on this device")
    check_accessibility(page)
    if answer == "later":
        page.get_by_role("button", name="Install").click()
        expect(page).to_have_title("Prompted")
    else:
        page.get_by_role("button", name="Do not ask again").click()
    expect(page.locator("#install")).to_have_count(0)

    settle(tab)
    page.wait_for_timeout(300)  # what is asked of the worker
    page.evaluate(OFFER)
    expect(page.locator("#install")).to_have_count(1 if answer == "later" else 0)
