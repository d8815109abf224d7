"""A learner shows what they can: by link on a skill, and problem by problem."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_without_script import bare  # noqa: F401  # a fixture

SKILL = "/skills/py-environment/"


def add_link(page: Page, url: str) -> None:
    field = page.get_by_label("Link to proof")
    field.fill(url)
    field.press("Enter")


def test_a_link_by_keyboard_turns_a_claim_into_something_shown(learn: Visit):
    tab = learn(done=2)
    tab.witness.expect("422")
    page = tab.page
    page.goto(SKILL)
    with tab.witness.no_reload():
        add_link(page, "github.com/alice")
        expect(page.locator("#link_url_error")).to_contain_text("Start with https://")
        expect(page.get_by_label("Link to proof")).to_have_value("github.com/alice")
        add_link(page, "https://github.com/alice/setup")
        expect(page.locator("#live")).to_contain_text("is shown by https://github.com/alice/setup")
        expect(page.locator("#skill-head")).to_contain_text(", shown")
        page.get_by_role("button", name="Take away").press("Enter")
        expect(page.locator("#skill-head")).not_to_contain_text(", shown")
        page.get_by_role("button", name="Undo").press("Enter")
        expect(page.locator("#pieces")).to_contain_text("github.com/alice/setup")
    page.goto("/roadmap/foundation/")
    expect(page.get_by_role("img", name="1 of them shown")).to_be_visible()


def test_a_problem_is_listed_done_again_and_taken_back(learn: Visit):
    tab = learn(done=2)
    page = tab.page
    page.goto("/practice/")
    with tab.witness.no_reload():
        page.get_by_role("textbox", name="Problem").fill("Two Sum")
        page.get_by_label("Minutes (optional)").fill("25")
        page.get_by_role("button", name="List it").click()
        expect(page.locator("#live")).to_contain_text("Two Sum listed and 25 minutes logged.")
        expect(page.locator("#problems")).to_contain_text("Two Sum")
        expect(page.locator("#problem-counts")).to_contain_text("1 of 100")
        page.get_by_role("button", name="Take Two Sum off the list").click()
        expect(page.locator("#problems")).to_contain_text("Nothing yet")


def test_without_script_both_are_kept_too(bare: Visit):  # noqa: F811
    page = bare(done=2).page
    page.goto(f"{SKILL}evidence/")
    page.get_by_role("textbox", name="What you did").fill("Set up two machines")
    page.get_by_role("button", name="Add note").click()
    expect(page.locator("#pieces")).to_contain_text("Set up two machines")
    page.goto("/practice/")
    page.get_by_role("textbox", name="Problem").fill("Two Sum")
    page.get_by_role("button", name="List it").click()
    expect(page.locator("#problems")).to_contain_text("Two Sum")
