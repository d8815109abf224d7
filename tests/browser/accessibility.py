"""axe-core's verdict on the page as it stands."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = ("light", "dark")
HEIGHT = """() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(
  () => resolve(document.documentElement.scrollHeight))))"""
RUN = "(options) => axe.run(options).then((found) => found.violations)"
# What is out of sight has its true height only once it is drawn.
DRAW = """() => {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  sheet.replaceSync("* { content-visibility: visible !important }");
}"""
# All that a theme changes.
COLORS = ["color-contrast", "link-in-text-block"]


def check_accessibility(page: Page, *themes: str) -> None:
    """Fail with all violations of `page`, by default in both themes: all rules first, then colors.

    The viewport is made as tall as the page: else targets under the bar at the bottom count as covered.
    """
    screen = page.viewport_size or {"width": 1280, "height": 860}
    _unroll(page, screen)
    page.evaluate(Axe().axe_script)
    rules: dict[str, Any] = {"type": "tag", "values": TAGS}
    try:
        for theme in themes or THEMES:
            page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
            found = page.evaluate(RUN, {"runOnly": rules, "resultTypes": ["violations"]})
            assert found == [], f"{page.url}, {theme}:\n" + "\n".join(map(_in_words, found))
            rules = {"type": "rule", "values": COLORS}
    finally:
        page.set_viewport_size(screen)


def _unroll(page: Page, screen: Any) -> None:
    """Show the whole page."""
    page.evaluate(DRAW)
    height, found = 0, page.evaluate(HEIGHT)
    while found != height:
        height = found
        page.set_viewport_size({"width": screen["width"], "height": max(screen["height"], height)})
        found = page.evaluate(HEIGHT)


def _in_words(violation: dict[str, Any]) -> str:
    nodes = [f"  {node['html'][:160]}\n    {node['failureSummary']}" for node in violation["nodes"][:4]]
    return f"{violation['id']} ({len(violation['nodes'])} places): {violation['help']}\n" + "\n".join(nodes)
