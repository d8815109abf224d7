"""Somebody without a mouse: everything is reached, seen and used by keys."""

import re
import secrets
from typing import Any

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.conftest import SCREENS, Visit

ROW = "[id^=skill-]"
# What has the focus: where it stands in the document, how it is outlined, whether something covers it.
FOCUS = """() => {
  const el = document.activeElement, style = getComputedStyle(el), box = el.getBoundingClientRect();
  const seen = (share) => {
    const top = document.elementFromPoint(box.x + 1 + (box.width - 2) * share, box.y + box.height / 2);
    return top && (el.contains(top) || top.contains(el));
  };
  return {
    body: el === document.body,
    place: [...document.querySelectorAll("*")].indexOf(el),
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    covered: !(seen(0) || seen(0.5) || seen(1)),
    parts: el.type === "date",
    name: el.tagName + " " + (el.id || el.textContent.trim().slice(0, 40)),
  };
}"""


@pytest.mark.parametrize("path", ["/", "/accounts/signup/", "/roadmap/foundation/"])
@pytest.mark.parametrize("size", ["wide-light", "narrow-dark"])
def test_a_visitor_tabs_through_in_the_order_of_the_page(visit: Visit, path: str, size: str):
    page = visit(**SCREENS[size]).page
    page.goto(path)
    tab_through(page)


@pytest.mark.parametrize(
    "path", ["/today/", "/roadmap/foundation/", "/skills/git-basics/", "/settings/", "/resources/"]
)
@pytest.mark.parametrize("size", ["wide-light", "narrow-dark"])
def test_a_learner_tabs_through_in_the_order_of_the_page(learn: Visit, path: str, size: str):
    page = learn(**SCREENS[size], done=4).page
    page.goto(path)
    page.wait_for_load_state("networkidle")
    tab_through(page)


def tab_through(page: Page, most: int = 120) -> None:
    """Press Tab to the end of the page: each stop comes later than the last, has a ring and is in sight."""
    last, stops = -1, 0
    while stops < most:
        page.keyboard.press("Tab")
        found: dict[str, Any] = page.evaluate(FOCUS)
        if found["body"] or found["place"] < last:
            break
        # Day, month and year of a date are stops of their own.
        assert found["place"] > last or found["parts"], f"Tab is caught at {found['name']}"
        # Within a date the browser draws the ring around the part.
        assert found["ring"] >= 2 or found["place"] == last, f"no ring around {found['name']}"
        assert not found["covered"], f"something covers {found['name']}"
        last, stops = found["place"], stops + 1
    later = page.evaluate(
        """(last) => [...document.querySelectorAll("*")].slice(last + 1).filter((el) =>
          el.matches("a[href], button, input:not([type=hidden]), select, textarea, summary")
          && !el.disabled && el.checkVisibility({ visibilityProperty: true })
          && !el.closest("[inert], dialog:not([open])")).map((el) => el.outerHTML.slice(0, 80))""",
        last,
    )
    assert stops == most or later == [], "Tab does not reach what comes later"


def test_the_skip_link_comes_first_and_leads_to_the_content(visit: Visit):
    page = visit().page
    page.goto("/roadmap/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    box = skip.bounding_box()
    assert box
    assert box["width"] > 24
    assert box["height"] >= 24
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_ring_can_be_seen_on_a_tick(learn: Visit):
    page = learn().page
    page.goto("/roadmap/foundation/")
    tick = page.locator("#tick-command-line")
    tick.scroll_into_view_if_needed()
    box = tick.bounding_box()
    assert box
    clip = FloatRect(x=box["x"] - 6, y=box["y"] - 6, width=box["width"] + 12, height=box["height"] + 12)
    before = page.screenshot(clip=clip)
    page.locator("#tick-py-environment").focus()
    page.keyboard.press("j")
    expect(tick).to_be_focused()
    assert page.screenshot(clip=clip) != before


def test_sign_up_tick_and_log_out_without_a_mouse(visit: Visit):
    tab = visit()
    page = tab.page
    page.goto("/skills/git-basics/")
    go_to(page, "Sign up to tick this skill")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/accounts/signup/"))
    page.get_by_label("Email").focus()
    page.keyboard.type(f"ada{secrets.token_hex(6)}@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type("correct horse battery")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/skills/git-basics/$"))
    go_to(page, "Done")
    with tab.witness.no_reload():
        page.keyboard.press("Space")
        expect(page.locator("#live")).to_contain_text("Git basics done")
        expect(page.locator("#state-done")).to_be_focused()
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.locator("#undo:focus").count():
                break
        page.keyboard.press("Enter")
        expect(page.locator("#live")).to_contain_text("Undone")
        expect(page.locator("#state-done")).to_have_attribute("aria-pressed", "false")
    page.goto("/today/")
    go_to(page, "Account")
    page.keyboard.press("Enter")
    go_to(page, "Log out")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r":\d+/$"))
    page.goto("/roadmap/")
    expect(page.get_by_role("link", name="Log in")).to_be_visible()


def go_to(page: Page, name: str) -> None:
    """Press Tab until the control with this name has the focus."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return
    raise AssertionError(f"Tab does not reach {name}")


def test_letters_move_and_set_the_row_in_focus(learn: Visit):
    tab = learn()
    page = tab.page
    page.goto("/roadmap/foundation/")
    with tab.witness.no_reload():
        page.keyboard.press("j")
        expect(page.locator("#tick-py-environment")).to_be_focused()
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        expect(page.locator("#tick-command-line")).to_be_focused()
        for key, state in {"l": "learning", "d": "done", "s": "skipped", "r": "open"}.items():
            page.keyboard.press(key)
            expect(page.locator("#skill-command-line")).to_have_attribute("data-state", state)
            expect(page.locator("body")).not_to_have_attribute("data-sending", "")
            assert page.evaluate("document.activeElement.closest('#skill-command-line') !== null"), key


def test_letters_work_on_the_roadmap_and_on_today(learn: Visit):
    page = learn().page
    for path in ("/roadmap/", "/today/"):
        page.goto(path)
        page.keyboard.press("j")
        slug = page.evaluate("document.activeElement.closest('.stop').id")
        page.keyboard.press("s")
        expect(page.locator("#live")).to_contain_text("skipped")
        page.reload()
        expect(page.locator(f"#{slug}[data-state=open]")).to_have_count(0)


def test_a_row_under_the_pointer_is_meant_when_none_has_the_focus(learn: Visit):
    page = learn().page
    page.goto("/roadmap/foundation/")
    page.locator("#skill-git-basics").hover()
    page.keyboard.press("d")
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "done")


def test_a_list_of_the_keys(learn: Visit):
    page = learn().page
    page.goto("/roadmap/")
    page.keyboard.press("Shift+?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("d")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    expect(page.locator("#live")).to_be_empty()


def test_a_letter_in_a_field_is_a_letter(learn: Visit):
    page = learn().page
    page.goto("/roadmap/foundation/")
    row = page.locator("#milestone-linear-regression-from-scratch")
    row.get_by_text("Date and note").click()
    row.get_by_label("Note").click()
    page.keyboard.type("dslrjk?")
    expect(row.get_by_label("Note")).to_have_value("dslrjk?")
    expect(row.get_by_label("Note")).to_be_focused()
    expect(page.locator("#live")).to_be_empty()


def test_keys_with_control_are_the_browsers(learn: Visit):
    page = learn().page
    page.goto("/roadmap/foundation/")
    page.keyboard.press("j")
    page.keyboard.press("Control+d")
    page.keyboard.press("Alt+s")
    page.wait_for_timeout(300)
    expect(page.locator("#skill-py-environment")).to_have_attribute("data-state", "open")


def test_they_can_be_switched_off(learn: Visit):
    page = learn().page
    page.goto("/settings/")
    page.get_by_label("Keyboard shortcuts on the roadmap").uncheck()
    page.locator("#account").get_by_role("button", name="Save").click()
    expect(page.locator("#live")).to_contain_text("Saved")
    page.goto("/roadmap/foundation/")
    page.locator("#tick-git-basics").focus()
    page.keyboard.press("d")
    page.keyboard.press("j")
    page.wait_for_timeout(300)
    expect(page.locator("#tick-git-basics")).to_be_focused()
    expect(page.locator("#skill-git-basics")).to_have_attribute("data-state", "open")


def test_escape_closes_a_menu_and_gives_the_focus_back(learn: Visit):
    page = learn().page
    page.goto("/roadmap/foundation/")
    summary = page.locator("#skill-git-basics .state > summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#skill-git-basics .pop button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(summary).to_be_focused()
    expect(page.locator("#skill-git-basics .pop")).to_be_hidden()


def test_u_takes_back_what_was_just_ticked(learn: Visit):
    page = learn().page
    page.goto("/roadmap/foundation/")
    tick = page.locator("#tick-py-environment")
    tick.focus()
    page.keyboard.press("d")
    expect(tick).to_have_attribute("aria-pressed", "true")
    page.locator("#undo").wait_for()
    page.keyboard.press("u")
    expect(page.locator("#live")).to_contain_text("Undone")
    expect(page.locator("#tick-py-environment")).not_to_have_attribute("aria-pressed", "true")
    page.keyboard.press("u")
    expect(page.locator("#live")).to_contain_text("Undone")
