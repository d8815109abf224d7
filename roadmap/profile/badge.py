"""The badge for a README: an SVG of a few hundred bytes. Pure, no Django."""

from html import escape
from typing import NamedTuple

THEMES = {
    "light": ("#f3eee1", "#15262b", "#2b6a4c", "#ffffff", "#c9bfa5"),
    "dark": ("#1a282d", "#f0eadb", "#7fc79f", "#0e191d", "#3c4b50"),
}
_BRAND = 82  # pixels of the left part, with the stone and the word
_LETTER = 6.6  # pixels of an average letter at 11 px


def words(skills: int, shipped: int) -> str:
    """Return what the badge says: “12 skills shown”, “2 builds shipped” or “on the trail”."""
    if skills:
        return f"{skills} skill{'s' * (skills != 1)} shown"
    if shipped:
        return f"{shipped} build{'s' * (shipped != 1)} shipped"
    return "on the trail"


def badge(text: str, theme: str) -> str:
    """Draw the badge; an unknown theme is the light one. `textLength` makes it as wide in every font."""
    paper, ink, field, on_field, line = THEMES.get(theme, THEMES["light"])
    length = round(len(text) * _LETTER)
    width = _BRAND + length + 16
    text = escape(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="22" role="img"'
        f' aria-label="Milepost: {text}"><title>Milepost: {text}</title>'
        f'<rect x=".5" y=".5" width="{width - 1}" height="21" rx="4" fill="{paper}" stroke="{line}"/>'
        f'<path d="M{_BRAND} 0H{width - 4}a4 4 0 0 1 4 4V18a4 4 0 0 1-4 4H{_BRAND}z" fill="{field}"/>'
        f'<path d="M8 17V9.5a4 4 0 0 1 8 0V17z" fill="#ff7416" stroke="{ink}" stroke-width="1.4"/>'
        '<g font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">'
        f'<text x="22" y="15" fill="{ink}" textLength="53">Milepost</text>'
        f'<text x="{_BRAND + 8}" y="15" fill="{on_field}" textLength="{length}">{text}</text></g></svg>'
    )


class Offer(NamedTuple):
    """A badge to take along: the address of the picture, and the Markdown for a README."""

    theme: str
    picture: str
    markdown: str


def badges(address: str) -> tuple[Offer, ...]:
    """Return the badge of the profile at `address` (it ends in a slash) in each theme.

    The alternative text holds no number, since it would not change with the badge.
    """
    pictures = [(theme, f"{address}badge.svg?theme={theme}") for theme in THEMES]
    return tuple(
        Offer(theme, url, f"[![My skills on Milepost]({url})]({address})") for theme, url in pictures
    )
