"""Changes without a connection: they wait in sight, are sent in order, once each, and none is lost."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserType, Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.away import CONTROLLED, KEPT, line, rows, settle, travel, waits
from tests.browser.conftest import TOUCH, Tab, Visit
from tests.browser.door import Door
from tests.browser.faulty_line import FaultyLine
from tests.browser.site import Site

__all__ = ["line", "travel"]
PHASE = "/roadmap/foundation/"
SKILL = "/skills/coding-problems-100/"
BOTH = re.compile(r"^From the desk\n\nFrom another device, \d\d:\d\d\n\nFrom the train$")


def tick(page: Page, slug: str) -> None:
    page.locator(f"#tick-{slug}").click()


def is_queued(page: Page, slug: str) -> None:
    expect(page.locator(f"#skill-{slug}")).to_have_attribute("data-queued", "")
    expect(page.locator(f"#skill-{slug} [data-waiting]")).to_contain_text("Waiting")


def is_done(tab: Tab, slug: str) -> None:
    tab.page.goto(PHASE)
    expect(tab.page.locator(f"#skill-{slug}")).to_have_attribute("data-state", "done")


def test_ticks_wait_in_sight_and_are_sent_by_themselves(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel(PHASE, **TOUCH)
    page = tab.page
    tab.context.set_offline(True)
    line.set("cut")
    tick(page, "git-basics")
    is_queued(page, "git-basics")
    tick(page, "command-line")
    is_queued(page, "command-line")
    waits(page, 2)
    page.locator("#queue summary").click()
    expect(page.locator("#queue li")).to_have_count(2)
    expect(page.locator("#queue li").first).to_contain_text("Git basics: done")
    check_accessibility(page)

    line.set("open")
    tab.context.set_offline(False)  # the browser says so, and nobody has to press anything

    waits(page, 0)
    expect(page.locator("#live")).to_contain_text("2 changes were sent")
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")
    expect(page.locator("[data-queued]")).to_have_count(0)
    assert rows(page) == []
    is_done(tab, "git-basics")


def test_everything_that_can_wait_waits_and_arrives(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel(SKILL, "/skills/git-basics/", "/today/", done=2)
    page = tab.page
    page.goto("/review/")
    page.evaluate(KEPT, "/review/")
    line.set("cut")
    page.goto(SKILL)
    page.get_by_label("Problems done so far").fill("12")
    page.locator("#count-save").click()
    waits(page, 1)
    page.goto("/skills/git-basics/")
    waits(page, 1)
    page.get_by_label("Your notes on Git basics").fill("From the train.\nTwo lines.")
    page.get_by_role("button", name="Save notes").click()
    expect(page.locator("#note-status-git-basics")).to_contain_text("Waiting")
    page.goto("/today/")
    for _ in range(2):
        page.locator("#log-menu > summary").click()
        page.locator("#log-45").click()
        expect(page.locator("#log-menu")).not_to_have_attribute("open", "")
    page.locator("#queue summary").click()
    expect(page.locator("#queue ul")).to_contain_text("12")
    expect(page.locator("#queue ul")).to_contain_text("Note on Git basics, 2 lines")
    expect(page.locator("#queue ul")).to_contain_text(re.compile("45 minutes on"))
    before = len(rows(page))

    line.set("open")
    page.locator("#try-now").click()

    waits(page, 0)
    assert before >= 4
    page.goto(SKILL)
    expect(page.get_by_label("Problems done so far")).to_have_value("12")
    page.goto("/skills/git-basics/")
    expect(page.get_by_label("Your notes on Git basics")).to_have_value("From the train.\nTwo lines.")
    page.goto("/log/")
    # The same minutes twice on purpose, and not the same entry twice.
    expect(page.locator("tr[id], .reslist>li[id], li[id^=entry]").filter(has_text="45 min")).to_have_count(2)


def test_an_answer_that_is_lost_is_a_change_that_counts_once(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel("/today/")
    page = tab.page
    line.set("answerless")
    page.locator("#log-menu > summary").click()
    page.locator("#log-45").click()
    waits(page, 1)
    assert line.lost >= 1, "the server had it"

    line.set("open")
    page.locator("#try-now").click()

    waits(page, 0)
    page.goto("/log/")
    expect(page.locator("tr[id], .reslist>li[id], li[id^=entry]").filter(has_text="45 min")).to_have_count(1)


def test_a_sender_whose_answers_are_lost_sends_once(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel("/today/")
    page = tab.page
    line.set("cut")
    page.locator("#log-menu > summary").click()
    page.locator("#log-45").click()
    waits(page, 1)
    for _ in range(3):
        lost = line.lost
        line.set("answerless")
        page.locator("#try-now").click()
        for _ in range(200):
            if line.lost > lost:
                break
            page.wait_for_timeout(50)
        assert line.lost > lost
        line.set("cut")
        waits(page, 1)

    line.set("open")
    page.locator("#try-now").click()

    waits(page, 0)
    page.goto("/log/")
    expect(page.locator("tr[id], .reslist>li[id], li[id^=entry]").filter(has_text="45 min")).to_have_count(1)


def test_a_line_that_comes_and_goes(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel(PHASE)
    page = tab.page
    slugs = page.locator(".stop[id^=skill-]").evaluate_all(
        "(all) => all.slice(0, 6).map((row) => row.id.slice(6))"
    )
    for number, slug in enumerate(slugs):
        line.set("cut" if number % 2 else "open")
        tick(page, slug)
        expect(page.locator(f"#skill-{slug}")).to_have_attribute("data-state", "done")

    line.set("open")
    if page.locator("#try-now").count():
        page.locator("#try-now").click()

    waits(page, 0)
    page.goto(PHASE)
    for slug in slugs:
        expect(page.locator(f"#skill-{slug}")).to_have_attribute("data-state", "done")


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
    for _ in range(2):
        train.page.locator("#queue").get_by_role("button", name="Read").first.click()
        if not train.page.locator("#queue details[open]").count() and train.page.locator("#queue").count():
            train.page.locator("#queue summary").click()
    waits(train.page, 0)


def test_what_the_server_refuses_stays_in_sight(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel("/log/")
    page = tab.page
    line.set("cut")
    page.evaluate("() => document.querySelectorAll('[max]').forEach((field) => field.removeAttribute('max'))")
    page.locator("#log-other").fill("9999")
    page.locator("#log-it").click()
    waits(page, 1)

    line.set("open")
    page.locator("#try-now").click()

    expect(page.locator("#queue")).to_contain_text("Read what became of your changes")
    page.locator("#queue summary").click()
    expect(page.locator("#queue li")).to_contain_text("write 1,440 minutes or less")
    expect(page.locator("#queue").get_by_role("button", name="Copy")).to_be_visible()
    page.locator("#queue").get_by_role("button", name="Discard").click()
    waits(page, 0)
    assert rows(page) == []


def test_a_change_that_is_discarded_looks_as_before(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel(PHASE)
    page = tab.page
    line.set("cut")
    tick(page, "git-basics")
    is_queued(page, "git-basics")
    page.locator("#queue summary").click()
    page.locator("#queue").get_by_role("button", name="Discard").click()

    waits(page, 0)
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "open")
    expect(page.locator("[data-queued], [data-waiting]")).to_have_count(0)


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
