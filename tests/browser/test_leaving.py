"""Alice resets, brings a list in and leaves, with script and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import NARROW, Visit
from tests.browser.test_sign_up import PASSWORD, sign_up


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_reset_undo_bring_in_and_leave(visit: Visit, script: bool):
    tab = visit(java_script_enabled=script, viewport=NARROW)
    page = tab.page
    for path in ("/settings/data/reset/", "/settings/data/delete/", "/accounts/login/"):
        tab.witness.expect(path)
    page.goto("/skills/git-basics/")
    page.get_by_role("link", name="Sign up to tick this skill").click()
    email = sign_up(page)
    page.get_by_role("button", name="Done", exact=True).click()
    expect(page.locator("#state-done")).to_have_attribute("aria-pressed", "true")

    page.goto("/settings/data/reset/")
    page.get_by_label("What", exact=True).select_option("all")
    page.get_by_role("button", name="Reset", exact=True).click()
    expect(page.locator("#reset_confirm_error")).to_contain_text("reset all")
    page.get_by_label("For all of it").fill("reset all")
    page.get_by_role("button", name="Reset", exact=True).click()
    expect(page.get_by_role("heading", name="You can undo")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Undo the reset")).click()
    expect(page.get_by_role("heading", name="You can undo")).to_have_count(0)
    page.goto("/skills/git-basics/")
    expect(page.locator("#state-done")).to_have_attribute("aria-pressed", "true")

    page.goto("/settings/data/checklist/")
    page.get_by_label("Or paste it").fill("- [x] NumPy\n- [x] Git basic\n- [x] Baking bread")
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_role("group", name=re.compile("^Git basic"))).to_contain_text("Git basics")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#live")).to_contain_text("Brought in: 1 done.")

    page.goto("/settings/data/")
    if not script:
        page.get_by_role("link", name="Delete the account").click()
    form = page.locator("#delete-form")
    expect(form).to_contain_text("2 skills")
    phrase = re.search(r"Type “(.+?)”", form.inner_text())
    assert phrase
    form.get_by_label(re.compile("^Type")).fill(phrase[1])
    form.get_by_label("Password").first.fill("not this one")
    form.get_by_role("button", name="Delete my account").click()
    expect(page.locator("#delete_password_error")).to_contain_text("not your password")
    page.locator("#delete_password").fill(PASSWORD)
    page.get_by_role("button", name="Delete my account").click()
    expect(page.get_by_role("heading", name="Your account is deleted")).to_be_visible()

    page.goto("/today/")
    expect(page).to_have_url(re.compile("/accounts/login/"))
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").first.fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.locator("#errors")).to_contain_text("do not match")
