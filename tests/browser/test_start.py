"""A newcomer signs up, answers the first questions and reads what they make of the trail."""

import re
from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import Visit
from tests.browser.test_sign_up import sign_up, theme_of


def fill_in(page: Page) -> None:
    for label in ("Software development", "Small scripts", "Bayes’ theorem", "Computer vision", "Saturday"):
        page.get_by_label(label, exact=True).check()
    page.get_by_role("radio", name=re.compile("^12")).check()


def arrived(page: Page) -> None:
    """Expect the page with the answers' effects."""
    expect(page).to_have_url(re.compile("/plan/start/result/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Your trail is plotted")
    expect(page.locator("main")).to_contain_text("Likely around")
    expect(page.locator("main")).to_contain_text("2 skills went on the trail as done")
    expect(page.locator("main")).to_contain_text("Computer vision adds 9 skills")


def test_a_newcomer_plots_the_trail(visit: Visit, screen: dict[str, Any]):
    tab = visit(**screen)
    page = tab.page
    page.goto("/accounts/signup/")
    sign_up(page)
    expect(page).to_have_url(re.compile("/plan/start/$"))
    before = page.locator("#preview").inner_text()
    with tab.witness.no_reload():
        fill_in(page)
        expect(page.locator("#preview")).to_contain_text("Likely around")
        expect(page.locator("#preview")).not_to_have_text(before)
    check_accessibility(page, theme_of(screen))
    page.get_by_role("button", name="Draw my roadmap").click()
    arrived(page)
    check_accessibility(page, theme_of(screen))
    page.get_by_role("button", name="Undo the skills marked done").click()
    expect(page.locator("#live")).to_contain_text("2 skills are as they were")
    expect(page).to_have_url(re.compile("/plan/start/result/$"))


def test_the_same_without_script(visit: Visit):
    page = visit(java_script_enabled=False).page
    page.goto("/accounts/signup/")
    sign_up(page)
    fill_in(page)
    page.get_by_role("button", name="Work it out first").click()
    expect(page.locator("#preview")).to_contain_text("Likely around")
    expect(page.get_by_label("Bayes’ theorem")).to_be_checked()
    page.get_by_role("button", name="Draw my roadmap").click()
    arrived(page)
    page.get_by_role("link", name="Change this answer").nth(1).click()
    expect(page.get_by_role("radio", name=re.compile("^12"))).to_be_checked()


def test_a_form_that_needs_another_look_keeps_the_answers(learn: Visit):
    tab = learn()
    tab.witness.expect("422")
    page = tab.page
    page.goto("/plan/start/")
    fill_in(page)
    page.get_by_label("Or another number").fill("101")
    page.get_by_role("button", name="Draw my roadmap").click()
    expect(page.locator("#errors")).to_contain_text("Write 100 hours or less")
    expect(page.get_by_label("Bayes’ theorem")).to_be_checked()
    page.locator("#errors").get_by_role("link").click()
    expect(page.get_by_label("Or another number")).to_be_focused()
    check_accessibility(page)


def test_skipping_leads_to_today(learn: Visit):
    page = learn().page
    page.goto("/plan/start/")
    page.get_by_role("button", name="Skip the questions").click()
    expect(page).to_have_url(re.compile("/today/$"))
    page.get_by_role("link", name="The first questions").click()
    expect(page).to_have_url(re.compile("/plan/start/$"))


def test_several_study_days_survive_a_quiet_save(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/settings/plan/")
    with tab.witness.no_reload():
        for day in ("Monday", "Wednesday", "Sunday"):
            page.locator("#plan_study_days").get_by_label(day).uncheck()
        page.get_by_role("button", name="Save plan").click()
        expect(page.locator("#live")).to_contain_text("Saved")
    page.reload()
    for day in ("Tuesday", "Thursday", "Friday", "Saturday"):
        expect(page.locator("#plan_study_days").get_by_label(day)).to_be_checked()
    expect(page.locator("#plan_study_days").get_by_label("Monday")).not_to_be_checked()


def test_the_map_scrolls_by_keyboard_and_leads_to_a_skill(learn: Visit):
    page = learn(done=3, viewport={"width": 390, "height": 800}).page
    page.goto("/roadmap/map/")
    graph = page.get_by_role("group", name="Prerequisite map, scrolls sideways")
    graph.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(400)
    assert graph.evaluate("node => node.scrollLeft") > 0
    page.get_by_label("Phase").select_option("core-ml")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"\?phase=core-ml$"))
    graph.get_by_role("link", name=re.compile("^K-means clustering")).click()
    expect(page).to_have_url(re.compile("/skills/kmeans/$"))
