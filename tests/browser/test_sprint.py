"""A sprint begun, put off, paused by a break, and taken along in a calendar: with script and without."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.clock import today
from tests.browser.conftest import SCREENS, Visit
from tests.browser.paths import unfold


def day(offset: int) -> str:
    return str(today() + timedelta(offset))


def start(page: Page, first: str) -> None:
    page.goto("/sprint/")
    page.get_by_label("First day").fill(first)
    page.get_by_role("button", name="Start the sprint").click()


@pytest.mark.parametrize("script", [True, False])
def test_a_run_from_the_first_day_to_the_last_word(learn: Visit, script: bool):
    page = learn(java_script_enabled=script).page
    start(page, day(-24))
    expect(page.locator("h1 + .lead")).to_contain_text("Day 25 of 90.")
    expect(page.locator("#week-4")).to_contain_text("Now")
    expect(page.locator("#carried-over li")).to_have_count(9)

    page.get_by_role("button", name="Shift by a week").click()
    expect(page.locator("h1 + .lead")).to_contain_text("Day 18 of 90.")
    expect(page.locator("#live")).to_contain_text("Put off by a week")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("h1 + .lead")).to_contain_text("Day 25 of 90.")

    page.locator("#tick-la-vectors").click()
    expect(page.locator("#skill-la-vectors")).to_have_attribute("data-state", "done")
    expect(page.locator("#sprint-done")).to_have_text("1 of 34 skills done.")
    if script:
        expect(page.locator("#tick-la-vectors")).to_be_focused()

    page.goto("/today/")
    expect(page.locator("#today-sprint")).to_contain_text("Week 4 of 12, day 25.")
    page.get_by_role("link", name="See the sprint").click()
    page.locator("summary", has_text="Finish").click()
    page.get_by_label("A few words to look back on").fill("Mornings worked.")
    page.get_by_role("button", name="Finish the sprint").click()
    expect(page.locator(".reslist")).to_contain_text("Mornings worked.")
    expect(page.get_by_role("button", name="Start the sprint")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_break_planned_deleted_and_back(learn: Visit, script: bool):
    tab = learn(java_script_enabled=script)
    tab.witness.expect("422")
    page = tab.page
    page.goto("/settings/")
    page.get_by_role("link", name="Plan breaks").click()
    page.get_by_label("First day off").fill(day(10))
    page.get_by_label("Last day off").fill(day(9))
    page.get_by_role("button", name="Plan this break").click()
    expect(page.locator("#break_ends_on_error")).to_contain_text("A break ends after it starts.")
    expect(page.get_by_label("First day off")).to_have_value(day(10))
    page.get_by_label("Last day off").fill(day(12))
    page.get_by_label("What for").fill("Skiing")
    page.get_by_role("button", name="Plan this break").click()
    expect(page.locator("#breaks")).to_contain_text("Skiing")
    expect(page.locator("#breaks")).to_contain_text("3 days")
    expect(page.get_by_label("First day off")).to_have_value("")

    page.get_by_role("button", name="Delete the break").click()
    expect(page.locator("#breaks")).to_contain_text("No break is planned.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#breaks")).to_contain_text("Skiing")


@pytest.mark.parametrize("script", [True, False])
def test_the_address_is_shown_once(learn: Visit, script: bool):
    tab = learn(java_script_enabled=script)
    page = tab.page
    page.goto("/settings/calendar/")
    page.get_by_role("button", name="Make an address").click()
    address = page.get_by_label("Feed address").input_value()
    if script:
        tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="Copy the address").click()
        expect(page.locator("#live")).to_contain_text("Copied.")
    else:
        expect(page.locator("#copy-address")).to_be_hidden()
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "set-cookie" not in answer.headers
    expect(page.get_by_role("link", name="Open in my calendar")).to_have_attribute(
        "href", re.compile("^webcal://")
    )

    page.goto("/settings/calendar/")
    expect(page.get_by_label("Feed address")).to_have_count(0)
    page.get_by_role("button", name="New address").click()
    expect(page.get_by_label("Feed address")).not_to_have_value(address)
    assert page.request.get(address).status == 404


@pytest.mark.parametrize("name", ["wide-light", "narrow-light"])
def test_axe_finds_nothing_on_a_run(learn: Visit, name: str):
    page = learn(**SCREENS[name], done=5).page
    start(page, day(-24))
    unfold(page)
    check_accessibility(page)


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(learn: Visit, width: int):
    page = learn(viewport={"width": width, "height": 800}).page
    start(page, day(-24))
    for path in ("/sprint/", "/breaks/", "/settings/calendar/"):
        page.goto(path)
        unfold(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
