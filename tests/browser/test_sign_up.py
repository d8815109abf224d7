"""A visitor finds a skill, signs up, and goes on where they were."""

import re
import secrets
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import Visit

PASSWORD = "correct horse battery"


def sign_up(page: Page) -> str:
    """Fill in the form that `page` shows and send it; return the address."""
    email = f"ada{secrets.token_hex(6)}@example.org"
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").first.fill(PASSWORD)
    page.get_by_role("button", name="Create account").click()
    return email


def theme_of(screen: dict[str, Any]) -> str:
    return str(screen["color_scheme"])


def test_a_visitor_signs_up_from_a_skill_and_ticks_it(visit: Visit, screen: dict[str, Any]):
    tab = visit(**screen)
    page = tab.page
    page.goto("/skills/git-basics/")
    check_accessibility(page, theme_of(screen))
    page.get_by_role("link", name="Sign up to tick this skill").click()
    expect(page).to_have_title(re.compile("^Start your trail"))
    check_accessibility(page, theme_of(screen))
    sign_up(page)

    expect(page).to_have_url(re.compile("/skills/git-basics/$"))
    with tab.witness.no_reload():
        page.get_by_role("button", name="Done", exact=True).click()
        expect(page.locator("#live")).to_contain_text(
            "Git basics done. 1 of 53 skills in Foundation building."
        )
        expect(page.locator("#state-done")).to_have_attribute("aria-pressed", "true")
        expect(page.locator("#state-done")).to_be_focused()
        expect(page.locator("#skill-head")).to_contain_text("Done today")
    check_accessibility(page, theme_of(screen))

    page.reload()
    expect(page.locator("#state-done")).to_have_attribute("aria-pressed", "true")
    page.goto("/roadmap/foundation/")
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")
    expect(page.locator("#phase-progress")).to_contain_text("1 of 53 skills")


def test_a_row_on_a_phase_page_leads_to_sign_up_and_back_to_its_skill(visit: Visit):
    page = visit().page
    page.goto("/roadmap/foundation/")
    page.get_by_role("link", name="Sign up to tick: Git basics").click()
    sign_up(page)
    expect(page).to_have_url(re.compile("/skills/git-basics/$"))
    expect(page.get_by_role("button", name="Done", exact=True)).to_be_visible()


def test_the_time_zone_is_guessed_and_can_be_corrected(visit: Visit):
    page = visit(timezone_id="America/Lima").page
    page.goto("/accounts/signup/")
    sign_up(page)
    expect(page).to_have_url(re.compile("/plan/start/$"))
    page.goto("/settings/")
    expect(page.get_by_label("Time zone")).to_have_value("America/Lima")


def test_a_form_that_needs_another_look_keeps_what_was_typed(visit: Visit, screen: dict[str, Any]):
    tab = visit(**screen)
    tab.witness.expect("422")
    page = tab.page
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill("ada@nowhere")
    page.get_by_label("Password").first.fill("short")
    page.get_by_role("button", name="Create account").click()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.locator("#errors")).to_contain_text("Two things need your attention")
    expect(page.get_by_label("Email")).to_have_value("ada@nowhere")
    expect(page.get_by_label("Email")).to_have_attribute("aria-invalid", "true")
    check_accessibility(page, theme_of(screen))
    page.locator("#errors").get_by_role("link", name="Password").click()
    expect(page.get_by_label("Password").first).to_be_focused()


@pytest.mark.asvs("6.2.6")
def test_the_password_can_be_shown(visit: Visit):
    page = visit().page
    page.goto("/accounts/login/")
    field = page.get_by_label("Password").first
    field.fill(PASSWORD)
    page.get_by_role("button", name="Show password").click()
    expect(field).to_have_attribute("type", "text")


def test_logging_in_goes_on_where_it_was_asked_for(visit: Visit, learn: Visit):
    known = learn()
    page = visit().page
    page.goto("/settings/")
    expect(page).to_have_url(re.compile(r"/accounts/login/\?next=/settings/$"))
    page.get_by_label("Email").fill(known.email.upper())
    page.get_by_label("Password").first.fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page).to_have_url(re.compile("/settings/$"))


@pytest.mark.asvs("7.4.4")
def test_log_out_from_the_menu(learn: Visit, screen: dict[str, Any]):
    page = learn(**screen).page
    page.goto("/roadmap/")
    page.get_by_text("Account", exact=True).locator("..").click()
    check_accessibility(page, theme_of(screen))
    page.get_by_role("button", name="Log out").click()
    expect(page).to_have_url(re.compile(r":\d+/$"))
    page.goto("/roadmap/")
    expect(page.get_by_role("link", name="Log in")).to_be_visible()
