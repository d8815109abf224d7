"""axe-core finds nothing on any page, on a desktop and on a phone, by day and by night."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import check_accessibility
from tests.browser.conftest import NARROW, SCREENS, Visit
from tests.browser.paths import LEARNERS, UNFOLD, VISITORS

SIZES = pytest.mark.parametrize("size", ["wide-light", "narrow-light"])


# Its three hundred rows take axe-core a minute: once is enough, those of a search stand for them elsewhere.
ALL = "/resources/"


def look_at(page: Page, path: str) -> None:
    page.goto(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(UNFOLD)
    page.wait_for_load_state("networkidle")
    check_accessibility(page)


@SIZES
@pytest.mark.parametrize("path", [path for path in VISITORS if path != ALL])
def test_visitors(visit: Visit, path: str, size: str):
    tab = visit(**SCREENS[size])
    tab.witness.expect("404")
    look_at(tab.page, path)


@SIZES
@pytest.mark.parametrize("path", [path for path in LEARNERS if path != ALL])
def test_learners(learn: Visit, path: str, size: str):
    look_at(learn(**SCREENS[size], done=30, specialization="nlp", display_name="Ada").page, path)


def test_all_resources_at_once(visit: Visit):
    look_at(visit(viewport=NARROW).page, ALL)


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
