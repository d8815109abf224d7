"""axe-core finds nothing on any page, on a desktop and on a phone, by day and by night."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import SCREENS, Visit
from tests.browser.paths import LEARNERS, VISITORS, unfold

# Rows of one make differ in words alone, and axe-core takes a minute for hundreds: two of each are left.
FEW = """() => {
  const make = (el) => el.tagName + el.getAttribute("class") + [...el.children].map(make);
  const seen = {};
  for (const row of document.querySelectorAll(".reslist > li, .trail > li")) {
    const made = make(row);
    seen[made] = (seen[made] ?? 0) + 1;
    if (seen[made] > 2) row.remove();
  }
}"""


def look_at(page: Page, path: str) -> None:
    page.goto(path)
    unfold(page)
    page.evaluate(FEW)
    check_accessibility(page)


@pytest.mark.parametrize("path", VISITORS)
def test_visitors_at_a_desk(visit: Visit, path: str):
    tab = visit(**SCREENS["wide-light"])
    tab.witness.expect("404")
    look_at(tab.page, path)


@pytest.mark.parametrize("path", LEARNERS)
def test_learners_with_a_phone(learn: Visit, path: str):
    look_at(learn(**SCREENS["narrow-light"], done=30, specialization="nlp", display_name="Ada").page, path)


@pytest.mark.parametrize("path", ["/today/", "/roadmap/", "/projects/"])
def test_learners_on_their_first_day(learn: Visit, path: str):
    look_at(learn().page, path)


@pytest.mark.parametrize("path", ["/today/", "/projects/project-1/"])
def test_learners_at_the_end(learn: Visit, path: str):
    look_at(learn(done=1000).page, path)


def test_the_chosen_theme_against_the_device(learn: Visit):
    for theme, device in (("dark", "light"), ("light", "dark")):
        options: dict[str, Any] = {"theme": theme, "color_scheme": device, "done": 4}
        page = learn(**options).page
        page.goto("/today/")
        check_accessibility(page, device)
