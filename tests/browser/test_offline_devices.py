"""Two devices, a browser that was closed, a server that stops: what waits outlives all of it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserType, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.away import CONTROLLED, KEPT, line, settle, travel, waits
from tests.browser.conftest import Tab, Visit
from tests.browser.door import Door
from tests.browser.faulty_line import FaultyLine
from tests.browser.site import Site
from tests.browser.test_offline_queue import PHASE, is_done, is_queued, tick

__all__ = ["line", "travel"]
BOTH = re.compile(r"^From the desk\n\nFrom another device, \d\d:\d\d\n\nFrom the train$")


def test_two_devices_and_the_later_change(travel: Callable[..., Tab], visit: Visit, line: FaultyLine):
    train = travel("/skills/git-basics/", PHASE)
    desk = visit(session=train.session)
    line.set("cut")
    tick(train.page, "git-basics")
    train.page.goto("/skills/git-basics/")
    train.page.get_by_label("Your notes on Git basics").fill("From the train")
    train.page.get_by_role("button", name="Save notes").click()
    waits(train.page, 2)

    desk.page.goto("/skills/git-basics/")
    desk.page.locator("#state-skipped").click()
    expect(desk.page.locator("#state-skipped")).to_have_attribute("aria-pressed", "true")
    desk.page.get_by_label("Your notes on Git basics").fill("From the desk")
    desk.page.get_by_role("button", name="Save notes").click()
    expect(desk.page.locator("#note-status-git-basics")).to_contain_text("Saved")

    line.set("open")
    train.page.locator("#try-now").click()

    expect(train.page.locator("#queue")).to_contain_text("Read what became of your changes")
    train.page.locator("#queue summary").click()
    expect(train.page.locator("#queue li").first).to_contain_text(
        "It stays skipped: you changed it elsewhere"
    )
    expect(train.page.locator("#queue li").last).to_contain_text("both texts are in it")
    note = train.page.get_by_label("Your notes on Git basics")
    train.page.reload()
    expect(note).to_have_value(BOTH)
    expect(train.page.locator("#state-skipped")).to_have_attribute("aria-pressed", "true")
    train.page.locator("#queue summary").click()
    for left in (1, 0):
        train.page.locator("#queue").get_by_role("button", name="Read").first.click()
        expect(train.page.locator("#queue li")).to_have_count(left)
    waits(train.page, 0)


def test_what_waits_outlives_the_browser(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    site: Site,
    door: Door,
    line: FaultyLine,
    tmp_path: Path,
):
    session = door.make(done=1)["session"]

    def browser() -> Any:
        return browser_type.launch_persistent_context(
            tmp_path / "profile", base_url=line.url, **browser_type_launch_args
        )

    first = browser()
    cookie = {"name": "sessionid", "value": session, "url": line.url}
    first.add_cookies([cookie])
    page = first.pages[0]
    for path in ("/today/", "/today/", PHASE):
        page.goto(path)
    page.evaluate(CONTROLLED)
    page.evaluate(KEPT, PHASE)
    line.set("cut")
    tick(page, "git-basics")
    is_queued(page, "git-basics")
    first.close()

    second = browser()
    page = second.pages[0]
    page.goto(PHASE)
    waits(page, 1)
    is_queued(page, "git-basics")
    second.add_cookies([cookie])  # a session cookie of a test; those of the site outlive a browser
    line.set("open")
    page.reload()
    waits(page, 0)
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")
    second.close()


def test_a_server_that_stops_is_a_connection_that_is_gone(
    travel: Callable[..., Tab], line: FaultyLine, site: Site
):
    tab = travel(PHASE)
    site.stop()
    try:
        tick(tab.page, "git-basics")
        is_queued(tab.page, "git-basics")
    finally:
        site.start()
    tab.page.locator("#try-now").click()
    waits(tab.page, 0)
    settle(tab)
    is_done(tab, "git-basics")


def test_a_review_goes_on_without_a_connection(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel(done=3)
    page = tab.page
    page.goto("/review/")
    page.evaluate(KEPT, "/review/away/")
    line.set("cut")
    page.goto("/review/")
    cards = page.locator("[data-card]:visible")
    before = cards.count()
    assert before >= 3
    for left in (before - 1, before - 2):
        cards.first.locator("summary").click()
        cards.first.get_by_role("button", name="Good").click()
        expect(cards).to_have_count(left)
    check_accessibility(page)
    waits(page, 2)

    line.set("open")
    page.locator("#try-now").click()

    waits(page, 0)
    page.goto("/review/")
    expect(page.locator("#session progress")).to_have_attribute("value", "2")
