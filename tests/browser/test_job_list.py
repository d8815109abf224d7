"""A list of applications comes from a spreadsheet, and shows how the search is going."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import Visit
from tests.browser.test_without_script import MODES, without_script

LIST = "Company;Position;Status;Date applied;Found via\n" + "".join(
    f"Company {number};ML Engineer;Applied;{number + 1}.05.2026;Referral\n" for number in range(24)
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST + "Company 24;ML Engineer;Dreaming;;\n", encoding="utf-16")
    return path


def test_a_list_with_a_fault_is_mended_and_read(learn: Visit, file: Path):
    tab = learn()
    tab.witness.expect("422")
    page = tab.page
    page.goto("/career/import/")
    page.get_by_label("CSV file").set_input_files(file)
    page.get_by_role("button", name="Read the file").click()
    expect(page.locator("#problems")).to_contain_text("Row 26, Stage: “Dreaming” is none of these")
    check_accessibility(page, "light")
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_label("Stage", exact=True).select_option("Leave out")
    page.get_by_role("button", name="Look again").click()
    page.get_by_role("button", name="Save 25 applications").click()
    expect(page).to_have_url(re.compile(r"/career/$"))
    page.goto("/career/funnel/")
    expect(page.locator(".lead")).to_have_text("24 applications sent, 0 invited to talk.")
    check_accessibility(page)
    page.get_by_role("link", name="Referral", exact=True).click()
    expect(page.get_by_role("heading", name="From stage to stage: Referral")).to_be_visible()
    page.goto("/career/proof/?until=2026-05-03")
    expect(page.get_by_role("row")).to_have_count(4)


def test_points_of_presence_are_ticked_without_a_reload(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/career/presence/")
    with tab.witness.no_reload():
        page.get_by_role("button", name="Mark as done: A clear photo").click()
        expect(page.locator("#count-linkedin")).to_have_text("1 of 4")
        expect(page.locator("#tick-linkedin-photo")).to_be_focused()
    expect(page.locator("#live")).to_contain_text("Done: A clear photo.")


@pytest.mark.parametrize("mode", MODES)
def test_people_and_points_without_script(learn: Visit, mode: str):
    tab = without_script(learn, mode)()
    page = tab.page
    page.goto("/career/contacts/")
    page.get_by_role("link", name="Add a contact").click()
    page.get_by_label("Name").fill("Amara Osei")
    page.get_by_role("button", name="Save contact").click()
    page.get_by_role("button", name=re.compile("In touch today")).click()
    expect(page.locator(".lead")).to_have_text("In touch with 1 person this week, 1 this month.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".lead")).to_have_text("In touch with 0 people this week, 0 this month.")

    page.goto("/career/presence/")
    page.get_by_role("button", name="Mark as done: A clear photo").click()
    expect(page.locator("#linkedin-photo")).to_have_attribute("data-state", "claimed")
