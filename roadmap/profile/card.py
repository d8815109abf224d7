"""The card that those see who are sent a link to a profile: drawn as SVG, sent as PNG."""

import textwrap
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

import resvg_py

from roadmap import elevation
from roadmap.profile.page import ProfilePage

WIDTH, HEIGHT = 1200, 630
FONTS = Path(__file__).parent / "fonts"
# The upright weights 430 and 680 of the type that the pages use, as files that need no variable axes.
# What they can draw: Latin-1 with the quotes and dashes of good typography.
DRAWN = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x100)))) | frozenset(
    "ıŒœ–—‘’‚“”„•…€−"
)
KEPT = 64  # cards in memory, about 40 kB each
_LEFT, _TRAIL_TOP, _TRAIL_HEIGHT = 72, 410, 220
_PAPER, _INK, _DIM, _LAND, _WALKED, _GREEN, _ORANGE = (
    *("#f3eee1", "#15262b", "#55625f", "#e6dfcd", "#cfe0ce", "#2b6a4c", "#ff7416"),
)


@dataclass(frozen=True)
class Card:
    """Everything on it: equal cards are the same picture. `month`: how far the trail is walked, or None."""

    name: str
    headline: str
    figures: str
    month: float | None


def card_of(page: ProfilePage) -> Card:
    """Return what the card says; a name that the fonts cannot draw gives way to the handle."""
    name = page.name if DRAWN.issuperset(page.name) else page.handle
    headline = page.headline if DRAWN.issuperset(page.headline) else ""
    figures = [*page.figures]
    if page.hours:
        figures.append(f"{page.hours} hours of study")
    month = None if page.share is None else round(page.share * elevation.MONTHS, 2)
    return Card(name, headline, " · ".join(figures) or "On the way to a first machine learning job", month)


@lru_cache(maxsize=KEPT)
def png(card: Card) -> bytes:
    """Draw the card; the same one is drawn once."""
    fonts = [str(path) for path in sorted(FONTS.glob("*.ttf"))]
    drawn: bytes = resvg_py.svg_to_bytes(
        svg_string=svg(card), font_files=fonts, skip_system_fonts=True, font_family="Besley"
    )
    return drawn


def svg(card: Card) -> str:
    """Return the card as SVG of 1200 by 630 pixels, all words escaped."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="Besley">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PAPER}"/>',
        *_trail(card.month),
        f'<path d="M77 102V84a13 13 0 0 1 26 0v18z" fill="{_ORANGE}" stroke="{_INK}" stroke-width="4"/>',
        _text("Milepost", 103, 38, 700, x=122),
    ]
    y = 150
    lines = _lines(card.name)
    size = min(_fitting(line, 76) for line in lines)
    for line in lines:
        y += round(size * 1.12)
        parts.append(_text(line, y, size, 700))
    y += 14
    for line in textwrap.wrap(card.headline, 68, max_lines=2, placeholder=" …"):
        y += 38
        parts.append(_text(line, y, _fitting(line, 27), 400, _DIM))
    parts.append(_text(card.figures, y + 62, 32, 700, _GREEN))
    return "".join([*parts, "</svg>"])


def _lines(name: str) -> list[str]:
    """Return the name on one line, or on two when it would be too small."""
    return [name] if _fitting(name, 76) > 40 else textwrap.wrap(name, len(name) // 2 + 8)[:2]


def _fitting(line: str, size: int) -> int:
    """Return the size in pixels, at most `size`, at which the line fits between the margins."""
    wide = sum(_width(sign) for sign in line)
    return min(size, int((WIDTH - 2 * _LEFT) / wide))


def _width(sign: str) -> float:
    """Return about how wide a letter is, against the size of the font; rather too much than too little."""
    if sign in "mwMW@%":
        return 1.2
    return 0.34 if sign in " ilj.,'" else 0.84 if sign.isupper() else 0.63


def _text(words: str, y: int, size: int, weight: int, fill: str = _INK, x: int = _LEFT) -> str:
    font = f'font-size="{size}" font-weight="{weight}" fill="{fill}"'
    return f'<text x="{x}" y="{y}" {font}>{escape(words)}</text>'


def _trail(month: float | None) -> list[str]:
    """Draw the elevation profile; its walked part and the marker where somebody is."""
    points = [(quarter / 4, height) for quarter, height in enumerate(elevation.HEIGHTS)]
    ridge = " ".join(f"{_x(at):.1f},{_y(height):.1f}" for at, height in points)
    drawn = [
        f'<polygon points="0,{HEIGHT} {ridge} {WIDTH},{HEIGHT}" fill="{_LAND}"/>',
        f'<polyline points="{ridge}" fill="none" stroke="{_DIM}" stroke-width="3" stroke-dasharray="3 8"'
        ' stroke-linecap="round"/>',
    ]
    if month:
        here = (month, elevation.height(month))
        walked = [*((at, height) for at, height in points if at < month), here]
        line = " ".join(f"{_x(at):.1f},{_y(height):.1f}" for at, height in walked)
        drawn += [
            f'<polygon points="0,{HEIGHT} {line} {_x(month):.1f},{HEIGHT}" fill="{_WALKED}"/>',
            f'<polyline points="{line}" fill="none" stroke="{_GREEN}" stroke-width="6"/>',
            f'<circle cx="{_x(month):.1f}" cy="{_y(here[1]):.1f}" r="14" fill="{_ORANGE}" stroke="{_INK}"'
            ' stroke-width="4"/>',
        ]
    return drawn


def _x(month: float) -> float:
    return month / elevation.MONTHS * WIDTH


def _y(height: float) -> float:
    return _TRAIL_TOP + height / 100 * _TRAIL_HEIGHT
