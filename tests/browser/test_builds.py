"""A learner makes a build, fills it and ships it: with script, and without."""

from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import SCREENS, Visit
from tests.browser.paths import unfold
from tests.browser.test_without_script import bare  # noqa: F401  # a fixture


def begin(page: Page) -> None:
    """Fill in the form of a new build: two requirements, the second moved up."""
    page.goto("/projects/")
    page.get_by_role("link", name="Own build").click()
    page.get_by_label("Title").fill("Bike counter")
    page.get_by_label("Requirement 1", exact=True).fill("A baseline")
    page.get_by_label("Requirement 2", exact=True).fill("A year of counts")
    page.get_by_role("button", name="Remove requirement 3").click()
    expect(page.get_by_label("Requirement 3", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Earlier: requirement 2").click()
    expect(page.get_by_label("Requirement 1", exact=True)).to_have_value("A year of counts")
    expect(page.get_by_label("Title")).to_have_value("Bike counter")


def test_a_build_is_made_filled_and_shipped(learn: Visit):
    tab = learn(done=30)
    page = tab.page
    begin(page)
    page.get_by_label("Title").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Bike counter")).to_be_visible()
    with tab.witness.no_reload():
        page.get_by_label("New line of the ship log").fill("First fetch")
        page.get_by_role("button", name="Mark as met: A year of counts").press("Enter")
        expect(page.locator("#own-requirements")).to_contain_text("1 of 2")
        expect(page.get_by_label("New line of the ship log")).to_have_value("First fetch")
        page.get_by_label("New line of the ship log").press("Enter")
        expect(page.locator("#log-lines")).to_contain_text("First fetch")
        page.get_by_role("button", name="Delete the line: First fetch").click()
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#log-lines")).to_contain_text("First fetch")
        page.get_by_role("button", name="The question it answers").click()
        expect(page.locator("#point-q")).to_have_attribute("aria-pressed", "true")
        page.get_by_label("Name", exact=True).fill("RMSE")
        page.get_by_label("Baseline").fill("50")
        page.get_by_label("Yours").fill("41")
        page.get_by_role("button", name="Save evidence").click()
        expect(page.locator("#build-about")).to_contain_text("RMSE 41, 18% below the baseline of 50")
        page.get_by_role("button", name="Shipped", exact=True).press("Enter")
        expect(page.locator("#live")).to_contain_text("Bike counter is shipped.")
        expect(page.locator("#status-shipped")).to_be_focused()
    page.goto("/projects/")
    expect(page.locator("#own")).to_contain_text("Shipped today")


def test_without_script_a_build_is_made_filled_and_shipped(bare: Visit):  # noqa: F811
    page = bare(done=2).page
    begin(page)
    page.get_by_role("button", name="Save build").click()
    page.get_by_role("button", name="Mark as met: A year of counts").click()
    page.get_by_label("New line of the ship log").fill("First fetch")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#log-lines")).to_contain_text("First fetch")
    page.get_by_role("button", name="Shipped", exact=True).click()
    expect(page.locator("#build-status")).to_contain_text("Shipped today")
    expect(page.locator("#own-requirements")).to_contain_text("1 of 2")
    page.get_by_role("link", name="Delete this build").click()
    page.get_by_role("button", name="Delete it").click()
    expect(page.locator("#live")).to_contain_text("Deleted: Bike counter.")


def test_builds_are_accessible_on_a_phone(learn: Visit):
    page = learn(**SCREENS["narrow-light"], done=30).page
    begin(page)
    page.get_by_role("button", name="Save build").last.click()
    page.get_by_role("link", name="Edit", exact=True).wait_for()
    build = page.url
    for path in (build, f"{build}edit/", f"{build}delete/"):
        page.goto(path)
        unfold(page)
        check_accessibility(page)
    page.goto("/projects/project-1/")
    page.get_by_role("button", name="Start your build").click()
    page.locator("#build-status").wait_for()
    unfold(page)
    check_accessibility(page)
