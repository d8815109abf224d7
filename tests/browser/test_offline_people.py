"""A device that several people use: what one of them left there is for nobody else, and log-out clears it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.away import line, rows, travel, waits
from tests.browser.conftest import Tab
from tests.browser.door import Door
from tests.browser.faulty_line import FaultyLine

__all__ = ["line", "travel"]
PHASE = "/roadmap/foundation/"
COPIES = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("pages-"));
  const copies = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return copies.flat().length;
}"""
# Which page this is, for htmx; nothing else.
STORED = "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
PATH = "htmx-current-path-for-history"


def wait_a_change(tab: Tab, line: FaultyLine) -> None:
    line.set("cut")
    tab.page.locator("#tick-git-basics").click()
    waits(tab.page, 1)


def log_out(page: Page) -> None:
    page.locator("details.menu > summary", has_text="Account").click()
    page.get_by_role("button", name="Log out").click()


@pytest.mark.asvs("14.3.1", "14.3.3")
def test_log_out_clears_the_device(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel(PHASE)
    page = tab.page
    assert page.evaluate(COPIES) >= 2
    assert set(page.evaluate(STORED)) <= {PATH}
    wait_a_change(tab, line)
    line.set("open")

    log_out(page)
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("1 change waits for a connection")
    check_accessibility(page)
    dialog.get_by_role("button", name="Stay").click()
    waits(page, 1)
    log_out(page)
    dialog.get_by_role("button", name="Log out without them").click()
    expect(page.get_by_role("link", name="Log in").first).to_be_visible()

    assert rows(page) == []
    assert page.evaluate(COPIES) == 0
    line.set("cut")
    page.goto(PHASE)
    expect(page.get_by_role("heading", name="No signal up here")).to_be_visible()


def test_log_out_offers_to_send_first(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel(PHASE)
    page = tab.page
    wait_a_change(tab, line)
    line.set("open")

    log_out(page)
    page.get_by_role("dialog").get_by_role("button", name="Send them now").click()

    waits(page, 0)
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")


@pytest.mark.asvs("14.3.1")
def test_without_a_connection_log_out_takes_the_pages_at_least(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel(PHASE)
    line.set("cut")

    log_out(tab.page)

    expect(tab.page.get_by_role("heading", name="No signal up here")).to_be_visible()
    assert tab.page.evaluate(COPIES) == 0
    tab.page.goto(PHASE)
    expect(tab.page.get_by_role("heading", name="No signal up here")).to_be_visible()


@pytest.mark.asvs("8.2.2", "14.3.1")
def test_the_next_person_sees_and_sends_nothing_of_the_first(
    travel: Callable[..., Tab], line: FaultyLine, door: Door
):
    tab = travel(PHASE)
    page, alice = tab.page, tab.session
    wait_a_change(tab, line)

    def become(session: str) -> None:
        tab.context.add_cookies([{"name": "sessionid", "value": session, "url": line.url}])

    door.forget(alice)
    line.set("open")
    page.locator("#try-now").click()
    expect(page.locator("#queue")).to_contain_text("Log in to send them")
    page.goto("/accounts/login/")
    become(door.make(done=1)["session"])
    page.goto("/today/")
    expect(page.locator("#queue")).to_have_count(0)
    page.wait_for_timeout(1_000)  # in which a sender that were wrong would send
    assert [row["url"] for row in rows(page)] == ["/skills/git-basics/state/"], "it waits for its own learner"
    page.goto(PHASE)
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "open")
    expect(page.locator("[data-queued]")).to_have_count(0)

    log_out(page)
    expect(page.get_by_role("link", name="Log in").first).to_be_visible()
    assert len(rows(page)) == 1, "even when the other one leaves"
    line.set("cut")
    page.goto("/skills/git-basics/")
    expect(page.get_by_role("heading", name="No signal up here")).to_be_visible()


def test_a_session_that_ended_keeps_what_waits_until_its_learner_is_back(
    travel: Callable[..., Tab], line: FaultyLine, door: Door
):
    tab = travel(PHASE)
    page = tab.page
    wait_a_change(tab, line)
    door.forget(tab.session)
    line.set("open")
    page.locator("#try-now").click()
    expect(page.locator("#queue")).to_contain_text("Log in to send them")

    page.get_by_role("link", name="Log in to send them").click()
    page.get_by_label("Email").fill(tab.email)
    page.get_by_label("Password").first.fill("correct horse battery")
    page.get_by_role("button", name="Log in", exact=True).click()

    expect(page.locator("#live")).to_contain_text("1 change was sent")
    page.goto(PHASE)
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")
