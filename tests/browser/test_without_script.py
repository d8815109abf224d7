"""The whole of it for those whose browser runs no script, or whose script did not arrive."""

import datetime
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.clock import today
from tests.browser.conftest import NARROW, Tab, Visit
from tests.browser.door import Door
from tests.browser.test_sign_up import PASSWORD, sign_up

MODES = ("switched off", "htmx missing")


@pytest.fixture(params=MODES)
def bare(request: pytest.FixtureRequest, learn: Visit) -> Visit:
    """Return a function that opens a browser for a learner, without script."""
    return without_script(learn, request.param)


def without_script(visit: Visit, mode: str) -> Visit:
    def open_tab(**options: object) -> Tab:
        tab = visit(**options, java_script_enabled=mode != "switched off")
        if mode == "htmx missing":
            pattern = re.compile(r"htmx[^/]*\.js$")
            tab.context.route(pattern, lambda route: route.fulfill(status=404, body=""))
            tab.witness.expect("404")
        return tab

    return open_tab


@pytest.mark.parametrize("mode", MODES[:2])
def test_sign_up_log_out_and_log_in(visit: Visit, mode: str):
    page = without_script(visit, mode)(viewport=NARROW).page
    page.goto("/skills/git-basics/")
    page.get_by_role("link", name="Sign up to tick this skill").click()
    email = sign_up(page)
    expect(page).to_have_url(re.compile("/skills/git-basics/$"))
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.locator("#state-done")).to_have_attribute("aria-pressed", "true")
    page.locator(".tools summary").click()
    page.get_by_role("button", name="Log out").click()
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").first.fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Next up")


TICKS: dict[str, Callable[[Page], None]] = {
    "/roadmap/foundation/": lambda page: page.locator("#tick-git-basics").click(),
    "/roadmap/": lambda page: page.locator("#tick-git-basics").click(),
    "/skills/git-basics/": lambda page: page.get_by_role("button", name="Done", exact=True).click(),
    "/today/": lambda page: page.get_by_role("button", name="Mark done").click(),
}


# Without htmx the forms are those of a browser without script: a list and a single step say enough.
@pytest.mark.parametrize(
    ("mode", "path"),
    [*(("switched off", path) for path in TICKS), ("htmx missing", "/roadmap/"), ("htmx missing", "/today/")],
)
def test_tick_and_undo(learn: Visit, mode: str, path: str):
    page = without_script(learn, mode)(done=2).page
    page.goto(path)
    TICKS[path](page)
    expect(page).to_have_url(re.compile(f"{path}(#.*)?$"))
    expect(page.locator("#live")).to_contain_text("Git basics done. 3 of 53 skills")
    page.goto("/roadmap/foundation/")
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")
    page.locator("#tick-git-basics").click()
    expect(page.locator("#live")).to_contain_text("Git basics is open again")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")


def test_any_state_from_the_menu_of_a_row(bare: Visit):
    page = bare(done=2).page
    page.goto("/roadmap/foundation/")
    page.locator("#skill-git-basics .state > summary").click()
    page.locator("#skill-git-basics .state").get_by_role("button", name="Skipped").click()
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "skipped")


def test_number_and_day(bare: Visit):
    tab = bare()
    tab.witness.expect("422")
    page = tab.page
    page.goto("/skills/coding-problems-25/")
    page.get_by_label("Problems done so far").fill("12")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_label("Problems done so far")).to_have_value("12")
    expect(page.locator("#state-learning")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Done", exact=True).click()
    page.get_by_label("Done on").fill("2026-01-05")
    page.get_by_role("button", name="Change date").click()
    expect(page.get_by_label("Done on")).to_have_value("2026-01-05")


def test_milestone_with_a_note(bare: Visit):
    page = bare().page
    page.goto("/roadmap/foundation/")
    row = page.locator("#milestone-linear-regression-from-scratch")
    row.get_by_text("Date and note").click()
    row.get_by_label("Note").fill("Shown to Bob.")
    row.get_by_role("button", name="Mark reached").click()
    expect(row).to_have_attribute("data-state", "done")
    expect(row).to_contain_text("Shown to Bob.")


def test_a_known_module_and_undo(bare: Visit):
    page = bare(done=2).page
    page.goto("/roadmap/foundation/")
    page.locator("#module-dev-tools .known summary").click()
    page.locator("#module-dev-tools .known").get_by_role("button", name="Skip what is open").click()
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "skipped")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "open")
    expect(page.locator("#figures-dev-tools")).to_contain_text("2 of 6 done")


def test_specializations(bare: Visit):
    page = bare().page
    page.goto("/roadmap/")
    page.locator("#specializations").get_by_label("Computer vision").check()
    page.get_by_role("button", name="Save choice").click()
    expect(page.locator("#specializations").get_by_label("Computer vision")).to_be_checked()


def test_a_note(bare: Visit):
    page = bare().page
    page.goto("/skills/git-basics/")
    page.get_by_label("Your notes on Git basics").fill("Read **Pro Git**.")
    page.get_by_role("button", name="Save notes").click()
    expect(page.get_by_label("Your notes on Git basics")).to_have_value("Read **Pro Git**.")
    page.reload()
    expect(page.get_by_label("Your notes on Git basics")).to_have_value("Read **Pro Git**.")


def test_resources_filtered_saved_and_reported(bare: Visit):
    page = bare(viewport=NARROW).page
    page.goto("/resources/")
    page.get_by_role("searchbox").fill("pro git")
    page.get_by_role("searchbox").press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=pro"))
    page.get_by_text("Filters").click()
    page.locator("#kind-book").check()
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile("kind=book"))
    page.get_by_role("button", name="Save Pro Git").click()
    expect(page).to_have_url(re.compile("kind=book"))
    expect(page.get_by_role("button", name="Save Pro Git")).to_have_attribute("aria-pressed", "true")
    page.locator("#resource-pro-git").get_by_text("More").click()
    page.get_by_role("link", name="Use, finish, rate or report it").click()
    expect(page).to_have_url(re.compile("/resources/pro-git/"))
    page.get_by_role("button", name="In use").click()
    expect(page.locator("#live")).to_contain_text("is in use")
    report = page.locator("#report-pro-git")
    report.locator("summary").click()
    report.get_by_role("radio").first.check()
    report.get_by_role("button", name="Report it").click()
    expect(page.locator("#live")).to_contain_text("Thank you")


def test_project_requirement_and_date(bare: Visit):
    page = bare().page
    page.goto("/projects/project-1/")
    page.locator("#tick-p1-r1").click()
    expect(page.locator("#requirement-p1-r1")).to_have_attribute("data-state", "done")
    day = (today() + datetime.timedelta(days=30)).isoformat()
    page.locator("#ship-by input[type=date]").fill(day)
    page.get_by_role("button", name="Save date").click()
    expect(page.locator("#live")).to_contain_text("ship by")


def test_settings_and_plan(bare: Visit):
    page = bare().page
    page.goto("/settings/")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Theme").select_option("dark")
    page.locator("#account").get_by_role("button", name="Save").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("link", name="Open the plan").click()
    page.get_by_label("Hours a week").fill("7")
    page.get_by_role("button", name="Save plan").click()
    expect(page.get_by_label("Hours a week")).to_have_value("7")


def test_the_session_has_ended(bare: Visit, door: Door):
    tab = bare()
    page = tab.page
    page.goto("/roadmap/foundation/")
    door.forget(tab.session)
    page.locator("#tick-git-basics").click()
    expect(page).to_have_url(re.compile(r"/accounts/login/\?next=/roadmap/foundation/"))
