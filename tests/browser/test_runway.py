"""How long the money lasts, summed up while one types and without script; two offers side by side."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import NARROW, Visit
from tests.browser.paths import unfold
from tests.browser.test_without_script import MODES, without_script

SAVED = re.compile(r"/career/runway/\?budget=[0-9a-f-]{36}$")


def fill(page: Page, **fields: str) -> None:
    for label, value in fields.items():
        page.get_by_label(label.replace("_", " "), exact=True).fill(value)


def test_the_sum_follows_what_one_types_and_is_kept_when_saved(learn: Visit):
    tab = learn(logged=30)
    tab.witness.expect("422")
    page = tab.page
    page.goto("/career/runway/")
    expect(page).to_have_url(re.compile("/career/runway/new/$"))
    result = page.locator("#runway")
    with tab.witness.no_reload():
        fill(page, Savings="6,000", Monthly_expenses="1.000,00")
        page.keyboard.press("Tab")
        expect(result).to_contain_text("Monthly expenses: Write a point before the cents")
        fill(page, Monthly_expenses="1000")
        page.keyboard.press("Tab")
        expect(result.locator("h2")).to_contain_text(re.compile("[56] months"))
        expect(result).to_contain_text("Not saved")
        expect(result).to_contain_text("You hold 6 months")
    page.get_by_role("button", name="Save").click()

    expect(page).to_have_url(SAVED)
    expect(result).not_to_contain_text("Not saved")
    unfold(page)
    check_accessibility(page)
    page.get_by_role("button", name="Copy this scenario").click()
    expect(page.get_by_label("Scenario", exact=True)).to_have_value("As it is, copy")
    page.get_by_role("button", name="Delete this scenario").click()
    page.locator("#live").get_by_role("button", name="Undo").click()
    expect(page.locator("#live")).to_contain_text("is back")
    page.get_by_role("link", name="Delete all of it").click()
    page.get_by_label("Yes, delete all").check()
    page.get_by_role("button", name="Delete all of it").click()
    expect(page).to_have_url(re.compile("/career/runway/new/$"))


@pytest.mark.parametrize("mode", MODES)
def test_the_sum_is_made_and_kept_without_script(learn: Visit, mode: str):
    tab = without_script(learn, mode)(viewport=NARROW)
    tab.witness.expect("422")
    page = tab.page
    page.goto("/career/runway/")
    fill(page, Savings="6.000,00", Monthly_expenses="1000")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_label("Savings", exact=True)).to_have_value("6.000,00")
    expect(page.get_by_label("Monthly expenses", exact=True)).to_have_value("1000")
    expect(page.locator("#errors")).to_contain_text("Write a point before the cents")

    fill(page, Savings="6000")
    page.get_by_role("button", name="Recalculate").click()
    expect(page.locator("#runway")).to_contain_text("Not saved")
    expect(page.locator("#runway")).to_contain_text("You hold 6 months")
    page.locator("summary", has_text="Your numbers").click()
    page.get_by_role("button", name="Save").click()
    expect(page).to_have_url(SAVED)
    expect(page.locator("#runway")).to_contain_text("You hold 6 months")
