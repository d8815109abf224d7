"""The elevation profile: where a share of the roadmap lies on the drawing. Pure, no Django.

The drawing (static/img/terrain.svg) is 14 months wide; heights are percent from the top at
every quarter month, sampled from it.
"""

from dataclasses import dataclass

MONTHS = 14
# fmt: off
HEIGHTS = (
    86.0, 84.3, 80.2, 81.6, 77.9, 78.6, 74.7, 72.5, 74.4, 76.6, 73.5, 76.0, 79.8, 81.1, 82.0, 80.8,
    79.1, 79.6, 80.3, 79.4, 83.2, 83.7, 82.9, 83.3, 75.9, 70.6, 66.8, 68.7, 67.3, 64.7, 65.6, 59.1,
    60.8, 61.7, 59.5, 54.1, 54.9, 51.2, 40.1, 35.7, 39.8, 46.8, 53.4, 57.6, 56.5, 54.6, 53.4, 51.4,
    46.9, 43.5, 43.4, 41.7, 33.2, 19.3, 14.6, 14.2, 12.0,
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Profile:
    """Numbers for the drawing: `start`, `walked` in hundredths of a month, `x`, `y` of the marker in percent.

    `leg` is the marked phase as (x, width) in percent, or None on a page of the whole roadmap.
    """

    start: float
    walked: float
    x: float
    y: float
    leg: tuple[float, float] | None = None

    @property
    def to_walk(self) -> float:
        return self.start + self.walked

    @property
    def anchor_end(self) -> bool:
        """Whether the marker's label must stand to its left."""
        return self.x >= 70


def height(month: float) -> float:
    """Return the height of the trail at `month` (0 to 14), in percent from the top."""
    quarters = min(max(month, 0.0), MONTHS) * 4
    below = min(int(quarters), len(HEIGHTS) - 2)
    return round(HEIGHTS[below] + (HEIGHTS[below + 1] - HEIGHTS[below]) * (quarters - below), 1)


def whole(share: float) -> Profile:
    """Place a share (0 to 1) of the whole roadmap's hours."""
    month = share * MONTHS
    return Profile(0, round(month * 100, 1), round(share * 100, 2), height(month))


def leg(month_start: int, month_end: int, share: float) -> Profile:
    """Place a share of one phase, which runs from the start of one month to the end of another."""
    start, length = (month_start - 1) * 100, (month_end - month_start + 1) * 100
    walked = round(length * share, 1)
    return Profile(start, walked, 0, 0, (round(start / 14, 2), round(length / 14, 2)))
