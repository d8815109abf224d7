"""A learner ticks: row, bars, figures and the live region move together, and nothing is loaded again."""

import datetime
import re
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.accessibility import check_accessibility
from tests.browser.clock import today
from tests.browser.conftest import Tab, Visit

SKILL = "git-basics"


def bar(page: Page, number: int = 1) -> float:
    """Return how far the bar of a phase is filled, in hours."""
    return float(page.get_by_label(f"Hours done in phase {number}").get_attribute("value") or 0)


def test_a_tick_on_a_phase_page_moves_all_that_it_changes(learn: Visit, screen: dict[str, Any]):
    tab = learn(**screen, done=2)
    page = tab.page
    page.goto("/roadmap/foundation/")
    before = bar(page)
    tick = page.locator(f"#tick-{SKILL}")
    expect(page.locator(f"#skill-{SKILL}")).to_have_attribute("data-now", "")
    with tab.witness.no_reload():
        tick.click()
        expect(page.locator(f"#skill-{SKILL}")).to_have_attribute("data-state", "done")
        expect(page.locator(f"#skill-{SKILL}")).to_contain_text("Done today")
        expect(page.locator("#figures-dev-tools")).to_contain_text("3 of 6 done")
        expect(page.locator("#phase-progress")).to_contain_text("3 of 53 skills")
        expect(page.locator("#phase-progress")).to_contain_text("GitHub pull-request workflow")
        expect(page.locator("#live")).to_contain_text(
            "Git basics done. 3 of 53 skills in Foundation building."
        )
        expect(page.get_by_role("button", name="Undo")).to_be_visible()
        expect(tick).to_be_focused()
        expect(tick).to_have_attribute("aria-pressed", "true")
    assert bar(page) > before
    expect(page.locator("[id^=skill-][data-now]")).to_have_count(1)
    check_accessibility(page, str(screen["color_scheme"]))
    after = bar(page)
    page.reload()
    expect(page.locator(f"#skill-{SKILL}")).to_have_attribute("data-state", "done")
    assert bar(page) == after


def test_a_tick_on_the_roadmap_moves_module_phase_and_whole(learn: Visit):
    tab = learn(done=2)
    page = tab.page
    page.goto("/roadmap/")
    before = bar(page)
    with tab.witness.no_reload():
        page.locator(f"#tick-{SKILL}").click()
        expect(page.locator("#overall")).to_contain_text(re.compile(r"3 of \d+ skills done"))
        expect(page.locator("#figures-dev-tools")).to_contain_text("3 of 6 done")
        expect(page.locator("#figures-foundation")).to_contain_text("3 of 53 skills")
        expect(page.locator("#live")).to_contain_text("Git basics done")
        expect(page.locator(f"#tick-{SKILL}")).to_be_focused()
    assert bar(page) > before
    page.reload()
    expect(page.locator("#overall")).to_contain_text(re.compile(r"3 of \d+ skills done"))


def test_today_goes_on_to_the_next_skill(learn: Visit):
    tab = learn(done=2)
    page = tab.page
    page.goto("/today/")
    expect(page.locator("h1")).to_have_text("Next up: Git basics")
    with tab.witness.no_reload():
        page.get_by_role("button", name="Mark done").click()
        expect(page.locator("h1")).to_have_text("Next up: GitHub pull-request workflow")
        expect(page.locator("#figures")).to_contain_text(re.compile(r"3 of \d+ skills"))
        expect(page.locator("#done-now")).to_be_focused()
        page.get_by_role("button", name="Mark as learning").click()
        expect(page.get_by_role("link", name="Continue")).to_be_visible()
        assert page.evaluate("document.activeElement !== document.body")
    check_accessibility(page)


def test_any_state_from_the_menu_of_a_row(learn: Visit):
    tab = learn(done=2)
    page = tab.page
    page.goto("/roadmap/foundation/")
    row = page.locator(f"#skill-{SKILL}")
    with tab.witness.no_reload():
        for state in ("Learning", "Skipped", "Open", "Done"):
            row.locator("summary", has_text="change the state").click()
            if state == "Learning":
                check_accessibility(page)
            row.locator(".state .pop").get_by_role("button", name=state, exact=True).click()
            expect(row).to_have_attribute("data-state", state.lower())
            expect(row.locator("details.state")).not_to_have_attribute("open", "")
            assert page.evaluate(f"document.activeElement.closest('#skill-{SKILL}') !== null"), state


def test_the_day_it_was_done_can_be_an_earlier_one(learn: Visit):
    tab = learn(done=3)
    tab.witness.expect("422")
    page = tab.page
    page.goto(f"/skills/{SKILL}/")
    day = today() - datetime.timedelta(days=40)
    with tab.witness.no_reload():
        page.get_by_label("Done on").fill(day.isoformat())
        page.get_by_role("button", name="Change date").click()
        expect(page.locator("#skill-head .ok")).to_contain_text(day.strftime("%b"))
        expect(page.get_by_label("Done on")).to_have_value(day.isoformat())
        page.locator("#done-on").evaluate("field => field.removeAttribute('max')")
        page.get_by_label("Done on").fill("2999-01-01")
        page.get_by_role("button", name="Change date").click()
        expect(page.locator("#done-on-error")).to_contain_text("in the future")
        expect(page.get_by_label("Done on")).to_have_value("2999-01-01")
    check_accessibility(page)


def test_a_counted_skill_fills_up(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/skills/coding-problems-25/")
    with tab.witness.no_reload():
        page.get_by_label("Problems done so far").fill("10")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("#state-learning")).to_have_attribute("aria-pressed", "true")
        expect(page.locator("#skill-head progress")).to_have_attribute("value", "10")
        page.get_by_label("Problems done so far").fill("25")
        page.get_by_label("Problems done so far").press("Enter")
        expect(page.locator("#state-done")).to_have_attribute("aria-pressed", "true")
    check_accessibility(page)


def test_i_know_this_module_already_and_one_undo_for_all(learn: Visit):
    tab = learn(done=2)
    page = tab.page
    page.goto("/roadmap/foundation/")
    with tab.witness.no_reload():
        page.locator("#module-dev-tools .known summary").click()
        page.locator("#module-dev-tools .known").get_by_role("button", name="Mark what is open done").click()
        expect(page.locator("#figures-dev-tools")).to_contain_text("All 6 done")
        check_accessibility(page)
        page.get_by_role("button", name="Undo").click()
        expect(page.locator("#figures-dev-tools")).to_contain_text("2 of 6 done")
        expect(page.locator("#live")).to_contain_text("Undone")


def test_a_milestone_with_its_day_and_a_note(learn: Visit, screen: dict[str, Any]):
    tab = learn(**screen, done=2)
    page = tab.page
    page.goto("/roadmap/foundation/")
    row = page.locator("#milestone-linear-regression-from-scratch")
    with tab.witness.no_reload():
        row.locator(".post").click()
        expect(row).to_have_attribute("data-state", "done")
        expect(row).to_contain_text("worth stopping at")
        row.get_by_text("Date and note").click()
        row.get_by_label("Note").fill("Loss fell to 0.2.\nShown to Bob.")
        row.get_by_label("Reached on").fill("2026-01-05")
        row.get_by_role("button", name="Save").click()
        expect(row).to_contain_text(re.compile(r"Reached Jan\.? 5, 2026"))
        expect(row).to_contain_text("Shown to Bob.")
        assert page.evaluate("document.activeElement.closest('.stop') !== null")
    check_accessibility(page, str(screen["color_scheme"]))
    page.reload()
    expect(row).to_contain_text("Shown to Bob.")


def test_a_milestone_stands_still_for_those_who_ask_for_less_motion(learn: Visit):
    tab = learn(reduced_motion="reduce")
    tab.page.goto("/roadmap/foundation/")
    row = tab.page.locator("#milestone-linear-regression-from-scratch")
    row.locator(".post").click()
    expect(row).to_contain_text("worth stopping at")
    assert tab.page.evaluate("document.getAnimations().length") == 0


def test_a_milestone_moves_for_a_moment_for_the_others(learn: Visit):
    page = learn().page
    page.goto("/roadmap/foundation/")
    page.locator("#milestone-linear-regression-from-scratch .post").click()
    expect(page.locator(".reached")).to_be_visible()
    style = "getComputedStyle(document.querySelector('.reached > .post'), '::before')"
    assert page.evaluate(f"{style}.animationName") == "arrive"


def test_quick_ticks_all_count(learn: Visit):
    """htmx keeps one waiting request for each element and drops those before it."""
    tab = learn()
    page = tab.page
    page.goto("/roadmap/foundation/")
    slow(tab)
    slugs = ("py-environment", "command-line", "git-basics", "github-workflow")
    with tab.witness.no_reload():
        for slug in slugs:
            page.locator(f"#tick-{slug}").click()
        expect(page.locator("#phase-progress")).to_contain_text("4 of 53 skills")
    page.reload()
    for slug in slugs:
        expect(page.locator(f"#skill-{slug}")).to_have_attribute("data-state", "done")


def test_leaving_the_page_takes_the_waiting_ticks_along(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/roadmap/foundation/")
    slow(tab)
    for slug in ("py-environment", "command-line", "git-basics"):
        page.locator(f"#tick-{slug}").click()
    page.get_by_role("navigation", name="Main", exact=True).get_by_role("link", name="Projects").click()
    expect(page).to_have_url(re.compile("/projects/$"))
    page.wait_for_timeout(1500)
    page.goto("/roadmap/foundation/")
    expect(page.locator("#phase-progress")).to_contain_text("3 of 53 skills")


def test_a_double_click_ticks_once(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/roadmap/foundation/")
    slow(tab)
    page.locator("#tick-git-basics").dblclick()
    expect(page.locator("#live")).to_contain_text("Git basics done. 1 of 53")
    expect(page.locator("body")).not_to_have_attribute("data-sending", "")
    page.reload()
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")


def slow(tab: Tab, seconds: float = 0.3) -> None:
    """Let every tick take its time."""

    def later(route: Route) -> None:
        tab.page.wait_for_timeout(seconds * 1000)
        route.continue_()

    tab.context.route(re.compile("/state/$"), later)


def test_a_note_is_saved_when_one_leaves_it(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/skills/git-basics/")
    note = page.get_by_label("Your notes on Git basics")
    with tab.witness.no_reload():
        note.fill("Read **Pro Git**, chapter 2.")
        page.get_by_role("button", name="Save notes").focus()
        expect(page.locator("#note-status-git-basics")).to_contain_text("Saved")
        page.get_by_text("Read it", exact=True).click()
        expect(page.locator("#note-status-git-basics strong")).to_have_text("Pro Git")
    check_accessibility(page)
    page.reload()
    expect(note).to_have_value("Read **Pro Git**, chapter 2.")


def test_specializations_change_what_counts_and_no_tick_is_lost(learn: Visit):
    tab = learn(done=2)
    page = tab.page
    page.goto("/roadmap/")
    before = page.locator("#overall").inner_text()
    page.locator("#specializations").get_by_label("Computer vision").check()
    page.get_by_role("button", name="Save choice").click()
    expect(page.locator("#live")).to_contain_text("Computer vision")
    expect(page.locator("#overall")).not_to_have_text(before)
    check_accessibility(page)
    page.locator("#specializations").get_by_label("Computer vision").uncheck()
    page.get_by_role("button", name="Save choice").click()
    expect(page.locator("#overall")).to_have_text(before)


def test_a_phase_on_the_roadmap_takes_its_new_state(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/roadmap/")
    phase = page.locator("#phase-foundation")
    expect(phase).to_have_attribute("data-state", "open")
    with tab.witness.no_reload():
        page.locator("#tick-py-environment").click()
        expect(phase).to_have_attribute("data-state", "learning")
        expect(phase).to_have_attribute("data-now", "")
        page.get_by_role("button", name="Undo").click()
        expect(phase).to_have_attribute("data-state", "open")


def test_the_flag_on_today_keeps_its_month_through_a_tick(learn: Visit):
    tab = learn(done=2, logged=60)
    page = tab.page
    page.goto("/today/")
    flag = page.locator("#goal")
    expect(flag).to_have_text(re.compile(r"^[A-Z][a-z]{2} 20\d\d$"))
    # The skill that all the hours went into stays open, or its next of kin would seem to take as long.
    with tab.witness.no_reload(), page.expect_response(lambda answer: answer.request.method == "GET"):
        page.locator("#skip-now").click()
    expect(flag).to_have_count(1)
    expect(flag).to_have_text(re.compile(r"^[A-Z][a-z]{2} 20\d\d$"))
    expect(page.locator("#profile")).to_contain_text("You are here")
