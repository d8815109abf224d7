"""Changes without a connection: they wait in sight, are sent in order, once each, and none is lost."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.away import KEPT, line, rows, travel, waits
from tests.browser.conftest import TOUCH, Tab
from tests.browser.faulty_line import FaultyLine

__all__ = ["line", "travel"]
PHASE = "/roadmap/foundation/"
SKILL = "/skills/coding-problems-100/"


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


def test_what_the_server_refuses_stays_in_sight(travel: Callable[..., Tab], line: FaultyLine):
    tab = travel()
    page = tab.page
    page.goto("/log/", wait_until="networkidle")
    line.set("cut")
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
