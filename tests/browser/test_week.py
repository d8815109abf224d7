"""A learner plans a week and looks back on it: with script, with keys, and without any."""

import datetime
import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.clock import today
from tests.browser.conftest import NARROW, Visit


def titles(page: Page) -> list[str]:
    return page.locator("#week-list .stop h3 a").all_inner_texts()


def begin_earlier(page: Page) -> None:
    """Let the trail begin five weeks ago."""
    began = today() - datetime.timedelta(35)
    page.goto("/settings/plan/")
    page.get_by_label("Started on").fill(began.isoformat())
    page.get_by_role("button", name="Save plan").click()
    expect(page.locator("#live")).to_contain_text("Saved")


def test_a_week_is_planned_without_a_reload(learn: Visit, screen: dict[str, Any]):
    tab = learn(**screen)
    tab.witness.expect("422")
    page = tab.page
    page.goto("/week/")
    expect(page.locator("h1")).to_have_text("This week: 10 hours, three skills")
    first, second, third = titles(page)
    with tab.witness.no_reload():
        page.get_by_role("button", name=f"Later: {first}").click()
        expect(page.locator("#live")).to_contain_text(f"{first} is number 2 of 3 this week.")
        expect(page.get_by_role("button", name=f"Later: {first}")).to_be_focused()
        assert titles(page) == [second, first, third]

        page.get_by_role("button", name=f"Pin {first}").click()
        expect(page.get_by_role("button", name=f"Pin {first}")).to_have_attribute("aria-pressed", "true")

        page.get_by_role("button", name=f"Drop from this week: {third}").click()
        expect(page.locator("#week-dropped")).to_contain_text(third)
        page.get_by_role("button", name=f"Put back {third}").click()
        expect(page.locator("#week-dropped")).to_be_hidden()

        page.get_by_role("button", name=f"Mark as done: {first}").click()
        expect(page.locator("#week-list .stop[data-state=done]")).to_contain_text(first)
        assert titles(page)[:2] == [second, first]

        page.get_by_label("Hours this week").fill("200")
        page.get_by_role("button", name="Plan again").click()
        expect(page.locator("#week_hours_error")).to_contain_text("100 hours or less")
        page.get_by_label("Hours this week").fill("20")
        page.get_by_role("button", name="Plan again").click()
        expect(page.locator("h1")).to_contain_text("This week: 20 hours")
        page.get_by_label("Skill to add").select_option("numpy-arrays")
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.locator("#skill-numpy-arrays")).to_contain_text("Best after")
    check_accessibility(page, str(screen["color_scheme"]))
    shown = titles(page)
    page.reload()
    assert titles(page) == shown


def test_a_week_is_looked_back_on(learn: Visit, screen: dict[str, Any]):
    tab = learn(**screen, done=12)
    tab.witness.expect("422")
    page = tab.page
    begin_earlier(page)
    page.goto("/today/")
    page.get_by_role("link", name="Look back").click()
    expect(page.locator("h1")).to_have_text(re.compile(r"Week 5, looked back on"))
    check_accessibility(page, str(screen["color_scheme"]))
    picks = page.get_by_role("checkbox")
    expect(picks).to_have_count(6)
    name = page.locator(".opt").nth(4).locator("span").first.evaluate("el => el.firstChild.textContent")
    picks.nth(4).check()
    page.get_by_label("One line to yourself").fill("Paper first, then the editor.")
    page.get_by_role("button", name="Plan the week").click()
    expect(page.locator("#review_pick_error")).to_contain_text("three at most")
    expect(page.get_by_label("One line to yourself")).to_have_value("Paper first, then the editor.")
    picks.nth(0).uncheck()
    page.get_by_role("button", name="Plan the week").click()
    expect(page).to_have_url(re.compile("/week/$"))
    expect(page.locator("#week-list")).to_contain_text(name)
    expect(page.locator("aside")).to_contain_text("Paper first, then the editor.")
    expect(page.locator("aside")).not_to_contain_text("ready to look back on")


def test_both_without_script(learn: Visit):
    tab = learn(viewport=NARROW, java_script_enabled=False)
    tab.witness.expect("422")
    page = tab.page
    page.goto("/week/")
    first = titles(page)[0]
    page.get_by_role("button", name=f"Later: {first}").click()
    assert titles(page)[1] == first
    page.get_by_role("button", name=f"Mark as done: {first}").click()
    expect(page).to_have_url(re.compile("/week/$"))
    expect(page.locator("#week-list .stop[data-state=done]")).to_contain_text(first)
    page.get_by_label("Hours this week").fill("7.3")
    page.get_by_role("button", name="Plan again").click()
    expect(page.locator("#week_hours_error")).to_contain_text("whole or half hours")
    expect(page.get_by_label("Hours this week")).to_have_value("7.3")
    page.get_by_label("Hours this week").fill("7.5")
    page.get_by_role("button", name="Plan again").click()
    expect(page.locator("h1")).to_contain_text("This week: 7.5 hours")

    begin_earlier(page)
    page.goto("/week/review/")
    page.get_by_label("One line to yourself").fill("Paper first.")
    page.get_by_role("button", name="Plan the week").click()
    expect(page).to_have_url(re.compile("/week/$"))
    expect(page.locator("aside")).to_contain_text("Paper first.")
