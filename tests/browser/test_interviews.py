"""A round is added, prepared for, and looked back on."""

import datetime
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.clock import today
from tests.browser.conftest import SCREENS, Visit
from tests.browser.paths import unfold
from tests.browser.test_without_script import without_script

ROUND = re.compile(r"/career/interviews/[0-9a-f-]{36}/(#.*)?$")
TIMED = "Two medium problems in 45 minutes, thinking aloud"


def check_page(page: Page) -> None:
    unfold(page)
    check_accessibility(page)
    wide = page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert wide, f"{page.url} is wider than the screen"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_from_a_round_to_its_debrief(learn: Visit, script: bool):
    visit = learn if script else without_script(learn, "switched off")
    tab = visit(**SCREENS["narrow-light"])
    tab.witness.expect("422")
    page = tab.page
    page.goto("/career/new/")
    page.get_by_label("Company").fill("Fathom Freight")
    page.get_by_role("button", name="Add application").click()
    page.get_by_role("link", name="Add a round").click()
    page.get_by_label("Kind").select_option("coding")
    page.get_by_label("Day").fill(str(today() + datetime.timedelta(7)))
    page.get_by_role("button", name="Save round").click()
    expect(page.locator("#round_time_error")).to_contain_text("Write the time too")
    page.get_by_label("Time", exact=False).first.fill("14:30")
    page.get_by_role("button", name="Save round").click()

    expect(page).to_have_url(ROUND)
    home = page.url
    expect(page.locator("h1")).to_have_text("Coding")
    tick = page.get_by_role("button", name=TIMED)
    if script:
        with tab.witness.no_reload():
            tick.click()
            expect(tick).to_be_focused()
    else:
        tick.click()
    expect(tick).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("1 of 5 prepared")).to_be_visible()
    page.get_by_label("A point of your own").fill("Charge the laptop")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("button", name="Charge the laptop").first).to_be_visible()
    page.get_by_role("button", name="Aim the review").click()
    expect(page.locator("#aim")).to_contain_text("aims at")
    if script:
        check_page(page)

    page.goto(home)
    page.get_by_text("Change the round").click()
    page.get_by_label("Day").fill(str(today() - datetime.timedelta(1)))
    page.get_by_role("button", name="Save round").click()
    expect(page.get_by_text("Debrief due")).to_be_visible()
    page.get_by_label("What were you asked?").fill("Merge intervals\nTwo sum")
    page.get_by_label("Weak spot").fill("Recursion")
    page.get_by_label("Time and space complexity").check()
    page.get_by_role("button", name="Save debrief").click()
    expect(page.get_by_text("Debrief written")).to_be_visible()
    expect(page.get_by_label("Time and space complexity")).to_be_checked()
    page.get_by_role("link", name="Question log").click()
    expect(page.get_by_role("heading", name="Merge intervals")).to_be_visible()
    expect(page.get_by_role("heading", name="2 questions")).to_be_visible()
    if script:
        check_page(page)
