"""Nothing is cut off and nothing is too small to hit, at any width and size of text."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NARROW, Visit
from tests.browser.paths import LEARNERS, UNFOLD, VISITORS, unfold

WIDTHS = (320, 390, 640, 768, 1024, 1280)  # 640 is 1280 at 200 %, 320 at 400 %
TOO_WIDE = """() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? [] :
  [...document.querySelectorAll("body *")].filter((el) => el.getBoundingClientRect().right
    > document.documentElement.clientWidth + 1).slice(0, 5).map((el) => el.outerHTML.slice(0, 120))"""
# Links within a sentence are exempt (WCAG 2.5.8); what hides visually is not a target.
TOO_SMALL = """(least) => [...document.querySelectorAll(
    "button, summary, select, textarea, input:not([type=hidden]), .btn, .tag[href], .post[href], nav a")]
  .filter((el) => el.checkVisibility({ visibilityProperty: true }) && !el.closest(".vh"))
  .map((el) => [el, (el.closest("label.tickbox, label.opt") ?? el).getBoundingClientRect()])
  .filter(([el, box]) => box.width && (box.width < least || box.height < least))
  .map(([el, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${el.outerHTML.slice(0, 100)}`)"""
# WCAG 1.4.12: what a reader may set by themselves.
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [sheet];
  sheet.replaceSync(
  `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
   p { margin-block-end: 2em !important }`);
}"""


def fits(page: Page, path: str) -> None:
    page.goto(path)
    unfold(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(TOO_WIDE) == [], f"{path} scrolls sideways at {width} px"
        small = page.evaluate(TOO_SMALL, 24)
        assert small == [], f"{path} at {width} px"
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(TOO_WIDE) == [], f"{path} scrolls sideways with text at 200 %"
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 320, "height": 800})
    page.evaluate(SPACING)
    assert page.evaluate(TOO_WIDE) == [], f"{path} scrolls sideways with wide spacing"


# What is open to everyone a learner sees with more on it.
@pytest.mark.parametrize("path", [path for path in VISITORS if path not in LEARNERS])
def test_visitors_scroll_down_only(visit: Visit, path: str):
    tab = visit(has_touch=True)
    tab.witness.expect("404")
    fits(tab.page, path)


@pytest.mark.parametrize("path", LEARNERS)
def test_learners_scroll_down_only(learn: Visit, path: str):
    fits(learn(has_touch=True, done=30, specialization="nlp").page, path)


@pytest.mark.parametrize("path", ["/today/", "/roadmap/", "/roadmap/foundation/", "/projects/project-1/"])
def test_ticks_are_large_enough_for_a_thumb(learn: Visit, path: str):
    options: dict[str, Any] = {"viewport": NARROW, "is_mobile": True, "has_touch": True, "done": 4}
    page = learn(**options).page
    page.goto(path)
    page.evaluate(UNFOLD)
    sizes = page.locator("button.post").evaluate_all(
        "posts => posts.map(post => post.getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert sizes
    assert [size for size in sizes if min(size) < 44] == []


def test_an_open_menu_stays_on_the_screen(learn: Visit):
    for width in (320, 390, 1280):
        page = learn(viewport={"width": width, "height": 800}).page
        page.goto("/roadmap/foundation/")
        for menu in (".tools .menu", "#module-dev-tools .known", "#skill-git-basics .state"):
            page.locator(f"{menu} > summary").click()
            box = page.locator(f"{menu} > .pop").bounding_box()
            assert box
            assert box["x"] >= 0, f"{menu} at {width}"
            assert box["x"] + box["width"] <= width, f"{menu} at {width}"
            page.keyboard.press("Escape")


def test_what_the_page_says_leaves_the_tabs_free(learn: Visit):
    """On a phone the message with Undo stands above the bar at the bottom, not on it."""
    page = learn(viewport=NARROW, is_mobile=True, has_touch=True).page
    page.goto("/roadmap/foundation/")
    page.locator("#tick-py-environment").click()
    page.locator("#undo").wait_for()
    live, tabs = page.locator("#live").bounding_box(), page.locator(".tabs").bounding_box()
    assert live
    assert tabs
    assert live["y"] + live["height"] <= tabs["y"] + 1
