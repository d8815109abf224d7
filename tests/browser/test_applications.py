"""An application added, moved and followed up: with script nothing reloads, and without it all works too."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import SCREENS, Visit
from tests.browser.test_without_script import MODES, without_script

ONE = re.compile(r"/career/[0-9a-f-]{36}/$")


def add(page: Page, company: str) -> None:
    page.goto("/career/")
    page.get_by_role("link", name="Add application").click()
    page.get_by_label("Company").fill(company)
    page.get_by_label("Role").fill("Junior ML Engineer")
    page.get_by_role("button", name="Add application").click()
    expect(page).to_have_url(ONE)
    page.goto("/career/")


def test_on_the_board_nothing_reloads(learn: Visit):
    tab = learn()
    page = tab.page
    add(page, "Tessel Health")
    saved, applied = (
        page.locator("[aria-labelledby=lane-saved]"),
        page.locator("[aria-labelledby=lane-applied]"),
    )
    with tab.witness.no_reload():
        page.get_by_label("Stage of Tessel Health").select_option("Applied")
        page.get_by_role("button", name="Move Tessel Health").press("Enter")
        expect(applied).to_contain_text("Tessel Health")
        expect(saved).to_contain_text("Nothing here yet")
        expect(page.locator("#standing")).to_contain_text("Of 1 sent")
        expect(page.get_by_role("button", name="Move Tessel Health")).to_be_focused()
        expect(page.locator("#due-h")).to_contain_text("Follow up with Tessel Health")
        page.get_by_role("button", name="Undo").click()
        expect(saved).to_contain_text("Tessel Health")
        expect(page.locator("#live")).to_contain_text("Undone")


@pytest.mark.parametrize("mode", MODES)
def test_without_script_an_application_goes_its_way(learn: Visit, mode: str):
    tab = without_script(learn, mode)()
    tab.witness.expect("422")
    page = tab.page
    add(page, "Tessel Health")
    page.get_by_label("Stage of Tessel Health").select_option("Applied")
    page.get_by_role("button", name="Move Tessel Health").click()
    expect(page.locator("[aria-labelledby=lane-applied]")).to_contain_text("Tessel Health")
    page.get_by_role("link", name="Tessel Health", exact=True).first.click()
    page.get_by_text("Correct a date").click()
    page.get_by_label("Applied", exact=True).fill("2030-01-01")
    page.get_by_role("button", name="Save the date of Applied").click()
    expect(page.locator(".err")).to_contain_text("in the future")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.locator("#live")).to_contain_text("Done: Follow up")
    expect(page.locator("#plan-h + p")).to_contain_text("The last of two")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#plan-h + p")).to_contain_text("The first of at most two")


@pytest.mark.parametrize("size", ["wide-light", "narrow-dark"])
def test_full_pages_can_be_read_by_everyone(learn: Visit, size: str):
    page = learn(**SCREENS[size]).page
    add(page, "Tessel Health")
    for path in ("/career/", "/career/?view=table"):
        page.goto(path)
        check_accessibility(page)
    page.get_by_role("link", name="Tessel Health", exact=True).first.click()
    page.get_by_text("Correct a date").click()
    check_accessibility(page)
