"""A learner logs time: two clicks where they are, by the clock, and without script."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import NARROW, Visit
from tests.browser.test_without_script import bare  # noqa: F401  # a fixture

SKILL = "Git basics"


def undo(page: Page) -> None:
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#live")).to_contain_text("Undone: your log is as it was.")


def test_two_clicks_on_today(learn: Visit, screen: dict[str, Any]):
    tab = learn(**screen, done=2)
    page = tab.page
    page.goto("/today/")
    with tab.witness.no_reload():
        page.locator("#log-menu > summary").click()
        check_accessibility(page, str(screen["color_scheme"]))
        page.locator("#log-45").click()
        expect(page.locator("#live")).to_contain_text(f"45 minutes logged for {SKILL}.")
        expect(page.locator("#log-45")).to_be_hidden()
        expect(page.locator("#log-menu > summary")).to_be_focused()
        expect(page.locator("#next .now .meta")).to_contain_text("45 min of")
        undo(page)
        expect(page.locator("#next .now .meta")).not_to_contain_text("45 min of")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_number_by_keyboard_and_one_that_makes_no_sense(learn: Visit):
    tab = learn(done=2)
    tab.witness.expect("422")
    page = tab.page
    page.goto("/projects/project-1/")
    with tab.witness.no_reload():
        page.locator("#log-menu > summary").press("Enter")
        number = page.get_by_label("Another number of minutes")
        number.fill("2000")
        page.get_by_text("Day, kind and note").click()
        page.get_by_label("Note (optional)").fill("Kept")
        number.press("Enter")
        expect(page.locator("#log-other-error")).to_contain_text("1,440 minutes or less")
        expect(number).to_have_value("2000")
        expect(number).to_be_focused()
        expect(page.locator("#log-note")).to_have_value("Kept")
        number.fill("50")
        number.press("Enter")
        expect(page.locator("#live")).to_contain_text("50 minutes logged for Project 1")
        expect(page.locator("#log-other")).to_be_hidden()


def test_the_log_is_read_and_taken_back(learn: Visit):
    tab = learn(done=2, logged=40)
    page = tab.page
    page.goto("/log/")
    entries = page.locator("#weeks tbody tr")
    before = entries.count()
    with tab.witness.no_reload():
        page.get_by_label("For").select_option(label="Other study")
        page.get_by_role("button", name="30 minutes").click()
        expect(entries).to_have_count(before + 1)
        page.get_by_role("button", name=re.compile(f"^Delete.*{SKILL}")).first.click()
        expect(page.locator("#live")).to_contain_text(f"Deleted: 1 hour logged for {SKILL}.")
        expect(entries).to_have_count(before)
        undo(page)
        expect(entries).to_have_count(before + 1)
    page.get_by_role("link", name="Earlier weeks").click()
    expect(page).to_have_url(re.compile(r"\?before="))
    before = entries.count()
    page.get_by_role("button", name=re.compile("^Delete")).first.click()
    expect(entries).to_have_count(before - 1)
    page.get_by_role("link", name=re.compile("^Edit")).first.click()
    page.get_by_label("Minutes").fill("90")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#live")).to_contain_text("Saved: 1 hour 30 minutes logged")
    expect(page.locator("#weeks")).to_contain_text("1 h 30")


def test_the_timer_runs_on_and_is_logged(learn: Visit):
    tab = learn(done=2, ran=0.7)
    page = tab.page
    page.goto("/today/")
    expect(page.locator("#timer-note")).to_contain_text("42 min")
    with tab.witness.no_reload():
        page.get_by_role("button", name="Stop and log").click()
        expect(page.locator("#live")).to_contain_text(f"42 minutes logged for {SKILL}.")
        expect(page.locator("#timer-note")).to_be_hidden()
        page.locator("#log-menu > summary").click()
        page.get_by_role("button", name="Start the timer").click()
        expect(page.locator("#timer-note")).to_contain_text("0 min")
    page.goto("/log/")
    with tab.witness.no_reload():
        page.get_by_role("button", name="Discard").click()
        expect(page.locator("#timers")).to_be_hidden()
        undo(page)
        expect(page.locator("#timers")).to_contain_text("Running")


def test_the_minutes_of_a_timer_go_on_while_its_page_is_open(learn: Visit):
    page = learn(done=2, ran=0.985).page
    page.clock.install()
    page.goto("/log/")
    expect(page.locator("#timers")).to_contain_text("59 min since")
    page.clock.fast_forward(130_000)
    expect(page.locator("#timers")).to_contain_text("1 h 1 min since")


def test_a_forgotten_timer_asks(learn: Visit, screen: dict[str, Any]):
    tab = learn(**screen, done=2, ran=9.2)
    tab.witness.expect("422")
    page = tab.page
    page.goto("/log/")
    expect(page.locator("#timers")).to_contain_text(f"A timer for {SKILL} ran 9 h 12 min")
    check_accessibility(page, str(screen["color_scheme"]))
    with tab.witness.no_reload():
        number = page.locator("#timers").get_by_label("Another number of minutes")
        number.fill("900")
        number.press("Enter")
        expect(page.locator("#timers .err")).to_contain_text("It ran 552 minutes.")
        page.get_by_role("button", name="2 h", exact=True).click()
        expect(page.locator("#live")).to_contain_text(f"2 hours logged for {SKILL}")
        expect(page.locator("#timers")).to_be_hidden()
        expect(page.locator("#weeks")).to_contain_text("2 h")


def test_without_script(bare: Visit):  # noqa: F811
    tab = bare(done=2, logged=2, ran=5, viewport=NARROW)
    tab.witness.expect("422")
    page = tab.page
    page.goto("/today/")
    page.locator("#log-menu > summary").click()
    page.get_by_label("Another number of minutes").fill("50")
    page.get_by_label("Another number of minutes").press("Enter")
    expect(page).to_have_url(re.compile("/today/$"))
    expect(page.locator("#live")).to_contain_text(f"50 minutes logged for {SKILL}.")
    page.get_by_role("link", name="Say how much was study").click()
    page.get_by_role("button", name="45 min", exact=True).click()
    expect(page.locator("#live")).to_contain_text(f"45 minutes logged for {SKILL}")
    page.get_by_label("Note (optional)").fill("Kept")
    page.get_by_role("button", name="Log", exact=True).click()
    expect(page.locator("#log-other-error")).to_contain_text("Choose or write how many minutes")
    expect(page.locator("#log-note")).to_have_value("Kept")
    page.get_by_role("link", name=re.compile("^Edit")).first.click()
    page.get_by_label("Minutes").fill("20")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#live")).to_contain_text("Saved: 20 minutes")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#live")).to_contain_text("Undone")
    page.get_by_role("button", name=re.compile("^Delete")).first.click()
    expect(page.locator("#live")).to_contain_text("Deleted:")
    page.get_by_role("button", name="Start the timer").click()
    expect(page.locator("#timers")).to_contain_text("Running")
    page.get_by_role("button", name="Discard").click()
    expect(page.locator("#timers")).to_be_hidden()


def test_a_deleted_entry_leaves_the_focus_to_its_neighbor(learn: Visit):
    tab = learn(done=2, logged=3)
    page = tab.page
    page.goto("/log/")
    rows = page.locator(".logt tbody tr")
    expect(rows).to_have_count(3)
    with tab.witness.no_reload():
        for left in (2, 1):
            gone = rows.first.get_attribute("id")
            beside = rows.nth(1).get_attribute("id")
            rows.first.get_by_role("button").press("Enter")
            expect(page.locator(f"#{gone}")).to_have_count(0)
            expect(rows).to_have_count(left)
            expect(page.locator(f"#{beside} a").first).to_be_focused()
        rows.first.get_by_role("button").press("Enter")
        expect(rows).to_have_count(0)
        expect(page.get_by_role("button", name="Undo")).to_be_focused()
        page.keyboard.press("Enter")
        expect(rows).to_have_count(1)
        expect(rows.locator("a").first).to_be_focused()
