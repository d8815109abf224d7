"""axe-core's verdict on the page as it stands."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = ("light", "dark")
HEIGHT = """() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(
  () => resolve(document.documentElement.scrollHeight))))"""
# All that a theme changes.
COLORS = ["color-contrast", "link-in-text-block"]


def check_accessibility(page: Page, *themes: str) -> None:
    """Fail with all violations of `page`, by default in both themes: all rules first, then colors.

    The viewport is made as tall as the page: else targets under the bar at the bottom count as covered.
    """
    screen = page.viewport_size or {"width": 1280, "height": 860}
    _unroll(page, screen)
    rules: dict[str, Any] = {"type": "tag", "values": TAGS}
    try:
        for theme in themes or THEMES:
            page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
            options: dict[str, Any] = {"runOnly": rules, "resultTypes": ["violations"]}
            found = Axe().run(page, options=options).response["violations"]
            assert found == [], f"{page.url}, {theme}:\n" + "\n".join(map(_in_words, found))
            rules = {"type": "rule", "values": COLORS}
    finally:
        page.set_viewport_size(screen)


def _unroll(page: Page, screen: Any) -> None:
    """Show the whole page: rows that were out of sight take their true height only once they are in it."""
    height, found = 0, page.evaluate(HEIGHT)
    while found != height:
        height = found
        page.set_viewport_size({"width": screen["width"], "height": max(screen["height"], height)})
        found = page.evaluate(HEIGHT)


def _in_words(violation: dict[str, Any]) -> str:
    nodes = [f"  {node['html'][:160]}\n    {node['failureSummary']}" for node in violation["nodes"][:4]]
    return f"{violation['id']} ({len(violation['nodes'])} places): {violation['help']}\n" + "\n".join(nodes)
